"""A reply as a mail program opens it: in its thread, to whom it should go, with the words as they are."""

import email
import email.policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from demur.domain.message import Envelope, Message, Sender
from demur.intake import read_bytes
from demur.outbox import Reply, answer, as_eml

GOLDEN = Path(__file__).parent / "golden" / "reply.eml"
LETTER = (
    "Hello Jördan,\n\nThank you for reaching out. I’m afraid I can’t.\n\nשבת, مرحبا\n\nBest wishes,\nAlex"
)

GMAIL = """\
MIME-Version: 1.0
References: <CAF1@mail.gmail.com>
In-Reply-To: <CAF1@mail.gmail.com>
From: Jordan Blake <jordan@gmail.example>
Date: Tue, 3 Mar 2026 10:12:08 +0100
Message-ID: <CAF=2_x+y@mail.gmail.com>
Subject: Re: Coffee?
To: Alex Rivera <alex@home.example>
Content-Type: text/plain; charset="UTF-8"

Shall we meet?
"""
OUTLOOK = """\
From: "Blake, Jordan" <jordan@outlook.example>
To: Alex Rivera <alex@home.example>
Subject: AW: Coffee?
Thread-Topic: Coffee?
Thread-Index: AQHZabc==
Date: Tue, 3 Mar 2026 09:12:08 +0000
Message-ID:
 <VI1PR0701MB2928B8D3@VI1PR0701MB2928.eurprd07.prod.outlook.example>
References: <first@home.example>,<second@outlook.example>
In-Reply-To: <second@outlook.example>
Reply-To: "Jordan's office" <office@outlook.example>
Content-Type: text/plain; charset="iso-8859-1"
MIME-Version: 1.0

Shall we meet?
"""
APPLE = """\
From: Jordan Blake <jordan@icloud.example>
Content-Type: text/plain; charset=us-ascii
Content-Transfer-Encoding: 7bit
Mime-Version: 1.0 (Mac OS X Mail 16.0 \\(3774.300.61.1.2\\))
Subject: Coffee?
Message-Id: <4F2B7C1E-0A11-4D5C@icloud.example>
Date: Tue, 3 Mar 2026 10:12:08 +0100
To: Alex Rivera <alex@home.example>

Shall we meet?
"""


def opened(mail: bytes) -> EmailMessage:
    found = email.message_from_bytes(mail, policy=email.policy.default)
    assert isinstance(found, EmailMessage)
    return found


def test_a_draft_as_a_whole() -> None:
    message = Message(
        subject="AW: Grüße aus Köln, und eine Frage, die etwas länger ist, als eine Zeile es erlaubt",
        body="Hi Alex,\n\nshall we meet?\n\n> as you said",
        sender=Sender(name="Jördan Blake", address="jordan@blake.example"),
        signature="Best,\nJördan",
        envelope=Envelope(message_id="<b@blake.example>", references=("<a@home.example>",)),
    )
    assert as_eml(answer(message, LETTER, quoting=True)) == GOLDEN.read_bytes()


@pytest.mark.parametrize(
    ("source", "to", "answers", "references"),
    [
        (
            GMAIL,
            "jordan@gmail.example",
            "<CAF=2_x+y@mail.gmail.com>",
            "<CAF1@mail.gmail.com> <CAF=2_x+y@mail.gmail.com>",
        ),
        (
            OUTLOOK,
            "office@outlook.example",
            "<VI1PR0701MB2928B8D3@VI1PR0701MB2928.eurprd07.prod.outlook.example>",
            "<first@home.example> <second@outlook.example>"
            " <VI1PR0701MB2928B8D3@VI1PR0701MB2928.eurprd07.prod.outlook.example>",
        ),
        (
            APPLE,
            "jordan@icloud.example",
            "<4F2B7C1E-0A11-4D5C@icloud.example>",
            "<4F2B7C1E-0A11-4D5C@icloud.example>",
        ),
    ],
    ids=["gmail", "outlook", "apple"],
)
def test_a_reply_stands_below_its_message(source: str, to: str, answers: str, references: str) -> None:
    reply = opened(as_eml(answer(read_bytes(source.encode()), "No, sorry.")))
    assert reply["X-Unsent"] == "1"
    assert reply["To"].addresses[0].addr_spec == to
    assert reply["Subject"] == "Re: Coffee?"
    assert reply["In-Reply-To"] == answers
    assert reply["References"] == references
    assert "Date" not in reply
    assert "Message-ID" not in reply


def test_who_reads_it_sees_the_same_words_and_what_they_answer() -> None:
    message = read_bytes(GMAIL.encode())
    seen = opened(as_eml(answer(message, LETTER, quoting=True))).get_content().replace("\r\n", "\n")
    assert seen == f"{LETTER}\n\nOn 2026-03-03, Jordan Blake wrote:\n> Shall we meet?\n"


def test_demur_tells_its_own_reply_from_what_it_quotes() -> None:
    reply = answer(read_bytes(GMAIL.encode()), LETTER, quoting=True)
    assert read_bytes(as_eml(reply)).quoted.endswith("> Shall we meet?")


@pytest.mark.parametrize(
    ("reply_to", "to"),
    [
        ("", "Jordan <j@b.example>"),
        ("J@b.example", "Jordan <j@b.example>"),
        ("x@evil.example", "x@evil.example"),
    ],
)
def test_a_name_does_not_hide_another_address(reply_to: str, to: str) -> None:
    sender = Sender(name="Jordan", address="j@b.example")
    message = Message(body="Hi", sender=sender, envelope=Envelope(reply_to=reply_to))
    assert opened(as_eml(answer(message, "No.")))["To"] == to


def test_what_is_not_known_is_left_to_the_mail_program() -> None:
    assert opened(as_eml(Reply(text="No, sorry."))).keys() == [
        "X-Unsent",
        "Subject",
        "MIME-Version",
        "Content-Type",
        "Content-Transfer-Encoding",
    ]


@pytest.mark.parametrize(
    ("name", "to"),
    [
        ("Jordan Blake", "To: Jordan Blake <j@b.example>"),
        ("", "To: j@b.example"),
        ("J. R. Blake", 'To: "J. R. Blake" <j@b.example>'),
        ('Jordan "JB" <x@evil.example>, (x)', 'To: "Jordan JB x evil.example x" <j@b.example>'),
    ],
)
def test_a_name_is_a_name(name: str, to: str) -> None:
    mail = as_eml(Reply(text="", to=Sender(name=name, address="j@b.example")))
    assert mail.decode().split("\r\n")[1] == to


@pytest.mark.parametrize(
    ("address", "to"),
    [("j@bücher.example", "j@xn--bcher-kva.example"), ("j+x=y@b.example", "j+x=y@b.example")],
)
def test_an_address_is_written_as_every_program_reads_it(address: str, to: str) -> None:
    assert opened(as_eml(Reply(text="", to=Sender(address=address))))["To"] == to


@pytest.mark.parametrize(
    "address",
    ["", "jordan", "jördan@b.example", "a b@c.example", "a@b@c", "a@b..c", "=?x@b.example", "a@b_c"],
)
def test_what_is_no_address_addresses_nobody(address: str) -> None:
    assert "To" not in opened(as_eml(Reply(text="", to=Sender(name="Jordan", address=address))))


def test_an_identifier_that_a_parser_may_decode_is_left_out() -> None:
    reply = Reply(text="", answers="<=?utf-8?q?a=0ABcc:_x?=@e>", references=("<a@b>", "<=?@e>", "no"))
    assert "In-Reply-To" not in opened(as_eml(reply))
    assert opened(as_eml(reply))["References"] == "<a@b>"
