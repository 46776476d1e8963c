"""Products and photographs to be displayed."""

from collections.abc import Iterator

from tongket.plans.facts import Item
from tongket.plans.lexicon import Subject
from tongket.plans.outline import Kind, Node
from tongket.plans.sheet import Found, Sheet, found, statements
from tongket.plans.wording import Piece, rule

_DISPLAYS = rule(
    r"^\W*(?:tổ chức |khu vực |hoạt động |không gian )*(?:trưng bày|triển lãm|"
    r"giới thiệu (?:và )?(?:trưng|sản phẩm|hình ảnh))"
)


def read_exhibits(sheet: Sheet) -> tuple[Found[Item], ...]:
    """The statements under headings on displays, and sentences of the content that open with the display."""
    rows = list(statements(sheet.outline, Subject.EXHIBITS)) or list(_sentences(sheet)) or list(_asked(sheet))
    return tuple(found(Item(node.clause, piece.text), piece) for node, piece in rows)


_BRINGS = rule(
    r"(?:tham gia|chuẩn bị|mang|lựa chọn|vận động|đưa|gửi|có)\b.*\btrưng bày\b|"
    r"(?:tham gia|chuẩn bị|mang|lựa chọn)\b.*\b(?:sản phẩm|hiện vật|ảnh)\b.*\b(?:trưng bày|triển lãm)"
)


def _asked(sheet: Sheet) -> Iterator[tuple[Node, Piece]]:
    """Where the content says nothing: the duties that ask units to bring something."""
    for node in sheet.outline.on(Subject.TASKS):
        if node.text is not None and node.kind is not Kind.ROW and _BRINGS.search(node.text.flat):
            yield node, node.text


def _sentences(sheet: Sheet) -> Iterator[tuple[Node, Piece]]:
    for node in sheet.outline:
        if {Subject.TASKS, Subject.PURPOSE} & node.subjects or node.kind is Kind.ROW:
            continue
        if node.text is not None and not node.is_title and _DISPLAYS.match(node.text.flat):
            yield node, node.text
