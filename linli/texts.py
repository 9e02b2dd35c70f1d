"""What operators read: command answers, errors, the demo's lines."""

SETTINGS = {
    "LINLI_DATA_DIR": "数据目录",
    "LINLI_DATABASE_URL": "数据库地址，形如 sqlite:////路径/linli.db 或 postgresql://用户@主机/库名",
    "LINLI_REDIS_URL": "Redis 地址，形如 redis://主机:6379/0 或 unix:///路径.sock",
    "LINLI_WECHAT_TOKEN": "公众平台“基本配置”里的令牌 Token",
    "LINLI_WECHAT_AES_KEY": "公众平台的 EncodingAESKey，43 个字符",
    "LINLI_WECHAT_APP_ID": "公众号的 AppID，安全模式必填",
    "LINLI_WECHAT_APP_SECRET": "公众号的 AppSecret，下载图片、主动推送必填",
    "LINLI_WECHAT_API_BASE": "微信接口地址，以 http:// 或 https:// 开头",
    "LINLI_WECHAT_ALLOW_PLAIN": "是否在安全模式下仍接受明文消息，填 1 或 0",
    "LINLI_WECHAT_WINDOW_SECONDS": "消息时间戳允许的偏差秒数，30 至 86400",
    "LINLI_BIND": "监听地址，形如 127.0.0.1:8080",
    "LINLI_WEB_PROCESSES": "网页进程数，1 至 64",
    "LINLI_WEB_THREADS": "每个网页进程的线程数，1 至 512",
    "LINLI_SECRET_KEY": "加密姓名和电话的密钥，32 字节的 URL 安全 base64",
    "LINLI_RULES": "规则文件（TOML）的路径",
    "LINLI_TICKET_PREFIX": "工单编号前缀，1 至 6 个大写字母",
    "LINLI_TIMEZONE": "时区名，例如 Asia/Shanghai",
}

RULES_UNREADABLE = "规则文件 {path} 读不了，请检查 LINLI_RULES。"
RULES_MALFORMED = "规则文件 {path} 格式有误：{error}。"
RULES_UNKNOWN = "规则文件 {path} 里的 {name} 不是规则名，可用的规则名见 docs/operator.md。"
RULES_OUT_OF_RANGE = "规则文件 {path} 里的 {name} 应为 {least} 至 {most} 的整数。"
DATABASE_BEHIND = "数据库结构不是最新的：请先运行 linli db upgrade。"
DATABASE_AWAY = "连不上数据库，请检查 LINLI_DATABASE_URL 和数据库服务。"
DATABASE_OK = "数据库结构与程序一致。"
DATABASE_UPGRADED = "数据库已是最新结构。"
DATABASE_DIFFERS = "数据库结构与程序不一致："
QUEUE_AWAY = "连不上 Redis，请检查 LINLI_REDIS_URL。消息仍会保存，图片下载和推送会推迟。"
QUEUE_OK = "Redis 可用。"
DOCTOR_OK = "检查通过，可以启动。"
DOCTOR_FAILED = "发现 {count} 个问题，请先处理。"
TOKEN_OK = "微信令牌已设置。"
NO_AES = "没有设置 LINLI_WECHAT_AES_KEY：消息以明文接收，建议在公众平台改用安全模式。"
NO_SECRET = "没有设置 LINLI_WECHAT_APP_SECRET：不能下载图片，也不能主动推送。"
PLATFORM_OK = "微信接口可用。"
PLATFORM_AWAY = "微信接口不可用：{error}"
DATA_DIR_BAD = "数据目录 {path} 不能写入，请检查 LINLI_DATA_DIR。"
DATA_DIR_OK = "数据目录可写。"
PORT_TAKEN = "地址 {address} 已被占用：请关掉占用它的程序，或改用别的端口。"
WORKER_UP = "后台进程已启动：下载附件、发送推送。"
SCHEDULER_UP = "定时进程已启动。"
FORMAT_UNKNOWN = "不支持的导出格式 {format}。"
BAD_DATE = "日期 {text} 看不懂，请写成 2026-11-24 的样子。"
ASSETS_MISSING = "缺少网页字体等资源：请先运行 make setup。"
CHILD_DIED = "{name} 意外退出（{code}），正在重新启动。"
GAVE_UP = "{name} 反复退出，已停止。请看上面的日志。"
VALKEY_FAILED = "内置的 Valkey 没有启动成功，请看 {log}，或用 LINLI_REDIS_URL 指定一个 Redis。"

NOT_READY = "等了很久仍没有就绪：{url}。请看上面的日志。"
MENU_PUBLISHED = "菜单已发布到公众号。"
DEMO_PREPARING = "正在准备示例街道（居民、楼栋长、网格员均为虚构）…"
DEMO_STARTING = "正在启动：微信模拟平台、消息入口、后台、定时…"
DEMO_READY = """
邻里已经启动。

  聊天页面（像手机一样发消息）  {chat}
  消息入口（微信回调）          {webhook}
  运行指标                      {metrics}

  在聊天页面发一句“虎踞北路4号05幢3楼楼道灯坏了”，再在另一个终端运行：
  {export}

按 Ctrl-C 停止全部程序。"""
STOPPING = "正在停止…"
STOPPED = "已全部停止。"


def missing_setting(name: str) -> str:
    """A setting that must be there is not."""
    return f"缺少 {name}：{SETTINGS[name]}。请写进环境变量或 .env 文件。"


def malformed_setting(name: str) -> str:
    """A setting cannot be read."""
    return f"{name} 写错了：{SETTINGS.get(name, '请看 docs/operator.md')}。"
