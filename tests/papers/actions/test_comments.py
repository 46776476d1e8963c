"""Comments are gathered, changed while they wait, and settled."""

import pytest

from tests.factories.conferences import NOW
from tests.factories.papers import make_comment, make_version
from tests.office import Office
from tongket.papers.actions.comments import CommentSent, add_comment, drop_comment, edit_comment, settle_comment
from tongket.papers.models import Comment
from tongket.papers.queries.papers import comments_of, paper_of


def test_a_comment_keeps_the_words_it_concerns(office: Office) -> None:
    version = make_version(duty=office.duty_a)

    paper = paper_of(office.duty_a)
    said = {"text": " Trang 3 ghi 36. ", "quote": "xã còn\n38 hộ", "block": 4, "page": 1}
    add_comment(paper=paper, version=version, by=office.clerk, now=NOW, **said)  # type: ignore[arg-type]

    kept = Comment.objects.get()
    assert (kept.text, kept.quote, kept.block, kept.page) == ("Trang 3 ghi 36.", "xã còn 38 hộ", 4, 1)


def test_the_unit_reads_what_was_sent(office: Office) -> None:
    comment = make_comment(duty=office.duty_a, by=office.clerk)
    paper = paper_of(office.duty_a)
    assert (comments_of(paper, is_host=False), comments_of(paper, is_host=True)) == ([], [comment])

    Comment.objects.update(sent_at=NOW)

    assert comments_of(paper, is_host=False) == [comment]


def test_a_sent_comment_is_changed_and_dropped_no_more(office: Office) -> None:
    comment = make_comment(duty=office.duty_a, by=office.clerk)
    edit_comment(comment=comment, text="Bớt hẳn", by=office.clerk, now=NOW)
    Comment.objects.update(sent_at=NOW)

    with pytest.raises(CommentSent):
        edit_comment(comment=comment, text="Thôi", by=office.clerk, now=NOW)
    with pytest.raises(CommentSent):
        drop_comment(comment=comment, by=office.clerk, now=NOW)

    assert Comment.objects.get().text == "Bớt hẳn"


def test_a_comment_that_somebody_else_changed_meanwhile_is_left_as_they_said(office: Office) -> None:
    comment = make_comment(duty=office.duty_a, by=office.clerk, text="Bớt\nmở đầu")
    edit_comment(comment=comment, text="Bớt hẳn", seen="Bớt\r\nmở đầu", by=office.leader, now=NOW)

    with pytest.raises(CommentSent):
        edit_comment(comment=comment, text="Thôi", seen="Bớt\nmở đầu", by=office.clerk, now=NOW)

    assert Comment.objects.get().text == "Bớt hẳn"


def test_a_comment_is_settled_and_not(office: Office) -> None:
    comment = make_comment(duty=office.duty_a, by=office.clerk)

    assert settle_comment(comment=comment, settled=True, by=office.clerk, now=NOW).settled_at == NOW
    assert settle_comment(comment=comment, settled=False, by=office.clerk, now=NOW).settled_at is None


def test_a_waiting_comment_is_dropped(office: Office) -> None:
    drop_comment(comment=make_comment(duty=office.duty_a, by=office.clerk), by=office.clerk, now=NOW)

    assert list(Comment.objects.all()) == []
