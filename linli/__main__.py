"""The command line: which commands there are. Each is read when it is called; `linli.commands` holds them."""

import gc

import click

from linli.click_words import speak_chinese
from linli.lazy_group import Elsewhere, LazyGroup

COMMANDS = {
    "alarms": Elsewhere("linli.commands.alarms", "alarms", "正在发生的系统故障和怎么办；有故障时退出码为 1。"),
    "audit": Elsewhere("linli.commands.audit", "audit", "审计记录：核对、导出。"),
    "backup": Elsewhere("linli.commands.backup", "backup", "把数据库和附件备份成一个文件；密钥不在里面，请另外保存。"),
    "cases": Elsewhere("linli.commands.cases", "cases", "年度案例：街道这一年成册。"),
    "commands": Elsewhere("linli.commands.catalogue", "commands", "列出全部可以办的事：名称、谁能办、要填什么、例句。"),
    "compliance": Elsewhere(
        "linli.commands.compliance",
        "compliance",
        "按现在的配置写出合规材料：个人信息保护影响评估、清单、权限表、等级保护定级报告和措施对照表。",
    ),
    "connectors": Elsewhere(
        "linli.commands.connectors", "connectors", "其他平台的对接：列出、检查对照表、开通、停用、重办。"
    ),
    "db": Elsewhere("linli.commands.db", "db", "数据库结构。"),
    "demo": Elsewhere("linli.commands.serving", "demo", "示例街道：一条命令启动全部程序和聊天页面。"),
    "doctor": Elsewhere("linli.commands.serving", "doctor", "检查配置，用中文说明哪里有问题。"),
    "drill": Elsewhere("linli.commands.drill", "drill", "演练：在微信模拟平台上试一试，不碰正式数据。"),
    "duty": Elsewhere("linli.commands.duty", "duty", "值班：站点、排班、时长。"),
    "export": Elsewhere("linli.commands.export", "export", "导出数据。"),
    "import": Elsewhere("linli.commands.roster", "imports", "导入数据。"),
    "jobs": Elsewhere("linli.commands.jobs", "jobs", "各项定时任务：时间、上次、下次，有没有出错。"),
    "menu": Elsewhere("linli.commands.menu", "menu", "公众号菜单。"),
    "office": Elsewhere("linli.commands.office", "office", "后台：管理员密码、其他系统的密钥。"),
    "openapi": Elsewhere(
        "linli.commands.openapi", "openapi", "打印接口说明（OpenAPI 3.1，由路由生成）：后台、公开网页、Open311。"
    ),
    "outbox": Elsewhere("linli.commands.outbox", "outbox", "发件箱：待发、已发、存下、没发出的推送。"),
    "person": Elsewhere("linli.commands.person", "person", "一个人的资料：查看、邀请、导出、注销。"),
    "qr": Elsewhere(
        "linli.commands.qr", "qr", "生成一个社区各楼栋（或设施）的二维码：每个一张 PNG，一份可打印的 PDF。"
    ),
    "queue": Elsewhere("linli.commands.serving", "queue", "只启动内置 Valkey，供几个系统服务共用。"),
    "report": Elsewhere(
        "linli.commands.report",
        "report",
        "一个月的响应率、解决率、满意率和时长，按社区、网格、类别、月份；另列未诉先办和应急包。",
    ),
    "restore": Elsewhere(
        "linli.commands.backup",
        "restore",
        "从备份恢复到一个空数据库（SQLite 和 PostgreSQL 都行）；备份以后注销过的人照样注销。",
    ),
    "scheduler": Elsewhere("linli.commands.serving", "scheduler", "只启动定时。"),
    "setup": Elsewhere(
        "linli.commands.setup", "setup", "第一次设置：问几个问题，写好 .env 和名册，和微信试通，等到第一条上报。"
    ),
    "simulate": Elsewhere("linli.commands.serving", "simulate", "启动微信模拟平台和聊天页面。"),
    "stars": Elsewhere("linli.commands.stars", "stars", "美善之星：年度名单和年册。"),
    "tick": Elsewhere(
        "linli.commands.tick",
        "tick",
        "办理此刻到期的一切：派单、提醒、超时上报、结案、检查单、推送；再运行一次不会重复。",
    ),
    "trace": Elsewhere(
        "linli.commands.trace", "trace", "一条消息引起了什么：给日志里的 id，或工单编号（看上报它的那条消息）。"
    ),
    "understanding": Elsewhere(
        "linli.commands.understanding", "understanding", "看机器人怎么理解一句话；训练和评估分类。"
    ),
    "units": Elsewhere("linli.commands.units", "units", "生成长期运行用的文件：systemd 服务，或容器。"),
    "up": Elsewhere("linli.commands.serving", "up", "启动消息入口、后台和定时（正式运行）。"),
    "web": Elsewhere("linli.commands.serving", "web", "只启动消息入口。"),
    "worker": Elsewhere("linli.commands.serving", "worker", "只启动后台：下载附件、发送推送。"),
}

speak_chinese()


@click.group(cls=LazyGroup, elsewhere=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="linli", message="邻里 %(version)s")
def main() -> None:
    """邻里：街道的微信机器人和后台。"""
    gc.set_threshold(50_000, 20, 50)  # what is read at the start stays: nothing is found by looking through it
    from linli.private_files import make_private
    from linli.settings import machine_user
    from storage.origin import came_from

    make_private()
    came_from(f"shell:{machine_user()}")


if __name__ == "__main__":
    main()
