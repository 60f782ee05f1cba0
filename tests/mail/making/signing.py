"""A PAdES signature by an invented person, under an invented authority that no system trusts."""

from datetime import UTC, datetime
from io import BytesIO

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, SimpleSigner, sign_pdf
from pyhanko.sign.fields import SigSeedSubFilter

VALID = datetime(2025, 1, 1, tzinfo=UTC), datetime(2045, 1, 1, tzinfo=UTC)
AUTHORITY = "Chứng thực số thử nghiệm Sông Mẫu"
SIGNED_AS = PdfSignatureMetadata(
    field_name="Signature1",
    md_algorithm="sha256",
    location="UBND xã An Mẫu",
    reason="Ký ban hành văn bản",
    subfilter=SigSeedSubFilter.PADES,
)


def signed(pdf: bytes, *, signer: str) -> tuple[bytes, bytes]:
    """The signed file, and the authority's certificate in PEM. Keys are made and thrown away: never twice the same."""
    authority_key, signer_key = _key(), _key()
    authority = _certificate(AUTHORITY, authority_key, AUTHORITY, authority_key, is_authority=True)
    certificate = _certificate(signer, signer_key, AUTHORITY, authority_key, is_authority=False)
    pkcs12 = serialization.pkcs12.serialize_key_and_certificates(
        b"signer", signer_key, certificate, [authority], serialization.NoEncryption()
    )
    simple = SimpleSigner.load_pkcs12_data(pkcs12, other_certs=[], passphrase=None)
    if simple is None:
        raise ValueError(signer)
    result = sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf)), SIGNED_AS, signer=simple)
    return bytes(result.getvalue()), authority.public_bytes(serialization.Encoding.PEM)


def _key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def _certificate(
    name: str, key: rsa.RSAPrivateKey, issuer: str, issuer_key: rsa.RSAPrivateKey, *, is_authority: bool
) -> x509.Certificate:
    usage = x509.KeyUsage(
        digital_signature=not is_authority,
        content_commitment=not is_authority,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=is_authority,
        crl_sign=is_authority,
        encipher_only=False,
        decipher_only=False,
    )
    builder = (
        x509.CertificateBuilder()
        .subject_name(_name(name, "UBND xã An Mẫu"))
        .issuer_name(_name(issuer, "UBND xã An Mẫu"))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(VALID[0])
        .not_valid_after(VALID[1])
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
        .add_extension(usage, critical=True)
    )
    return builder.sign(issuer_key, hashes.SHA256())


def _name(common: str, organisation: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "VN"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation),
            x509.NameAttribute(NameOID.COMMON_NAME, common),
        ]
    )
