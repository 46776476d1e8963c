"""Who speaks at a conference, with a paper or without: the list of delegates says it beside the name."""

from collections.abc import Mapping
from dataclasses import dataclass

from tongket.conferences.models import Conference, Duty
from tongket.conferences.rules import DutyKind
from tongket.core.text import fold
from tongket.delegates.rules import Said
from tongket.papers.models import Paper, Remark
from tongket.papers.rules import SPEAKING

# As what somebody speaks.
PAPER, REMARKS = "paper", "remarks"
Key = tuple[int | None, str]


@dataclass(frozen=True, slots=True)
class Speaking:
    """Speakers by unit and folded name: as what they speak, `paper` or `remarks`, and the names as they were given."""

    speakers: Mapping[Key, str]
    names: Mapping[Key, str]

    def of(self, unit_id: int | None, folded: str) -> str:
        """As what somebody speaks, "" for who does not."""
        return self.speakers.get((unit_id, folded), "")


def speaking_at(conference: Conference) -> Speaking:
    """Everybody named as a speaker of what still binds; two queries. Who has a paper speaks with it."""
    remarks = Remark.objects.filter(conference=conference).exclude(speaker_name="").select_related("duty")
    named = [(each.unit_id, each.speaker_name, REMARKS) for each in remarks if each.stands in SPEAKING]
    papers = Paper.objects.filter(duty__in=Duty.objects.counted().filter(conference=conference, kind=DutyKind.PAPER))
    given = papers.exclude(speaker_name="").values_list("duty__unit_id", "speaker_name")
    named += [(unit_id, name, PAPER) for unit_id, name in given]
    keyed = [((unit_id, fold(name)), name, what) for unit_id, name, what in named]
    return Speaking({key: what for key, _name, what in keyed}, {key: name for key, name, _what in keyed})


def proposed_for(duty: Duty) -> list[Said]:
    """Whom a unit that has named nobody will likely send: who speaks for it, with paper or without; two queries."""
    papers = Paper.objects.filter(duty__conference=duty.conference_id, duty__unit=duty.unit_id)
    named = list(papers.filter(duty__in=Duty.objects.counted()).values_list("speaker_name", "speaker_post"))
    remarks = Remark.objects.filter(conference=duty.conference_id, unit=duty.unit_id).select_related("duty")
    named += [(each.speaker_name, each.speaker_post) for each in remarks if each.stands in SPEAKING]
    found = {fold(name): Said(name, post) for name, post in reversed(named) if name}
    return list(reversed(found.values()))
