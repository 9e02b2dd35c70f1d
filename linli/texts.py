"""What operators read: command answers, errors, the demo's lines."""

SETTINGS = {
    "LINLI_DATA_DIR": "数据目录",
    "LINLI_DATABASE_URL": (
        "数据库地址，形如 sqlite:////路径/linli.db 或 postgresql://用户@主机/库名；在别的机器上要加密，"
        "加上 ?sslmode=verify-full"
    ),
    "LINLI_REDIS_URL": "Redis 地址，形如 redis://127.0.0.1:6379/0 或 unix:///路径.sock；在别的机器上要加密，写 rediss://",
    "LINLI_WECHAT_TOKEN": "公众平台“基本配置”里的令牌 Token",
    "LINLI_WECHAT_AES_KEY": "公众平台的 EncodingAESKey，43 个字符",
    "LINLI_WECHAT_APP_ID": "公众号的 AppID，安全模式必填",
    "LINLI_WECHAT_APP_SECRET": "公众号的 AppSecret，下载图片、主动推送必填",
    "LINLI_WECHAT_API_BASE": "微信接口地址，以 https:// 开头，只有本机的可以用 http://",
    "LINLI_WECHAT_ALLOW_PLAIN": "是否在安全模式下仍接受明文消息，填 1 或 0",
    "LINLI_WECHAT_WINDOW_SECONDS": "消息时间戳允许的偏差秒数，30 至 86400",
    "LINLI_WECOM_CORP_ID": "企业微信的企业 ID",
    "LINLI_WECOM_SECRET": "企业微信应用的 Secret",
    "LINLI_WECOM_AGENT_ID": "企业微信应用的 AgentId，正整数",
    "LINLI_WECOM_API_BASE": "企业微信接口地址，以 https:// 开头，只有本机的可以用 http://",
    "LINLI_BIND": "监听地址，形如 127.0.0.1:8080",
    "LINLI_METRICS_BIND": "运行指标 /metrics 的监听地址，形如 127.0.0.1:9464",
    "LINLI_OTLP_URL": "链路追踪收集端的地址，以 https:// 开头，只有本机的可以用 http://",
    "LINLI_PUBLIC_URL": "外面访问本系统的网址，以 http:// 或 https:// 开头",
    "LINLI_PROXIES": "前面有几层自己的反向代理，0 至 8",
    "LINLI_WEB_PROCESSES": "网页进程数，1 至 64",
    "LINLI_WEB_THREADS": "每个网页进程的线程数，1 至 512",
    "LINLI_SECRET_KEY": "加密姓名和电话的密钥，32 字节的 URL 安全 base64；更换时新的在前、旧的在后，用逗号隔开",
    "LINLI_BACKUP_KEY": "加密备份的密钥，32 字节的 URL 安全 base64；更换时新的在前、旧的在后，用逗号隔开",
    "LINLI_FILES": "附件的文件夹，或 s3://桶/前缀?endpoint=https://主机；在别的机器上要加密",
    "LINLI_S3_KEY_ID": "S3 存储的 Access Key ID",
    "LINLI_S3_SECRET": "S3 存储的 Secret Access Key",
    "LINLI_RULES": "规则文件（TOML）的路径",
    "LINLI_CATEGORY_MODEL": "训练好的分类模型文件（linli understanding train 生成）的路径",
    "LINLI_CONNECTORS": "其他平台对照表（TOML）的文件夹",
    "LINLI_MAP_TILES": "底图服务器的地址，要有 {z}、{x}、{y}，例如 https://tiles.example.cn/{z}/{x}/{y}.png",
    "LINLI_MAP_DATUM": "底图的坐标系：gcj02（高德、腾讯）或 wgs84（天地图、OpenStreetMap）",
    "LINLI_TICKET_PREFIX": "工单编号前缀，1 至 6 个大写字母",
    "LINLI_TIMEZONE": "时区名，例如 Asia/Shanghai",
}

