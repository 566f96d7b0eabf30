"""Charts and whole briefings as slides: rows in, PowerPoint, PDF or HTML out. No Streamlit.

``content.kinds`` is the register: ``make(context, kind, params)`` asks the reads and returns ``Slide`` objects (``slide``).
``layout.slide_layout`` places their parts once for all formats; ``files`` makes the files.
"""
