"""Keeps the catalogues of the interface: message ids are Vietnamese, the translations stand in src/tongket/locale.

    python .ci/catalogue.py            merge new message ids, drop those that are gone, list what is not translated
    python .ci/catalogue.py --check    change nothing; exit code 1 where an id is missing, empty, fuzzy or left over

No gettext tools are needed: Babel reads and writes, Django turns a template into what Babel understands.
"""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_python
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src/tongket"
LANGUAGES = ("en",)
PLAIN = {"_", "gettext", "gettext_lazy", "gettext_noop", "words"}
PLURAL = {"ngettext", "ngettext_lazy"}
IN_CONTEXT = {"pgettext", "pgettext_lazy"}
KEYWORDS = PLAIN | PLURAL | IN_CONTEXT
# No dates in the header: a merge changes only the lines of messages that changed.
HEADER = """\
# The interface of Tổng Kết in {language}; `make messages` brings new message ids in.
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""
Id = str | tuple[str, ...]
Found = tuple[Id, str | None]


def in_python(text: str) -> Iterator[Found]:
    """The message ids of Python code, each with its context; a call with a variable has none."""
    calls = extract_python(io.BytesIO(text.encode()), dict.fromkeys(KEYWORDS), (), {})
    for _line, name, given, _comments in calls:
        words = (given,) if isinstance(given, str) else tuple(given or ())
        if name in PLAIN and words and words[0]:
            yield str(words[0]), None
        elif name in PLURAL and len(words) > 1:
            yield (str(words[0]), str(words[1])), None
        elif name in IN_CONTEXT and len(words) > 1:
            yield str(words[1]), str(words[0])


def in_template(text: str) -> Iterator[Found]:
    """The message ids of a template, each with its context."""
    # Indents of HTML mean nothing, but Python's tokenizer would stumble over them.
    yield from in_python("\n".join(line.strip() for line in templatize(text).splitlines()) + "\n")


def collect(package: Path = PACKAGE) -> dict[Found, set[str]]:
    """Every message id of the product with the files that use it."""
    found: dict[Found, set[str]] = {}
    for pattern, reader in (("*.py", in_python), ("*.html", in_template)):
        for path in sorted(package.rglob(pattern)):
            for message in reader(path.read_text(encoding="utf-8")):
                found.setdefault(message, set()).add(path.relative_to(package).as_posix())
    return found


def catalogue_path(language: str) -> Path:
    """Where the catalogue of a language lies."""
    return PACKAGE / "locale" / language / "LC_MESSAGES" / "django.po"


def load(language: str) -> Catalog:
    """The catalogue of a language; an empty one where there is none yet."""
    path = catalogue_path(language)
    return read_po(io.BytesIO(path.read_bytes()), locale=language) if path.exists() else Catalog(locale=language)


def key(message: Message) -> Found:
    """How `collect` names this message."""
    return (tuple(message.id) if isinstance(message.id, list | tuple) else message.id), message.context


def is_translated(message: Message) -> bool:
    """Whether every form of the message has words and none is fuzzy."""
    forms = message.string if isinstance(message.string, list | tuple) else (message.string,)
    return all(forms) and not message.fuzzy


def faults(language: str) -> list[str]:
    """What is wrong with a catalogue: ids that are missing, not translated or no longer used."""
    wanted = collect()
    known = {key(message): message for message in load(language) if message.id}
    missing = [f"missing: {found[0]!r} ({', '.join(sorted(wanted[found]))})" for found in wanted if found not in known]
    empty = [f"not translated: {found[0]!r}" for found, message in known.items() if not is_translated(message)]
    return missing + empty + [f"no longer used: {found[0]!r}" for found in known if found not in wanted]


def merge(language: str) -> Catalog:
    """Writes the catalogue with exactly the ids in use; translations that still have their id are kept."""
    old = {key(message): message for message in load(language) if message.id}
    new = Catalog(locale=language, fuzzy=False)
    for found in collect():
        ids, context = found
        kept = old.get(found)
        new.add(ids, kept.string if kept else "" if isinstance(ids, str) else ("", ""), context=context)
    out = io.BytesIO()
    write_po(out, new, width=0, no_location=True, omit_header=True, sort_output=True, ignore_obsolete=True)
    path = catalogue_path(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEADER.format(language=language) + out.getvalue().decode("utf-8").lstrip(), encoding="utf-8")
    return new


def main() -> int:
    """Merges, or only checks; prints what still needs a person."""
    for language in LANGUAGES:
        if "--check" not in sys.argv:
            merge(language)
        found = faults(language)
        sys.stdout.write("".join(f"{language}: {line}\n" for line in found))
        if found:
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
