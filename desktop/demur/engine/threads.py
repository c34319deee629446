"""How many threads a generation gets."""

import os
from pathlib import Path

_CPUS = Path("/sys/devices/system/cpu")
# A model of this size is bound by memory: more threads would only wait for each other.
_MOST = 4


def generation_threads() -> int:
    """The physical cores that this process may use, minus one for the window: 1 to 4.

    llama.cpp's threads wait for each other at every layer, spinning: on a core shared with somebody else
    they are slower than one thread less, on two busy cores by thirty times where it was measured.
    """
    return min(max(1, _physical_cores() - 1), _MOST)


def _physical_cores() -> int:
    try:
        usable = os.sched_getaffinity(0)
    except AttributeError:  # neither Windows nor macOS has it
        return (os.cpu_count() or 1) // 2  # at worst they are two logical ones each
    cores = {_siblings(cpu) for cpu in usable}
    return len(cores)


def _siblings(cpu: int) -> str:
    """What is the same for all logical processors of one core."""
    try:
        return (_CPUS / f"cpu{cpu}/topology/thread_siblings_list").read_text()
    except OSError:
        return str(cpu)
