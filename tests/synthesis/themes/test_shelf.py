"""A shelf that was told of every move stands as a new sorter with the same lessons would have it."""

from random import Random

from tests.factories.themes import labelled
from tongket.reviews.rules import Kind
from tongket.synthesis.themes.news import News, Teller
from tongket.synthesis.themes.packing import fixed_part, standing_part, unpacked
from tongket.synthesis.themes.shelf import Shelf, shelve
from tongket.synthesis.themes.sorting import Sorter
from tongket.synthesis.themes.taxonomy import load
from tongket.synthesis.values import Said

SAID = [Said(key, row.text, row.kind, key) for key, row in enumerate(labelled("tuning"))]
TEXTS = {each.key: each.text for each in SAID}


def first_of(sorter: Sorter, said: Said) -> str:
    return next((each.theme for each in sorter.proposals(said)), "")


def proposed(placed: dict[int, str]) -> dict[int, str]:
    sorter = Sorter(load(), [(SAID[key], theme) for key, theme in placed.items()])
    return {said.key: first_of(sorter, said) for said in SAID}


def told(shelf: Shelf, before: dict[int, str], after: dict[int, str]) -> list[int]:
    sorter = Sorter(load(), [(SAID[key], theme) for key, theme in after.items()])
    come, gone = (
        tuple(sorter.lesson(SAID[key], theme) for key, theme in these - others)
        for these, others in ((after.items(), before.items()), (before.items(), after.items()))
    )
    changed, _is_other = Teller(News(sorter, come, gone)).tell(shelf, TEXTS)
    return [each.key for each in changed]


def stands(shelf: Shelf) -> dict[int, str]:
    return {key: shelf.names[number] for key, number in zip(shelf.keys, shelf.stands, strict=True)}


def test_a_shelf_begins_as_the_sorter_proposes() -> None:
    shelf, placed = shelve(Sorter(load()), SAID)

    assert stands(shelf) == proposed({}) == {each.key: each.theme for each in placed}


def test_moves_and_moves_taken_back_leave_what_a_new_sorter_proposes() -> None:
    shelf, _placed = shelve(Sorter(load()), SAID)
    draw, taught = Random(1), dict[int, str]()

    for turn in range(30):
        after = taught | {draw.randrange(len(SAID)): draw.choice(load()).code}
        if turn % 3 == 2:
            del after[draw.choice(sorted(taught))]
        told(shelf, taught, after)
        taught = after

    assert stands(shelf) == proposed(taught)
    assert stands(shelve(Sorter(load(), [(SAID[k], theme) for k, theme in taught.items()]), SAID)[0]) == stands(shelf)


def test_a_shelf_tells_what_is_proposed_elsewhere_now() -> None:
    shelf, _placed = shelve(Sorter(load()), SAID)
    before = stands(shelf)

    changed = told(shelf, {}, {3: "funding"})

    assert sorted(changed) == sorted(key for key, theme in stands(shelf).items() if theme != before[key])


def test_a_shelf_is_read_back_as_it_was_kept() -> None:
    sorter = Sorter(load(), [(Said(900, SAID[5].text, Kind.RESULT), "credit")])
    shelf, _placed = shelve(sorter, SAID[:20])

    assert unpacked(fixed_part(shelf), standing_part(shelf)) == shelf
