"""Heavy libraries are loaded when they are needed first, and not with the modules that need them."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
HEAVY = {"openpyxl", "xlsxwriter", "pandas"}


def loaded(code):
    """Heavy libraries that are there once the code has run in a process of its own."""
    code += f"\nimport sys\nprint(*sorted({HEAVY!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_no_module_of_data_or_queries_loads_a_heavy_library():
    files = [path for room in ("data", "queries") for path in sorted((ROOT / room).rglob("*.py")) if path.stem != "__main__"]
    names = [str(path.relative_to(ROOT).with_suffix("")).replace("/", ".").removesuffix(".__init__") for path in files]
    assert len(names) > 50
    assert loaded("\n".join(f"import {name}" for name in names)) == set()
