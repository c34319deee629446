"""Profile, ledger and date, told as stories."""

import datetime as dt

import pytest

from demur.domain.ledger import Expert, LedgerFacts, PersonFacts
from demur.domain.message import Message
from demur.domain.profile import Goal, GoalKind, Limits, Period, Profile, Targets
from demur.domain.reading import Signal
from rulebook import RULEBOOK, TODAY

COFFEE = "Shall we have a coffee and talk about tidal energy?"
REFERRAL = "Could you refer me to the hiring manager?"


def signals(
    body: str, profile: Profile | None = None, ledger: LedgerFacts | None = None, today: dt.date = TODAY
) -> dict[str, Signal]:
    reading = RULEBOOK.read(Message(body=body), profile or Profile(), ledger or LedgerFacts(), today)
    return {signal.id.value: signal for signal in reading.signals}


def test_five_coffees_accepted_and_two_kept_when_a_sixth_request_arrives() -> None:
    signal = signals(COFFEE, ledger=LedgerFacts(accepted=5, kept=2))["overcommitted"]
    assert signal.strength == 2
    assert signal.entries == ("2 of 5 accepted requests kept",)
    assert signal.evidence == ()


def test_one_promise_still_open_weighs_little() -> None:
    assert signals(COFFEE, ledger=LedgerFacts(accepted=2, kept=1))["overcommitted"].strength == 1


def test_a_break_ends_on_its_last_day() -> None:
    profile = Profile(breaks=(Period(start=dt.date(2026, 3, 1), end=dt.date(2026, 3, 14), reason="rest"),))
    assert signals(COFFEE, profile, today=dt.date(2026, 3, 14))["burnt-out"].entries == (
        "rest, until 2026-03-14",
    )
    assert "burnt-out" not in signals(COFFEE, profile, today=dt.date(2026, 3, 15))


def test_a_friend_may_ask_for_a_referral() -> None:
    friend = LedgerFacts(sender=PersonFacts(name="Jo Park", met="Oslo 2023"))
    assert "too-soon" not in signals(REFERRAL, ledger=friend)
    assert signals(REFERRAL)["too-soon"].strength == 2


def test_having_met_badly_is_no_relationship_but_a_bad_history() -> None:
    found = signals(REFERRAL, ledger=LedgerFacts(sender=PersonFacts(name="Max", bad=1, promises_broken=2)))
    assert found["bad-history"].entries == ("2 broken promises",)
    assert "too-soon" in found


def test_a_person_with_both_sides_has_both_histories() -> None:
    found = signals(COFFEE, ledger=LedgerFacts(sender=PersonFacts(name="Max", bad=1, good=2)))
    assert found["bad-history"].strength == 2
    assert found["good-history"].entries == ("2 good exchanges",)


def test_a_question_outside_my_fields_and_somebody_who_can_answer_it() -> None:
    ledger = LedgerFacts(
        experts=(Expert(name="Ida Berg", fields=("tidal energy",)), Expert(name="Bo", fields=("law",)))
    )
    signal = signals(COFFEE, Profile(fields=("product management",)), ledger)["cannot-answer"]
    assert "Ida Berg" in signal.entries
    assert "Bo" not in signal.entries


def test_a_question_inside_my_fields() -> None:
    assert "cannot-answer" not in signals(COFFEE, Profile(fields=("energy",)))


def test_a_talk_that_serves_my_goal() -> None:
    goal = Goal(kind=GoalKind.LIKE_MINDED, about="tidal energies")
    found = signals(COFFEE, Profile(goals=(goal,)))
    assert found["fits-goal"].entries == ("tidal energies",)
    assert "no-goal" not in found


def test_a_target_met_in_other_words_is_no_miss() -> None:
    profile = Profile(
        targets=Targets(industries=("tidal energy", "wind")), goals=(Goal(kind=GoalKind.MENTOR),)
    )
    found = signals(COFFEE, profile)
    assert "fits-goal" in found
    assert "no-goal" not in found
    assert "off-target" not in found


@pytest.mark.parametrize("trusted", ["Ada Lopez", "Ada"])
def test_a_contact_whom_i_trust_weighs_more(trusted: str) -> None:
    body = f"{trusted.split()[0]} suggested that I write to you. {COFFEE}"
    profile = Profile(trusted=(trusted,))
    assert signals(body, profile)["mutual-contact"].strength == 3
    assert signals(body)["mutual-contact"].strength == 2


def test_an_empty_profile_flags_nothing_by_itself() -> None:
    found = signals("The parcel was handed over today.")
    assert found == {}


def test_limits_that_are_not_set_are_not_passed() -> None:
    busy = LedgerFacts(open_requests=50, this_week=50, overdue_follow_ups=50)
    assert not {"overcommitted", "burnt-out", "follow-up-first"} & signals(COFFEE, ledger=busy).keys()
    limits = Limits(open_requests=1, weekly_meetings=1, overdue_follow_ups=1)
    found = signals(COFFEE, Profile(limits=limits), busy)
    assert {"overcommitted", "burnt-out", "follow-up-first"} <= found.keys()
    assert found["follow-up-first"].entries == ("50 overdue follow-ups, your limit is 1",)
