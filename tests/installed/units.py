"""systemd finds nothing wrong with the units, and little that they could be denied besides."""

import shutil
import subprocess

from linli.units.systemd import LINLI
from tests.installed.place import Installed
from tests.installed.seen import Seen

MOST_EXPOSED = 20
"""In tenths of systemd's own scale, on which 100 is a service without any bounds."""


def looked_at_units(place: Installed) -> Seen:
    """`systemd-analyze verify` and `security` of what `linli units systemd` writes, with the installed command in it."""
    place.linli("units", "systemd", "--out", str(place.folder / "units"))
    files = sorted((place.folder / "units").glob("linli*"))
    if shutil.which("systemd-analyze") is None:
        return Seen((f"{len(files)} units written",), (), ("systemd-analyze: units not looked at",))
    for file in files:
        file.write_text(file.read_text().replace(LINLI, str(place.bin / "linli")))
    services = [file for file in files if file.suffix == ".service"]
    for asked in (["verify", *files], ["security", "--offline=yes", f"--threshold={MOST_EXPOSED}", *services]):
        done = subprocess.run(["systemd-analyze", *asked], capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
        assert not done.stderr, done.stderr
    seen = f"systemd-analyze: {len(files)} units verified, {len(services)} services at most {MOST_EXPOSED / 10} of 10 exposed"
    return Seen((seen,), (), ("no systemd runs here: units were not started",))
