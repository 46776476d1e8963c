"""A version's manuscript as it was read, out of what the row keeps."""

from collections.abc import Mapping
from typing import Any

from tongket.core import files
from tongket.papers.models import PaperVersion, VersionPicture
from tongket.reading.manuscript import wire
from tongket.reading.manuscript.values import Block, Manuscript


def manuscript_of(version: PaperVersion) -> Manuscript | None:
    """The manuscript with its pictures; None where the file was not read. Two queries at most."""
    if version.manuscript is None:
        return None
    rows = VersionPicture.objects.filter(version=version).select_related("file").order_by("ordinal")
    return wire.from_json(version.manuscript, [files.read(row.file) for row in rows])


def blocks_of(kept: Mapping[str, Any] | None) -> tuple[Block, ...]:
    """The blocks alone, without opening any picture; nothing where the file was not read."""
    if not kept:
        return ()
    return wire.from_json(dict(kept), [b""] * len(kept["pictures"])).blocks
