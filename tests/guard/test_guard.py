"""The guard on the sentence that the embedded model turns into its opposite, and on what may pass."""

from pathlib import Path

from demur.domain.template import FilledBeat, Role
from demur.guard import Guard, GuardContext

WORDS = Path(__file__).parents[2] / "desktop/demur/guard/words.toml"
GUARD = Guard.load(WORDS.read_text(encoding="utf-8"), "words.toml", lambda _: "en")


def failed(template: str, candidate: str) -> set[str]:
    beat = FilledBeat(role=Role.DECLINE, text=template)
    return {check.id for check in GUARD.check(beat, candidate, GuardContext()) if not check.passed}


def test_a_no_that_became_a_yes_is_refused() -> None:
    template = "I'm not looking to expand my network"
    flipped = "I'm so glad to hear that you're interested in expanding your network"
    assert {"polarity", "acceptance", "new-words", "who"} <= failed(template, flipped)


def test_a_no_in_another_manner_passes() -> None:
    assert not failed(
        "I'm not looking to expand my network", "hey, i am not looking to expand my network, thanks!"
    )


def test_every_check_is_listed_whatever_it_found() -> None:
    beat = FilledBeat(role=Role.DECLINE, text="I have to decline.")
    assert [check.id for check in GUARD.check(beat, "I accept.", GuardContext())] == [
        "facts-kept",
        "facts-added",
        "polarity",
        "acceptance",
        "promise",
        "excuse",
        "apology",
        "private",
        "stranger-words",
        "new-words",
        "lost-words",
        "who",
        "time-scope",
        "question",
        "language",
        "loop",
        "length",
        "form",
    ]
