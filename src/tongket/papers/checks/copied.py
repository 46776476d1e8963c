"""A paper is in its author's own words: long passages that another text has too are shown. The office's own wish."""

from itertools import accumulate

from tongket.core.findings import Finding, Level, words
from tongket.papers.checks.sight import Sight, short
from tongket.papers.values import Origin, Shared, Source

# Names of movements and phrases of greeting are shorter than a sentence.
_LEAST_SYLLABLES = 25
# From a fifth of the paper on a person should look at it.
_MUCH = 0.2
_FOUND = {
    Origin.PAPER: words("Đoạn {count} chữ giống tham luận “{label}”."),
    Origin.EARLIER: words("Đoạn {count} chữ giống bài năm trước “{label}”."),
    Origin.REVIEW: words("Đoạn {count} chữ giống báo cáo của đơn vị “{label}”."),
}


def check(sight: Sight) -> tuple[Finding, ...]:
    """A finding for each source that has a sentence or more of the paper, at the longest of its passages."""
    sources = {source.key: source for source in sight.known.sources}
    found = []
    for key in dict.fromkeys(passage.key for passage in sight.passages):
        same = [each for each in sight.passages if each.key == key and each.syllables >= _LEAST_SYLLABLES]
        if same:
            found.append(_finding(sight, same, sources.get(key, Source(key, str(key)))))
    return tuple(found)


def _finding(sight: Sight, same: list[Shared], source: Source) -> Finding:
    longest = max(same, key=lambda each: each.syllables)
    total = sum(each.syllables for each in same)
    share = total / max(1, sight.spoken.written)
    block = block_at(sight, longest.start)
    is_own = source.origin is Origin.REVIEW
    return Finding(
        "copied",
        Level.APPROVAL if share >= _MUCH and not is_own else Level.ADVICE,
        found=_FOUND[source.origin],
        wanted=words("Lời của chính người viết; cả bài có {total} chữ giống, chừng {share}%."),
        where=sight.where(block),
        todo=words("Kể bằng lời của mình; nếu báo cáo đã nói đủ thì ở đây chỉ nói cách làm.")
        if is_own
        else words("Đối chiếu hai đoạn; nếu chép thì viết lại, nếu trích thì ghi rõ nguồn."),
        quote=short(longest.words),
        values={
            **sight.values(block, longest.words),
            "count": float(longest.syllables),
            "total": float(total),
            "share": round(100 * share),
            "label": source.label,
            "origin": source.origin.value,
            "start": longest.start,
            "end": longest.end,
        },
    )


def block_at(sight: Sight, offset: int) -> int:
    """The block in which the letter `offset` of the manuscript's text stands."""
    ends = accumulate(len(block.text) + 1 for block in sight.manuscript.blocks)
    last = max(0, len(sight.manuscript.blocks) - 1)
    return next((place for place, end in enumerate(ends) if offset < end), last)
