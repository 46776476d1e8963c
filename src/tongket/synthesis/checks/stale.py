"""The report is of today's data: reviews changed since the last run, sources gone, new figures beside own words."""

from collections.abc import Iterator

from tongket.core.findings import Finding, Level, words
from tongket.synthesis.checks.values import Draft, Sentence


def stale(draft: Draft) -> tuple[Finding, ...]:
    """What the last run did not know; a run settles the first, a person the others."""
    return tuple(_found(draft))


def _found(draft: Draft) -> Iterator[Finding]:
    if not draft.is_composed:
        yield Finding(
            "never_composed",
            Level.BLOCKER,
            words("Báo cáo chưa được tổng hợp lần nào."),
            todo=words("Bấm Tổng hợp."),
        )
    if draft.moved:
        yield Finding(
            "reviews_moved",
            Level.BLOCKER,
            words("{number} báo cáo của đơn vị đã đổi sau lần tổng hợp gần nhất."),
            todo=words("Tổng hợp lại; câu đã sửa tay giữ nguyên."),
            values={"number": draft.moved},
        )
    if draft.waiting:
        yield Finding(
            "figures_waiting",
            Level.ADVICE,
            words("{number} số do máy đọc trong báo cáo còn chờ đơn vị xác nhận, chưa được tính."),
            todo=words("Nhắc đơn vị xác nhận."),
            values={"number": draft.waiting},
        )
    for sentence in draft.sentences:
        if _has_lost_all(sentence, draft) and not sentence.is_vouched:
            yield _gone(sentence)
        elif sentence.is_persons and sentence.slot and _says_otherwise(sentence):
            yield _new(sentence)


def _has_lost_all(sentence: Sentence, draft: Draft) -> bool:
    """Whether none of its sources stands any more."""
    backed = [draft.backing.get((each.sort, each.key)) for each in sentence.sources]
    return bool(backed) and not any(each is not None and each.stands for each in backed)


def _says_otherwise(sentence: Sentence) -> bool:
    return sentence.fresh is not None and (sentence.has_news or sentence.composed != sentence.fresh.text)


def _gone(sentence: Sentence) -> Finding:
    return Finding(
        "source_gone",
        Level.BLOCKER,
        words("Mọi nguồn của câu đã rút hoặc không còn được tính."),
        where=words("Phần “{heading}”."),
        todo=words("Chọn nguồn khác, sửa hoặc bỏ câu."),
        clause=sentence.clause or None,
        quote=sentence.text,
        values={"heading": sentence.heading, "passage": sentence.key},
    )


def _new(sentence: Sentence) -> Finding:
    fresh = sentence.fresh.text if sentence.fresh else ""
    return Finding(
        "new_figures",
        Level.APPROVAL,
        words("Có số liệu mới cho câu đã sửa: “{fresh}”"),
        where=words("Phần “{heading}”."),
        todo=words("Xem lại câu; giữ hay lấy câu mới."),
        clause=sentence.clause or None,
        quote=sentence.text,
        values={"fresh": fresh, "heading": sentence.heading, "passage": sentence.key},
    )
