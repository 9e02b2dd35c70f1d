"""Settings from the environment and `.env`. The table in docs/operator.md names each; a test holds them together."""

import getpass
import os
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cryptography.fernet import Fernet
from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy.exc import ArgumentError

from bot.aes_key import decode_key
from console.tiles import is_tile_address
from governance.things.datum import Datum
from linli import clock, env_file, texts
from linli.encrypted import bucket_is_encrypted, database_is_encrypted, queue_is_encrypted, web_is_encrypted
from linli.errors import Stop
from storage.database import parsed_url

DEMO = "LINLI_DEMO"
"""Set by the demo for its own processes only."""

QUEUES = ("redis", "rediss", "unix", "redis+sentinel", "rediss+sentinel")


class Settings(BaseSettings):
    """Read once at the start; every field is `LINLI_` and its name in capitals."""

    model_config = SettingsConfigDict(env_prefix="LINLI_", env_file=".env", extra="ignore", env_ignore_empty=True)

    data_dir: Path = Path("data")
    database_url: str = ""
    redis_url: str = ""
    wechat_token: str = ""
    wechat_aes_key: str = ""
    wechat_app_id: str = ""
    wechat_app_secret: str = ""
    wechat_api_base: str = "https://api.weixin.qq.com"
    wechat_allow_plain: bool = False
    wechat_window_seconds: int = Field(default=600, ge=30, le=86_400)
    wecom_corp_id: str = ""
    wecom_secret: str = ""
    wecom_agent_id: int = Field(default=0, ge=0)
    wecom_api_base: str = "https://qyapi.weixin.qq.com"
    bind: str = "127.0.0.1:8080"
    metrics_bind: str = "127.0.0.1:9464"
    otlp_url: str = ""
    public_url: str = ""
    proxies: int = Field(default=0, ge=0, le=8)
    web_processes: int = Field(default=2, ge=1, le=64)
    web_threads: int = Field(default=64, ge=1, le=512)
    secret_key: str = ""
    backup_key: str = ""
    files: str = ""
    s3_key_id: str = ""
    s3_secret: str = ""
    rules: Path | None = None
    category_model: Path | None = None
    connectors: Path | None = None
    map_tiles: str = ""
    map_datum: Datum = Datum.GCJ02
    ticket_prefix: str = Field(default="NH", pattern=r"^[A-Z]{1,6}$")
    timezone: str = "Asia/Shanghai"

    @field_validator("wechat_aes_key")
    @classmethod
    def _aes_key(cls, value: str) -> str:
        if value:
            decode_key(value)
        return value

    @field_validator("map_tiles")
    @classmethod
    def _map_tiles(cls, value: str) -> str:
        if value and not is_tile_address(value):
            raise ValueError("map_tiles")
        return value

    @field_validator("map_datum")
    @classmethod
    def _map_datum(cls, value: Datum) -> Datum:
        if value is Datum.BD09:
            raise ValueError("map_datum")
        return value

    @field_validator("timezone")
    @classmethod
    def _timezone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise ValueError("timezone") from error
        return value

    @field_validator("database_url")
    @classmethod
    def _database_url(cls, value: str) -> str:
        try:
            known = not value or parsed_url(value).get_backend_name() in ("sqlite", "postgresql")
        except ArgumentError as error:
            raise ValueError("database_url") from error
        if not known or (value and not database_is_encrypted(parsed_url(value))):
            raise ValueError("database_url")
        return value

    @field_validator("files")
    @classmethod
    def _files(cls, value: str) -> str:
        if value.startswith("s3://") and not bucket_is_encrypted(value):
            raise ValueError("files")
        if "://" in value and not value.startswith("s3://"):
            raise ValueError("files")
        return value

    @field_validator("redis_url")
    @classmethod
    def _redis_url(cls, value: str) -> str:
        if value and (urlsplit(value).scheme not in QUEUES or not queue_is_encrypted(value)):
            raise ValueError("redis_url")
        return value

    @field_validator("wechat_api_base", "wecom_api_base", "otlp_url")
    @classmethod
    def _api_base(cls, value: str) -> str:
        if value and not web_is_encrypted(value):
            raise ValueError("api_base")
        return value.rstrip("/")

    @field_validator("public_url")
    @classmethod
    def _public_url(cls, value: str) -> str:
        if value and urlsplit(value).scheme not in ("http", "https"):
            raise ValueError("public_url")
        return value.rstrip("/")

    @field_validator("bind", "metrics_bind")
    @classmethod
    def _bind(cls, value: str) -> str:
        host, _, port = value.rpartition(":")
        if not host or not port.isdigit() or not 0 < int(port) < 65_536:
            raise ValueError("bind")
        return value

    @field_validator("secret_key", "backup_key")
    @classmethod
    def _secret_key(cls, value: str) -> str:
        for key in filter(None, value.split(",")):
            Fernet(key.strip())
        return value

    @property
    def backup_keys(self) -> tuple[str, ...]:
        """The keys of backups, the newest first; none where they are not encrypted."""
        return tuple(key.strip() for key in self.backup_key.split(",") if key.strip())

    @property
    def sqlalchemy_url(self) -> str:
        """The database to open."""
        return self.database_url or f"sqlite:///{(self.data_dir / 'linli.db').absolute()}"

    @property
    def address(self) -> tuple[str, int]:
        """Host and port to listen on."""
        return _host_and_port(self.bind)

    @property
    def metrics_address(self) -> tuple[str, int]:
        """Host and port of the figures for Prometheus."""
        return _host_and_port(self.metrics_bind)


def _host_and_port(bind: str) -> tuple[str, int]:
    host, _, port = bind.rpartition(":")
    return host.strip("[]"), int(port)


def machine_user() -> str:
    """Who runs this command on the machine; the number where the user has no name."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return str(os.getuid())


def malformed(error: ValidationError) -> str:
    """Which settings are wrong, a sentence each."""
    names = sorted({"LINLI_" + str(problem["loc"][0]).upper() for problem in error.errors()})
    return "\n".join(texts.malformed_setting(name) for name in names)


def load() -> Settings:
    """The settings of this process; raises Stop with one sentence that names what is wrong."""
    unread = env_file.flaws()
    if unread:
        raise Stop("\n".join(unread))
    try:
        settings = Settings()
    except ValidationError as error:
        raise Stop(malformed(error)) from error
    clock.follow(settings.data_dir)
    return settings


def require_wechat(settings: Settings) -> None:
    """Raises Stop when what the webhook cannot do without is missing."""
    if not settings.wechat_token:
        raise Stop(texts.missing_setting("LINLI_WECHAT_TOKEN"))
    if settings.wechat_aes_key and not settings.wechat_app_id:
        raise Stop(texts.missing_setting("LINLI_WECHAT_APP_ID"))
