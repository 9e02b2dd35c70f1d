"""Where the web processes' counters lie. Must run before prometheus-client is imported, which reads it once."""

import os
import shutil

from linli.settings import Settings


def prepare(settings: Settings) -> None:
    """A fresh folder for this server's counters, named in the environment of its processes."""
    folder = settings.data_dir.absolute() / f"metrics-{settings.address[1]}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(folder)
