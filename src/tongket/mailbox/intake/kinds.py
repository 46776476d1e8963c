"""Which kinds of duty a subject, a file's name or a sentence speaks of."""

import re

from tongket.conferences.rules import DutyKind
from tongket.core.text import fold

# Longer ones first: "báo cáo tham luận" is a paper, "báo cáo thành tích" a nomination. Folded.
_PHRASES: tuple[tuple[str, DutyKind], ...] = (
    ("bao cao tham luan", DutyKind.PAPER),
    ("bai tham luan", DutyKind.PAPER),
    ("tham luan", DutyKind.PAPER),
    ("bao cao thanh tich", DutyKind.NOMINATION),
    ("bao cao dien hinh", DutyKind.NOMINATION),
    ("de nghi khen thuong", DutyKind.NOMINATION),
    ("danh sach khen thuong", DutyKind.NOMINATION),
    ("gioi thieu khen thuong", DutyKind.NOMINATION),
    ("gioi thieu mo hinh", DutyKind.NOMINATION),
    ("mo hinh tieu bieu", DutyKind.NOMINATION),
    ("khen thuong", DutyKind.NOMINATION),
    ("san pham trung bay", DutyKind.EXHIBIT),
    ("dang ky san pham", DutyKind.EXHIBIT),
    ("trung bay", DutyKind.EXHIBIT),
    ("gian hang", DutyKind.EXHIBIT),
    ("san pham", DutyKind.EXHIBIT),
    ("danh sach dai bieu", DutyKind.DELEGATES),
    ("danh sach du", DutyKind.DELEGATES),
    ("dang ky dai bieu", DutyKind.DELEGATES),
    ("cu dai bieu", DutyKind.DELEGATES),
    ("dai bieu", DutyKind.DELEGATES),
    ("xac bao", DutyKind.DELEGATES),
    ("y kien phat bieu", DutyKind.REMARKS),
    ("bai phat bieu", DutyKind.REMARKS),
    ("phat bieu", DutyKind.REMARKS),
    ("bieu so lieu", DutyKind.REVIEW),
    ("bao cao", DutyKind.REVIEW),
    ("so lieu", DutyKind.REVIEW),
)
_KIND_OF = dict(_PHRASES)
_NAMED = re.compile(
    "|".join(rf"\b{re.escape(phrase)}\b" for phrase, _kind in sorted(_PHRASES, key=lambda p: -len(p[0])))
)
_JOINTS = re.compile(r"[\W_]+")


def kinds_in(text: str) -> frozenset[DutyKind]:
    """The kinds that `text` names, whatever its accents, and whatever stands between its words."""
    return frozenset(_KIND_OF[found] for found in _NAMED.findall(_JOINTS.sub(" ", fold(text))))
