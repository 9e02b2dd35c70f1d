"""An environment with the wheel in it, and an empty folder to work in."""

import signal
import subprocess
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.processes import environment, running

BARE = "/usr/bin:/bin"


class Installed:
    """What somebody has who ran `pip install` of the wheel and nothing else."""

    def __init__(self, wheel: Path, folder: Path) -> None:
        venv.create(folder / "venv", with_pip=True)
        self.bin, self.folder = folder / "venv" / "bin", folder
        self.environment = {**environment(), "PATH": BARE, "HOME": str(folder)}
        self.run("pip", "install", "--quiet", str(wheel))
        names = self.run("pip", "list", "--format=freeze").lower()
        assert "nodejs" not in names
        assert "pytest" not in names

    def linli(self, *arguments: str, **settings: str) -> str:
        """What a command prints; it must end well."""
        return self.run("linli", *arguments, **settings)

    def run(self, program: str, *arguments: str, **settings: str) -> str:
        """The same of any program that is installed with it."""
        done = subprocess.run(
            [self.bin / program, *arguments], cwd=self.folder, env={**self.environment, **settings},
            capture_output=True, text=True,
        )  # fmt: skip
        assert done.returncode == 0, (arguments, done.stdout, done.stderr)
        return done.stdout

    @contextmanager
    def running(self, *arguments: str, **settings: str) -> "Iterator[tuple[subprocess.Popen[bytes], Path]]":
        """A command that serves, and its log; ended by what systemd sends, which it must take well."""
        log = self.folder / f"{arguments[0]}.log"
        env = {**self.environment, **settings}
        line = [self.bin / "linli", *arguments]
        with running(line, env, self.folder, log, ends=signal.SIGTERM, patience_s=30) as process:
            yield process, log
        assert process.returncode == 0, log.read_text()
