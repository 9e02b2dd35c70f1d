"""`linli queue`: the embedded Valkey as a service of its own, so that it stays when one of the parts is restarted."""

from linli import valkey
from linli.settings import Settings
from linli.stopping import stop_signal


def hold(settings: Settings) -> None:
    """Keeps the data folder's server running until SIGTERM or SIGINT; where the settings name another one, only waits."""
    stopping = stop_signal()
    if not settings.redis_url:
        valkey.embedded_url(settings.data_dir)
    stopping.wait()
    valkey.release(settings.data_dir)
