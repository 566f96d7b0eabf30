"""Charts and whole briefings as slides: rows in, PowerPoint, PDF or HTML out. No Streamlit.

``kinds`` is the register: ``make(desk, kind, params)`` asks the reads and returns ``Slide`` objects (``model``). ``arrange``
places their parts; ``powerpoint`` writes native charts and tables, ``pdf`` and ``web`` paint the sketch of the same parts.
"""
