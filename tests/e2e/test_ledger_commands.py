"""``demur ledger`` as a person uses it."""

import datetime as dt
import json
from pathlib import Path

import pytest

from command_line import SAMPLE, demur
from demur.domain.advice import MoveId
from demur.domain.message import Message, Sender
from demur.domain.request import Request
from demur.storage import Ledger


def test_people_are_imported_looked_up_and_forgotten(tmp_path: Path) -> None:
    table = tmp_path / "people.csv"
    table.write_text("name,addresses,trusted,fields\nAna Silva,ana@one.example,yes,tax\nBo Lind,,,\n")
    assert demur(tmp_path, "ledger", "import", str(table)).stdout.startswith("Added 2, updated 0")
    again = demur(tmp_path, "ledger", "import", str(table)).stdout
    assert "unchanged 1" in again
    assert "line 3: Bo Lind" in again
    assert demur(tmp_path, "ledger", "people", "silva").stdout == (
        "     1  Ana Silva; ana@one.example; knows tax; trusted\n"
    )
    assert "Ana Silva is forgotten" in demur(tmp_path, "ledger", "forget", "ANA@one.example").stdout
    assert demur(tmp_path, "ledger", "people", "silva").stdout == "Nobody is found.\n"
    missing = demur(tmp_path, "ledger", "forget", "ana silva")
    assert (missing.returncode, missing.stdout) == (1, "")
    assert "Nobody called ana silva" in missing.stderr


def test_the_whole_ledger_is_exported(tmp_path: Path) -> None:
    cards, copy, ledger = tmp_path / "a.vcf", tmp_path / "copy.json", str(tmp_path / "my.sqlite")
    cards.write_text("BEGIN:VCARD\nFN:Ana Silva\nEMAIL:ana@one.example\nEND:VCARD\n")
    demur(tmp_path, "ledger", "--ledger", ledger, "import", str(cards))
    assert "people: 1" in demur(tmp_path, "ledger", "--ledger", ledger, "export", str(copy)).stdout
    exported = json.loads(copy.read_text())
    assert (exported["version"], exported["people"][0]["name"]) == (1, "Ana Silva")


def test_check_asks_which_of_two_people_of_one_name_wrote(tmp_path: Path) -> None:
    table, message = tmp_path / "people.csv", tmp_path / "ana.eml"
    table.write_text(
        "name,addresses,met\nAna Silva,ana@one.example,at a fair\nAna Silva,ana@two.example,\n"
    )
    message.write_text("From: Ana Silva <ana@new.example>\nSubject: Coffee\n\nShall we have a coffee?\n")
    demur(tmp_path, "ledger", "import", str(table))
    asked = " ".join(demur(tmp_path, "check", str(message)).stdout.split())
    assert "2 people called Ana Silva are in your ledger, and it is not certain who wrote this" in asked
    assert "1 Ana Silva; ana@one.example; met: at a fair" in asked
    assert "demur ledger address NUMBER ana@new.example" in asked
    json.loads(demur(tmp_path, "check", "--json", str(message)).stdout)
    told = demur(tmp_path, "ledger", "address", "1", "ana@new.example").stdout
    assert told == "ana@new.example is known as Ana Silva's from now on.\n"
    assert "it is not certain" not in demur(tmp_path, "check", str(message)).stdout
    assert "it is not certain" not in demur(tmp_path, "check", str(SAMPLE)).stdout


def test_what_was_accepted_is_settled(tmp_path: Path) -> None:
    path = tmp_path / "my.sqlite"
    with Ledger(path) as ledger:
        message = Message(subject="Coffee", body="Shall we?", sender=Sender(name="Bo Lind"))
        opened = dt.datetime(2026, 3, 1)
        ledger.keep(Request(opened=opened, message=message, advised=MoveId.ACCEPT))
        ledger.decide(1, MoveId.ACCEPT, dt.date(2026, 3, 2))
    asked = ("ledger", "--ledger", str(path))
    assert demur(tmp_path, *asked, "accepted").stdout == "     1  2026-03-01  Bo Lind: Coffee\n"
    assert demur(tmp_path, *asked, "settle", "1", "kept").stdout == "Request 1 is kept.\n"
    assert demur(tmp_path, *asked, "accepted").stdout == "Nothing that you accepted is open.\n"
    assert "Nothing has been decided" in demur(tmp_path, *asked, "settle", "7", "broken").stderr


@pytest.mark.parametrize("action", ["import", "export"])
def test_a_place_that_does_not_exist_is_named(action: str, tmp_path: Path) -> None:
    done = demur(tmp_path, "ledger", action, str(tmp_path / "missing" / "people.csv"))
    assert done.returncode == 1
    assert f"There is no {tmp_path / 'missing'}." in done.stderr
    assert "Check the name." in done.stderr
