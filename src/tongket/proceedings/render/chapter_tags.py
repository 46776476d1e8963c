"""The tags of chapters that were set in one file, taken apart: each takes its own into its gathering."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from pikepdf import Array, Dictionary, Name, NameTree, NumberTree, String

from tongket.proceedings.render.tags import document_of

_ROWS = {Name.THead, Name.TBody, Name.TFoot, Name.TR}


class ChapterTags:
    """The tree of structure of such a file; `root` is that of its tags."""

    def __init__(self, root: Any) -> None:  # noqa: ANN401 -- objects of a PDF have the shape that their file gives them
        self.root = root
        self.owners = dict(NumberTree(root.ParentTree).items()) if "/ParentTree" in root else {}
        self.named: dict[tuple[int, int], list[tuple[str, Any]]] = {}
        for name, element in NameTree(root.IDTree).items() if "/IDTree" in root else ():
            self.named.setdefault(self._highest(element).objgen, []).append((name, element))

    def _highest(self, element: Any) -> Any:  # noqa: ANN401 -- as above
        """What stands at once below the document, and holds the element or is it."""
        document = document_of(self.root).objgen
        while element.P.objgen != document:
            element = element.P
        return element

    def elements_of_chapters(self, specimen: Sequence[Name]) -> list[list[Any]]:
        """The highest elements of each chapter, without the headings of the specimen in front of it."""
        chapters: list[list[Any]] = []
        for element in document_of(self.root).K:
            if specimen[0] == element.S:
                chapters.append([])
            elif specimen[1] != element.S:
                chapters[-1].append(element)
        return chapters

    def of(self, leaves: Iterable[Any], elements: Sequence[Any], code: str) -> dict[str, Any]:
        """What those elements are, and for each page what its marks and notes belong to."""
        for leaf in leaves:
            # Numbers of owners come anew with each volume; these depend on what else was set in the file.
            if "/StructParents" in leaf.Page:
                leaf.Owners = self.owners[int(leaf.Page.StructParents)]
                del leaf.Page.StructParents
            notes = [note for note in leaf.Page.get("/Annots", []) if "/StructParent" in note]
            leaf.Notes = Array([self._noted(note) for note in notes])
        named = self._named_for(elements, code)
        for element in elements:
            # It gets another above it; this one would bring all other chapters with it.
            del element.P
        return {"Elements": Array(elements), "Named": named, "Roles": self.root.RoleMap}

    def _noted(self, note: Any) -> Any:  # noqa: ANN401 -- as above
        owner = self.owners[int(note.StructParent)]
        del note.StructParent
        return Dictionary(Note=note, Owner=owner)

    def _named_for(self, elements: Sequence[Any], code: str) -> Any:  # noqa: ANN401 -- as above
        """Elements that are referred to by name, under names that no other chapter has."""
        named = [pair for element in elements for pair in self.named.get(element.objgen, ())]
        before = hashlib.sha256(code.encode()).hexdigest()[:12]
        names = {name: f"{before}-{number}" for number, (name, _element) in enumerate(named)}
        tables: dict[tuple[int, int], Any] = {}
        for name, element in named:
            element.ID = String(names[name])
            table = _table_of(element)
            tables[table.objgen] = table
        for dress in (dress for table in tables.values() for dress in _dresses_below(table)):
            if len(dress.get("/Headers", [])):
                dress.Headers = Array([String(names[str(name)]) for name in dress.Headers])
        return Array([element for _name, element in named])


def _table_of(element: Any) -> Any:  # noqa: ANN401 -- as above
    """The table that an element stands in, else the element itself."""
    above = element
    while "/S" in above and Name.Table != above.S:
        above = above.P
    return above if "/S" in above else element


def _dresses_below(table: Any) -> Iterator[Any]:  # noqa: ANN401 -- as above
    """The attributes of every cell of a table."""
    for element in table.K:
        if isinstance(element, Dictionary) and element.get("/S") in _ROWS:
            yield from _dresses_below(element)
        elif isinstance(element, Dictionary) and "/A" in element:
            yield from element.A
