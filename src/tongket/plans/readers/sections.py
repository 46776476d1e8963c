"""The numbered and lettered headings, in order."""

from tongket.plans.facts import Section
from tongket.plans.outline import Kind
from tongket.plans.sheet import Found, Sheet, found


def read_sections(sheet: Sheet) -> tuple[Found[Section], ...]:
    """Every heading with a printed label; a heading's level counts the headings that hold it."""
    sections = []
    for node in sheet.outline:
        if node.kind is not Kind.HEADING or node.heading is None or node.mark is None or node.clause is None:
            continue
        above = [other for other in sheet.outline.above(node) if other.kind is Kind.HEADING]
        parent = above[0].clause if above else None
        section = Section(node.clause, node.mark.label, node.heading.trimmed().text, len(above) + 1, parent)
        sections.append(found(section, node.heading))
    return tuple(sections)
