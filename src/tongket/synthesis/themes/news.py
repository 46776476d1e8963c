"""Lessons that came and went are told to the shelves: what they change is proposed anew, all else stays. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tongket.synthesis.themes.lexicon import Scores
from tongket.synthesis.themes.memory import NOT_MUCH, Lesson, Memory, like_voice
from tongket.synthesis.themes.shelf import KINDS, Shelf, numbered
from tongket.synthesis.themes.sorting import Sorter, vector_of, weight_of
from tongket.synthesis.themes.syllables import syllables
from tongket.synthesis.values import Placed

Wanted = list[tuple[int, float]]


@dataclass(frozen=True, slots=True)
class News:
    """What a person taught since the shelves were filled: lessons that came and that are gone; the sorter knows all."""

    sorter: Sorter
    come: tuple[Lesson, ...]
    gone: tuple[Lesson, ...]

    def taken(self) -> frozenset[str]:
        """The themes whose voices changed."""
        return frozenset(theme for lesson in (*self.come, *self.gone) for theme in lesson.profile)


class Teller:
    """Tells shelves of news, one after the other."""

    def __init__(self, news: News) -> None:
        self.sorter, self.taken = news.sorter, news.taken()
        self._come = [(lesson.theme, wanted_of(lesson)) for lesson in news.come]
        self._gone = [(lesson.theme, wanted_of(lesson)) for lesson in news.gone]
        self._voices = _Voices(news.sorter.memory)

    def tell(self, shelf: Shelf, texts: Mapping[int, str]) -> tuple[list[Placed], bool]:
        """What is proposed elsewhere now, and whether the shelf changed; `texts` are those of `deaf` lines by key."""
        likes = self._likes(shelf, texts)
        if likes:
            shelf.liken(likes)
        changed = []
        for place in sorted({*likes, *shelf.lines_taken(self.taken)}):
            scores = self._speaking(shelf, place)
            kind = KINDS[shelf.kinds[place]]
            theme = self.sorter.best(kind, scores)
            if theme != shelf.names[shelf.stands[place]]:
                shelf.stands[place] = shelf.number(theme)
                changed.append(self.sorter.judged(shelf.keys[place], kind, scores))
        return changed, bool(likes or changed)

    def deaf(self, shelf: Shelf) -> Iterator[int]:
        """Keys of the lines to which a lesson that is gone spoke loudest for its theme."""
        return (shelf.keys[place] for place, _theme in self._losing(shelf))

    def _losing(self, shelf: Shelf) -> Iterator[tuple[int, str]]:
        for place, theme, voice in _heard(shelf, self._gone):
            if voice >= shelf.scores(shelf.likes, place).get(theme, 0.0) - NOT_MUCH:
                yield place, theme

    def _likes(self, shelf: Shelf, texts: Mapping[int, str]) -> dict[int, Scores]:
        """By place the voices of placed statements, where they are others now."""
        likes: dict[int, Scores] = {}
        for place, theme in self._losing(shelf):
            own = likes.setdefault(place, shelf.scores(shelf.likes, place))
            own.pop(theme, None)
            now = self.sorter.memory.like_voices(vector_of(syllables(texts[shelf.keys[place]]))).get(theme, 0.0)
            own |= {theme: now} if now else {}
        for place, theme, voice in _heard(shelf, self._come):
            heard = likes[place] if place in likes else shelf.scores(shelf.likes, place)
            if voice > heard.get(theme, 0.0):
                likes[place] = heard | {theme: voice}
        return likes

    def _speaking(self, shelf: Shelf, place: int) -> Scores:
        """What speaks for each theme of a line."""
        scores, column, names, voices = shelf.scores(shelf.likes, place), shelf.taken, shelf.names, self._voices
        span = column.span(place)
        for number, share in zip(column.themes[span], column.amounts[span], strict=True):
            for theme, voice in voices[names[number]]:
                scores[theme] = scores.get(theme, 0.0) + share * voice
        return scores


class _Voices(dict[str, tuple[tuple[str, float], ...]]):
    """For which themes it speaks that the taxonomy takes a statement for one: asked once for each."""

    def __init__(self, memory: Memory) -> None:
        super().__init__()
        self._memory = memory

    def __missing__(self, taken: str) -> tuple[tuple[str, float], ...]:
        self[taken] = tuple(self._memory.voices(taken).items())
        return self[taken]


def wanted_of(lesson: Lesson) -> Wanted:
    """The numbered words of a lesson, each with its weight times that of the same word in any other statement."""
    return [(numbered(" ".join(run)), weight * weight_of(run)) for run, weight in lesson.vector.items()]


def _heard(shelf: Shelf, lessons: Iterable[tuple[str, Wanted]]) -> Iterator[tuple[int, str, float]]:
    """The places of the lines to which lessons speak, for which theme, and how loud."""
    for theme, wanted in lessons:
        for place, cosine in shelf.alike(wanted).items():
            yield place, theme, like_voice(cosine)
