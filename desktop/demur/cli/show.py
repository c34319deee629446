"""Answers as a person reads them in a terminal."""

import textwrap
from collections.abc import Sequence

from demur.domain.draft import Check, DraftBeat, Origin
from demur.domain.language import LANGUAGES
from demur.domain.reading import Signal
from demur.domain.report import DraftReport, GuardReport, Report
from demur.domain.request import RequestSummary
from demur.storage import Person

_WIDTH = 88
_ORIGINS = {
    Origin.TEMPLATE: "template",
    Origin.VOICE: "template, in your voice",
    Origin.MODEL: "rewritten by the model",
    Origin.PERSON: "yours",
}

_WORDS = {
    Origin.TEMPLATE: "as it was",
    Origin.VOICE: "in this voice, by rule",
    Origin.MODEL: "rewritten by the model",
}


def report(answer: Report) -> str:
    """The flags and the advice."""
    message = answer.message
    head = [f"From     {message.sender.name or message.sender.address or 'unknown'}"]
    if message.subject:
        head.append(f"Subject  {message.subject}")
    flags = [_signal(signal) for signal in answer.signals] or [_none(answer)]
    return "\n".join([*head, "", *flags, "", *_advice(answer)])


def draft(answer: DraftReport) -> str:
    """The flags, the advice and the reply, with where each sentence comes from."""
    origins = [f"  {_ORIGINS[beat.origin]:24} {short(beat.text)}" for beat in answer.draft.beats]
    notes = [wrapped(note) for note in answer.draft.notes]
    reply = answer.draft.text
    return "\n".join(
        [report(answer), "", _rule("Reply"), "", reply, "", _rule("Where it comes from"), *origins, *notes]
    )


def rewrite(beat: DraftBeat) -> str:
    """The sentence, where its words come from, and what the guard refused of the model's."""
    refused = ["", f"Refused: {beat.refused}", *map(_refusal, beat.refusals)] if beat.refused else []
    return "\n".join([beat.text, "", f"({_WORDS[beat.origin]})", *refused])


def guard(answer: GuardReport) -> str:
    """Whether a rewrite may be used, and what speaks against it."""
    verdict = "It may be used." if answer.passed else "It must not be used:"
    return "\n".join([verdict, *(_refusal(check) for check in answer.checks if not check.passed)])


def namesakes(people: Sequence[Person], address: str) -> str:
    """The question which of ``people`` wrote from ``address``; until it is answered, none of them did."""
    name = people[0].name
    known = f"{len(people)} people called {name} are" if len(people) > 1 else f"One {name} is"
    how = f"demur ledger address NUMBER {address or 'ADDRESS'}"
    question = f"{known} in your ledger, and it is not certain who wrote this: nothing on record was used."
    return "\n".join([wrapped(question), *map(person, people), f"  If you know: {how}"])


def person(one: Person) -> str:
    """A line about somebody in the ledger."""
    knows = f"knows {', '.join(one.fields)}" if one.fields else ""
    met = f"met: {one.met}" if one.met else ""
    parts = [f"{one.id:6}  {one.name}", ", ".join(one.addresses), met, knows, "trusted" * one.trusted]
    return "; ".join(filter(None, parts))


def summary(one: RequestSummary) -> str:
    """A line about a request."""
    return f"{one.id:6}  {one.opened:%Y-%m-%d}  {one.sender}: {one.subject or 'no subject'}"


def _refusal(check: Check) -> str:
    return f"  {check.id:15} {check.detail}"


def _none(answer: Report) -> str:
    if answer.understood:
        return "Nothing in it speaks for or against."
    language = LANGUAGES.get(answer.message.language, "another language")
    return wrapped(
        f"This seems to be {language}, which Demur does not read: what speaks for and against it is "
        "not known."
    )


def _signal(signal: Signal) -> str:
    mark = "+" if signal.side == "counter" else "-"
    words = [f'    "{short(evidence.text)}"' for evidence in signal.evidence]
    entries = [f"    {entry}" for entry in signal.entries if entry not in signal.why]
    strength = ("weak", "clear", "decisive")[signal.strength - 1]
    fact = wrapped(f"{mark} {signal.id} ({strength}): {signal.why}")
    source = wrapped(f"    Article {signal.source.article}: “{signal.source.quote}”")
    return "\n".join([fact, *words, *entries, source])


def _advice(answer: Report) -> list[str]:
    advice = answer.advice
    if not answer.understood and not advice.because:
        return ["Advice   none: pick the reply yourself (demur draft --move, or in the window)"]
    because = f" because of {', '.join(advice.because)}" if advice.because else ""
    lines = [wrapped(f"Advice   {advice.move}{because}; or else {advice.runner_up}")]
    if advice.second_look:
        lines += ["Second look", *(wrapped(f"  {look.thought}") for look in advice.second_look)]
    return lines


def _rule(title: str) -> str:
    return f"-- {title} ".ljust(_WIDTH, "-")


def wrapped(text: str) -> str:
    """``text`` in lines of a terminal."""
    return textwrap.fill(text, _WIDTH, subsequent_indent="    ")


def short(text: str) -> str:
    """``text`` in one line, its end left out where it is long."""
    return textwrap.shorten(text, 60, placeholder=" ...")
