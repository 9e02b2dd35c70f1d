"""One table of everything that is measured: /metrics, the guide, the dashboard, the rules and our own alarms are made from it."""

from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """What a figure counts."""

    SECONDS = "seconds"
    BYTES = "bytes"
    SHARE = "share"
    COUNT = "count"
    YES = "yes"
    """1 or 0."""


class Sort(StrEnum):
    """How Prometheus has to read it."""

    GAUGE = "gauge"
    COUNTER = "counter"
    HISTOGRAM = "histogram"


@dataclass(frozen=True)
class Alarm:
    """When a figure is a fault: above `over` or below `under`, for `holds_s` on end. `label`, `cure`: in Chinese, for who is told.

    `grave`: told at any hour. `over` and `under` exclude each other.
    """

    label: str
    cure: str
    over: float | None = None
    under: float | None = None
    holds_s: int = 15
    grave: bool = False

    def holds(self, value: float) -> bool:
        """Whether this value is one of a fault."""
        return value > self.over if self.over is not None else self.under is not None and value < self.under


@dataclass(frozen=True)
class Metric:
    """One figure: its name at Prometheus, its meaning in Chinese, and the alarm where there is one."""

    name: str
    meaning: str
    unit: Unit
    alarm: Alarm | None = None
    sort: Sort = Sort.GAUGE
    labels: tuple[str, ...] = ()


