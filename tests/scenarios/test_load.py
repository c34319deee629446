"""How much the user has taken on already."""

import datetime as dt

import pytest

from story import TODAY, Story

COFFEE = "Shall we have a coffee and talk about tidal energy?"
FRIDAY = dt.date(2026, 4, 3)
REST = {"start": TODAY, "end": FRIDAY, "reason": "rest"}


# overcommitted


def test_five_coffees_accepted_this_month_and_two_kept_when_a_sixth_request_arrives(user: Story) -> None:
    user.answered("accept", 2, ago=20, state="kept")
    user.answered("accept", 3, ago=12)
    told = user.reads(COFFEE)
    assert told.strengths["overcommitted"] == 2
    assert told.entries["overcommitted"] == ("2 of 5 accepted requests kept",)
    assert told.move == "decline"
    assert told.because == {"overcommitted"}


def test_five_coffees_accepted_and_all_of_them_kept(user: Story) -> None:
    user.answered("accept", 5, ago=12, state="kept")
    assert "overcommitted" not in user.reads(COFFEE).strengths


def test_one_coffee_still_to_come_decides_nothing(user: Story) -> None:
    user.answered("accept", ago=3)
    told = user.reads(f"Your talk at Harbour Conf changed how I plan. {COFFEE}")
    assert told.strengths["overcommitted"] == 1
    assert told.entries["overcommitted"] == ("0 of 1 accepted request kept",)
    assert told.move == "accept"


def test_what_was_accepted_over_a_month_ago_is_history(user: Story) -> None:
    user.answered("accept", 4, ago=30, state="broken")
    assert "overcommitted" not in user.reads(COFFEE).strengths


def test_what_was_accepted_29_days_ago_is_not(user: Story) -> None:
    user.answered("accept", 4, ago=29, state="broken")
    assert user.reads(COFFEE).strengths["overcommitted"] == 2


def test_declining_a_lot_is_no_load(user: Story) -> None:
    user.answered("decline", 9)
    user.answered("decline-help", 9)
    assert "overcommitted" not in user.reads(COFFEE).strengths


def test_yes_for_the_sake_of_practice_is_a_yes(user: Story) -> None:
    user.answered("accept-practice", 3)
    assert user.reads(COFFEE).strengths["overcommitted"] == 2


def test_as_many_open_requests_as_the_limit_allows(user: Story) -> None:
    user.tells(limits={"open_requests": 3})
    user.answered("accept", 3, ago=50)
    assert "overcommitted" not in user.reads(COFFEE).strengths


def test_one_open_request_beyond_the_limit(user: Story) -> None:
    user.tells(limits={"open_requests": 3})
    user.answered("accept", 4, ago=50)
    told = user.reads(COFFEE)
    assert told.entries["overcommitted"] == ("4 open requests, your limit is 3",)
    assert told.move == "decline"


def test_an_overloaded_user_still_helps_somebody_who_knows_them(user: Story) -> None:
    user.answered("accept", 3)
    user.knows("Bo Lind", "bo@example.org").was("good")
    told = user.reads(COFFEE)
    assert {"overcommitted", "good-history"} <= told.strengths.keys()
    assert told.move == "decline-help"
    assert "good-history" in told.second_look


# burnt-out


@pytest.mark.parametrize("day", [TODAY, FRIDAY])
def test_a_break_holds_from_its_first_day_to_its_last(user: Story, day: dt.date) -> None:
    user.tells(breaks=[REST])
    user.today = day
    told = user.reads(COFFEE)
    assert told.strengths["burnt-out"] == 3
    assert told.entries["burnt-out"] == ("rest, until 2026-04-03",)
    assert told.move == "decline-break"


@pytest.mark.parametrize("days", [-1, 4])
def test_a_break_holds_neither_before_nor_after(user: Story, days: int) -> None:
    user.tells(breaks=[REST])
    user.today = TODAY + dt.timedelta(days=days)
    assert "burnt-out" not in user.reads(COFFEE).strengths


