"""Signed letters are read and the signature noted; what cannot be read is held with a reason."""

from collections.abc import Callable

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs7
from cryptography.x509.oid import NameOID

from ingest.cms import Kind, read_cms
from tests.ingest.mime_letters import ARTICLE, HEAD, PLAIN, PNG, base64_part, multipart, parsed, reading
from tests.rows import NOON

INNER = multipart("mixed", PLAIN + ARTICLE, base64_part("Content-Type: image/png; name=a.png\r\n", PNG), boundary="I")
COVER = "Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\r\n"
SIGNED_DATA, DATA, ENVELOPED = (bytes.fromhex(f"06092a864886f70d0107{last}") for last in ("02", "01", "03"))


def signed_by_a_library(content: bytes, *, detached: bool = False) -> bytes:
    """CMS in DER, as `cryptography` signs it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Trần Văn Mẫu")])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(NOON)
        .not_valid_after(NOON.replace(year=NOON.year + 1))
        .sign(key, hashes.SHA256())
    )
    options = [pkcs7.PKCS7Options.Binary, *([pkcs7.PKCS7Options.DetachedSignature] if detached else [])]
    builder = pkcs7.PKCS7SignatureBuilder().set_data(content).add_signer(certificate, key, hashes.SHA256())
    return builder.sign(serialization.Encoding.DER, options)


def signed_in_pieces(content: bytes) -> bytes:
    """BER with indefinite lengths and the octets in pieces, as programs write that sign while they send."""
    pieces = [content[place : place + 100] for place in range(0, len(content), 100)]
    octets = b"\x24\x80" + b"".join(b"\x04" + bytes([len(piece)]) + piece for piece in pieces) + b"\0\0"
    inner = b"\x30\x80" + DATA + b"\xa0\x80" + octets + b"\0\0\0\0"
    return b"\x30\x80" + SIGNED_DATA + b"\xa0\x80\x30\x80\x02\x01\x01\x31\x80\0\0" + inner + b"\0\0" * 3


SIGNERS: dict[str, Callable[[bytes], bytes]] = {"DER": signed_by_a_library, "BER in pieces": signed_in_pieces}


@pytest.mark.parametrize("sign", SIGNERS.values(), ids=SIGNERS.keys())
def test_an_opaque_signed_letter_is_opened_and_the_signature_noted(sign: Callable[[bytes], bytes]) -> None:
    sealed = sign(INNER.encode())
    read = reading(HEAD + base64_part(COVER, sealed))
    assert read.letter.text == ARTICLE
    assert [(part.filename, part.inside, part.content) for part in read.letter.parts] == [
        ("smime.p7m", None, sealed),
        ("a.png", "smime.p7m", PNG),
    ]
    assert read.verdict == "articles"
    assert [finding.check for finding in read.letter.findings] == ["letter_signed"]
    assert read.articles[0].attachments == ()


def test_an_opaque_signed_part_under_a_footer_or_without_a_type_is_opened() -> None:
    sealed = signed_in_pieces(INNER.encode())
    plain = base64_part("Content-Type: application/octet-stream; name=smime.p7m\r\n", sealed)
    for part in (base64_part(COVER, sealed), plain):
        letter = parsed(HEAD + multipart("mixed", part, f"{PLAIN}Danh sách thư"))
        assert letter.text == f"{ARTICLE}\n\nDanh sách thư"


def test_a_letter_signed_twice_is_opened_and_one_signed_without_end_does_no_harm() -> None:
    content = INNER.encode()
    for _ in range(2):
        content = (COVER + "Content-Transfer-Encoding: binary\r\n\r\n").encode() + signed_in_pieces(content)
    assert parsed(HEAD.encode() + content).text == ARTICLE
    for _ in range(60):
        content = (COVER + "Content-Transfer-Encoding: binary\r\n\r\n").encode() + signed_in_pieces(content)
    names = [part.filename for part in parsed(HEAD.encode() + content).parts]
    assert names[:2] == ["smime.p7m", "smime (2).p7m"]
    assert len(names) < 10


@pytest.mark.parametrize("step", [1, 7])
def test_a_damaged_signed_letter_raises_nothing(step: int) -> None:
    whole = signed_by_a_library(INNER.encode())
    for length in range(0, len(whole), 13 * step):
        read_cms(whole[:length])
    for place in range(0, min(len(whole), 400), step):
        read_cms(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
    assert read_cms(b"\x30\x80" * 5_000) is None
    assert read_cms(whole[: len(whole) // 2]) is not None  # what came of it is there


def test_kinds_of_cms_are_told_apart() -> None:
    enveloped = read_cms(b"\x30\x80" + ENVELOPED + b"\xa0\x80\0\0\0\0")
    assert enveloped is not None
    assert (enveloped.kind, enveloped.content) == (Kind.ENVELOPED, None)
    detached = read_cms(signed_by_a_library(b"x", detached=True))
    assert detached is not None
    assert (detached.kind, detached.content) == (Kind.SIGNED, None)


DETACHED = base64_part("Content-Type: application/pkcs7-signature; name=smime.p7s\r\n", b"x")
SIGNATURE = "Content-Type: application/pgp-signature; name=signature.asc\r\n\r\n-----BEGIN PGP SIGNATURE-----\r\nx\r\n"


@pytest.mark.parametrize(
    ("protocol", "signature", "how"),
    [
        ("application/pgp-signature", SIGNATURE, "PGP"),
        ("application/pkcs7-signature", DETACHED, "S/MIME"),
    ],
)  # fmt: skip
def test_a_clear_signed_letter_is_read_and_the_signature_noted(protocol: str, signature: str, how: str) -> None:
    read = reading(HEAD + multipart("signed", INNER, signature, more=f'; protocol="{protocol}"; micalg=sha-256'))
    assert read.letter.text == ARTICLE
    assert read.letter.parts[0].filename == "a.png"
    assert [(finding.check, how in finding.message) for finding in read.letter.findings] == [("letter_signed", True)]
    assert read.articles[0].attachments == ()


def test_text_signed_inline_is_read_without_its_armour() -> None:
    armour = (
        "-----BEGIN PGP SIGNED MESSAGE-----\r\nHash: SHA256\r\n\r\nKính gửi BBT\r\n- -- \r\n- From đầu dòng\r\n"
        "-----BEGIN PGP SIGNATURE-----\r\n\r\niQabc=\r\n-----END PGP SIGNATURE-----\r\nchân thư\r\n"
    )
    letter = parsed(f"{HEAD}{PLAIN}mở đầu\r\n{armour}")
    assert letter.text.strip() == "mở đầu\nKính gửi BBT\n-- \nFrom đầu dòng\nchân thư"
    (signature,) = letter.parts
    assert signature.media_type == "application/pgp-signature"
    assert b"iQabc=" in signature.content
    assert [finding.check for finding in letter.findings] == ["letter_signed"]


@pytest.mark.parametrize("text", ["-----BEGIN PGP SIGNED MESSAGE-----\r\n\r\nx", "-----BEGIN PGP SIGNED MESSAGE-----"])
def test_armour_that_was_cut_off_is_text(text: str) -> None:
    assert parsed(f"{HEAD}{PLAIN}{text}").text == text.replace("\r\n", "\n")


PGP_PARTS = (
    "Content-Type: application/pgp-encrypted\r\n\r\nVersion: 1",
    "Content-Type: application/octet-stream; name=encrypted.asc\r\n\r\n-----BEGIN PGP MESSAGE-----\r\nx\r\n",
)
LOCKED = {
    "PGP/MIME": multipart("encrypted", *PGP_PARTS, more='; protocol="application/pgp-encrypted"'),
    "PGP inline": f"{PLAIN}-----BEGIN PGP MESSAGE-----\r\n\r\nhQabc=\r\n-----END PGP MESSAGE-----\r\n",
    "S/MIME": base64_part(
        "Content-Type: application/x-pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\r\n",
        b"\x30\x80" + ENVELOPED + b"\xa0\x80\0\0\0\0",
    ),
    "S/MIME, damaged": base64_part("Content-Type: application/pkcs7-mime; name=smime.p7m\r\n", b"\xff" * 40),
    "partial": 'Content-Type: message/partial; id="1@songmau.example"; number=2; total=3\r\n\r\nxin chao',
    "external-body": 'Content-Type: message/external-body; access-type=URL; URL="http://198.51.100.9/a"\r\n\r\n'
    "Content-Type: image/png\r\n",
}
REASONS = {"partial": "phần 2/3", "external-body": "nơi khác"}


@pytest.mark.parametrize("name", LOCKED)
@pytest.mark.parametrize("among_others", [False, True])
def test_what_is_not_all_there_is_held_with_a_reason(name: str, *, among_others: bool) -> None:
    letter = multipart("mixed", f"{PLAIN}Gửi BBT", LOCKED[name], boundary="O") if among_others else LOCKED[name]
    read = reading(HEAD + letter)
    assert read.verdict == "held"
    assert REASONS.get(name, "mã hóa") in (read.reason or "")
    assert "198.51.100.9" not in (read.reason or "")


def test_certificates_alone_lock_nothing() -> None:
    only = base64_part("Content-Type: application/pkcs7-mime; smime-type=certs-only; name=smime.p7c\r\n", b"\x30\x80")
    assert reading(HEAD + multipart("mixed", PLAIN + ARTICLE, only)).verdict == "articles"
