"""The index of many texts, asked which passages of a text stand in them. Pure."""

import json
import sys
from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import islice

from tongket.papers.copying.long_runs import LONG, long_runs
from tongket.papers.copying.postings import Postings, posting
from tongket.papers.copying.runs import Hit, Run, apart, joined, runs_of
from tongket.papers.copying.shingles import SIZE, Words, shingles, words_of
from tongket.papers.copying.stock import stock_words
from tongket.papers.copying.values import Passage

LEAST_SYLLABLES = 20
# Words that stand in more than this share of all texts, and in more than so many, are stock phrases.
STOCK_SHARE = 0.05
STOCK_TEXTS = 8
# Rows of a form that say the same a thousand times must not make each row answer each.
MOST_PLACES = 2000
MOST_IN_ONE = 20
FORM = 1


class Index:
    """Texts under keys. Each word is kept as where it begins and by the shingle it begins, twelve bytes in all."""

    __slots__ = ("_firsts", "_keys", "_places", "_postings", "_starts")

    def __init__(self, texts: Iterable[tuple[str, str]] = ()) -> None:
        """`texts` are pairs of key and text (NFC); a key that comes again takes the place of the earlier text."""
        self._keys: list[str] = []
        self._places: dict[str, int] = {}
        self._firsts: list[int] = []  # the first word of each text, counted through all texts
        self._starts: array[int] = array("I")  # the first character of each word
        self._postings = Postings()
        self._postings.add([each for key, text in texts for each in self._taken(key, text)])

    def add(self, key: str, text: str) -> None:
        """Takes one text more, in place of the text of the same key."""
        self._postings.add(self._taken(key, text))

    def _taken(self, key: str, text: str) -> list[int]:
        words = words_of(text)
        first = len(self._starts)
        self._places[key] = len(self._keys)
        self._keys.append(key)
        self._firsts.append(first)
        self._starts.extend(words.starts)
        return [posting(shingle, place) for place, shingle in enumerate(shingles(words.folded), first)]

    def __len__(self) -> int:
        return len(self._places)

    def passages(
        self,
        text: str,
        *,
        but: frozenset[str] = frozenset(),
        stock: Sequence[str] = (),
        least: int = LEAST_SYLLABLES,
        share: float = STOCK_SHARE,
    ) -> tuple[Passage, ...]:
        """The passages of `text` (NFC) that stand in other texts, in its order; those of one text do not overlap.

        `but` names texts not to look in (its own versions), `stock` phrases or whole texts whose words do not count,
        `least` the syllables that have to agree, `share` that of all texts from which on common words do not count.
        """
        words = words_of(text)
        named = stock_words(words.folded, stock)
        covered = list(named)
        most_texts = max(STOCK_TEXTS, int(share * len(self)))
        hits, long = self._hits(words, covered, most_texts=most_texts)
        found = [
            self._passage(text, words, covered, number, run)
            for number, pairs in hits.items()
            if self._keys[number] not in but
            for run in apart(joined(runs_of(pairs)), covered, least)
        ]
        more = [
            self._passage(text, words, named, number, run)
            for number, runs in long.items()
            if self._keys[number] not in but
            for run in apart(runs, named, max(least, LONG))
        ]
        found += [each for each in more if not any(_is_over(each, other) for other in found)]
        return tuple(sorted(found, key=lambda passage: (passage.start, -passage.syllables, passage.key)))

    def _hits(
        self, words: Words, covered: list[bool], *, most_texts: int
    ) -> tuple[dict[int, list[Hit]], dict[int, list[Run]]]:
        """For each text the pairs of words where the same shingle begins; marks as stock what too many texts have.

        A text that agrees in common words only is left out, but for the long stretches of them that it has in one
        piece: these are the second answer.
        """
        rare: dict[int, list[Hit]] = defaultdict(list)
        common: list[tuple[int, Hit]] = []
        for word, shingle in enumerate(shingles(words.folded)):
            where = self._where(word, shingle)
            if len({number for number, _ in where}) > most_texts or len(where) >= MOST_PLACES:
                covered[word : word + SIZE] = [True] * SIZE
                common += where
            else:
                _sort_in(rare, where)
        _sort_in(rare, (each for each in common if each[0] in rare))
        pairs = {number: sorted(found) for number, found in rare.items()}
        return pairs, long_runs(pairs, common, most_texts=most_texts)

    def _where(self, word: int, shingle: int) -> list[tuple[int, Hit]]:
        """The texts that have a shingle, those of replaced ones left out, with the pair of words where it begins."""
        places = islice(self._postings.places(shingle), MOST_PLACES)
        by_text: dict[int, list[int]] = defaultdict(list)
        for place in places:
            by_text[self._text_at(place)].append(place)
        return [
            (number, (word, place - self._firsts[number]))
            for number, found in by_text.items()
            if self._places[self._keys[number]] == number
            for place in found[:MOST_IN_ONE]
        ]

    def _text_at(self, place: int) -> int:
        return bisect_right(self._firsts, place) - 1

    def _passage(self, text: str, words: Words, covered: Sequence[bool], number: int, run: Run) -> Passage:
        start, end, last = words.starts[run.start], words.ends[run.end - 1], self._firsts[number] + run.other_end - 1
        # The last words are equal, so they are equally long.
        length = words.ends[run.end - 1] - words.starts[run.end - 1]
        return Passage(
            key=self._keys[number],
            start=start,
            end=end,
            other_start=self._starts[self._firsts[number] + run.other_start],
            other_end=self._starts[last] + length,
            words=text[start:end],
            syllables=run.worth(covered),
        )

    def to_bytes(self) -> bytes:
        """The whole index, to be kept in a file or a column: one line of JSON, then the numbers."""
        head = {
            "form": FORM,
            "order": sys.byteorder,
            "keys": self._keys,
            "firsts": self._firsts,
            "words": len(self._starts),
            "runs": [len(run) for run in self._postings.runs],
        }
        numbers = [self._starts.tobytes(), *(run.tobytes() for run in self._postings.runs)]
        return b"\n".join([json.dumps(head, ensure_ascii=False).encode(), b"".join(numbers)])

    @classmethod
    def from_bytes(cls, data: bytes) -> "Index":
        """What `to_bytes` gave; ValueError for anything else."""
        line, _, numbers = data.partition(b"\n")
        head = json.loads(line)
        if not isinstance(head, dict) or head.get("form") != FORM:
            raise ValueError(f"an index of form {FORM} is wanted, got {line[:40]!r}")
        index = cls()
        index._keys, index._firsts = head["keys"], head["firsts"]
        index._places = {key: number for number, key in enumerate(index._keys)}
        view, runs = memoryview(numbers), []
        index._starts, place = _array("I", view, 0, head["words"], head["order"])
        for length in head["runs"]:
            run, place = _array("Q", view, place, length, head["order"])
            runs.append(run)
        index._postings = Postings(runs)
        if place != len(view):
            raise ValueError(f"numbers of {place} bytes are wanted, got {len(view)}")
        return index


def _is_over(one: Passage, other: Passage) -> bool:
    """Whether two passages of the same text lie over each other."""
    return one.key == other.key and one.start < other.end and other.start < one.end


def _sort_in(hits: dict[int, list[Hit]], found: Iterable[tuple[int, Hit]]) -> None:
    for number, pair in found:
        hits[number].append(pair)


def _array(code: str, view: memoryview, place: int, length: int, order: str) -> tuple["array[int]", int]:
    """The next `length` numbers and where they end."""
    numbers: array[int] = array(code)
    end = place + length * numbers.itemsize
    numbers.frombytes(view[place:end])
    if order != sys.byteorder:
        numbers.byteswap()
    return numbers, end
