"""The newest message is read; what it quotes stays apart, and whole."""

import pytest

from demur.intake import read_text

ANSWER = "Hi Sam,\n\nthat works for me."
OLD = "Dear Jordan,\nhow about Tuesday?"


@pytest.mark.parametrize(
    "above",
    [
        "On Thu, 2 May 2024 at 10:00, Sam Hill <sam@hill.example> wrote:",
        "On Thu, 2 May 2024 at 10:00, Sam Hill <\nsam@hill.example> wrote:",
        "Am Do., 2. Mai 2024 um 10:00 Uhr schrieb Sam Hill <sam@hill.example>:",
        "Le jeu. 2 mai 2024 à 10:00, Sam Hill <sam@hill.example> a écrit :",
        "El jue, 2 may 2024 a las 10:00, Sam Hill (<sam@hill.example>) escribió:",
        "Em qui., 2 de mai. de 2024 às 10:00, Sam Hill <sam@hill.example> escreveu:",
        "From: Sam Hill <sam@hill.example>\nSent: Thursday, May 2, 2024\nTo: Jordan\nSubject: Tuesday",
        "Von: Sam Hill\nGesendet: Donnerstag, 2. Mai 2024 10:00\nAn: Jordan\nBetreff: Dienstag",
        "-----Original Message-----\nFrom: Sam Hill\nSent: Thursday, May 2, 2024\nTo: Jordan",
        "________________________________\nFrom: Sam Hill\nSent: Thursday, May 2, 2024\nTo: Jordan",
        "---------- Forwarded message ---------\nFrom: Sam Hill\nDate: Thu, 2 May 2024\nTo: Jordan",
        "On Thu, 2 May 2024 at 10:00, " + "Samuel " * 40 + "<sam@hill.example> wrote:",
    ],
)
def test_what_stands_above_a_quoted_message(above: str) -> None:
    message = read_text(f"{ANSWER}\n\n{above}\n\n{OLD}")
    assert message.body == ANSWER
    assert message.quoted == f"{above}\n\n{OLD}"


def test_answers_between_quoted_lines() -> None:
    message = read_text("> Is Tuesday fine?\nYes, it is.\n> And the place?\nMy office.")
    assert message.body == "Yes, it is.\nMy office."
    assert message.quoted == "> Is Tuesday fine?\n> And the place?"


@pytest.mark.parametrize(
    "text",
    [
        "Come to our meetup!\nDate: 3 June\nTo: everybody who likes maps\n\nWill you join us?",
        "On your profile you wrote: maps are stories.\nCan we talk about that?",
        "I have two questions:\n- from: where do you take data?\n- to: whom do you sell it?",
    ],
)
def test_lines_that_only_look_like_headers_are_part_of_the_message(text: str) -> None:
    assert read_text(text).body == text


def test_a_forwarded_message_is_the_message() -> None:
    text = (
        "---------- Forwarded message ---------\nFrom: Jordan Blake <jordan@blake.example>\n"
        f"Date: Thu, 2 May 2024 10:00:00 +0000\nSubject: A favour\nTo: <sam@hill.example>\n\n{ANSWER}"
    )
    message = read_text(text)
    assert (message.subject, message.sender.name, message.body) == ("A favour", "Jordan Blake", ANSWER)
