"""A bundle's file opened: safe to unpack, signature right, every part as it was signed. Pure."""

import base64
import io
import json
import zipfile
from typing import Any

from pydantic import ValidationError

from tongket.reading.archive import BROKEN, examine_parts_of, read_part
from tongket.reading.limits import DEFAULT, Limits
from tongket.reviews.bundles.parts import ANNEXES, FORM, MANIFEST, REPORT, SIGNATURE, SUMMARIES, SUMMARY, listed
from tongket.reviews.bundles.refusals import BundleRefused
from tongket.reviews.bundles.signing import KEY_BYTES, is_signed
from tongket.reviews.bundles.values import Annex, Bundle, Opened, Summary


def is_bundle(data: bytes) -> bool:
    """Whether a file says that it is a bundle, whatever it is called; nothing of it is unpacked."""
    if not data.startswith(b"PK"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {MANIFEST, SIGNATURE} <= set(archive.namelist())
    except BROKEN:
        return False


def open_bundle(data: bytes, *, limits: Limits = DEFAULT) -> Opened:
    """What a bundle holds and who signed it. Raises BundleRefused with the reason, Unreadable for a hostile archive."""
    parts = _parts(data, limits)
    if MANIFEST not in parts:
        raise BundleRefused("not-a-bundle")
    key = _verified(parts)
    named = _named(parts)
    summary = _summary(named[SUMMARY]) if SUMMARY in named else None
    if summary is None:
        raise BundleRefused("missing-part", found=SUMMARY)
    annexes = (Annex(name.removeprefix(ANNEXES), held) for name, held in named.items() if name.startswith(ANNEXES))
    return Opened(Bundle(summary, named.get(REPORT, b""), tuple(annexes)), key)


def _parts(data: bytes, limits: Limits) -> dict[str, bytes]:
    """Every part of the file by its name, once the archive is known to be harmless."""
    if not data.startswith(b"PK"):
        raise BundleRefused("not-a-bundle")
    examine_parts_of(data, limits)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {name: read_part(archive, name, limits) for name in archive.namelist()}
    except BROKEN:
        raise BundleRefused("not-a-bundle") from None


def _verified(parts: dict[str, bytes]) -> bytes:
    """The public key that signed the manifest."""
    signature = _json(parts.get(SIGNATURE, b""))
    try:
        key, signed = (base64.b64decode(str(signature[name]), validate=True) for name in ("key", "signature"))
    except (KeyError, ValueError, TypeError):
        raise BundleRefused("unsigned") from None
    if len(key) != KEY_BYTES:
        raise BundleRefused("unsigned")
    if not is_signed(parts[MANIFEST], signed, key):
        raise BundleRefused("bad-signature")
    return key


def _named(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The parts that the manifest names, each as it was signed; one more or fewer is refused."""
    manifest = _json(parts[MANIFEST])
    form, named = manifest.get("form"), manifest.get("parts")
    if form != FORM or not isinstance(named, dict):
        raise BundleRefused("other-form", found=form, wanted=FORM)
    held = {name: data for name, data in parts.items() if name not in {MANIFEST, SIGNATURE}}
    for name in named:
        if name not in held:
            raise BundleRefused("missing-part", found=name)
        if listed(held[name]) != named[name]:
            raise BundleRefused("changed-part", found=name)
    added = sorted(held.keys() - named.keys())
    if added:
        raise BundleRefused("added-part", found=added[0])
    return held


def _json(data: bytes) -> dict[str, Any]:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _summary(data: bytes) -> Summary:
    """What the sender reports; the sender may be anybody, so every value is checked for what it is."""
    try:
        return SUMMARIES.validate_json(data, strict=True)
    except ValidationError as fault:
        first = fault.errors()[0]
        raise BundleRefused("faulty", found="/".join(str(step) for step in first["loc"]) or SUMMARY) from None
