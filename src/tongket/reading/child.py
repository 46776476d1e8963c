"""The process that reads one file of a stranger and can do nothing else: bytes in, JSON out."""

import json
import sys
from collections.abc import Callable, Sequence

from tongket.core.platform import limit_this_process
from tongket.reading.engines import drawer, figure_drawer, mail_reader, reader_of
from tongket.reading.kinds import Kind
from tongket.reading.limits import MEGABYTE, Limits
from tongket.reading.refusals import Unreadable, refuse
from tongket.reading.wire import encode, encode_refusal

DRAW = "draw"
DRAW_SOME = f"{DRAW}:"
FIGURES = "figures"
MAIL = "mail"


def answer(kind: Kind, data: bytes, limits: Limits) -> bytes:
    """What the parent is told about `data`: its lines, or the reason why there are none."""
    try:
        encoded = encode(reader_of(kind)(data, limits))
        if len(encoded) > limits.answer_bytes:
            raise refuse("too-long", wanted=f"{limits.answer_bytes // MEGABYTE} MB")
    except Unreadable as refusal:
        return encode_refusal(refusal)
    except MemoryError:
        return encode_refusal(refuse("too-hungry", wanted=limits.memory_bytes // MEGABYTE))
    return encoded


def pictures(data: bytes, limits: Limits, pages: Sequence[int] = ()) -> bytes:
    """The pages of a scanned PDF as portable graymaps, or the reason why there are none; `pages` are some, from 1."""
    return _or_why_not(lambda: drawer()(data, limits, pages), limits)


def figures(data: bytes, limits: Limits) -> bytes:
    """The pages of a PDF of ours in colour, or the reason why there are none."""
    return _or_why_not(lambda: figure_drawer()(data, limits), limits)


def _or_why_not(draw: Callable[[], bytes], limits: Limits) -> bytes:
    try:
        return draw()
    except Unreadable as refusal:
        return encode_refusal(refusal)
    except MemoryError:
        return encode_refusal(refuse("too-hungry", wanted=limits.memory_bytes // MEGABYTE))


def letter(data: bytes) -> bytes:
    """A message, its files behind it; nothing where it needs more memory than it may have."""
    try:
        return mail_reader()(data)
    except MemoryError:
        return b""


def main() -> None:
    """Reads the file from standard input; its kind, or another task's word, and the limits are the arguments."""
    task, limits = sys.argv[1], Limits(**json.loads(sys.argv[2]))
    limit_this_process(cpu_seconds=limits.cpu_seconds, memory_bytes=limits.memory_bytes)
    data = sys.stdin.buffer.read()
    if task == MAIL:
        sys.stdout.buffer.write(letter(data))
        return
    if task == FIGURES:
        sys.stdout.buffer.write(figures(data, limits))
        return
    if task.startswith(DRAW):
        pages = [int(number) for number in task.removeprefix(DRAW).removeprefix(":").split(",") if number]
        sys.stdout.buffer.write(pictures(data, limits, pages))
        return
    sys.stdout.buffer.write(answer(Kind(task), data, limits))


if __name__ == "__main__":  # pragma: no cover -- runs in the child only
    main()
