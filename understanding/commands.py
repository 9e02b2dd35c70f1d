"""The whole grammar of commands: which texts are which intent. Read from the top; the first that fits the whole text counts."""

from understanding.activity_said import PATTERN as _ACTIVITY
from understanding.command_names import CommandName
from understanding.council_commands import COUNCIL_COMMANDS
from understanding.evaluation_said import EVALUATION_COMMANDS
from understanding.grammar import NUMBER as _NUMBER
from understanding.grammar import POLITE as _POLITE
from understanding.grammar import SOFT as _SOFT
from understanding.grammar import TELLING as _TELLING
from understanding.grammar import THE_TICKET as _THE_TICKET
from understanding.grammar import TICKET as _TICKET
from understanding.grid_branch_told import GRID_BRANCH as _GRID_BRANCH
from understanding.help_topics import HELP_NAMES
from understanding.people import SURNAMES, TITLE
from understanding.project_commands import PROJECT_COMMANDS
from understanding.request_told import REQUEST as _REQUEST
from understanding.thing_told import RECORD as _LOOKED_AT
from understanding.thing_told import SHOW as _TO_LOOK_AT

_TOPIC = "|".join(HELP_NAMES)
_SAYING = r"[\s,，:：、]+(?P<rest>.+)"
_CASE = r"[0-9a-z]{2,12}(?:[-－—][0-9a-z]{1,16}){1,4}|[0-9a-z]{8,30}"
"""The number of a case of the government services, as they print it."""
_ARGUMENT = r"(?:(?:[\s,，:：、]+|(?=[0-9一二三四五六七八九十]))(?P<rest>.*))?"
_SHIFT = r"(?:第|班次|编号)?\s*(?P<rest>\d{1,7})\s*(?:号|班)?"
_CLAIM = r"(?:我是|我叫|姓名)?[:\s]*[\u3400-\u9fff·]{0,10}[,\s]*(?:手机|电话|尾号|后四位)*[:\s]*[0-9]{0,11}"
_DWELLING = r".{0,24}?(?:[0-9]+|[一二三四五六七八九十]+|[a-z])(?:幢|栋|号楼|座|#|号院|单元|室|楼)?"
_SOON = r"(?:今天|明天|后天|大后天|本周|这周|下周|周|星期|[0-9])"
_MONTH = r"(?:(?:这个?|本|上个?|这)月|[0-9]{1,2}月)?的?"
_NOTICES = r"(?:提醒|通知|推送|进展|进度|催办|超时|到期|简报|日报|周报)"
_SUPPLY = r"(?:停水|停电|停气|停暖|供暖|封路|道路|电梯|社区|小区|其他)"
_NO_ORDER = r"(?!单|书|列表|情况|说|上|里|都|呢|发|什么|的|我)"
_NO_CHANGE = r"(?!.*(?:改[到为成在期]|推迟|延[长迟后期]|提前[到至0-9一二两三四五六七八九十]|取消|结束|作废|不停|吗|真的|是不是|几点|什么时候|怎么|为什么|[?？]))"
_NOTICE = r"(?P<rest>(?:tz)?\s*20[0-9]{6}-[0-9]{2,4}|tz\s*[0-9]{1,3}|[0-9]{1,3})?"
_NOTICE_TELLING = r"(?P<rest>(?:(?:tz)?\s*20[0-9]{6}-[0-9]{2,4}|tz\s*[0-9]{1,3}|[0-9]{1,3})(?:[\s,，:：]+.*)?)"
_DATA = r"(?:资料|信息|数据)"
_NEIGHBOUR = (
    rf"(?!.{{0,20}}(?:物业|社区|网格员|街道|保安|城管|公司))"
    rf".{{0,20}}?(?:{TITLE}|邻居|楼栋?长|[老小][{SURNAMES}]).*"
)
"""Praise of a neighbour, whom somebody can nominate; of those who are paid for it one says thank you."""

PRAISE = rf"{_POLITE}(?:表扬|夸夸|夸一夸|夸奖|夸|点赞|点个赞)(?:一下|一句)?[\s:,，]*(?P<rest>{_NEIGHBOUR})|{_POLITE}给(?P<early>.{{0,20}}?(?:{TITLE}|楼栋?长|[老小][{SURNAMES}]).{{0,2}}(?:点个?赞|评个?星).*)|{_POLITE}(?:夸夸|夸人|表扬(?:好人|邻居)?){_SOFT}"

Command = tuple[CommandName, str]
"""A command, and a pattern that the whole text must fit."""

_EVENT = r"(?:sj\d{8}-\d{2,4}|\d{1,3}(?![0-9楼幢栋层室个点月日天人户院]))"
_THE_EVENT = rf"(?=事件|sj\d)(?:事件)?[\s:#]*(?P<ticket>{_EVENT})?"
_OF_EVENT = rf"{_POLITE}(?:{{verb}})\s*{_THE_EVENT}[\s,，:：、]*(?P<rest>.*)"
_UTILITY = r"(?:水|电|气|煤气|燃气|天然气|网|网络|暖气|信号)"


def _of_event(verb: str) -> str:
    """A command that names an event, and what is said of it: 通报事件 SJ… , 通报 SJ…."""
    return _OF_EVENT.replace("{verb}", verb)


