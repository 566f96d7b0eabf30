"""A presentation that somebody handed in and that cannot be used; said in Vietnamese."""


class BadDeck(Exception):
    """What is wrong with a handed-in file, and what to do; the text is shown to the user as it is."""
