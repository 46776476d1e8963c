"""Writes requirements.lock: one resolution for every platform, hashed, in parts that plain pip can install.

    python .ci/lock.py                 resolve anew (needs the command `uv`, see `make lock`)
    python .ci/lock.py --part NAME     print one part (pip, runtime, development, node) for `pip install -r`

Parts are marked by comment lines `# == NAME ==`, so `pip install -r requirements.lock` installs them all.
"""

import subprocess
import sys
from pathlib import Path

LOCK = Path(__file__).resolve().parent.parent / "requirements.lock"
PARTS = {
    "pip": ["--only-group", "pip"],
    "runtime": ["--no-default-groups"],
    "development": ["--only-group", "dev"],
    "node": ["--only-group", "node"],
}


def blocks(text: str) -> list[str]:
    """The lock entries of `text`: a requirement line with its hash lines, comments left out."""
    found: list[str] = []
    for line in text.splitlines():
        if line.startswith((" ", "\t")) and "--hash" in line:
            found[-1] += "\n" + line
        elif line and not line.startswith(("#", " ", "\t")):
            found.append(line)
    return found


def resolve() -> str:
    """The text of a new lock file; an entry that two parts need stands in the first of them."""
    subprocess.run(["uv", "lock", "--upgrade"], check=True)
    export = ["uv", "export", "--frozen", "--no-emit-project", "--no-header", "--format", "requirements.txt"]
    out, seen = [], set[str]()
    for part, arguments in PARTS.items():
        text = subprocess.run([*export, *arguments], check=True, capture_output=True, text=True).stdout
        new = [block for block in blocks(text) if block not in seen]
        seen.update(new)
        out.append(f"# == {part} ==\n" + "\n".join(new) + "\n")
    Path("uv.lock").unlink()
    return "\n".join(out)


def part(name: str) -> str:
    """The lines of one part of the lock file; a KeyError names a part that is not there."""
    pieces = LOCK.read_text(encoding="utf-8").split("# == ")
    return {piece.split(" ==", 1)[0]: piece.split("\n", 1)[1] for piece in pieces if piece.strip()}[name]


if __name__ == "__main__":
    if sys.argv[1:2] == ["--part"]:
        sys.stdout.write("".join(part(name) for name in sys.argv[2:]))
    else:
        LOCK.write_text(resolve(), encoding="utf-8")
