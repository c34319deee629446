"""The other ways out: a link, a page, Markdown, the folder from which a mail program picks up."""

import os
import stat
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from demur.domain.message import Message, Sender
from demur.outbox import (
    OutboxError,
    Reply,
    Tray,
    answer,
    as_eml,
    as_html,
    as_mailto,
    as_markdown,
    blanks,
    save_reply,
    still_blank,
)

unhurried = settings(deadline=None)
TO = Sender(name="Jordan", address="jordan@blake.example")
SIGNS = "\\`*_[]()<>#~|&!{}=-+.:0123456789 ab\nÖש👋"


def words(page: str) -> str:
    return "".join(LexborHTMLParser(f"<div>{page}").text().split())


def test_a_link_says_to_whom_what_and_in_which_words() -> None:
    reply = answer(Message(subject="50% & more?", body="", sender=TO), "No,\nשבת & thanks + more.")
    link = urlsplit(as_mailto(reply))
    assert (link.scheme, link.path) == ("mailto", "jordan@blake.example")
    assert parse_qs(link.query) == {
        "subject": ["Re: 50% & more?"],
        "body": ["No,\r\nשבת & thanks + more."],
    }


@unhurried
@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_no_value_ends_another(address: str, subject: str, text: str) -> None:
    link = urlsplit(as_mailto(Reply(text=text, to=Sender(address=address), subject=subject)))
    assert parse_qs(link.query).keys() <= {"subject", "body"}
    assert link.fragment == ""
    assert not {"\r", "\n"} & set(parse_qs(link.query).get("subject", [""])[0])


def test_what_no_link_can_carry_goes_another_way() -> None:
    assert as_mailto(Reply(text="a" * 1900, to=TO))
    assert not as_mailto(Reply(text="a" * 2000, to=TO))
    assert not as_mailto(Reply(text="No.", to=TO, answers="<a@b.example>"))


def test_a_page_has_the_paragraphs_of_the_text() -> None:
    assert as_html("Hi <b>,\n\nYes & no.\nBest\n") == (
        '<p dir="auto">Hi &lt;b&gt;,</p>\n<p dir="auto">Yes &amp; no.<br>Best</p>'
    )


@unhurried
@given(st.text(SIGNS))
def test_a_page_shows_the_words_of_the_text(text: str) -> None:
    assert words(as_html(text)) == "".join(text.split())


def test_markdown_keeps_lines_and_links() -> None:
    text = "1. See https://e.example/a_b*c.\n- *This* one: a_b, _c_ #1\n\n# Best,\nAlex"
    assert as_markdown(text) == (
        "1\\. See <https://e.example/a_b*c>.\\\n\\- \\*This\\* one: a_b, \\_c\\_ #1\n\n\\# Best,\\\nAlex\n"
    )


@settings(deadline=None, max_examples=500)
@given(st.text(SIGNS))
def test_markdown_shows_the_words_of_the_text(text: str) -> None:
    page = MarkdownIt("gfm-like", {"linkify": False}).render(as_markdown(text))
    assert words(page) == "".join(text.split())
    assert page.count("<br") == sum(
        paragraph.strip().count("\n")
        for paragraph in "\n".join(map(str.strip, text.split("\n"))).split("\n\n")
    )


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("reply.txt", b"*Hi*"),
        ("reply", b"*Hi*"),
        ("reply.MD", b"\\*Hi\\*\n"),
        ("reply.eml", as_eml(Reply(text="*Hi*", to=TO))),
    ],
)
def test_the_suffix_says_as_what_a_reply_is_saved(name: str, content: bytes, tmp_path: Path) -> None:
    save_reply(tmp_path / name, Reply(text="*Hi*", to=TO))
    assert (tmp_path / name).read_bytes() == content


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Thanks for [topic], [your name]. [topic]!", ("[topic]", "[your name]")),
        ("About $topic and ${date}: ____", ("$topic", "${date}", "____")),
        ("It costs $50, see [1] and snake_case.", ()),
    ],
)
def test_blanks(text: str, found: tuple[str, ...]) -> None:
    assert blanks(text) == found


def test_blanks_are_named() -> None:
    assert still_blank(("[topic]",)) == "“[topic]” is still blank in the reply."
    assert still_blank(("[topic]", "$date")) == "“[topic]”, “$date” are still blank in the reply."


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Jordan wrote:"),
        ("de", "Jordan schrieb:"),
        ("fr", "Jordan a écrit :"),
        ("es", "Jordan escribió:"),
        ("pl", "Jordan wrote:"),
    ],
)
def test_a_quote_says_whose_words_it_holds(language: str, line: str) -> None:
    message = Message(body="One\n\n> two", sender=TO, language=language)
    assert answer(message, "No.", quoting=True).text == f"No.\n\n{line}\n> One\n>\n>> two\n"


def test_a_quote_of_nobody_is_a_quote() -> None:
    assert answer(Message(body="One"), "No.", quoting=True).text == "No.\n\n> One\n"


def test_what_is_put_into_the_tray_is_for_its_owner_alone(tmp_path: Path) -> None:
    first, second = (Tray(tmp_path / "out").put(b"mail") for _ in range(2))
    assert first != second
    assert first.read_bytes() == b"mail"
    assert stat.S_IMODE(first.stat().st_mode) == 0o600
    assert stat.S_IMODE(first.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(first.parent.parent.stat().st_mode) == 0o700


def test_the_tray_is_cleared_of_what_was_there_long_enough(tmp_path: Path) -> None:
    tray = Tray(tmp_path)
    old, new = tray.put(b"old"), tray.put(b"new")
    os.utime(old.parent, (0, 0))
    tray.clear()
    assert list(tmp_path.iterdir()) == [new.parent]
    Tray(tmp_path / "never made").clear()


def test_a_tray_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(OutboxError):
        Tray(tmp_path / "out").put(b"mail")
