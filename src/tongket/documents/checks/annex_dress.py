"""An annex opens with its label, its title in capitals and what it belongs to. Decree 30/2020/NĐ-CP, Annex I, III.1."""

from tongket.core.findings import Finding, words
from tongket.documents.checks.dressing import faults
from tongket.documents.checks.rule_values import Form
from tongket.documents.seen.components import Sight


def check(sight: Sight, form: Form) -> tuple[Finding, ...]:
    """Findings about label, title and reference line of the annexes, all of them together."""
    labels = [annex.label for annex in sight.annexes]
    titles = [line for annex in sight.annexes for line in annex.title]
    references = [annex.reference for annex in sight.annexes if annex.reference]
    return (
        *faults("annex-label", words("Phụ lục."), labels, form.dress("annex", "label"), form),
        *faults("annex-title", words("Tiêu đề phụ lục."), titles, form.dress("annex", "title"), form, capitals=True),
        *faults("annex-reference", words("Dòng kèm theo."), references, form.dress("annex", "reference"), form),
    )
