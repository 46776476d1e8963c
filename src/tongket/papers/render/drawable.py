"""Whether an author's pictures can be drawn, found out before or after a whole volume stumbles over one of them."""

from collections.abc import Sequence
from enum import Enum

import typst

from tongket.documents.render.typesetting import ARCHIVED, pdf
from tongket.papers.render.form import standard_flow
from tongket.papers.render.laying import FORM, form_data
from tongket.papers.values import standard_form
from tongket.reading.manuscript.values import Manuscript, Nature, Paragraph, Picture, Piece


class Drawable(Enum):
    """In a file for archives, in a plain one, or not at all."""

    ARCHIVED = "archived"
    PLAIN = "plain"
    NOT = "not"


def drawable(pictures: Sequence[Picture]) -> Drawable:
    """What the least drawable of `pictures` allows."""
    shown = tuple(Paragraph((Piece("", picture=place),)) for place in range(len(pictures)))
    flow = standard_flow(Manuscript(Nature.PICTURE, shown, pictures=tuple(pictures)), standard_form())
    for how, standards in ((Drawable.ARCHIVED, ARCHIVED), (Drawable.PLAIN, ())):
        try:
            pdf(FORM, form_data(flow, None), standards=standards)
        except typst.TypstError:
            continue
        return how
    return Drawable.NOT
