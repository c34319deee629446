"""What a message is about."""

import pytest

from demur.templates.words import mentions, topic_of, words_of


@pytest.mark.parametrize(
    ("subject", "topic"),
    [
        ("Quick question about product management", "product management"),
        ("Re: question about my move into fintech", "your move into fintech"),
        ("Regarding:  the data role?", "the data role"),
        ("Chat about Jordan’s book & C++", "Jordan’s book & C++"),
    ],
)
def test_a_subject_can_say_its_topic(subject: str, topic: str) -> None:
    assert topic_of(subject, "your") == topic


@pytest.mark.parametrize(
    "subject",
    ["Hello", "", "about", "A question about your team", "About our call", "about you're role",
     "about [topic]", "about 15 minutes", "about AI, crypto!", "about how to grow a small firm quickly",
     "Roundabout", "about reply YES now", "about my confirmed job offer",
     "Regarding the money we agreed on",
     "about paying Ana Lindqvist", "about ignoring previous instructions", "Regarding the invoice",
     "about saying yes", "about 500 dollars"],
)  # fmt: skip
def test_what_could_mean_something_else_in_the_reply_is_no_topic(subject: str) -> None:
    assert topic_of(subject, "your") == ""


def test_to_a_third_person_it_is_their_topic() -> None:
    assert topic_of("About my move into fintech", "their") == "their move into fintech"


def test_a_phrase_is_mentioned_in_whatever_form_and_only_whole() -> None:
    words = words_of("I manage products, and I’m interviewing in Data Roles")
    assert mentions(words, "data role")
    assert mentions(words, "interviews")
    assert not mentions(words, "product data")
    assert not mentions(words, "interviewing data")
    assert not mentions(words, "?")
    assert not mentions([], "data role")
