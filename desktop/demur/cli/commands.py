"""What the commands do, on top of ``Services``."""

import datetime as dt
import sys
import threading
import time
from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from demur.app import Services
from demur.domain.draft import Progress
from demur.domain.errors import DemurError
from demur.domain.message import Message
from demur.domain.report import DraftReport, Timing
from demur.domain.request import Request
from demur.outbox import answer

from . import show
from .arguments import parse
from .errors import say
from .given import standard_input
from .lines import Line, answers
from .trying import try_model


class _Message(Line):
    """A line of ``check --jsonl``."""

    text: str


def check(options: Namespace) -> Iterator[str]:
    """``demur check``: the report of one message, or of each line of a file."""
    with closing(reading_services(options, model="none")) as services:
        if options.jsonl:
            yield from _check_lines(services, options.jsonl)
            return
        message = read_message(services, options.path)
        report = services.check(message)
        yield report.model_dump_json(indent=2) if options.json else show.report(report)
        namesakes = services.namesakes(message)
        if namesakes and not options.json:
            yield f"\n{show.namesakes(namesakes, message.sender.address)}"


def _check_lines(services: Services, path: str) -> Iterator[str]:
    def answer(line: _Message) -> dict[str, Any]:
        try:
            return services.check(services.read_text(line.text)).model_dump(mode="json")
        except DemurError as error:
            return {"error": {"message": error.message, "hint": error.hint}}

    return answers(path, _Message, answer)


def draft(options: Namespace) -> Iterator[str]:
    """``demur draft``: the report of one message, and the reply."""
    with closing(reading_services(options, model=options.model)) as services:
        message = read_message(services, options.path)
        try_model(services)
        report = _draft(services, message, options)
        yield _said(report, options)
        if options.eml:
            reply = answer(message, report.draft.text, quoting=options.quote)
            services.save_reply(options.eml, reply)


def draft_sample() -> Iterator[str]:
    """The bundled request and what ``demur draft`` answers to it."""
    options = parse(["draft", "-"])
    with closing(reading_services(options, model=options.model)) as services:
        yield services.sample()
        yield _said(_draft(services, services.read_text(services.sample()), options), options)


def _draft(services: Services, message: Message, options: Namespace) -> DraftReport:
    started = time.perf_counter()
    report = services.check(message)
    checked = time.perf_counter()
    request = Request(
        opened=dt.datetime.now(dt.UTC),
        message=message,
        advised=report.advice.move,
        move=options.move,
        slots=dict(options.slot),
        voice=services.use_voice(options.voice).id if options.voice else "",
    )
    reply = services.draft(request, _show_progress, threading.Event())
    timing = Timing(check=checked - started, draft=time.perf_counter() - checked)
    return DraftReport(**dict(report), draft=reply, model=services.model_info, timing=timing)


def _said(report: DraftReport, options: Namespace) -> str:
    return report.model_dump_json(indent=2) if options.json else show.draft(report)


def _show_progress(progress: Progress) -> None:
    """A model takes seconds: whoever watches sees how far it is."""
    if sys.stderr.isatty():
        done = progress.index + (progress.beat is not None)
        print(f"\rWriting: {done} of {progress.total} sentences ", end="", file=sys.stderr, flush=True)
        if done == progress.total:
            print("\r" + " " * 40 + "\r", end="", file=sys.stderr, flush=True)


def services_for(options: Namespace, model: str | None) -> Services:
    """What a command with ``options`` works on."""
    given = vars(options)
    return Services.for_command(
        profile=given.get("profile"), ledger=given.get("ledger"), model=model, today=given.get("today")
    )


def reading_services(options: Namespace, model: str | None) -> Services:
    """The same for a command that reads messages: what rule packs are left out is said first."""
    services = services_for(options, model)
    if left_out := services.left_out:
        say(left_out)
    return services


def read_message(services: Services, path: str) -> Message:
    """The message at ``path``, or on standard input for ``-``."""
    if path == "-":
        return services.read_bytes(standard_input().read())
    return services.read_file(Path(path))
