"""Finds the parts of a .docx by its relations, as their names are only a habit of Word's."""

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from tongket.reading.archive import BROKEN, read_part
from tongket.reading.limits import Limits
from tongket.reading.refusals import refuse
from tongket.reading.word.markup import parse


@dataclass(frozen=True, slots=True)
class Package:
    """The trees of the three parts that make the text; a document may do without the last two."""

    document: etree._Element
    styles: etree._Element | None
    numbering: etree._Element | None


def open_package(data: bytes, limits: Limits) -> Package:
    """The parts of a .docx that was examined; raises Unreadable ("broken", "entity", "archive-bomb")."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read(archive, limits)
    except BROKEN:
        raise refuse("broken") from None


def _read(archive: zipfile.ZipFile, limits: Limits) -> Package:
    main = main_part(archive, limits)
    others = {each.kind: each.target for each in relations(archive, main, limits)}

    def tree(kind: str) -> etree._Element | None:
        name = others.get(kind, "")
        return parse(read_part(archive, name, limits)) if name in archive.namelist() else None

    return Package(parse(read_part(archive, main, limits)), tree("styles"), tree("numbering"))


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation of a part: its id, the last word of its type, and the part it leads to."""

    name: str
    kind: str
    target: str


def main_part(archive: zipfile.ZipFile, limits: Limits) -> str:
    """The name of the part that holds the text."""
    kinds = {each.kind: each.target for each in relations(archive, "", limits)}
    return kinds.get("officeDocument", "word/document.xml")


def relations(archive: zipfile.ZipFile, part: str, limits: Limits) -> Iterator[Relation]:
    """The relations of `part` in their order, outward ones left out."""
    folder, name = posixpath.split(part)
    place = posixpath.join(folder, "_rels", f"{name}.rels")
    if place not in archive.namelist():
        return
    for relation in parse(read_part(archive, place, limits)):
        if relation.get("TargetMode") == "External":
            continue
        kind, target = relation.get("Type", ""), relation.get("Target", "")
        leads_to = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        yield Relation(relation.get("Id", ""), kind.rsplit("/", 1)[-1], leads_to)
