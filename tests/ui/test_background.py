"""Work off the window's thread: what is stale is dropped, what fails is told."""

import threading

import pytest
from pytestqt.qtbot import QtBot

from demur.domain.errors import DemurError
from demur.ui.background import Job, Lanes, PoolRunner
from ui_fakes import AtOnce, ByHand


def unexpected(outcome: object) -> None:
    raise AssertionError(outcome)


def test_a_newer_job_makes_an_older_one_stale() -> None:
    runner, seen = ByHand(), list[str]()
    lanes = Lanes(runner)
    lanes.run("check", lambda _: "old", seen.append, unexpected)
    lanes.run("check", lambda _: "new", seen.append, unexpected)
    runner.run_all()
    assert seen == ["new"]


def test_a_stale_result_is_dropped_even_when_it_comes_last() -> None:
    runner, seen = ByHand(), list[str]()
    lanes = Lanes(runner)
    lanes.run("check", lambda _: "old", seen.append, unexpected)
    lanes.run("check", lambda _: "new", seen.append, unexpected)
    runner.waiting.reverse()
    runner.run_all()
    assert seen == ["new"]


def test_lanes_do_not_disturb_each_other() -> None:
    runner, seen = ByHand(), list[str]()
    lanes = Lanes(runner)
    lanes.run("check", lambda _: "check", seen.append, unexpected)
    lanes.run("draft", lambda _: "draft", seen.append, unexpected)
    runner.run_all()
    assert seen == ["check", "draft"]


def test_a_stopped_job_still_counts() -> None:
    runner, seen = ByHand(), list[bool]()
    lanes = Lanes(runner)
    lanes.run("draft", lambda job: job.cancel.is_set(), seen.append, unexpected)
    lanes.stop("draft")
    runner.run_all()
    assert seen == [True]


def test_a_dropped_job_reports_no_more() -> None:
    runner, seen = ByHand(), list[str]()
    lanes = Lanes(runner)

    def work(job: Job) -> None:
        job.report(lambda: seen.append("progress"))

    lanes.run("draft", work, lambda _: seen.append("done"), unexpected)
    lanes.drop("draft")
    runner.run_all()
    assert not seen
    assert not lanes.busy("draft")


def test_an_expected_failure_is_told() -> None:
    seen = list[str]()

    def work(_: Job) -> str:
        raise DemurError("The disk is full.")

    Lanes(AtOnce()).run("save", work, unexpected, lambda error: seen.append(error.message))
    assert seen == ["The disk is full."]


def test_a_defect_is_raised_on_the_windows_thread() -> None:
    def work(_: Job) -> str:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        Lanes(AtOnce()).run("check", work, unexpected, unexpected)


def test_the_pool_works_elsewhere_and_reports_here(qtbot: QtBot) -> None:
    runner = PoolRunner()
    seen = list[tuple[bool, bool]]()
    here = threading.get_ident()

    def work(_: Job) -> bool:
        return threading.get_ident() != here

    def done(elsewhere: bool) -> None:
        seen.append((elsewhere, threading.get_ident() == here))

    Lanes(runner).run("check", work, done, unexpected)
    qtbot.waitUntil(lambda: bool(seen))
    runner.wait()
    assert seen == [(True, True)]
