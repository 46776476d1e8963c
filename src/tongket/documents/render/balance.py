"""Breaks a subject into lines: as few as hold it, none parted within “…” for nothing, all as even as can be."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tongket.documents.render.fonts import width_mm

# Programs round widths each in their own way; a line that is fuller than this might break once more.
_SPARE_MM = 0.5
# A dash between words stays at the end of a line: `chính trị -` / `xã hội`.
_DASHES = {"-", "–", "—"}
# A figure stays with what it counts: `ngày 14`, `số 294/KH`.
_BEFORE_FIGURES = {"ngày", "tháng", "năm", "số", "điều", "khoản"}
_OPENING, _CLOSING = "“", "”"


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to break the words up to a place: breaks within quotes, unevenness, and where each line ends."""

    torn: int = 0
    squares: float = 0
    ends: tuple[int, ...] = ()

    @property
    def badness(self) -> tuple[int, float]:
        return self.torn, self.squares


@lru_cache(maxsize=256)
def balanced(
    words: str, room_mm: float, size_pt: float, *, bold: bool = False, italic: bool = False
) -> tuple[str, ...]:
    """`words` as lines of at most `room_mm`; one line where they fit it, or where one word alone is longer."""
    room = room_mm - _SPARE_MM
    parts = _parts(words)
    widths = [width_mm(part, size_pt, bold=bold, italic=italic) for part in parts]
    blank = width_mm(" ", size_pt, bold=bold, italic=italic)
    if sum(widths) + blank * (len(parts) - 1) <= room or max(widths) > room:
        return (words,)
    places = [0.0]
    for width in widths:
        places.append(places[-1] + width + blank)
    ends = _ends(places, _quoted(parts), room + blank)
    return tuple(" ".join(parts[start:end]) for start, end in zip((0, *ends), ends, strict=False))


def _parts(words: str) -> list[str]:
    """What a line may end behind: words, a dash with the word before it, a figure with what it counts."""
    first, *others = words.split() or [""]
    parts = [first]
    for word in others:
        counted = word[0].isdecimal() and parts[-1].rpartition(" ")[2].lower() in _BEFORE_FIGURES
        if counted or word in _DASHES:
            parts[-1] += f" {word}"
        else:
            parts.append(word)
    return parts


def _quoted(parts: list[str]) -> set[int]:
    """The places between parts that stand within quotes."""
    found, depth = set[int](), 0
    for place, part in enumerate(parts, 1):
        depth = max(0, depth + part.count(_OPENING) - part.count(_CLOSING))
        if depth:
            found.add(place)
    return found


def _ends(places: list[float], quoted: set[int], room: float) -> tuple[int, ...]:
    """Where the lines of the best way end; `places` are those of the parts when all stand on one line."""
    ways = {0: _Way()}
    for left in reversed(range(_fewest(places, room))):
        ways = _one_line_more(ways, places, quoted, (room, left * room))
    return ways[len(places) - 1].ends


def _fewest(places: list[float], room: float) -> int:
    """How many lines it takes at least."""
    lines = start = 0
    while start < len(places) - 1:
        start, lines = bisect_right(places, places[start] + room) - 1, lines + 1
    return lines


def _one_line_more(
    ways: dict[int, _Way], places: list[float], quoted: set[int], rooms: tuple[float, float]
) -> dict[int, _Way]:
    """The best way to each place that one line more reaches; `rooms` are this line's and that of all after it."""
    longer: dict[int, _Way] = {}
    for end, way in _grown(ways, places, quoted, rooms):
        if end not in longer or way.badness < longer[end].badness:
            longer[end] = way
    return longer


def _grown(
    ways: dict[int, _Way], places: list[float], quoted: set[int], rooms: tuple[float, float]
) -> Iterator[tuple[int, _Way]]:
    room, later = rooms
    soonest = bisect_left(places, places[-1] - later)
    for start, way in ways.items():
        for end in range(max(start + 1, soonest), bisect_right(places, places[start] + room)):
            torn, square = way.torn + (end in quoted), way.squares + (places[end] - places[start]) ** 2
            yield end, _Way(torn, square, (*way.ends, end))
