"""What the user can answer, and what they have already."""

import pytest

from story import Story

TAX = "Could I ask you a few questions about tax law?"
PLANNER = "I am a financial planner and we help business owners retire early. Shall we talk?"
SEO = "We provide SEO services at the top level. Would you like a demo?"


# cannot-answer


def test_a_question_outside_the_fields_and_nobody_known_who_can_answer(user: Story) -> None:
    user.tells(fields=["product management"])
    told = user.reads(TAX)
    assert told.strengths["cannot-answer"] == 2
    assert told.entries["cannot-answer"] == ("a few questions about tax law",)
    assert told.move == "cannot-help"


def test_a_question_outside_the_fields_and_somebody_known_who_can_answer(user: Story) -> None:
    user.tells(fields=["product management"])
    user.knows("Ida Berg", fields=("tax law", "sailing"))
    user.knows("Cy Noor", fields=("maritime law",))
    told = user.reads(TAX)
    assert told.strengths["cannot-answer"] == 3
    assert told.entries["cannot-answer"] == ("Ida Berg",)
    assert told.why["cannot-answer"].endswith("somebody you know can: Ida Berg.")
    assert told.move == "refer"


def test_of_several_experts_the_trusted_come_first(user: Story) -> None:
    user.tells(fields=["product management"])
    user.knows("Ida Berg", fields=("tax law",))
    user.knows("Ana Silva", fields=("taxes",), trusted=True)
    assert user.reads(TAX).entries["cannot-answer"] == ("Ana Silva", "Ida Berg")


def test_nobody_is_referred_to_themself(user: Story) -> None:
    user.tells(fields=["product management"])
    user.knows("Bo Lind", "bo@example.org", fields=("tax law",))
    assert user.reads(TAX).move == "cannot-help"


@pytest.mark.parametrize("field", ["tax law", "Taxes", "laws on tax"])
def test_a_question_inside_the_fields_however_they_are_written(user: Story, field: str) -> None:
    user.tells(fields=[field])
    user.knows("Ida Berg", fields=("tax law",))
    told = user.reads(TAX)
    assert "cannot-answer" not in told.strengths
    assert told.move == "accept"


def test_a_field_that_only_begins_alike_is_another(user: Story) -> None:
    user.tells(fields=["taxi driving"])
    assert "cannot-answer" in user.reads(TAX).strengths


@pytest.mark.parametrize("field", ["VC", "venture capital"])
def test_an_expert_is_found_in_other_words_of_the_same_meaning(user: Story, field: str) -> None:
    user.tells(fields=["product management"])
    user.knows("Ida Berg", fields=(field,))
    for asked in ("venture capital", "VC"):
        told = user.reads(f"Could I ask you a few questions about {asked}?")
        assert told.entries["cannot-answer"] == ("Ida Berg",)


def test_a_request_without_a_question_needs_no_answer(user: Story) -> None:
    user.tells(fields=["product management"])
    assert "cannot-answer" not in user.reads("Shall we have a coffee?").strengths


def test_who_told_no_fields_may_be_asked_anything(user: Story) -> None:
    user.knows("Ida Berg", fields=("tax law",))
    assert "cannot-answer" not in user.reads(TAX).strengths


# already-covered


def test_somebody_offers_what_the_user_has_somebody_for(user: Story) -> None:
    user.tells(covered=[{"thing": "financial planner", "by": "Rosa Diaz"}])
    told = user.reads(PLANNER)
    assert told.strengths["already-covered"] == 2
    assert told.entries["already-covered"] == ("financial planner: Rosa Diaz",)
    assert told.move == "decline-honest"


def test_somebody_offers_something_else(user: Story) -> None:
    user.tells(covered=[{"thing": "accountant"}])
    told = user.reads(PLANNER)
    assert "already-covered" not in told.strengths
    assert told.move == "decline"


def test_asking_after_what_the_user_has_is_no_offer(user: Story) -> None:
    user.tells(covered=[{"thing": "accountant"}])
    assert "already-covered" not in user.reads("Could you recommend me to your accountant?").strengths


def test_a_good_acquaintance_is_told_the_same_honestly(user: Story) -> None:
    user.tells(covered=[{"thing": "SEO"}])
    user.knows("Bo Lind", "bo@example.org").was("good")
    told = user.reads(SEO)
    assert {"already-covered", "good-history"} <= told.strengths.keys()
    assert told.move == "decline-honest"


# off-target


SAILING = "Your talk at Harbour Conf changed how I sail. Could I have 15 minutes to talk about sailing?"


def test_a_talk_far_from_the_targets(user: Story) -> None:
    user.tells(targets={"industries": ["fintech"], "roles": ["head of product"]})
    told = user.reads(SAILING)
    assert told.strengths["off-target"] == 2
    assert told.entries["off-target"] == ("fintech", "head of product")
    assert told.move == "decline-honest"


def test_a_talk_on_target(user: Story) -> None:
    user.tells(targets={"industries": ["sailing"]})
    told = user.reads(SAILING)
    assert "off-target" not in told.strengths
    assert told.entries["fits-goal"] == ("sailing",)
    assert told.move == "accept"


def test_what_the_sender_wants_is_not_said_so_nobody_knows_whether_it_fits(user: Story) -> None:
    user.tells(targets={"industries": ["fintech"]}, goals=[{"kind": "mentor"}])
    told = user.reads("I'd love to connect!")
    assert not {"off-target", "no-goal"} & told.strengths.keys()
    assert told.move == "ask-details"


def test_somebody_who_can_hire_is_not_off_target(user: Story) -> None:
    user.tells(targets={"industries": ["fintech"]})
    told = user.reads(
        "I think you'd be a perfect fit for our Dental Hygienist position! Interested in chatting?"
    )
    assert "off-target" not in told.strengths
    assert told.move == "accept-practice"


def test_an_old_acquaintance_may_talk_of_anything(user: Story) -> None:
    user.tells(targets={"industries": ["fintech"]})
    user.knows("Bo Lind", "bo@example.org").was("good")
    told = user.reads(SAILING)
    assert "off-target" in told.second_look
    assert told.move == "accept"


# mutual-contact


ADA = "Ada Lopez suggested that I write to you. Could I have 15 minutes to talk about sailing?"


@pytest.mark.parametrize("name", ["Ada Lopez", "ada lopez"])
def test_the_name_of_somebody_trusted_opens_doors(user: Story, name: str) -> None:
    user.knows(name, trusted=True)
    told = user.reads(ADA)
    assert told.strengths["mutual-contact"] == 3
    assert told.entries["mutual-contact"] == (name,)
    assert told.move == "accept"


@pytest.mark.parametrize("name", ["Ada Byron", "Adam Lopez", "Lopez"])
def test_the_name_of_somebody_else_opens_them_less(user: Story, name: str) -> None:
    user.knows("Ada Lopez")
    user.knows(name, trusted=True)
    assert user.reads(ADA).strengths["mutual-contact"] == 2
