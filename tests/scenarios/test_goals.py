"""What the user is after, and what a yes could bring."""

import datetime as dt

import pytest

from story import TODAY, Story

SAILING = "Your talk at Harbour Conf changed how I sail. Could I have 15 minutes to talk about sailing?"
WORKSHOP = "We're excited to invite you to our workshop at the library!"
HYGIENIST = "I think you'd be a perfect fit for our Dental Hygienist position! Interested in chatting?"
DEVELOPER = "We are looking for a senior developer to deliver new products."
MONTH = dt.timedelta(weeks=4)


# fits-goal and no-goal


@pytest.mark.parametrize("about", ["product design", "the design of products", "Designing products"])
def test_a_talk_about_a_goal_in_whatever_form(user: Story, about: str) -> None:
    user.tells(goals=[{"kind": "mentor", "about": about}])
    told = user.reads("Would you have 15 minutes to talk about designing products?")
    assert told.strengths["fits-goal"] == 2
    assert told.entries["fits-goal"] == (about,)
    assert told.move == "accept"


@pytest.mark.parametrize("about", ["HR", "human resources", "people operations"])
def test_a_talk_about_a_goal_in_words_of_the_same_meaning(user: Story, about: str) -> None:
    user.tells(goals=[{"kind": "campaign", "about": about}], targets={"functions": ["marketing"]})
    told = user.reads("Could I have 15 minutes to talk about human resources?")
    assert told.entries["fits-goal"] == (about,)
    assert "no-goal" not in told.strengths


def test_who_wants_clients_is_not_served_by_a_seller(user: Story) -> None:
    user.tells(goals=[{"kind": "new-clients"}])
    told = user.reads("Would you like to schedule a demo of our software?")
    assert "fits-goal" not in told.strengths
    assert told.entries["no-goal"] == ("new clients",)


def test_a_talk_that_serves_none_of_the_goals(user: Story) -> None:
    user.tells(goals=[{"kind": "mentor", "about": "product design"}, {"kind": "credibility"}])
    told = user.reads(SAILING)
    assert told.strengths["no-goal"] == 2
    assert told.entries["no-goal"] == ("product design", "credibility")
    assert told.move == "decline-honest"


def test_one_goal_served_of_two_is_enough(user: Story) -> None:
    user.tells(
        goals=[{"kind": "mentor", "about": "product design"}, {"kind": "campaign", "about": "sailing"}]
    )
    told = user.reads(SAILING)
    assert "no-goal" not in told.strengths
    assert told.entries["fits-goal"] == ("sailing",)


def test_half_of_a_goal_is_none(user: Story) -> None:
    user.tells(goals=[{"kind": "campaign", "about": "sailing for schools"}])
    assert "no-goal" in user.reads(SAILING).strengths


def test_a_target_that_is_met_is_a_goal(user: Story) -> None:
    user.tells(goals=[{"kind": "mentor", "about": "product design"}], targets={"industries": ["sailing"]})
    told = user.reads(SAILING)
    assert "no-goal" not in told.strengths
    assert told.entries["fits-goal"] == ("sailing",)


def test_who_set_no_goals_misses_none(user: Story) -> None:
    assert not {"no-goal", "off-target", "fits-goal"} & user.reads(SAILING).strengths.keys()


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("credibility", "We would love to have you on our podcast to discuss tides."),
        ("like-minded", "We're hosting a breakfast for designers on 6th April."),
        ("mentor", "I would be happy to mentor you if you like."),
    ],
)
def test_some_offers_serve_a_goal_whatever_it_is_about(user: Story, kind: str, text: str) -> None:
    user.tells(goals=[{"kind": kind}])
    assert user.reads(text).strengths["fits-goal"] == 2
    assert "fits-goal" not in user.reads(SAILING).strengths


def test_a_thank_you_note_serves_no_goal_and_need_not(user: Story) -> None:
    user.tells(goals=[{"kind": "credibility"}], targets={"industries": ["fintech"]})
    found = user.reads("Thank you for the lovely coffee yesterday.").strengths
    assert not {"no-goal", "off-target"} & found.keys()


# practice and may-surprise


def test_an_interview_for_another_job_is_practice_and_may_surprise(user: Story) -> None:
    told = user.reads(HYGIENIST)
    assert (told.strengths["practice"], told.strengths["may-surprise"]) == (2, 2)
    assert told.move == "accept-practice"


def test_an_interview_for_the_job_one_wants_is_no_mere_practice(user: Story) -> None:
    user.tells(targets={"roles": ["senior developer"]})
    told = user.reads(DEVELOPER)
    assert told.entries["fits-goal"] == ("senior developer",)
    assert told.move == "accept"


def test_an_event_off_target_is_practice_still(user: Story) -> None:
    user.tells(targets={"industries": ["fintech"]})
    told = user.reads(WORKSHOP)
    assert {"off-target", "practice", "may-surprise"} <= told.strengths.keys()
    assert told.strengths["may-surprise"] == 1
    assert told.move == "accept-practice"


def test_a_bad_memory_is_no_practice(user: Story) -> None:
    user.knows("Bo Lind", "bo@example.org").was("bad")
    assert user.reads(WORKSHOP).move == "decline"


def test_on_a_break_practice_can_wait_but_is_named(user: Story) -> None:
    user.tells(breaks=[{"start": TODAY, "end": TODAY}])
    told = user.reads(HYGIENIST)
    assert told.move == "decline-break"
    assert {"practice", "may-surprise"} <= told.second_look


def test_a_favour_is_no_practice(user: Story) -> None:
    assert not {"practice", "may-surprise"} & user.reads(SAILING).strengths.keys()


# early-days


@pytest.mark.parametrize("began", [TODAY, TODAY - MONTH + dt.timedelta(days=1)])
def test_in_the_first_weeks_one_says_yes_to_mostly_anything(user: Story, began: dt.date) -> None:
    user.tells(networking_since=began, limits={"early_weeks": 4}, targets={"industries": ["fintech"]})
    told = user.reads(SAILING)
    assert told.strengths["early-days"] == 2
    assert told.entries["early-days"] == (f"networking since {began.isoformat()}",)
    assert told.move == "accept"


@pytest.mark.parametrize("began", [TODAY - MONTH, TODAY + dt.timedelta(days=1)])
def test_the_first_weeks_are_over_or_have_not_begun(user: Story, began: dt.date) -> None:
    user.tells(networking_since=began, limits={"early_weeks": 4}, targets={"industries": ["fintech"]})
    told = user.reads(SAILING)
    assert "early-days" not in told.strengths
    assert told.move == "decline-honest"


def test_in_the_first_weeks_too_a_referral_is_too_soon(user: Story) -> None:
    user.tells(networking_since=TODAY, limits={"early_weeks": 4})
    told = user.reads("Could you refer me to the hiring manager?")
    assert told.move == "decline-help"
    assert "early-days" in told.second_look
