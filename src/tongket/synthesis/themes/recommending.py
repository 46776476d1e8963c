"""What units recommend, each once: who said it, to whom it speaks, the most telling wording and a title. Pure."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tongket.synthesis.themes.addressees import addressee_key, asked
from tongket.synthesis.themes.likeness import gather
from tongket.synthesis.themes.sorting import Sorter
from tongket.synthesis.themes.taxonomy import load
from tongket.synthesis.themes.telling import wording_of
from tongket.synthesis.values import Said

TITLE_WORDS = 14
TITLE_LEAST = 5
_BREAK = re.compile(r"\s*[,;:(]\s*|\s+(?=(?:để|nhằm|vì|do|nhất là|trong đó|bởi|mà|thì|so với|như)\s)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Group:
    """One recommendation: `keys` of the statements that make it, the number of `units` behind it, `theme` its code.

    `text` is the statement that says it best, `addressee` whom most of those speak to who name anybody, else empty.
    """

    keys: frozenset[int]
    theme: str
    title: str
    text: str
    addressee: str
    units: int


def recommended(said: Iterable[Said], theme_of: Mapping[int, str] | None = None) -> tuple[Group, ...]:
    """Recommendations without their repetitions, those of most units first; themes are proposed where not given."""
    statements = {statement.key: statement for statement in said}
    themes = _proposed(statements.values()) if theme_of is None else theme_of
    gathered = gather(statements.values(), themes)
    alone = statements.keys() - frozenset().union(*gathered)
    groups = [_group(keys, statements, themes) for keys in (*gathered, *(frozenset({key}) for key in alone))]
    return tuple(sorted(groups, key=lambda group: (-group.units, -len(group.keys), group.title, min(group.keys))))


def title_of(text: str) -> str:
    """What is asked in few words: `Bố trí kinh phí riêng cho sáng kiến ở khu dân cư`."""
    ask = asked(text).ask
    words = ask.split()
    ends = [found.start() for found in _BREAK.finditer(ask)] + [len(ask)]
    fitting = [end for end in ends if TITLE_LEAST <= len(ask[:end].split()) <= TITLE_WORDS]
    short = ask[: max(fitting)] if fitting else " ".join(words[:TITLE_WORDS])
    return short[:1].upper() + short[1:]


def _proposed(said: Iterable[Said]) -> dict[int, str]:
    sorter = Sorter(load())
    return {statement.key: sorter.place(statement)[0].theme for statement in said}


def _group(keys: frozenset[int], said: Mapping[int, Said], themes: Mapping[int, str]) -> Group:
    members = [said[key] for key in sorted(keys)]
    best = wording_of(members)
    theme = Counter(themes.get(key, "") for key in sorted(keys)).most_common(1)[0][0]
    units = len({member.unit or -member.key for member in members})
    return Group(keys, theme, title_of(best.text), best.text, _addressee(members), units)


def _addressee(members: Iterable[Said]) -> str:
    """The addressee that most name, in the wording most of those use."""
    names = [name for member in members if (name := asked(member.text).addressee)]
    if not names:
        return ""
    keys = Counter(map(addressee_key, names))
    key = min(keys, key=lambda each: (-keys[each], each))
    wordings = Counter(name for name in names if addressee_key(name) == key)
    return min(wordings, key=lambda each: (-wordings[each], each))
