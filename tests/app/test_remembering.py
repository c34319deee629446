"""Sentences that the person wrote by hand become samples, if they agree and nothing private is in them."""

import datetime as dt
from pathlib import Path

import pytest

from demur.app import Voices
from demur.app.remembering import worth_remembering
from demur.domain.advice import MoveId
from demur.domain.draft import Draft, DraftBeat, Origin
from demur.domain.message import Message, Sender
from demur.domain.profile import Profile
from demur.domain.request import Request
from demur.domain.template import Role, Slot
from demur.domain.voice import Voice

VOICE = Voice(id="own-1", name="Mine", samples=("Happy to help another time.",))


def draft(*texts: str, origin: Origin = Origin.PERSON, role: Role = Role.DECLINE) -> Draft:
    beats = [DraftBeat(role=role, template="x", fallback="x", text=text, origin=origin) for text in texts]
    return Draft(move=MoveId.DECLINE, text="", beats=tuple(beats))


def test_what_was_written_by_hand_is_worth_remembering() -> None:
    ours = draft("That's not for me just now. Sorry to be so plain!", "No.")
    assert worth_remembering(ours, VOICE, (), ()) == (
        "That's not for me just now.",
        "Sorry to be so plain!",
    )


@pytest.mark.parametrize(
    "reply",
    [
        draft("That's not for me just now.", origin=Origin.MODEL),
        draft("That's not for me just now.", origin=Origin.VOICE),
        draft("Warm wishes to you all there,", role=Role.SIGN),
        draft("Happy to help another time."),
        draft("Not now, Jordan, I'm afraid."),
        draft("I can't help with maps at all."),
        draft("Come on the 14th instead."),
        draft("Write to me at sam@hill.example instead."),
        draft("I know that you were dismissed before."),
    ],
)
def test_what_is_not_the_persons_or_not_discreet_is_not(reply: Draft) -> None:
    assert worth_remembering(reply, VOICE, ("Jordan Blake", "maps"), ("was dismissed in May",)) == ()


def request(voice: str = "", language: str = "en", **changes: object) -> Request:
    made = Request(
        opened=dt.datetime(2026, 3, 2, tzinfo=dt.UTC),
        message=Message(body="x", sender=Sender(name="Jordan Blake"), language=language),
        advised=MoveId.DECLINE,
        slots={Slot.TOPIC: "maps"},
        voice=voice,
        draft=draft("That's not for me just now.", "I do not draw maps either."),
    )
    return made.model_copy(update=changes)


def test_a_sentence_is_remembered_by_the_voice_of_the_reply(tmp_path: Path) -> None:
    voices = Voices(tmp_path, lambda: (Voice(id="plain", name="Plain"),), lambda: Profile(name="Sam Hill"))
    assert voices.worth_remembering(request(), ()) == ()
    kept = voices.keep(VOICE)
    assert voices.worth_remembering(request(), ()) == ("That's not for me just now.",)
    assert voices.worth_remembering(request(kept.id, language="de"), ()) == ()
    assert voices.worth_remembering(request("plain"), ()) == ()
    assert voices.worth_remembering(request(draft=None), ()) == ()
    voices.remember(kept.id, "That's not for me just now.")
    assert voices.worth_remembering(request(), ()) == ()
