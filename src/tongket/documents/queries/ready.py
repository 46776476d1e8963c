"""What still stands in the way of a document before a leader may see it."""

from tongket.core.findings import Finding, Level, words
from tongket.documents.models import Document
from tongket.documents.queries.assembled import assembled
from tongket.documents.render.fonts import missing_letters


def blockers(document: Document) -> tuple[Finding, ...]:
    """Why the document cannot be laid before a leader: values without a name, letters that cannot be printed.

    What its own making found and stops it comes first.
    """
    made = assembled(document)
    found = [finding for finding in made.findings if finding.level is Level.BLOCKER]
    known = {finding.code for finding in found}
    if made.missing and "missing_value" not in known:
        found.append(_missing(made.missing))
    letters = missing_letters(made.document)
    if letters:
        found.append(_letters(letters))
    return tuple(found)


def _missing(names: tuple[str, ...]) -> Finding:
    return Finding(
        "missing_value",
        Level.BLOCKER,
        words("Còn thiếu: {names}."),
        todo=words("Điền vào ô bên cạnh văn bản rồi kiểm tra lại."),
        values={"names": ", ".join(names)},
    )


def _letters(letters: tuple[str, ...]) -> Finding:
    return Finding(
        "letter_not_in_font",
        Level.BLOCKER,
        words("Phông chữ không có: {letters}."),
        wanted=words("Chữ nào cũng phải in được."),
        todo=words("Xóa hoặc gõ lại chỗ ấy; thường là ký hiệu chép từ nơi khác."),
        values={"letters": " ".join(letters)},
    )
