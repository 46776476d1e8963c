"""Named models in a report: `mô hình “…” của …`, `Mô hình Hẻm xanh không rác ở khối phố …`. Pure."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from tongket.core.text import clean, fold
from tongket.reviews.cutting.sentences import sentences_of
from tongket.reviews.reports.lines import marked
from tongket.reviews.reports.values import Line
from tongket.reviews.rules import Kind
from tongket.reviews.values import Named, Place, Question

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
_VERBS = "tại|ở|đã|được|giúp|làm chủ|thực hiện|triển khai|phụ trách|quản lý|với|có|mang|thu hút|và mô hình|chủ trì|đang"
_OWNER = re.compile(
    rf"^\s*(?:,\s*)?(?:của|do)\s+(?P<owner>[^,;.()“”]{{3,120}}?)(?=\s*(?:[,;.()“”]|$|\s(?:{_VERBS})\b))"
)
_AREAS = "thôn|xóm|khối phố|khu phố|tổ dân phố|phường|xã|tổ|kiệt|hẻm|các"
_WHERE = re.compile(
    rf"^[^;.“”]{{0,80}}?\b(?:tại|ở)\s+(?P<place>(?:{_AREAS})\s[^,;.()“”]{{2,60}}?)"
    r"(?=\s*(?:[,;.()“”]|$|\s(?:của|do|đã|được|giúp|với|có|mang|thu hút|và mô hình)\b))"
)
# Where models are asked for, a line of a list begins with the name; so does a line that is nothing but a name.
_LISTED = re.compile(
    rf"^(?:{_HEAD}\s*:?\s*)?(?P<name>[^,;.:(“”\"]{{3,80}}?)(?=\s*[,;.:(–]|\s+-\s|$|\s(?:của|do|tại|ở)\s)", re.IGNORECASE
)
_IN_BRACKETS = re.compile(rf"^\s*\((?P<place>(?:{_AREAS})\s[^()]{{1,60}})\)", re.IGNORECASE)
_ANY_QUOTED = re.compile(_QUOTED)
_NO_NAME = re.compile(
    r"^(?:không|chưa|đã|có|được|các|những|nhiều|một số|trên|trong|qua|để|xây dựng|duy trì|triển khai|thực hiện|tổ chức|"
    r"vận động|phối hợp|tiếp tục|tiêu biểu|mô hình|nhân rộng|hằng năm|năm)\b|\d",
    re.IGNORECASE,
)
_LONGEST_NAME = 12


def named_in_answers(questions: Iterable[Question], answers: Mapping[str, str]) -> tuple[Named, ...]:
    """The models that answers name; where models are asked for, names in quotation marks or alone on a line too."""
    found: dict[str, Named] = {}
    for question in questions:
        read = _asked_for if question.kind is Kind.EXEMPLAR else named_in
        for each in read(_lines(answers.get(question.code, ""))):
            found.setdefault(fold(each.name), replace(each, place=Place()))
    return tuple(found.values())


def _lines(answer: str) -> list[Line]:
    return [Line(rest, number, None, mark) for number, (mark, rest) in enumerate(map(marked, answer.splitlines()))]


def _asked_for(lines: Iterable[Line]) -> tuple[Named, ...]:
    return tuple(each for line in lines for each in named_in([line]) or _quoted_alone(line) or _listed(line))


def _quoted_alone(line: Line) -> tuple[Named, ...]:
    return tuple(_named(each[1], line.text, each.end(), line) for each in _ANY_QUOTED.finditer(line.text))


def _listed(line: Line) -> tuple[Named, ...]:
    match = _LISTED.match(line.text)
    if match is None or _NO_NAME.match(match["name"]) or len(match["name"].split()) > _LONGEST_NAME:
        return ()
    is_alone = not line.text[match.end() :].strip(" .")
    if not line.mark and not is_alone:
        return ()
    named = _named(match["name"], line.text, match.end(), line)
    within = _IN_BRACKETS.match(line.text[match.end() :])
    return (replace(named, place_name=clean(within["place"])) if within else named,)


def named_in(lines: Iterable[Line]) -> tuple[Named, ...]:
    """The models that the lines name, each once by its name, in order, with the sentence that names it."""
    found: dict[str, Named] = {}
    for each in _all(lines):
        before = found.get(fold(each.name))
        if before is None or (not before.owner and each.owner):
            found[fold(each.name)] = each
    return tuple(found.values())


def _all(lines: Iterable[Line]) -> Iterator[Named]:
    for line in lines:
        sentences = () if line.cells else sentences_of(line.text)
        yield from (each for sentence in sentences for each in _in_sentence(sentence, line))


def _in_sentence(sentence: str, line: Line) -> Iterator[Named]:
    seen: list[tuple[int, int]] = []
    for name, begin, end in _quoted(sentence):
        if not any(first < end and begin < last for first, last in seen):
            seen.append((begin, end))
            yield _named(name, sentence, end, line)
    for plain in _PLAIN.finditer(sentence):
        if not any(a <= plain.end() and plain.start() <= b for a, b in seen):
            yield _named(plain["name"], sentence, plain.end(), line)


def _quoted(sentence: str) -> Iterator[tuple[str, int, int]]:
    """Names in quotation marks behind `mô hình`, and those listed after them; names of movements are none."""
    for match in _FIRST.finditer(sentence):
        lead = sentence[: match.start(1) - 1]
        if _MOVEMENT.search(lead) and not lead.lower().rstrip(" :").endswith("mô hình"):
            continue
        found: re.Match[str] | None = match
        while found is not None:
            yield found[1], found.start(1), found.end()
            found = _NEXT.match(sentence, found.end())


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
