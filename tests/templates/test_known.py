"""What message and profile tell about a reply."""

import datetime as dt

import pytest

from demur.domain.advice import MoveId
from demur.domain.message import Message, Sender
from demur.domain.profile import Covered, Organisation, Period, Profile, Resource
from demur.domain.template import Slot
from demur.templates import known_slots

TODAY = dt.date(2026, 3, 10)
MESSAGE = Message(
    subject="Question about product management",
    body="I read that you interview product managers. Could we talk?",
    sender=Sender(name="Blake, Jordan", address="jordan@blake.example"),
)
GUILD = Organisation(name="Product Guild", link="https://guild.example", next_meeting="the meetup in May")


def known(profile: Profile, move: MoveId = MoveId.DECLINE, message: Message = MESSAGE) -> dict[Slot, str]:
    return known_slots(message, profile, TODAY, move)


def period(start: str, end: str) -> Period:
    return Period(start=dt.date.fromisoformat(start), end=dt.date.fromisoformat(end))


def test_an_empty_profile_leaves_what_the_message_tells() -> None:
    assert known(Profile()) == {Slot.NAME: "Jordan", Slot.TOPIC: "product management"}


def test_a_letter_to_somebody_else_names_the_sender_in_full() -> None:
    message = MESSAGE.model_copy(update={"subject": "About my move into fintech"})
    for move in (MoveId.ASK_INTRODUCTION, MoveId.MAKE_INTRODUCTION):
        found = known(Profile(), move, message)
        assert (found[Slot.NAME], found[Slot.TOPIC]) == ("Jordan Blake", "their move into fintech")


@pytest.mark.parametrize(
    "me", [Profile(name="blake, jordan"), Profile(addresses=("Jordan@Blake.example",))]
)
def test_a_reply_does_not_greet_its_own_author(me: Profile) -> None:
    assert Slot.NAME not in known(me)


def test_the_user_signs_as_they_wrote_their_name() -> None:
    assert known(Profile(name=" Dr. Alex  Rivera "))[Slot.ME] == "Dr. Alex Rivera"


def test_the_move_decides_which_date_is_meant() -> None:
    profile = Profile(
        breaks=(period("2026-03-01", "2026-03-15"),), crunches=(period("2026-03-10", "2026-04-01"),)
    )
    assert known(profile, MoveId.DECLINE_BREAK)[Slot.DATE] == "15 March"
    assert known(profile, MoveId.DECLINE_CRUNCH)[Slot.DATE] == "1 April"
    assert Slot.DATE not in known(profile, MoveId.ACCEPT)


@pytest.mark.parametrize(
    ("breaks", "date"),
    [
        ([("2026-03-01", "2026-03-09")], None),
        ([("2026-03-11", "2026-03-20")], None),
        ([("2026-03-12", "2026-04-02"), ("2026-03-01", "2026-03-11")], "2 April"),
        ([("2026-03-01", "2026-03-20"), ("2026-03-05", "2026-03-12")], "20 March"),
        ([("2026-03-01", "2026-03-11"), ("2026-03-13", "2026-04-02")], "11 March"),
        ([("2026-03-01", "2027-03-10")], "10 March 2027"),
    ],
)
def test_a_break_ends_on_the_last_day_before_a_free_one(
    breaks: list[tuple[str, str]], date: str | None
) -> None:
    profile = Profile(breaks=tuple(period(*days) for days in breaks))
    assert known(profile, MoveId.DECLINE_BREAK).get(Slot.DATE) == date


def test_the_resource_that_fits_best_is_offered() -> None:
    profile = Profile(
        resources=(
            Resource(title="On gardens", topics=("gardening",)),
            Resource(title="First steps", topics=("product management",)),
            Resource(
                title="Interviews", link="https://x.example", topics=("interviews", "product manager")
            ),
        )
    )
    assert known(profile)[Slot.RESOURCE] == "Interviews (https://x.example)"
    assert Slot.RESOURCE not in known(profile, message=Message(body="Hello there"))


def test_an_organisation_is_named_with_its_link_and_its_meeting_where_one_could_meet() -> None:
    profile = Profile(organisations=(GUILD, Organisation(name="Other")))
    found = known(profile, MoveId.DECLINE_HELP)
    assert found[Slot.ORGANISATION] == "Product Guild (https://guild.example)"
    assert found[Slot.MEETING] == "the meetup in May"
    assert Slot.MEETING not in known(profile, MoveId.THANK_YOU)


def test_whom_one_has_already_is_told_by_what_they_do_not_by_name() -> None:
    profile = Profile(
        covered=(Covered(thing="gardening"), Covered(thing="product management", by="Acme Ltd"))
    )
    assert known(profile, MoveId.DECLINE_HONEST)[Slot.PERSON] == "someone for product management"
    assert Slot.PERSON not in known(profile, MoveId.REFER)
    assert Slot.PERSON not in known(Profile(covered=profile.covered[:1]), MoveId.DECLINE_HONEST)


def test_what_holds_a_placeholder_is_left_to_the_user() -> None:
    profile = Profile(name="[Your name]", organisations=(Organisation(name="<guild>"),))
    assert not {Slot.ME, Slot.ORGANISATION} & known(profile).keys()


def test_broken_characters_do_no_harm() -> None:
    broken = Message(subject="About \ud800", body="\udfff", sender=Sender(name="Jordan \ud800"))
    assert known(Profile(), message=broken) == {Slot.NAME: "Jordan"}
