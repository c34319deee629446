"""How long it takes to learn a voice from a mailbox, each message with the quote that it answers."""

import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

from bench.ratio import seconds
from demur.app.learning import Given, learn_voice
from demur.domain.profile import Profile
from sent_mail import letter, mail, mbox

_COUNTS = (500, 1_000, 5_000)


def learning_rows() -> Iterator[str]:
    """A line for each number of messages, read once."""
    yield "Learning a voice from a mailbox: s"
    with tempfile.TemporaryDirectory() as folder:
        for count in _COUNTS:
            box = mbox(Path(folder) / f"{count}.mbox", (mail(letter(number)) for number in range(count)))
            took = seconds(lambda box=box: _learn(box))  # type: ignore[misc]
            yield f"{took:6.2f}  {count:,} messages"


def _learn(box: Path) -> None:
    learn_voice(Given([box]), Profile(), "", lambda *_: None, threading.Event())