RULES_UNREADABLE = "规则文件 {path} 读不了，请检查 LINLI_RULES。"
RULES_MALFORMED = "规则文件 {path} 格式有误：{error}。"
RULES_UNKNOWN = "规则文件 {path} 里的 {name} 不是规则名，可用的规则名见 docs/operator.md。"
RULES_TEMPLATE = (
    "规则文件 {path} 里第 {number} 个 [[template]] 写得不对："
    "要有 groups（{groups}）、id、kind（subscribe 或 template）和 fields（值是 title、rest、text、number 或 time）。"
)
RULES_CALENDAR = (
    "规则文件 {path} 里的 [calendar] 写得不对：应是 workdays = [2027-02-20] 和 holidays = [2027-10-04] 这样的日期列表。"
)
RULES_CATEGORY = "规则文件 {path} 里第 {number} 个 [[category]] 写得不对：{problem}。"
CATEGORY_FIELDS = "要有 code、group、name、line、urgency 和 words（文字列表）"
CATEGORY_URGENCY, CATEGORY_LINE = "urgency 应是 hazard、urgent、normal、enquiry 之一", "line 应是 {lines} 之一"
SHEET_UNREADABLE = "读不了 {path}，请给 .jsonl、.csv 或 .xlsx 的表。"
NO_LABELS = "{path} 里没有可用的行：要有文字列（{texts}）和类别列（{labels}）。"
LEARN_MISSING = "训练和使用模型需要另外安装：pip install .[learn]。没有它时按规则分类。"
TOO_FEW_LABELS = "标好的行太少：至少两个类别各有 5 行，每个类别至少 2 行。"
MODEL_UNREADABLE = "模型文件 {path} 读不了，请检查路径，或重新训练。"
MODEL_WRITTEN = "模型已写到 {path}：{count} 行，{date} 训练，数据指纹 {hash}。用 LINLI_CATEGORY_MODEL 指定后启用。"
MODEL_ABOUT = "模型：{date} 训练，数据指纹 {hash}，训练时交叉验证 macro-F1 {f1:.3f}"
TRAINED_ON = "有 {count} 行在训练时用过，不参加评估。"
NOTHING_TO_EVALUATE = "没有可以评估的行：所有文字在训练时都用过。"
SCORES_HEAD = "类别\t精确率\t召回率\tF1\t行数"
RULES_OUT_OF_RANGE = "规则文件 {path} 里的 {name} 应为 {least} 至 {most} 的整数。"
DATABASE_BEHIND = "数据库结构不是最新的：请先运行 linli db upgrade。"
DATABASE_AWAY = "连不上数据库，请检查 LINLI_DATABASE_URL 和数据库服务。"
NO_ROOM = "磁盘满了（或超出了配额），没有办完。请腾出空间再运行一次。"
DATABASE_OK = "数据库结构与程序一致。"
DATABASE_UPGRADED = "数据库已是最新结构。"
DATABASE_DIFFERS = "数据库结构与程序不一致："
QUEUE_AWAY = "连不上 Redis，请检查 LINLI_REDIS_URL。消息仍会保存，图片下载和推送会推迟。"
QUEUE_OK = "Redis 可用。"
DOCTOR_OK = "检查通过。"
DOCTOR_FAILED = "发现 {count} 个问题，请先处理。"
TOKEN_OK = "微信令牌已设置。"
NO_AES = "没有设置 LINLI_WECHAT_AES_KEY：消息以明文接收，建议在公众平台改用安全模式。"
NO_PROXIES = "LINLI_PUBLIC_URL 是 https，但没有设置 LINLI_PROXIES：所有来访都算作代理的地址，后台登录的次数限制和审计分不出是谁。"
PUBLIC_IN_CLEAR = "LINLI_PUBLIC_URL 不是 https：登录凭据和居民资料会明文经过网络，请放在 HTTPS 反向代理后面。"
PUBLIC_OK = "LINLI_PUBLIC_URL 的 HTTPS 只用现行的版本和算法，证书有效。"
PUBLIC_FLAWS = {
    "away": "LINLI_PUBLIC_URL 从这台机器上连不上，没有检查它的 HTTPS。",
    "untrusted": "LINLI_PUBLIC_URL 的证书没有公认的机构签发、过期了，或不是这个域名的：浏览器会警告，微信也不认。",
    "old": "LINLI_PUBLIC_URL 还接受 TLS 1.1 或更旧的版本，请在代理里只留 TLS 1.2 和 1.3（nginx：ssl_protocols TLSv1.2 TLSv1.3;）。",
    "weak": (
        "LINLI_PUBLIC_URL 还接受不推荐的加密套件，请在代理里只留 ECDHE 或 DHE 加 GCM、CHACHA20 的"
        "（nginx：ssl_ciphers ECDHE+AESGCM:ECDHE+CHACHA20;）。"
    ),
}
BOUND_ELSEWHERE = "{name} 不是本机地址：代理和程序之间是明文，请确认中间的网络只有自己的机器。"
NO_SECRET = "没有设置 LINLI_WECHAT_APP_SECRET：不能下载图片，也不能主动推送。"
PLATFORM_OK = "微信接口可用。"
PLATFORM_AWAY = "微信接口不可用"
DATA_DIR_BAD = "数据目录 {path} 不能写入，请检查 LINLI_DATA_DIR。"
DATA_DIR_OK = "数据目录可写。"
OPEN_TO_OTHERS = "{path} 别的用户也能读，里面有密钥或居民资料：请执行 chmod go= {path}，目录和文件都归运行邻里的用户。"
PORT_TAKEN = "地址 {address} 已被占用：请关掉占用它的程序，或改用别的端口。"
BAD_DATE = "日期 {text} 看不懂，请写成 2026-11-24 的样子。"
ASSETS_MISSING = "缺少网页字体等资源：请先运行 make setup。"
CHILD_DIED = "{name} 意外退出（{code}），正在重新启动。"
GAVE_UP = "{name} 反复退出，已停止。请看上面的日志。"
VALKEY_FAILED = "内置的 Valkey 没有启动成功，请看 {log}，或用 LINLI_REDIS_URL 指定一个 Redis。"

