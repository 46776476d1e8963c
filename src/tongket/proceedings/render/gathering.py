"""A gathering: the pages of one chapter with their tags, made ready to be sewn into a volume, and kept between builds.

It is a PDF without a page tree: what belongs to a chapter hangs from its root under `/Gathering`, so that one copy
brings all of it into the volume. Fonts and colour spaces hang apart under `/Shared`, named by what is in them: chapters
that hold the same ones bring them once.
"""

import hashlib
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import groupby
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, NameTree, NumberTree, String

from tongket.papers.render.drawable import Drawable
from tongket.proceedings.render.tags import document_of
from tongket.proceedings.render.values import Run

# What the form `chapter.typ` sets in front of a chapter and no volume binds.
SPECIMEN_PAGES, SPECIMEN_HEADINGS = 1, 2
# What is left of a reference where an object is written down by itself.
_REFERENCE = b" R"
SHARED = ("/Font", "/ColorSpace")
_ROWS = {Name.THead, Name.TBody, Name.TFoot, Name.TR}


def gathered(data: bytes, *, code: str, drawn: Drawable) -> bytes:
    """What the form `chapter.typ` made of the chapter `code`, without its specimen; `drawn` tells of its pictures."""
    with pikepdf.open(BytesIO(data)) as source:
        leaves = [_leaf(page.obj) for page in list(source.pages)[SPECIMEN_PAGES:]]
        bound = Dictionary(Leaves=Array(leaves), Drawn=String(drawn.value), **_tags(source, leaves, code))
        return _kept_apart(source, bound)


def gathered_as_is(data: bytes) -> bytes:
    """Pages of others, laid on our sheets already: without tags, in the same place on left- and right-hand pages."""
    with pikepdf.open(BytesIO(data)) as source:
        leaves = [_leaf(page.obj) for page in source.pages]
        return _kept_apart(source, Dictionary(Leaves=Array(leaves), Drawn=String(Drawable.PLAIN.value), Still=True))


class Gathering:
    """A gathering that is open; it has to stay so until the volume that it is sewn into is written."""

    def __init__(self, code: str, data: bytes) -> None:
        self.code = code
        self._source = pikepdf.open(BytesIO(data))
        self.content, self.shared = self._source.Root.Gathering, self._source.Root.Shared

    def close(self) -> None:
        """Lets go of it."""
        self._source.close()

    @property
    def drawn(self) -> Drawable:
        """How its pictures could be drawn."""
        return Drawable(str(self.content.Drawn))

    @property
    def is_still(self) -> bool:
        """Whether it does not move with the mirrored margins of a printed volume."""
        return "/Still" in self.content

    @property
    def runs(self) -> tuple[Run, ...]:
        """Its pages, those that lie the same way together."""
        boxes = ([float(edge) for edge in leaf.Page.MediaBox] for leaf in self.content.Leaves)
        turns = groupby(right - left > top - bottom for left, bottom, right, top in boxes)
        return tuple(Run(sum(1 for _ in group), is_landscape) for is_landscape, group in turns)


def _leaf(page: Any) -> Any:  # noqa: ANN401 -- objects of a PDF have the shape that their file gives them
    """A page with the names of what it shares in place of the things themselves."""
    page.Resources = Dictionary(page.Resources)
    return Dictionary(Page=page)


def _tags(source: pikepdf.Pdf, leaves: Iterable[Any], code: str) -> dict[str, Any]:
    """The tags of a chapter: what its document element holds, and for each page what its marks and notes belong to."""
    root = source.Root.StructTreeRoot
    owners = dict(NumberTree(root.ParentTree).items()) if "/ParentTree" in root else {}
    for leaf in leaves:
        if "/StructParents" in leaf.Page:
            leaf.Owners = owners[int(leaf.Page.StructParents)]
        notes = [note for note in leaf.Page.get("/Annots", []) if "/StructParent" in note]
        leaf.Notes = Array([Dictionary(Note=note, Owner=owners[int(note.StructParent)]) for note in notes])
    elements = list(document_of(root).K)[SPECIMEN_HEADINGS:]
    for element in elements:
        # It gets another above it; this one would bring the specimen with it.
        del element.P
    return {"Elements": Array(elements), "Named": _named_for(source, code), "Roles": root.RoleMap}


