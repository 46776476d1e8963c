"""Addressee, signer and recipients are dressed as the table of Annex I asks. Decree 30/2020/NĐ-CP, Annex I, V."""

from collections.abc import Iterator

from tongket.core.findings import Finding, words
from tongket.documents.checks.dressing import faults
from tongket.documents.checks.rule_values import Form
from tongket.documents.seen.components import Sight
from tongket.documents.seen.lines import Line


def check(sight: Sight, form: Form) -> tuple[Finding, ...]:
    """Findings about size, bold, italic and capitals of each part that is there."""
    foot, title = sight.foot, sight.title
    authority = [line for signing in foot.signings for line in signing.authority]
    names = [signing.name for signing in foot.signings if signing.name]
    addressees = [line for line in (title.addressee_head, *title.addressees) if line]
    parts: tuple[tuple[str, str, str, list[Line], bool], ...] = (
        ("addressee", "addressee", words("Kính gửi."), addressees, False),
        ("authority", "authority", words("Quyền hạn, chức vụ người ký."), authority, True),
        ("signer", "signer", words("Họ tên người ký."), names, False),
        ("recipients-head", "recipients_head", words("Nơi nhận."), list(filter(None, [foot.recipients_head])), False),
        ("recipients", "recipients", words("Danh sách nơi nhận."), list(foot.recipients), False),
    )
    findings = (
        finding
        for name, key, where, lines, capitals in parts
        for finding in faults(name, where, lines, form.dress("foot", key), form, capitals=capitals)
    )
    return (*findings, *_shouted(names, form))


def _shouted(names: list[Line], form: Form) -> Iterator[Finding]:
    """The name is written with small letters."""
    for line in names:
        if line.is_upper:
            yield form.finding(
                "signer-capitals",
                found=words("Họ tên người ký in hoa."),
                wanted=words("Họ tên viết chữ thường, hoa chữ cái đầu."),
                where=words("Họ tên người ký."),
                todo=words("Sửa họ tên người ký thành chữ thường."),
                quote=line.text,
            )
            return
