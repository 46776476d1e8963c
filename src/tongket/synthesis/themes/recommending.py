"""What units recommend, each once: who said it, to whom it speaks, the most telling wording and a title. Pure."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from tongket.synthesis.themes.addressees import NOWHERE, Places, addressee_key, addressee_named, asked
from tongket.synthesis.themes.concepts import PAIR_WEIGHT, concepts_of
from tongket.synthesis.themes.likeness import copies
from tongket.synthesis.themes.linking import DIGITS, MOST_AT_ONCE, likeness, linked, middle_of
from tongket.synthesis.themes.sorting import Sorter
from tongket.synthesis.themes.syllables import Run, syllables
from tongket.synthesis.themes.taxonomy import load
from tongket.synthesis.themes.telling import wording_of
from tongket.synthesis.themes.weights import unit_vector
from tongket.synthesis.values import Said

# Two recommendations are one where what they ask, the theme counted beside its concepts, is so much alike on average.
SAME_ASK = 0.38
THEME_WEIGHT = 0.5
THEME = "theme:"
# What many recommendations say whatever they want: that something be given or improved, for whom and where. It tells
# less of what is asked, and so do pairs of words beside the words themselves.
BROAD = (
    "hỗ trợ", "bố trí", "nâng", "đưa", "mở", "làm", "xem", "sớm", "thống nhất",
    "khu dân cư", "người dân", "cán bộ", "mô hình", "sáng kiến",
)  # fmt: skip
BROAD_WEIGHT = 0.5
PAIRS_WEIGHT = 0.5
# A recommendation of before is compared by so many of its wordings.
MOST_COMPARED = 12
TITLE_WORDS = 14
TITLE_LEAST = 5
_BREAK = re.compile(r"\s*[,;:(]\s*|\s+(?=(?:để|nhằm|vì|do|nhất là|trong đó|bởi|mà|thì|so với|như)\s)", re.IGNORECASE)
_PREPOSITION = re.compile(r"\s+(?=(?:cho|của|về|trong|ở|tại|đối với|và|với|từ|trên|chưa|theo|khi)\s)", re.IGNORECASE)


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


def recommended(
    said: Iterable[Said],
    theme_of: Mapping[int, str] | None = None,
    sorter: Sorter | None = None,
    places: Places = NOWHERE,
) -> tuple[Group, ...]:
    """Recommendations without their repetitions, those of most units first.

    `theme_of` tells where statements stand; what it does not tell, and what else a statement may be about, is asked of
    `sorter`, without one of the shipped themes. `places` are the conference's own, to know one addressee by several
    spellings.
    """
    groups = [_Same(tuple(members), proposals_of(members[0], sorter or _shipped())) for members in copies(said)]
    themes = {**{each.said[0].key: each.first for each in groups}, **(theme_of or {})}
    made = [_group(members, themes, places) for members in _same_asks(groups, themes)]
    return tuple(sorted(made, key=lambda group: (-group.units, -len(group.keys), group.title, min(group.keys))))


def asked_again(
    groups: Sequence[Sequence[Said]], known: Mapping[int, Sequence[Said]], theme_of: Mapping[int, str]
) -> dict[int, int]:
    """By the place of a group the one of `known` that its statements ask for again; nothing where they ask for more.

    The same likeness decides as for two wordings of one year.
    """
    middles = {key: _middle(said, theme_of) for key, said in sorted(known.items())}
    found: dict[int, int] = {}
    for place, group in enumerate(groups if middles else ()):
        mine = _middle(group, theme_of)
        like = {key: round(likeness(mine, middle), DIGITS) for key, middle in middles.items()}
        best = max(like, key=lambda key: (like[key], -key))
        if like[best] >= SAME_ASK:
            found[place] = best
    return found


def _middle(said: Sequence[Said], theme_of: Mapping[int, str]) -> Mapping[Run, float]:
    """The middle of what some statements ask for: the likeness of two is the average one of their statements."""
    groups = [_Same(tuple(members), proposals_of(members[0], _shipped())) for members in copies(said[:MOST_COMPARED])]
    themes = {**{each.said[0].key: each.first for each in groups}, **theme_of}
    return middle_of([_vector(group, themes) for group in groups])


def title_of(text: str) -> str:
    """What is asked in few words: `Bố trí kinh phí riêng cho sáng kiến ở khu dân cư`."""
    ask = asked(text).ask
    for breaks in (_BREAK, _PREPOSITION):
        ends = [found.start() for found in breaks.finditer(ask)] + [len(ask)]
        fitting = [end for end in ends if TITLE_LEAST <= len(ask[:end].split()) <= TITLE_WORDS]
        if fitting:
            return _capital(ask[: max(fitting)])
    return _capital(" ".join(ask.split()[:TITLE_WORDS]))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


@dataclass(frozen=True, slots=True)
class _Same:
    """Copies of one recommendation, the leader first, and what it may be about with shares."""

    said: tuple[Said, ...]
    about: Mapping[str, float]

    @property
    def first(self) -> str:
        """The theme that is proposed."""
        return next(iter(self.about), "")


@cache
def _shipped() -> Sorter:
    return Sorter(load())


def proposals_of(said: Said, sorter: Sorter) -> dict[str, float]:
    """The themes of what is asked, the best first; whom it is asked of does not count."""
    return {each.theme: each.score for each in sorter.proposals(replace(said, text=asked(said.text).ask))}


def _same_asks(groups: Sequence[_Same], themes: Mapping[int, str]) -> list[list[Said]]:
    """Groups that ask for the same in other words as one; where there are many, only within a theme."""
    cells: dict[str, list[_Same]] = defaultdict(list)
    for group in groups:
        cells[themes.get(group.said[0].key, "") if len(groups) > MOST_AT_ONCE else ""].append(group)
    return [
        [statement for place in places for statement in cell[place].said]
        for _, cell in sorted(cells.items())
        for places in linked([_vector(group, themes) for group in cell], SAME_ASK)
    ]


def _vector(group: _Same, themes: Mapping[int, str]) -> Mapping[Run, float]:
    """What is asked as concepts, without to whom, and beside them what it may be about."""
    concepts = unit_vector(_weighed(concepts_of(asked(group.said[0].text).ask)))
    stands = themes.get(group.said[0].key, "")
    about = {theme: group.about.get(theme, 0.0) + (theme == stands) for theme in {*group.about, stands} if theme}
    weights = {(THEME, theme): THEME_WEIGHT * weight for theme, weight in unit_vector(about).items()}
    return unit_vector({**concepts, **weights})


def _weighed(concepts: Mapping[Run, float]) -> dict[Run, float]:
    """Less for what is said whatever is wanted, and for pairs of words that are no concept."""
    return {run: weight * _share(run, weight) for run, weight in concepts.items()}


def _share(run: Run, weight: float) -> float:
    is_pair = len(run) == 2 and weight <= PAIR_WEIGHT
    return (BROAD_WEIGHT if run in _broad() else 1.0) * (PAIRS_WEIGHT if is_pair else 1.0)


@cache
def _broad() -> frozenset[Run]:
    return frozenset(map(syllables, BROAD))


def _group(members: list[Said], themes: Mapping[int, str], places: Places) -> Group:
    best = wording_of(members)
    codes = Counter(themes[member.key] for member in members if themes.get(member.key)) or Counter([""])
    theme = min(codes, key=lambda code: (-codes[code], code))
    units = len({member.unit or -member.key for member in members})
    keys = frozenset(member.key for member in members)
    return Group(keys, theme, title_of(best.text), best.text, _addressee(members, places), units)


def _addressee(members: Iterable[Said], places: Places) -> str:
    """The addressee that most name, in the wording most of those use."""
    names = [name for member in members if (name := asked(member.text).addressee)]
    if not names:
        return ""
    keys = Counter(addressee_key(name, places) for name in names)
    key = min(keys, key=lambda each: (-keys[each], each))
    return addressee_named(name for name in names if addressee_key(name, places) == key)
