"""No field can become another: whatever a stranger wrote, two parsers find the same few headers."""

import email
import email.policy
from contextlib import suppress
from email.message import EmailMessage
from pathlib import Path
from typing import NamedTuple

import pytest
from fast_mail_parser import parse_email
from hypothesis import given, settings
from hypothesis import strategies as st

from demur.domain.message import Envelope, Message, Sender
from demur.intake import IntakeError, read_bytes, read_file
from demur.outbox import Reply, answer, as_eml
from demur.outbox.field import address, identifiers, plain

unhurried = settings(deadline=None, max_examples=300)  # a busy machine is no defect

MAILS = Path(__file__).parents[3] / "shared" / "cases" / "files"
ALWAYS = ["X-Unsent", "Subject", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"]
PIECES = [
    *("\r\n", "\r", "\n", "\t", " ", "\0", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029", "\ud83d"),
    *(
        "=?utf-8?q?a=0ABcc:_x@evil.example?=",
        "=?utf-8?b?YQpCY2M6IHhAZXZpbC5leGFtcGxl?=",
        "=?",
        "?=",
        "=",
        "?",
    ),
    *(
        "Bcc: x@evil.example",
        "\r\nBcc: x@evil.example",
        "\r\n\r\n<script>",
        "--",
        ".",
        "From ",
        "Re: ",
        "a" * 90,
    ),
    *("<", ">", '"', "\\", ",", ";", ":", "(", ")", "[", "]", "@", "jordan@blake.example", "<a@b.example>"),
    *(
        "Jordan Blake",
        "é",
        "Ø",
        "שלום",
        "مرحبا",
        "\u202e",
        "\u200f",
        "👋",
        "漢字" * 20,
        "xn--",
        "%0ABcc:x",
        "+",
    ),
]
hostile = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5)), max_size=12).map("".join)
whole = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=300)
replies = st.builds(
    Reply,
    text=hostile,
    to=st.builds(Sender, name=hostile, address=st.one_of(hostile, st.just("jordan@blake.example"))),
    subject=hostile,
    answers=hostile,
    references=st.lists(hostile, max_size=4).map(tuple),
)


class Read(NamedTuple):
    """A mail as one parser sees it."""

    names: list[str]
    to: list[str]
    subject: str
    text: str


def by_the_standard_library(mail: bytes) -> Read:
    found = email.message_from_bytes(mail, policy=email.policy.default)
    assert isinstance(found, EmailMessage)
    assert not found.defects
    to = [one.addr_spec for one in found["To"].addresses] if found["To"] else []
    return Read(found.keys(), to, found["Subject"], _lines(found.get_content()))


def by_the_old_standard_library(mail: bytes) -> list[str]:
    return email.message_from_bytes(mail, policy=email.policy.compat32).keys()


def by_the_one_in_rust(mail: bytes) -> Read:
    found = parse_email(mail)
    names = [name for name, values in found.headers.items() for _ in values]
    return Read(names, [one.address for one in found.to], found.subject, _lines(found.text_plain[0]))


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n")


def expected_names(reply: Reply) -> list[str]:
    fields = {
        "To": bool(address(reply.to.address)),
        "In-Reply-To": bool(identifiers((reply.answers,))),
        "References": bool(identifiers(reply.references)),
    }
    return sorted([*ALWAYS, *(name for name, there in fields.items() if there)])


@unhurried
@given(replies)
def test_a_draft_has_the_headers_that_it_should_and_no_other(reply: Reply) -> None:
    mail = as_eml(reply)
    expected = expected_names(reply)
    standard, rust = by_the_standard_library(mail), by_the_one_in_rust(mail)
    assert sorted(standard.names) == sorted(rust.names) == expected
    assert sorted(by_the_old_standard_library(mail)) == expected
    to = [address(reply.to.address)] if "To" in expected else []
    assert standard.to == rust.to == to
    assert standard.subject == rust.subject == plain(reply.subject)


@unhurried
@given(replies)
def test_a_draft_is_made_of_short_lines_in_ascii(reply: Reply) -> None:
    mail = as_eml(reply)
    assert mail.isascii()
    assert b"\0" not in mail
    assert mail.count(b"\r") == mail.count(b"\n") == mail.count(b"\r\n")
    assert max(map(len, mail.split(b"\r\n"))) <= 998


@unhurried
@given(whole)
def test_the_words_are_read_as_they_were_written(text: str) -> None:
    mail = as_eml(Reply(text=text))
    expected = text.removesuffix("\n") + "\n"
    assert by_the_standard_library(mail).text == expected
    assert by_the_one_in_rust(mail).text == expected


@unhurried
@given(st.builds(Envelope, reply_to=hostile, message_id=hostile), hostile, hostile, hostile, st.booleans())
def test_nothing_in_a_message_becomes_a_header_of_its_answer(
    envelope: Envelope, name: str, subject: str, body: str, quoting: bool
) -> None:
    sender = Sender(name=name, address="jordan@blake.example")
    message = Message(subject=subject, body=body, sender=sender, envelope=envelope)
    read = by_the_one_in_rust(as_eml(answer(message, "No, sorry.", quoting=quoting)))
    assert set(read.names) <= {*ALWAYS, "To", "In-Reply-To", "References"}
    assert read.text.startswith("No, sorry.\n")


@unhurried
@given(
    st.lists(st.one_of(hostile.map(lambda text: text.encode("utf-8", "replace")), st.binary()), max_size=5)
)
def test_no_mail_makes_another_header_in_its_answer(values: list[bytes]) -> None:
    names = (b"Subject", b"From", b"Reply-To", b"Message-ID", b"References")
    head = b"".join(name + b": " + value + b"\r\n" for name, value in zip(names, values, strict=False))
    with suppress(IntakeError):
        message = read_bytes(b"MIME-Version: 1.0\r\n" + head + b"\r\nCoffee?\r\n")
        agree_on(as_eml(answer(message, "No, sorry.", quoting=True)))


def agree_on(mail: bytes) -> None:
    standard, rust = by_the_standard_library(mail), by_the_one_in_rust(mail)
    assert sorted(standard.names) == sorted(rust.names) == sorted(set(standard.names))
    assert set(standard.names) <= {*ALWAYS, "To", "In-Reply-To", "References"}
    assert standard.subject == rust.subject
    assert standard.to == rust.to
    assert standard.text == rust.text
    assert standard.text.startswith("No, sorry.\n")


@pytest.mark.skipif(not MAILS.is_dir(), reason="the mails lie beside the repository")
def test_both_parsers_read_an_answer_to_every_real_mail_the_same() -> None:
    answered = 0
    for path in sorted(MAILS.rglob("*.eml")):
        with suppress(IntakeError):
            agree_on(as_eml(answer(read_file(path), "No, sorry.", quoting=True)))
            answered += 1
    assert answered > 50
