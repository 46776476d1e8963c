"""What the review must assess: the points of the content part that units report on."""

from collections.abc import Iterator

from tongket.plans.facts import Item
from tongket.plans.lexicon import Subject
from tongket.plans.outline import Node
from tongket.plans.sheet import Found, Sheet, found, statements
from tongket.plans.wording import Piece, rule

_ASSESSES = rule(
    r"^(?:đánh giá|tổng kết|sơ kết|kiểm điểm|kết quả|làm rõ|nêu|những (?:kết quả|ưu|tồn|khó|hạn|bài)|"
    r"ưu điểm|hạn chế|tồn tại|"
    r"nguyên nhân|bài học|phương hướng|kiến nghị|đề xuất|rút ra|việc |"
    r"công tác|tình hình|thực trạng|"
    r"phân tích|nhiệm vụ, giải pháp|khó khăn|thuận lợi|đề ra)"
)
_OTHER = rule(
    r"^(?:\W*)(?:(?:báo cáo |nghe |trình bày |các )?tham luận|thảo luận|trưng bày|tổ chức trưng bày|"
    r"khen thưởng|biểu dương|"
    r"tôn vinh|tuyên dương|trao (?:tặng|thưởng|giấy)|công bố|khai mạc|bế mạc|văn nghệ|tuyên bố|"
    r"phát biểu|chào cờ|đón tiếp|xem phóng)"
)


_REVIEWS = rule(r"tổng kết|sơ kết|đánh giá|kiểm điểm|hội nghị|đại hội|toạ đàm|hội thảo")


def read_review(sheet: Sheet) -> tuple[Found[Item], ...]:
    """The statements under headings on the review's content, else those of the content part that assess something."""
    stated = [
        (node, piece) for node, piece in statements(sheet.outline, Subject.REVIEW) if not _other(sheet, node, piece)
    ]
    rows = stated or (list(_assessing(sheet)) if _REVIEWS.search(" ".join(line.flat for line in sheet.title)) else [])
    return tuple(found(Item(node.clause, piece.text), piece) for node, piece in rows)


def _other(sheet: Sheet, node: Node, piece: Piece) -> bool:
    """Papers, displays and honours are parts of the day and not of the review; so is what stands under them."""
    if _OTHER.match(piece.flat):
        return True
    return any(above.text is not None and _OTHER.match(above.text.flat) for above in sheet.outline.above(node))


def _assessing(sheet: Sheet) -> Iterator[tuple[Node, Piece]]:
    for node, piece in statements(sheet.outline, Subject.CONTENT):
        holder = sheet.outline.heading_above(node)
        under = holder is not None and holder.text is not None and bool(_ASSESSES.match(holder.text.flat))
        if (under or _ASSESSES.match(piece.flat)) and not _other(sheet, node, piece):
            yield node, piece
