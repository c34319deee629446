"""How somebody is greeted of whom only a "From" name is known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demur.templates.names import first_name, full_name


@pytest.mark.parametrize(
    ("name", "greeted"),
    [
        ("Jordan Blake", "Jordan"),
        ("Jordan", "Jordan"),
        ("jordan blake", "Jordan"),
        ("JORDAN BLAKE", "Jordan"),
        ("Dr. Maria Garcia-Lopez", "Maria"),
        ("Prof. Dr. Maria Garcia", "Maria"),
        ("GARCIA Maria", "Maria"),
        ("DE LA CRUZ Maria", "Maria"),
        ("Garcia, Maria", "Maria"),
        ("Müller, Dr. Hans", "Hans"),
        ("John Smith, PhD, MBA", "John"),
        ("Jean-Luc O'Neil", "Jean-Luc"),
        ("JEAN-LUC", "Jean-Luc"),
        ("José María", "José"),
        ('"Jordan Blake"', "Jordan"),
        ("Jordan 🚀 Blake", "Jordan"),
        ("Jordan from Acme", "Jordan"),
        ("Jordan Blake (Acme)", "Jordan"),
        ("Jordan Blake | Growth", "Jordan"),
        ("Jordan Blake - Acme Sales", "Jordan"),
        ("Jordan Blake via LinkedIn", "Jordan"),
        ("محمد علي", "محمد"),
        ("\u200fשרה כהן\u200f", "שרה"),
        ("Mr Smith", "Mr Smith"),
        ("Dr. Garcia", "Dr. Garcia"),
        ("山田 太郎", "山田 太郎"),
        ("Al", "Al"),
    ],
)
def test_a_person_is_greeted_by_the_given_name(name: str, greeted: str) -> None:
    assert first_name(name) == greeted


@pytest.mark.parametrize(
    "name",
    ["", "Acme Support", "Acme, Inc.", "The LinkedIn Team", "Head of Growth", "noreply", "a@b.example",
     "jordan92", "J. K. Rowling", "JP Smith", "LI Wei", "Jordan & Sam Blake", "Jordan and Sam", "[Name]",
     "____", "$me", "Reply Yes", "Say Yes I Accept", "Please Confirm", "Click Here", "Invoice Due", "Dr.",
     "Jordan Blake, Growth", "Smith, John, Product", "🚀", "x" * 41],
)  # fmt: skip
def test_whom_no_given_name_is_certain_of_is_not_greeted_by_name(name: str) -> None:
    assert first_name(name) == ""


def test_a_third_person_is_told_the_whole_name() -> None:
    assert full_name("Garcia-Lopez, Dr. Maria (Acme)") == "Maria Garcia-Lopez"
    assert full_name("Acme Support") == ""


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=50))
def test_a_greeting_name_is_short_and_holds_nothing_to_fill_in(name: str) -> None:
    greeted = first_name(name)
    assert len(greeted) <= 60
    assert not set(greeted) & set("[]{}<>$\n@0123456789")
