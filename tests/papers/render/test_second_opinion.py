import pytest

from tests.factories.manuscripts import as_its_author_set_it, sample_papers
from tests.papers.second_opinion import Lengths, standard_lengths, submitted_lengths

MOST = 0.02
MOST_LINES = 2


def faults(lengths: list[Lengths]) -> list[Lengths]:
    return [each for each in lengths if each.difference > MOST or each.lines_across > MOST_LINES]


@pytest.mark.slow
@pytest.mark.office
def test_libreoffice_finds_papers_as_long_as_we_do() -> None:
    assert faults(standard_lengths(sample_papers(12, first=40))) == []


@pytest.mark.slow
@pytest.mark.office
def test_libreoffice_finds_authors_own_pages_as_we_do() -> None:
    papers = [as_its_author_set_it(paper, number) for number, paper in enumerate(sample_papers(8, first=60))]

    assert faults(submitted_lengths(papers)) == []


def test_lines_across_count_only_beyond_the_end_of_a_page() -> None:
    assert Lengths(2.9, 3.1, 40).lines_across == pytest.approx(4)
    assert Lengths(2.5, 2.9, 40).lines_across == 0
