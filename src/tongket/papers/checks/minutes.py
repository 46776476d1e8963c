"""A paper is read aloud within its minutes: it must at the fast rate and should at the usual one. The plan's clause."""

from math import floor

from tongket.core.findings import Finding, Level, words
from tongket.papers.checks.sight import EVERYWHERE, Sight


def check(sight: Sight) -> tuple[Finding, ...]:
    """One finding: a blocker over the limit even when read fast, an approval between the two rates."""
    limits, said = sight.limits, sight.spoken.syllables
    if limits.minutes is None or said <= limits.minutes * limits.rate:
        return ()
    is_over = said > limits.minutes * limits.fast_rate
    minutes, seconds = divmod(round(said / limits.rate * 60), 60)
    fast_minutes, fast_seconds = divmod(round(said / limits.fast_rate * 60), 60)
    most = floor(limits.minutes * limits.rate)
    values = {
        "minutes": minutes,
        "seconds": seconds,
        "fast_minutes": fast_minutes,
        "fast_seconds": fast_seconds,
        "limit": float(limits.minutes),
        "rate": float(limits.rate),
        "most": float(most),
        "said": float(said),
        "written": float(sight.spoken.written),
        "over": float(said - most),
        "expanded": float(max(0, said - sight.spoken.written)),
    }
    return (
        Finding(
            "too-slow" if is_over else "slow",
            Level.BLOCKER if is_over else Level.APPROVAL,
            found=words("Đọc hết {minutes} phút {seconds} giây, đọc nhanh vẫn {fast_minutes} phút {fast_seconds} giây.")
            if is_over
            else words("Đọc hết {minutes} phút {seconds} giây; chỉ đọc nhanh mới kịp."),
            wanted=words("Không quá {limit} phút, tức {most} chữ ở tốc độ {rate} chữ một phút."),
            where=EVERYWHERE,
            todo=words(
                "Bớt khoảng {over} chữ. Bài có {written} chữ, số và chữ tắt đọc thành tiếng thêm {expanded} chữ."
            ),
            clause=limits.clause,
            values=values,
        ),
    )
