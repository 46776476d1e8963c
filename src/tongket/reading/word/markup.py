"""The XML of a .docx part as a tree, and the few words of its grammar that all of this package speaks."""

from functools import lru_cache

from lxml import etree

from tongket.reading.refusals import refuse

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
TWIPS_PER_POINT = 20

# Files saved as "Strict Open XML" say the same in namespaces of their own (ISO/IEC 29500-1).
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W.strip("{}").encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", MATH.strip("{}").encode()),
)
_OFF = {"0", "false", "off", "none"}


def parse(part: bytes) -> etree._Element:
    """The root element of an XML part; raises Unreadable ("broken", "entity")."""
    for strict, usual in _STRICT:
        part = part.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(part, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        if getattr(fault, "code", 0) == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from None
        raise refuse("broken") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise refuse("entity")
    return root


def value(element: etree._Element | None, name: str = "val") -> str | None:
    """The attribute `name` of `element`, None where either is missing."""
    return None if element is None else element.get(W + name)


def number(element: etree._Element | None, name: str = "val") -> int | None:
    """The attribute as a whole number, None where it is missing or none."""
    text = value(element, name)
    try:
        return None if text is None else int(text)
    except ValueError:
        return None


def switch(element: etree._Element | None) -> bool | None:
    """What an on/off element says (ISO/IEC 29500-1, 17.17.4): present is on unless its value says off."""
    if element is None:
        return None
    return (value(element) or "1").lower() not in _OFF


@lru_cache(maxsize=256)
def path(*names: str) -> str:
    """The path of WordprocessingML names for `find`."""
    return "/".join(W + name for name in names)


def chosen(alternate: etree._Element) -> etree._Element | None:
    """The one branch of mc:AlternateContent to read: the first choice, else the fallback; never both."""
    choice = alternate.find(CHOICE + "Choice")
    return choice if choice is not None else alternate.find(CHOICE + "Fallback")


def content_of(control: etree._Element) -> etree._Element | None:
    """What a content control holds, None while it shows nothing but its prompt."""
    if switch(control.find(path("sdtPr", "showingPlcHdr"))):
        return None
    return control.find(W + "sdtContent")
