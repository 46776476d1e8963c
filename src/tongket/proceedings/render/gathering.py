"""A gathering: the pages of one chapter with their tags, made ready to be sewn into a volume, and kept between builds.

It is a PDF without a page tree: what belongs to a chapter hangs from its root under `/Gathering`, so that one copy
brings all of it into the volume. Fonts and colour spaces hang apart under `/Shared`, named by what is in them: chapters
that hold the same ones bring them once.
"""

import hashlib
from collections.abc import Sequence
from io import BytesIO
from itertools import groupby
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tongket.papers.render.drawable import Drawable
from tongket.proceedings.render.chapter_tags import ChapterTags
from tongket.proceedings.render.marks import marks_of
from tongket.proceedings.render.values import Run

# The headings that the form `chapter.typ` sets on the page before each chapter, which no volume binds.
SPECIMEN = (Name.H1, Name.H2)
# What is left of a reference where an object is written down by itself.
_REFERENCE = b" R"
SHARED = ("/Font", "/ColorSpace")


def gathered(data: bytes, *, codes: Sequence[str], drawn: Drawable) -> list[bytes]:
    """What the form `chapter.typ` made of the chapters `codes`, one by one; `drawn` tells of their pictures."""
    with pikepdf.open(BytesIO(data)) as source:
        shared = _Shared(source)
        tags = ChapterTags(source.Root.StructTreeRoot)
        chapters = zip(codes, _leaves_of_chapters(source), tags.elements_of_chapters(SPECIMEN), strict=True)
        made = [
            Dictionary(Leaves=Array(leaves), Drawn=String(drawn.value), **tags.of(leaves, elements, code))
            for code, leaves, elements in chapters
        ]
        return [shared.kept_apart(content) for content in made]


def gathered_as_is(data: bytes) -> bytes:
    """Pages of others, laid on our sheets already: without tags, in the same place on left- and right-hand pages."""
    with pikepdf.open(BytesIO(data)) as source:
        leaves = [_leaf(page.obj) for page in source.pages]
        content = Dictionary(Leaves=Array(leaves), Drawn=String(Drawable.PLAIN.value), Still=True)
        return _Shared(source).kept_apart(content)


def _leaves_of_chapters(source: pikepdf.Pdf) -> list[list[Any]]:
    """The pages of each chapter, which begin behind the page that a bookmark leads to."""
    pages = [page.obj for page in source.pages]
    places = {page.objgen: place for place, page in enumerate(pages)}
    begins = [places[mark.Dest[0].objgen] for mark in marks_of(source.Root.Outlines)]
    ends = [*begins[1:], len(pages)]
    return [[_leaf(page) for page in pages[begin + 1 : end]] for begin, end in zip(begins, ends, strict=True)]


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


class _Shared:
    """What the chapters of one file share: each thing is named once, and brought to all that have it."""

    def __init__(self, source: pikepdf.Pdf) -> None:
        self.source = source
        self.named: dict[bytes, str] = {}

    def kept_apart(self, content: Any) -> bytes:  # noqa: ANN401 -- as above
        """The content of a gathering as a file of its own, what it shares beside it."""
        shared: dict[str, Any] = {}
        for leaf in content.Leaves:
            for kind in SHARED:
                things = leaf.Page.Resources.get(kind, {})
                names = {key: self._named(each, shared) for key, each in things.items()}
                leaf.Page.Resources[kind] = Dictionary(names)
            # Only then it is copied with what refers to it: until it is sewn in it is no page.
            del leaf.Page["/Type"], leaf.Page["/Parent"]
        with pikepdf.new() as made:
            made.Root.Gathering = made.copy_foreign(self.source.make_indirect(content))
            made.Root.Shared = made.copy_foreign(self.source.make_indirect(Dictionary(shared)))
            target = BytesIO()
            made.save(target, static_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return target.getvalue()

    def _named(self, thing: Any, shared: dict[str, Any]) -> Name:  # noqa: ANN401 -- as above
        """The name of what is in a thing, which is put among the `shared`."""
        written = thing.unparse()
        if written not in self.named:
            self.named[written] = "/S" + print_of_thing(thing)
        name = self.named[written]
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