READING = "读取名册"
WRITING = "写入名册"
TEMPLATE_WRITTEN = "模板已写到 {path}。填好后运行：linli import roster {path} --dry-run"
NOT_A_WORKBOOK = (
    "{path} 不是 Excel 工作簿（.xlsx），或者已损坏、加了密码。请在 Excel 里另存为“Excel 工作簿 (.xlsx)”。什么都没有改。"
)
WORKBOOK_TOO_LARGE = "{path} 展开后太大，不像是名册。请只保留需要的工作表和行。什么都没有改。"
FILE_UNREADABLE = "读不了 {path}，请检查文件名和权限。"
FILE_UNWRITABLE = "写不了 {path}，请检查文件夹和权限。"
ROSTER_REFUSED = "名册里有 {count} 个问题，什么都没有改："
MORE_PROBLEMS = "……还有 {count} 个问题，先改上面的。"
SHEET_CHANGES = "{sheet}：增加 {add}，修改 {change}，撤销 {remove}"
MORE_CHANGES = "  ……还有 {count} 项"
MUCH_REMOVED = (
    "这份名册会撤销{sheets}里五分之一以上的内容，看起来不完整，什么都没有改。确实要撤销，请加 --allow-removals 再运行。"
)
UNCOVERED = "提醒：{count} 栋楼不在任何综合网格里（{some} 等），那里的上报找不到网格员。"
NOTHING_CHANGED = "和现在的名册一样，没有要改的。"
DRY_RUN = "以上只是检查，什么都没有改。去掉 --dry-run 正式导入。"
ROSTER_IMPORTED = "名册已导入。"
ALLIANCE_REFUSED = "共建台账里有 {count} 个问题，什么都没有改："
ALLIANCE_MUCH_REMOVED = (
    "这份台账会撤销{sheets}里五分之一以上的内容，看起来不完整，什么都没有改。确实要撤销，请加 --allow-removals 再运行。"
)
ALLIANCE_SAME = "和现在的台账一样，没有要改的。"
ALLIANCE_IMPORTED = "共建台账已导入。"
ROSTER_EXPORTED = "名册已写到 {path}，里面有姓名和手机，请妥善保管。"
DUTY_TEMPLATE_WRITTEN = "值班模板已写到 {path}。填好后运行：linli duty import {path}"
DUTY_REFUSED = "值班表里有 {count} 个问题，什么都没有改："
DUTY_IMPORTED = "已导入：站点 {stations} 个，排班 {patterns} 条，资格 {qualifications} 条；新生成班次 {shifts} 个。"
NO_STATION = "没有站点{name}。请先用 linli duty import 导入。"
NOBODY_LEFT = "还缺 {places} 人，没有合适的人"
PLAN_WRITTEN = "排了 {count} 人次，还缺 {missing} 人次。已请站长确认（回复“确认排班”），确认后才通知本人。"
PLAN_DRY = "排了 {count} 人次，还缺 {missing} 人次。只是试排，没有写入。"
MONTH_OR_YEAR = "请写明一个月或一年，例如：--month 2026-12 或 --year 2026"
HOURS_TOTAL = "合计 {people} 人，{minutes} 分钟"
MENU_COMMON_ONLY = "菜单已发布到公众号。公众号没有个性化菜单权限，所有人看到同一个菜单。"

