"""A reporter puts right, adds, or says that it is over: of the report that is meant, and whoever has it hears."""

from storage.models.tickets import Attachment

SAFE = "已在办理，不能撤回；您说的已转告"


def _two(resident):
    resident.says("梧桐里1号院5幢大门口的门禁刷不开")
    resident.says("梧桐里1号院5幢花坛边上堆着建筑垃圾")


def test_another_matter_is_never_written_on_the_one_that_was_denied(chat, people, resident):
    _two(resident)
    assert "0002" in resident.says("不是门禁，我问的是垃圾")
    new = resident.says("不是垃圾，我说的是5幢楼顶的水箱漏水")
    assert "已登记" in new
    assert "0003" in new
    chat.work()
    assert not any("更正" in notice for notice in people.worker.notices)


def test_a_place_is_put_right_in_one_report_only(chat, people, resident):
    _two(resident)
    right = resident.says("不是花坛边上，是车棚后头")
    assert "0002" in right
    assert "0001" not in right


def test_what_is_spoken_puts_right_and_is_told(chat, people, resident):
    resident.speaks("梧桐里1号院5幢三楼楼道的灯不亮，黑得很")
    people.worker.says("接单 1")
    right = resident.speaks("哎呀错了，是六楼不是三楼")
    assert "六楼" in right
    chat.work()
    assert any("六楼" in notice for notice in people.worker.notices if "更正" in notice)
    resident.speaks("补一句，六楼右手边那家老人摔过两回了")
    chat.work()
    assert any("右手边" in notice for notice in people.worker.notices if "补充" in notice)
    assert len(chat.rows(Attachment.__table__.select())) == 3


def test_who_says_that_it_is_over_is_heard(chat, people, resident):
    resident.says("梧桐里1号院5幢门口一辆三轮车堵着消防通道，救护车进不来")
    people.worker.says("接单 1")
    said = resident.says("不用跑了，三轮车已经骑走了")
    assert SAFE in said
    assert "看一眼" in said
    chat.work()
    told = [notice for notice in people.worker.notices if "没事了" in notice]
    assert "已经骑走了" in told[-1]
    assert chat.tickets()[0].state == "in_progress"


def test_who_wants_it_taken_back_too_late_reads_the_next_step(chat, people, resident):
    resident.says("梧桐里1号院5幢花坛边上堆着建筑垃圾")
    people.part_time.says("接单 1")
    said = resident.says("撤回 1")
    assert SAFE in said
    assert "催办 1" in said


def test_what_is_to_be_passed_on_goes_without_its_frame(chat, people, resident):
    resident.says("梧桐里1号院5幢大门口的门禁刷不开")
    people.worker.says("接单 1")
    assert "已转告" in resident.says("麻烦告诉师傅，晚上八点以后我才在家")
    chat.work()
    assert any(notice.partition(" → ")[0].endswith("：晚上八点以后我才在家") for notice in people.worker.notices)


def test_a_trouble_of_its_own_hurries_nothing_else(chat, people):
    neighbour = chat.person("张大爷")
    neighbour.says("梧桐里1号院5幢花坛边上堆着建筑垃圾")
    people.part_time.says("接单 1")
    assert "NH20261124-0002" in neighbour.says("楼上天天半夜跳绳跟打雷一样，我头都要裂了，管一管！")
    assert "已催办 NH20261124-0001" in neighbour.says("垃圾怎么还不来收，管一管")


def test_a_place_in_free_words_is_chosen_and_sends_it_on_its_way(chat, people):
    neighbour = chat.person("张大爷")
    neighbour.says("楼上噪音扰民，天天夜里拖桌子")
    assert "哪一处" in neighbour.says("1幢602，就在我家楼上")
    assert "1号院1幢602" in neighbour.says("1")
    chat.work()
    assert chat.tickets()[0].state == "dispatched"
    assert "已派单" in neighbour.says("噪音那条有人管没有")


def test_two_matters_behind_one_another_are_two(chat, people, resident):
    asked = resident.says("梧桐里1号院5幢门口路灯忽明忽暗，还有后头垃圾桶三天没人收了")
    assert "2 件事" in asked
    assert "已分成 2 件" in resident.says("1")
    said = resident.says("门禁谢谢啦，对了5幢楼下草坪上有人拉绳晒被子，挡路")
    assert "门禁" not in said


def test_what_was_offered_is_done_to_the_one_that_is_named(chat, people, resident):
    resident.says("梧桐里1号院5幢门口堆着纸板，消防通道堵死了，还有人抽烟")
    resident.says("梧桐里1号院5幢大门口的门禁刷不开")
    for number in ("1", "2"):
        people.worker.says(f"接单 {number}")
    assert "您是想" in people.worker.says("吊车已经进来开干了，我拍给你")
    assert "进场 1" in people.worker.says("是消防通道那单进场，不是门禁")


def test_a_plan_and_the_crew_in_one_sentence_are_both_kept(chat, people, resident):
    resident.says("梧桐里1号院5幢楼道里一股煤气味，头晕")
    for said in ("接单 1", "到场 1"):
        people.worker.says(said)
    people.worker.sends_picture()
    said = people.worker.says("方案就是关总阀、换软管，燃气公司的师傅也进场了")
    assert "方案已记下" in said
    assert "关总阀、换软管" in said
    assert "进场 1" in said


def test_a_plan_that_was_marked_wrong_is_read_by_nobody(chat, people, resident, clock):
    resident.says("梧桐里1号院5幢大门口的门禁刷不开")
    people.worker.says("接单 1")
    people.worker.says("方案 1 关总阀、换软管")
    people.worker.says("刚才那个方案记错单了")
    assert "总阀" not in resident.says("进度 1")
    clock.turn(minutes=5)
    chat.work()
    assert not any("总阀" in notice for notice in resident.notices)


def test_a_verdict_at_the_end_passes_the_work_that_is_named(chat, people, resident):
    resident.says("梧桐里1号院5幢大门口的门禁刷不开")
    people.worker.says("接单 1")
    people.worker.says("办结 1 换了读卡器")
    people.worker.sends_picture()
    assert "已核查通过" in people.head.says("核查，5幢门禁那单，看着行，通过")
