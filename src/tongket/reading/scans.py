"""Scans and photographs read by tesseract, where it is installed with Vietnamese; each page a picture, then lines."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import ceil

from tongket.reading.bounded import bounded
from tongket.reading.document import Document, Line, Mending, Source
from tongket.reading.limits import Limits
from tongket.reading.mending import Collector
from tongket.reading.refusals import refuse

LANGUAGE = "vie"
# A page of 300 dots to the inch is read best (tesseract's own advice); A4 is then 8.7 million dots.
DOTS_PER_INCH = 300
_HEADER = re.compile(rb"P5 (\d{1,5}) (\d{1,5}) 255\n")
_PARAGRAPH_GAP = re.compile(r"\n\s*\n")


@lru_cache(maxsize=1)
def find_tesseract() -> str | None:
    """The path of tesseract, None where it is not installed or knows no Vietnamese."""
    command = shutil.which("tesseract")
    if command is None:
        return None
    listed = subprocess.run([command, "--list-langs"], capture_output=True, check=False, timeout=20)  # noqa: S603
    return command if LANGUAGE in listed.stdout.decode(errors="replace").split() else None


def pages_of(pictures: bytes) -> Iterator[bytes]:
    """The pictures in a stream of portable graymaps; raises Unreadable ("broken") for anything else."""
    place = 0
    while place < len(pictures):
        header = _HEADER.match(pictures, place)
        if header is None:
            raise refuse("broken")
        end = header.end() + int(header[1]) * int(header[2])
        if end > len(pictures):
            raise refuse("broken")
        yield pictures[place:end]
        place = end


def read_pictures(pictures: Sequence[bytes], source: Source, limits: Limits) -> Document:
    """The lines that tesseract sees on each picture, the whole marked as read by a machine.

    Raises Unreadable ("scan", "too-slow", "too-long").
    """
    command = find_tesseract()
    if command is None:
        raise refuse("scan", found=f"{len(pictures)} trang ảnh")
    if len(pictures) > limits.scanned_pages:
        raise refuse("too-long", wanted=f"{limits.scanned_pages} trang quét")
    collector = Collector()
    collector.note("ocr")
    for number, picture in enumerate(pictures, 1):
        for line in _lines(_recognised(command, picture, limits), number):
            collector.add(line)
    if not collector.lines:
        raise refuse("scan", found=f"{len(pictures)} trang ảnh")
    mendings: tuple[Mending, ...] = tuple(collector.mendings)
    return Document(source, tuple(collector.lines), len(pictures), hard_wrapped=True, mendings=mendings)


def _lines(text: str, page: int) -> Iterator[Line]:
    for block in _PARAGRAPH_GAP.split(text.replace("\f", "\n")):
        for place, line in enumerate(row for row in block.split("\n") if row.strip()):
            yield Line(line.strip(), page=page, gap=place == 0)


def _recognised(command: str, picture: bytes, limits: Limits) -> str:
    """What tesseract reads on one picture; one thread, nothing of this process's surroundings."""
    surroundings = {"PATH": os.environ.get("PATH", os.defpath), "OMP_THREAD_LIMIT": "1"}
    asked = bounded(
        [command, "stdin", "stdout", "-l", LANGUAGE, "--psm", "4", "-c", "preserve_interword_spaces=1"],
        cpu_seconds=ceil(limits.office_seconds),
        memory_bytes=limits.memory_bytes,
        file_bytes=0,
    )
    try:
        done = subprocess.run(  # noqa: S603 -- the command is found by name
            asked, input=picture, capture_output=True, check=False, timeout=limits.office_seconds, env=surroundings
        )
    except subprocess.TimeoutExpired:
        raise refuse("too-slow", wanted=round(limits.office_seconds)) from None
    return done.stdout.decode("utf-8", errors="replace") if done.returncode == 0 else ""
