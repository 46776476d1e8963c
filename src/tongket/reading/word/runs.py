"""The words of one paragraph: runs with their properties, corrections applied, text boxes set aside."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from tongket.reading.word.markup import CHOICE, MATH, W, chosen, content_of, value

_DROPPED = {W + "del", W + "moveFrom"}
_ADDED = {W + "ins", W + "moveTo"}
_DRAWN = {W + "drawing", W + "pict", W + "object"}
_PROPERTIES = {W + "pPr", W + "rPr", W + "sdtPr", W + "rubyPr", W + "rt"}
_SIGNS = {W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of a run with the run's properties; a line break is a piece of its own."""

    text: str
    properties: etree._Element | None = None


@dataclass(slots=True)
class Words:
    """What a paragraph says, what was struck from it and added to it by correction, and the boxes it carries."""

    pieces: list[Piece] = field(default_factory=list)
    struck: str = ""
    added: str = ""
    boxes: list[etree._Element] = field(default_factory=list)
    has_picture: bool = False


def read_words(paragraph: etree._Element) -> Words:
    """The words of a paragraph as if every correction were accepted; fields show their last result."""
    words = Words()
    _gather(paragraph, words, added=False)
    return words


def _gather(parent: etree._Element, words: Words, *, added: bool) -> None:
    for child in parent:
        if child.tag in _DROPPED:
            words.struck += "".join(each.text or "" for each in child.iter(W + "t", W + "delText"))
        elif child.tag == W + "r":
            _gather_run(child, words, added=added)
        elif child.tag == MATH + "t":
            words.pieces.append(Piece(child.text or ""))
        elif (inner := _inside(child)) is not None:
            _gather(inner, words, added=added or child.tag in _ADDED)


def _inside(element: etree._Element) -> etree._Element | None:
    """Where to read on: the shown content of a control, one branch of an alternative, else the element itself."""
    if element.tag in _PROPERTIES:
        return None
    if element.tag == W + "sdt":
        return content_of(element)
    return chosen(element) if element.tag == CHOICE + "AlternateContent" else element


def _gather_run(run: etree._Element, words: Words, *, added: bool) -> None:
    properties = run.find(W + "rPr")
    for child in _children(run):
        if child.tag in _DRAWN:
            words.boxes.extend(_boxes(child))
            words.has_picture = True
            continue
        text = _text(child)
        if text:
            words.pieces.append(Piece(text, properties))
            words.added += text if added else ""


def _children(run: etree._Element) -> Iterator[etree._Element]:
    """What a run holds, an alternative replaced by its one branch."""
    for child in run:
        if child.tag != CHOICE + "AlternateContent":
            yield child
            continue
        branch = chosen(child)
        yield from () if branch is None else branch


def _text(element: etree._Element) -> str:
    if element.tag == W + "t":
        return element.text or ""
    if element.tag == W + "sym":
        return _symbol(value(element, "char") or "")
    return _SIGNS.get(str(element.tag), "")


def _symbol(code: str) -> str:
    """The character of a symbol font, which Word gives as four hexadecimal digits."""
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""


def _boxes(element: etree._Element) -> Iterator[etree._Element]:
    """The text boxes below `element`, the outermost only: what is inside them is read as text of its own."""
    for child in element:
        if child.tag == W + "txbxContent":
            yield child
            continue
        branch = chosen(child) if child.tag == CHOICE + "AlternateContent" else child
        yield from () if branch is None else _boxes(branch)
