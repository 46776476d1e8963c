"""A bundle as a file: parts, manifest, signature. The same bytes for the same bundle and key. Pure."""

import base64
import io
import zipfile

from tongket.reviews.bundles.parts import (
    ANNEXES,
    FORM,
    MANIFEST,
    REPORT,
    SIGNATURE,
    SUMMARIES,
    SUMMARY,
    as_bytes,
    listed,
)
from tongket.reviews.bundles.signing import public_of, sign
from tongket.reviews.bundles.values import Bundle

# Zip knows no time before 1980; a fixed one keeps equal bundles equal.
_STAMP = (1980, 1, 1, 0, 0, 0)


def write_bundle(bundle: Bundle, key: bytes) -> bytes:
    """The file of `bundle`, signed with the private key `key` (32 bytes)."""
    parts = {SUMMARY: as_bytes(SUMMARIES.dump_python(bundle.summary, mode="json"))}
    if bundle.report:
        parts[REPORT] = bundle.report
    parts |= {ANNEXES + annex.name: annex.data for annex in bundle.annexes}
    manifest = as_bytes({"form": FORM, "parts": {name: listed(data) for name, data in parts.items()}})
    signature = {
        "algorithm": "Ed25519",
        "key": base64.b64encode(public_of(key)).decode(),
        "signature": base64.b64encode(sign(manifest, key)).decode(),
    }
    return _zipped({MANIFEST: manifest, SIGNATURE: as_bytes(signature)} | parts)


def _zipped(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _STAMP), data, zipfile.ZIP_DEFLATED)
    return made.getvalue()
