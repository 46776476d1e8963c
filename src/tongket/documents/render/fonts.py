"""The type face of documents: where its files lie, what letters it holds, how wide words are in it."""

import os
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

from tongket.documents.render.layout import PT_PER_MM
from tongket.documents.render.values import OfficialDocument

OWN_FOLDER = Path(__file__).parent / "fonts"
# Regular, bold, italic and bold italic as the files of a family are named; all three families have the same widths.
_FAMILIES = (
    ("Tinos", ("Tinos_400Regular", "Tinos_700Bold", "Tinos_400Regular_Italic", "Tinos_700Bold_Italic")),
    ("Tinos", ("Tinos-Regular", "Tinos-Bold", "Tinos-Italic", "Tinos-BoldItalic")),
    ("Times New Roman", ("times", "timesbd", "timesi", "timesbi")),
    ("Times New Roman", tuple(f"Times New Roman{style}" for style in ("", " Bold", " Italic", " Bold Italic"))),
    ("Liberation Serif", tuple(f"LiberationSerif-{style}" for style in ("Regular", "Bold", "Italic", "BoldItalic"))),
)
# ế shows a face without Vietnamese: old versions of Liberation lack it and 91 letters more.
_TELLING_LETTER = ord("ế")


class FontsMissing(RuntimeError):
    """No type face with the widths of Times New Roman and all Vietnamese letters is on this machine."""


def system_folders() -> tuple[Path, ...]:
    """Where this system keeps its fonts."""
    home = Path.home()
    if sys.platform == "win32":
        return (Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts", home / "AppData/Local/Microsoft/Windows/Fonts")
    if sys.platform == "darwin":
        return (Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts")
    return (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), home / ".local/share/fonts", home / ".fonts")


def faces_in(folders: tuple[Path, ...]) -> tuple[str, tuple[Path, Path, Path, Path]] | None:
    """The first family that lies whole in `folders`: its name and files (regular, bold, italic, bold italic)."""
    there = {path.stem.lower(): path for folder in folders for path in _font_files(folder)}
    for family, names in _FAMILIES:
        files = [there[name.lower()] for name in names if name.lower() in there]
        if len(files) == 4 and _TELLING_LETTER in _advances(files[0]):
            return family, (files[0], files[1], files[2], files[3])
    return None


def _font_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.[tT][tT][fF]")) if folder.is_dir() else []


@cache
def faces() -> tuple[str, tuple[Path, Path, Path, Path]]:
    """The family that documents are set in and its files; raises FontsMissing where there is none."""
    found = faces_in((OWN_FOLDER,)) or faces_in(system_folders())
    if found is None:
        raise FontsMissing(
            "found no type face for official documents, wanted Tinos, Times New Roman or Liberation Serif 2; "
            f"run `python hatch_build.py`, put the four files of Tinos into {OWN_FOLDER}, "
            "or install fonts-liberation2"
        )
    return found


@cache
def _advances(path: Path) -> dict[int, float]:
    """The width of each letter (by code point) as a share of the type size."""
    with TTFont(path, lazy=True) as font:
        widths, unit = font["hmtx"], font["head"].unitsPerEm
        return {code: widths[name][0] / unit for code, name in font.getBestCmap().items()}


def width_mm(words: str, size_pt: float, *, bold: bool = False, italic: bool = False) -> float:
    """How long `words` are on one line, without kerning, as Word and our PDF set them."""
    advances = _advances(faces()[1][bold + 2 * italic])
    return sum(advances.get(letter, 0) for letter in map(ord, words)) * size_pt / PT_PER_MM


def last_line_mm(words: str, room_mm: float, size_pt: float, *, bold: bool = False, italic: bool = False) -> float:
    """How long the last line of `words` is when they are broken into lines of at most `room_mm`."""
    line = ""
    for word in words.split():
        longer = f"{line} {word}".strip()
        line = longer if width_mm(longer, size_pt, bold=bold, italic=italic) <= room_mm else word
    return min(width_mm(line, size_pt, bold=bold, italic=italic), room_mm)


@cache
def known_letters() -> frozenset[int]:
    """The code points that the type face shows in each of its four files."""
    return frozenset.intersection(*(frozenset(_advances(path)) for path in faces()[1]))


def missing_letters(document: OfficialDocument) -> tuple[str, ...]:
    """The letters of the document, in NFC and sorted, that the type face cannot show; a PDF would leave them blank."""
    used = {letter for words in _words_of(document) for letter in unicodedata.normalize("NFC", words)}
    return tuple(sorted(letter for letter in used if letter != "\n" and ord(letter) not in known_letters()))


def _words_of(value: object) -> Iterator[str]:
    """Every string within a value, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _words_of(each)
    elif is_dataclass(value) and not isinstance(value, type):
        for each in fields(value):
            yield from _words_of(getattr(value, each.name))
