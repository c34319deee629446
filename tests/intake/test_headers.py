"""Header lines, pasted or from a file."""

import datetime as dt

import pytest

from demur.domain.message import Sender
from demur.intake import read_text
from demur.intake.headers import decode_header, parse_date, parse_sender


@pytest.mark.parametrize(
    ("value", "sender"),
    [
        (
            "Jordan Blake <jordan@blake.example>",
            Sender(name="Jordan Blake", address="jordan@blake.example"),
        ),
        ('"Blake, Jordan" <j@b.example>', Sender(name="Jordan Blake", address="j@b.example")),
        ("Blake, Jordan [mailto:j@b.example]", Sender(name="Jordan Blake", address="j@b.example")),
        ("'Jordan Blake' via Maps <list@m.example>", Sender(name="Jordan Blake", address="list@m.example")),
        ("Jordan Blake (ACME) <j@b.example>", Sender(name="Jordan Blake", address="j@b.example")),
        ("<j@b.example>", Sender(address="j@b.example")),
        ("j@b.example", Sender(address="j@b.example")),
        ('"j@b.example" <j@b.example>', Sender(address="j@b.example")),
        ("Jordan Blake", Sender(name="Jordan Blake")),
        ("", Sender()),
        ("(" * 500, Sender(name="(" * 500)),
    ],
)
def test_senders(value: str, sender: Sender) -> None:
    assert parse_sender(value) == sender


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("Quick call?", "Quick call?"),
        ("=?utf-8?q?Gr=C3=BC=C3=9Fe?= aus =?iso-8859-1?b?S/ZsbiE=?=", "Grüße aus Köln!"),
        ("=?utf-8?q?one?=\r\n =?utf-8?q?_word?=", "one word"),
        ("=?no-such-charset?q?caf=E9?=", "café"),
        ("=?utf-8?b?x?=", "=?utf-8?b?x?="),
        ("caf\udcc3\udca9", "café"),
        ("caf\udce9", "café"),
        ("\udc81", "\x81"),
    ],
)
def test_encoded_words(raw: str, words: str) -> None:
    assert decode_header(raw) == words


def test_a_header_of_encoded_words_only_is_read_as_far_as_anybody_would() -> None:
    assert 0 < len(decode_header("=?utf-8?q?a?= " * 20_000)) < 1000


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("Fri, 3 May 2024 10:32:00 +0200", dt.datetime(2024, 5, 3, 8, 32, tzinfo=dt.UTC)),
        ("2024-05-03T10:32:00+02:00", dt.datetime(2024, 5, 3, 8, 32, tzinfo=dt.UTC)),
        ("last Friday", None),
        ("Fri, 99 May 99999999 10:32:00 +9999", None),
        ("", None),
    ],
)
def test_dates(value: str, date: dt.datetime | None) -> None:
    assert parse_date(value) == date


@pytest.mark.parametrize(
    "text",
    [
        "Von: Jordan Blake\nBetreff: Hallo\nDatum: 3.5.2024\nAn: Sam\n\nMoin",
        "De : Jordan Blake\nEnvoyé : vendredi\nÀ : Sam\nObjet : Hallo\n\nMoin",
        "*From:* Jordan Blake\n*Subject:* Hallo\n\nMoin",
        "Subject: Hal\n lo\nFrom: Jordan Blake\nMoin",
    ],
)
def test_pasted_header_lines(text: str) -> None:
    message = read_text(text)
    assert (message.sender.name, message.subject.replace(" ", ""), message.body) == (
        "Jordan Blake",
        "Hallo",
        "Moin",
    )


@pytest.mark.parametrize("text", ["Date: 3 June\nPlace: Berlin", "To: all of you", "Note: from me"])
def test_a_message_may_begin_like_a_header(text: str) -> None:
    assert read_text(text).body == text