NO_SUCH_PERSON = "名册里没有编号为 {who} 的在岗人员。"
NO_SUCH_SUBJECT = "没有找到 {who}：请写人员编号，或本人上报的完整工单编号。"
INVITATION = "邀请码：{code}（{days}天内有效，只能用一次）。请本人关注公众号后回复“绑定 {code}”。"
FORGET_SURE = "将抹去 {who} 的姓名、电话、微信、上报文字和照片，只留统计，不能恢复。确定吗？"
NOT_FORGOTTEN = "没有改动。"
FORGOTTEN = "已注销，只保留统计；删除文件 {files} 个。"
TWO_KEYS_NEEDED = (
    "LINLI_SECRET_KEY 里只有一个密钥。请停止程序，把新密钥写在前面、旧密钥写在后面，用逗号隔开，再运行一次。"
    "可以用这个新密钥：{fresh}"
)
ROTATED = "已用新密钥重新加密 {count} 人的资料。请重新启动程序。"
NOT_ROTATED = "有 {count} 人的资料用现有密钥都读不出，没有改动，旧密钥请保留。"
DROP_OLD_KEY = "现在可以从 LINLI_SECRET_KEY 里去掉旧密钥。"
NO_COMMUNITY = "没有名叫或编号为 {name} 的社区。现有：{known}"
NO_BUILDINGS = "{name}里没有楼栋，没有什么可打印的。"
CODES_WRITTEN = "{count} 个楼栋二维码已写到 {folder}：每栋一张 PNG，另有可直接打印的 {pdf}。"
MAKING_CODES = "生成二维码"
FONT_MISSING = "缺少中文字体：请先运行 make setup。"

QR_TITLE = "邻里 · 大事小情有回音"
QR_GRID_WORKER = "网格员：{name}"
QR_HOW = ("微信扫一扫，关注后直接说哪里出了什么问题", "不用写楼栋，例如：3楼楼道灯坏了")
QR_CALL = "火情、煤气泄漏、人员被困，请先拨打 119、120、110"

