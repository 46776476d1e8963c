"""The words of an HTML text as lines; nothing of it is run, loaded or shown as it came. Linear in its length."""

import html
import re

_UNREAD = frozenset({"script", "style", "title", "noscript", "template", "svg", "object", "xml"})
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "br",
        "tr",
        "li",
        "ul",
        "ol",
        "table",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "hr",
        "section",
        "article",
        "header",
        "footer",
        "pre",
        "dd",
        "dt",
    ]
)
_CELLS = frozenset({"td", "th"})
# Both look for their end without going back over what they passed.
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:]{0,20})[^<>]*>?")
_SHOWN = re.compile(r"""\bcid:([^"'\s<>)]{1,200})""", re.IGNORECASE)


def shown_ids(markup: str) -> frozenset[str]:
    """The content ids of the pictures that the text shows within itself."""
    return frozenset(found.lower() for found in _SHOWN.findall(markup))


def text_of(markup: str) -> str:
    """The text as lines; what an answer quotes begins with `> `."""
    return _tidy("".join(_pieces(markup)))


def _pieces(markup: str) -> list[str]:
    found: list[str] = []
    at, depth = 0, 0
    while at < len(markup):
        opening = markup.find("<", at)
        end = len(markup) if opening < 0 else opening
        found.append(_flowing(markup[at:end], depth))
        if opening < 0:
            break
        at, depth, piece = _tag(markup, opening, depth)
        found.append(piece)
    return found


def _tag(markup: str, opening: int, depth: int) -> tuple[int, int, str]:
    """Where the text goes on after the tag at `opening`, how deep it is quoted then, and what stands for the tag."""
    if markup.startswith("<!--", opening):
        return _after(markup, "-->", opening + 4), depth, ""
    tag = _TAG.match(markup, opening)
    if tag is None:
        is_instruction = markup.startswith(("<!", "<?"), opening)
        return (_after(markup, ">", opening), depth, "") if is_instruction else (opening + 1, depth, "<")
    is_end, name = bool(tag[1]), tag[2].lower()
    if name in _UNREAD and not is_end:
        return _past_element(markup, name, tag.end()), depth, ""
    if name == "blockquote":
        depth = min(depth + 1, 9) if not is_end else max(0, depth - 1)
    if name in _BLOCKS:
        return tag.end(), depth, "\n" + "> " * depth
    return tag.end(), depth, "\t" if name in _CELLS and is_end else ""


def _past_element(markup: str, name: str, start: int) -> int:
    """Behind the end of an element whose words are not for reading; an unclosed one reaches to the end."""
    end = re.compile(rf"</{re.escape(name)}\b[^<>]*>?", re.IGNORECASE).search(markup, start)
    return end.end() if end else len(markup)


def _after(markup: str, mark: str, start: int) -> int:
    found = markup.find(mark, start)
    return len(markup) if found < 0 else found + len(mark)


def _flowing(text: str, depth: int) -> str:
    """Text between two tags: line ends there are spaces, except that quoted ones stay quoted."""
    return html.unescape(re.sub(r"[ \t\r\n\f]+", " ", text)).replace("\n", "\n" + "> " * depth)


def _tidy(text: str) -> str:
    """Lines without blanks at their ends, and never two empty ones in a row."""
    lines = [re.sub(r"[ \u00a0]+", " ", line).strip() for line in text.replace("\t\n", "\n").split("\n")]
    kept: list[str] = []
    for line in lines:
        is_empty = not line.strip("> ")
        if not is_empty or (kept and kept[-1].strip("> ")):
            kept.append("" if is_empty else line)
    return "\n".join(kept).strip()
