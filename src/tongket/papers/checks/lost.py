"""What stood in the file and is not kept is named, so that nobody misses it in the hall. The reader's own report."""

from tongket.core.findings import Finding, Level, words
from tongket.papers.checks.sight import EVERYWHERE, Sight
from tongket.reading.manuscript.metafiles import KINDS

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
    """A finding for each kind of thing that was lost, and one for the drawings that nothing here can draw."""
    return (*_undrawn(sight), *map(_lost, dict.fromkeys(sight.manuscript.lost)))


def _lost(kind: str) -> Finding:
    return Finding(
        "lost",
        Level.ADVICE,
        found=_FOUND.get(kind, _OTHER),
        where=EVERYWHERE,
        todo=words("Xem lại chỗ ấy trong bản dàn theo thể thức; cần thì chèn thành hình hoặc gõ thành chữ."),
        values={"kind": kind},
    )


def _undrawn(sight: Sight) -> tuple[Finding, ...]:
    """Names the drawings of Windows by their place among the pictures of the file."""
    pictures = enumerate(sight.manuscript.pictures, 1)
    numbers = ", ".join(str(number) for number, each in pictures if each.content_type in KINDS)
    finding = Finding(
        "lost",
        Level.ADVICE,
        found=words("Hình thứ {numbers} trong tệp là hình vẽ kiểu EMF hoặc WMF, bản dàn lại để khung trống."),
        where=EVERYWHERE,
        todo=words("Trong Word bấm chuột phải vào hình, lưu thành ảnh PNG rồi chèn lại."),
        values={"kind": "metafile", "numbers": numbers},
    )
    return (finding,) if numbers else ()
