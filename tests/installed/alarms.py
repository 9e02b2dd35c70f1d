"""The alarm rules that the installed product writes, asked of Prometheus' own tool.

Where promtool is not installed, Debian's package is fetched and unpacked beside, never installed.
"""

import shutil
import subprocess
from pathlib import Path

from tests.installed.place import Installed
from tests.installed.seen import Seen

PACKAGE, PATIENCE_S = "prometheus", 300


def rang_alarms(place: Installed) -> Seen:
    """The rules are found well, and recorded series make each ring and end when it should."""
    folder = place.folder / "alarms"
    place.linli("alarms", "export", "--out", str(folder))
    tool = shutil.which("promtool") or _fetched(place.folder / "promtool")
    if tool is None:
        return Seen(("rules written",), (), ("promtool, and apt does not bring it: rules not played",))
    for asked in (["check", "rules", "alerts.yml"], ["test", "rules", "alerts_test.yml"]):
        done = subprocess.run([tool, *asked], cwd=folder, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
    rules = (folder / "alerts.yml").read_text("utf-8").count("alert:")
    return Seen((f"promtool: {rules} rules well, and rang over recorded series when they should",))


def _fetched(folder: Path) -> str | None:
    """promtool out of Debian's package; None where there is no apt or no network."""
    if shutil.which("apt-get") is None:
        return None
    folder.mkdir()
    try:
        _run(folder, "apt-get", "download", PACKAGE)
        _run(folder, "dpkg", "-x", *map(str, folder.glob("*.deb")), ".")
    except (OSError, subprocess.SubprocessError):
        return None
    return shutil.which("promtool", path=str(folder / "usr" / "bin"))


def _run(folder: Path, *line: str) -> None:
    subprocess.run(line, cwd=folder, capture_output=True, check=True, timeout=PATIENCE_S)
