"""What containers are made of is written; whether they can be built is only known where there is something to build them."""

import shutil
import subprocess

from tests.installed.place import Installed
from tests.installed.seen import Seen

BUILDERS = ("docker", "podman")


def wrote_containers(place: Installed) -> Seen:
    """The files are written; nothing more is claimed."""
    out = place.folder / "containers"
    place.linli("units", "compose", "--out", str(out))
    names = {file.name for file in out.iterdir()}
    assert {"Containerfile", "compose.yaml", "Caddyfile", "env.example"} <= names, names
    return Seen((f"{len(names)} files written",), (), (f"{_why()}: nothing built, nothing started",))


def _why() -> str:
    found = [name for name in BUILDERS if shutil.which(name)]
    working = [name for name in found if subprocess.run([name, "info"], capture_output=True).returncode == 0]
    if working:
        return f"{working[0]} is here, and building is not part of this yet"
    return f"{found[0]} has no daemon here" if found else "neither docker nor podman here"
