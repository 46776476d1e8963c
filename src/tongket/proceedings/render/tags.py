"""The tags of a volume: what those who listen to it hear, chapter after chapter behind the headings of the frame."""

from itertools import count
from operator import itemgetter
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, NameTree, NumberTree, String


def document_of(root: Any) -> Any:  # noqa: ANN401 -- objects of a PDF have the shape that their file gives them
    """The element that holds all others."""
    return root.K[0] if isinstance(root.K, Array) else root.K


class Tags:
    """The tree of structure of the frame, into which those of the chapters are hung in their order."""

    def __init__(self, root: Any) -> None:  # noqa: ANN401 -- as above
        self.root, self.document = root, document_of(root)
        self.owners: list[Any] = []
        for number, owner in NumberTree(root.ParentTree).items():
            self.owners += [number, owner]
        self.numbers = count(max(self.owners[::2], default=-1) + 1)
        self.named = list(NameTree(root.IDTree).items()) if "/IDTree" in root else []
        self.chapters: list[list[Any]] = []

    def add(self, content: Any) -> None:  # noqa: ANN401 -- as above
        """Hangs in what a gathering brings: the next chapter."""
        for leaf in content.Leaves:
            if "/Owners" in leaf:
                leaf.Page.StructParents = self._number_of(leaf.Owners)
            for note in leaf.get("/Notes", []):
                note.Note.StructParent = self._number_of(note.Owner)
        elements = list(content.get("/Elements", []))
        for element in elements:
            element.P = self.document
        self.chapters.append(elements)
        self.named += [(str(element.ID), element) for element in content.get("/Named", [])]
        for name, role in content.get("/Roles", {}).items():
            self.root.RoleMap[name] = role

    def _number_of(self, owner: Any) -> int:  # noqa: ANN401 -- as above
        number = next(self.numbers)
        self.owners += [number, owner]
        return number

    def finish(self, whole: pikepdf.Pdf) -> None:
        """Writes down the order of all elements, whose the marks are, and the names."""
        chapters = iter(self.chapters)
        order: list[Any] = []
        for element in self.document.K:
            order.append(element)
            if element.S == Name.H2:
                order += next(chapters)
        self.document.K = Array(order)
        self.root.ParentTree = whole.make_indirect(Dictionary(Nums=Array(self.owners)))
        self.root.ParentTreeNextKey = next(self.numbers)
        if self.named:
            named = sorted(self.named, key=itemgetter(0))
            pairs = [part for name, element in named for part in (String(name), element)]
            self.root.IDTree = whole.make_indirect(Dictionary(Names=Array(pairs)))
