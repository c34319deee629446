"""Python counts code points, Qt counts UTF-16 units; they differ from the first emoji on."""


def to_units(text: str, point: int) -> int:
    """The UTF-16 place of code point ``point`` of ``text``."""
    return point + sum(char > "\uffff" for char in text[:point])
