"""Which group of a corrected plan is which group of the plan before, by the words of its participants. Pure."""

from collections.abc import Mapping

from rapidfuzz.fuzz import ratio

from tongket.core.text import fold

# Rows whose number of people was corrected, or a word, are as alike as that.
_ALIKE = 80
GUESTS = ""


def moves_of(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, str]:
    """The clauses of groups that have another in the new plan, given as clause and words, with the new one.

    The same words are the same group, then those that are most alike. What was only reworded keeps its clause; a group
    that is gone keeps it too, unless another group has it now: then its people are guests beyond the plan.
    """
    old, new = ({clause: fold(text) for clause, text in each.items()} for each in (before, after))
    alike = [(ratio(one, other), was == now, was, now) for was, one in old.items() for now, other in new.items()]
    found: dict[str, str] = {}
    for likeness, _is_same_clause, was, now in sorted(alike, key=lambda each: (each[0], each[1]), reverse=True):
        if likeness >= _ALIKE and was not in found and now not in found.values():
            found[was] = now
    taken = set(found.values())
    left = {was: GUESTS if was in taken else was for was in old if was not in found}
    return {was: now for was, now in (found | left).items() if was != now}
