"""Colours and font, the same on screen, picture and slide. Colours carry meaning only beside shape and word. Imports nothing."""

INK, MUTED, LINE = "#16242f", "#4f5d69", "#d5dbe1"
RESULT, OUTLINE, EARLIER, ACCENT = "#22405e", "#3f5468", "#7b8ea1", "#0b4f8a"
STATUS_COLOURS = {
    "met": "#1d4f80",
    "near": "#7d5200",
    "missed": "#b23c00",
    "no_result": "#55606b",
    "not_due": "#55606b",
    "no_target": "#55606b",
}
FONT = "'Noto Sans', 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"
