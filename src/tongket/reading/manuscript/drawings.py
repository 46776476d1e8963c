"""What a drawing of a .docx comes to: pictures and the size they show, boxes with text, or a thing not kept."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from tongket.reading.word.markup import CHOICE, W, chosen

_MAIN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_FRAME = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_VML = "{urn:schemas-microsoft-com:vml}"
_OFFICE = "{urn:schemas-microsoft-com:office:office}"
_SHAPES = {_VML + name for name in ("shape", "rect", "oval", "roundrect", "polyline", "curve", "arc", "group")}
_STRAIGHT = {"line", "straightConnector1"}
_MM_PER_EMU = 25.4 / 914_400
_MM = {"pt": 25.4 / 72, "in": 25.4, "cm": 10.0, "mm": 1.0, "px": 25.4 / 96, "": 25.4 / 96}
_LENGTH = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*([\d.]+)\s*(pt|in|cm|mm|px|)", re.IGNORECASE)
_LONGEST_MM = 2000.0


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture by the relation that leads to it, empty where it is not in the file, and its size on the sheet."""

    relation: str
    width_mm: float
    height_mm: float


@dataclass(slots=True)
class Drawing:
    """What one drawing holds; `lost` names what cannot be kept."""

    pictures: list[Shown] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)


def drawing_of(element: etree._Element) -> Drawing:
    """What a `w:drawing`, `w:pict` or `w:object` holds."""
    found = Drawing()
    for each in _parts(element):
        if each.tag == W + "txbxContent":
            found.boxes.append(each)
        elif each.tag == _MAIN + "blip":
            found.pictures.append(_new_picture(each))
        elif each.tag == _VML + "imagedata":
            found.pictures.append(_old_picture(each))
    found.lost += ["text-box"] if found.boxes else []
    found.lost += _kinds_lost(element, found)
    return found


def _kinds_lost(element: etree._Element, found: Drawing) -> list[str]:
    embedded = element.find(f".//{_OFFICE}OLEObject")
    if embedded is not None:
        return ["equation" if embedded.get("ProgID", "").startswith("Equation") else "object"]
    named = [each.get("uri", "") for each in element.iter(_MAIN + "graphicData")]
    for uri in named:
        if "chart" in uri.rsplit("/", 1)[-1]:
            return ["chart"]
        if uri.endswith("/diagram"):
            return ["diagram"]
    return [] if found.pictures or found.boxes or _is_line(element, modern=bool(named)) else ["drawing"]


def _is_line(element: etree._Element, *, modern: bool) -> bool:
    """Whether nothing but straight lines is drawn: the strokes below a head say nothing."""
    if modern:
        forms = [each.get("prst") for each in element.iter(_MAIN + "prstGeom")]
        return all(form in _STRAIGHT for form in forms) and element.find(f".//{_MAIN}custGeom") is None
    shapes = [each for each in element.iter() if each.tag in _SHAPES]
    return all(each.get(_OFFICE + "hr") == "t" or each.get("type", "").endswith("_t32") for each in shapes)


def _parts(element: etree._Element) -> Iterator[etree._Element]:
    """Everything below `element`, one branch of each alternative, text boxes as a whole."""
    for child in element:
        if child.tag == CHOICE + "AlternateContent":
            branch = chosen(child)
            yield from () if branch is None else _parts(branch)
            continue
        yield child
        if child.tag != W + "txbxContent":
            yield from _parts(child)


def _new_picture(blip: etree._Element) -> Shown:
    frame = next((each for each in blip.iterancestors(_FRAME + "inline", _FRAME + "anchor")), None)
    whole = None if frame is None else frame.find(_FRAME + "extent")
    picture = next(blip.iterancestors(_PICTURE + "pic"), None)
    own = None if picture is None else picture.find(f".//{_MAIN}xfrm/{_MAIN}ext")
    alone = frame is not None and sum(1 for _ in frame.iter(_MAIN + "blip")) == 1
    size = whole if whole is not None and (alone or own is None) else own
    return Shown(blip.get(_RELATION + "embed", ""), _emu(size, "cx"), _emu(size, "cy"))


def _old_picture(data: etree._Element) -> Shown:
    shape = data.getparent()
    found = _LENGTH.findall("" if shape is None else shape.get("style", ""))
    sizes = {name.lower(): float(number) * _MM[unit.lower()] for name, number, unit in found if number.count(".") < 2}
    return Shown(data.get(_RELATION + "id", ""), _within(sizes.get("width", 0.0)), _within(sizes.get("height", 0.0)))


def _emu(size: etree._Element | None, name: str) -> float:
    text = "" if size is None else size.get(name, "")
    return _within(int(text) * _MM_PER_EMU) if text.isdecimal() and len(text) < 12 else 0.0


def _within(length: float) -> float:
    return round(min(length, _LONGEST_MM), 2)
