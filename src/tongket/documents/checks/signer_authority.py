"""Who signs for another says so, in the marks of the form. Decree 30/2020/NĐ-CP, Article 13 and Annex I, II.7a."""

import re

from tongket.core.findings import Finding, words
from tongket.documents.checks.rule_values import Form
from tongket.documents.seen.components import Sight, Signing

_KINDS = ("collective", "acting", "deputy", "by_order", "authorised")
_MARK = re.compile(r"(T/?M|K/?T|T/?L|T/?UQ|Q)\b\.?")
_WHERE = words("Quyền hạn, chức vụ người ký.")


def check(sight: Sight, form: Form) -> tuple[Finding, ...]:
    """A finding for a mark of another form, for a deputy without `KT.`, and for one without any mark."""
    signings = () if sight.is_minutes else sight.foot.signings
    return tuple(finding for signing in signings for finding in (*_marks(signing, form), *_deputy(signing, form)))


def _marks(signing: Signing, form: Form) -> tuple[Finding, ...]:
    """The first mark that is not written as the form has it."""
    right = {_bare(mark): mark for kind in _KINDS if (mark := str(form.layout["signing"][kind]))}
    for line in signing.authority:
        met = _MARK.match(line.text)
        wanted = right.get(_bare(met[0])) if met else None
        if met and wanted and met[0] != wanted:
            return (
                form.finding(
                    "authority-mark",
                    found=words("Ghi “{mark}”."),
                    wanted=words("Ghi “{right}”."),
                    where=_WHERE,
                    todo=words("Sửa dấu quyền hạn của người ký."),
                    quote=line.text,
                    mark=met[0],
                    right=wanted,
                ),
            )
    return ()


def _deputy(signing: Signing, form: Form) -> tuple[Finding, ...]:
    """A deputy says for whom: `KT.` where the form asks for it, at least `TM.` where it does not."""
    marks = {_bare(found[0]) for line in signing.authority if (found := _MARK.match(line.text))}
    is_deputy = any(line.text.startswith("PHÓ ") for line in signing.authority)
    if not is_deputy or "TL" in marks or "TUQ" in marks or "KT" in marks:
        return ()
    code = "authority-deputy" if form.asks("authority-deputy") else "authority-missing"
    if not form.asks(code) or (code == "authority-missing" and marks):
        return ()
    return (
        form.finding(
            code,
            found=words("Cấp phó ký mà không ghi ký thay ai."),
            wanted=words("Cấp phó ký thay cấp trưởng ghi “KT.” và chức vụ của cấp trưởng.")
            if code == "authority-deputy"
            else words("Cấp phó ký thay mặt tập thể ghi “TM.” và tên tập thể."),
            where=_WHERE,
            todo=words("Bổ sung quyền hạn của người ký."),
            quote=" / ".join(line.text for line in signing.authority),
        ),
    )


def _bare(mark: str) -> str:
    return mark.replace("/", "").rstrip(".")
