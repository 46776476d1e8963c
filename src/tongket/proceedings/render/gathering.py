"""A gathering: the pages of one chapter with their tags, made ready to be sewn into a volume, and kept between builds.

It is a PDF without a page tree: what belongs to a chapter hangs from its root under `/Gathering`, so that one copy brings
all of it into the volume. Fonts and colour spaces hang apart under `/Shared`, named by what is in them: chapters that hold
the same ones bring them once.
"""

import hashlib
from collections.abc import Iterable
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
SHARED = ("/Font", "/ColorSpace")


def gathered(data: bytes, *, code: str, drawn: Drawable) -> bytes:
    """What the form `chapter.typ` made of the chapter `code`, without its specimen; `drawn` says how its pictures are."""
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
    owners = NumberTree(root.ParentTree)
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
    for name, element in named.items():
        element.ID = String(before + name)
    for cell in source.objects if named else ():
        for dress in _dresses(cell):
            if len(dress.get("/Headers", [])):
                dress.Headers = Array([String(before + str(name)) for name in dress.Headers])
    return Array([element for _name, element in sorted(named.items())])


def _dresses(element: Any) -> list[Any]:  # noqa: ANN401 -- as above
    """The attributes of an element of structure; nothing for any other object."""
    is_cell = isinstance(element, Dictionary) and element.get("/S") in {Name.TD, Name.TH} and "/A" in element
    return list(element.A) if is_cell else []


def _kept_apart(source: pikepdf.Pdf, content: Any) -> bytes:  # noqa: ANN401 -- as above
    """The content of a gathering as a file of its own, what it shares beside it."""
    shared: dict[str, Any] = {}
    for leaf in content.Leaves:
        for kind in SHARED:
            if kind in leaf.Page.Resources:
                leaf.Page.Resources[kind] = _by_name(leaf.Page.Resources[kind], shared)
        # Only then it is copied with what refers to it: until it is sewn in it is no page.
        del leaf.Page["/Type"], leaf.Page["/Parent"]
    with pikepdf.new() as made:
        made.Root.Gathering = made.copy_foreign(source.make_indirect(content))
        made.Root.Shared = made.copy_foreign(source.make_indirect(Dictionary(shared)))
        target = BytesIO()
        made.save(target, static_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return target.getvalue()


def _by_name(things: Any, shared: dict[str, Any]) -> Any:  # noqa: ANN401 -- as above
    """For each thing the name of what is in it."""
    names = {}
    for name, thing in things.items():
        key = "/S" + print_of_thing(thing)
        shared.setdefault(key, thing)
        names[name] = Name(key)
    return Dictionary(names)


def print_of_thing(thing: Any) -> str:  # noqa: ANN401 -- as above
    """What tells a font or a colour space from others: all that hangs from it, streams as they lie in the file."""
    print_ = hashlib.sha256()
    _add(thing, print_)
    return print_.hexdigest()[:32]


def _add(thing: Any, print_: "hashlib._Hash") -> None:  # noqa: ANN401 -- as above
    if isinstance(thing, pikepdf.Stream):
        print_.update(thing.read_raw_bytes())
    if isinstance(thing, Dictionary | pikepdf.Stream):
        for name, value in sorted(thing.items()):
            print_.update(name.encode())
            _add(value, print_)
    elif isinstance(thing, Array) and any(isinstance(each, pikepdf.Object) for each in thing):
        for each in thing:
            _add(each, print_)
    else:
        print_.update(thing.unparse() if isinstance(thing, pikepdf.Object) else repr(thing).encode())
