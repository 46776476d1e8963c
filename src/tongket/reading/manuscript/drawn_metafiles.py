"""Draws the drawings of Windows in a manuscript by LibreOffice, where it is installed.

They are laid on sheets of their own sizes in one flat OpenDocument text, which LibreOffice makes a PDF; its pages are
the pictures. Where it is missing, or makes nothing of them, they stay as they are and nobody can show them.
"""

import base64
from collections.abc import Sequence
from dataclasses import replace

from tongket.reading.limits import Limits
from tongket.reading.manuscript.metafiles import KINDS, LEAST_MM, MOST_MM
from tongket.reading.manuscript.values import Manuscript, Picture
from tongket.reading.office import as_pdf
from tongket.reading.refusals import Unreadable
from tongket.reading.safely import figures_of

_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
    )
)


def with_drawn_metafiles(manuscript: Manuscript, limits: Limits) -> Manuscript:
    """The manuscript with such drawings as PNG; those that could not be drawn are as they were."""
    places = [place for place, each in enumerate(manuscript.pictures) if each.content_type in KINDS][: limits.figures]
    pictures = list(manuscript.pictures)
    for place, drawn in zip(places, _drawn([pictures[place] for place in places], limits), strict=False):
        pictures[place] = replace(pictures[place], data=drawn, content_type="image/png")
    return replace(manuscript, pictures=tuple(pictures)) if places else manuscript


def _drawn(pictures: Sequence[Picture], limits: Limits) -> list[bytes]:
    """A PNG for each of `pictures`; none at all where one of them spoils the others."""
    try:
        made = as_pdf(sheets_of(pictures), limits) if pictures else None
        drawn = figures_of(made, limits) if made else []
    except Unreadable:
        return []
    return drawn if len(drawn) == len(pictures) else []


def sheets_of(pictures: Sequence[Picture]) -> bytes:
    """A flat OpenDocument text with a sheet for each picture, filled by it."""
    sides = [(_side(each.width_mm), _side(each.height_mm)) for each in pictures]
    layouts = "".join(
        f'<style:page-layout style:name="l{number}"><style:page-layout-properties fo:page-width="{width:.2f}mm" '
        f'fo:page-height="{height:.2f}mm" fo:margin="0mm"/></style:page-layout>'
        for number, (width, height) in enumerate(sides)
    )
    dresses = "".join(
        f'<style:style style:name="p{number}" style:family="paragraph" style:master-page-name="m{number}">'
        '<style:text-properties fo:font-size="1pt"/></style:style>'
        for number in range(len(pictures))
    )
    masters = "".join(
        f'<style:master-page style:name="m{number}" style:page-layout-name="l{number}"/>'
        for number in range(len(pictures))
    )
    shown = "".join(
        f'<text:p text:style-name="p{number}"><draw:frame draw:style-name="f" text:anchor-type="paragraph" '
        f'svg:x="0mm" svg:y="0mm" svg:width="{width:.2f}mm" svg:height="{height:.2f}mm"><draw:image>'
        f"<office:binary-data>{base64.b64encode(each.data).decode()}</office:binary-data></draw:image></draw:frame>"
        "</text:p>"
        for number, (each, (width, height)) in enumerate(zip(pictures, sides, strict=True))
    )
    frame = (
        '<style:style style:name="f" style:family="graphic"><style:graphic-properties style:wrap="run-through" '
        'style:run-through="foreground" style:horizontal-pos="from-left" style:horizontal-rel="page" '
        'style:vertical-pos="from-top" style:vertical-rel="page" fo:padding="0mm" fo:border="none"/></style:style>'
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_NAMES} office:version="1.2" '
        'office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:automatic-styles>{frame}{dresses}{layouts}</office:automatic-styles>"
        f"<office:master-styles>{masters}</office:master-styles>"
        f"<office:body><office:text>{shown}</office:text></office:body></office:document>"
    ).encode()


def _side(length_mm: float) -> float:
    return min(max(length_mm, LEAST_MM), MOST_MM)
