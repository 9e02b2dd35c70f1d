"""What is said of a mapping file, in the words of who keeps it."""

UNKNOWN_KEY = "不认识的项“{name}”"
MISSING_KEY = "缺少“{name}”"
BAD_VALUE = "“{name}”填得不对，可填：{choices}"
NO_RECORD = "没有一条 [[record]]"
NO_REPORT = '要告诉对方（gives），就要有一条 kind = "report" 说明用什么字段；或用 cloudevents 信封'
NO_ROSTER_RECORD = '要给对方“{gives}”，就要有一条 kind = "{kind}"，并用 [record.codes.{name}] 写明给哪些'
NO_FIELD = "{kind}：[record.fields] 里缺少“{name}”"
UNKNOWN_FIELD = "{kind}：[record.fields] 里不认识“{name}”，可填：{choices}"
NO_CODES = "{kind}：字段“{name}”用代码，却没有 [record.codes.{name}] 对照表"
UNKNOWN_CODE = "{kind}：{name} 的代码“{code}”对到“{ours}”，我们没有这一项"
NOT_GIVEN = "{kind}：我们的状态“{ours}”没有对方的代码；对方没有这个状态就写进 silent"
VOID_UNTOLD = '{kind}：作废一定要告诉对方，“{ours}”却没有对方的代码；写 void = 对方有代码的状态，如 void = "withdrawn"'
TWO_TO_ONE = "{kind}：{name} 的代码 {codes} 都读成“{ours}”，回传时只能写成“{back}”，其余会变样；确认可以就写进 one_way"
WRONG_BACK = "{kind}：{name} 回传“{ours}”写成“{back}”，对方再发回来会读成“{read}”"
NOT_THEIRS = "[owners] 里“{state}”不能由对方说了算，可以交给对方的只有：{choices}"
