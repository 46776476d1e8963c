"""Named models in a report: `mô hình “…” của …`, `Mô hình Hẻm xanh không rác ở khối phố …`. Pure."""

import re
from collections.abc import Iterable, Iterator

from tongket.core.text import clean, fold
from tongket.reviews.cutting.sentences import sentences_of
from tongket.reviews.reports.values import Line
from tongket.reviews.values import Named, Place

_QUOTED = r"[“\"‘']([^”\"’'“]{3,120})[”\"’']"
_HEAD = r"(?:mô hình|mô hình, điển hình|câu lạc bộ|CLB|tổ hợp tác|cách làm)"
# `mô hình “A”, “B” và mô hình “C”`: each quotation behind the first belongs to it while only links stand between.
_FIRST = re.compile(
    rf"\b{_HEAD}(?:\s+(?!phong trào|cuộc vận động|chương trình|đề án)[\wÀ-ỹ,]+){{0,6}}?\s*:?\s*{_QUOTED}", re.IGNORECASE
)
_NEXT = re.compile(rf"\s*(?:,|;|và|,\s*và|hay)\s*(?:mô hình\s+)?{_QUOTED}", re.IGNORECASE)
_CAPITAL = r"[A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠ-Ỹ]"
_PLAIN = re.compile(
    rf"\b[Mm]ô hình\s+(?:điểm\s+|tiêu biểu\s+)?(?P<name>{_CAPITAL}[\wÀ-ỹ]*(?:[ ,-]+[\wÀ-ỹ]+){{1,14}}?)"
    rf"(?=\s+(?:của|tại|ở|do|được|đã|thuộc|với|giúp|mang|thu hút|có)\s|[.,;:(]|$)"
)
_MOVEMENT = re.compile(
    r"(?:phong trào|cuộc vận động|chương trình|đề án|hội thi|cuộc thi|quỹ|chủ đề|ngày hội)[^,;.]{0,30}$", re.IGNORECASE
)
_OWNER = re.compile(
    r"^\s*(?:,\s*)?(?:của|do)\s+(?P<owner>[^,;.()“”]{3,120}?)"
    r"(?=\s*(?:[,;.()“”]|$|\s(?:tại|ở|đã|được|giúp|làm chủ|thực hiện|triển khai|phụ trách|quản lý|với|có|mang|thu hút|và mô hình)\b))"
)
_WHERE = re.compile(
    r"^[^;.“”]{0,80}?\b(?:tại|ở)\s+(?P<place>(?:thôn|xóm|khối phố|khu phố|tổ dân phố|phường|xã|tổ|kiệt|hẻm|các)\s[^,;.()“”]{2,60}?)"
    r"(?=\s*(?:[,;.()“”]|$|\s(?:của|do|đã|được|giúp|với|có|mang|thu hút|và mô hình)\b))"
)


def named_in(lines: Iterable[Line]) -> tuple[Named, ...]:
    """The models that the lines name, each once by its name, in order, with the sentence that names it."""
    found: dict[str, Named] = {}
    for line in lines:
        if line.cells:
            continue
        for sentence in sentences_of(line.text):
            for each in _in_sentence(sentence, line):
                before = found.get(fold(each.name))
                if before is None or (not before.owner and each.owner):
                    found[fold(each.name)] = each
    return tuple(found.values())


def _in_sentence(sentence: str, line: Line) -> Iterator[Named]:
    seen: list[tuple[int, int]] = []
    for match in _FIRST.finditer(sentence):
        if (
            _MOVEMENT.search(sentence[: match.start(1) - 1])
            and "mô hình" not in sentence[max(0, match.start(1) - 12) : match.start(1)].lower()
        ):
            continue
        while match is not None:
            if not any(a < match.end() and match.start(1) < b for a, b in seen):
                seen.append((match.start(1), match.end()))
                yield _named(match[1], sentence, match.end(), line)
            match = _NEXT.match(sentence, match.end())
    for plain in _PLAIN.finditer(sentence):
        if not any(a <= plain.end() and plain.start() <= b for a, b in seen):
            yield _named(plain["name"], sentence, plain.end(), line)


def _named(name: str, sentence: str, end: int, line: Line) -> Named:
    rest = sentence[end:]
    owner, where = _OWNER.match(rest), _WHERE.match(rest)
    return Named(
        clean(name).strip(" ,.;"),
        clean(owner["owner"]) if owner else "",
        clean(where["place"]) if where else "",
        sentence,
        Place(line.page, line.block),
    )
