"""Opens the parts of a .docx that hold the words of a paper: text, styles, lists, notes, and the pictures it names."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from tongket.reading.archive import BROKEN, read_part
from tongket.reading.limits import Limits
from tongket.reading.refusals import refuse
from tongket.reading.word.markup import W, parse, value
from tongket.reading.word.package import main_part, relations

NOTES = ("footnote", "endnote")


@dataclass(frozen=True, slots=True)
class Parts:
    """The trees of one document. `notes` are by kind and id, `targets` the parts that the text's relations lead to."""

    archive: zipfile.ZipFile
    document: etree._Element
    styles: etree._Element | None
    numbering: etree._Element | None
    notes: Mapping[tuple[str, str], etree._Element]
    targets: Mapping[str, str]
    limits: Limits

    def content(self, relation: str) -> bytes | None:
        """The bytes of the part that a relation of the text leads to, None where there is none that can be read."""
        try:
            return read_part(self.archive, self.targets[relation], self.limits)
        except BROKEN:
            return None


def open_parts(data: bytes, limits: Limits) -> Parts:
    """The parts of a .docx that was examined; raises Unreadable ("broken", "entity", "archive-bomb")."""
    try:
        return _read(zipfile.ZipFile(io.BytesIO(data)), limits)
    except BROKEN:
        raise refuse("broken") from None


def _read(archive: zipfile.ZipFile, limits: Limits) -> Parts:
    main = main_part(archive, limits)
    there = set(archive.namelist())
    others = [each for each in relations(archive, main, limits) if each.target in there]
    names = {each.kind: each.target for each in others}

    def tree(kind: str) -> etree._Element | None:
        return parse(read_part(archive, names[kind], limits)) if kind in names else None

    return Parts(
        archive,
        parse(read_part(archive, main, limits)),
        tree("styles"),
        tree("numbering"),
        {key: note for kind in NOTES for key, note in _notes(kind, tree(f"{kind}s"))},
        {each.name: each.target for each in others},
        limits,
    )


def _notes(kind: str, root: etree._Element | None) -> Iterator[tuple[tuple[str, str], etree._Element]]:
    """The notes of one kind; the lines that part them from the text have a type and are none."""
    for note in () if root is None else root.iterfind(W + kind):
        if (value(note, "type") or "normal") == "normal":
            yield (kind, value(note, "id") or ""), note
