"""What a summary report is made of and where it stands. Pure."""

from enum import StrEnum

from tongket.core.findings import words


class Origin(StrEnum):
    """Who made the words of a passage: the program, a person over the program's, a person alone, a model's proposal."""

    COMPOSED = "composed"
    EDITED = "edited"
    WRITTEN = "written"
    PROPOSED = "proposed"


class Layer(StrEnum):
    """What a passage is in the text."""

    SENTENCE = "sentence"
    QUOTE = "quote"
    TABLE = "table"


class SourceSort(StrEnum):
    """What a source is: a statement or figure of a review, a unit's tally, an exemplar, a review, a theme as heard.

    `EARLIER` is a recommendation of a conference before this one that is still open.
    """

    STATEMENT = "statement"
    FIGURE = "figure"
    TALLY = "tally"
    EXEMPLAR = "exemplar"
    REVIEW = "review"
    THEME = "theme"
    EARLIER = "earlier"


class RecommendationState(StrEnum):
    """Where a recommendation stands."""

    DRAFT = "draft"
    AGREED = "agreed"
    SENT = "sent"
    ANSWERED = "answered"
    CLOSED = "closed"


NEXT: dict[RecommendationState, frozenset[RecommendationState]] = {
    RecommendationState.DRAFT: frozenset({RecommendationState.AGREED, RecommendationState.CLOSED}),
    RecommendationState.AGREED: frozenset(
        {RecommendationState.DRAFT, RecommendationState.SENT, RecommendationState.CLOSED}
    ),
    RecommendationState.SENT: frozenset({RecommendationState.ANSWERED, RecommendationState.CLOSED}),
    RecommendationState.ANSWERED: frozenset({RecommendationState.CLOSED, RecommendationState.SENT}),
    RecommendationState.CLOSED: frozenset({RecommendationState.DRAFT}),
}
# What the next conference takes over.
OPEN = (RecommendationState.DRAFT, RecommendationState.AGREED, RecommendationState.SENT, RecommendationState.ANSWERED)
STATE_WORDS: dict[RecommendationState, str] = {
    RecommendationState.DRAFT: words("Chờ duyệt lời"),
    RecommendationState.AGREED: words("Đã duyệt"),
    RecommendationState.SENT: words("Đã gửi, chờ trả lời"),
    RecommendationState.ANSWERED: words("Đã trả lời"),
    RecommendationState.CLOSED: words("Đã xong"),
}
STATE_PICTURES: dict[RecommendationState, str] = {
    RecommendationState.DRAFT: "draft",
    RecommendationState.AGREED: "ok",
    RecommendationState.SENT: "sent",
    RecommendationState.ANSWERED: "back",
    RecommendationState.CLOSED: "ok",
}
