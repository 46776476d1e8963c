"""The tags of a bound volume: chapter behind its heading, every mark with its owner, no name twice."""

from collections.abc import Iterator
from contextlib import closing
from io import BytesIO
from itertools import pairwise
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, NameTree, NumberTree

from tests.factories.manuscripts import sample_paper
from tests.factories.volumes import full_volume, make_chapter, make_volume
from tongket.proceedings.render.values import Volume
from tongket.proceedings.render.volume import bind


def opened(volume: Volume) -> "closing[pikepdf.Pdf]":
    return closing(pikepdf.open(BytesIO(bind(volume).data)))


def below(element: Any) -> Iterator[Any]:
    """Every element below another."""
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
            yield from below(kid)


def papers() -> Volume:
    return make_volume(*(make_chapter(number, sample_paper(number, pages=1.9)) for number in range(4)))


def test_chapters_follow_their_headings() -> None:
    with opened(full_volume()) as whole:
        kinds = [str(element.S) for element in whole.Root.StructTreeRoot.K[0].K]

    # Behind those of the four papers and lists stand their texts; pages of others say nothing to a listener.
    assert kinds.count("/H2") == 5
    assert kinds[kinds.index("/H2") + 1] not in {"/H1", "/H2"}


def test_a_chapter_is_heard_from_its_first_block_on() -> None:
    with opened(papers()) as whole:
        kinds = [str(element.S) for element in whole.Root.StructTreeRoot.K[0].K]

    # Three begin with their title, one with the head of an official letter, which is a table.
    behind = [after for before, after in pairwise(kinds) if before == "/H2"]
    assert sorted(behind) == ["/H3", "/H3", "/H3", "/Table"]


def test_every_element_knows_the_one_above_it() -> None:
    with opened(papers()) as whole:
        root = whole.Root.StructTreeRoot
        elements = list(below(root))

        assert len(elements) > 100
        assert all(kid.P.objgen == above.objgen for above in elements for kid in below_at_once(above))


def below_at_once(element: Any) -> list[Any]:
    kids = element.get("/K", [])
    return [kid for kid in kids if isinstance(kid, Dictionary) and "/S" in kid] if isinstance(kids, Array) else []


def test_every_page_and_note_finds_its_owners() -> None:
    with opened(papers()) as whole:
        owners = NumberTree(whole.Root.StructTreeRoot.ParentTree)
        numbers = [int(page.obj.StructParents) for page in whole.pages if "/StructParents" in page.obj]
        notes = [note for page in whole.pages for note in page.obj.get("/Annots", []) if "/StructParent" in note]
        pages = {page.obj.objgen for page in whole.pages}
        leading = {element.Pg.objgen for element in below(whole.Root.StructTreeRoot) if "/Pg" in element}

        assert len(set(numbers)) == len(numbers)
        assert all(isinstance(owners[number], Array) for number in numbers)
        assert {str(owners[int(note.StructParent)].Type) for note in notes} == {"/StructElem"}
        assert leading <= pages


def test_names_of_elements_differ_between_chapters() -> None:
    with opened(papers()) as whole:
        named = NameTree(whole.Root.StructTreeRoot.IDTree)
        names = list(named.keys())
        headers = {
            str(name)
            for element in below(whole.Root.StructTreeRoot)
            if "/A" in element
            for dress in element.A
            for name in dress.get("/Headers", [])
        }

        assert (names, len({name.split("-")[0] for name in names})) == (sorted(set(names)), 3)
        assert sorted(str(element.ID) for element in below(whole.Root.StructTreeRoot) if "/ID" in element) == names
        assert headers
        assert headers <= set(names)
