"""Packs that users write: what they add, override and switch off, and how a wrong one is told."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demur.domain.errors import DataFileError
from demur.domain.ledger import LedgerFacts
from demur.domain.message import Message
from demur.domain.profile import Profile
from demur.domain.reading import Reading
from demur.rules import Rulebook, try_pack
from demur.rules.loading import load
from demur.rules.own import read_own
from rulebook import FOLDER, PACKS, TODAY

# The worked example of the documentation, word for word.
README = (FOLDER / "README.md").read_text("utf-8")
PACK = "\n".join(
    line[4:]
    for line in README.split("A whole pack:")[1].split("##")[0].splitlines()
    if line[:4] in ("    ", "")
)
SHIPPED = load(PACKS, {}).grammars
WAY_IN = "Do you see a warm path into Acme?"


@cache
def book(*packs: str) -> Rulebook:
    made = Rulebook.load(PACKS, {f"{number}.toml": pack for number, pack in enumerate(packs)})
    assert not made.refused
    return made


def read(body: str, *packs: str, language: str = "en") -> Reading:
    message = Message(body=body, language=language)
    return book(*packs).read(message, Profile(), LedgerFacts(), TODAY)


def acts(reading: Reading) -> list[str]:
    return [f"{act.type}:{act.kind}" for act in reading.acts]


def signals(reading: Reading) -> dict[str, str]:
    return {signal.id.value: signal.why for signal in reading.signals}


def refusal(pack: str) -> list[str]:
    """What is wrong with ``pack``, line by line."""
    with pytest.raises(DataFileError) as caught:
        read_own(pack, "mine.toml", SHIPPED)
    assert caught.value.hint
    return caught.value.message.splitlines()


def test_the_pack_in_the_documentation_is_right() -> None:
    assert try_pack(PACKS, PACK, "mine.toml") == (2, 12, 1)


def test_an_act_of_ones_own_is_found_and_its_signal_says_so_in_the_users_words() -> None:
    assert "ask:warm-path" not in acts(read(WAY_IN))
    found = read(WAY_IN, PACK)
    assert "ask:warm-path" in acts(found)
    assert signals(found)["too-soon"] == "Wants a way in from you, and you do not know each other."


def test_a_signal_keeps_its_side_its_article_and_the_shipped_cases() -> None:
    text = "Could you refer me to the hiring manager?"
    (shipped,) = (signal for signal in read(text).signals if signal.id == "too-soon")
    (same,) = (signal for signal in read(text, PACK).signals if signal.id == "too-soon")
    assert same == shipped


def test_what_is_switched_off_is_gone_and_the_rest_stays() -> None:
    text = "We would love to have you on to discuss tides."
    assert "practice" in signals(read(text))
    assert signals(read(text)).keys() - signals(read(text, PACK)).keys() == {"practice"}


def test_an_act_that_is_switched_off_is_not_found() -> None:
    text = "Could you refer me to the hiring manager? Would you introduce me to Ada?"
    assert "ask:refer" in acts(read(text))
    assert "ask:refer" not in acts(read(text, 'off = ["ask:refer"]'))


OVERRIDE = """
off = ["ask:refer", "vague"]
[[act]]
type = "ask"
kind = "refer"
patterns = ["pull a string"]
hits = ["Would you pull a string?", "Please pull a string.", "Pull a string!"]
misses = ["A string.", "Pull it.", "Could you refer me to the hiring manager?"]
[[signal]]
id = "vague"
hits = ["Would you pull a string?", "Please pull a string.", "Pull a string!"]
misses = ["I'd love to connect!", "A string.", "Pull it."]
[[signal.case]]
strength = 1
any = ["ask:refer"]
why = "Is $what."
"""


def test_off_and_a_rule_of_the_same_name_override_the_shipped_one() -> None:
    assert try_pack(PACKS, OVERRIDE, "mine.toml") == (2, 12, 2)
    assert "vague" not in signals(read("I'd love to connect!", OVERRIDE))


def test_an_act_that_is_added_to_a_shipped_kind_is_called_as_that_kind() -> None:
    added = OVERRIDE.replace('off = ["ask:refer", "vague"]', "")
    found = read("Please pull a string. Could you refer me to the hiring manager?", added)
    assert acts(found) == ["ask:refer", "ask:refer"]
    assert signals(found)["vague"] == "Is a referral."


def test_a_pack_reads_the_language_that_it_names() -> None:
    german = OVERRIDE.split("[[signal]]")[0].replace('off = ["ask:refer", "vague"]', 'language = "de"')
    german = german.replace("pull a string", "ein gutes wort").replace("ask:refer", "ask:wort")
    german = german.replace('kind = "refer"', 'kind = "good-word"')
    german = (
        german.replace("Would you ", "").replace("Please ", "").replace("Pull a string!", "Ein gutes Wort!")
    )
    assert acts(read("Ein gutes Wort!", german, language="de")) == ["ask:good-word"]
    assert acts(read("Ein gutes Wort!", german)) == []
    assert try_pack(PACKS, german, "mine.toml").rules == 1


VOID = """
[[act]]
type = "ask"
kind = "polite-noise"
void = true
patterns = ["could you refer me to Mars"]
hits = ["Could you refer me to Mars?", "could you refer me to Mars", "Could you refer me to Mars!"]
misses = ["Could you refer me to the boss?", "Would you refer me?", "Please refer me to Ada."]
"""


def test_words_that_only_look_like_an_act_have_examples_too() -> None:
    assert try_pack(PACKS, VOID, "mine.toml") == (1, 6, 0)
    with pytest.raises(DataFileError, match=r"line 7: .*ask:polite-noise is not found; found: ask:refer"):
        try_pack(PACKS, VOID.replace('"Could you refer me to Mars?"', '"Could you refer me to Ada?"'), "m")


def test_details_are_looked_for_around_an_act_of_ones_own() -> None:
    wanting = PACK.replace('noun = "a way in"', 'noun = "a way in"\nslots = ["topic"]')
    (act,) = read("Any warm path to the founders? I'd like to hear about tidal energy.", wanting).acts[:1]
    assert act.topic == "tidal energy"


def test_each_example_that_fails_is_told_with_its_line_and_what_was_found() -> None:
    wrong = PACK.replace(f'"{WAY_IN}",', '"Could you refer me to Ada?",', 1).replace(
        '"A warm welcome.",', '"A warm path to nowhere.",', 1
    )
    with pytest.raises(DataFileError) as caught:
        try_pack(PACKS, wrong, "mine.toml")
    hit, miss = caught.value.message.splitlines()
    line = wrong.splitlines().index('  "Could you refer me to Ada?",') + 1
    assert hit.startswith(f"mine.toml, line {line}: ")
    assert "ask:warm-path is not found; found: ask:refer “Could you refer me to Ada”" in hit
    assert "ask:warm-path is found all the same; found: ask:warm-path “warm path to”" in miss


def test_an_example_in_which_nothing_is_found_says_so() -> None:
    with pytest.raises(DataFileError, match="ask:warm-path is not found; found: nothing"):
        try_pack(PACKS, PACK.replace(f'"{WAY_IN}",', '"The hills.",', 1), "mine.toml")


def test_a_wrong_pack_is_refused_when_it_is_tried() -> None:
    with pytest.raises(DataFileError, match=r"mine\.toml"):
        try_pack(PACKS, "off = ", "mine.toml")


def test_a_wrong_pack_takes_no_other_with_it() -> None:
    book = Rulebook.load(PACKS, {"a.toml": "off = 3", "b.toml": PACK, "c.toml": "["})
    assert [error.message.split(":")[0] for error in book.refused] == ["a.toml, line 1", "c.toml"]
    found = book.read(Message(body=WAY_IN), Profile(), LedgerFacts(), TODAY)
    assert "ask:warm-path" in acts(found)


@pytest.mark.parametrize(
    ("right", "wrong", "says"),
    [
        ('off = ["practice"]', 'off = ["ask:reffer"]', "ask:reffer is the name of no shipped rule; did"),
        ('off = ["practice"]', 'language = "xx"', "xx is none of those read: en, de"),
        ('cancels = ["negation"]', 'cancels = ["not"]', "not is none of negation, report"),
        ('kind = "warm-path"', 'kind = "warm/path"', "takes letters, digits and hyphens"),
        ('kind = "warm-path"', 'kind = "warm-path"\nslots = ["place"]', "place is none of minutes, topic"),
        ('"@relationship"', '"@relations"', "unknown: @relations; did you mean @relationship?"),
        ('"@relationship"', '"vague"', "vague is not known yet when too-soon is asked for"),
        ("$what", "$waht", "unknown: $waht; did you mean what?"),
        ("$what", "$5", "a dollar sign is written $$"),
        ("{me}", "{mee}", "{mee} is no entry of words.toml; did you mean me?"),
        ("walk {me} in", "(walk {me} in", "missing )"),
        ("walk {me} in", "walk* {me} ** in", "bad repetition operator: **"),
        ("walk {me} in", "(?:walk )?", "matches where there are no words, and so everywhere"),
        ('id = "too-soon"', 'id = "too-soon"\nside = "self"', "there is no such entry"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_file_and_line(right: str, wrong: str, says: str) -> None:
    pack = PACK.replace(right, wrong, 1)
    problem = refusal(pack)[0]
    place, _, words = problem.partition(": ")
    assert says in words
    line = int(place.removeprefix("mine.toml, line "))
    assert wrong.split("\n")[-1] in "\n".join(pack.splitlines()[line - 1 : line])


PIECES = [
    *"[]{}()\"'\n\\.,=#$@:*?|^ 1a",
    "[[act]]",
    "[[signal]]",
    "(?P<act>",
    "{1,500}",
    "{name}",
    "${",
    "inf",
    "ask:*/x",
]


@given(
    st.lists(st.tuples(st.integers(0, len(PACK)), st.integers(0, 9), st.sampled_from(PIECES)), min_size=1)
)
@settings(max_examples=200, deadline=None)
def test_a_pack_is_right_or_refused_in_words_whatever_stands_in_it(
    changes: list[tuple[int, int, str]],
) -> None:
    pack = PACK
    for at, left_out, piece in changes:
        pack = pack[:at] + piece + pack[at + left_out :]
    try:
        read_own(pack, "mine.toml", SHIPPED)
    except DataFileError as error:
        assert error.message.startswith("mine.toml")  # noqa: PT017  most are refused, some are right
        assert error.hint  # noqa: PT017


@pytest.mark.parametrize(
    "pattern",
    [
        r"\\pL{1000}",
        "(?:a{100}){100}",
        "x{1,2000}",
        "[a-z]{0,900}x[a-z]{0,900}y[a-z]{0,900}z",
        r"(?:\\pL\\pN){300}",
    ],
)
def test_a_repetition_that_would_fill_the_memory_is_refused(pattern: str) -> None:
    (problem,) = refusal(PACK.replace("walk {me} in", pattern))
    assert "too large: {1,500} repeats what stands before it 500 times" in problem


def test_a_pattern_that_may_match_nothing_within_a_text_finds_no_empty_words() -> None:
    empty = PACK.replace("walk {me} in", "z(?P<act>q*)")
    assert "ask:warm-path" not in acts(read("zzzz", empty))
