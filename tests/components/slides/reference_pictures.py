"""Decks as LibreOffice shows them, in small pictures.

``python -m tests.components.slides.reference_pictures`` makes all references anew, ``… reference_pictures can-chu-y chi-tieu``
those two; the names are in ``slide_samples.PICTURED``. The page of a slide counts as part of its picture: one slide drawn alone
says "1" where the test's deck says its place, which is far below the difference that the test allows.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

from components.slides.pptx import pptx_file
from data.seed import load_seed
from queries.store import Store
from tests.components.slides.slide_samples import PICTURED, pictured
from tests.conftest import FROZEN_SEED

FOLDER = Path(__file__).parent / "slide_references"
TOOLS = {"soffice": "libreoffice-impress-nogui", "pdftoppm": "poppler-utils"}
WIDE = 480


def missing() -> list[str]:
    """Debian packages whose programs are not there."""
    return [package for program, package in TOOLS.items() if shutil.which(program) is None]


def rendered(blob: bytes, folder: Path, *, ending: str = "pptx") -> tuple[list[Image.Image], str]:
    """Every slide as a picture, and all text of the PDF that LibreOffice makes; a PDF is taken as it is."""
    source = folder / f"deck.{ending}"
    source.write_bytes(blob)
    if ending != "pdf":
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        subprocess.run(
            ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)],
            check=True,
            capture_output=True,
            timeout=180,
        )
    paper = str(folder / "deck.pdf")
    subprocess.run(["pdftoppm", "-scale-to-x", str(WIDE), "-scale-to-y", "-1", "-png", paper, str(folder / "page")], check=True)
    text = subprocess.run(["pdftotext", "-layout", paper, "-"], check=True, capture_output=True).stdout.decode()
    return [Image.open(path).convert("L") for path in sorted(folder.glob("page-*.png"))], text


def main(names: list[str]) -> None:
    """Write the reference pictures of these names, else all. An unknown name ends the program with the known ones."""
    unknown = set(names) - set(PICTURED)
    if unknown:
        raise SystemExit(f"no slide of this name: {', '.join(sorted(unknown))}; there are {', '.join(PICTURED)}")
    store = Store.create()
    load_seed(store, FROZEN_SEED)
    FOLDER.mkdir(exist_ok=True)
    firsts = {name: slide for name, slide in pictured(store).items() if not names or name in names}
    with tempfile.TemporaryDirectory() as folder:
        pictures, _ = rendered(pptx_file.deck(list(firsts.values()), "Thử"), Path(folder))
        for name, picture in zip(firsts, pictures, strict=True):
            picture.quantize(16).save(FOLDER / f"{name}.png", optimize=True)
            print(FOLDER / f"{name}.png")


if __name__ == "__main__":
    main(sys.argv[1:])
