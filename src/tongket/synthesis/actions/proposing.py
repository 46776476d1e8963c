"""A wording is asked of the model and kept beside the sentence until a person takes it; refused ones are not kept."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongket.accounts.models import User
from tongket.core import audit
from tongket.core.models import Event
from tongket.reviews.models import Statement
from tongket.synthesis.actions.sourcing import turn_passage
from tongket.synthesis.models import Passage
from tongket.synthesis.rules import SourceSort
from tongket.synthesis.wording.asking import Unreachable, ask
from tongket.synthesis.wording.judging import REFUSED, Proposal, Refused, judged
from tongket.synthesis.wording.settings import model

CITED_MOST = 30


class WordingRefused(RuntimeError):
    """There is no proposal: none may be asked for, the model did not answer, or it said more than its sources."""


def propose_wording(*, passage: Passage, revision: int, by: User, now: datetime) -> Event:
    """Asks for a wording of a sentence from its statements, and keeps it for a person to take.

    Raises WordingRefused with the reason, ReportMoved where the sentence changed meanwhile. Asks over the network, so
    it is no transaction until the answer is there.
    """
    chosen = model()
    if chosen is None:
        raise WordingRefused(_("Chưa bật máy đề xuất lời."))
    keys = list(passage.sources.filter(sort=SourceSort.STATEMENT).order_by("pk").values_list("key", flat=True))
    texts = dict(Statement.objects.filter(pk__in=keys[:CITED_MOST]).order_by("pk").values_list("pk", "text"))
    numbered = dict(enumerate(texts.values(), 1))
    if not numbered:
        raise WordingRefused(_("Câu này không dẫn ý nào của đơn vị để đề xuất lời."))
    try:
        proposal = judged(ask(chosen, passage.text, numbered), numbered, known=passage.composed)
    except Unreachable as fault:
        raise WordingRefused(_("Máy đề xuất lời không trả lời.")) from fault
    except Refused as refused:
        raise WordingRefused(_(REFUSED[refused.code]).format(found=refused.found)) from refused
    return _keep(passage, proposal, list(texts), chosen.name, revision=revision, by=by, now=now)


@transaction.atomic
def _keep(
    passage: Passage, proposal: Proposal, keys: list[int], name: str, *, revision: int, by: User, now: datetime
) -> Event:
    cites = [keys[number - 1] for number in proposal.cites]
    turn_passage(passage, revision, {"proposal": {"text": proposal.text, "cites": cites, "model": name}})
    scope = passage.section.report.conference
    changes = {"cites": cites, "model": name}
    return audit.record(verb="propose_wording", subject=passage, scope=scope, by=by, now=now, changes=changes)