JOB_LINE = "{label}（{job}）\t{when}\t上次 {last}\t下次 {next}"
JOB_SWEPT = "{label}（{job}）\t{when}"
EVERY = "每 {seconds} 秒"
EVERY_DAY, EVERY_WEEK, EVERY_MONTH = "每天 {at}", "每周{weekday} {at}", "每月 {day} 日 {at}"
NEVER = "还没有"
NO_FAILURES, FAILURES = "没有出错的事项。", "出错的事项（修好原因后用 linli jobs retry 任务 事项 再试）："
FAILING = "{label}（{job}） {item}\t试了 {attempts} 次\t{state}\t{error}"
SET_ASIDE, TRIED_AGAIN = "已搁置，不再自动重试", "{at} 自动再试"
JOB_RETRIED = "已安排再试：{label} {item}。"
NO_FAILURE = "没有这个出错的事项：{job} {item}。用 linli jobs 查看。"
BAD_MONTH = "月份 {text} 看不懂，请写成 2026-11 的样子。"
OUT_NEEDED = "工作簿请用 --out 写到文件里，例如：--out 报表.xlsx"
BAD_INSTANT = "时刻 {text} 看不懂，请写成 2026-11-24T10:00 或 2026-11-24T10:00+08:00 的样子。"
TICKED, TICKED_ONE, TICKED_NOTHING = "{at}：{done}。", "{label} {count} 件", "没有到期的事"
STARS_TOTAL = "共 {people} 人，{awards} 次。"
BAD_YEAR = "年份 {year} 不对，请写 2000 到 2099 之间的年份，例如 2026。"
NOTHING_PUBLIC = "{year} 年还没有公布的内容：案例要先计票，表扬要先发布，或先记一居一品。"
ORDERS_REFUSED = "有 {count} 处问题，没有导入："
ORDERS_DRY = "检查通过，{count} 件工单，没有写入。"
ORDERS_TAKEN = "导入 {count} 件，{known} 件以前导入过。"
GATE = {
    400: "没有收全，请再发一次。",
    408: "发送得太慢，没有收下。请换个网络再试。",
    413: "内容太大，没有收下。照片最大 10 MB，表格最大 10 MB。",
    507: "服务器磁盘满了，没有收下。请过一会儿再试，并告诉管理员。",
    503: "现在用的人太多，请过一会儿再试。填的内容还在，返回上一页就能看到。",
}
GATE_PAGE = '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>邻里</title><p>{said}</p></html>'
ORDERS_UNREADABLE = "打不开 {path}，请确认是 xlsx 表格。"
ORDERS_NO_HEADINGS = "{path} 里没有找到表头，至少要有“工单编号”和“诉求内容”两列。"
PASSWORD = "密码（不显示）"
LOGIN_SET = "已给 {code} 设好后台密码。把下面的密钥加到动态码应用（也可把地址做成二维码扫描），只显示这一次：\n{secret}\n{address}"
LOGIN_DROPPED = "已取消 {code} 的后台密码，退出 {count} 个页面。"
KEY_THERE = "{name} 已经有密钥。要换新的，先 linli office revoke，再换个名字给。"
NO_KEY = "没有 {name} 的有效密钥。"
KEY_ENDED = "{name} 的密钥已停用。"
TICK_NO_PUSH = "没有设置 LINLI_WECHAT_APP_SECRET，推送留在发件箱里。"
CALENDAR_UNKNOWN = "{year} 年的调休安排还没有收录，按周一至周五和法定节日计算。公布后请写进规则文件的 [calendar]。"
PUSH_STATE = {
    "waiting": "待发",
    "sending": "发送中",
    "sent": "已发",
    "maybe_sent": "可能已发",
    "kept": "存下（下次回复带出）",
    "dropped": "没有发出",
}
CHANNEL = {"custom": "客服消息", "notice": "模板通知", "wecom": "企业微信", "reply": "随回复带出"}
NO_PUSH = "发件箱里没有第 {push} 号推送。"
PICTURE = "（图片）"
RETRIED = "第 {push} 号推送会马上重新发送。"
NOT_RETRIED = "第 {push} 号推送不存在、已经发出或正在发送，不能重发。"
CANCELLED = "第 {push} 号推送已取消。"
NOT_CANCELLED = "第 {push} 号推送不存在或已经发出，不能取消。"
WHY = {
    "unsubscribed": "收件人没有关注公众号",
    "muted": "收件人退订了这类通知",
    "quiet hours": "免打扰时间，早上再发",
    "picture": "照片没有取到",
    "a picture is not kept": "照片只能在 48 小时内推送",
    "45015": "收件人 48 小时内没有发过消息",
    "45047": "本次互动可推送的条数用完了",
    "43101": "收件人没有订阅这个通知",
    "40037": "模板编号不对，请检查规则文件里的 [[template]]",
    "47003": "模板字段不对，请检查规则文件里的 [[template]]",
    "45009": "今天的接口调用次数用完了",
    "40001": "AppSecret 不对或访问令牌失效",
    "40125": "AppSecret 不对",
    "81013": "企业微信里没有这个账号，请核对名册",
    "no channel": "收件人 48 小时内没有发过消息，也没有别的渠道",
    "breaker open": "微信接口接连失败，稍后自动再试",
    "deliverer died": "发送时进程被中断，不知道发没发出",
    "cancelled by operator": "已由管理员取消",
    "withdrawn meanwhile": "上报人已撤回",
    "somebody calls instead": "改为电话回访",
    "HTTP 5": "微信接口出错，稍后自动再试",
    "Timeout": "微信接口超时",
    "Connection": "连不上微信接口",
    "failed": "程序出错，请看日志",
    "-1": "微信系统繁忙，稍后自动再试",
}
"""What an error of delivery means, by what stands in it; the first that fits counts."""
NOT_READY = "等了很久仍没有就绪：{url}。请看上面的日志。"
MENU_PUBLISHED = "菜单已发布到公众号。"
DEMO_PREPARING = "正在准备示例街道（居民、楼栋长、网格员均为虚构）…"
DEMO_STARTING = "正在启动：微信模拟平台、消息入口、后台、定时…"
DEMO_READY = """
邻里已经启动。

  聊天页面（像手机一样发消息）  {chat}
  后台（用页面上的手机登录）    {console}
  消息入口（微信回调）          {webhook}
  运行指标                      {metrics}

  在聊天页面发一句“虎踞北路4号05幢3楼楼道灯坏了”，再在另一个终端运行：
  {export}

按 Ctrl-C 停止全部程序。"""
DEMO_SECOND = "这个目录已有一个演示在运行，本演示用自己的数据目录 {path}，两边互不影响。"
DEMO_AHEAD = "演示的时钟比现在快 {hours} 小时（上次快进过）；要从现在开始，请用 LINLI_DATA_DIR 另选一个数据目录。"
DEMO_RUNS = "数据目录 {path} 上已有演示在运行；请先停止它，或用 LINLI_DATA_DIR 和 LINLI_DATABASE_URL 另选目录和数据库。"
DEMO_CLOCK_AHEAD = "数据目录 {path} 是演示用的，时钟已被快进，不能正式运行：请用 LINLI_DATA_DIR 换一个目录。"
STOPPING = "正在停止…"
STOPPED = "已全部停止。"


