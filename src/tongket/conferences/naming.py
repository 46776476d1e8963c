"""What a conference is called in the header and in lists: a short name drawn from the plan's title. Pure."""

import re

from tongket.core.text import clean

LONGEST = 90
GATHERING = re.compile(
    r"\b(hội nghị|đại hội|hội thảo|tọa đàm|toạ đàm|lễ|hội diễn|hội thi)\b"
    r"(\s+(?:sơ kết|tổng kết|biểu dương|tuyên dương|tôn vinh|gặp mặt|đại biểu|điển hình tiên tiến)\b)?",
    re.IGNORECASE,
)
REVIEWING = re.compile(r"\b(sơ kết|tổng kết)\b", re.IGNORECASE)
MOVEMENT = re.compile(
    r"(phong trào thi đua|phong trào|cuộc vận động|chương trình|đề án)\s*[“\"]([^”\",]+)", re.IGNORECASE
)


def _cut(text: str) -> str:
    """At most `LONGEST` letters, ended at a whole word."""
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0].rstrip(" ,;-") + "…"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def short_title(title: str | None) -> str:
    """`Hội nghị tổng kết Phong trào thi đua “Đoàn kết sáng tạo”`: the gathering and what it reviews.

    A title without a named movement is cut at a whole word; no title gives the plain word for a conference.
    """
    text = clean(title or "")
    if not text:
        return "Hội nghị"
    gathering, movement = GATHERING.search(text), MOVEMENT.search(text)
    if movement is None:
        return _cut(_capital(re.sub(r"^((về việc|về|tổ chức)\s+)+", "", text, flags=re.IGNORECASE)))
    reviewing = REVIEWING.search(text)
    name = clean(gathering.group(0)) if gathering else "hội nghị"
    if reviewing and reviewing.group(0).lower() not in name.lower():
        name = f"{name} {reviewing.group(0).lower()}"
    return _cut(_capital(f"{name} {_capital(movement.group(1).lower())} “{movement.group(2).strip()}”"))
