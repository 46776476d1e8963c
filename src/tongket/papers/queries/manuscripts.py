"""A version's manuscript as it was read, out of what the row keeps."""

from collections.abc import Iterable, Mapping
from typing import Any

from tongket.core import files
from tongket.papers.models import PaperVersion, VersionPicture
from tongket.reading.manuscript import wire
from tongket.reading.manuscript.values import Block, Manuscript


def manuscript_of(version: PaperVersion) -> Manuscript | None:
    """The manuscript with its pictures; None where the file was not read. One query at most."""
    return manuscripts_of([version]).get(version.pk)


def manuscripts_of(versions: Iterable[PaperVersion]) -> dict[int, Manuscript]:
    """The manuscripts of the versions that were read, by the number of the version; one query at most."""
    read = {version.pk: version.manuscript for version in versions if version.manuscript is not None}
    pictured = [number for number, kept in read.items() if kept["pictures"]]
    rows = VersionPicture.objects.filter(version__in=pictured).select_related("file").order_by("ordinal")
    pictures: dict[int, list[bytes]] = {}
    for row in rows if pictured else ():
        pictures.setdefault(row.version_id, []).append(files.read(row.file))
    return {number: wire.from_json(kept, pictures.get(number, [])) for number, kept in read.items()}


def blocks_of(kept: Mapping[str, Any] | None) -> tuple[Block, ...]:
    """The blocks alone, without opening any picture; nothing where the file was not read."""
    if not kept:
        return ()
    return wire.from_json(dict(kept), [b""] * len(kept["pictures"])).blocks
