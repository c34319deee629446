"""How a rewrite must look: one sentence's worth of plain words in the same language, said once."""

import unicodedata
from itertools import pairwise

import re2

from .lexicon import stem
from .pair import Pair
from .wording import Clause, Wording

_TALK = re2.compile(
    r"(?i)^\W*(?:sure[,!]? here|here(?:'s| is| are) (?:the|a|your|my) (?:re|sentence|version|possible)"
    r"|certainly[,!]"
    r"|rewrit|voice samples?|(?:style|sentence|output|answer|note|reply|response|assistant|user|system):"
    r"|option \d|version \d|as an ai|i(?:'m| am) (?:just )?an? (?:ai|language model))"
    r"|<\|?|\|>|</?\w+>|```|\*\*|^#|^\s*(?:[-*•]|\d+[.)])\s|[\[\]{}]"
    r"|[*`\\~]|&\w+;|(?:^|\s)_|_(?:$|[\s.,!?])|(?:^|[\s(])['‘][^'’]+['’](?:$|[\s.,!?)])"
    r"|rewritten|the sentence|language model|\(note"
)
# "Have to" cut in two or shrunk, "a" before a vowel, "it were", "thanks you", "it would be glad to",
# and what a semicolon or a stop leaves without its main clause.
_WRONG = re2.compile(
    r"['’]ve(?: (?:just|really|simply|also|now|still))? to\b|\b[Hh]ave (?:just|really|simply) to\b"
    r"|\b[Aa] (?:[aei]|o[^nu]|u[^nst])\w+|\b(?:[Ii]t|[Tt]hat|[Tt]his) were\b"
    r"|\b[Tt]hank(?:s you| for| to)\b"
    r"|\b[Ii]t(?: is|['’]s| was|['’]d be| would be)(?: \w+)? (?:glad|pleased|delighted|thrilled|grateful)\b"
    r"|;\s+to\b|(?:^|[.!?]\s+)(?:[Ii]f|[Ww]hen|[Aa]s|[Oo]nce|[Bb]ecause) [^,;.!?]*;"
    r"|\.\s+[Tt]o [^,.!?…]*\.(?:\s|$)|^[Tt]o [^,.!?…]*\.\s"
)
_TAGS = re2.compile(r", so (?:I|i|it|we|he|she|they) ")
_RATIO = (0.25, 1.8)
_SLACK = 4
_STRESS = frozenset({"so", "veri", "realli", "no", "yes"})
_EMOJI = 3
# Say something by themselves, mostly the opposite of the words: winks, rolled eyes, kisses, a thumb up.
_SPEAKING = frozenset("😉😏🙃🙄😜😝🤪😒😘😍🥰💋🤡🖕👍👎👌🤝✅✔☑")


def form(pair: Pair) -> str:
    """Lines, lists, quotes, brackets, role tokens, talk about the task, emoji that the voice lacks."""
    text, source = pair.candidate.text, pair.source.text
    if not pair.candidate.words:
        return "says nothing"
    if "\n" in text.strip() and "\n" not in source:
        return "runs over several lines"
    if any(
        unicodedata.category(char) in ("Cc", "Cf", "Co", "Cn") and char not in "\n\u200d" for char in text
    ):
        return "holds invisible characters"
    found = _TALK.search(text)
    voice = pair.context.voice
    if found and found.group() not in source and not (voice and found.group() in "\n".join(voice.samples)):
        return f"holds something that is no letter: “{found.group().strip()}”"
    wrong = _WRONG.search(text)
    if wrong and not (_WRONG.search(source) or (voice and _WRONG.search("\n".join(voice.samples)))):
        return f"is no English: “{wrong.group().strip()}”"
    for clause in pair.candidate.clauses:
        if pair.reader.broken(clause.words) and not any(
            pair.reader.broken(c.words) for c in pair.source.clauses
        ):
            return f"is no English: “{' '.join(clause.words)}”"
    if _bracketed(pair):
        return "stands in brackets"
    if _quoted(text) and not _quoted(source):
        return "stands in quotation marks"
    if _unfinished(pair, pair.candidate) and not _unfinished(pair, pair.source):
        return "stops in mid-sentence"
    emoji = {char for char in text if _pictures(char)} - {char for char in source if _pictures(char)}
    if emoji & _SPEAKING:
        return "holds an emoji that says something by itself"
    if emoji and pair.context.voice is not None and pair.context.voice.emoji == 0:
        return "holds an emoji, which this voice does not use"
    return ""


