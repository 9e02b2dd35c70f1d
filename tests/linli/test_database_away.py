"""Why a database is away, as an operator reads it."""

import pytest
from sqlalchemy.exc import OperationalError

from linli import texts
from linli.database_away import why_away


@pytest.mark.parametrize(
    ("driver", "said"),
    [
        (
            'connection to server at "10.0.0.9", port 5433 failed: Connection refused',
            "（10.0.0.9 端口 5433）：那里没有",
        ),
        (
            "failed to resolve host 'db.invalid': [Errno -2] Name or service not known",
            "（db.invalid）：找不到这个主机名",
        ),
        (
            'connection to server at "10.0.0.9", port 5432 failed: FATAL:  password authentication failed for user "x"',
            "密码不对",
        ),
        ('connection to server at "h", port 5432 failed: FATAL:  database "x" does not exist', "没有这个库"),
        ('connection to server on socket "/run/x" failed: No such file or directory', "（/run/x）：没有这个套接字"),
        ("connection timeout expired", "连不上数据库：等了几秒没有应答"),
        ("unable to open database file", "数据库文件打不开"),
        ("something else", texts.DATABASE_AWAY),
    ],
)
def test_host_port_reason_and_cure(driver, said):
    found = why_away(OperationalError("SELECT 1", {}, Exception(driver)))
    assert said in found
    assert "LINLI_DATABASE_URL" in found
