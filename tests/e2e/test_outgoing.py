"""A reply as a file for the mail program, from the command to the bytes."""

import datetime as dt
import email
import email.policy
from email.message import EmailMessage
from pathlib import Path

from fast_mail_parser import parse_email

from command_line import answer, demur, slots
from demur.storage import Interaction, Ledger, Note, Outcome, Person

DAY = dt.date(2026, 1, 5)
MAIL = """\
From: =?utf-8?q?J=C3=B6rdan_Blake?= <jordan@blake.example>
Reply-To: desk@blake.example
Subject: RE: =?utf-8?q?a=0ABcc:_x@evil.example?=
Message-ID: <b@blake.example>
References: <a@home.example>
Date: Tue, 3 Mar 2026 10:12:08 +0100
MIME-Version: 1.0

Hi, we have never met. Could you refer me to the hiring manager at your company?
"""


def written(home: Path, *options: str, given: str = MAIL) -> EmailMessage:
    path = home / "reply.eml"
    done = demur(home, "draft", "--model", "none", "--eml", str(path), *options, *slots(), "-", given=given)
    assert done.returncode == 0, done.stderr
    read = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert isinstance(read, EmailMessage)
    assert sorted(read.keys()) == sorted(parse_email(path.read_bytes()).headers)
    return read


def test_the_draft_stands_below_the_mail_and_says_what_is_shown(tmp_path: Path) -> None:
    mail = written(tmp_path)
    assert mail["To"].addresses[0].addr_spec == "desk@blake.example"
    assert mail["Subject"] == "Re: a Bcc: x@evil.example"
    assert mail["In-Reply-To"] == "<b@blake.example>"
    assert mail["References"] == "<a@home.example> <b@blake.example>"
    assert "Bcc" not in mail
    shown = answer(tmp_path, "draft", "--model", "none", *slots(), "-", given=MAIL)["draft"]["text"]
    assert mail.get_content().replace("\r\n", "\n") == f"{shown}\n"


def test_the_mail_is_quoted_on_demand(tmp_path: Path) -> None:
    text = written(tmp_path, "--quote").get_content()
    assert "wrote:\r\n> Hi, we have never met." in text.replace("\n", "\r\n").replace("\r\r\n", "\r\n")


def test_nothing_that_is_noted_about_the_sender_leaves(tmp_path: Path) -> None:
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        person = ledger.add_person(Person(name="Jördan Blake", addresses=("jordan@blake.example",))).id
        told = Interaction(day=DAY, outcome=Outcome.BAD, note="stood me up at the zoo")
        ledger.record_interaction(person, told)
        ledger.record_note(person, Note(text="borrows money", source="Kim"))
    mail = written(tmp_path, "--ledger", str(tmp_path / "ledger.sqlite"), "--quote").as_string()
    assert not {"zoo", "borrows", "Kim"} & set(mail.replace(".", " ").split())


def test_a_draft_that_cannot_be_saved_is_shown_all_the_same(tmp_path: Path) -> None:
    path = str(tmp_path / "nowhere" / "reply.eml")
    done = demur(tmp_path, "draft", "--model", "none", "--eml", path, *slots(), "-", given=MAIL)
    assert done.returncode == 1
    assert "Best wishes" in done.stdout
    assert "There is no folder" in done.stderr


def test_options_that_make_no_sense(tmp_path: Path) -> None:
    assert demur(tmp_path, "draft", "--quote", "-", given=MAIL).returncode == 2
    named = demur(tmp_path, "draft", "--eml", "reply.txt", "-", given=MAIL)
    assert named.returncode == 2
    assert "does not end in .eml" in named.stderr