def _unfinished(pair: Pair, wording: Wording) -> bool:
    hangs = wording.text.rstrip().endswith((",", ";", ":", "-", "–", "—"))
    return hangs or not pair.reader.unfinished.isdisjoint(wording.words[-1:])


def _bracketed(pair: Pair) -> bool:
    """Whether brackets are left open, or come in where this voice has none."""
    text, voice = pair.candidate.text, pair.context.voice
    if text.count("(") != text.count(")") and pair.source.text.count("(") == pair.source.text.count(")"):
        return True
    added = "(" in text and "(" not in pair.source.text
    return added and voice is not None and "(" not in "\n".join(voice.samples)


def _quoted(text: str) -> bool:
    return any(mark in text for mark in '"“”«»')


def _pictures(char: str) -> bool:
    return unicodedata.category(char) == "So"


def loop(pair: Pair) -> str:
    """Three words in a row that come again, or a thing said again that the template says once."""
    here, there = pair.candidate.stems, pair.source.stems
    runs = [here[at : at + 3] for at in range(len(here) - 2)]
    known = [there[at : at + 3] for at in range(len(there) - 2)]
    if sum(map(_pictures, pair.candidate.text)) > _EMOJI:
        return "repeats emoji"
    for size in (2, 3, 4):
        for at in range(len(here) - 2 * size + 1):
            if here[at : at + size] == here[at + size : at + 2 * size]:
                return f"repeats itself: “{' '.join(here[at : at + size])}”"
    for at in range(len(here) - 2):
        if here[at] == here[at + 1] == here[at + 2] and here[at] not in _STRESS:
            return f"repeats itself: “{here[at]}”"
    if here.count("pleas") > max(there.count("pleas"), 1):
        return "repeats itself: “please”"
    for number, clause in enumerate(pair.candidate.clauses):
        if _tag(pair, clause) and not _backed(pair, number):
            return f"says once more: “{' '.join(clause.words)}”"
    for run in runs:
        if runs.count(run) > max(known.count(run), 1):
            return f"repeats itself: “{' '.join(run)}”"
    alone = [item for item in pair.candidate.items if " " not in item.words]
    said = [here[item.at] for item in alone]
    for item in alone:
        stem = here[item.at]
        if (
            not item.kinds & {"function", "free"}
            and "negators plain" not in item.rows
            and said.count(stem) > max(there.count(stem), 1)
        ):
            return f"repeats itself: “{item.words}”"
    return ""


def _tag(pair: Pair, clause: Clause) -> bool:
    """Whether it only says again that somebody does something: "so I was", "as I do"."""
    words = clause.words[clause.words[0] in ("so", "as", "and") :]
    known = not {"it", "that", *pair.reader.doers}.isdisjoint(words[:1])
    return len(words) == 2 and known and words[1] in pair.reader.auxiliaries


def _backed(pair: Pair, number: int) -> bool:
    """Whether the tag that is clause ``number`` repeats what is said: "I have to decline, I do"."""
    words, voice = pair.candidate.clauses[number].words, pair.context.voice
    if words[0] == "as":
        return False
    if words[0] == "so" and voice and not _TAGS.search("\n".join(voice.samples)):
        return False
    before = [word for clause in pair.candidate.clauses[:number] for word in clause.words]
    repeated = (
        words[0] not in ("it", "that")
        and words[-2] in before
        and (words[-1] == "do" or words[-1] in before)
    )
    return repeated or (words[-2], words[-1]) in pairwise(pair.source.words)


def length(pair: Pair) -> str:
    """Far shorter or far longer than the template."""
    there, here = len(pair.source.words), len(pair.candidate.words)
    if here < _RATIO[0] * there:
        return "is far shorter than what you say"
    return "is far longer than what you say" if here > _RATIO[1] * there + _SLACK else ""


def language(pair: Pair) -> str:
    """Whether another language is written: the detector says so, and most words are unknown."""
    words = pair.candidate.words
    known = sum(stem(word) in pair.licence or pair.reader.knows(word) for word in words)
    if 2 * known >= len(words) or pair.reader.detect(pair.candidate.text) == pair.reader.detect(
        pair.source.text
    ):
        return ""
    return "is written in another language"
