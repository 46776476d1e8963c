"""LibreOffice sets the .docx of every kind as our PDF stands."""

import pytest

from tests.documents.kinds.samples import sample_of
from tests.documents.second_opinion import compare_many
from tests.factories.conferences import make_conference
from tongket.documents.kinds import KINDS


@pytest.mark.slow
@pytest.mark.office
def test_libreoffice_sets_every_kind_as_we_do(db: None) -> None:
    conference = make_conference()

    found = dict(zip(KINDS, compare_many([sample_of(code, conference) for code in KINDS]), strict=True))

    assert found == {code: [] for code in KINDS}
