"""Addresses kept from the model: taken out, put back, told apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demur.voice import without_links


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Please read https://example.org/first?n=1.", "Please read [link]."),
        ("“Ask Better” (https://x.example/ask) helps.", "“Ask Better” ([link]) helps."),
        ("See www.x.example, or write to ana@mail.example!", "See [link 1], or write to [link 2]!"),
        ("Ask (Ana.Berg+work@mail.example).", "Ask ([link])."),
        ("http://x.example and http://x.example/more", "[link 1] and [link 2]"),
        ("https://x.example, I mean https://x.example", "[link], I mean [link]"),
        ("I am in, as of 3.5 @ noon.", "I am in, as of 3.5 @ noon."),
    ],
)
def test_each_address_is_a_link_to_the_model(text: str, told: str) -> None:
    changed, restored = without_links(text)
    assert changed == told
    assert restored(changed) == text


def test_what_was_put_in_brackets_by_the_user_is_no_address() -> None:
    changed, restored = without_links("The [link] is https://x.example.")
    assert changed == "The [link] is [link 1]."
    assert restored("[link 1] is the [link].") == "https://x.example is the [link]."


PIECES = st.sampled_from(
    [
        "https://x.example",
        "https://x.example/a",
        "www.x.example",
        "a@x.example",
        "[link]",
        "[link 1]",
        " ",
        "so",
    ]
)


@given(st.lists(PIECES).map("".join) | st.lists(PIECES).map(" ".join))
def test_all_of_a_text_comes_back(text: str) -> None:
    changed, restored = without_links(text)
    assert restored(changed) == text
