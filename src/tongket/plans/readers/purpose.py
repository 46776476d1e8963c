"""Aims and requirements: one for each paragraph or bullet of that part."""

from tongket.plans.facts import Item
from tongket.plans.lexicon import Subject
from tongket.plans.sheet import Found, Sheet, found, statements


def read_purpose(sheet: Sheet) -> tuple[Found[Item], ...]:
    """The statements under headings that announce aims or requirements."""
    return tuple(
        found(Item(node.clause, piece.text), piece) for node, piece in statements(sheet.outline, Subject.PURPOSE)
    )
