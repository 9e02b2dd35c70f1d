"""Puts the parts together for each kind of process."""

from collections.abc import Callable
from datetime import timedelta
from functools import cache
from zoneinfo import ZoneInfo

from bot.api import PlatformApi
from bot.cipher import SafeMode
from bot.codec import Account
from bot.in_force import InForce, plain, templates_of
from bot.notice_templates import Templates
from bot.tools import Tools
from bot.wecom import WeComApi
from governance.area_notices import Reach
from governance.clock import Clock
from governance.connectors.file import WrongMapping
from governance.notices import Group
from handlers.context import SubdistrictConfig
from handlers.mappings import mappings_in
from linli import texts
from linli.connector_texts import WRONG_MAPPINGS
from linli.database_away import why_away
from linli.errors import Stop
from linli.fonts import FONTS
from linli.model_file import load_model
from linli.private_files import tighten
from linli.rules_file import read_rules
from linli.secret_keys import secret_keys
from linli.settings import Settings
from linli.valkey import begin, embedded_url
from scheduler.queue import connect
from storage import keyring
from storage.bucket import files_at
from storage.database import Database, Unavailable
from storage.errors import DatabaseBehind
from storage.files import FileStore
from storage.schema import require_current


def open_database(settings: Settings) -> Database:
    """The settings' database, with the key of its encrypted columns; nothing is checked yet."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    tighten(settings)
    keyring.unlock(secret_keys(settings))
    return Database(settings.sqlalchemy_url)


def ready_database(settings: Settings) -> Database:
    """The database, reachable and with the schema of this version; raises Stop otherwise."""
    database = open_database(settings)
    try:
        require_current(database)
    except DatabaseBehind as error:
        raise Stop(texts.DATABASE_BEHIND) from error
    except Unavailable as error:
        raise Stop(why_away(error)) from error
    return database


def account_of(settings: Settings) -> Account:
    """The official account that the settings describe."""
    safe_mode = SafeMode(settings.wechat_aes_key, settings.wechat_app_id) if settings.wechat_aes_key else None
    window = timedelta(seconds=settings.wechat_window_seconds)
    return Account(settings.wechat_token, safe_mode, settings.wechat_allow_plain, window)


def subdistrict_config(settings: Settings, database: Database | None = None) -> SubdistrictConfig:
    """The subdistrict's fixed facts; with what is set at the office by now, where the database is given."""
    if database is not None:
        return followed_config(settings, database)[0]
    own = read_rules(settings.rules)
    learned = load_model(settings.category_model) if settings.category_model else None
    try:
        mappings = mappings_in(settings.connectors, own.categories) if settings.connectors else None
    except WrongMapping as wrong:
        raise Stop(WRONG_MAPPINGS.format(problems="\n".join(wrong.problems))) from wrong
    public_url = settings.public_url or f"http://{settings.bind}"
    return SubdistrictConfig(
        settings.ticket_prefix, ZoneInfo(settings.timezone), own.rules, own.categories, learned,
        calendar=own.calendar, public_url=public_url, privacy=own.privacy,
        requests=own.requests, mappings=mappings, reach=Reach(Group.AREA in own.templates, bool(settings.wecom_corp_id)),
        templates=plain(own.templates),
    )  # fmt: skip


def files_of(settings: Settings) -> FileStore:
    """Where attachments lie: in the data folder, a folder that several machines share, or a bucket."""
    return files_at(settings.files, settings.data_dir / "files", settings.s3_key_id, settings.s3_secret)


def followed_config(settings: Settings, database: Database) -> tuple[SubdistrictConfig, InForce, Templates]:
    """The same with what is set at the office, which is looked at anew; and the templates of notices likewise."""
    config = subdistrict_config(settings)
    templates = templates_of(config.templates)
    follows = InForce(database, config, templates)
    follows.look()
    return config, follows, templates


def begin_queue(settings: Settings) -> None:
    """Lets the embedded Valkey start while something else is done, where the settings name no Redis."""
    if not settings.redis_url:
        begin(settings.data_dir)


def queue_url(settings: Settings) -> str:
    """The Redis to use: the setting's, else the data folder's embedded Valkey, started when it is not running."""
    return settings.redis_url or embedded_url(settings.data_dir)


def platform_api(settings: Settings, redis_url: str | None = None, a_second: int | None = None) -> PlatformApi:
    """The platform's API for the settings' account. `a_second`: the rules file's pushes_a_second, where that is known."""
    redis = connect(redis_url or queue_url(settings))
    if a_second is None:
        a_second = read_rules(settings.rules).rules.pushes_a_second
    return PlatformApi(settings.wechat_api_base, settings.wechat_app_id, settings.wechat_app_secret, redis, a_second)


def wecom_of(settings: Settings, redis_url: str) -> WeComApi | None:
    """The subdistrict's WeCom, where the settings name one."""
    if not settings.wecom_corp_id:
        return None
    return WeComApi(
        settings.wecom_api_base,
        settings.wecom_corp_id,
        settings.wecom_secret,
        settings.wecom_agent_id,
        connect(redis_url),
    )


def tools_of(
    settings: Settings, database: Database, redis_url: str, clock: Clock, wake: Callable[[], None] = lambda: None
) -> Callable[[], Tools]:
    """What the actors work with, made when first asked for; each time it is asked for, it goes by what is set by then."""

    @cache
    def made() -> tuple[Tools, InForce]:
        config, follows, templates = followed_config(settings, database)
        return Tools(
            database,
            platform_api(settings, redis_url, config.as_read.rules.pushes_a_second),
            files_of(settings),
            clock,
            FONTS,
            config,
            templates,
            wecom_of(settings, redis_url),
            settings.data_dir / "backups",
            wake=wake,
            backup_keys=settings.backup_keys,
        ), follows

    def tools() -> Tools:
        found, follows = made()
        follows.look()
        return found

    return tools
