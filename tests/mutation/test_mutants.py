"""What small faults are put into a module, and what is left alone."""

import ast

import pytest

from mutation.mutants import mutants


def changed(source: str) -> list[str]:
    """The source of every mutant, as Python would write it."""
    return [mutant.source for mutant in mutants(source)]


@pytest.mark.parametrize(
    ("source", "mutant"),
    [
        ("x = a < b", "x = a <= b"),
        ("x = a is b", "x = a is not b"),
        ("x = a and b", "x = a or b"),
        ("x = a + b", "x = a - b"),
        ("x = not a", "x = a"),
        ("x = 3", "x = 4"),
        ("x = True", "x = False"),
        ("x = 'word'", "x = 'XXwordXX'"),
        ("x(y)", "pass"),
        ("x = [y for y in z if y]", "x = [y for y in z if not y]"),
    ],
)
def test_one_thing_is_changed(source: str, mutant: str) -> None:
    assert changed(source) == [mutant]


def test_what_is_returned_is_lost_and_a_condition_turned_round() -> None:
    assert changed("def f(a):\n    if a:\n        return a") == [
        "def f(a):\n    if not a:\n        return a",
        "def f(a):\n    if a:\n        return None",
    ]


def test_docstrings_annotations_and_decorators_stay() -> None:
    assert changed('"""Words."""\n@cache(1)\ndef f(a: "int") -> "int":\n    """Words."""\nx: "int"') == []


def test_a_mutant_says_where_it_is() -> None:
    (mutant,) = mutants("import re\n\nx = 3\n")
    assert (mutant.line, mutant.before, mutant.after) == (3, "x = 3", "x = 4")
    assert ast.parse(mutant.source)
