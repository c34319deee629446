"""Python counts code points, Qt counts UTF-16 units; they differ from the first emoji on."""


def to_units(text: str, point: int) -> int:
    """The UTF-16 place of code point ``point`` of ``text``."""
    return point + sum(char > "\uffff" for char in text[:point])


def to_points(text: str, unit: int) -> int:
    """The code point of ``text`` that stands at UTF-16 place ``unit``, or around it."""
    before = text.encode("utf-16-le", "surrogatepass")[: 2 * unit]
    return len(before.decode("utf-16-le", "ignore"))
