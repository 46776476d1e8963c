"""What stood in the file and is not kept is named, so that nobody misses it in the hall. The reader's own report."""

from tongket.core.findings import Finding, Level, words
from tongket.papers.checks.sight import EVERYWHERE, Sight

_FOUND = {
    "chart": words("Tệp có biểu đồ, bản dàn lại không giữ được."),
    "text-box": words("Tệp có khung chữ, chữ trong khung được đưa vào bài."),
    "equation": words("Tệp có công thức, bản dàn lại chỉ giữ phần chữ."),
    "drawing": words("Tệp có hình vẽ ghép, bản dàn lại không giữ được."),
    "diagram": words("Tệp có sơ đồ, bản dàn lại không giữ được."),
    "object": words("Tệp có tệp khác nhúng vào, bản dàn lại không giữ được."),
    "scanned-page": words("Tệp có trang quét, máy không đọc được chữ của trang ấy."),
    "picture": words("Tệp có hình không mở được, bản dàn lại bỏ trống."),
}
_OTHER = words("Tệp có phần mà bản dàn lại không giữ được.")


def check(sight: Sight) -> tuple[Finding, ...]:
    """A finding for each kind of thing that was lost."""
    return tuple(
        Finding(
            "lost",
            Level.ADVICE,
            found=_FOUND.get(kind, _OTHER),
            where=EVERYWHERE,
            todo=words("Xem lại chỗ ấy trong bản dàn theo thể thức; cần thì chèn thành hình hoặc gõ thành chữ."),
            values={"kind": kind},
        )
        for kind in dict.fromkeys(sight.manuscript.lost)
    )
