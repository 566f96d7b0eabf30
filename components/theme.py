"""Colours and font, the same on screen, picture and slide. Colours carry meaning only beside shape and word. Imports nothing."""

INK, MUTED, LINE = "#16242f", "#4f5d69", "#d5dbe1"
ROW, PANEL, DOTTED, FAINT = "#e6eaee", "#f4f6f8", "#8b98a5", "#9aa7b3"
QUIET, CAUTION = "#55606b", "#8a5a00"
RESULT, OUTLINE, EARLIER, ACCENT = "#22405e", "#3f5468", "#7b8ea1", "#0b4f8a"
LACKING = "#d9a27f"  # what is missing, as a filled bar
STATUS_COLOURS = {
    "met": "#1d4f80",
    "stated": "#1d4f80",
    "near": "#7d5200",
    "missed": "#b23c00",
    "no_result": "#55606b",
    "not_due": "#55606b",
    "no_target": "#55606b",
}
TILE_COLOURS = {  # mark -> fill, outline, letters: dark, light and white apart in black and white too
    "met": (STATUS_COLOURS["met"], STATUS_COLOURS["met"], "#ffffff"),
    "stated": ("#ffffff", STATUS_COLOURS["stated"], INK),
    "near": ("#f5dfae", "#b98a2b", INK),
    "missed": (STATUS_COLOURS["missed"], STATUS_COLOURS["missed"], "#ffffff"),
    "not_due": ("#ffffff", QUIET, INK),
    "no_target": (ROW, DOTTED, INK),
    "no_result": ("#ffffff", DOTTED, MUTED),
}
FONT = "'Noto Sans', 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"


def css_variables() -> str:
    """The colours for style sheets: ``var(--ink)``, ``var(--missed)`` …, and the colour of each status as its class."""
    named = {
        "ink": INK, "muted": MUTED, "line": LINE, "row": ROW, "panel": PANEL, "dotted": DOTTED, "faint": FAINT, "quiet": QUIET,
        "caution": CAUTION, "result": RESULT, "outline": OUTLINE, "earlier": EARLIER, "accent": ACCENT, "missed": STATUS_COLOURS["missed"],
    }  # fmt: skip
    for mark, (fill, edge, letters) in TILE_COLOURS.items():
        named |= {f"tile-{mark}": fill, f"tile-{mark}-edge": edge, f"tile-{mark}-ink": letters}
    root = "".join(f"--{name}:{colour};" for name, colour in named.items())
    return f":root{{{root}}}" + "".join(f".s-{status}{{color:{colour}}}" for status, colour in STATUS_COLOURS.items())
