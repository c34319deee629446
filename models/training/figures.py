"""How much training data there is."""

from collections import Counter

from .corpus import Corpus, Kind


def figures(corpus: Corpus) -> str:
    """The counts of ``corpus`` as a table in Markdown."""
    held_out = sum(sentence.held_out for sentence in corpus.sentences)
    kinds = Counter(sentence.kind for sentence in corpus.sentences)
    voices = Counter(voice.held_out for voice in corpus.voices)
    rows = {
        "voices to train on": voices[False],
        "voices held out": voices[True],
        "samples": sum(len(voice.samples) for voice in corpus.voices),
        "source sentences": len(corpus.sentences),
        "of these texts of shipped beats": kinds[Kind.TEXT],
        "of these said when a slot is empty": kinds[Kind.WITHOUT],
        "of these paraphrases of shipped beats": kinds[Kind.PARAPHRASE],
        "of these further sentences": kinds[Kind.FURTHER],
        "further sentences held out": held_out,
        "rewrites": len(corpus.pairs),
    }
    lines = [f"| {name} | {count:,} |" for name, count in rows.items()]
    return "\n".join(["| | |", "|---|---:|", *lines]) + "\n"
