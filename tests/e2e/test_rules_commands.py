"""``demur rules`` as a person types it."""

from pathlib import Path

import pytest

from command_line import demur

PACK = """\
off = ["practice"]
[[act]]
type = "ask"
kind = "stroll"
noun = "a stroll"
patterns = ["go for a stroll"]
hits = [
  "Shall we go for a stroll?",
  "Let's go for a stroll.",
  "To go for a stroll is fine.",
]
misses = ["A stroll.", "We go.", "Go forth."]
"""
MESSAGE = "Hi Sam,\n\nShall we go for a stroll on Sunday? Could you refer me to the hiring manager?\n\nJo"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "config" / "rules").mkdir(parents=True)
    (tmp_path / "config" / "rules" / "mine.toml").write_text(PACK)
    return tmp_path


def test_a_right_pack_is_well(home: Path) -> None:
    done = demur(home, "rules", "check", str(home / "config" / "rules" / "mine.toml"))
    assert done.stdout == "All is well. Rules: 1, examples: 6; shipped rules switched off: 1.\n"
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("right", "wrong", "says"),
    [
        (
            "Let's go for a stroll.",
            "Let us walk.",
            "mine.toml, line 9: act.0.hits.1: ask:stroll is not found",
        ),
        ('"practice"', '"practise"', "mine.toml, line 1: off.0: practise is the name of no shipped rule"),
    ],
)
def test_a_wrong_pack_is_told_with_its_lines(right: str, wrong: str, says: str, home: Path) -> None:
    pack = home / "mine.toml"
    pack.write_text(PACK.replace(right, wrong, 1))
    done = demur(home, "rules", "check", str(pack))
    assert done.returncode == 1
    assert done.stdout == ""
    assert says in done.stderr


def test_a_signal_is_explained_case_by_case(home: Path) -> None:
    done = demur(home, "rules", "explain", "too-soon", "-", given=MESSAGE)
    assert done.returncode == 0
    assert done.stdout.startswith("too-soon: holds")
    assert "(clear) holds\n  yes one of @favours" in done.stdout
    assert "        found: ask:refer “Could you refer me to the hiring manager”" in done.stdout
    assert "@relationship: your ledger knows the sender" in done.stdout
    assert "  ask:stroll “go for a stroll”" in done.stdout


def test_a_fact_that_stands_against_a_signal_is_named(home: Path) -> None:
    (home / "config" / "profile.toml").write_text('goals = [{ kind = "mentor", about = "nursing" }]')
    done = demur(home, "rules", "explain", "no-goal", "-", given=MESSAGE)
    assert done.stdout.startswith("no-goal: holds")
    assert "So by profile, ledger and date\n  no-goal-served: nursing" in done.stdout


def test_an_act_is_explained_match_by_match(home: Path) -> None:
    given = MESSAGE.replace("Could", "I am not asking you to refer me. Could")
    done = demur(home, "rules", "explain", "ask:refer", "-", given=given)
    assert done.stdout.startswith("ask:refer (a referral): found once\n")
    assert "what stands before undoes it (negation)" in " ".join(done.stdout.split())


def test_an_act_that_is_not_there_says_so(home: Path) -> None:
    done = demur(home, "rules", "explain", "ask:stroll", "-", given="Hello Sam, the hills are fine.")
    assert "found nowhere\n  no  None of its patterns is found; there are 1." in done.stdout
    assert done.stdout.endswith("Found in the message\n  nothing\n")


def test_an_unknown_rule_names_one_that_is_near(home: Path) -> None:
    done = demur(home, "rules", "explain", "to-soon", "-", given=MESSAGE)
    assert done.returncode == 1
    assert "did you mean too-soon?" in done.stderr


def test_a_wrong_pack_stops_no_command(home: Path) -> None:
    (home / "config" / "rules" / "bad.toml").write_text("off = 3")
    done = demur(home, "check", "-", given=MESSAGE)
    assert done.returncode == 0
    assert "too-soon" in done.stdout
    assert "bad.toml, line 1: off: must be a list in brackets" in done.stderr
    assert "Mend it in" in done.stderr
    assert "bad.toml" in demur(home, "doctor").stdout
    assert demur(home, "guard", "I cannot.", "I can't.").stderr == ""


@pytest.mark.parametrize("typed", [("rules",), ("rules", "check"), ("rules", "explain", "too-soon")])
def test_half_a_command_is_answered_with_its_use(typed: tuple[str, ...], home: Path) -> None:
    done = demur(home, *typed)
    assert done.returncode == 2
    assert "usage: demur rules" in done.stderr
