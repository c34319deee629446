"""Words that may stand for each other, and beside each the words that must not: nothing else changes."""

import pytest

from demur.domain.template import FilledBeat, Role
from demur.domain.voice import Voice
from demur.guard import GuardContext
from guard_words import GUARD


def refused(template: str, candidate: str, voice: Voice | None = None) -> list[str]:
    beat = FilledBeat(role=Role.STATEMENT, text=template)
    checks = GUARD.check(beat, candidate, GuardContext(voice=voice))
    return [f"{check.id}: {check.detail}" for check in checks if not check.passed]


@pytest.mark.parametrize(
    ("template", "candidate"),
    [
        ("I read your note about pricing.", "I read your note regarding pricing."),
        ("I can answer questions about pricing.", "I can answer questions on pricing."),
        (
            "This is outside what I know, so I cannot help.",
            "This lies outside what I know; I therefore cannot help.",
        ),
        ("I am not the person who decides on this.", "I am not the one who decides on this."),
        ("I get many requests like this.", "I receive many requests like this."),
        ("I am not comfortable with writing a review.", "I don't feel comfortable with writing a review."),
        ("There is no need to reply.", "It is not necessary to reply."),
        ("I can read up to six pages.", "I can read six pages at most."),
        ("My project is finished.", "My project is complete."),
        ("Please give my regards to Ruth.", "Please say hi to Ruth from me."),
        ("I will decide by Monday.", "I will make my decision by Monday."),
        ("Thank you for making the time.", "Thank you for having made the time."),
        ("Thank you for making the time.", "Thank you so, so much for making the time!"),
        ("Thank you for making the time.", "Thanks a million for making the time."),
        ("Could you send me the agenda?", "Would you be so kind as to send me the agenda?"),
        ("When do you need an answer?", "May one ask when you need an answer?"),
        ("Are you in on Monday?", "Just wondering if you are in on Monday?"),
        ("Would you like me to ask?", "Do you want me to ask?"),
        ("A mentoring program could help.", "There is a mentoring program, it could help."),
        ("I can send you the outline.", "I can send the outline over to you."),
        ("I can look at one page, not at the draft.", "I can look at one page, but not at the draft."),
        ("Are you in on Monday?", "Are you in on Monday, or not?"),
        ("If I hear of it, I will let you know.", "If I hear of it, I will, of course, let you know."),
    ],
)
def test_the_same_in_other_words_passes(template: str, candidate: str) -> None:
    assert refused(template, candidate) == []


@pytest.mark.parametrize(
    ("template", "candidate"),
    [
        # left out
        (
            "Is there anything I should know or prepare beforehand?",
            "Is there anything I should know beforehand?",
        ),
        (
            "Should I know or prepare anything ahead of time?",
            "Should I know anything at all ahead of time?",
        ),
        ("I would be glad to see you and your team.", "I would be glad to see you."),
        ("I can send you the outline and the agenda.", "I can send you the outline."),
        # put in, though with small words alone
        ("Thank you for asking me to speak.", "Thanks for asking me to speak, I did."),
        ("Thank you for asking me.", "Thank you for asking me, as they do."),
        ("I know someone who may be able to help.", "I know someone who may well be able to help."),
        ("If it helps, I can send you the outline.", "If it really helps, I can send you the outline."),
        ("I have to rest until then.", "Until then I have to rest before then."),
        ("I have two friends here.", "I have two friends here in it."),
        # another word of the same kind
        ("I work with Ana.", "I work for Ana."),
        ("I can speak for Ana.", "I can speak with Ana."),
        ("I am on the panel.", "I am off the panel."),
        ("I can read one page.", "I can read a person."),
        ("I will decide by Monday.", "I will make my decision on Monday."),
        ("My project is finished.", "My project is different."),
        ("A good time for me would be Monday.", "Best time for me would be Monday."),
        ("I can read up to six pages.", "I can read six pages."),
        ("I get many requests like this.", "I answer many requests like this."),
        ("I am busy with a launch, so I cannot join.", "I am busy with a launch, but I cannot join."),
        ("I cannot join, but I wish you well.", "I cannot join, so I wish you well."),
        ("I can join on Monday.", "I can join on Monday, or not."),
        # more or less
        ("It would help me to know a little more.", "It would help me to know little more."),
        ("It would help me to know a little more.", "It would help me to know a lot more."),
        ("I can answer a few questions.", "I can answer few questions."),
        ("I can answer a few questions.", "I can answer quite a few questions."),
        ("I may have some time in March.", "I may have lots of time in March."),
        ("I keep my network to people I know well.", "I keep my network to people I know."),
        # who is talked about, heard, asked
        ("Thank you for the time to talk with me.", "Thank you for the time to talk about me."),
        ("I would be glad to hear from you.", "I would be glad to hear you."),
        ("I can answer a few questions.", "I can ask a few questions."),
        ("I don't take sales calls.", "I don't make sales calls."),
        ("I can't commit to speaking at the gala.", "I can't commit to speaking to the gala."),
        ("I appreciate your message.", "I appreciate your wonderful message."),
        (
            "It has been a while since we were last in touch.",
            "It hasn't been a while since we were last in touch.",
        ),
        # another time
        ("I cannot make time for this right now.", "I cannot make time for this lately."),
        ("Another commitment comes first.", "Another commitment came first."),
        ("I thought of you.", "I think of you."),
        ("You have both told me.", "You both tell me."),
        ("I know him well.", "I knew him well."),
        # asked, promised, accepted, excused
        ("Could you send me the agenda?", "You would be so kind as to send me the agenda."),
        ("I will let you know.", "Of course I will let you know."),
        ("I need an answer on Monday.", "May I ask when you need an answer on Monday?"),
        ("I cannot join.", "I cannot join, of course I will."),
        ("I cannot join.", "Therefore I can join."),
        ("I wish you well.", "I wish you well, and all the best."),
        ("I cannot help with it.", "There is no way I could not help with it."),
    ],
)
def test_anything_else_is_refused(template: str, candidate: str) -> None:
    assert refused(template, candidate)


def test_what_only_a_voice_says_needs_the_voice() -> None:
    loud = Voice(id="v", name="V", samples=("I'm so stoked, thanks a million.", "Here, let me get that."))
    plain = Voice(id="v", name="V", samples=("Good morning.",), sign_off="All the best")
    assert not refused("I would be glad to take part.", "I'd be stoked to take part.", loud)
    assert refused("I would be glad to take part.", "I'd be stoked to take part.", plain)
    assert refused("Thank you for the note.", "Thanks a million for the note.", plain)
    assert refused("A good time for me would be Monday.", "The best time for me would be Monday.", plain)


def test_a_fact_may_be_written_in_the_manner_of_the_voice() -> None:
    beat = FilledBeat(role=Role.STATEMENT, text="Thanks for your draft.", facts=("your draft",))
    assert all(check.passed for check in GUARD.check(beat, "thx for ur draft", GuardContext()))
    assert not all(check.passed for check in GUARD.check(beat, "thx for my draft", GuardContext()))
