"""Recommendations: those of a conference with who makes them, those of a letter."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from tongket.conferences.models import Conference
from tongket.documents.kinds import Options
from tongket.reviews.models import Statement
from tongket.synthesis.composing.wording import counted, some
from tongket.synthesis.models import Recommendation
from tongket.synthesis.queries.heard import statements_behind
from tongket.synthesis.queries.naming import in_sentence
from tongket.synthesis.rules import STATE_PICTURES, STATE_WORDS, RecommendationState


@dataclass(frozen=True, slots=True)
class Card:
    """A recommendation as its card shows it: who makes it, one of them in its words, where it stands."""

    row: Recommendation
    units: int
    who: str
    statements: tuple[Statement, ...]
    to: str
    picture: str
    words: str

    @property
    def words_shown(self) -> str:
        """Where it stands, in the reader's language."""
        return _(self.words)

    @property
    def quote(self) -> str:
        """The first unit's own words."""
        return self.statements[0].text if self.statements else ""


def living(conference: Conference) -> QuerySet[Recommendation]:
    """The recommendations of a conference but for those merged into another, in their order."""
    rows = Recommendation.objects.filter(conference=conference, merged_into=None)
    return rows.select_related("addressed_to", "letter", "earlier__conference").order_by("ordinal", "pk")


def cards_of(conference: Conference, rows: Iterable[Recommendation]) -> list[Card]:
    """Cards of these recommendations; two queries."""
    found = list(rows)
    mine = statements_behind(conference, found)
    return [_card(row, mine.get(row.pk, [])) for row in found]


def _card(row: Recommendation, said: Sequence[Statement]) -> Card:
    names = list(dict.fromkeys(in_sentence(each.review.unit) for each in said))
    state = RecommendationState(row.state)
    to = row.addressed_to.name if row.addressed_to else row.addressed_name
    who = some(names, len(names)) if names else ""
    return Card(row, len(names), who, tuple(said), to, STATE_PICTURES[state], STATE_WORDS[state])


def chosen(conference: Conference, options: Options) -> list[Recommendation]:
    """The recommendations that a letter is about, by its option `recommendations` (numbers)."""
    keys = [key for key in options.get("recommendations", []) if isinstance(key, int)]
    return list(living(conference).filter(pk__in=keys))


def told_by(row: Recommendation) -> str:
    """How many units make it, as the letter prints it: `07 đơn vị`; empty for one that nobody's review makes."""
    units = row.statements.filter(is_gone=False).values("review__unit").distinct().count()
    return f"{counted(units)} đơn vị" if units else ""