MIB = 1024 * 1024
METRICS: tuple[Metric, ...] = (
    Metric(
        "linli_database_up", "数据库连得上是 1", Unit.YES,
        Alarm("数据库连不上", "看数据库的机器和网络；恢复后程序自己接上，不用重启", under=1, grave=True),
    ),
    Metric(
        "linli_queue_up", "Redis 连得上是 1", Unit.YES,
        Alarm("Redis 连不上", "看 Redis 的机器和网络；消息照常登记，推送会慢，恢复后自己接上", under=1, grave=True),
    ),
    Metric(
        "linli_answer_p99_seconds", "最近一分钟一百条消息里最慢的一条多久答复", Unit.SECONDS,
        Alarm("答复变慢", "看数据库和机器忙不忙；超过 5 秒居民会看到“故障”", over=2),
    ),
    Metric(
        "linli_messages_lost", "最近一分钟答“没有记下来”的消息数", Unit.COUNT,
        Alarm("消息没有记下来", "看数据库和磁盘；日志里找 not taken 和 failed", over=2, grave=True),
    ),
    Metric("linli_misunderstood_share", "最近一小时要反问才知道意思的消息占多少", Unit.SHARE),
    Metric("linli_tickets_unowned", "还没有办理人的工单数", Unit.COUNT),
    Metric(
        "linli_unowned_danger_seconds", "最久的安全隐患多久没有办理人", Unit.SECONDS,
        Alarm("安全隐患没有人办", "到后台“工单”派人；看岗位和请假", over=900, holds_s=60, grave=True),
    ),
    Metric("linli_promises_at_risk", "用掉八成时间还没做到的时限数", Unit.COUNT),
    Metric("linli_promises_broken", "已经超时还没做到的时限数", Unit.COUNT),
    Metric("linli_pushes_owed", "还没发出的推送数", Unit.COUNT),
    Metric("linli_push_oldest_seconds", "最早一条没发出的推送等了多久（含夜里压着的）", Unit.SECONDS),
    Metric(
        "linli_push_due_seconds", "该发的推送里最早一条晚了多久", Unit.SECONDS,
        Alarm("推送积压", "看后台程序在不在、微信接口通不通；量大时加一个 linli worker", over=40),
    ),
    Metric(
        "linli_danger_push_due_seconds", "该发的安全隐患推送最早一条晚了多久", Unit.SECONDS,
        Alarm("安全隐患的推送没有发出", "先打电话通知；看后台程序在不在、微信接口通不通", over=30, grave=True),
    ),
    Metric(
        "linli_platform_refusing", "微信接口不通或拒绝、等着再试的推送数", Unit.COUNT,
        Alarm("微信接口不收", "linli outbox list 看原因；查网络、AppSecret、IP 白名单和当天次数", over=2, holds_s=30, grave=True),
    ),
    Metric("linli_platform_breaker_open", "微信接口连续不通、暂停去试是 1", Unit.YES),
    Metric(
        "linli_templates_refused", "一小时内因模板编号或字段不对没发出的推送数", Unit.COUNT,
        Alarm("通知模板被拒", "到公众平台核对模板编号和字段，改规则文件的 [[template]]", over=0),
    ),
    Metric(
        "linli_jobs_set_aside", "试了几次不行、搁置等人看的事项数", Unit.COUNT,
        Alarm("有事项被搁置", "linli jobs 看原因，处理好以后 linli jobs retry", over=0),
    ),
    Metric(
        "linli_scheduler_silent_seconds", "定时程序多久没有动静", Unit.SECONDS,
        Alarm("定时程序停了", "重新启动 linli scheduler；同时有两个也不会重复", over=25, grave=True),
    ),
    Metric(
        "linli_worker_silent_seconds", "后台程序多久没有动静", Unit.SECONDS,
        Alarm("后台程序停了", "重新启动 linli worker；没发的推送会接着发", over=25, grave=True),
    ),
    Metric(
        "linli_web_silent_seconds", "消息入口多久没有动静", Unit.SECONDS,
        Alarm("消息入口停了", "重新启动 linli web；微信会把没答的消息再送来", over=25, grave=True),
    ),
    Metric(
        "linli_lane_overrun", "最慢的一条线用了它最多该用时间的几倍", Unit.COUNT,
        Alarm("后台有一条线卡住了", "看日志卡在哪个任务，重新启动 linli worker", over=1, holds_s=0, grave=True),
    ),
    Metric(
        "linli_clock_off_seconds", "机器时间和数据库时间差多少秒", Unit.SECONDS,
        Alarm("机器时间不准", "用 NTP 校准；差得太多时微信的消息会被拒收", over=60),
    ),
    Metric("linli_token_left_seconds", "微信接口凭据还有多久到期（没有时是 0）", Unit.SECONDS),
    Metric(
        "linli_disk_used_share", "数据目录所在的磁盘用了多少", Unit.SHARE,
        Alarm("磁盘快满了", "清出空间或扩大磁盘；满了以后不再收消息", over=0.94, grave=True),
    ),
    Metric(
        "linli_memory_used_share", "机器内存用了多少", Unit.SHARE,
        Alarm("机器内存快用完了", "看哪个程序占得多，必要时重新启动它或加内存", over=0.93),
    ),
    Metric(
        "linli_process_bytes", "我们最大的一个进程占多少内存", Unit.BYTES,
        Alarm("一个进程占内存太多", "重新启动它，并把日志交给维护的人", over=1536 * MIB),
    ),
    Metric(
        "linli_standby_lag_bytes", "最落后的备库差多少（PostgreSQL）", Unit.BYTES,
        Alarm("备库跟不上", "看备库的机器、磁盘和网络；这时切换会丢最近的数据", over=64 * MIB),
    ),
    Metric(
        "linli_standby_slots_idle", "没有备库来取的复制槽数（PostgreSQL）", Unit.COUNT,
        Alarm("备库断开了", "启动备库；不再要它就删掉复制槽，不然主库的磁盘会满", over=0),
    ),
    Metric(
        "linli_backup_failing", "每日备份失败了几次", Unit.COUNT,
        Alarm("备份失败", "linli jobs 看原因，多半是磁盘；修好后会自己再试", over=0),
    ),
    Metric(
        "linli_backup_age_seconds", "上一次备份到现在多久", Unit.SECONDS,
        Alarm("很久没有备份", "看定时程序在不在；也可以马上 linli backup 文件", over=30 * 3600, holds_s=900),
    ),
    Metric(
        "linli_rehearsal_age_seconds", "上一次恢复演练通过到现在多久", Unit.SECONDS,
        Alarm("恢复演练没有通过", "linli backup verify 检查最新的备份，linli jobs 看原因", over=9 * 24 * 3600, holds_s=900),
    ),
    Metric("linli_backlog", "等后台做的：outbox 推送，attachments 附件", Unit.COUNT, labels=("what",)),
    Metric("linli_messages", "收到的消息", Unit.COUNT, sort=Sort.COUNTER, labels=("kind", "outcome")),
    Metric("linli_understood", "听懂、反问的消息", Unit.COUNT, sort=Sort.COUNTER, labels=("how",)),
    Metric("linli_refused", "门口拒收的请求", Unit.COUNT, sort=Sort.COUNTER, labels=("reason",)),
    Metric("linli_answer_seconds", "从收到到答复的时间", Unit.SECONDS, sort=Sort.HISTOGRAM),
)  # fmt: skip
BY_NAME = {metric.name: metric for metric in METRICS}
ALARMS: dict[str, Alarm] = {metric.name: metric.alarm for metric in METRICS if metric.alarm is not None}
"""By the name of what they watch: one a figure."""
READ = tuple(metric for metric in METRICS if metric.sort is Sort.GAUGE and not metric.labels)
"""What is read when it is asked for; the others are counted as it happens."""
