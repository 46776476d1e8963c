"""The parts of a bundle's file: their names, the manifest that is signed, and values as JSON. Pure."""

import hashlib
import json
from typing import Any, Final

from pydantic import TypeAdapter

from tongket.reviews.bundles.values import Summary
from tongket.reviews.values import Filled

FORM: Final = "tongket-bundle/1"
MANIFEST: Final = "manifest.json"
SIGNATURE: Final = "signature.json"
SUMMARY: Final = "review.json"
REPORT: Final = "report.pdf"
ANNEXES: Final = "annexes/"
SUMMARIES = TypeAdapter(Summary)
FILLED = TypeAdapter(Filled)


def as_bytes(value: Any) -> bytes:  # noqa: ANN401 -- whatever JSON knows
    """JSON with its keys in order, the same bytes for the same value."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1).encode()


def listed(data: bytes) -> dict[str, Any]:
    """How the manifest names a part: its length in bytes and SHA-256."""
    return {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
