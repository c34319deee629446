"""``demur voice``: the user's own way of writing, learned, looked at and forgotten."""

import sys
import threading
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from demur.app import Voices
from demur.domain.language import LANGUAGES
from demur.domain.voice import Voice
from demur.voice import describe

from .given import text_of


def voice(options: Namespace) -> Iterator[str]:
    """What one of its commands has to say."""
    yield from _COMMANDS[options.action](options)


def _learn(options: Namespace) -> Iterator[str]:
    paths = tuple(Path(path) for path in options.paths if path != "-")
    text = text_of("-") if "-" in options.paths else ""
    voices = Voices.for_command()
    lesson = voices.learn(paths, text, options.me, _show_progress, threading.Event())
    _clear_progress()
    yield "\n".join(lesson.told)
    yield f"\n{_portrait(lesson.voice)}\n"
    if options.dry_run:
        yield "Nothing is stored."
        return
    kept = voices.keep(lesson.voice, options.name)
    yield (
        f"This is stored as “{kept.name}”, and nothing else of your messages. "
        f'Take out a sentence: demur voice forget "{kept.name}" --sample N'
    )


def _list(_: Namespace) -> Iterator[str]:
    voices = Voices.for_command()
    own = voices.own()
    for one in voices.all():
        kind = f"your own, {LANGUAGES.get(one.language, one.language)}" if one in own else "to start with"
        yield f"{one.name} ({kind})"


def _show(options: Namespace) -> Iterator[str]:
    voices = Voices.for_command()
    found = voices.called(options.name)
    yield _portrait(found)
    if file := voices.file(found):
        yield f"\nIt lies in {file}, to be edited as you like."


def _forget(options: Namespace) -> Iterator[str]:
    voices = Voices.for_command()
    found = voices.called(options.name)
    if options.sample is None:
        voices.forget(found.id)
        yield f"“{found.name}” is forgotten for good."
    else:
        yield _portrait(voices.forget_sample(found.id, options.sample))


def _portrait(voice: Voice) -> str:
    samples = (f"{number:3}  {sample}" for number, sample in enumerate(voice.samples, start=1))
    return "\n".join([*describe(voice), "", *samples])


def _show_progress(done: int, total: int) -> None:
    """Thousands of messages take seconds: whoever watches sees how far it is."""
    if sys.stderr.isatty():
        of = f" of {total:,}" if total else ""
        print(f"\rReading: {done:,}{of} messages ", end="", file=sys.stderr, flush=True)


def _clear_progress() -> None:
    if sys.stderr.isatty():
        print("\r" + " " * 50 + "\r", end="", file=sys.stderr, flush=True)


_COMMANDS: Mapping[str, Callable[[Namespace], Iterator[str]]] = {
    "learn": _learn,
    "list": _list,
    "show": _show,
    "forget": _forget,
}
