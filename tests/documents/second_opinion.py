"""LibreOffice's second opinion: it turns our .docx into PDF, which has to say the same at the same places."""

import ctypes
import subprocess
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from tests.parts import need
from tongket.documents.render.docx import docx_of
from tongket.documents.render.pdf import pdf_of
from tongket.documents.render.values import OfficialDocument

MM = 25.4 / 72
TOLERANCE_MM = 1.0


@dataclass(frozen=True, slots=True)
class Word:
    """A word on a page: where its first letter begins on the base line, in millimetres from the top left corner."""

    text: str
    x_mm: float
    y_mm: float


@dataclass(frozen=True, slots=True)
class Page:
    """A page: the size of its paper and its words."""

    width_mm: float
    height_mm: float
    words: tuple[Word, ...]


def compare(document: OfficialDocument) -> list[str]:
    """What differs between our PDF and LibreOffice's of our .docx; empty when they agree within a millimetre."""
    return compare_many([document])[0]


def compare_many(documents: Sequence[OfficialDocument]) -> list[list[str]]:
    """As `compare`, for several documents in one run of LibreOffice."""
    theirs = office_pdfs([docx_of(document) for document in documents])
    return [differences(pdf_of(document), pdf) for document, pdf in zip(documents, theirs, strict=True)]


def office_pdfs(files: Sequence[bytes]) -> list[bytes]:
    """What LibreOffice makes of .docx files, in their order."""
    office = need("LibreOffice")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sources = [folder / f"{place}.docx" for place in range(len(files))]
        for source, content in zip(sources, files, strict=True):
            source.write_bytes(content)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", name, *map(str, sources)]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        return [source.with_suffix(".pdf").read_bytes() for source in sources]


def differences(ours: bytes, theirs: bytes) -> list[str]:
    """What differs between two PDFs: number of pages, paper, words and their places."""
    mine, other = pages(ours), pages(theirs)
    found = [f"found {len(mine)} pages, LibreOffice has {len(other)}"] if len(mine) != len(other) else []
    for number, (page, wanted) in enumerate(zip(mine, other, strict=False), 1):
        found += [f"page {number}: {line}" for line in _page_differences(page, wanted)]
    return found


def pages(pdf: bytes) -> list[Page]:
    """The pages of a PDF."""
    document = pdfium.PdfDocument(pdf)
    made = []
    for page in document:
        width, height = page.get_size()
        made.append(Page(width * MM, height * MM, tuple(_words(page, height))))
    document.close()
    return made


def _page_differences(page: Page, wanted: Page) -> list[str]:
    found = []
    sides = (("width", page.width_mm, wanted.width_mm), ("height", page.height_mm, wanted.height_mm))
    found += [f"{name} {ours:.1f}, LibreOffice {theirs:.1f} mm" for name, ours, theirs in sides if _far(ours, theirs)]
    mine, other = _by_text(page), _by_text(wanted)
    for text in sorted(mine.keys() | other.keys()):
        if len(mine[text]) != len(other[text]):
            found.append(f"“{text}” {len(mine[text])} times, LibreOffice {len(other[text])} times")
            continue
        pairs = zip(mine[text], other[text], strict=True)
        found += [
            f"“{text}” at {_place(ours)}, LibreOffice {_place(theirs)}"
            for ours, theirs in pairs
            if _apart(ours, theirs)
        ]
    return found


def _by_text(page: Page) -> defaultdict[str, list[Word]]:
    """The places of each word, from top to bottom and left to right."""
    found: defaultdict[str, list[Word]] = defaultdict(list)
    for word in sorted(page.words, key=lambda each: (round(each.y_mm / 2), each.x_mm)):
        found[word.text].append(word)
    return found


def _place(word: Word) -> str:
    return f"{word.x_mm:.1f}, {word.y_mm:.1f} mm"


def _apart(one: Word, other: Word) -> bool:
    return _far(one.x_mm, other.x_mm) or _far(one.y_mm, other.y_mm)


def _far(one: float, other: float) -> bool:
    return abs(one - other) > TOLERANCE_MM


def _words(page: pdfium.PdfPage, height: float) -> list[Word]:
    """The words of a page as its letters stand: a blank, a new line or a step back begins a new one."""
    text = page.get_textpage()
    words: list[Word] = []
    before: tuple[float, float] | None = None
    x, y = ctypes.c_double(), ctypes.c_double()
    for place in range(text.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text, place))
        if letter == "\x02":
            letter = "-"
        if letter.isspace() or letter == "\x00":
            before = None
            continue
        raw.FPDFText_GetCharOrigin(text, place, x, y)
        here = x.value, y.value
        if before and abs(here[1] - before[1]) < 1 and here[0] >= before[0]:
            words[-1] = Word(words[-1].text + letter, words[-1].x_mm, words[-1].y_mm)
        else:
            words.append(Word(letter, here[0] * MM, (height - here[1]) * MM))
        before = here
    text.close()
    return words
