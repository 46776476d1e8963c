"""What comes next where no unit wrote of it: the shortcomings that most of them name are to be overcome. Pure."""

from collections.abc import Sequence

from tongket.reviews.rules import Kind
from tongket.synthesis.composing.themed import about, stated
from tongket.synthesis.composing.values import Heard, Material
from tongket.synthesis.composing.wording import closed, listed, share
from tongket.synthesis.rules import SourceSort
from tongket.synthesis.values import Passage, Source

NAMED = 4


def ahead(material: Material) -> tuple[Passage, ...]:
    """One sentence on the shortcomings that several units name, with how many do; nothing where there are none."""
    heard = [each for each in material.of_kind(Kind.SHORTCOMING) if each.key and each.units > 1][:NAMED]
    return (_sentence(heard, material.coverage.counted),) if heard else ()


def _sentence(heard: Sequence[Heard], reported: int) -> Passage:
    told, sources = [], []
    figures: dict[str, tuple[str, Source]] = {}
    for turn, each in enumerate(heard, 1):
        theme = Source(SourceSort.THEME, each.key, where=each.name)
        fraction = share(each.units, max(reported, each.units))
        number, _slash, whole = fraction.partition("/")
        told.append(f"{about(each.name)} ({fraction} đơn vị)")
        figures |= {f"don_vi_{turn}": (number, theme), "tong": (whole, theme)}
        sources += [theme, *map(stated, each.statements)]
    many = "những khó khăn, hạn chế mà các đơn vị nêu: " if len(told) > 1 else "khó khăn, hạn chế "
    text = f"Thời gian tới, tập trung khắc phục {many}{listed(told)}"
    return Passage("IV:tu-han-che", closed(text), tuple(sources), figures=figures)
