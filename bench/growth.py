"""How the time of reading grows with the length of a text, up to a megabyte: twice the text, about twice the time."""

import time

from tests.plans.writing.text import as_text

from bench.long_plan import long_letter
from bench.measure import Row, print_rows
from tongket.plans.read import read_document
from tongket.reading.reader import read_bytes

SIZES = tuple(62_500 * 2**step for step in range(5))
MOST = 2.5


def text_of(size: int) -> bytes:
    """The long plan with its middle over and over until it has `size` bytes, letterhead and ending once."""
    lines = as_text(long_letter()).splitlines()
    begin = next(place for place, line in enumerate(lines) if line.startswith("I. "))
    end = lines.index("Nơi nhận:")
    middle = "\n".join(lines[begin:end])
    times = size // len(middle.encode()) + 1
    whole = "\n".join([*lines[:begin], *[middle] * times]).encode()[:size].decode(errors="ignore")
    return "\n".join([whole, *lines[end:]]).encode()


def seconds(size: int) -> float:
    """Processor time from the bytes of a text to its facts, the least of three runs."""
    data = text_of(size)
    return min(_once(data) for _ in range(3))


def _once(data: bytes) -> float:
    began = time.process_time()
    read_document(read_bytes(data))
    return time.process_time() - began


def measure() -> list[Row]:
    """The time at each size, and the mean ratio of one size to the next."""
    seconds(SIZES[0])
    times = [seconds(size) for size in SIZES]
    rows = [
        Row(f"plan of {size / 1000:,.0f} KB of text to facts", took, "s")
        for size, took in zip(SIZES, times, strict=True)
    ]
    ratio = (times[-1] / times[0]) ** (1 / (len(times) - 1))
    return [*rows, Row("– what twice the text took, on average", ratio, "× the time", MOST)]


if __name__ == "__main__":
    print_rows(measure())
