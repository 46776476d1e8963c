"""Compares how the lines of a component are dressed with what the layout asks; several checks share it."""

from collections.abc import Iterator, Sequence

from tongket.core.findings import Finding, words
from tongket.documents.checks.rule_values import Dress, Form, spoken
from tongket.documents.seen.lines import Line

# Word keeps sizes in half points; what is closer is rounding.
SIZE_SLACK = 0.01
_TODO = words("Sửa định dạng của thành phần này rồi lưu lại.")


def faults(
    name: str, where: str, lines: Sequence[Line], dress: Dress, form: Form, *, capitals: bool = False
) -> Iterator[Finding]:
    """A finding for each of size, bold, italic and capitals that is not as `dress` says, for all lines together."""
    worded = [line for line in lines if line.worded]
    if not worded:
        return
    quote = worded[0].text
    sizes = sorted({run.size_pt for line in worded for run in line.worded})
    wrong = [size for size in sizes if not dress.size.holds(size, SIZE_SLACK)]
    if wrong:
        yield form.finding(
            f"{name}-size",
            found=words("Cỡ chữ {size}."),
            wanted=words("Cỡ chữ {sizes}."),
            where=where,
            todo=_TODO,
            quote=quote,
            source=dress.source,
            size=", ".join(map(spoken, wrong)),
            sizes=str(dress.size),
        )
    yield from _weight(name, where, worded, dress, form)
    if capitals and not all(line.is_upper for line in worded):
        yield form.finding(
            f"{name}-capitals",
            found=words("Chữ không in hoa."),
            wanted=words("Chữ in hoa."),
            where=where,
            todo=_TODO,
            quote=quote,
            source=dress.source,
        )


def _weight(name: str, where: str, lines: Sequence[Line], dress: Dress, form: Form) -> Iterator[Finding]:
    """Bold where all is wanted bold and some is not, or none is wanted and all is; italic alike."""
    is_bold = [line.is_bold for line in lines]
    is_italic = [line.is_italic for line in lines]
    pairs = (
        ("bold", dress.bold, is_bold, words("Chữ không đậm."), words("Chữ đậm.")),
        ("italic", dress.italic, is_italic, words("Chữ không nghiêng."), words("Chữ nghiêng.")),
    )
    for kind, wanted, seen, no, yes in pairs:
        if wanted and not all(seen):
            yield form.finding(
                f"{name}-{kind}",
                found=no,
                wanted=yes,
                where=where,
                todo=_TODO,
                quote=lines[0].text,
                source=dress.source,
            )
        elif not wanted and all(seen):
            yield form.finding(
                f"{name}-{kind}",
                found=yes,
                wanted=no,
                where=where,
                todo=_TODO,
                quote=lines[0].text,
                source=dress.source,
            )
