"""What the process that reads a manuscript says: one line of JSON, then the bytes of the pictures."""

import json
from dataclasses import dataclass

from tongket.reading.manuscript.values import Manuscript
from tongket.reading.manuscript.wire import from_json, to_json
from tongket.reading.refusals import refuse


@dataclass(frozen=True, slots=True)
class Draft:
    """A manuscript as its file gives it, and the pages (from 1) that are pictures whose letters nobody has read yet."""

    manuscript: Manuscript
    scanned: tuple[int, ...] = ()


def encode(draft: Draft) -> bytes:
    """`draft` as bytes; `decode` gives an equal one back."""
    pictures = [picture.data for picture in draft.manuscript.pictures]
    fields = {
        "manuscript": to_json(draft.manuscript),
        "scanned": draft.scanned,
        "sizes": [len(picture) for picture in pictures],
    }
    line = json.dumps(fields, separators=(",", ":")).encode("ascii")
    return b"\n".join((line, b"".join(pictures)))


def decode(answer: bytes) -> Draft:
    """The draft in `answer`; raises the Unreadable that it holds, and ValueError for anything else."""
    line, _end, rest = answer.partition(b"\n")
    match json.loads(line):
        case {"refused": str(code), "found": str() | int() | float() as found, "wanted": str() | int() as wanted}:
            raise refuse(code, found=found, wanted=wanted)
        case {"manuscript": dict() as manuscript, "scanned": [*scanned], "sizes": [*sizes]}:
            return Draft(from_json(manuscript, _parted(rest, sizes)), tuple(map(_size, scanned)))
    raise _foreign()


def _parted(rest: bytes, sizes: list[object]) -> list[bytes]:
    """The pictures, one after the other, nothing left over."""
    pictures, place = [], 0
    for each in sizes:
        size = _size(each)
        pictures.append(rest[place : place + size])
        place += size
    if place != len(rest):
        raise _foreign()
    return pictures


def _size(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    raise _foreign()


def _foreign() -> ValueError:
    return ValueError("not an answer of the process that reads manuscripts")
