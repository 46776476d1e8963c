"""Reads the manuscripts that strangers hand in: looks at a file first, then parses it in a child."""

from dataclasses import replace

from tongket.reading.decoding import decode as decode_text
from tongket.reading.document import Mending, Source
from tongket.reading.guard import examine
from tongket.reading.kinds import FOREIGN, Kind
from tongket.reading.legacy import guess_legacy, to_unicode
from tongket.reading.limits import DEFAULT, Limits
from tongket.reading.manuscript.answer import Draft, decode
from tongket.reading.manuscript.drawn_metafiles import with_drawn_metafiles
from tongket.reading.manuscript.recognised import manuscript_of, put_back
from tongket.reading.manuscript.refusals import of_papers
from tongket.reading.manuscript.typed import manuscript_of as manuscript_of_text
from tongket.reading.manuscript.values import Manuscript, Nature
from tongket.reading.office import NAMES, as_docx
from tongket.reading.process import answer_of_child, keep_ready
from tongket.reading.refusals import Unreadable, refuse
from tongket.reading.safely import drawn
from tongket.reading.scans import find_tesseract, read_pictures

_CHILD = "tongket.reading.manuscript.child"


class ToRecognise(RuntimeError):
    """The file has pages that are pictures: a machine can read them, which takes longer than a person waits."""


def read_manuscript(data: bytes, *, name: str = "", limits: Limits = DEFAULT, recognise: bool = True) -> Manuscript:
    """The manuscript in a file that nobody vouches for; text is read here, all else in a child process.

    Old and foreign files and drawings of Windows go through LibreOffice, pages that are pictures through tesseract,
    where these are installed.
    Without `recognise` nothing is given to tesseract: where it would be, ToRecognise is raised.
    Raises Unreadable, whose finding says in the words of papers what was wrong and names the file; whatever happens
    to the child (killed, out of memory, out of time, crashed) becomes one of its sentences.
    """
    kind = None
    try:
        kind = examine(data, limits)
        return _read(kind, data, limits, recognise=recognise)
    except Unreadable as refusal:
        raise of_papers(refusal, name, kind) from None


def stand_ready(limits: Limits = DEFAULT) -> None:
    """Keeps a fork server whose children read .docx; a server calls this once, and its files wait less."""
    keep_ready(_CHILD, Kind.DOCX, limits)


def _read(kind: Kind, data: bytes, limits: Limits, *, recognise: bool) -> Manuscript:
    if kind is Kind.TEXT:
        return _of_text(data, limits)
    if kind is Kind.PICTURE:
        _wait_for(1, limits, recognise=recognise)
        return manuscript_of(read_pictures([data], Source.PDF, limits), Nature.PICTURE)
    if kind in FOREIGN:
        made = as_docx(data, kind, limits)
        read = with_drawn_metafiles(_in_child(examine(made, limits), made, limits).manuscript, limits)
        return _with(read, Mending("converted", 0, NAMES[kind]))
    draft = _in_child(kind, data, limits)
    if draft.scanned:
        return _with_scans(draft, data, limits, recognise=recognise)
    return with_drawn_metafiles(draft.manuscript, limits)


def _wait_for(pages: int, limits: Limits, *, recognise: bool) -> None:
    """Raises ToRecognise where tesseract would now be asked and nobody waits for it."""
    if not recognise and find_tesseract() is not None and pages <= limits.scanned_pages:
        raise ToRecognise(pages)


def _of_text(data: bytes, limits: Limits) -> Manuscript:
    decoded = decode_text(data)
    legacy = guess_legacy(decoded.text)
    manuscript = manuscript_of_text(to_unicode(decoded.text, legacy) if legacy else decoded.text)
    if not manuscript.text.strip():
        raise refuse("empty")
    if len(manuscript.blocks) > limits.lines:
        raise refuse("too-long", wanted=f"{limits.lines} đoạn")
    codes = (*decoded.codes, *([legacy] if legacy else []))
    return _with(manuscript, *(Mending(code, 0) for code in codes))


def _in_child(kind: Kind, data: bytes, limits: Limits) -> Draft:
    answer = answer_of_child(_CHILD, kind, data, limits)
    try:
        return decode(answer)
    except (ValueError, RecursionError):
        raise refuse("broken") from None


def _with_scans(draft: Draft, data: bytes, limits: Limits, *, recognise: bool) -> Manuscript:
    """The manuscript with what tesseract reads on its picture pages; without it these count as lost.

    Where no page has letters there is nothing without tesseract, and the file is refused as a scan.
    """
    pages, manuscript = draft.scanned, draft.manuscript
    is_all = not manuscript.blocks
    if is_all and find_tesseract() is None:
        raise refuse("scan", found=f"{len(pages)} trang ảnh")
    if not is_all and (find_tesseract() is None or len(pages) > limits.scanned_pages):
        return replace(manuscript, lost=(*manuscript.lost, "scanned-page"))
    _wait_for(len(pages), limits, recognise=recognise)
    try:
        return put_back(manuscript, read_pictures(drawn(data, limits, pages), Source.PDF, limits), pages)
    except Unreadable as refusal:
        if is_all or refusal.finding.code != "scan":
            raise
    # Pages on which nothing is written: a photograph fills them.
    return replace(manuscript, lost=(*manuscript.lost, "scanned-page"))


def _with(manuscript: Manuscript, *mendings: Mending) -> Manuscript:
    return replace(manuscript, mendings=(*mendings, *manuscript.mendings))
