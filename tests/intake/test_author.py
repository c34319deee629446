"""Whose messages are one's own, told by profile, by word or by who takes part in all."""

import pytest

from demur.domain.message import Message, Sender
from demur.domain.profile import Profile
from demur.intake import Author, Entry, UnknownAuthorError, find_author

SAM = Sender(name="Sam Hill", address="sam@hill.example")
SAM_AT_WORK = Sender(name="Sam Hill", address="sh@work.example")
JORDAN = Sender(name="Jordan Blake", address="jordan@blake.example")
ROBIN = Sender(name="Robin Marsh")
NOBODY = Profile()


def entry(sender: Sender, *recipients: Sender, conversation: str = "") -> Entry:
    def read() -> Message:
        raise AssertionError("who wrote is told without reading on")

    return Entry("somewhere", read, sender, recipients, conversation or f"{sender}{recipients}")


BOTH_WAYS = [
    entry(SAM, JORDAN, conversation="1"),
    entry(JORDAN, Sender(address="SAM@hill.example"), conversation="1"),
    entry(SAM_AT_WORK, ROBIN, conversation="2"),
    entry(ROBIN, Sender(name="Sam Hill"), conversation="3"),
]


def own(author: Author) -> list[Sender]:
    return [sender for sender in (SAM, SAM_AT_WORK, JORDAN, ROBIN, Sender()) if author.wrote(sender)]


@pytest.mark.parametrize("me", ["Sam Hill", " sam hill ", "SH@work.example", "sam", "Hill Sam"])
def test_who_says_who_they_are_is_known_by_all_their_addresses(me: str) -> None:
    author = find_author(BOTH_WAYS, Profile(name="Jordan Blake"), me)
    assert own(author) == [SAM, SAM_AT_WORK, Sender()]
    assert author.shown == "Sam Hill"


def test_the_profile_tells() -> None:
    assert own(find_author(BOTH_WAYS, Profile(addresses=("Jordan@Blake.example",)))) == [JORDAN, Sender()]
    assert own(find_author(BOTH_WAYS, Profile(name="Robin Marsh"))) == [ROBIN, Sender()]


def test_else_whoever_takes_part_in_every_conversation() -> None:
    assert own(find_author(BOTH_WAYS, NOBODY)) == [SAM, SAM_AT_WORK, Sender()]
    assert own(find_author(BOTH_WAYS, Profile(name="Ada Lund"))) == [SAM, SAM_AT_WORK, Sender()]


def test_a_folder_of_sent_mail_has_one_author() -> None:
    author = find_author([entry(SAM, JORDAN), entry(SAM, ROBIN)], NOBODY)
    assert own(author) == [SAM, SAM_AT_WORK, Sender()]


def test_an_address_without_a_name_is_that_of_the_name_it_was_seen_with() -> None:
    bare = Sender(address="sam@hill.example")
    author = find_author([*BOTH_WAYS, entry(bare, JORDAN, conversation="4")], NOBODY)
    assert author.wrote(bare)
    assert author.shown == "Sam Hill"


def test_what_names_nobody_counts() -> None:
    author = find_author([entry(Sender()), entry(Sender())], NOBODY)
    assert author.shown == ""
    assert author.wrote(Sender())
    assert author.wrote(JORDAN)
    assert find_author([], NOBODY) == author


def test_of_two_in_one_conversation_it_must_be_asked() -> None:
    with pytest.raises(UnknownAuthorError, match="Not all of these") as caught:
        find_author(BOTH_WAYS[:2], NOBODY)
    assert caught.value.people == ("Sam Hill", "Jordan Blake")
    assert "--me" in caught.value.hint


def test_a_first_name_that_two_bear_tells_nothing() -> None:
    both = [*BOTH_WAYS, entry(Sender(name="Sam Lund"), JORDAN, conversation="5")]
    with pytest.raises(UnknownAuthorError, match="Nobody called “Sam”"):
        find_author(both, NOBODY, "Sam")


def test_a_name_that_nobody_bears() -> None:
    with pytest.raises(
        UnknownAuthorError, match=r"Nobody called “Kim”.*Sam Hill, Jordan Blake, Robin Marsh"
    ):
        find_author(BOTH_WAYS, NOBODY, "Kim")
