"""A paper has a title: the programme, the contents and the screen in the hall name it by that. Habit."""

from tongket.core.findings import Finding, Level, words
from tongket.papers.checks.sight import ON_PAGE, Sight

# "Tham luận tại hội nghị …" says where a paper is read, not what it is about.
_LEAST_WORDS = 3


def check(sight: Sight) -> tuple[Finding, ...]:
    """One finding where neither the form nor the head of the paper says what it is called."""
    if len((sight.title or sight.anatomy.title).split()) >= _LEAST_WORDS:
        return ()
    return (
        Finding(
            "title-missing",
            Level.ADVICE,
            found=words("Chưa thấy tên bài ở đầu tham luận."),
            wanted=words("Tên bài dưới chữ “Tham luận”, để ghi vào chương trình và mục lục."),
            where=ON_PAGE,
            todo=words("Thêm tên bài, một hai dòng nói điều chính."),
            values={"block": 0, "page": 1},
        ),
    )
