"""What the user remembers of the sender, and whom they take the sender for."""

import pytest

from story import Story

COFFEE = "Shall we have a coffee and talk about tidal energy?"
REFERRAL = "Could you refer me to the hiring manager?"


# bad-history


def test_somebody_who_did_not_show_up_asks_again(user: Story) -> None:
    user.knows("Bo Lind", "bo@example.org").was("bad", "did not show up")
    told = user.reads(COFFEE)
    assert told.strengths["bad-history"] == 3
    assert told.entries["bad-history"] == ("2026-03-31: did not show up",)
    assert told.move == "decline"


def test_somebody_who_broke_a_promise_asks_again(user: Story) -> None:
    user.knows("Bo Lind", "bo@example.org").promised("send the figures", "broken")
    assert user.reads(COFFEE).entries["bad-history"] == ("1 broken promise",)


def test_a_promise_that_is_open_is_neither_good_nor_bad(user: Story) -> None:
    user.knows("Bo Lind", "bo@example.org").promised("send the figures")
    assert not {"bad-history", "good-history"} & user.reads(COFFEE).strengths.keys()


def test_a_dull_meeting_is_no_bad_one(user: Story) -> None:
    user.knows("Bo Lind", "bo@example.org", met="Oslo").was("neutral", "little to say", times=3)
    assert not {"bad-history", "good-history"} & user.reads(COFFEE).strengths.keys()


def test_one_bad_day_among_good_ones_is_weighed(user: Story) -> None:
    user.knows("Bo Lind", "bo@example.org").was("bad", "was late").was("good", times=3)
    told = user.reads(COFFEE)
    assert (told.strengths["bad-history"], told.strengths["good-history"]) == (2, 2)
    assert told.entries["bad-history"] == ("2026-03-31: was late",)
    assert told.move == "accept"
    assert "bad-history" in told.second_look


def test_the_bad_experience_of_a_trusted_person_counts(user: Story) -> None:
    user.knows("Ana Silva", trusted=True)
    user.knows("Bo Lind", "bo@example.org").was("bad", "never paid", told_by="ana silva")
    told = user.reads(COFFEE)
    assert told.entries["bad-history"] == ("2026-03-31: never paid (ana silva)",)
    assert told.move == "decline"


def test_whom_the_profile_trusts_is_trusted_too(user: Story) -> None:
    user.tells(trusted=["Ana Silva"])
    user.knows("Bo Lind", "bo@example.org").was("bad", "never paid", told_by="Ana Silva")
    assert user.reads(COFFEE).strengths["bad-history"] == 3


def test_the_bad_experience_of_somebody_not_trusted_is_hearsay(user: Story) -> None:
    user.knows("Ana Silva")
    user.knows("Bo Lind", "bo@example.org").was("bad", "never paid", told_by="Ana Silva")
    assert "bad-history" not in user.reads(COFFEE).strengths


def test_the_good_experience_of_another_is_not_the_users(user: Story) -> None:
    user.knows("Ana Silva", trusted=True)
    user.knows("Bo Lind", "bo@example.org").was("good", "paid at once", told_by="Ana Silva")
    assert "good-history" not in user.reads(COFFEE).strengths


def test_what_is_said_of_a_reputation_is_named(user: Story) -> None:
    user.knows("Bo Lind", "bo@example.org").is_said("took credit for her work", by="Ana Silva")
    told = user.reads(COFFEE)
    assert told.strengths["integrity"] == 2
    assert told.entries["integrity"] == ("took credit for her work (Ana Silva)",)
    assert told.move == "decline"


def test_on_a_break_a_bad_memory_is_not_told_to_come_back(user: Story) -> None:
    user.tells(breaks=[{"start": user.today, "end": user.today}])
    user.knows("Bo Lind", "bo@example.org").was("bad")
    assert user.reads(COFFEE).move == "decline"


# good-history


def test_a_friend_who_kept_promises_may_ask_for_a_referral(user: Story) -> None:
    user.knows("Bo Lind", "bo@example.org").promised("introduce me", "kept", times=2).was("good")
    told = user.reads(REFERRAL)
    assert told.strengths["good-history"] == 2
    assert told.entries["good-history"] == ("2 kept promises", "1 good exchange")
    assert "too-soon" not in told.strengths
    assert told.move == "accept"


def test_a_stranger_may_not(user: Story) -> None:
    user.knows("Bo Lind", "bo@example.org")
    told = user.reads(REFERRAL)
    assert told.strengths["too-soon"] == 2
    assert told.move == "decline-help"


def test_somebody_whom_the_user_has_met_is_no_stranger(user: Story) -> None:
    user.knows("Bo Lind", "bo@example.org", met="at the fair in Oslo")
    told = user.reads(REFERRAL)
    assert not {"too-soon", "good-history"} & told.strengths.keys()


# Who is it?

BAD = "did not show up"


def told_of(user: Story, sender: str, address: str) -> tuple[str, ...]:
    return user.reads(COFFEE, sender, address).entries.get("bad-history", ())


def test_an_address_is_the_same_in_capitals_and_under_another_name(user: Story) -> None:
    user.knows("Bo Lind", "bo@example.org").was("bad", BAD)
    assert told_of(user, "B. L.", "BO@Example.org")


def test_a_name_is_enough_when_no_address_is_on_record(user: Story) -> None:
    user.knows("Bo Lind").was("bad", BAD)
    assert told_of(user, "bo LIND", "bo@example.org")


def test_the_same_name_with_another_address_may_be_another_person(user: Story) -> None:
    user.knows("Bo Lind", "bo@home.example").was("bad", BAD)
    assert not told_of(user, "Bo Lind", "bo@example.org")


def test_two_people_of_one_name_are_told_apart_by_address_alone(user: Story) -> None:
    user.knows("Bo Lind", "bo@home.example").was("bad", BAD)
    user.knows("Bo Lind", "bo@example.org").was("good")
    assert told_of(user, "Bo Lind", "bo@home.example")
    assert not told_of(user, "Bo Lind", "bo@example.org")
    assert not told_of(user, "Bo Lind", "bo@new.example")


@pytest.mark.parametrize("name", ["Bo", "Bo Lindt", "Bó Lind", "Lind Bo"])
def test_a_name_that_is_nearly_the_same_is_not(user: Story, name: str) -> None:
    user.knows("Bo Lind").was("bad", BAD)
    assert not told_of(user, name, "bo@example.org")


def test_a_single_word_is_nobodys_full_name(user: Story) -> None:
    user.knows("Bo").was("bad", BAD)
    assert not told_of(user, "Bo", "bo@example.org")


def test_an_empty_ledger_says_nothing(user: Story) -> None:
    assert not {"bad-history", "good-history", "overcommitted"} & user.reads(COFFEE).strengths.keys()
