"""What a machine read off pictures may be wrong: a person compares it with the scan.

DESIGN.md, OCR is marked as such.
"""

from tongket.core.findings import Finding, Level, words
from tongket.papers.checks.sight import EVERYWHERE, Sight


def check(sight: Sight) -> tuple[Finding, ...]:
    """One finding for a paper that came as a scan or a photograph."""
    if not sight.manuscript.is_recognised:
        return ()
    return (
        Finding(
            "recognised",
            Level.ADVICE,
            found=words("Bài là bản quét hoặc ảnh chụp, chữ do máy nhận dạng."),
            wanted=words("Tệp có chữ gõ; số trang và số chữ ở đây chỉ gần đúng."),
            where=EVERYWHERE,
            todo=words("Đối chiếu với bản quét, nhất là tên người và con số, hoặc xin tệp .docx."),
        ),
    )
