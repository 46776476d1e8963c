"""Which elements of a .docx only wrap what is read, and what stands inside them."""

from lxml import etree

from tongket.reading.word.markup import CHOICE, W, chosen, content_of, path

_TRANSPARENT = {W + "ins", W + "moveTo", W + "customXml", W + "smartTag"}


def inner(element: etree._Element) -> etree._Element | None:
    """Where to read on below an element that is neither paragraph nor table; None where it shows nothing."""
    if element.tag == W + "sdt":
        return content_of(element)
    if element.tag == CHOICE + "AlternateContent":
        return chosen(element)
    return element if element.tag in _TRANSPARENT else None


def members(parent: etree._Element, tag: str) -> list[etree._Element]:
    """The children with `tag`, also those inside wrappers; rows struck out by a correction are left out."""
    found = []
    for child in parent:
        if child.tag == tag:
            found += [child] if child.find(path("trPr", "del")) is None else []
        elif (below := inner(child)) is not None:
            found += members(below, tag)
    return found
