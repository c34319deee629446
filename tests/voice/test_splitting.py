"""Messages pasted one after the other are told apart by their greetings."""

from demur.voice import measure, split_letters

MAILS = """Hey Tom,

Can't make lunch tomorrow! Shall we do Thursday?

Cheers,
Sam

Hey Ana,

I'll send the photos when they're ready.

Cheers,
Sam
"""


def test_each_greeting_begins_a_message() -> None:
    first, second = split_letters(MAILS)
    assert first.startswith("Hey Tom,")
    assert first.endswith("Cheers,\nSam")
    assert second.startswith("Hey Ana,")


def test_what_greets_nobody_is_one_message() -> None:
    assert split_letters("Lunch at noon.\n\nBring the keys.") == ["Lunch at noon.\n\nBring the keys."]


def test_nothing_pasted_is_measured_as_nothing() -> None:
    assert split_letters("  ") == [""]


def test_a_voice_from_pasted_mails_greets_and_signs_off_as_they_do() -> None:
    voice = measure(split_letters(MAILS), id="own-1", name="Mine")
    assert (voice.greeting, voice.sign_off) == ("Hey", "Cheers")
