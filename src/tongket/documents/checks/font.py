"""All text is in Times New Roman. Decree 30/2020/NĐ-CP, Annex I, part I, I.4."""

from tongket.core.findings import Finding, words
from tongket.documents.checks.rule_values import Form
from tongket.documents.seen.components import Sight

# Fonts of signs: bullets and boxes, no letters of the text.
_SIGNS = ("symbol", "wingdings", "webdings", "segoe ui symbol", "cambria math", "ms gothic")


def check(sight: Sight, form: Form) -> tuple[Finding, ...]:
    """One finding that names every other font met; text without a named font is shown in Word's own, which is right."""
    wanted = str(form.value("page", "font"))
    others = [
        (run.font, paragraph)
        for paragraph in sight.document.paragraphs
        for run in paragraph.runs
        if _is_other(run.font.casefold(), wanted.casefold()) and any(letter.isalnum() for letter in run.text)
    ]
    if not others:
        return ()
    return (
        form.finding(
            "font",
            found=words("Có chữ dùng phông {fonts}."),
            wanted=words("Phông {font}."),
            todo=words("Chọn toàn bộ văn bản và đổi sang phông này."),
            quote=" ".join(others[0][1].text.split()),
            source=str(form.layout["page"]["font"]["source"]),
            fonts=", ".join(sorted({font for font, _ in others})),
            font=wanted,
        ),
    )


def _is_other(font: str, wanted: str) -> bool:
    """Whether a font is another one for letters; text without a named font is in Word's own."""
    return font not in {"", wanted} and not font.startswith(_SIGNS)
