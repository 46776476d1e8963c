"""Rules under motto, issuer and subject are drawn lines, not signs. Decree 30/2020/NĐ-CP, Annex I, II.1, II.2, II.5."""

from tongket.core.findings import Finding, words
from tongket.documents.checks.rule_values import Form
from tongket.documents.seen.components import Sight
from tongket.documents.seen.lines import Line
from tongket.documents.seen.strokes import Stroke, drawn_in_header, stroke_under

_STAR = "*"
_FOUND = {
    Stroke.SIGNS: words("Đường kẻ gõ bằng ký tự."),
    Stroke.UNDERLINE: words("Chữ gạch chân thay cho đường kẻ."),
    Stroke.NONE: words("Không thấy đường kẻ bên dưới."),
}


def check(sight: Sight, form: Form) -> tuple[Finding, ...]:
    """A finding for each part whose rule is missing or made otherwise; lines that float on the page count for any."""
    parts = [(code, where, line, stroke_under(line, sight)) for code, where, line in _parts(sight, form)]
    wanting = [part for part in parts if part[3] is Stroke.NONE]
    near = sum(stroke is Stroke.LINE and not _has_border(line) for _, _, line, stroke in parts)
    floating = drawn_in_header(sight) - near
    forgiven = wanting if floating >= len(wanting) else []
    findings = [
        _finding(code, where, line, _FOUND[stroke], form)
        for code, where, line, stroke in parts
        if stroke is not Stroke.LINE and not any(line is other[2] for other in forgiven)
    ]
    return (*findings, *_star(sight, form))


def _parts(sight: Sight, form: Form) -> list[tuple[str, str, Line]]:
    """The lines under which a rule is asked, the last one of each part."""
    header, title = sight.header, sight.title
    known = (
        ("nation-rule", words("Tiêu đề Đảng."), ("header", "nation"), header.nation),
        ("motto-rule", words("Tiêu ngữ."), ("header", "motto"), header.motto),
        ("issuer-rule", words("Tên cơ quan ban hành."), ("header", "own"), header.own[-1] if header.own else None),
        ("subject-rule", words("Trích yếu."), ("title", "subject"), title.subject[-1] if title.subject else None),
    )
    return [
        (code, where, line)
        for code, where, key, line in known
        if line is not None and form.dress(*key).rule not in {"", _STAR}
    ]


def _star(sight: Sight, form: Form) -> tuple[Finding, ...]:
    """The Party's form has a star under the issuer instead of a rule."""
    header = sight.header
    if form.dress("header", "own").rule != _STAR or header.star or not header.own:
        return ()
    return (
        _finding("issuer-rule", words("Tên cơ quan ban hành."), header.own[-1], words("Không thấy dấu sao."), form),
    )


def _has_border(line: Line) -> bool:
    return line.paragraph.is_ruled_below


def _finding(code: str, where: str, line: Line, found: str, form: Form) -> Finding:
    return form.finding(
        code,
        found=found,
        wanted=words("Dấu sao (*) dưới tên cơ quan ban hành.")
        if form.dress("header", "own").rule == _STAR and code == "issuer-rule"
        else words("Đường kẻ ngang, nét liền, bên dưới."),
        where=where,
        todo=words("Kẻ bằng viền dưới của đoạn hoặc bằng hình vẽ, bỏ ký tự và gạch chân."),
        quote=line.text,
    )