def test_a_break_of_one_day(user: Story) -> None:
    user.tells(breaks=[{"start": TODAY, "end": TODAY}])
    assert user.reads(COFFEE).entries["burnt-out"] == ("set by you, until 2026-03-31",)


def test_as_many_meetings_this_week_as_the_limit_allows(user: Story) -> None:
    user.tells(limits={"weekly_meetings": 2})
    user.answered("accept", 2, ago=6, state="kept")
    assert "burnt-out" not in user.reads(COFFEE).strengths


def test_one_meeting_this_week_beyond_the_limit(user: Story) -> None:
    user.tells(limits={"weekly_meetings": 2})
    user.answered("accept", 3, ago=6, state="kept")
    told = user.reads(COFFEE)
    assert told.strengths["burnt-out"] == 2
    assert told.entries["burnt-out"] == ("3 meetings this week, your limit is 2",)
    assert told.move == "decline-break"


def test_last_weeks_meetings_are_no_load(user: Story) -> None:
    user.tells(limits={"weekly_meetings": 2})
    user.answered("accept", 9, ago=7, state="kept")
    assert "burnt-out" not in user.reads(COFFEE).strengths


def test_a_seller_is_not_put_off_until_after_the_break(user: Story) -> None:
    user.tells(breaks=[REST])
    told = user.reads("We provide SEO services at the top level. Would you like a demo?")
    assert {"burnt-out", "selling"} <= told.strengths.keys()
    assert told.move == "decline"


# crunch


def test_a_launch_comes_first_until_its_last_day(user: Story) -> None:
    user.tells(crunches=[{"start": dt.date(2026, 3, 1), "end": TODAY, "reason": "launch"}])
    told = user.reads(COFFEE)
    assert told.strengths["crunch"] == 3
    assert told.entries["crunch"] == ("launch, until 2026-03-31",)
    assert told.move == "decline-crunch"
    user.today = TODAY + dt.timedelta(days=1)
    assert "crunch" not in user.reads(COFFEE).strengths


def test_who_is_on_a_break_in_a_crunch_is_on_a_break(user: Story) -> None:
    user.tells(breaks=[REST], crunches=[REST | {"reason": "launch"}])
    told = user.reads(COFFEE)
    assert {"burnt-out", "crunch"} <= told.strengths.keys()
    assert told.move == "decline-break"


# follow-up-first


def test_people_met_wait_for_more_follow_ups_than_the_limit_allows(user: Story) -> None:
    user.tells(limits={"overdue_follow_ups": 1})
    for name in ("Ana Silva", "Cy Noor"):
        user.knows(name, met="at a fair").waits(due=TODAY - dt.timedelta(days=1))
    told = user.reads(COFFEE)
    assert told.strengths["follow-up-first"] == 2
    assert told.entries["follow-up-first"] == ("2 overdue follow-ups, your limit is 1",)
    assert told.move == "decline-help"


def test_as_many_overdue_follow_ups_as_the_limit_allows(user: Story) -> None:
    user.tells(limits={"overdue_follow_ups": 1})
    user.knows("Ana Silva").waits(due=TODAY - dt.timedelta(days=1))
    assert "follow-up-first" not in user.reads(COFFEE).strengths


def test_a_follow_up_due_today_or_done_late_is_not_overdue(user: Story) -> None:
    user.tells(limits={"overdue_follow_ups": 0})
    user.knows("Ana Silva").waits(due=TODAY).waits(due=dt.date(2026, 1, 1), done=TODAY)
    assert "follow-up-first" not in user.reads(COFFEE).strengths
    user.today = TODAY + dt.timedelta(days=1)
    told = user.reads(COFFEE)
    assert told.entries["follow-up-first"] == ("1 overdue follow-up, your limit is 0",)


def test_without_limits_nothing_is_too_much(user: Story) -> None:
    user.answered("accept", 9, ago=40)
    user.answered("accept", 9, ago=2, state="kept")
    user.knows("Ana Silva").waits(due=dt.date(2026, 1, 1)).waits(due=dt.date(2026, 1, 2))
    found = user.reads(COFFEE).strengths
    assert not {"overcommitted", "burnt-out", "follow-up-first"} & found.keys()
