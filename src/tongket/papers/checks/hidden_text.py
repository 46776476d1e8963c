"""Hidden text is neither printed nor read: an author should know it, and nobody may hide words in a file.

Issue's dress tricks.
"""

from tongket.core.findings import Finding, Level, words
from tongket.papers.checks.sight import Sight, paragraphs_of, short


def check(sight: Sight) -> tuple[Finding, ...]:
    """One finding that counts the hidden words and quotes the first."""
    hidden = [
        (place, piece.text)
        for place, block in enumerate(sight.manuscript.blocks)
        for part in paragraphs_of(block)
        for piece in part.pieces
        if piece.is_hidden and any(letter.isalnum() for letter in piece.text)
    ]
    if not hidden:
        return ()
    block = hidden[0][0]
    return (
        Finding(
            "hidden-text",
            Level.APPROVAL,
            found=words("Có {count} chữ ẩn: chữ trắng, chữ đánh dấu ẩn hoặc nhỏ đến mức không đọc được."),
            wanted=words("Chữ nào cũng nhìn thấy; chữ ẩn không được in, không tính vào số trang và không đọc."),
            where=sight.where(block),
            todo=words("Cho chữ hiện ra nếu cần, không thì xóa."),
            quote=short(" ".join(text for _, text in hidden)),
            values={**sight.values(block), "count": sum(len(text.split()) for _, text in hidden)},
        ),
    )
