"""The figures of the guard, on judged outputs."""

from pathlib import Path

import pytest

from demur.domain.errors import DataFileError
from guard_words import GUARD
from quality.drafts.labelled import Judged, Labelled, by_error, guard_figures, judge, read_labelled

LINE = '{"template": "I cannot come.", "candidate": "%s", "faithful": %s, "why": "%s"}'


def judged(faithful: bool, refused: bool, why: str = "") -> Judged:
    output = Labelled(template="", candidate="", faithful=faithful, why=why)
    return Judged(output, ("polarity",) * refused)


def test_a_flip_is_refused_and_a_contraction_passes(tmp_path: Path) -> None:
    file = tmp_path / "judged.jsonl"
    lines = (LINE % ("I can come.", "false", "flip"), LINE % ("I can't come.", "true", ""))
    file.write_text("\n".join(lines), "utf-8")
    flip, same = judge(read_labelled(file), GUARD)
    assert "polarity" in flip.refusals
    assert same.refusals == ()


def test_shares_are_of_what_they_say() -> None:
    outputs = [judged(True, False)] * 3 + [judged(True, True), judged(False, True), judged(False, False)]
    figures = guard_figures(outputs)
    assert (figures.faithful.part, figures.faithful.whole) == (4, 6)
    assert (figures.faithful_of_passed.part, figures.faithful_of_passed.whole) == (3, 4)
    assert (figures.unfaithful_refused.part, figures.unfaithful_refused.whole) == (1, 2)
    assert (figures.faithful_refused.part, figures.faithful_refused.whole) == (1, 4)


def test_errors_are_counted_apart_the_most_frequent_first() -> None:
    outputs = [judged(False, True, "flip"), judged(False, True, "fact"), judged(False, False, "fact")]
    errors = by_error([*outputs, judged(True, True)])
    assert [(why, share.part, share.whole) for why, share in errors.items()] == [
        ("fact", 1, 2),
        ("flip", 1, 1),
    ]


def test_outputs_are_grouped_by_where_they_come_from() -> None:
    drawn = Labelled(template="", candidate="", faithful=True, half="tuning", kind="text", temperature=0.9)
    assert drawn.group == "tuning, base, shipped sentences, drawn"
    held_out = drawn.model_copy(update={"kind": "further", "held_out": True, "temperature": 0.0})
    assert held_out.group == "tuning, base, held-out sentences, greedy"
    assert judged(True, False).output.group == "all, base, sentences"


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    file = tmp_path / "judged.jsonl"
    file.write_text(f'{LINE % ("I can come.", "false", "flip")}\n{{"template": ""}}\n', "utf-8")
    with pytest.raises(DataFileError, match=r"judged\.jsonl, line 2: .*candidate"):
        read_labelled(file)
    with pytest.raises(DataFileError, match=r"absent\.jsonl"):
        read_labelled(tmp_path / "absent.jsonl")
