"""What the commands do, on top of ``Services``."""

import datetime as dt
import json
import sys
import threading
import time
from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from pydantic import ValidationError

from demur.app import Services
from demur.domain.draft import Progress
from demur.domain.errors import DemurError
from demur.domain.frozen import Frozen
from demur.domain.message import Message
from demur.domain.report import DraftReport, GuardReport, Timing
from demur.domain.request import Request

from . import show
from .arguments import parse
from .errors import say


class _Line(Frozen):
    """A line of ``check --jsonl``."""

    id: str | int
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


def _check_lines(services: Services, path: Path) -> Iterator[str]:
    for number, text in enumerate(_lines(path), start=1):
        try:
            line = _Line.model_validate_json(text)
        except ValidationError as error:
            raise DemurError(
                f"{path.name}, line {number}: {error.errors()[0]['msg']}",
                'Each line is a JSON object with "id" and "text".',
            ) from error
        try:
            answer = services.check(services.read_text(line.text)).model_dump(mode="json")
        except DemurError as error:
            answer = {"error": {"message": error.message, "hint": error.hint}}
        yield json.dumps({"id": line.id} | answer, ensure_ascii=False)


def _lines(path: Path) -> Iterator[str]:
    try:
        with path.open(encoding="utf-8") as file:
            yield from (line for line in file if line.strip())
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise DemurError(
            f"{path} cannot be read: {reason}.", "Give a file of JSON lines in UTF-8."
        ) from error


def draft(options: Namespace) -> Iterator[str]:
    """``demur draft``: the report of one message, and the reply."""
    with closing(reading_services(options, model=options.model)) as services:
        yield _draft(services, read_message(services, options.path), options)


def draft_sample() -> Iterator[str]:
    """The bundled request and what ``demur draft`` answers to it."""
    options = parse(["draft", "-"])
    with closing(reading_services(options, model=options.model)) as services:
        yield services.sample()
        yield _draft(services, services.read_text(services.sample()), options)


def _draft(services: Services, message: Message, options: Namespace) -> str:
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
    whole = DraftReport(**dict(report), draft=reply, model=services.model_info, timing=timing)
    return whole.model_dump_json(indent=2) if options.json else show.draft(whole)


def _show_progress(progress: Progress) -> None:
    """A model takes seconds: whoever watches sees how far it is."""
    if sys.stderr.isatty():
        done = progress.index + (progress.beat is not None)
        print(f"\rWriting: {done} of {progress.total} sentences ", end="", file=sys.stderr, flush=True)
        if done == progress.total:
            print("\r" + " " * 40 + "\r", end="", file=sys.stderr, flush=True)


def guard(options: Namespace) -> Iterator[str]:
    """``demur guard``: whether a rewrite may be used, and why not."""
    checks = services_for(options, model="none").guard(options.template, options.candidate)
    report = GuardReport(passed=all(check.passed for check in checks), checks=checks)
    yield report.model_dump_json(indent=2) if options.json else show.guard(report)


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
        return services.read_bytes(sys.stdin.buffer.read() if sys.stdin else b"")
    return services.read_file(Path(path))
