"""A file is called what it is, so that everybody's program opens it; it is read by its content all the same.

A clerk is not turned away for a name: who gets the file next is the one who cannot open it.
"""

from tongket.core.findings import Finding, Level, words
from tongket.papers.checks.sight import Sight
from tongket.reading.endings import RIGHT, SAID, is_kept
from tongket.reading.kinds import Kind
from tongket.reading.manuscript.values import Manuscript
from tongket.reading.office import NAMES

_RENAME = words("Đổi đuôi tệp thành {right} để ai cũng mở được.")
_RENAME_AND_SAVE = words("Đổi đuôi tệp thành {right}, mở bằng Word rồi lưu thành .docx, để ai cũng mở được.")
# What Word turns into .docx as it is.
_FOR_WORD = frozenset({Kind.DOC, Kind.RTF, Kind.ODT, Kind.TEXT})


def check(sight: Sight) -> tuple[Finding, ...]:
    """One finding for a file whose name ends otherwise than its content wants."""
    kind = _kind_of(sight.manuscript)
    if is_kept(sight.file_name, kind):
        return ()
    return (
        Finding(
            "wrong-extension",
            Level.ADVICE,
            found=SAID[kind],
            wanted=words("Đuôi {right}; bài vẫn được đọc theo nội dung."),
            where=words("Tên tệp."),
            todo=_RENAME_AND_SAVE if kind in _FOR_WORD else _RENAME,
            values={"name": sight.file_name, "right": RIGHT[kind]},
        ),
    )


def _kind_of(manuscript: Manuscript) -> Kind:
    """What the file was before another program turned it into .docx, else what it is."""
    before = next((each.before for each in manuscript.mendings if each.code == "converted"), "")
    return next((kind for kind, name in NAMES.items() if name == before), Kind(manuscript.nature.value))
