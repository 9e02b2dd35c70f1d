"""`linli import roster` as it is typed."""

from tests.commands import linli


def imported(env, file, *options):
    result = linli("import", "roster", str(file), *options, env=env)
    assert "Traceback" not in result.stderr
    return result
