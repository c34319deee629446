from collections.abc import Callable

import pytest

from system_needs import COMPILER, LIBRARIES, VENV, command_for, missing_libraries, missing_tools, report


def only(*names: str) -> Callable[[str], bool]:
    """A system that has ``names`` and nothing else."""
    return lambda name: name in names


def test_a_system_with_compiler_and_venv_lacks_no_tool() -> None:
    assert missing_tools(only("g++"), only("ensurepip")) == ()


def test_a_compiler_chosen_by_the_user_will_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CXX", "my-compiler")
    assert missing_tools(only("my-compiler"), only("ensurepip")) == ()


def test_every_missing_tool_is_named() -> None:
    assert missing_tools(only(), only()) == (COMPILER, VENV)


def test_libraries_are_looked_for_where_the_system_must_bring_them() -> None:
    assert [need.what for need in missing_libraries(lambda name: name != "libEGL.so.1", "linux")] == [
        "libEGL.so.1"
    ]
    assert missing_libraries(only(), "darwin") == ()


def test_one_command_brings_everything() -> None:
    needs = (COMPILER, *(need for need in LIBRARIES if "libxcb-sync" in need.apt or "randr" in need.apt))
    assert command_for(needs, only("apt-get"), root=False) == (
        "sudo apt-get install -y g++ libxcb-randr0 libxcb-sync1"
    )
    assert command_for(needs, only("dnf"), root=True) == "dnf install -y gcc-c++ libxcb"
    assert command_for((COMPILER,), only("xcode-select"), root=False) == "xcode-select --install"


def test_there_is_no_command_when_nothing_is_missing_or_no_way_is_known() -> None:
    assert command_for((), only("apt-get")) == ""
    assert command_for((COMPILER,), only()) == ""


def test_the_report_names_what_is_missing_and_what_brings_it() -> None:
    told = report((COMPILER, VENV), "sudo apt-get install -y g++ python3-venv")
    assert "a C++ compiler, Python's venv with pip" in told
    assert "    sudo apt-get install -y g++ python3-venv\n" in told
    assert "with your system's packages" in report((COMPILER,), "")
