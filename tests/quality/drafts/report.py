"""The figures of drafting, as a person reads them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from statistics import fmean
from typing import NamedTuple

from .figures import WORDINGS, confusion, heard, hearing, own_styles, styles, words
from .labelled import Judged, by_error, guard_figures
from .material import TOGETHER, Person
from .reader import Reader
from .style import Ruler
from .writing import Letter


class Group(NamedTuple):
    """Letters that are counted together: of one model, by seen or unseen persons, shipped or held-out."""

    model: str
    seen: bool
    shipped: bool

    def __str__(self) -> str:
        voices = "seen" if self.seen else "unseen"
        return f"{self.model}, {voices} voices, {'shipped' if self.shipped else 'held-out'} sentences"


def grouped(letters: Iterable[Letter]) -> dict[Group, list[Letter]]:
    """``letters`` by group, in a fixed order."""
    groups: dict[Group, list[Letter]] = {}
    for letter in letters:
        groups.setdefault(Group(letter.model, letter.seen, bool(letter.move)), []).append(letter)
    return dict(sorted(groups.items(), key=lambda row: (row[0].seen, not row[0].shipped, row[0].model)))


def word_tables(groups: dict[Group, list[Letter]]) -> Iterator[str]:
    """Whose words the beats are: of each group, of each move, and why the model's were refused."""
    yield _row("whose words", "the model's own", "… more than manner", "by rule", "template")
    for group, letters in groups.items():
        found = words(letters)
        yield _row(str(group), *map(str, (found.own, found.reworded, found.rules, found.template)))
    yield ""
    yield "why the model's words were not used (a beat may fail several checks)"
    for group, letters in groups.items():
        found = words(letters)
        yield _row(str(group), f"nothing refused {found.unchanged}, {_counted(found.refused)}")
    for group, letters in groups.items():
        if group.shipped:
            yield from ("", _row(f"by move: {group}", "the model's own", "refused"), *_moves(letters))


def _moves(letters: Sequence[Letter]) -> Iterator[str]:
    for move in sorted({letter.move for letter in letters}):
        found = words(letter for letter in letters if letter.move == move)
        yield _row(f"  {move}", str(found.own), _counted(found.refused))


class Panel(NamedTuple):
    """Persons whom the outside reader tells apart, and that reader with all that it may read of them."""

    people: tuple[Person, ...]
    samples_alone: Reader
    knowing_letters: Reader


def reader_tables(groups: dict[Group, list[Letter]], panels: dict[bool, Panel]) -> Iterator[str]:
    """How often the outside reader names the right person; ``panels`` are by whether training saw them."""
    yield _row("the right voice out of eight (chance 12.5 %)", "by a beat", "by a letter")
    for seen, panel in panels.items():
        yield from _by_hand(panel, "seen" if seen else "unseen")
    for group, letters in groups.items():
        readers = {"": panels[group.seen].samples_alone}
        if group.seen:
            readers[", knowing letters"] = panels[True].knowing_letters
        for note, reader in readers.items():
            yield f"{group}{note}"
            for wording in WORDINGS:
                yield _row(f"  {wording}", *map(str, heard(letters, wording, reader)))


def _by_hand(panel: Panel, voices: str) -> Iterator[str]:
    samples = [(person.name, part) for person in panel.people for part in _parts(person.shown)]
    yield _row(f"{voices} voices, their own samples", *map(str, hearing(samples, panel.samples_alone)))
    letters = [(person.name, part) for person in panel.people for part in _parts(person.shipped)]
    if letters:
        for note, reader in (("", panel.samples_alone), (", knowing letters", panel.knowing_letters)):
            yield _row(f"{voices} voices, rewrites by hand{note}", *map(str, hearing(letters, reader)))


def _parts(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    """As many as a letter holds; what is left over at the end is left out."""
    size = min(TOGETHER, len(texts) // 2 or 1)
    return (texts[start : start + size] for start in range(0, len(texts) - size + 1, size))


def confusion_table(group: Group, letters: Sequence[Letter], panel: Panel) -> Iterator[str]:
    """Whom the letters of each person are taken to be by, out of the whole panel."""
    yield f"taken for, by the letter: {group}"
    for person, taken in confusion(letters, panel.samples_alone).items():
        yield _row(f"  {person}", ", ".join(f"{name} {count}" for name, count in taken.most_common()))


def style_tables(
    groups: dict[Group, list[Letter]], panels: dict[bool, Panel], ruler: Ruler
) -> Iterator[str]:
    """How far the letters are from their voices, and how much nearer than the template."""
    yield _row("distance from the voice", "template", "rules", "letter", "moved by rules", "by the model")
    for seen, panel in panels.items():
        own = fmean(own_styles(panel.people, ruler).values())
        yield _row(f"{'seen' if seen else 'unseen'} voices, their own samples", "", "", f"{own:.2f}")
    for group, letters in groups.items():
        people = panels[group.seen].people
        found = {wording: styles(letters, wording, people, ruler) for wording in WORDINGS}
        template, rules, model = (fmean(found[wording].values()) for wording in WORDINGS)
        moved = (f"{100 * (1 - apart / template):.0f} %" for apart in (rules, model))
        yield _row(str(group), *(f"{apart:.2f}" for apart in (template, rules, model)), *moved)
        yield from (
            _row(f"  {feature}", *(f"{found[wording][feature]:.2f}" for wording in WORDINGS))
            for feature in found["template"]
        )


def guard_tables(judged: Sequence[Judged]) -> Iterator[str]:
    """What the guard makes of labelled outputs, by half and group, then by error."""
    head = ("faithful", "… of those that pass", "refused of the unfaithful", "… of the faithful")
    yield _row("labelled outputs", *head)
    halves = sorted({output.half for output, _ in judged})
    for half in halves:
        chosen = [one for one in judged if one.output.half == half]
        yield _row(f"{half or 'all'}, all", *map(str, guard_figures(chosen)))
        for group in sorted({one.output.group for one in chosen}):
            these = [one for one in chosen if one.output.group == group]
            yield _row(f"  {group}", *map(str, guard_figures(these)))
    for half in halves:
        chosen = [one for one in judged if one.output.half == half]
        yield from ("", f"refused of the unfaithful by error: {half or 'all'}")
        yield from (_row(f"  {why}", str(share)) for why, share in by_error(chosen).items())


def _row(name: str, *columns: str) -> str:
    return "  ".join((f"{name:<52}", *(f"{column:<26}" for column in columns))).rstrip()


def _counted(counts: Counter[str]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts.most_common())
