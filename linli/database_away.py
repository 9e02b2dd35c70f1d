"""Why a database does not answer, in words: host and port, the reason, and what to do."""

import re

from linli import setup_texts, texts

_SERVER = re.compile(r'(?:server at|host) "(?P<host>[^"]+)"(?: \([^)]*\))?,? port (?P<port>[0-9]+)')
_SOCKET = re.compile(r'socket "(?P<host>[^"]+)"')
_NAME = re.compile(r"(?:resolve host|translate host name) ['\"](?P<host>[^'\"]+)['\"]")
_REASONS = (
    (r"refused", "那里没有数据库在听", "启动 PostgreSQL，或核对端口（一般是 5432）"),
    (r"resolve host|translate host name", "找不到这个主机名", "核对主机名和这台机器的 DNS"),
    (r"timeout|timed out|expired", "等了几秒没有应答", "核对地址，看中间的防火墙有没有放行"),
    (r"unreachable|no route", "网络不通", "核对地址和路由"),
    (r"password authentication|no password supplied", "用户名或密码不对", "核对用户名和密码"),
    (r'role "[^"]+" does not exist', "没有这个数据库用户", "先建用户：createuser 用户"),
    (r'database "[^"]+" does not exist', "没有这个库", "先建库：createdb -O 用户 库名"),
    (r"no pg_hba\.conf entry", "服务器不许从这里连", "在它的 pg_hba.conf 里加上这台机器"),
    (r"certificate", "证书核对不上", "主机名要和证书一致，发证机构的证书写进 sslrootcert"),
    (r"SSL", "没有谈成加密", "在 PostgreSQL 里打开 ssl"),
    (r"No such file", "没有这个套接字", "启动 PostgreSQL，或核对套接字的文件夹"),
    (r"unable to open database file|readonly", "数据库文件打不开", "数据目录要归运行邻里的用户"),
    (r"locked|lock", "别的程序占着没有放", "等一会儿再试"),
    (r"too many|remaining connection", "数据库的连接用完了", "调大 max_connections"),
    (r"disk|full", "磁盘满了", "腾出空间再试"),
)


def why_away(error: BaseException) -> str:
    """The sentence of what stopped us; without a reason that we know, the plain one."""
    said = str(getattr(error, "orig", None) or error)
    found = next(((why, cure) for mark, why, cure in _REASONS if re.search(mark, said, re.IGNORECASE)), None)
    if found is None:
        return texts.DATABASE_AWAY
    return setup_texts.DATABASE_AWAY_WHY.format(where=_where(said), why=found[0], cure=found[1])


def _where(said: str) -> str:
    server = _SERVER.search(said)
    if server:
        return f"（{server['host']} 端口 {server['port']}）"
    named = _SOCKET.search(said) or _NAME.search(said)
    return f"（{named['host']}）" if named else ""
