"""E-mails: the text that was written, never what is attached, and no way to hold the reader up."""

from pathlib import Path

import pytest

from demur.intake import IntakeError, read_bytes, read_file, read_text

HEAD = b"From: Jordan <j@b.example>\nSubject: Hi\n"


def mixed(*parts: bytes, kind: bytes = b"mixed") -> bytes:
    body = b"".join(b"--b\n" + part + b"\n" for part in parts)
    return HEAD + b"Content-Type: multipart/" + kind + b"; boundary=b\n\n" + body + b"--b--\n"


PLAIN = b"Content-Type: text/plain\n\nplain words"
HTML = b"Content-Type: text/html\n\n<p>rich words"
ATTACHED = b"Content-Disposition: attachment; filename=x.txt\nContent-Type: text/plain\n\nattached words"
ENCLOSED = b"Content-Type: message/rfc822\n\nSubject: inner\n\ninner words"
EMPTY = b"Content-Type: text/plain\n\n \n"


@pytest.mark.parametrize(
    ("content", "body"),
    [
        (HEAD + b"\nplain words", "plain words"),
        (HEAD + b"Content-Type: text/plain; charset=iso-8859-1\n\ncaf\xe9", "café"),
        (HEAD + b"Content-Type: text/plain; charset=no-such\n\ncaf\xc3\xa9", "café"),
        (HEAD + b"Content-Type: text/plain; charset=us-ascii\n\ncaf\xc3\xa9", "café"),
        (HEAD + b"Content-Transfer-Encoding: base64\n\ncGxhaW4gd29yZHM=", "plain words"),
        (HEAD + b"Content-Transfer-Encoding: quoted-printable\n\nplain=20wo=\nrds", "plain words"),
        (mixed(HTML, PLAIN, kind=b"alternative"), "plain words"),
        (mixed(ATTACHED, PLAIN), "plain words"),
        (mixed(ENCLOSED, HTML), "rich words"),
        (mixed(EMPTY, HTML), "rich words"),
    ],
)
def test_the_text_of_the_message_itself(content: bytes, body: str) -> None:
    assert read_bytes(b"MIME-Version: 1.0\n" + content).body == body


@pytest.mark.parametrize("part", [ATTACHED, ENCLOSED, EMPTY, b"Content-Type: image/png\n\nxyz"])
def test_no_text(part: bytes) -> None:
    with pytest.raises(IntakeError, match="no text in this e-mail"):
        read_bytes(b"MIME-Version: 1.0\n" + mixed(part))


def test_the_pasted_source_of_an_email_is_read_as_one() -> None:
    source = "MIME-Version: 1.0\r\n" + mixed(PLAIN, HTML).decode().replace("\n", "\r\n")
    message = read_text(source)
    assert (message.subject, message.sender.name, message.body) == ("Hi", "Jordan", "plain words")


def test_no_email(tmp_path: Path) -> None:
    (tmp_path / "x.eml").write_bytes(b"just words\n")
    with pytest.raises(IntakeError, match="does not look like an e-mail"):
        read_file(tmp_path / "x.eml")


def nested(levels: int) -> bytes:
    heads = (f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(levels))
    return HEAD + "".join(heads).encode() + b"\nplain words"


@pytest.mark.parametrize(
    "content",
    [
        nested(1500),
        HEAD + b"Content-Type: message/rfc822\n\n" * 1500 + b"plain words",
        HEAD + b"X: y\n" * 10_000 + b"\nplain words",
        HEAD + b"X: " + b"y" * 1_000_000 + b"\n\nplain words",
        HEAD + b"Content-Type: text/plain" + b"; a*1*=b" * 100_000 + b"\n\nplain words",
        mixed(*[PLAIN] * 10_000),
        HEAD + b"Content-Type: text/html\n\n" + b"<div>" * 100_000,
        HEAD + b"Content-Type: text/html\n\n<p " + b"a " * 100_000,
        HEAD + b"Content-Type: text/html\n\n" + b"x" * 3_000_000,
    ],
    ids=[
        "levels",
        "enclosed",
        "headers",
        "long header",
        "parameters",
        "parts",
        "tags",
        "attributes",
        "long",
    ],
)
def test_a_bomb_is_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.eml").write_bytes(content)
    with pytest.raises(IntakeError, match="too complex to read"):
        read_file(tmp_path / "x.eml")


@pytest.mark.parametrize(
    "content",
    [
        nested(50),
        b"From: " + b"(" * 500 + b"\n\nplain words",
        b"From: " + b"a@b.example, " * 10_000 + b"\n\nplain words",
        b"Subject: " + b"=?utf-8?q?a?= " * 10_000 + b"\n\nplain words",
        b"Content-Disposition: inline" + b"; a=b" * 10_000 + b"\nFrom: a\n\nplain words",
    ],
    ids=["levels", "brackets", "addresses", "encoded words", "parameters"],
)
def test_what_makes_other_parsers_fail_is_read(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.eml").write_bytes(content)
    assert read_file(tmp_path / "x.eml").body == "plain words"


def test_a_text_inside_that_is_too_long(tmp_path: Path) -> None:
    (tmp_path / "x.eml").write_bytes(HEAD + b"\n" + b"word " * 500_000)
    with pytest.raises(IntakeError, match="too long for a message"):
        read_file(tmp_path / "x.eml")
