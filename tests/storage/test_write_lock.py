"""Writers of several processes take turns; a killed one frees its turn."""

import subprocess
import sys
import time

from sqlalchemy import text

from storage.database import Database

HOLD = """
import sys, time
from pathlib import Path
from storage.write_lock import WriteLock
with WriteLock(Path(sys.argv[1])).held():
    print("held", flush=True)
    time.sleep(30)
"""


def test_a_killed_holder_frees_the_lock(tmp_path):
    database = Database(f"sqlite:///{tmp_path / 'x.db'}")
    holder = subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path / "x.db.lock")], stdout=subprocess.PIPE)
    assert holder.stdout.readline() == b"held\n"
    holder.kill()
    holder.wait()
    holder.stdout.close()
    started = time.monotonic()
    with database.write() as connection:
        connection.execute(text("CREATE TABLE x (a INTEGER)"))
    assert time.monotonic() - started < 5
    database.close()
