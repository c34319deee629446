"""Writes what the guard knows of the shipped sentences: ``PYTHONPATH=models python -m training.known``."""

import json
from collections.abc import Iterable, Iterator

from demur.domain.template import Beat, Role

from .corpus import ROOT, Corpus, read_corpus, shipped
from .wording import slots_in

FILE = ROOT / "desktop/demur/guard/wordings.toml"
_HEAD = """\
# Written by `make wordings` from prompts/templates and models/training/data; not to be edited by hand.
# What the English templates say, and how people of many voices put it, read twice.
"""


def known_wordings(corpus: Corpus) -> str:
    """The file: for every beat the sentences that it may say, and the rewrites of any of them."""
    beats = [beat for template in shipped() for beat in template.beats]
    said = dict.fromkeys(
        same for beat in beats if beat.role not in (Role.GREET, Role.SIGN) for same in _same(beat)
    )
    return "\n".join((_HEAD, *(_entry(same, corpus) for same in said)))


def _same(beat: Beat) -> Iterator[tuple[str, ...]]:
    """The sentences of ``beat`` that hold the same slots, and so say the same."""
    for first in (beat.text, beat.without):
        if first:
            others = (said for said in beat.paraphrases if slots_in(said) == slots_in(first))
            yield (first, *others)


def _entry(same: tuple[str, ...], corpus: Corpus) -> str:
    rewrites = [
        voice.rewrites[sentence]
        for sentence in same
        for voice in corpus.voices
        if sentence in voice.rewrites
    ]
    words = {_words(sentence) for sentence in same}
    new = {_words(rewrite): rewrite for rewrite in reversed(rewrites) if _words(rewrite) not in words}
    return f"[[beat]]\nsays = {_listed(same)}\nwordings = {_listed(reversed(new.values()))}\n"


def _words(wording: str) -> str:
    """What tells a wording from others: the guard minds neither case nor marks at its end."""
    return wording.lower().rstrip(".!…")


def _listed(wordings: Iterable[str]) -> str:
    return "\n".join(("[", *(f"    {json.dumps(one, ensure_ascii=False)}," for one in wordings), "]"))


if __name__ == "__main__":
    FILE.write_text(known_wordings(read_corpus()), encoding="utf-8")
