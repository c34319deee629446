"""Contacts from files."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demur.storage import Contact, StorageError, read_contacts


def contacts(folder: Path, name: str, content: str | bytes) -> tuple[Contact, ...]:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_contacts(path)


def card(*lines: str) -> str:
    return "\r\n".join(["BEGIN:VCARD", *lines, "END:VCARD", ""])


def test_a_table_tells_all_of_a_person(tmp_path: Path) -> None:
    table = (
        "\ufeffName,fields, Addresses,trusted,met\r\n"
        '"Silva, Ana",tax law; sailing,ana@one.example;ana@two.example,Yes,"at a fair,\nin Oslo"\r\n'
        "Bo Lind,,,no\r\n"
    )
    ana, bo = contacts(tmp_path, "people.CSV", table)
    assert ana == Contact(
        line=3,
        name="Silva, Ana",
        addresses=("ana@one.example", "ana@two.example"),
        met="at a fair,\nin Oslo",
        trusted=True,
        fields=("tax law", "sailing"),
    )
    assert bo == Contact(line=4, name="Bo Lind", trusted=False)


def test_a_name_is_all_that_a_table_needs(tmp_path: Path) -> None:
    assert contacts(tmp_path, "people.csv", "name\nAna Silva\n") == (Contact(line=2, name="Ana Silva"),)


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("name,phone\nAna,123\n", "line 1: there is a column 'phone'"),
        ("addresses\nana@one.example\n", "line 1: there is no column 'name'"),
        ("", "line 1: there is no column 'name'"),
        ("name,met\nAna,\n ,Oslo\n", "line 3: the name is missing"),
        ("name,addresses\nAna,ana at one\n", "line 2: 'ana at one' is no address"),
        ("name,trusted\nAna,perhaps\n", "line 2: 'perhaps' in the column 'trusted'"),
        ("name,met\nAna,Oslo,2024\n", "line 2: there are more cells than columns"),
        ('name\n"Ana\n', "line 2: unexpected end of data"),
    ],
)
def test_a_wrong_table_is_said_with_its_line(tmp_path: Path, table: str, said: str) -> None:
    with pytest.raises(StorageError) as error:
        contacts(tmp_path, "people.csv", table)
    assert f"people.csv, {said}" in error.value.message
    assert error.value.hint


def test_a_card_gives_name_and_addresses(tmp_path: Path) -> None:
    text = card(
        *("VERSION:4.0", "FN:Ana Silva\\, MD", "N:Silva;Ana;;;", "EMAIL;TYPE=work:ana@one.example"),
        *('item1.EMAIL;X="a:b;c":ana@two', " .example", "NOTE:FN:somebody else", "TEL:+47 123"),
    )
    assert contacts(tmp_path, "ana.vcf", text) == (
        Contact(line=1, name="Ana Silva, MD", addresses=("ana@one.example", "ana@two.example")),
    )


def test_a_card_of_an_old_telephone_is_read(tmp_path: Path) -> None:
    coded = "CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE"
    text = card("VERSION:2.1", f"N;{coded}:M=C3=BCller;J=C3=", "=B6rg;;", "EMAIL;INTERNET:jorg@example.org")
    assert contacts(tmp_path, "old.vcf", text) == (
        Contact(line=1, name="Jörg Müller", addresses=("jorg@example.org",)),
    )


def test_cards_without_a_name_and_addresses_that_are_none_are_left_out(tmp_path: Path) -> None:
    text = card("TEL:+47 123") + card("fn:Bo Lind", "EMAIL:none", "rubbish") + card("N:;Cher;;;")
    assert [(one.line, one.name, one.addresses) for one in contacts(tmp_path, "all.vcf", text)] == [
        (4, "Bo Lind", ()),
        (9, "Cher", ()),
    ]


def test_what_holds_no_contacts_is_said(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match=r"a\.vcf holds no cards"):
        contacts(tmp_path, "a.vcf", "BEGIN:VCALENDAR\nEND:VCALENDAR\n")
    with pytest.raises(StorageError, match=r"neither a \.vcf nor a \.csv"):
        contacts(tmp_path, "a.xlsx", "")
    with pytest.raises(StorageError, match="not UTF-8"):
        contacts(tmp_path, "a.csv", b"name\nJ\xf6rg\n")
    with pytest.raises(StorageError, match=r"There is no .*none\.csv"):
        read_contacts(tmp_path / "none.csv")


@given(st.text(st.characters(codec="utf-8")), st.sampled_from(["csv", "vcf"]))
def test_any_text_holds_contacts_or_is_refused(
    tmp_path_factory: pytest.TempPathFactory, text: str, kind: str
) -> None:
    text = {"csv": f"name,addresses\n{text}", "vcf": card(f"FN:A\n{text}")}[kind]
    with suppress(StorageError):
        assert all(one.name for one in contacts(tmp_path_factory.getbasetemp(), f"any.{kind}", text))
