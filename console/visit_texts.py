"""Words of the page of visits."""

from handlers.visits.words import RESULT, why

TITLE = "走访"
ABOUT = (
    "每月 1 日从不满意、隐患、反复上报和重点户排出，两人同去。看见的加密保存，只有写的人和书记能看，看一次留一条记录。"
)
HEAD = "{year}年{month}月：计划 {all} 户，已走 {made} 户"
SECTIONS = {
    "people": "按牵头人",
    "planned": "计划",
    "made": "走过的",
    "problems": "院落难题：一个院落一季度攻一件",
    "looks": "年度回头看：去年解决的现在还好吗",
    "do": "操作",
}
PEOPLE = ("牵头人", "计划", "已走", "还剩")
PLANNED = ("日期前", "哪一户", "为什么", "谁去", "结果")
MADE = ("日期", "哪一户", "谁去的", "结果", "工单", "记录")
NO_PLAN, NO_VISITS = "这个月没有计划。", "这个月还没有走访。"
WHY_KEPT = "看原因（会留记录）"
READ = "看记录（会留记录）"
EXPORT = "导出计划（CSV）"
EMPTY_NOTE = "没有写什么。"
OPEN, TRIES = "还没去", "去过 {count} 次没见到人"
DO = {"plan": "补排本月走访", "keep": "列入重点走访", "release": "取消重点走访", "problem": "定院落难题"}
KEEP_HINT = "小区楼栋房号，原因"
PROBLEM_HINTS = {"yard": "小区名", "until": "不填到季末"}
PROBLEMS = ("季度", "院落", "难题", "负责人", "哪天前", "怎么样了", "居民说")
PROBLEM_STATE = ("已解决", "超期", "在办")
RESIDENTS = "解决了 {yes}，没解决 {no}"
LOOKS = ("年份", "地点", "什么事", "问了", "还好", "又犯了", "结果")
LOOK_OPENED, EXPORT_LOOKS = "已重新办理（{at}）", "导出回头看（CSV）"
RELEASE_HINT = "小区楼栋房号"
RESULT_SAID = RESULT
WHY = why