def _named_for(source: pikepdf.Pdf, code: str) -> Any:  # noqa: ANN401 -- as above
    """Elements that are referred to by name, under names that no other chapter has."""
    root = source.Root.StructTreeRoot
    named = dict(NameTree(root.IDTree).items()) if "/IDTree" in root else {}
    before = hashlib.sha256(code.encode()).hexdigest()[:12] + "-"
    tables: dict[tuple[int, int], Any] = {}
    for name, element in named.items():
        element.ID = String(before + name)
        table = _table_of(element)
        tables[table.objgen] = table
    for dress in (dress for table in tables.values() for dress in _dresses_below(table)):
        if len(dress.get("/Headers", [])):
            dress.Headers = Array([String(before + str(name)) for name in dress.Headers])
    return Array([element for _name, element in sorted(named.items())])


def _table_of(element: Any) -> Any:  # noqa: ANN401 -- as above
    """The table that an element stands in, else the element itself."""
    above = element
    while "/P" in above and str(above.S) != "/Table":
        above = above.P
    return above if str(above.S) == "/Table" else element


def _dresses_below(table: Any) -> Iterator[Any]:  # noqa: ANN401 -- as above
    """The attributes of every cell of a table."""
    for element in table.K:
        if isinstance(element, Dictionary) and element.get("/S") in _ROWS:
            yield from _dresses_below(element)
        elif isinstance(element, Dictionary) and "/A" in element:
            yield from element.A


def _kept_apart(source: pikepdf.Pdf, content: Any) -> bytes:  # noqa: ANN401 -- as above
    """The content of a gathering as a file of its own, what it shares beside it."""
    shared: dict[str, Any] = {}
    named: dict[tuple[int, int], str] = {}
    for leaf in content.Leaves:
        for kind in SHARED:
            things = leaf.Page.Resources.get(kind, {})
            leaf.Page.Resources[kind] = Dictionary({key: _by_name(each, shared, named) for key, each in things.items()})
        # Only then it is copied with what refers to it: until it is sewn in it is no page.
        del leaf.Page["/Type"], leaf.Page["/Parent"]
    with pikepdf.new() as made:
        made.Root.Gathering = made.copy_foreign(source.make_indirect(content))
        made.Root.Shared = made.copy_foreign(source.make_indirect(Dictionary(shared)))
        target = BytesIO()
        made.save(target, static_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return target.getvalue()


def _by_name(thing: Any, shared: dict[str, Any], named: dict[tuple[int, int], str]) -> Name:  # noqa: ANN401 -- as above
    """The name of what is in a thing, which is put among the `shared`; `named` are those that were met before."""
    name = named.get(thing.objgen) or "/S" + print_of_thing(thing)
    if thing.is_indirect:
        named[thing.objgen] = name
    shared.setdefault(name, thing)
    return Name(name)


def print_of_thing(thing: Any) -> str:  # noqa: ANN401 -- as above
    """What tells a font or a colour space from others: all that hangs from it, streams as they lie in the file."""
    print_ = hashlib.sha256()
    _add(thing, print_)
    return print_.hexdigest()[:32]


def _add(thing: Any, print_: "hashlib._Hash") -> None:  # noqa: ANN401 -- as above
    if isinstance(thing, pikepdf.Stream):
        print_.update(thing.read_raw_bytes())
        _add(thing.stream_dict, print_)
    elif not isinstance(thing, pikepdf.Object):
        print_.update(repr(thing).encode())
    elif _REFERENCE not in (said := thing.unparse()):
        print_.update(said)
    elif isinstance(thing, Dictionary):
        for name, value in sorted(thing.items()):
            print_.update(name.encode())
            _add(value, print_)
    else:
        for value in thing:
            _add(value, print_)