def why(error: str) -> str:
    """A push's last error in plain words, with the original behind it where that says more."""
    found = next((words for mark, words in WHY.items() if mark in error), None)
    return error if found is None else found


def missing_setting(name: str) -> str:
    """A setting that must be there is not."""
    return f"缺少 {name}：{SETTINGS[name]}。请写进环境变量或 .env 文件。"


def malformed_setting(name: str) -> str:
    """A setting cannot be read."""
    return f"{name} 写错了：{SETTINGS.get(name, '请看 docs/operator.md')}。"


EVERYBODY, NO_SLOTS = "所有人", "不用填"
EFFECT = {"none": "只看", "reversible": "能撤回", "binding": "不能撤回"}
COMMAND_LINE = "{label}（{name}，{effect}）\n  谁能办：{roles}\n  要填：{slots}\n  例句：{examples}"

NO_CORPUS = "文件夹 {folder} 里没有语料（每位作者一个文件夹，里面是 .txt）。"
CORPUS_LINE = "{file} 里有一行读不懂：{line}"
TRAINING_ENDED = "训练没有做完：系统结束了它的一个进程，多半是内存不够。请释放一些内存再试。"
TROUBLES_LEARNED = "模型已写入 {path}：{count} 句，交叉验证 F1 {f1:.2f}，语料指纹 {hash}"
COMMANDS_LEARNED = "模型已写入 {path}：{count} 句，{labels} 种说法，语料指纹 {hash}"
EVALUATED_HEAD = "标签\t句数\t猜对\t直接办对\t办对或列在选项里\t问了\t办错\t办错且不能撤回"
ALL_SENTENCES, TICKET_MEANT, SHIFT_MEANT = "全部", "工单认对", "班次认对"
