"""Proposals of another topic."""

from tongket.papers.models import Paper, TopicProposal


def proposals_of(paper: Paper) -> list[TopicProposal]:
    """The proposals of a paper, latest first, each with its paper; one query."""
    found = TopicProposal.objects.filter(paper=paper.pk).select_related("asked_by", "decided_by").order_by("-pk")
    proposals = list(found)
    for proposal in proposals:
        proposal.paper = paper
    return proposals
