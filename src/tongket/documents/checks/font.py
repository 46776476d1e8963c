"""All text is in Times New Roman. Decree 30/2020/NĐ-CP, Annex I, part I, I.4."""

from tongket.core.findings import Finding, words
from tongket.documents.checks.rule_values import Form
from tongket.documents.seen.components import Sight

# Fonts of signs: bullets and boxes, no letters of the text.
_SIGNS = ("symbol", "wingdings", "webdings", "segoe ui symbol", "cambria math", "ms gothic")


def check(sight: Sight, form: Form) -> tuple[Finding, ...]:
    """One finding that names every other font met; text without a named font is shown in Word's own, which is right."""
    wanted = str(form.value("page", "font"))
    others: dict[str, str] = {}
    for paragraph in sight.document.paragraphs:
        for run in paragraph.runs:
            is_other = run.font.casefold() not in {"", wanted.casefold()} and not run.font.casefold().startswith(_SIGNS)
            if is_other and any(letter.isalnum() for letter in run.text):
                others.setdefault(run.font, " ".join(paragraph.text.split()))
    if not others:
        return ()
    return (
        form.finding(
            "font",
            found=words("Có chữ dùng phông {fonts}."),
            wanted=words("Phông {font}."),
            todo=words("Chọn toàn bộ văn bản và đổi sang phông này."),
            quote=next(iter(others.values())),
            source=str(form.layout["page"]["font"]["source"]),
            fonts=", ".join(sorted(others)),
            font=wanted,
        ),
    )
