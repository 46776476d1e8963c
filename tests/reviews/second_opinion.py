"""LibreOffice saves a file again in another of its formats, as a person would who works with it."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.parts import missing, need

SECONDS = 180


def saved_again(files: Mapping[str, bytes], suffix: str, folder: Path) -> dict[str, bytes]:
    """The files by their names as LibreOffice saves them as `suffix`; a part is missing where it opens none.

    A LibreOffice without Calc opens no workbook.
    """
    given, made = folder / "given", folder / "made"
    given.mkdir(exist_ok=True)
    for name, data in files.items():
        (given / name).write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [need("LibreOffice"), "--headless", profile, "--convert-to", suffix, "--outdir", str(made)]
    subprocess.run([*command, *(str(given / name) for name in files)], capture_output=True, timeout=SECONDS, check=True)
    paths = {name: made / f"{Path(name).stem}.{suffix}" for name in files}
    if any(not path.is_file() for path in paths.values()):
        missing(f"a LibreOffice that saves {', '.join(files)} as .{suffix}")
    return {name: path.read_bytes() for name, path in paths.items()}
