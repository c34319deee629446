"""``demur rewrite`` and ``demur guard``: single sentences, one by hand or many by a script."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing
from typing import Annotated, Any

from pydantic import Field

from demur.app import Sentences
from demur.domain.draft import DraftBeat
from demur.domain.errors import DemurError
from demur.domain.report import GuardReport, RewriteReport
from demur.domain.voice import Voice

from . import show
from .errors import say
from .given import text_of
from .lines import Candidate, Line, Sentence, answers
from .trying import try_model


class _Rewriting(Line):
    """A line of ``rewrite --jsonl``; ``voice`` holds sentences or messages that somebody wrote."""

    template: Sentence
    voice: Annotated[tuple[str, ...], Field(min_length=1)]


class _Guarding(Line):
    """A line of ``guard --jsonl``."""

    template: Sentence
    candidate: Candidate


def rewrite(options: Namespace) -> Iterator[str]:
    """``demur rewrite``: one sentence in somebody's voice, or each line of a file."""
    with closing(Sentences.for_command(options.model)) as sentences:
        try_model(sentences)
        told: set[str] = set()

        def tell(error: DemurError) -> None:
            if error.message not in told:
                told.add(error.message)
                say(error)

        def answer(asked: _Rewriting) -> dict[str, Any]:
            beat = sentences.rewrite(asked.template, sentences.voice_of(asked.voice), tell)
            return _rewritten(beat).model_dump(mode="json")

        if options.jsonl:
            yield from answers(options.jsonl, _Rewriting, answer)
            return
        beat = sentences.rewrite(options.sentence, _voice(sentences, options), tell)
        yield _rewritten(beat).model_dump_json(indent=2) if options.json else show.rewrite(beat)


def _rewritten(beat: DraftBeat) -> RewriteReport:
    return RewriteReport(text=beat.text, origin=beat.origin, checks=beat.checks)


def _voice(sentences: Sentences, options: Namespace) -> Voice:
    if not options.samples:
        return sentences.voice(options.voice)
    return sentences.voice_of_messages(text_of(options.samples))


def guard(options: Namespace) -> Iterator[str]:
    """``demur guard``: whether a rewrite may be used, and why not; or each line of a file."""
    with closing(Sentences.for_command("none")) as sentences:

        def report(template: str, candidate: str) -> GuardReport:
            checks = sentences.guard(template, candidate)
            return GuardReport(passed=all(check.passed for check in checks), checks=checks)

        def answer(asked: _Guarding) -> dict[str, Any]:
            return report(asked.template, asked.candidate).model_dump(mode="json")

        if options.jsonl:
            yield from answers(options.jsonl, _Guarding, answer)
            return
        said = report(options.template, options.candidate)
        yield said.model_dump_json(indent=2) if options.json else show.guard(said)
