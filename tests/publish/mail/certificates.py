"""Certificates that are good, and such that are not, by an authority of the test's own."""

import ssl
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

_DAY = timedelta(days=1)


class Authority:
    """Who vouches for servers; `root` is the file by which others know it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"The authority {folder.name}")])
        basic = x509.BasicConstraints(ca=True, path_length=None)
        built = _builder(self._name, self._key.public_key(), 30).issuer_name(self._name)
        self.root = folder / "root.pem"
        certificate = built.add_extension(basic, critical=True).sign(self._key, hashes.SHA256())
        self.root.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))

    def context(self, names: Sequence[str], days: int = 30) -> ssl.SSLContext:
        """Return what a server of these names needs; with days below 0 its certificate has expired."""
        key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, names[0])])
        others = x509.SubjectAlternativeName([_general(one) for one in names])
        built = _builder(name, key.public_key(), days).issuer_name(self._name).add_extension(others, critical=False)
        made = self._folder / f"server{len(list(self._folder.iterdir()))}.pem"
        made.write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
            + built.sign(self._key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
        )
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(made)
        return context


def _builder(name: x509.Name, key: ec.EllipticCurvePublicKey, days: int) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    begins = min(now, now + days * _DAY) - _DAY
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(now + days * _DAY)
    )


def _general(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ip_address(name))
    except ValueError:
        return x509.DNSName(name)
