"""Every sentence has a source, or a named person vouches for it (rule: every statement knows its source)."""

from tongket.core.findings import Finding, Level, words
from tongket.synthesis.checks.values import Draft, Sentence


def unsourced(draft: Draft) -> tuple[Finding, ...]:
    """A blocker for each sentence that nobody and nothing stands behind."""
    return tuple(_finding(each) for each in draft.sentences if not each.sources and not each.is_vouched)


def _finding(sentence: Sentence) -> Finding:
    return Finding(
        "unsourced",
        Level.BLOCKER,
        words("Câu chưa có nguồn."),
        where=words("Phần “{heading}”."),
        todo=words("Chọn nguồn, sửa câu, bỏ câu, hoặc nhận trách nhiệm về câu này."),
        clause=sentence.clause or None,
        quote=sentence.text,
        values={"heading": sentence.heading, "passage": sentence.key},
    )
