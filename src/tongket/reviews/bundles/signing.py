"""Signatures of bundles: Ed25519 (RFC 8032), and how a key is told over the telephone. Pure."""

import hashlib

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

KEY_BYTES = 32
GROUPS = 8
_DIGITS = 5


def new_key() -> bytes:
    """A new private key, 32 bytes."""
    return Ed25519PrivateKey.generate().private_bytes_raw()


def public_of(key: bytes) -> bytes:
    """The public key of a private one; ValueError where it is not 32 bytes."""
    return Ed25519PrivateKey.from_private_bytes(key).public_key().public_bytes_raw()


def sign(data: bytes, key: bytes) -> bytes:
    """The signature of `data` with a private key, 64 bytes."""
    return Ed25519PrivateKey.from_private_bytes(key).sign(data)


def is_signed(data: bytes, signature: bytes, public: bytes) -> bool:
    """Whether `signature` was made over `data` with the private key of `public`."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, data)
    except (InvalidSignature, ValueError):
        return False
    return True


def fingerprint(public: bytes) -> str:
    """A public key as eight groups of five digits, about 130 bits, so that two people compare it by telephone."""
    number = int.from_bytes(hashlib.sha256(public).digest())
    groups = []
    for _ in range(GROUPS):
        number, group = divmod(number, 10**_DIGITS)
        groups.append(f"{group:0{_DIGITS}d}")
    return " ".join(groups)
