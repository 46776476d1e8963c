"""Makes the row of a paper when something is first written of it."""

from tongket.papers.models import Paper


def kept(paper: Paper) -> Paper:
    """The paper as the database has it, locked until the transaction ends; made where it was not there yet."""
    Paper.objects.get_or_create(pk=paper.pk)
    row = Paper.objects.select_for_update().get(pk=paper.pk)
    row.duty = paper.duty
    return row
