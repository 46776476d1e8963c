"""A paper states what its assignment asks for: the exemplar, the way, results, lessons.

The plan's clause; cues in `topic.toml`.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import product

from rapidfuzz.fuzz import partial_ratio

from tongket.core.findings import Finding, Level, words
from tongket.core.text import clean, fold, fold_tones
from tongket.papers.checks.sight import EVERYWHERE, Sight, short

_QUOTED = re.compile(r"[“\"«]([^”\"»]+)[”\"»]")
_SIGNS = re.compile(r"[^\w\s]|_")
_SENTENCE = re.compile(r"(?<=[.!?;:])\s+")
# "Xin trình bày phương pháp, kết quả …" repeats the assignment and states nothing yet.
_ANNOUNCES = re.compile(r"\bxin (?:được )?(?:báo cáo|trình bày|trao đổi|nêu|tham luận)\b", re.IGNORECASE)
_LONG_NAME_WORDS = 8
# A name of three words is a name; a shorter one in quotation marks is a manner of speaking.
_LEAST_NAME_WORDS = 3
_SAME_NAME = 88.0


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing that topics ask for, with the words that ask and the words that answer, the likeliest first."""

    code: str
    asked: tuple[str, ...]
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the topic asks for, in its own words; `block` and `quote` say where the paper has it, if it does."""

    code: str
    words: str
    block: int | None = None
    page: int | None = None
    quote: str = ""


def check(sight: Sight) -> tuple[Finding, ...]:
    """A finding for each thing that the topic asks for and the paper does not state."""
    return tuple(
        Finding(
            "topic-name" if asked.code == "name" else "topic-missing",
            Level.ADVICE,
            found=words("Chưa thấy nhắc “{thing}”.") if asked.code == "name" else words("Chưa thấy nêu {thing}."),
            wanted=words("Chủ đề được giao có nêu điều này."),
            where=EVERYWHERE,
            todo=words("Xem lại bài; máy chỉ tìm theo chữ, có thể bài nói bằng lời khác."),
            clause=sight.assignment.clause,
            values={"thing": asked.words, "thing_code": asked.code},
        )
        for asked in asked_of(sight)
        if asked.block is None
    )


def asked_of(sight: Sight) -> tuple[Asked, ...]:
    """Everything the topic asks for, in the order of `topic.toml`, names first, with where the paper has it."""
    topic = clean(sight.assignment.topic)
    if not topic:
        return ()
    names = dict.fromkeys(name for name in _QUOTED.findall(topic) if len(name.split()) >= _LEAST_NAME_WORDS)
    return (*(_name(sight, name) for name in names), *_things(sight, topic))


def _name(sight: Sight, name: str) -> Asked:
    wanted = fold(name)
    for place, text in sight.texts:
        if len(text) >= len(name) / 2 and partial_ratio(wanted, fold(text)) >= _SAME_NAME:
            return Asked("name", name, place, sight.page(place), short(text))
    return Asked("name", name)


def _things(sight: Sight, topic: str) -> Iterator[Asked]:
    plain = _keyed(_QUOTED.sub(" ", topic))
    sentences = _sentences(sight.texts, sight.anatomy.body)
    for thing in things():
        cue = next((cue for cue in thing.asked if _key_of_word(cue) in plain), None)
        if cue is not None:
            place, quote = _answer(thing, sentences)
            yield Asked(thing.code, cue, place, None if place is None else sight.page(place), short(quote))


@lru_cache(maxsize=2)
def _sentences(texts: tuple[tuple[int, str], ...], body: int) -> tuple[tuple[int, str, str], ...]:
    """Block, words and key of each sentence, the head of the paper last; one that only announces is none.

    The check asks, and who shows the topic beside the paper asks for the same one again.
    """
    turned = (*texts[body:], *texts[:body])
    parts = ((place, part) for place, text in turned for part in _SENTENCE.split(text))
    return tuple(
        (place, sentence, _keyed(_QUOTED.sub(_kept_when_short, sentence)))
        for place, sentence in parts
        if not _ANNOUNCES.search(sentence)
    )


def _answer(thing: Thing, sentences: Sequence[tuple[int, str, str]]) -> tuple[int | None, str]:
    """The first sentence with the likeliest word that answers."""
    said = product(map(_key_of_word, thing.said), sentences)
    return next(((place, sentence) for word, (place, sentence, key) in said if word in key), (None, ""))


def _keyed(text: str) -> str:
    """The words in lower case with their tones at the end and a blank on either side, signs gone."""
    return f" {fold_tones(_SIGNS.sub(' ', text))} "


@cache
def _key_of_word(word: str) -> str:
    """The key of a word of `topic.toml`, which stays the same."""
    return _keyed(word)


def _kept_when_short(found: re.Match[str]) -> str:
    """A movement's long name says "hiệu quả" without any result being told; a model's short name may be the answer."""
    return " " if len(found[1].split()) > _LONG_NAME_WORDS else found[0]


@cache
def things() -> tuple[Thing, ...]:
    """The rows of `topic.toml`."""
    text = files("tongket.papers.checks").joinpath("topic.toml").read_text(encoding="utf-8")
    rows = tomllib.loads(text)["thing"]
    return tuple(Thing(row["code"], tuple(row["asked"]), tuple(row["said"])) for row in rows)
