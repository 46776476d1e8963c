"""What stands in one paragraph of a .docx, in order: words, marks of notes, drawings, page breaks."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from tongket.reading.manuscript.parts import NOTES
from tongket.reading.word.markup import CHOICE, MATH, W, chosen, content_of, value

_RUN, _TEXT, _FIELD, _INSTRUCTION, _BREAK = (W + name for name in ("r", "t", "fldChar", "instrText", "br"))
_DROPPED = {W + "del", W + "moveFrom"}
_ADDED = {W + "ins", W + "moveTo"}
_DRAWN = {W + "drawing", W + "pict", W + "object"}
_PROPERTIES = {W + "pPr", W + "rPr", W + "sdtPr", W + "rubyPr", W + "rt"}
_SIGNS = {W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "-"}
_REFERENCES = {W + f"{kind}Reference": kind for kind in NOTES}
# Fields that count pages: what they showed on the author's sheets is no word of the paper.
_COUNTING = {"PAGE", "NUMPAGES", "SECTIONPAGES"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words with their run's properties, or the key of a note, or a drawing, or a page break."""

    text: str = ""
    properties: etree._Element | None = None
    note: tuple[str, str] | None = None
    drawing: etree._Element | None = None
    new_page: bool = False


@dataclass(slots=True)
class Inside:
    """What a paragraph holds, and what was struck from it and added to it by corrections."""

    stretches: list[Stretch] = field(default_factory=list)
    struck: str = ""
    added: str = ""
    has_equation: bool = False


@dataclass(slots=True)
class _Field:
    """A field of Word that is open: what it does, and whether its result has begun."""

    instruction: str = ""
    in_result: bool = False

    @property
    def is_shown(self) -> bool:
        """Whether what stands here is a result that belongs to the paper."""
        return self.in_result and not _counts_pages(self.instruction)


def inside_of(paragraph: etree._Element) -> Inside:
    """What a paragraph shows as if every correction were accepted; fields show their last result."""
    walk = _Walk()
    walk.gather(paragraph, added=False)
    return walk.inside


@dataclass(slots=True)
class _Walk:
    inside: Inside = field(default_factory=Inside)
    fields: list[_Field] = field(default_factory=list)

    def gather(self, parent: etree._Element, *, added: bool) -> None:
        """Everything below `parent`, in order."""
        for child in parent:
            tag = child.tag
            if tag == _RUN:
                self.run(child, added=added)
            elif tag in _DROPPED:
                self.inside.struck += "".join(each.text or "" for each in child.iter(W + "t", W + "delText"))
            elif tag == MATH + "t":
                self.say(child.text or "", None, added=added)
                self.inside.has_equation = True
            elif (inner := _inner(child)) is not None:
                self.gather(inner, added=added or tag in _ADDED)

    def run(self, run: etree._Element, *, added: bool) -> None:
        """The pieces of one run."""
        properties = run.find(W + "rPr")
        for child in _children(run):
            tag = child.tag
            if tag == _TEXT:
                self.say(child.text or "", properties, added=added)
            elif tag == _FIELD:
                self.turn(value(child, "fldCharType") or "")
            elif tag == _INSTRUCTION:
                self.instruct(child.text or "")
            elif tag in _DRAWN:
                self.inside.stretches.append(Stretch("", properties, drawing=child))
            elif tag in _REFERENCES:
                key = (_REFERENCES[tag], value(child, "id") or "")
                self.inside.stretches.append(Stretch("", properties, note=key))
            elif tag == _BREAK and value(child, "type") == "page":
                self.inside.stretches.append(Stretch("", properties, new_page=True))
            else:
                self.say(_sign(child), properties, added=added)

    def turn(self, kind: str) -> None:
        """Opens a field, begins its result, or closes it."""
        if kind == "begin":
            self.fields.append(_Field())
        elif kind == "separate" and self.fields:
            self.fields[-1].in_result = True
        elif kind == "end" and self.fields:
            self.fields.pop()

    def instruct(self, text: str) -> None:
        """Adds to what the innermost field does."""
        if self.fields:
            self.fields[-1].instruction += text

    def say(self, text: str, properties: etree._Element | None, *, added: bool) -> None:
        """Adds words, unless a field hides them."""
        if text and all(each.is_shown for each in self.fields):
            self.inside.stretches.append(Stretch(text, properties))
            self.inside.added += text if added else ""


def _inner(element: etree._Element) -> etree._Element | None:
    """Where to read on: the shown content of a control, one branch of an alternative, else the element itself."""
    if element.tag in _PROPERTIES:
        return None
    if element.tag == W + "sdt":
        return content_of(element)
    if element.tag == W + "fldSimple" and _counts_pages(value(element, "instr") or ""):
        return None
    return chosen(element) if element.tag == CHOICE + "AlternateContent" else element


def _counts_pages(instruction: str) -> bool:
    return bool(_COUNTING & set(instruction.upper().split()[:1]))


def _children(run: etree._Element) -> Iterator[etree._Element]:
    """What a run holds, an alternative replaced by its one branch, the base of a gloss by its runs' content."""
    for child in run:
        if child.tag == CHOICE + "AlternateContent":
            branch = chosen(child)
            yield from () if branch is None else branch
        elif child.tag == W + "ruby":
            yield from (each for base in child.iterfind(W + "rubyBase") for each in base.iter(W + "t"))
        else:
            yield child


def _sign(element: etree._Element) -> str:
    """What an element without text stands for."""
    if element.tag == _BREAK:
        return "\n"
    if element.tag == W + "sym":
        return _symbol(value(element, "char") or "")
    return _SIGNS.get(str(element.tag), "")


def _symbol(code: str) -> str:
    """The character of a symbol font, which Word gives as four hexadecimal digits."""
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
