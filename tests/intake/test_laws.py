"""Whatever is pasted: read or refused, nothing of it lost, nothing added, nothing printed."""

from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demur.domain.message import Message
from demur.intake import IntakeError, read_bytes, read_file, read_text
from demur.intake.signature import split_signature
from demur.intake.thread import split_thread

FILES = Path(__file__).parents[3] / "shared/cases/files"

pieces = st.sampled_from(
    [
        *("Hi Sam,", "Could we talk?", "Best,", "Jordan Blake", "- Jordan", "--", "Thanks, Sam", "P.S."),
        *("On Thu, 2 May 2024, Sam wrote:", "> old words", "From: Sam", "Subject: maps", "Date: today"),
        *("-----Original Message-----", "10:32 AM", "https://a.example", "MIME-Version: 1.0", "\r\n"),
        *("", " ", "[Name]", "Sent from my phone", "El lunes, Sam escribió:", "_" * 12, "\ufeff", "\u2028"),
    ]
)
unhurried = settings(deadline=None)  # a busy machine is no defect

letters = st.lists(pieces | st.text(max_size=12), max_size=12).map("\n".join)


def read_or_refused(text: str) -> Message | IntakeError:
    try:
        return read_text(text)
    except IntakeError as error:
        return error


def characters(*texts: str) -> Counter[str]:
    return Counter(c for text in texts for c in text if not c.isspace())


@unhurried
@given(st.text() | letters | st.text(st.characters()))
def test_a_text_is_read_or_refused_with_a_next_step(text: str) -> None:
    answer = read_or_refused(text)
    if isinstance(answer, IntakeError):
        assert answer.message
        assert answer.hint
    else:
        assert answer.body
        assert answer.body == answer.body.strip()
        assert "\r" not in answer.body


@unhurried
@given(st.binary() | letters.map(str.encode), st.sampled_from([b"", b"MIME-Version: 1.0\n"]))
def test_bytes_are_read_or_refused(content: bytes, head: bytes) -> None:
    with suppress(IntakeError):
        assert read_bytes(head + content).body


@unhurried
@given(letters.filter(lambda text: "MIME" not in text))
def test_every_word_of_the_body_stands_in_the_text(text: str) -> None:
    answer = read_or_refused(text)
    assert isinstance(answer, IntakeError) or set(answer.body.split()) <= set(text.split())


@unhurried
@given(letters)
def test_cutting_loses_and_adds_nothing(text: str) -> None:
    thread = split_thread(text)
    signed = split_signature(thread.newest)
    assert characters(thread.newest, thread.quoted) == characters(text)
    assert characters(signed.body, signed.signature) == characters(thread.newest)


SLOW = {
    "newlines": "Hi\n" + "\n" * 16_000 + "x",
    "spaces": " " * 300_000 + "x",
    "attributions": ("On " + "a " * 95 + "\n") * 2000,
    "German attributions": ("Am " + "schrieb " * 24 + "\n") * 2000,
    "header lines": "x\n" + "From: a\n" * 20_000,
    "stars": "x\n" + ("* " * 99 + "\n") * 2000,
    "quotes": "x\n" + (">" * 199 + "\n") * 2000,
    "fields": "Subject: a\n" + "X-A: b\n" * 40_000 + "\nx",
    "closings": "x\n" + "Thanks,\n" * 40_000,
    "dashes": ("-" * 31 + "\n") * 10_000,
    "links": "http://a.example/b " * 20_000,
    "marks": "e" + "\u0301" * 300_000,
    "one word": "a" * 900_000,
    "ideographs": "田中様お世話になっております。" * 20_000,
}


@pytest.mark.parametrize("text", SLOW.values(), ids=SLOW.keys())
def test_what_makes_patterns_backtrack_is_read(text: str) -> None:
    assert read_text(text).body


@pytest.mark.skipif(not FILES.is_dir(), reason="the message files are not here")
def test_real_files_are_read_or_refused_in_silence(capfd: pytest.CaptureFixture[str]) -> None:
    read = []
    files = [*FILES.glob("eml-stalwart/*"), *FILES.glob("replies/*")]
    for path in files:
        with suppress(IntakeError):
            read.append(read_file(path))
    assert all(message.body for message in read)
    assert (len(read), len(files)) == (135, 154)
    assert capfd.readouterr() == ("", "")
