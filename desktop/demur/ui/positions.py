"""Python counts code points, Qt counts UTF-16 units; they differ from the first emoji on."""


def to_units(text: str, point: int) -> int:
    """The UTF-16 place of code point ``point`` of ``text``."""
    return point + sum(char > "\uffff" for char in text[:point])


def common(one: str, other: str) -> int:
    """How many characters both begin with."""
    pairs = zip(one, other, strict=False)
    return next((number for number, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
