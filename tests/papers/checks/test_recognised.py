"""Papers read off a picture by a machine."""

from tests.papers.checks.looking import PROSE, codes, sight
from tongket.papers.checks.recognised import check


def test_scan_is_told() -> None:
    assert codes(check, sight(PROSE, is_recognised=True)) == ["recognised"]


def test_typed_file_is_silent() -> None:
    assert codes(check, sight(PROSE)) == []
