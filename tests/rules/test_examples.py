"""Every rule of the shipped packs finds its hits and leaves its misses; every quote is the article's."""

from pathlib import Path

import pytest

from demur.domain.message import Message
from demur.domain.reading import SignalId
from demur.rules import ActRule, Example, SignalRule
from rulebook import RULEBOOK

ARTICLES = Path(__file__).parents[3] / "shared" / "articles"


def examples(rules: tuple[SignalRule, ...], which: str) -> list[object]:
    return [
        pytest.param(rule, example, id=f"{name(rule)} {which} {example.text[:40]}")
        for rule in rules
        for example in getattr(rule, which)
    ]


def name(rule: ActRule | SignalRule) -> str:
    return f"{rule.type}:{rule.kind}" if isinstance(rule, ActRule) else rule.id.value


def in_languages(which: str) -> list[object]:
    return [
        pytest.param(language, rule, example, id=f"{language} {name(rule)} {which} {example.text[:40]}")
        for language in RULEBOOK.languages
        for rule in RULEBOOK.acts_in(language)
        for example in getattr(rule, which)
    ]


def found_acts(language: str, example: Example) -> set[str]:
    message: Message = example.message.model_copy(update={"language": language})
    acts = RULEBOOK.read(message, example.profile, example.ledger, example.today).acts
    return {f"{act.type}:{act.kind}" for act in acts}


def found_signals(example: Example) -> set[str]:
    signals = RULEBOOK.read(example.message, example.profile, example.ledger, example.today).signals
    return {signal.id.value for signal in signals}


@pytest.mark.parametrize(("language", "rule", "hit"), in_languages("hits"))
def test_an_act_rule_finds_its_hits(language: str, rule: ActRule, hit: Example) -> None:
    if rule.void:
        assert not any(act.startswith(f"{rule.type}:") for act in found_acts(language, hit))
    else:
        assert name(rule) in found_acts(language, hit)


@pytest.mark.parametrize(("language", "rule", "miss"), in_languages("misses"))
def test_an_act_rule_leaves_its_misses(language: str, rule: ActRule, miss: Example) -> None:
    if rule.void:
        assert any(act.startswith(f"{rule.type}:") for act in found_acts(language, miss))
    else:
        assert name(rule) not in found_acts(language, miss)


@pytest.mark.parametrize(("rule", "hit"), examples(RULEBOOK.signals, "hits"))
def test_a_signal_holds_for_its_hits(rule: SignalRule, hit: Example) -> None:
    assert name(rule) in found_signals(hit)


@pytest.mark.parametrize(("rule", "miss"), examples(RULEBOOK.signals, "misses"))
def test_a_signal_does_not_hold_for_its_misses(rule: SignalRule, miss: Example) -> None:
    assert name(rule) not in found_signals(miss)


def test_every_signal_has_a_rule() -> None:
    assert [rule.id for rule in RULEBOOK.signals] == list(SignalId)


@pytest.mark.parametrize("rule", RULEBOOK.signals, ids=name)
@pytest.mark.skipif(not ARTICLES.is_dir(), reason="the articles lie beside the repository, not in it")
def test_a_quote_is_word_for_word_in_its_article(rule: SignalRule) -> None:
    (article,) = ARTICLES.glob(f"{rule.source.article}_*.txt")
    assert rule.source.quote in article.read_text("utf-8")
