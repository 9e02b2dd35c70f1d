"""`make install-test`: the wheel in an environment of its own, without Node and make, played as who installs it does."""

import json
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import requests

from linli.units.systemd import LINLI
from tests.demo import ready
from tests.processes import ROOT, environment, free_address, running, wait_for

BARE = "/usr/bin:/bin"
MOST_EXPOSED = 20
"""In tenths of systemd's own scale, on which 100 is a service without any bounds."""
PART = re.compile("granian|linli worker")
MOST_OF_ONE, MOST_OF_ALL = 90, 600
"""Megabytes at rest: of a web process or worker, and of everything that the demo runs."""
BESIDE = ("tests", "benchmarks", "docs/monitoring")
SUITE = {
    "upgrade of each release on both databases, cut off and gone on with": [
        "tests/living/test_killed_upgrade.py::test_the_command_says_that_it_goes_on",
    ],
    "fail-over of PostgreSQL": ["tests/faults/test_standby.py"],
    "fail-over of Valkey under Sentinel": ["tests/faults/test_sentinel.py"],
    "S3": ["tests/storage/test_bucket.py"],
    "alarms": ["tests/linli/test_alarms_command.py"],
}
"""What is played against the installed product, by what it shows; what the machine has no tool for says so."""
SAID = "虎踞北路4号05幢3楼楼道灯坏了"


class Installed:
    """An environment with the wheel in it, and an empty folder to work in."""

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


def played_demo(place: Installed) -> None:
    """A report typed into a phone becomes a ticket that export prints; pages, scripts and fonts come."""
    data = str(place.folder / "data")
    with place.running("demo", LINLI_DATA_DIR=data) as (process, log):
        demo = ready(process, log)
        assert "已登记" in demo.says("李示例", SAID)
        exported = place.linli("export", "tickets", "--format", "jsonl", LINLI_DATA_DIR=data)
        assert json.loads(exported.splitlines()[0])["place"] == "虎踞北路4号5幢3楼楼道"
        asked(demo.chat, "/", "/assets/noto-sans-sc/400.css")
        asked_office(demo.office)
        print(f"demo: {at_rest(lambda: sum(megabytes(process.pid).values()), MOST_OF_ALL):.0f} MB", flush=True)


def asked_office(office: str) -> None:
    """Pages of office and public, and what browsers fetch for them."""
    asked(office, "/console/sign-in", "/console/assets/htmx.min.js", "/console/assets/echarts.min.js", "/stars/2026")
    asked(office, "/fonts/700.css", "/page.js", "/privacy")
    sheet = requests.get(f"{office}/fonts/400.css", timeout=10).text
    part = next(word for word in sheet.split("(") if word.startswith("./files/")).partition(")")[0]
    assert requests.get(f"{office}/fonts/{part[2:]}", timeout=10).content[:4] == b"wOF2"


def asked(base: str, *paths: str) -> None:
    """Each comes."""
    for path in paths:
        answer = requests.get(base + path, timeout=10)
        assert answer.status_code == 200, (path, answer.status_code)
        assert answer.content


def served_in_earnest(place: Installed) -> None:
    """Migrations, roster and all of `linli up` on an empty folder."""
    data, address = str(place.folder / "earnest"), free_address()
    assert "最新" in place.linli("db", "upgrade", LINLI_DATA_DIR=data)
    place.linli("db", "check", LINLI_DATA_DIR=data)
    place.linli("import", "template", str(place.folder / "roster.xlsx"), LINLI_DATA_DIR=data)
    settings = {
        "LINLI_DATA_DIR": data,
        "LINLI_BIND": address,
        "LINLI_WECHAT_TOKEN": "t",
        "LINLI_METRICS_BIND": free_address(),
    }
    with place.running("up", **settings) as (process, _):
        wait_for(f"http://{address}/readyz")
        asked_office(f"http://{address}")
        largest = at_rest(
            lambda: max(size for line, size in megabytes(process.pid).items() if PART.search(line)), MOST_OF_ONE
        )
        print(f"largest of web and worker: {largest:.0f} MB", flush=True)
    assert '"intent": "report"' in place.linli("understanding", "parse", SAID)
    place.run(
        "python",
        "-c",
        "from bot.lettering import letters; from linli.fonts import FONTS; letters(FONTS, 20, bold=True)",
    )


def megabytes(pid: int) -> dict[str, float]:
    """What a process and all below it hold each, what several share counted in parts (PSS); by number and command line."""
    found = {}
    for process in (psutil.Process(pid), *psutil.Process(pid).children(recursive=True)):
        held = Path(f"/proc/{process.pid}/smaps_rollup").read_text().partition("Pss:")[2].split()[0]
        found[f"{process.pid} {' '.join(process.cmdline())}"] = int(held) / 1024
    return found


def at_rest(measured: Callable[[], float], most: float) -> float:
    """What it comes to within a minute, once what the start brought is done."""
    deadline = time.monotonic() + 60
    while (found := measured()) > most and time.monotonic() < deadline:
        time.sleep(3)
    assert found <= most, f"{found:.0f} MB"
    return found


def looked_at_units(place: Installed) -> None:
    """systemd finds nothing wrong with the units, and little that they could be denied besides."""
    if shutil.which("systemd-analyze") is None:
        print("systemd-analyze is not here: units were not looked at", flush=True)
        return
    place.linli("units", "systemd", "--out", str(place.folder / "units"))
    files = sorted((place.folder / "units").glob("linli*"))
    for file in files:
        file.write_text(file.read_text().replace(LINLI, str(place.bin / "linli")))
    services = [file for file in files if file.suffix == ".service"]
    for asked in (["verify", *files], ["security", "--offline=yes", f"--threshold={MOST_EXPOSED}", *services]):
        done = subprocess.run(["systemd-analyze", *asked], capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
        assert not done.stderr, done.stderr
    print("units looked at", flush=True)


def played_tests(place: Installed) -> None:
    """Tests of the suite against what is installed, from a folder in which nothing of the product lies but them."""
    folder = place.folder / "suite"
    for name in BESIDE:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    packages = place.run(
        "python", "-c", "import linli, pathlib; print(pathlib.Path(linli.__file__).parent.parent)"
    ).strip()
    env = environment(PYTHONPATH=packages)
    where = [sys.executable, "-c", "import storage; print(storage.__file__)"]
    found = subprocess.run(where, cwd=folder, env=env, capture_output=True, text=True, check=True).stdout
    assert found.startswith(packages), found
    for said, names in SUITE.items():
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-m", "soak or not soak", "-p", "no:randomly", "-rs", *names],
            cwd=folder, env=env, capture_output=True, text=True,
        )  # fmt: skip
        assert done.returncode == 0, f"{said}\n{done.stdout}\n{done.stderr}"
        skipped = [line for line in done.stdout.splitlines() if line.startswith("SKIPPED")]
        print(f"{said}: played", *skipped, sep="\n  ", flush=True)


def main(wheel: Path) -> None:
    """Plays all of it."""
    with tempfile.TemporaryDirectory(prefix="linli-installed-") as name:
        place = Installed(wheel.absolute(), Path(name))
        print("installed", flush=True)
        played_demo(place)
        print("demo played", flush=True)
        served_in_earnest(place)
        print("up played", flush=True)
        looked_at_units(place)
        played_tests(place)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
