"""What the drills print."""

NOT_EMPTY = "演练要用空的数据库：--database 指的库里已经有表。演练不会碰正式的数据。"
TOO_MANY_BUILDINGS = "示例街道只有{most}栋楼，--buildings 请不要超过它。"
BEGINS = "演练：{kind}，{minutes}分钟内{reports}件上报，来自{buildings}栋楼，其中1件有煤气味；另有{unrelated}件日常上报。{database}"
PROGRESS = "演练时间 {at}，已有{count}件写来"
SQLITE, POSTGRESQL = "数据库：SQLite。", "数据库：PostgreSQL。"
GROUPING = (
    "归并：成对准确率 {precision:.3f}，成对召回率 {recall:.3f}，B-cubed F1 {b_cubed:.3f}"
    "（{events}个事件；误归的日常上报 {strangers}件）"
)
PROPOSED = "提出事件：第3件上报后 {seconds:.1f} 秒，{phone:.1f} 秒时到网格长手机上"
NOT_PROPOSED = "提出事件：没有提出"
PUSHES = "收到推送的{who}（{people}人）：每人中位数 {median:g}，95% 不超过 {p95:.1f}，最多 {most}"
WORKERS, HEADS, REPORTERS = "网格员", "网格长、书记和调度", "上报人"
TOLD = "答复全部上报人：{words}次；应收到 {due}，没收到 {untold}，收到两遍 {twice}"
REPORTS = "上报：{reports}件，丢失 {lost}，一件记成两件 {doubled}，被追问还没登记 {asked}"
DANGERS = "安全隐患：{count}件，被掩盖 {hidden}；推送用时最长 {seconds:.1f} 秒；没有危险却按隐患办的 {alarms}"
TIME = "每条消息用时：中位数 {median:.0f} 毫秒，99% 不超过 {p99:.0f} 毫秒；演练实际用了 {minutes:.1f} 分钟"
PASSED = "没有丢失、重复和被掩盖的。"
FAILED = "有丢失、重复、没送到或被掩盖的，见上。"
WRONG_LINE = (
    "第{number}行不对：每行要有四栏或五栏，用制表符隔开："
    "第几分钟、谁、哪件事（都不是写 -）、说的话、被问到在哪里时怎么答（没有写 -）。"
)
NO_LINES = "文件里没有一句话。"
TOLD_GROUPING = "归并：成对准确率 {precision:.3f}，成对召回率 {recall:.3f}，B-cubed F1 {b_cubed:.3f}（{reports}件上报）"
TOLD_GROUP = "{event}：{count}件，归到一起的 {sizes}"
ALONE = "，单独的 {count} 件"
TOLD_STRANGERS = "不相干的 {unrelated} 人里误归 {count} 件"
TOLD_LOST = "讲到这些事却没登记的：丢失 {lost}，被追问 {asked}"
WORDS = "  误归：{text}"
LOST_WORDS = "  丢失：{text}"
NOT_STARTED = "程序没有启动起来，日志的末尾是：{log}"
CONNECT_BEGINS = (
    "演练：对方平台送来{items}条记录（{doubled}% 重复，{late}% 来晚），{kills}次强行中断；每秒{pace}。{database}"
)
AS_FAST = "尽快"
CONNECT_CAME = "收：{posted}次送达，其中 {known} 次是重复的；{matters}件事、{records}条记录"
CONNECT_KEPT = "丢失 {lost}，重复 {doubled}，两边状态不一致 {differ}，没办完的 {waiting}，搁置和冲突 {aside}"
CONNECT_TOLD = "给：网格员接单 {taken_up} 件，告诉对方 {told} 条，其中重发 {heard_again} 条（编号相同，对方只记一次）"
CONNECT_TIME = (
    "来到至成单：中位数 {p50_s:.1f} 秒，99% 不超过 {p99_s:.1f} 秒；每秒办 {a_second:.0f} 条；"
    "强行中断 {killed} 次；实际用了 {minutes:.1f} 分钟"
)
CONNECT_PASSED, CONNECT_FAILED = "没有丢失和重复，两边一致。", "有丢失、重复、没办完或不一致的，见上。"
