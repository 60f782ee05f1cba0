"""A signature in a PDF (PAdES, ETSI EN 319 142-1): whether what it covers is what was signed, and who signed.

The signature is a CMS message (RFC 5652) over the bytes that /ByteRange names. Its certificate is believed for nothing
but its key: whose it is, only an authority could say, and none is known here. cryptography does the arithmetic.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization.pkcs7 import load_der_pkcs7_certificates
from cryptography.x509.oid import NameOID

from tinbai.text import clean_line

_SEQUENCE, _SET, _INTEGER, _OID, _OCTETS, _ATTRIBUTES = 0x30, 0x31, 0x02, 0x06, 0x04, 0xA0
_MESSAGE_DIGEST = bytes.fromhex("2a864886f70d010904")  # RFC 5652, section 11.2
_HASHES: Mapping[bytes, hashes.HashAlgorithm] = {
    bytes.fromhex("2b0e03021a"): hashes.SHA1(),  # noqa: S303 - whether it was signed so, not whether it should be
    bytes.fromhex("608648016503040201"): hashes.SHA256(),
    bytes.fromhex("608648016503040202"): hashes.SHA384(),
    bytes.fromhex("608648016503040203"): hashes.SHA512(),
}
_PSS = bytes.fromhex("2a864886f70d01010a")
_LONGEST_NAME = 80
_MOST_ITEMS = 1_000


class State(Enum):
    """What can be said of a signature without asking anybody."""

    INTACT = "intact"  # the file is as it was signed
    ADDED_TO = "added to"  # what was signed is intact, and something was appended afterwards
    BROKEN = "broken"  # not what was signed
    UNKNOWN = "unknown"  # in a form that is not read here


@dataclass(frozen=True, kw_only=True)
class PdfSignature:
    """One signature. `signer` is the name in its certificate; "" where there is none."""

    state: State
    signer: str = ""


def check_signature(file: bytes, contents: bytes, ranges: Sequence[int]) -> PdfSignature:
    """What a signature says of `file`: `contents` as it stands in /Contents, `ranges` the pairs of /ByteRange.

    Never raises.
    """
    signer = ""
    try:
        signed = _Signed.of(contents)
        signer = _name(signed.certificate)
        if not _covers(file, contents, ranges):
            return PdfSignature(state=State.BROKEN, signer=signer)
        covered = b"".join(file[at : at + size] for at, size in zip(ranges[::2], ranges[1::2], strict=True))
        signed.verify(covered)
    except InvalidSignature:
        return PdfSignature(state=State.BROKEN, signer=signer)
    except (ValueError, TypeError, KeyError, IndexError, UnsupportedAlgorithm):
        return PdfSignature(state=State.UNKNOWN, signer=signer)
    whole = ranges[-2] + ranges[-1] == len(file)
    return PdfSignature(state=State.INTACT if whole else State.ADDED_TO, signer=signer)


def _covers(file: bytes, contents: bytes, ranges: Sequence[int]) -> bool:
    """Whether nothing but the signature itself is left out, from the file's first byte on (ISO 32000-2, 12.8.1)."""
    if len(ranges) != 4 or ranges[0] != 0 or min(ranges) < 0 or ranges[2] + ranges[3] > len(file):
        return False
    gap = file[ranges[1] : ranges[2]]
    return gap[:1] == b"<" and gap[-1:] == b">" and bytes.fromhex(gap[1:-1].decode("ascii")) == contents


@dataclass(frozen=True, kw_only=True)
class _Signed:
    """The first signer of a CMS message."""

    certificate: x509.Certificate
    hash_name: bytes
    attributes: bytes | None  # as they were signed: a SET
    algorithm: bytes
    signature: bytes

    @classmethod
    def of(cls, contents: bytes) -> "_Signed":
        """Raises ValueError and its like."""
        message = _first(contents, _SEQUENCE)
        explicit = list(_items(_first(message.contents, _ATTRIBUTES, place=1).contents))
        data = list(_items(explicit[0].contents))
        if len(list(_items(data[2].contents))) > 1:  # a time stamp, or a form that signs something else than the file
            raise ValueError("content within the signature")
        info = list(_items(_first(data[-1].contents, _SEQUENCE).contents))
        serial = next((each for each in _items(info[1].contents) if each.tag == _INTEGER), None)
        certificates = load_der_pkcs7_certificates(message.whole)
        number = int.from_bytes(serial.contents, "big", signed=True) if serial and info[1].tag == _SEQUENCE else None
        own = [each for each in certificates if number is None or each.serial_number == number]
        attributes = info[3] if info[3].tag == _ATTRIBUTES else None
        rest = info[4:] if attributes else info[3:]
        return cls(
            certificate=own[0], hash_name=_first(info[2].contents, _OID).contents,
            attributes=bytes([_SET]) + attributes.whole[1:] if attributes else None,
            algorithm=_first(rest[0].contents, _OID).contents, signature=rest[1].contents,
        )  # fmt: skip

    def verify(self, covered: bytes) -> None:
        """Raises InvalidSignature, or ValueError and its like where the form is unknown."""
        algorithm = _HASHES[self.hash_name]
        said = covered
        if self.attributes is not None:
            digest = hashes.Hash(algorithm)
            digest.update(covered)
            if self._message_digest() != digest.finalize():
                raise InvalidSignature
            said = self.attributes
        key = self.certificate.public_key()
        if isinstance(key, rsa.RSAPublicKey):
            pss = padding.PSS(mgf=padding.MGF1(algorithm), salt_length=padding.PSS.AUTO)
            key.verify(self.signature, said, pss if self.algorithm == _PSS else padding.PKCS1v15(), algorithm)
        elif isinstance(key, ec.EllipticCurvePublicKey):
            key.verify(self.signature, said, ec.ECDSA(algorithm))
        else:
            raise UnsupportedAlgorithm(str(type(key)))

    def _message_digest(self) -> bytes:
        for attribute in _items(_first(self.attributes or b"", _SET).contents):
            name, values = list(_items(attribute.contents))[:2]
            if name.contents == _MESSAGE_DIGEST:
                return _first(values.contents, _OCTETS).contents
        raise ValueError


def _name(certificate: x509.Certificate) -> str:
    for kind in (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME):
        for attribute in certificate.subject.get_attributes_for_oid(kind):
            name = clean_line(str(attribute.value))
            if name:
                return name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}…"
    return ""


@dataclass(frozen=True, kw_only=True)
class _Item:
    """An element in DER (X.690): its tag, all of its bytes, and its contents."""

    tag: int
    whole: bytes
    contents: bytes


def _items(data: bytes) -> Iterator[_Item]:
    """The elements that stand one after the other; zeros behind the last one are padding. Raises ValueError."""
    place = 0
    for _ in range(_MOST_ITEMS):
        if place + 2 > len(data) or not any(data[place : place + 2]):
            return
        length, begin = data[place + 1], place + 2
        if length >= 0x80:
            size = length & 0x7F
            length, begin = int.from_bytes(data[begin : begin + size], "big"), begin + size
            if not 0 < size <= 4:
                raise ValueError
        end = begin + length
        if end > len(data):
            raise ValueError
        yield _Item(tag=data[place], whole=data[place:end], contents=data[begin:end])
        place = end


def _first(data: bytes, tag: int, *, place: int = 0) -> _Item:
    """The element at `place`, which has this tag. Raises ValueError."""
    found = next((each for number, each in enumerate(_items(data)) if number == place), None)
    if found is None or found.tag != tag:
        raise ValueError
    return found
