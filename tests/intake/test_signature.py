"""How a message is signed tells who wrote it, and is no part of what it says."""

import pytest

from demur.intake import read_text

BODY = "Hi Sam,\n\ncould we talk about maps?"


@pytest.mark.parametrize(
    ("signature", "name"),
    [
        ("Best, Jordan Blake", "Jordan Blake"),
        ("Best,\nJordan", "Jordan"),
        ("best\njordan", "jordan"),
        ("Thanks!\nJordan Blake, Product Manager\nACME | +49 30 1234567", "Jordan Blake"),
        ("Many thanks and all,\n\nJordan de la Cruz", "Jordan de la Cruz"),
        ("Thanks,\nBest regards,\n\nDr. Jordan B. Blake", "Dr. Jordan B. Blake"),
        ("- Jordan", "Jordan"),
        ("— Jordan Blake", "Jordan Blake"),
        ("-Jordan\n\n____________________\nmaps mailing list\nhttps://maps.example", "Jordan"),
        ("Jordan Blake", "Jordan Blake"),
        ("Jordan Blake\nhttps://blake.example", "Jordan Blake"),
        ("Onwards,\nJordan", "Jordan"),
        ("Mit freundlichen Grüßen\nJordan Weiß", "Jordan Weiß"),
        ("Viele Grüße, Jordan", "Jordan"),
        ("Bien cordialement,\nJordan Lefèvre", "Jordan Lefèvre"),
        ("Un saludo,\nJordan Ibáñez", "Jordan Ibáñez"),
        ("Pozdrawiam\nJordan Nowak", "Jordan Nowak"),
        ("--\nJordan Blake\nACME", "Jordan Blake"),
        ("Sent from my iPhone", ""),
        ("Thanks again!", ""),
        ("Best,\n[Your Name]", ""),
        ("-- {{name}}", ""),
        ("Thanks,\nThe maps team", ""),
    ],
)
def test_signatures(signature: str, name: str) -> None:
    message = read_text(f"{BODY}\n\n{signature}")
    assert (message.body, message.signature, message.sender.name) == (BODY, signature, name)


@pytest.mark.parametrize(
    "text",
    [
        "Thanks, I read your talk with pleasure. Could you refer me?",
        "Hi,\nThanks Sam!\nCould you refer me to the team?",
        "Hi Sam,\n\nthanks for the talk\n\nBest wishes for the move, and can we meet on Tuesday?",
        "Who could help?\n- Anna\n- Bert",
        "Hi,\nyes",
        "Hello Sam,\nJordan here.",
        "All the best people are on your team. How did you find them?",
        "Sent from my desk, is much easier than my phone.",
        "Best,\nJordan",
    ],
)
def test_what_only_looks_like_a_signature_stays_in_the_message(text: str) -> None:
    message = read_text(text)
    assert (message.body, message.signature) == (text, "")


def test_a_postscript_is_part_of_the_message() -> None:
    message = read_text(f"{BODY}\n\nBest,\nJordan\n\nP.S. Could you also review my CV?")
    assert message.body.endswith("review my CV?")
    assert (message.signature, message.sender.name) == ("", "Jordan")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hi, my name is Jordan Blake and I like maps.", "Jordan Blake"),
        ("I’m Jordan, founder of Maps.", "Jordan"),
        ("Hello, this is Jordan Blake from ACME. Call me.", "Jordan Blake"),
        ("Guten Tag, ich heiße Jürgen Groß.", "Jürgen Groß"),
        ("I'm Looking for work. I am Sure you can help.", ""),
        ("My name is İpek.", ""),
        ("My name is unknown.", ""),
    ],
)
def test_who_introduces_themself(text: str, name: str) -> None:
    assert read_text(text).sender.name == name


@pytest.mark.parametrize(
    "above",
    [
        "Jordan Blake\n10:32 AM\n",
        "Jordan Blake 10:32\n",
        "Jordan Blake (She/Her) • [10:32 AM]\n",
        "Jordan Blake\n(She/Her)\n · 1st\n10:32 AM\n\n",
        "Jordan Blake sent the following message at 10:32 AM\nView Jordan’s profile\n",
    ],
)
def test_a_message_copied_from_a_chat(above: str) -> None:
    message = read_text(above + BODY)
    assert (message.sender.name, message.body) == ("Jordan Blake", BODY)


@pytest.mark.parametrize("text", ["Hi\n10:32 works?", "Lunch\nTomorrow\n10:30\nok?", "10:30\nis fine"])
def test_a_time_alone_makes_no_chat(text: str) -> None:
    message = read_text(text)
    assert (message.sender.name, message.body) == ("", text)
