"""Every letter can be printed: one that the type face lacks is shown by a box. The layout's own report."""

from tongket.core.findings import Finding, Level, words
from tongket.papers.checks.sight import Sight


def check(sight: Sight) -> tuple[Finding, ...]:
    """One finding that lists the letters, at the first of them."""
    missing = sight.laid.missing
    if not missing:
        return ()
    block = next((place for place, text in sight.texts if any(letter in text for letter in missing)), 0)
    return (
        Finding(
            "letters-missing",
            Level.ADVICE,
            found=words("Phông chữ in không có: {letters}."),
            wanted=words("Chữ và dấu thông thường; chỗ ấy in ra ô trống."),
            where=sight.where(block),
            todo=words("Thay bằng chữ hoặc dấu gạch đầu dòng."),
            quote=missing[0],
            values={**sight.values(block, missing[0]), "letters": " ".join(missing)},
        ),
    )
