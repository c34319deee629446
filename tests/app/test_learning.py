"""A voice learned from what people have: what was read and left out is told, and nothing else is kept."""

import threading
from pathlib import Path

import pytest

from demur.app.learning import Given, Lesson, learn_voice
from demur.domain.errors import DemurError
from demur.domain.profile import Profile
from demur.intake import UnknownAuthorError
from sent_mail import JORDAN, ME, MIDDLES, ROBIN, SECRETS, archive, folder, letter, mail, mbox, table


def learned(*paths: Path, text: str = "", profile: Profile | None = None, me: str = "") -> Lesson:
    given = Given(paths, text)
    return learn_voice(given, profile or Profile(), me, lambda *_: None, threading.Event())


def test_from_a_folder_of_sent_mail(tmp_path: Path) -> None:
    lesson = learned(folder(tmp_path, {f"{number}.eml": mail(letter(number)) for number in range(30)}))
    voice = lesson.voice
    assert (voice.greeting, voice.sign_off, voice.contractions) == ("Hi", "Best", 1.0)
    assert 6 <= len(voice.samples) <= 12
    assert {"Thanks for thinking of me!", "Good luck with it!"} & set(voice.samples)
    assert any("can't" in sample or "won't" in sample or "rather not" in sample for sample in voice.samples)
    assert not {"Priya", "Robin", "7946", "Friday", "humbly"} & set(" ".join(voice.samples).split())
    assert lesson.told[0] == "30 messages read, 30 of them yours, by Sam Hill."
    assert not any("better likeness" in line for line in lesson.told)


def test_all_that_is_left_out_is_told(tmp_path: Path) -> None:
    german = "Hallo Jordan,\n\nich habe leider gerade gar keine Zeit für ein Gespräch.\n\nViele Grüße\nSam"
    forwarded = (
        f"-------- Forwarded message --------\nFrom: {JORDAN}\nSubject: Help\n\nI am Jordan, hello.\n"
    )
    files: dict[str, bytes | str] = {
        **{f"{number}.eml": mail(letter(number), to=ROBIN) for number in range(9)},
        "again.eml": mail(letter(0)),
        "german.eml": mail(german),
        "inbox.eml": mail("Dear Sam, please help me with it.", JORDAN, ME),
        "forwarded.eml": mail(forwarded),
        "long.txt": "word " * 5_000,
        "empty.txt": "",
        "photo.jpg": b"\xff\xd8",
    }
    told = learned(folder(tmp_path, files)).told
    assert told[0] == "14 messages read, 12 of them yours, by Sam Hill."
    assert set(told[1:]) >= {
        "Taken to be yours as well: 1 that name nobody.",
        "Left out: 2 by others, or passed on.",
        "Left out: 1 too long for a letter.",
        "Left out: 1 in German; Demur writes in your voice in English alone.",
        "Left out: 1 that cannot be read, such as empty.txt (There is no message here.).",
        "Left out: 1 of another kind of file, such as photo.jpg.",
        "Left out: 1 that were there twice.",
        "9 messages to learn from; 25 make a better likeness.",
    }
    assert any(line.endswith("or tell of other people.") for line in told)


def test_short_messages_count_where_most_are_english(tmp_path: Path) -> None:
    short = {f"{number}.eml": mail(text) for number, text in enumerate(("tak ska du ha", "bis bald dann"))}
    german = "Ich habe leider gerade gar keine Zeit für ein Gespräch, und so bleibt es bis in den Herbst."
    ours = folder(tmp_path / "ours", {**short, "long.eml": mail(" ".join(MIDDLES))})
    theirs = folder(tmp_path / "theirs", {**short, "long.eml": mail(german)})
    assert "3 messages to learn from; 25 make a better likeness." in learned(ours).told
    with pytest.raises(DemurError, match="0 messages to learn from"):
        learned(theirs)


def test_from_an_export_with_both_directions(tmp_path: Path) -> None:
    rows = [("c1", "Sam Hill", "Jordan Blake", letter(number)) for number in range(15)]
    rows += [("c2", "Sam Hill", "Robin Marsh", letter(number)) for number in range(15, 30)]
    rows += [("c2", "Robin Marsh", "Sam Hill", "Greetings! Indeed, I am most grateful.")] * 30
    lesson = learned(archive(tmp_path / "export.zip", {"messages.csv": table(rows)}))
    assert lesson.told[0] == "60 messages read, 30 of them yours, by Sam Hill."
    assert lesson.voice.greeting == "Hi"


def test_who_the_user_is_comes_from_the_profile_or_must_be_said(tmp_path: Path) -> None:
    box = mbox(
        tmp_path / "All.mbox",
        [
            *(mail(letter(number)) for number in range(12)),
            *(mail(f"Dear Sam,\n\nI do insist on the {one}.", JORDAN, ME) for one in ("book", "map")),
        ],
    )
    with pytest.raises(UnknownAuthorError) as unknown:
        learned(box)
    assert unknown.value.people == ("Sam Hill", "Jordan Blake")
    assert learned(box, me="sam@hill.example").voice.greeting == "Hi"
    assert learned(box, profile=Profile(addresses=("sam@hill.example",))).voice.greeting == "Hi"
    with pytest.raises(DemurError, match="too little"):
        learned(box, me="Jordan Blake")


def test_from_messages_in_one_text_pasted_or_in_a_file(tmp_path: Path) -> None:
    text = "\n\n".join(letter(number).split("\nOn Mon")[0] for number in range(8))
    pasted = learned(text=text)
    assert pasted.told[0] == "8 messages read, 8 of them yours, all taken to be yours."
    assert learned(folder(tmp_path, {"sent.txt": text})).voice == pasted.voice


def test_too_little_says_what_was_there_and_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(DemurError, match="too little to tell") as refused:
        learned(folder(tmp_path, {"a.eml": mail("Hi,\nsee you soon.")}))
    assert "1 message read" in refused.value.message
    assert "at least 6 sentences" in refused.value.hint
    assert "starter voice" in refused.value.hint
    with pytest.raises(DemurError, match="No message was found"):
        learned(text=" ")


def test_who_waits_is_told_and_may_cancel(tmp_path: Path) -> None:
    box = mbox(tmp_path / "Sent.mbox", [mail(letter(number), to=ROBIN) for number in range(120)])
    heard: list[tuple[int, int]] = []
    learn_voice(Given([box]), Profile(), "", lambda *how: heard.append(how), threading.Event())
    assert heard == [(50, 0), (100, 0), (50, 120), (100, 120)]
    cancel = threading.Event()
    cancel.set()
    with pytest.raises(DemurError, match="No message was found"):
        learn_voice(Given([box]), Profile(), "", lambda *_: None, cancel)


def test_every_secret_is_one_that_is_passed_over(tmp_path: Path) -> None:
    texts = {f"{number}.txt": f"Hi there,\n\n{secret}" for number, secret in enumerate(SECRETS)}
    with pytest.raises(DemurError, match=f"{len(SECRETS)} sentences counted|sentences counted, but not"):
        learned(folder(tmp_path, texts))
