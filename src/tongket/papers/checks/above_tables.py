"""What stands above a table of a paper, and whether all of it speaks of the whole unit. Pure.

A paper tells of one model, and most of its tables are that model's: its title, a heading or any sentence before the
table may say so, and where one might, nothing is compared.
"""

import re
from collections.abc import Sequence

from tongket.papers.checks.sight import Sight
from tongket.papers.checks.speaking_of import is_all_whole, leads_to_whole, names_one
from tongket.reviews.cutting.sentences import sentences_of
from tongket.reviews.reports.values import Line, Section

# How deep a heading with one number (`2.`) stands; those with more (`2.1.`) stand below one.
_OF_ITEMS = 3


def above_of_whole(sight: Sight, section: Section, around: Sequence[str], block: int) -> tuple[str, ...] | None:
    """The headings and sentences above the table that is this block; None where they tell of less than the whole.

    `around` are the headings that the section's own stands below.
    """
    names = sight.assignment.unit.names
    headings, said = (*around, section.heading), _sentences(sight, section, block)
    is_of_whole = (
        not names_one(sight.title or sight.anatomy.title)
        and all(leads_to_whole(words, names) for words in (*headings, *said[-1:]))
        and all(leads_to_whole(words, names) or is_all_whole(words, names) for words in said[:-1])
    )
    return (*headings, *said) if is_of_whole else None


def _sentences(sight: Sight, section: Section, block: int) -> tuple[str, ...]:
    """What the section says in the text of the paper before the table."""
    within = range(sight.anatomy.body, block)
    lines = (line.text for line in section.lines if line.block in within and not line.cells)
    return tuple(sentence for text in lines for sentence in sentences_of(text))


def headings_around(sight: Sight, sections: Sequence[Section], place: int) -> tuple[str, ...]:
    """The headings of the text that the one of `sections[place]` stands below, the nearest first.

    `2. Mô hình camera` right above `2.1. Mục tiêu` is taken for an item of a list, and is a heading all the same.
    """
    head = {text for block, text in sight.texts if block < sight.anatomy.body}
    found: list[str] = []
    level = sections[place].level
    for number in range(place, 0, -1):
        each = sections[number]
        if each.level < level:
            level = each.level
            found.append(each.heading)
        if each.level == level > _OF_ITEMS:
            found.extend(line.text for line in sections[number - 1].lines[-1:] if _is_item(line))
    return tuple(heading for heading in found if heading not in head)


def _is_item(line: Line) -> bool:
    """Whether a line is numbered and no sentence."""
    return bool(re.match(r"\d", line.mark)) and not line.text.endswith((".", ";", ",", "!"))
