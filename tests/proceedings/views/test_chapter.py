"""The paragraphs of a paper whose layout is corrected by hand."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from django.test import Client

from tests.factories.papers import make_accepted
from tests.office import Office
from tests.papers.checks.looking import block, manuscript
from tongket.accounts.models import User
from tongket.documents.render.chapters import PaperChapter
from tongket.proceedings.models import Volume
from tongket.proceedings.views import chapter
from tongket.reading.manuscript.values import Paragraph, Piece


def test_paragraph_of_a_picture_alone_is_listed(
    as_user: Callable[[User], Client], office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, given = make_accepted(duty=office.duty_a), chapter._paper
    shown = manuscript(block("Đoạn một"), Paragraph((Piece("", picture=0), Piece("", picture=1))), block(" "))

    def with_pictures(volume: Volume, code: str) -> PaperChapter:
        return replace(given(volume, code), manuscript=shown)

    monkeypatch.setattr(chapter, "_paper", with_pictures)
    page = (
        as_user(office.clerk).get(f"/conferences/{office.conference.pk}/proceedings/chapters/{code}").content.decode()
    )

    assert re.findall(r"<li><b>(\d+)</b><span[^>]*>([^<]+)", page) == [("1", "Đoạn một"), ("2", "Hình 1, 2 ")]