COMMANDS: tuple[Command, ...] = (
    # Projects that units claim, what is offered and needed, help at once.
    *PROJECT_COMMANDS,
    # Activities: these words come in under one name, and are told apart where they are read.
    (CommandName.SHOW_CAMPAIGNS, rf"{_POLITE}(?P<rest>{_ACTIVITY})"),
    # Many reports of one matter.
    (CommandName.CONFIRM_EVENT, rf"{_POLITE}确认\s*{_THE_EVENT}{_SOFT}"),
    (CommandName.REFUSE_EVENT, rf"(?:这)?不是(?:一回事|同一件事?|一件事|一个事件)\s*{_THE_EVENT}[\s,，:：、]*(?P<rest>.*)"),
    (CommandName.REFUSE_EVENT, _of_event("取消")),
    (CommandName.WIDEN_EVENT, _of_event("扩大")),
    (CommandName.NARROW_EVENT, _of_event("缩小")),
    (CommandName.TAKE_OUT_OF_EVENT, rf"{_POLITE}移出事件\s*{_TICKET}{_SOFT}"),
    (CommandName.LEAD_EVENT, _of_event("牵头")),
    (CommandName.UPDATE_EVENT, _of_event("通报|答复")),
    (CommandName.ESTIMATE_EVENT, _of_event("预计")),
    (CommandName.END_EVENT, _of_event("结束")),
    (CommandName.REOPEN_EVENT, _of_event("重开|重新打开")),
    (CommandName.SHOW_EVENT, rf"{_POLITE}(?:看|查|查看|查询)\s*{_THE_EVENT}{_SOFT}|事件(?:列表)?"),
    (CommandName.STILL_OUT, rf"还(?:是)?没(?:有)?(?:恢复|好)\s*(?P<ticket>sj\d{{8}}-\d{{2,4}})|(?:我们?(?:家|楼|这里?|这边)?|家里)?(?:怎么|现在|一直|到现在)*(?:还|仍然)(?:是)?(?:没有?得?|没得|冇)(?:来)?{_UTILITY}(?:来|用)?{_SOFT}[?？]?|(?:我们?(?:家|楼|这里?|这边)?|家里)?(?:的)?{_UTILITY}(?:怎么|现在|一直)*(?:还|仍然)(?:是)?(?:没有?|没得)(?:来|恢复|通){_SOFT}[?？]?"),
    (CommandName.BACK_AGAIN, rf"恢复了\s*(?P<ticket>sj\d{{8}}-\d{{2,4}}){_SOFT}|(?:我们?(?:家|楼|这里?|这边)?|家里)?(?:刚刚?|已经|终于)*(?:来|通|恢复){_UTILITY}{_SOFT}|(?:我们?(?:家|楼|这里?|这边)?|家里)?{_UTILITY}(?:刚刚?|已经|终于|都)*(?:来了|通了|恢复了){_SOFT}"),
    # What paired branches do together.
    (CommandName.SHOW_PAIRINGS, rf"{_POLITE}(?:看|查|查看)?(?:一下)?(?:我们?(?:支部|单位)?的?)?(?:红心结|(?:红心)?结对)(?:支部|单位|情况|列表|对象)?{_SOFT}|我们?(?:支部|单位)?(?:的?结对(?:支部|单位)是(?:谁|哪家?)|[和跟与](?:谁|哪家|哪个支部)结(?:的|了)?对子?的?)[?？]?"),
    (CommandName.RECORD_LECTURE, rf"{_POLITE}(?P<rest>(?:登记|记(?:一下)?|今天|昨天|刚刚?|我们|上午|下午)*(?:上完?了?|开展了?)?(?:一[次堂节])?党课(?!.*(?:吗|呢|什么时候|几点|哪天|哪里|[?？])).*)"),
    (CommandName.PROVE_MILESTONE, rf"{_POLITE}(?!.*(?:吗|了没有?)?[?？]$)(?!.*吗$)(?P<rest>节点\s*\d{{1,6}}\s*号?[\s,，:：]*(?:已经?|都|我们)*(?:完成|做完|办完|做好|办好|达成).*|(?:完成|做完|办完)了?节点.*|节点(?:已经?|都)*(?:完成|做完|办完|做好).*)"),
    (CommandName.SHOW_AGREEMENTS, rf"{_POLITE}(?:看|查|查看)?(?:一下)?(?:我们?的?)?(?:共建)?(?:协议|节点)\s*(?:\d{{1,6}})?号?\s*(?:情况|进展|进度|列表|到哪一?步了|怎么样了|(?:已经)?(?:完成|做完|办完)了?(?:吗|没有?)|还差(?:什么|哪些))*[?？]?{_SOFT}"),
    (CommandName.FILE_ENTERPRISE_REQUEST, _REQUEST),
    (CommandName.SHOW_GRID_BRANCH, _GRID_BRANCH),
    *COUNCIL_COMMANDS,
    # A worker's moves name a ticket first, then say more.
    (CommandName.SHOW_MY_TICKETS, rf"{_POLITE}(?:看|查|查看|查询)?(?:一下)?(?:我的(?:工单|任务|单子|待办)|待办|待办工单|我手上的(?:工单|单子)){_SOFT}"),
    (CommandName.SHOW_EMERGENCY_POOL, rf"{_POLITE}(?:看|查|查看)?应急包(?:余额|情况|台账|还剩多少)?{_SOFT}"),
    (CommandName.TAKE_TICKET, rf"{_POLITE}(?:接单|接了|签收|认领){_THE_TICKET}{_SOFT}|{_POLITE}(?:接单|签收|认领工单){_SOFT}"),
    (CommandName.ARRIVE_ON_SITE, rf"(?:我|人)?(?:已|已经)?(?:到场|到现场|到达现场){_SOFT}{_TELLING}|(?:我|人)?(?:已|已经)?(?:到场|到现场|到达现场){_SOFT}"),
    (CommandName.BRING_CREW, rf"(?:人员|施工队?|队伍|师傅)?(?:已|已经)?(?:进场|开工){_SOFT}{_TELLING}|(?:进场|开工){_SOFT}"),
    (CommandName.REACH_HELP, rf"已联系(?:上了?)?{_TELLING}|已联系{_SOFT}"),
    (CommandName.SPEND_EMERGENCY_FUND, rf"{_POLITE}(?:动用|启用)?应急(?:包|维修|抢修)?{_TELLING}"),
    (CommandName.SETTLE_EMERGENCY, rf"{_POLITE}(?:结算|决算){_TELLING}"),
    (CommandName.SET_PLAN, rf"(?:处置|维修|整改)?方案{_TELLING}|(?:处置|维修|整改)?方案"),
    (CommandName.SET_PLAN, rf"(?:处置|维修|整改)?方案{_SAYING}"),
    (CommandName.SET_PLAN, rf"{_THE_TICKET}的?(?:处置|维修|整改)?方案\s*[:：]\s*(?P<rest>.+)"),
    (CommandName.HANDLE_TICKET, rf"(?:已|已经)?(?:办结|办完|处置完成|完成处置|处理完|修好了?){_TELLING}|办结{_SOFT}"),
    (CommandName.HANDLE_TICKET, rf"办结{_SAYING}"),
    (CommandName.RETURN_TICKET, rf"{_POLITE}(?:退单|退回|退件){_TELLING}|{_POLITE}退单{_SOFT}"),
    (CommandName.RETURN_TICKET, rf"退单{_SAYING}"),
    (CommandName.UNDO_DISPATCH, rf"{_POLITE}(?:撤销|撤回|取消)(?:派单|改派|派遣|办结){_THE_TICKET}{_SOFT}|{_POLITE}(?:撤销|撤回|取消)(?:派单|办结){_SOFT}"),
    (CommandName.DISPATCH_TICKET, rf"{_POLITE}(?:派单|派给|指派|分派|改派){_TELLING}|{_POLITE}派单{_SOFT}"),
    (CommandName.MERGE_TICKETS, rf"{_POLITE}合并{_THE_TICKET}[\s,，和与跟到进入并]*(?P<rest>{_NUMBER}){_SOFT}"),
    (CommandName.UNMERGE_TICKET, rf"{_POLITE}(?:取消合并|拆分|拆开|不合并){_THE_TICKET}{_SOFT}"),
    (CommandName.UNMERGE_TICKET, rf"{_POLITE}拆分{_TELLING}"),
    (CommandName.TAKE_TO_COUNCIL, rf"{_POLITE}(?:提交|提请|上)?(?:协商议事会?|议事会?|协商){_TELLING}"),
    (CommandName.TRANSFER_TICKET, rf"{_POLITE}(?:转办|转派|转给|移交){_TELLING}|{_POLITE}转办{_SOFT}"),
    (CommandName.TRANSFER_TICKET, rf"转办{_SAYING}"),
    (CommandName.REQUEST_EXTENSION, rf"{_POLITE}(?:申请)?(?:延期|挂账|暂缓){_TELLING}|{_POLITE}(?:申请)?(?:延期|挂账){_SOFT}"),
    (CommandName.REQUEST_EXTENSION, rf"(?:申请)?(?:延期|挂账){_SAYING}"),
    (CommandName.REFUSE_REQUEST, rf"(?:不同意|不批准?|驳回)延期{_TELLING}"),
    (CommandName.REFUSE_REQUEST, rf"(?:不同意|不批准?|驳回)应急{_TELLING}"),
    (CommandName.REFUSE_REQUEST, rf"(?:不同意|不批准?|驳回){_TELLING}"),
    (CommandName.APPROVE_REQUEST, rf"(?:同意|批准)延期{_TELLING}"),
    (CommandName.APPROVE_REQUEST, rf"(?:同意|批准)应急{_TELLING}"),
    (CommandName.APPROVE_REQUEST, rf"(?:同意|批准){_TELLING}"),
    (CommandName.VERIFY_TICKET, rf"(?:核查|核实|复核|验收){_TELLING}|(?:核查|验收){_SOFT}"),
    (CommandName.VERIFY_TICKET, rf"(?:核查|验收){_SAYING}"),
    (CommandName.STAND_DOWN, rf"{_POLITE}(?:不是隐患|解除隐患|排除隐患){_TELLING}|{_POLITE}(?:解除|排除)隐患{_SOFT}"),
    (CommandName.VOID_TICKET, rf"{_POLITE}作废(?!通知){_TELLING}|{_POLITE}作废工?单?{_SOFT}"),
    (CommandName.VOID_TICKET, rf"{_POLITE}(?:把)?{_THE_TICKET}(?:那[件单个])?(?:就|给)?作废{_SOFT}(?:[\s,，:：、。]+(?P<rest>.+))?"),
    (CommandName.SUPERVISE_TICKET, rf"{_POLITE}督办{_TELLING}"),
    (CommandName.ADD_REMARK, rf"{_POLITE}备注{_TELLING}|{_POLITE}备注{_SOFT}"),
    (CommandName.ADD_REMARK, rf"备注{_SAYING}"),
    (CommandName.RELAY_TO_REPORTER, rf"{_POLITE}(?:转告|告诉上报人|联系上报人){_TELLING}|{_POLITE}转告{_SOFT}"),
    (CommandName.CALL_BACK, rf"(?:已)?(?:电话)?回访{_TELLING}"),
    # The longer answer to a look-back or a rating; without a number it would be any talk.
    (CommandName.LOOK_BACK_WELL, rf"(?:还好|挺好|都好|没再坏|没问题了?){_THE_TICKET}{_SOFT}"),
    (CommandName.LOOK_BACK_AGAIN, rf"(?:又坏了?|复发了?|又出问题了?|还是老样子){_TELLING}"),
    (CommandName.REOPEN_TICKET, rf"{_POLITE}(?:重开|重新打开|重新办理|重办){_TELLING}|{_POLITE}(?:重开|重新办理){_SOFT}"),
    # How a case of the government services stands.
    (CommandName.LOOK_UP_CASE, rf"{_POLITE}(?:查一?下?|查询|看一?下?|问一?下?)?(?:我的|政务)?办件(?:进度|编号|号)?[\s:：是]*(?P<rest>{_CASE})?\s*(?:的)?(?:进度|现在)?(?:到哪一?[了里步]了?|(?:办得?)?怎么样了?|办好了?[吗没]?|什么进度|进展)?{_SOFT}[?？]?"),
    (CommandName.LOOK_UP_CASE, rf"{_POLITE}(?P<early>{_CASE})\s*(?:这[个件])?办件(?:的)?(?:进度)?(?:到哪一?[了里步]了?|(?:办得?)?怎么样了?|办好了?[吗没]?)?{_SOFT}[?？]?"),
    # What a reporter asks about a report.
    (CommandName.SHOW_AREA, rf"{_POLITE}(?:看|查|查看)?(?:本|我的|我们)?(?:网格|片区|社区|辖区)(?:的)?(?:上报|工单|情况)?{_SOFT}"),
    (CommandName.SHOW_OVERVIEW, rf"(?:今天|今日|目前)(?:的|有)?(?:什么|啥|哪些)?情况(?:怎么样|如何)?[?？]?{_SOFT}|有?(?:哪些|哪几件|什么)(?:工单|单子)?(?:已经)?(?:超时|超期|逾期)[?？]?{_SOFT}"),
    (CommandName.SHOW_OVERVIEW, rf"(?:各个?|每个?|所有)社区(?:的|之间的?)?(?:对比|比较|比一?比|排名|排行|情况)(?:一下|有没有|看看|怎么样|如何)?[?？]?{_SOFT}"),
    (CommandName.SHOW_OVERVIEW, rf"(?:[老小][\u4e00-\u9fff]|[{SURNAMES}](?:[\u4e00-\u9fff]{{1,2}}|{TITLE})|r[0-9]{{1,8}})手[上里头](?:现在|一共|总共|还)*有?(?:几|多少)(?:件|单|个|张)?(?:工单|单子)?[?？]?{_SOFT}"),
    (
        CommandName.SHOW_PROGRESS,
        rf"{_POLITE}(?:进度|查进度|查询进度|进度查询|查看进度|查一下进度|看进度|看看进度|我的进度|我的上报|我的报修|我的(?:企业)?诉求|查询|查单|到哪一?步了|"
        rf"办得?怎么样了|处理得?怎么样了|怎么样了|办好了没有?|修好了没有?|处理了没有?)\s*{_TICKET}{_SOFT}",
    ),
    (CommandName.SHOW_PROGRESS, r"(?:我)?(?:在?哪里?|怎么|如何|去哪)(?:能|可以)?(?:看|查)(?:到)?(?:我的|一下)?(?:单子|工单|进度|结果|上报)"),
    (CommandName.SHOW_PROGRESS, rf"{_THE_TICKET}(?:的)?(?:进度|怎么样了|办得怎么样了|到哪了){_SOFT}"),
    (CommandName.URGE_REPORT, rf"{_POLITE}(?:催办|催单|催一下|催一催|催催|加急)\s*{_TICKET}{_SOFT}"),
    (CommandName.WITHDRAW_REPORT, rf"{_POLITE}(?:撤回|撤销|撤单|撤回上报|撤销上报|取消上报|取消工单|不报了|报错了|不用处理了)\s*{_TICKET}{_SOFT}"),
    (CommandName.RATE_TICKET, rf"(?:评价|打分|我评)?[:\s]*(?P<rest>非常满意|很满意|基本满意|比较满意|不太满意|很不满意|不满意|满意|一般般?|[一二三四五12345]星|好评|差评)[,\s]*{_TICKET}{_SOFT}"),
    (CommandName.RATE_TICKET, rf"(?:我要)?评价\s*{_TICKET}"),
    (CommandName.RATE_TICKET, rf"(?P<rest>(?:非常满意|很满意|基本满意|不太满意|很不满意|不满意|满意){_TICKET}[\s,，。:：]+.+)"),
    # Building leaders and members.
    (CommandName.CHECK_OUT, rf"{_POLITE}(?:签退|下岗|离岗|下班打卡|打卡下班|交班){_SOFT}(?:\s*{_SHIFT})?{_SOFT}"),
    (CommandName.SHOW_CHECK_INS, rf"{_POLITE}(?:看|查)?我的(?:打卡|巡楼)(?:记录|日历)?{_SOFT}"),
    (CommandName.HIDE_FROM_MAP, rf"{_POLITE}(?:不同意)?(?:在)?地图(?:上|里)?(?:不要|不|别)(?:再)?显示我(?:的位置|的打卡|了)?{_SOFT}|{_POLITE}(?:不要|别)(?:再)?在地图(?:上|里)?显示我{_SOFT}"),
    (CommandName.SHOW_ON_MAP, rf"{_POLITE}(?:同意|可以)?(?:在)?地图(?:上|里)?(?:可以)?显示我(?:的位置|的打卡)?{_SOFT}"),
    (CommandName.SHOW_STATION_CODE, rf"{_POLITE}(?:看|查|要)?(?:站点)?打卡码{_ARGUMENT}"),
    (CommandName.CHECK_IN, rf"{_POLITE}(?:(?:今天|今日|昨天|昨日)|(?:帮|替|给)(?P<name>[\u3400-\u9fff·]{{2,4}}))*(?:补?打卡|签到|到岗|到岗打卡|上岗|到位|已到岗|到岗了){_SOFT}(?P<rest>[\s,，:：].{{0,40}}|[0-9]{{6}}|(?:昨天|替|帮).{{0,12}})?|我?到(?:岗|位)(?:了|啦){_SOFT}"),
    (CommandName.REMIND_UNPATROLLED, rf"{_POLITE}(?:提醒|催)(?:一下)?(?:他们)?巡楼{_SOFT}"),
    (CommandName.SHOW_UNPATROLLED, rf"{_POLITE}(?:谁没|没有?|未)巡楼(?:名单|的)?{_SOFT}"),
    # The year's cases.
    (CommandName.VOTE_CASE, r"(?:我)?(?:投票?给?|支持)\s*(?P<rest>案例\s*[0-9]{1,3}号?(?:[\s,，、和]*(?:案例)?\s*[0-9]{1,3}号?)*)(?:一票|投票)?(?:吧|了|啊|!|。)*|(?:我)?给?(?P<early>案例\s*[0-9]{1,3}号?)\s*(?:投(?:一)?票|投一票)(?:吧|了)?|案例投票"),
    (CommandName.SHOW_CASES, rf"{_POLITE}(?:看|查|查看)?(?:一下)?(?:年度|今年的?|街道)案例(?:列表|名单|评选|结果|投票结果|排名)?{_SOFT}[?？]?|案例(?:列表|名单|结果|排名)"),
    (CommandName.SCORE_CASE, rf"案例(?:评分|打分){_ARGUMENT}|(?:评分|打分)\s*(?P<early>案例\s*[0-9]{{1,3}}.*)"),
    # The yearly evaluation of units and pairings.
    *EVALUATION_COMMANDS,
    # Things that are looked at.
    (CommandName.SHOW_INSPECTIONS, rf"{_POLITE}{_TO_LOOK_AT}{_SOFT}[?？]?"),
    (CommandName.RECORD_INSPECTION, _LOOKED_AT),
    # Visits to households.
    (CommandName.SAY_OF_YEAR, r"(?:年度)?回头看\s*第?\s*(?P<rest>[0-9]{1,6}\s*号?[\s,，:：]*(?:还好|挺好|都好|没问题了?|又犯了?|又坏了?|没好|不好|不满意|没解决).{0,20})"),
    (CommandName.SAY_OF_PROBLEM, rf"{_POLITE}(?:院落|院里)?难题\s*(?P<rest>[0-9]{{1,6}}号?\s*(?:已经|还)?(?:解决|没解决|没有解决|未解决|不算解决)(?:了|的)?)(?:吧|啊|!|。)*"),
    (CommandName.DECLINE_VISITS, rf"{_POLITE}(?:以后|今后|从此|下次)?(?:都|就)?(?:不要|别|不用|不需要|不想|谢绝|拒绝)(?:再)?(?:被|接受)?(?:来|上门|到)?(?:我们?家|我这里?|家里)?(?:来)?(?:入户)?(?:走访|上门走访)(?:我们?家|我们?)?{_SOFT}(?:[\s,，:：]+(?P<rest>.{{1,40}}))?"),
    (CommandName.WELCOME_VISITS, rf"{_POLITE}(?:现在|以后)?(?:可以|恢复|欢迎|同意|愿意)(?:再|接受)?(?:来|到)?(?:我们?家)?(?:入户)?走访(?:我们?家?)?{_SOFT}(?:[\s,，:：]+(?P<rest>.{{1,40}}))?"),
    (CommandName.RELEASE_HOUSEHOLD, rf"{_POLITE}(?:取消|撤销)重点(?:走访|户){_ARGUMENT}"),
    (CommandName.KEEP_HOUSEHOLD, rf"{_POLITE}重点(?:走访|户){_ARGUMENT}"),
    (CommandName.PLAN_VISITS, rf"{_POLITE}(?:重新?)?(?:排|制定|安排|生成)(?:一下)?(?:本月|这个月)?(?:的)?走访(?:计划|名单|安排)?{_SOFT}"),
    (CommandName.SHOW_VISITS, rf"{_POLITE}(?:看|查|查看)?(?:一下)?(?:我的|我)?(?:这个月|本月|当月)?(?:的|还有|还要)?(?:走访)(?:计划|名单|任务|清单|安排|进度|情况|列表)?(?:哪些(?:户|家|人家)?|谁)?{_SOFT}[?？]?"),
    (CommandName.RECORD_VISIT, rf"{_POLITE}(?:入户)?(?:走访|入户)(?:记录|登记)?(?:[\s,，:：、]+|(?=[0-9一二三四五六七八九十]))(?P<rest>.+)"),
    (CommandName.PATROL, rf"{_POLITE}(?:巡楼|巡查|巡逻|巡检)(?:了|完了?|打卡|情况)?{_ARGUMENT}"),
    (CommandName.CALL_UP, rf"{_POLITE}(?:急需|急招|紧急招募|紧急召集|急召)\s*(?P<rest>.{{0,60}}?(?:[0-9]{{1,3}}|[一二两三四五六七八九十]{{1,3}})\s*(?:人|名|位|个人).{{0,140}})"),
    (CommandName.OPEN_CAMPAIGN, rf"{_POLITE}(?:发起|新建|组织)(?:志愿)?活动{_ARGUMENT}"),
    (CommandName.SHOW_CAMPAIGNS, rf"{_POLITE}(?:看|查|查看)?(?:志愿)?活动(?:列表|安排|情况|进展)?[\s:]*(?P<rest>\d{{1,7}})?{_SOFT}"),
    (CommandName.END_ENROLMENT, rf"{_POLITE}(?:取消|退出|结束)报到{_SOFT}"),
    (CommandName.ENROL, rf"{_POLITE}(?:党员)?报到(?:登记)?{_ARGUMENT}"),
    (CommandName.SHOW_HOURS, rf"{_POLITE}(?:看|查)?(?:我的)?(?:服务|志愿|志愿服务|值班)(?:时长|工时|时间|小时){_ARGUMENT}"),
    (CommandName.GET_CERTIFICATE, rf"{_POLITE}(?:开|要|打印|申请|开具)?(?:志愿)?(?:服务|时长|志愿服务)证明{_ARGUMENT}"),
    (CommandName.GET_CALENDAR_FEED, rf"{_POLITE}(?:订阅)?(?:值班)?日历(?:订阅)?{_SOFT}"),
    (CommandName.CORRECT_HOURS, rf"{_POLITE}(?:更正|修正|改)工时{_ARGUMENT}"),
    (CommandName.CREDIT_HOURS, rf"{_POLITE}(?:补记|补登)(?:工时|时长)?{_ARGUMENT}"),
    (CommandName.CONFIRM_HOURS, rf"{_POLITE}确认工时\s*(?P<rest>\d{{1,7}}.*)"),
    (CommandName.SHOW_MY_SHIFTS, rf"{_POLITE}(?:看|查)?我的(?:值班|排班|班次|班){_SOFT}"),
    (CommandName.ADD_SHIFT, rf"{_POLITE}(?:加班次|新增班次|增加班次|加个班次|加班|排一?个班){_ARGUMENT}"),
    (CommandName.STOP_SHIFT, rf"{_POLITE}(?:停班|撤销班次|取消班次)(?:[\s,，:：第]*(?P<rest>\d{{1,7}}.*))?"),
    (CommandName.CONFIRM_PLAN, rf"{_POLITE}确认排班{_ARGUMENT}"),
    (CommandName.SHOW_PLAN, rf"{_POLITE}(?:看|查|查看)?排班建议{_ARGUMENT}"),
    (CommandName.ASSIGN_SHIFT, rf"{_POLITE}安排[\s,，:：第]*(?P<rest>\d{{1,7}}.*)"),
    (CommandName.QUALIFY, rf"{_POLITE}认定\s*(?P<rest>.{{2,40}})"),
    (CommandName.SHOW_SHIFT, rf"{_POLITE}(?:班次|名单|值班名单|候补名单)\s*{_SHIFT}{_SOFT}"),
    (CommandName.WRITE_RECORD, rf"{_POLITE}(?P<rest>(?:调解|维修)(?:记录|登记)(?:[\s,，:：、]+.*)?)"),
    (CommandName.SHOW_RECORDS, rf"{_POLITE}(?:看|查)?我的(?:调解|维修)?记录{_SOFT}"),
    (CommandName.SHOW_SHIFTS, rf"{_POLITE}(?:看|查|查看)?(?:值班表?|排班表?|班次|值班安排|谁值班|今天谁值班|有什么班){_SOFT}(?P<rest>[\s,，:：].{{0,30}})?"),
    (CommandName.CANCEL_SHIFT, rf"{_POLITE}(?:取消(?:值班|报名|排班|活动)|退班|退出值班|不能值班){_ARGUMENT}"),
    (CommandName.AGREE_TO_SWAP, rf"(?:同意|答应)(?:换班|顶班)\s*(?:{_SHIFT})?{_SOFT}"),
    (CommandName.REFUSE_SWAP, rf"(?:不同意|拒绝|不能)(?:换班|顶班)\s*(?:{_SHIFT})?{_SOFT}"),
    (CommandName.TAKE_OVER_SHIFT, rf"{_POLITE}(?:接班|顶班|替班)\s*{_SHIFT}{_SOFT}"),
    (CommandName.WITHDRAW_SWAP, rf"{_POLITE}(?:取消换班|不换班?了|撤回换班)\s*(?:{_SHIFT})?{_SOFT}"),
    (CommandName.OFFER_SWAP, rf"{_POLITE}(?:换班|调班|顶班){_ARGUMENT}|{_POLITE}(?:跟|和|与)(?P<name>[\u3400-\u9fff]{{2,4}})(?:换班|调班){_SOFT}"),
    (CommandName.SIGN_UP, rf"{_POLITE}(?:报名)(?:值班|参加)?[\s:]*(?P<rest>(?:第?\s*\d{{1,7}}\s*(?:号|班)?|[\u3400-\u9fff]{{0,2}}(?:周|星期|礼拜|明天|后天|今天|上午|下午|晚上|[0-9]).{{0,16}})?){_SOFT}"),
    # Stars.
    (CommandName.GIVE_CONSENT, rf"{_POLITE}(?:同意|愿意)(?:公示|公开)[\s:]*(?P<rest>(?:\d{{1,7}})?(?:[\s,，]*(?:署名|用名|写).{{1,40}})?){_SOFT}"),
    (CommandName.DECLINE_CONSENT, rf"{_POLITE}(?:不同意|不愿意?|拒绝|撤回同意|取消|撤下|撤回)公(?:示|开)[\s:]*(?P<rest>\d{{1,7}})?{_SOFT}|{_POLITE}撤回同意[\s:]*(?P<early>\d{{1,7}})?{_SOFT}|{_POLITE}(?:撤回|撤下|取消)我的(?:公示|奖|名字){_SOFT}|我?(?:不想|不愿意?|不要|不用|别|不)(?:把我)?(?:被|给我)?(?:上榜|公示|上光荣榜)(?:我|我的名字)?{_SOFT}"),
    (CommandName.RECORD_CONSENT, rf"{_POLITE}代记同意[\s:]*(?P<rest>\d{{1,7}}.{{0,48}})"),
    (CommandName.ACCEPT_AWARDS, rf"{_POLITE}(?:评议通过|通过评议){_ARGUMENT}"),
    (CommandName.RETURN_AWARD, rf"{_POLITE}(?:评议退回|退回评议){_ARGUMENT}"),
    (CommandName.MERGE_AWARDS, rf"{_POLITE}(?:评议合并|合并评议){_ARGUMENT}"),
    (CommandName.REVIEW, rf"{_POLITE}(?:看|查|查看)?(?:评议|候选人?|候选名单)[\s:]*(?P<rest>\d{{1,7}})?{_SOFT}"),
    (CommandName.SHOW_WHY, rf"{_POLITE}(?:(?:看|查)?事迹|为(?:什么|啥)是(?:她|他|TA|ta))[\s:?]*(?P<rest>\d{{1,7}})?[?]?{_SOFT}"),
    (CommandName.SHOW_ROLL, rf"{_POLITE}(?:看|查|查看)?(?:美善之星|光荣榜|优秀楼栋长|公示|公示名单|美善榜)(?:名单)?[?]?{_SOFT}|(?:谁是)?{_MONTH}(?:美善之星|优秀楼栋长)(?:是谁|有谁|有哪些|都有谁|评出来了吗|出来了吗)?[?]?{_SOFT}|{_MONTH}(?:评选|美善之星|公示)(?:的)?结果(?:是什么|呢|什么时候出来?|出来了吗|怎么看)?[?]?{_SOFT}|(?:光荣榜|海报)(?:在)?(?:哪里?|怎么)看?[?]?{_SOFT}"),
    (CommandName.UNDO_DELAY, rf"{_POLITE}(?:(?:取消|撤回|撤销)(?:评选)?推迟(?:评选)?|不推迟评选){_SOFT}{_ARGUMENT}"),
    (CommandName.RESTORE_ROUND, rf"{_POLITE}(?:恢复|重新开始)(?:本月)?(?:的)?评选{_SOFT}{_ARGUMENT}"),
    (CommandName.DELAY_ROUND, rf"{_POLITE}(?:推迟评选|评选推迟){_ARGUMENT}"),
    (CommandName.SKIP_ROUND, rf"{_POLITE}(?:本月不评|暂停评选|取消评选){_ARGUMENT}"),
    (CommandName.SHOW_MY_NOMINATIONS, rf"{_POLITE}(?:看|查)?我的(?:推荐|提名){_SOFT}"),
    (CommandName.NOMINATE, rf"{_POLITE}(?:提名|推荐|推选|评选|选)(?:美善之星|(?:优秀)?楼栋长)(?P<early>[\s,，:].*)?|{_POLITE}(?:提名|推荐|推选)(?:人选)?(?:[\s:,，]+|(?!一下|一个|一些|几|个|些|哪|附近|有|什么|啥|好|点|给我|我们?去|产品|医院|理由|信))(?P<rest>.+)|{_POLITE}(?:提名|推荐|推选){_SOFT}|(?:美善之星|优秀楼栋长)(?:是什么|(?:是)?(?:怎么|如何)(?:评|选|推荐|评选|报名|参加|参选)(?:的|上|出来)*)[?]?{_SOFT}|(?:怎么|如何|怎样)(?:推荐|提名)(?:好人|好邻居|别人|邻居|美善之星|楼栋长|人)?[?]?{_SOFT}"),
    (CommandName.NOMINATE, PRAISE),
    (CommandName.LIST_OBJECTIONS, rf"{_POLITE}(?:看|查|查看)?异议(?:列表|名单|情况)(?:[\s:]*(?P<rest>\d{{1,7}}))?{_SOFT}"),
    (CommandName.SETTLE_OBJECTIONS, rf"{_POLITE}(?:处理异议|异议处理|异议结论){_ARGUMENT}"),
    (CommandName.OBJECT_TO, rf"{_POLITE}(?:我?对?公示(?:名单)?(?:有)?(?:异议|意见|不同意见)|有异议|异议|反对){_ARGUMENT}|(?:我要)?(?:举报|投诉|反映)?(?:这次|本月|这个月|美善之星)?(?:的)?(?:评选|评比|公示)(?:结果)?(?:不公平?|不公正|不公道|有问题|有猫腻|是假的){_SOFT}"),
    # Who somebody is.
    (CommandName.BIND_ACCOUNT, rf"{_POLITE}(?:绑定|改绑|换绑)(?:身份|微信|账号)?[:\s]*(?P<rest>(?:邀请码)?[:\s]*[a-z0-9]{{4}}[-\s]?[a-z0-9]{{4}}|{_CLAIM})"),
    (CommandName.BIND_ACCOUNT, r"(?:绑定|改绑|换绑)[\s:](?P<rest>.{0,40})"),
    (CommandName.UNBIND_ACCOUNT, rf"{_POLITE}(?:解绑|解除绑定|取消绑定|退出绑定){_SOFT}"),
    (CommandName.CHOOSE_HOME, rf"(?:我家?就?是?住在?|我家在|我们?家住在?|我的?住址是?)[:\s]*(?P<rest>{_DWELLING})"),
    (
        CommandName.SHOW_IDENTITY,
        rf"{_POLITE}(?:看|查|查看|查询)?(?:我的身份|我是谁|我的楼栋|我的信息|我的网格员|(?:谁是)?我(?:们|的|家|们楼|们这)?的?网格员(?:是谁)?|"
        rf"(?:谁是)?我们?楼?的?楼栋长(?:是谁)?|是谁){_SOFT}",
    ),
    (CommandName.INVITE_PERSON, r"邀请(?!码)[:\s]*(?P<rest>[\u3400-\u9fff·]{0,10}|[a-z]{0,4}[0-9]{1,10})"),
    (CommandName.SIGN_IN_BROWSER, rf"{_POLITE}(?:登录|登陆)(?:后台|码)?[\s:]*(?P<rest>[0-9]{{6}}){_SOFT}"),
    (CommandName.SHOW_SIGN_IN, rf"{_POLITE}(?:在?电脑上?|手机上?)?(?:怎么|如何|怎样)?(?:登[录陆](?:不了|不上)?|进入?|打开)?(?:管理|工作)?后台(?:的)?(?:怎么|如何|在哪里?)?(?:登[录陆]|进|打开)?(?:网址|地址|码)?(?:是什么|是多少|在哪里?|呢)?[?]?{_SOFT}|{_POLITE}(?:在?电脑上?)?(?:怎么|如何)?登[录陆](?:后台|电脑)?(?:不了|不上)?[?]?{_SOFT}"),
    (CommandName.SIGN_OUT_BROWSERS, rf"{_POLITE}(?:退出|注销|拒绝)(?:后台|登录){_SOFT}"),
    (CommandName.END_ABSENCE, rf"{_POLITE}(?:销假|取消请假|结束请假|提前销假){_SOFT}"),
    (CommandName.REQUEST_ABSENCE, rf"{_POLITE}(?:申请)?请假[:,\s]*(?P<rest>.{{0,60}})|我?(?P<early>{_SOON}.{{0,20}}请假.{{0,40}})"),
    (CommandName.MUTE, rf"{_POLITE}(?:退订|关闭){_SUPPLY}(?:的)?{_NOTICES}*|{_POLITE}(?:退订|关闭){_NOTICES}*{_ARGUMENT}|{_POLITE}(?:不要提醒|别再?提醒我?)|{_SUPPLY}(?:的)?通知(?:就|以后|请|都)?(?:别|不要|不用|别再)(?:再)?(?:发|推|通知|提醒)(?:给)?(?:我)?{_SOFT}"),
    (CommandName.UNMUTE, rf"{_POLITE}(?:恢复|开启){_SUPPLY}(?:的)?{_NOTICES}+|{_POLITE}(?:恢复|开启){_NOTICES}*{_ARGUMENT}"),
    # Notices to all who live somewhere.
    (CommandName.NOTIFY_RESIDENTS, rf"{_POLITE}(?:发个?通知|通知)(?:给)?(?:居民|大家|住户|业主)?[\s,，:：]+(?P<rest>.{{4,}})"),
    # Said so it is a new notice, whatever other ones run: to take it for a change would tell people of the wrong time.
    (CommandName.NOTIFY_RESIDENTS, rf"{_POLITE}(?:发(?:个|条)?)?通知{_NO_ORDER}{_NO_CHANGE}(?P<rest>.*(?:停|断|封)(?:水|电|气|暖|路|梯|供).*)"),
    (CommandName.APPROVE_NOTICE, rf"{_POLITE}(?:可以发|同意发){_SOFT}[\s:]*{_NOTICE}{_SOFT}"),
    (CommandName.WITHHOLD_NOTICE, rf"{_POLITE}(?:先别发|先不发|暂不发){_SOFT}(?:[\s,，:：]*{_NOTICE_TELLING})?"),
    (CommandName.WITHHOLD_NOTICE, rf"别发\s*{_NOTICE_TELLING}"),
    (CommandName.CHANGE_NOTICE, rf"{_POLITE}(?:改通知|更改通知|修改通知|通知改期)(?:[\s,，:：]*(?P<rest>.+))?"),
    (CommandName.END_NOTICE, rf"{_POLITE}(?:结束通知|解除通知)(?:[\s,，:：]*(?P<rest>.+))?"),
    (CommandName.SHOW_NOTICES, rf"{_POLITE}(?:看|查|查看)?(?:一下)?(?:通知列表|通知情况|(?:现在)?有?(?:什么|哪些)通知[?？]?|停水停电(?:的)?(?:通知|信息)){_SOFT}(?:\s*{_NOTICE})?"),
    # What is kept of somebody.
    (CommandName.SHOW_MY_DATA, rf"{_POLITE}(?:看|查|查看|查询)?(?:一下)?我的(?:个人)?(?:资料|数据|个人信息){_SOFT}"),
    (CommandName.COPY_MY_DATA, rf"{_POLITE}(?:导出|下载|复制|拿|要)(?:一份)?我的(?:全部|所有)?(?:个人)?{_DATA}{_SOFT}"),
    (CommandName.CORRECT_MY_DATA, rf"{_POLITE}(?:更正|改正|修改)我?的?(?:个人)?{_DATA}{_ARGUMENT}"),
    (CommandName.CONFIRM_DELETION, rf"确认(?:删除|注销)我的(?:个人)?{_DATA}{_SOFT}"),
    (CommandName.KEEP_MY_DATA, rf"{_POLITE}(?:取消|撤回|不要?)(?:删除|注销)(?:我的)?(?:个人)?{_DATA}{_SOFT}"),
    (CommandName.DELETE_MY_DATA, rf"{_POLITE}(?:把)?(?:删除|删掉|清除|注销)我的(?:全部|所有)?(?:个人)?(?:{_DATA}|账号|账户){_SOFT}|{_POLITE}注销(?:我的)?(?:账号|账户){_SOFT}"),
    (CommandName.AGREE_TO_PRIVACY, rf"(?:我)?同意(?:隐私|个人信息)(?:处理)?(?:说明|政策|条款){_SOFT}"),
    (CommandName.SHOW_PRIVACY, rf"{_POLITE}(?:看|查看)?(?:一下)?(?:隐私|个人信息)(?:处理|保护)?(?:说明|政策|条款){_SOFT}|隐私"),
    # Small talk.
    (CommandName.SHOW_HELP, rf"(?:帮助|怎么用|help)[\s:,，]*(?P<rest>{_TOPIC})"),
    (
        CommandName.SHOW_HELP,
        r"(?:帮助|帮帮我|求助|菜单|说明|使用说明|功能|怎么用|怎么上报|如何上报|怎么报修|你会什么|你能做什么|能做什么|指令|命令|"
        r"你是谁|(?:你)?(?:能)?听得?懂吗|你是(?:机器人|真人)吗|help|menu|h|\?)",
    ),
    (CommandName.ASK_PERSON, rf"{_POLITE}(?:人工|转人工|人工服务|人工客服|客服|找人工|找真人|找个人){_SOFT}"),
    (
        CommandName.SAY_THANKS,
        r"(?:太|非常|十分|万分|好的?)?(?:谢谢|感谢|多谢|谢了|辛苦|3q|thanks|thankyou|thank you)(?:你|您|你们|您们|了|啦|啊|大家|小[\u4e00-\u9fff]|网格员|师傅|社区|小伙子|小姑娘|姑娘|同志|领导|们)*|"
        r"嗯*(?:好|好的|好滴|好吧|行|可以|是|是的|对|对的|知道了|收到|明白|明白了|没事了|ok|okay)(?:谢谢)?",
    ),
    (
        CommandName.GREET,
        r"(?:你好|您好|你们好|大家好|在吗|在不在|有人吗|早|早上好|上午好|中午好|下午好|晚上好|嗨|哈喽|hi|hello|喂)(?:啊|呀|吗|哦)*",
    ),
    (CommandName.CANCEL_DIALOGUE, rf"{_POLITE}(?:算了|不说了|不用了|没什么|没啥事|不弄了|取消|放弃|再说吧){_SOFT}"),
    (CommandName.START_REPORT, rf"{_POLITE}(?:有|有个|有件)?(?:上报|报修|投诉|举报|反映|反映问题|问题|事|事情|情况|建议){_SOFT}"),
    (CommandName.HEAR_TALK, r"[a-z]{1,4}"),
)  # fmt: skip
