import ast
import inspect
import shlex
import shutil
import threading
from pathlib import Path

import pytest

import environment
from environment import BUILD, ROOT, RUN, TEST, TRAINING, Environment, alone
from install_progress import InstallError


class Rehearsed(Environment):
    """Goes through every step of an installation, and does none of them."""

    def __init__(self, root: Path, folder: str = ".venv", tools: str = TEST) -> None:
        super().__init__(root, folder, tools)
        self.steps: list[str | None] = []
        self.fails_at: str | None = "nothing"

    def _make(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        self.python.parent.mkdir(parents=True)
        self.python.touch()
        self.steps.append("make")

    def _pip(self, title: str, lock: str | None) -> None:
        assert title
        if lock == self.fails_at:
            raise InstallError("pip failed")
        self.steps.append(lock)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    for name in ("pyproject.toml", BUILD, RUN, TEST):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def bring_up(checkout: Path, test: bool = False, fails_at: str | None = "nothing") -> list[str | None]:
    """What a run installs in ``checkout``, step by step."""
    rehearsed = Rehearsed(checkout)
    rehearsed.fails_at = fails_at
    if parts := rehearsed.missing(test):
        rehearsed.install(parts)
    return rehearsed.steps


EVERYTHING = ["make", BUILD, RUN, None]


def change(path: Path) -> None:
    path.write_text(path.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")


def test_a_fresh_checkout_is_installed_once(checkout: Path) -> None:
    assert bring_up(checkout) == EVERYTHING
    assert bring_up(checkout) == []


def test_the_tests_tools_come_on_top(checkout: Path) -> None:
    bring_up(checkout)
    assert bring_up(checkout, test=True) == [TEST]
    assert bring_up(checkout, test=True) == []
    assert bring_up(checkout) == []


def test_everything_may_come_at_once(checkout: Path) -> None:
    assert bring_up(checkout, test=True) == [*EVERYTHING, TEST]


@pytest.mark.parametrize("name", [BUILD, RUN])
def test_a_changed_lock_makes_the_environment_anew(checkout: Path, name: str) -> None:
    bring_up(checkout, test=True)
    change(checkout / name)
    assert bring_up(checkout) == EVERYTHING
    assert bring_up(checkout, test=True) == [TEST]


def test_a_changed_lock_of_the_tests_matters_to_the_tests_only(checkout: Path) -> None:
    bring_up(checkout, test=True)
    change(checkout / TEST)
    assert bring_up(checkout) == []
    assert bring_up(checkout, test=True) == [*EVERYTHING, TEST]


def test_a_new_dependency_matters_and_a_tools_setting_does_not(checkout: Path) -> None:
    bring_up(checkout)
    project = checkout / "pyproject.toml"
    text = project.read_text(encoding="utf-8")
    project.write_text(text.replace("line-length = 108", "line-length = 100"), encoding="utf-8")
    assert bring_up(checkout) == []
    project.write_text(text.replace("demur.__main__:main", "demur.other:main"), encoding="utf-8")
    assert bring_up(checkout) == EVERYTHING


@pytest.mark.parametrize("fails_at", [BUILD, RUN, None, TEST])
def test_an_interrupted_installation_heals_at_the_next_run(checkout: Path, fails_at: str | None) -> None:
    with pytest.raises(InstallError):
        bring_up(checkout, test=True, fails_at=fails_at)
    assert bring_up(checkout, test=True) == [*EVERYTHING, TEST]


def test_test_tools_that_fail_leave_nothing_to_rely_on(checkout: Path) -> None:
    bring_up(checkout)
    with pytest.raises(InstallError):
        bring_up(checkout, test=True, fails_at=TEST)
    assert bring_up(checkout) == EVERYTHING


def test_a_checkout_that_moved_is_installed_anew(checkout: Path) -> None:
    bring_up(checkout)
    moved = checkout.rename(checkout.with_name("elsewhere"))
    assert bring_up(moved) == EVERYTHING


@pytest.mark.parametrize("stamp", ["", "{", "[]", "null"])
def test_a_stamp_that_says_nothing_counts_for_nothing(checkout: Path, stamp: str) -> None:
    bring_up(checkout)
    (checkout / ".venv" / "installed.json").write_text(stamp, encoding="utf-8")
    assert bring_up(checkout) == EVERYTHING


def test_an_environment_whose_python_went_away_is_made_anew(checkout: Path) -> None:
    bring_up(checkout)
    (checkout / ".venv" / "bin" / "python").unlink()
    assert bring_up(checkout) == EVERYTHING


def test_the_compile_leaves_out_what_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CMAKE_ARGS", "-DGGML_CUDA=ON")
    root = tmp_path / "a folder with spaces"
    variables = Environment(root)._variables()
    flags = shlex.split(variables["CMAKE_ARGS"])
    assert "-DLLAVA_BUILD=OFF" in flags
    assert f"-DCMAKE_PROJECT_llama_cpp_INCLUDE={root}/packaging/llama-without-common.cmake" in flags
    assert flags[-1] == "-DGGML_CUDA=ON"
    assert variables["PATH"].startswith(f"{root}/.venv/bin:")


def test_two_installations_wait_for_each_other(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    order: list[str] = []

    def install() -> None:
        with alone(tmp_path):
            order.append("second")

    second = threading.Thread(target=install)
    with alone(tmp_path):
        second.start()
        while "waiting" not in capfd.readouterr().out:
            pass
        order.append("first")
    second.join()
    assert order == ["first", "second"]


def test_a_python_too_old_can_read_the_line_that_says_so() -> None:
    ast.parse(inspect.getsource(environment), feature_version=(3, 7))


def test_training_has_an_environment_of_its_own(checkout: Path) -> None:
    shutil.copy(ROOT / TRAINING, checkout / TRAINING)
    training = Rehearsed(checkout, ".venv-training", TRAINING)
    training.install(training.missing(tools=True))
    assert training.steps == ["make", BUILD, RUN, None, TRAINING]
    assert (training.folder.name, training.missing(tools=True)) == (".venv-training", ())
    assert not (checkout / ".venv").exists()
