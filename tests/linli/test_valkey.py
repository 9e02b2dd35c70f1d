"""One embedded Valkey a data folder: shared, and gone with its last user, however that went."""

import signal
import subprocess
import sys
import time

from tests.patience import wait_until
from tests.processes import using

USE = """
import sys, time
from pathlib import Path
from linli.valkey import embedded_url
print(embedded_url(Path(sys.argv[1])), flush=True)
time.sleep(60)
"""


def user(folder):
    process = subprocess.Popen([sys.executable, "-c", USE, str(folder)], stdout=subprocess.PIPE, text=True)
    return process, process.stdout.readline().strip()


def servers(folder):
    return [line for line in using(folder) if "valkey-server" in line]


def test_users_share_one_server_and_the_last_one_killed_ends_it(tmp_path):
    users = [user(tmp_path) for _ in range(3)]
    assert len({url for _, url in users}) == 1
    assert len(servers(tmp_path)) == 1
    for process, _ in users[:2]:
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
    time.sleep(0.5)
    assert len(servers(tmp_path)) == 1
    last, _ = users[2]
    last.send_signal(signal.SIGKILL)
    last.wait()
    last.stdout.close()
    assert wait_until(lambda: servers(tmp_path) == [], 10)


def test_a_deep_folder_has_its_socket_elsewhere(tmp_path):
    deep = tmp_path / ("深" * 40)
    process, url = user(deep)
    assert len(url) < 107
    process.kill()
    process.wait()
    process.stdout.close()
    assert wait_until(lambda: using(deep) == [], 10)
