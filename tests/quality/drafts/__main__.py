"""``make drafts``: how well letters are written, with the embedded model itself; takes minutes.

    python -m quality.drafts [--letters N] [--sentences N] [--models NAME ...] [--from FILE]

Ten voices that training never saw and ten that it did write N letters and N held-out sentences each, once
with the adapter and once without.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from demur import resources
from demur.app.knowledge import Knowledge
from demur.app.models import catalogue
from demur.domain.errors import DemurError
from demur.engine import ModelWorker
from training import Corpus, read_corpus

from . import report
from .labelled import judge, read_labelled
from .material import Person, Task, letters, people, sentences
from .printing import printed
from .reader import Reader
from .style import Ruler
from .writing import Letter, Writer, load, save

ROOT = Path(__file__).parents[3]
BUILD = ROOT / "build"  # not kept
LABELLED = (ROOT / "tests/guard/adapter.jsonl",)
PRINTED = 40
ADAPTER, BASE = "adapter", "base"
_SOME = 17  # no divisor of how many rewrites a voice has


def main(arguments: list[str]) -> int:
    """Write the letters, or read those written before, and print all figures; 2 when that fails."""
    parser = argparse.ArgumentParser(prog="make drafts")
    parser.add_argument("--letters", type=int, default=2, help="letters of each voice")
    parser.add_argument("--sentences", type=int, default=4, help="held-out sentences of each voice")
    parser.add_argument("--models", nargs="+", choices=(ADAPTER, BASE), default=[ADAPTER, BASE])
    parser.add_argument("--from", dest="written", type=Path, help="letters written before")
    parser.add_argument("--labelled", type=Path, nargs="*", default=LABELLED, help="judged outputs")
    parser.add_argument("--into", type=Path, default=BUILD, help="where the letters go")
    given = parser.parse_args(arguments)
    corpus, knowledge = read_corpus(), Knowledge()
    chosen = people(corpus)
    try:
        if given.written:
            done = load(given.written)
        else:
            tasks = [
                *letters(chosen, knowledge.templates, given.letters),
                *sentences(chosen, corpus, given.sentences),
            ]
            tasks.sort(key=lambda task: chosen.index(task.person))  # what a voice begins with is read once
            done = list(save(_written(tasks, knowledge, given.models), given.into / "drafts.jsonl"))
        outputs = [output for path in given.labelled if path.exists() for output in read_labelled(path)]
    except DemurError as error:
        print(error.message, error.hint, sep="\n", file=sys.stderr)
        return 2
    for line in _figures(done, corpus, chosen):
        print(line)
    for line in report.guard_tables(judge(outputs, knowledge.guard)) if outputs else ():
        print(line)
    about = {person.name: person.about for person in chosen}
    shown = [letter for letter in done if letter.move and not letter.seen and letter.model == ADAPTER]
    file = given.into / "letters.md"
    file.write_text("\n".join(printed(shown[:PRINTED], about)) + "\n", "utf-8")
    print(f"\nLetters to read: {file}")
    return 0


def _written(tasks: list[Task], knowledge: Knowledge, models: list[str]) -> Iterator[Letter]:
    """All of ``tasks`` by each of ``models``."""
    for name in models:
        with tempfile.TemporaryDirectory() as cache:
            model = _model(name, Path(cache))
            writer = Writer(knowledge.drafter, knowledge.templates, model, name)
            try:
                for number, task in enumerate(tasks, 1):
                    print(f"\r{name}: {number} of {len(tasks)} ", end="", file=sys.stderr, flush=True)
                    yield writer.write(task)
            finally:
                model.close()
                print(file=sys.stderr)


def _model(name: str, cache: Path) -> ModelWorker:
    """The embedded model with its adapter, or without."""
    entry = catalogue().models[0]
    source = resources.packaged_model_file(entry.package, entry.file)
    if name == BASE or entry.adapter is None:
        return ModelWorker(entry.model_copy(update={"adapter": None}), source, cache)
    return ModelWorker(entry, source, cache, adapter=resources.adapter_file(entry.adapter.file))


def _figures(done: list[Letter], corpus: Corpus, chosen: tuple[Person, ...]) -> Iterator[str]:
    groups = report.grouped(done)
    panels = _panels(corpus, chosen)
    ruler = Ruler({voice.name: voice.samples for voice in corpus.voices})
    yield from (*report.word_tables(groups), "")
    yield from (*report.reader_tables(groups, panels), "")
    for group, these in groups.items():
        if group.shipped:
            yield from (*report.confusion_table(group, these, panels[group.seen]), "")
    yield from (*report.style_tables(groups, panels, ruler), "")


def _panels(corpus: Corpus, chosen: tuple[Person, ...]) -> dict[bool, report.Panel]:
    """The unseen persons, then the seen; what is common is told by everybody else's writing."""
    names = {person.name for person in chosen}
    others = [voice for voice in corpus.voices if voice.name not in names]
    rewrites = [text for voice in others for text in voice.rewrites.values()]
    common = [*rewrites, *(sample for voice in others for sample in voice.samples)]
    letters_of_others = rewrites[::_SOME]
    panels = {}
    for seen in (False, True):
        these = tuple(person for person in chosen if person.seen is seen)
        panels[seen] = report.Panel(
            people=these,
            samples_alone=Reader({p.name: p.kept for p in these}, common, letters_of_others),
            knowing_letters=Reader(
                {p.name: (*p.kept, *p.letters) for p in these}, common, letters_of_others
            ),
        )
    return panels


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
