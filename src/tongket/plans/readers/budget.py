"""Source of funds and money stated."""

from collections.abc import Iterator

from tongket.plans.facts import Item
from tongket.plans.lexicon import Subject
from tongket.plans.outline import Kind, Node
from tongket.plans.sheet import Found, Sheet, found, sentences_at, statements
from tongket.plans.wording import Piece, rule

_FUNDS = rule(r"^\W*(?:nguồn )?kinh phí(?: tổ chức| thực hiện| khen thưởng| phục vụ| cho| của|:|\b)")


def read_budget(sheet: Sheet) -> tuple[Found[Item], ...]:
    """The statements under headings on money, else the sentences that open with it."""
    rows = list(statements(sheet.outline, Subject.BUDGET)) or list(_sentences(sheet))
    return tuple(found(Item(node.clause, piece.text), piece) for node, piece in rows)


def _sentences(sheet: Sheet) -> Iterator[tuple[Node, Piece]]:
    stating = (node for node in sheet.outline if node.kind is not Kind.ROW and not node.is_title)
    for node, sentence in sentences_at(stating):
        if _FUNDS.match(sentence.flat):
            yield node, sentence.trimmed()
