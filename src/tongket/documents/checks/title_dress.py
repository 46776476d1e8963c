"""Name of type and subject are dressed as the table of Annex I asks. Decree 30/2020/NĐ-CP, Annex I, part I, V."""

from tongket.core.findings import Finding, words
from tongket.documents.checks.dressing import faults
from tongket.documents.checks.rule_values import Form
from tongket.documents.seen.components import Sight


def check(sight: Sight, form: Form) -> tuple[Finding, ...]:
    """Findings about size, bold, italic and capitals of the type name, the subject, and a letter's `V/v`."""
    title, letter = sight.title, sight.header.letter_subject
    type_name = [title.type_name] if title.type_name else []
    letter_dress = form.dress("title", "letter_subject")
    return (
        *faults("type-name", words("Tên loại."), type_name, form.dress("title", "type_name"), form, capitals=True),
        *faults("subject", words("Trích yếu."), title.subject, form.dress("title", "subject"), form),
        *faults("letter-subject", words("Trích yếu công văn."), letter, letter_dress, form),
    )
