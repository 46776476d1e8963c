"""Who speaks at a conference, with a paper or without: the list of delegates says it beside the name."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tongket.conferences.models import Conference, Duty
from tongket.conferences.rules import DutyKind
from tongket.core.text import clean, fold_tones
from tongket.delegates.names import is_same_name, the_one
from tongket.delegates.rules import Said
from tongket.delegates.typed import said_as_typed
from tongket.documents.copy_lists import split_title
from tongket.papers.models import Paper, Remark
from tongket.papers.rules import SPEAKING

# As what somebody speaks.
PAPER, REMARKS = "paper", "remarks"


@dataclass(frozen=True, slots=True)
class Speaking:
    """Speakers by unit, each with the name as it was written, without a title, and `paper` or `remarks`."""

    speakers: Mapping[int | None, Sequence[tuple[str, str]]]

    def of(self, unit_id: int | None, name: str) -> str:
        """As what somebody speaks, "" for who does not; namesakes at one unit are not told apart."""
        return the_one(name, self.speakers.get(unit_id, ())) or ""


def speaking_at(conference: Conference) -> Speaking:
    """Everybody named as a speaker of what still binds; two queries. Who has a paper speaks with it."""
    papers = Paper.objects.filter(duty__in=Duty.objects.counted().filter(conference=conference, kind=DutyKind.PAPER))
    named = papers.exclude(speaker_name="").values_list("duty__unit_id", "speaker_name")
    remarks = Remark.objects.filter(conference=conference).exclude(speaker_name="").select_related("duty")
    said = [(each.unit_id, each.speaker_name) for each in remarks if each.stands in SPEAKING]
    found: dict[int | None, dict[str, tuple[str, str]]] = {}
    for how, speakers in ((PAPER, named), (REMARKS, said)):
        for unit_id, name in speakers:
            bare = split_title(clean(name))[1]
            found.setdefault(unit_id, {}).setdefault(fold_tones(bare), (bare, how))
    return Speaking({unit_id: list(speakers.values()) for unit_id, speakers in found.items()})


def not_among(speakers: Iterable[str], coming: Iterable[str]) -> tuple[str, ...]:
    """The speakers whose names are none of those who come; no query."""
    names = tuple(coming)
    return tuple(speaker for speaker in speakers if not any(is_same_name(speaker, name) for name in names))


def proposed_for(duty: Duty) -> list[Said]:
    """Whom a unit that has named nobody will likely send: who speaks for it, with paper or without; two queries."""
    papers = Paper.objects.filter(duty__conference=duty.conference_id, duty__unit=duty.unit_id)
    named = list(papers.filter(duty__in=Duty.objects.counted()).values_list("speaker_name", "speaker_post"))
    remarks = Remark.objects.filter(conference=duty.conference_id, unit=duty.unit_id).select_related("duty")
    named += [(each.speaker_name, each.speaker_post) for each in remarks if each.stands in SPEAKING]
    found = {fold_tones(name): said_as_typed(name, post=post) for name, post in reversed(named) if name}
    return list(reversed(found.values()))
