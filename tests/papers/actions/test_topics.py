"""A unit proposes another topic, the office answers."""

import pytest

from tests.factories.conferences import NOW
from tests.office import Office
from tongket.core.models import Event
from tongket.papers.actions.topics import TopicMoved, answer_topic, propose_topic, restore_topic, withdraw_topic
from tongket.papers.models import TopicProposal
from tongket.papers.queries.papers import paper_of


def proposed(office: Office, topic: str = "Chợ phiên nông sản sạch") -> TopicProposal:
    """A proposal of unit A."""
    paper = paper_of(office.duty_a)
    return propose_topic(paper=paper, topic=topic, reason="Xã làm tốt", by=office.member_a, now=NOW)


def test_a_granted_proposal_is_the_topic(office: Office) -> None:
    answer_topic(proposal=proposed(office), granted=True, answer="Đồng ý", by=office.clerk, now=NOW)

    assert paper_of(office.duty_a).topic == "Chợ phiên nông sản sạch"


def test_a_refused_proposal_leaves_the_plans_words(office: Office) -> None:
    answer_topic(proposal=proposed(office), granted=False, answer="", by=office.clerk, now=NOW)

    assert (paper_of(office.duty_a).topic, TopicProposal.objects.get().state) == ("Chuẩn bị tham luận", "refused")


def test_the_plans_words_follow_a_corrected_plan(office: Office) -> None:
    answer_topic(proposal=proposed(office), granted=True, answer="", by=office.clerk, now=NOW)
    restore_topic(paper=paper_of(office.duty_a), by=office.clerk, now=NOW)
    office.duty_a.text = "Chủ đề theo bản sửa"
    office.duty_a.save()

    assert paper_of(office.duty_a).topic == "Chủ đề theo bản sửa"


def test_one_proposal_waits_at_a_time(office: Office) -> None:
    proposed(office)

    with pytest.raises(TopicMoved):
        proposed(office, "Đề tài khác")


def test_an_answered_proposal_is_answered_and_withdrawn_no_more(office: Office) -> None:
    proposal = proposed(office)
    stale = TopicProposal.objects.select_related("paper__duty__conference").get(pk=proposal.pk)
    answer_topic(proposal=proposal, granted=False, answer="", by=office.clerk, now=NOW)

    with pytest.raises(TopicMoved):
        answer_topic(proposal=stale, granted=True, answer="", by=office.leader, now=NOW)
    with pytest.raises(TopicMoved):
        withdraw_topic(proposal=stale, by=office.member_a, now=NOW)


def test_a_withdrawn_proposal_is_gone_and_told(office: Office) -> None:
    withdraw_topic(proposal=proposed(office), by=office.member_a, now=NOW)

    assert list(TopicProposal.objects.all()) == []
    assert Event.objects.filter(verb="withdraw_topic").count() == 1
