"""Sentences about models worth spreading, and about what each member organisation did. Pure."""

from collections.abc import Iterator, Sequence

from tongket.reviews.rules import Kind
from tongket.synthesis.composing.figured import shared
from tongket.synthesis.composing.themed import alone, stated
from tongket.synthesis.composing.values import Model, Own
from tongket.synthesis.composing.wording import bare, closed, counted, figure, listed, lowered, quoted, told
from tongket.synthesis.rules import SourceSort
from tongket.synthesis.values import Passage, Source

NAMED_MODELS = 8
TOLD_APART = 3


def models(section: str, found: Sequence[Model]) -> tuple[Passage, ...]:
    """How many models were named, the most told of by name, and those with a result in a sentence of their own."""
    if not found:
        return ()
    sources = tuple(_source(each) for each in found)
    told = [each for each in found if each.result][:TOLD_APART]
    return (_number(section, found, sources), *(_one(section, each) for each in told))


def _source(model: Model) -> Source:
    return Source(SourceSort.EXEMPLAR, model.key, bare(model.result), model.name)


def _number(section: str, found: Sequence[Model], sources: tuple[Source, ...]) -> Passage:
    number = counted(len(found))
    figures = {"mo_hinh": (number, sources[0])}
    shown = [f"“{each.name}”{f' ({each.owner})' if each.owner else ''}" for each in found[:NAMED_MODELS]]
    if len(found) == 1:
        text = f"Một mô hình tiêu biểu được nêu là {shown[0]}"
        figures = {}
    elif len(found) <= NAMED_MODELS:
        text = f"Các báo cáo giới thiệu {number} mô hình tiêu biểu: {listed(shown)}"
    else:
        text = (
            f"Các báo cáo giới thiệu {number} mô hình tiêu biểu, nổi bật là {listed(shown)}; "
            "danh mục đầy đủ có trong phụ lục kèm theo"
        )
    return Passage(f"{section}:mo-hinh", closed(text), sources, figures=figures)


def _one(section: str, model: Model) -> Passage:
    who = f" của {model.owner}" if model.owner else ""
    figures = {}
    text = f"Mô hình “{model.name}”{who}: {lowered(bare(model.result))}"
    if model.adopted:
        adopted = counted(model.adopted)
        text += f"; đến nay đã có {adopted} đơn vị học tập, làm theo"
        figures = {"lam_theo": (adopted, _source(model))}
    return Passage(f"{section}:mo-hinh:{model.key}", closed(text), (_source(model),), figures=figures)


def organisations(section: str, own: Sequence[Own]) -> tuple[Passage, ...]:
    """For each member organisation what it tells of itself: its own figures, then its most telling result."""
    return tuple(passage for each in own for passage in _organisation(section, each))


def _organisation(section: str, own: Own) -> Iterator[Passage]:
    """Its figures and its result in one sentence; a result without figures in a sentence of its own."""
    if own.shares:
        yield _figures(section, own)
    elif own.statements:
        yield alone(section, Kind.RESULT, own.statements[0])


def _figures(section: str, own: Own) -> Passage:
    said, figures, sources = [], {}, []
    for indicator, share in own.shares:
        shown = figure(share.value, indicator.nature, indicator.decimals)
        source = shared(share)
        figures[f"so_{indicator.code}"] = (shown, source)
        sources.append(source)
        said.append(told(indicator, shown))
    text = f"{own.unit_name}: {', '.join(said)}"
    for result in own.statements[:1]:
        text += f"; kết quả nổi bật: {quoted(result.text)}"
        sources.append(stated(result))
    return Passage(f"{section}:to-chuc:{own.unit}", closed(text), tuple(sources), figures=figures)
