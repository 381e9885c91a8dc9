"""What the follow-up sheets and their command say: key to (简体中文, English)."""

TEXTS: dict[str, tuple[str, str]] = {
    "follow_up.tab": ("跟进 {owner}", "Follow up {owner}"),
    "follow_up.comma": ("，", ", "),
    # The line under the title, and the report
    "follow_up.heading": (
        "截至 {day}，有 {n:,} 件事要办。",
        "{day}: {n:# thing|# things} to do.",
    ),
    "follow_up.heading_late": (
        "截至 {day}，有 {n:,} 件事要办，其中 {late:,} 件已过期限。",
        "{day}: {n:# thing|# things} to do, {late:#|#} of them overdue.",
    ),
    "follow_up.abandoned": (
        "截至 {day}，已经没有叫这个名字的负责人；没办完的事列在其他跟进表里，这张表可以删除。",
        "{day}: nobody looks after customers under this name any more. What was open stands on the"
        " other follow-up sheets; this sheet may be deleted.",
    ),
    "follow_up.count": ("{what} {n:,}", "{what} {n:,}"),
    "follow_up.by_source": ("按事由：{parts}。", "By reason: {parts}."),
    "follow_up.by_owner": ("{owner}：{n:,} 件。", "{owner}: {n:,}."),
    "follow_up.by_owner_late": (
        "{owner}：{n:,} 件，其中逾期 {late:,} 件。",
        "{owner}: {n:,}, of which {late:,} overdue.",
    ),
    "follow_up.without_owner": (
        "没有负责人的客户：{n:,} 件，只列在总表里。请填写「负责人」一列。",
        "Customers without an owner: {n:,}, on the sheet for all only. Please fill in the column"
        " Owner.",
    ),
    "follow_up.entered": (
        "已把 {n:,} 件办完的事记入「联系记录」。",
        "{n:# thing|# things} done and entered in Contacts.",
    ),
    "follow_up.nobody_agreed": (
        "还没有可以联系的客户：请在「{customers}」的「{purpose}」和「{given}」两列，或在「{consents}」中登记客户的同意，再生成一次。",
        "Nobody may be contacted yet. Write down what customers have agreed to, and since when, in the"
        " columns {purpose} and {given} of {customers} or on sheet {consents}; then make the sheets"
        " again.",
    ),
    "follow_up.answers": (
        "近 {days} 天应回复的咨询 {n:,} 次，其中按时回复 {in_time:,} 次。",
        "Inquiries of the last {days} days whose answer was due: {n:,}, answered in time: {in_time:,}.",
    ),
    "follow_up.left_out": ("未列入 {n:,} 件：{parts}。", "{n:,} left out: {parts}."),
    "follow_up.left_out.never_given": ("客户没有同意 {n:,}", "{n:,} without consent"),
    "follow_up.left_out.not_yet": ("同意尚未生效 {n:,}", "{n:,} whose consent is not yet in force"),
    "follow_up.left_out.withdrawn": ("客户已撤回同意 {n:,}", "{n:,} whose consent was withdrawn"),
    "follow_up.left_out.not_for_purpose": (
        "同意的用途不包括这一项 {n:,}",
        "{n:,} whose consent is for other purposes",
    ),
    "follow_up.left_out.unreadable_purpose": (
        "授权用途看不明白 {n:,}",
        "{n:,} whose purpose of consent is not understood",
    ),
    "follow_up.left_out.no_contact_data": ("没有联系方式 {n:,}", "{n:,} without contact data"),
    "follow_up.left_out.cap": ("已到联系次数上限 {n:,}", "{n:,} over the limit of contacts"),
    "follow_up.left_out.upkeep": (
        "核实资料每人先列 {most} 件，其余 {n:,}",
        "{n:,} to confirm data later, after the first {most} of each owner",
    ),
    "follow_up.left_out.per_owner": (
        "每人行数已满，优先级较低 {n:,}",
        "{n:,} of lower priority because the sheet is full",
    ),
    "follow_up.not_refreshed": (
        "提示：客户链管理表上次按 {before} 刷新，这里按 {day} 计算。先刷新等级，两边才一致。",
        "Note: the customer table was last refreshed for {before}, these sheets are for {day}."
        " Refresh tiers first, so that both agree.",
    ),
    "follow_up.never_refreshed": (
        "提示：客户链管理表还没有刷新过。请先刷新等级。",
        "Note: the customer table was never refreshed. Please refresh tiers first.",
    ),
    "follow_up.year_unknown": (
        "提示：程序还不知道 {year} 年的调休安排，请写在「工作日历」里，否则期限可能差一两天。",
        "Note: the shifted working days of {year} are not known yet. Enter them on sheet Working"
        " calendar, otherwise a deadline may be a day or two off.",
    ),
    "follow_up.inquiry_left_out": (
        "请注意：客户 {customer} 的咨询还没有回复，但没有列入：{why}请先取得同意。",
        "Please note: an inquiry of customer {customer} is unanswered but left out. {why}"
        " Ask for consent first.",
    ),
    "follow_up.inquiries_left_out": (
        "另有 {n:,} 件没有回复的咨询因为没有同意而未列入，客户编号：{customers}。",
        "{n:# more unanswered inquiry is|# more unanswered inquiries are} left out for want of"
        " consent: customer {customers}.",
    ),
    "follow_up.odd_dates": (
        "「{sheet}」有 {n:,} 行的日期不存在，未列入：第 {rows} 行。请改正月、日、历法或闰月。",
        "Left out: {n:# row|# rows} of sheet {sheet} without a real day (row {rows})."
        " Correct month, day, calendar or leap month.",
    ),
    "follow_up.unreadable_times": (
        "「{sheet}」有 {n:,} 行的时间看不懂，未计入：第 {rows} 行。请写成 2026-10-30 17:50 这样。",
        "Not counted: {n:# row|# rows} of sheet {sheet} without a readable time (row {rows})."
        " Write it as 2026-10-30 17:50.",
    ),
    "follow_up.odd_done": (
        "「{sheet}」有 {n:,} 行的「完成」写了别的字，没有当作办完：第 {rows} 行。办完请选「是」。",
        "In {n:# row|# rows} of sheet {sheet} Done holds other words and does not count (row {rows})."
        " Choose Yes when it is done.",
    ),
    "follow_up.owners_alike": (
        "「{sheet}」第 {rows} 行都叫「{owner}」，他们的客户分不开，列在同一张跟进表里。"
        "请加上区别，例如「{owner}（北京）」，「负责人」一列也照此填写。",
        "Rows {rows} of sheet {sheet} are both called {owner}: their customers cannot be told apart"
        " and share one sheet. Give them different names, there and in the column Owner.",
    ),
    # Refusals
    "follow_up.unknown_owner": (
        "没有叫「{owner}」的负责人。现有：{owners}。",
        "There is no owner called {owner}. There are: {owners}.",
    ),
    "follow_up.no_owners": (
        "没有叫「{owner}」的负责人：还没有一位客户填写了负责人。请先填写「负责人」一列。",
        "There is no owner called {owner}: no customer has an owner yet. Please fill in the column"
        " Owner first.",
    ),
    "follow_up.owner_twice": (
        "「{sheet}」第 {rows} 行都叫「{owner}」，无法分清谁负责哪些客户。"
        "请给他们不同的名字，并同样改「{column}」一列。",
        "Rows {rows} of sheet {sheet} are both called {owner}, so nobody can tell whose customers"
        " are whose. Give them different names, there and in the column {column}.",
    ),
    "follow_up.visit_days": (
        "「{sheet}」第 {row} 行「{column}」：「{value}」不是 1 以上的整数。不回访请留空。",
        "Sheet {sheet} row {row}, {column}: '{value}' is not a whole number of 1 or more. Leave it"
        " empty for no visits.",
    ),
    "follow_up.holiday_day": (
        "「{sheet}」第 {row} 行「{column}」：「{value}」不是日期。请写成 2026-10-01 这样。",
        "Sheet {sheet} row {row}, {column}: '{value}' is not a date. Write it as 2026-10-01.",
    ),
    "follow_up.holiday_kind": (
        "「{sheet}」第 {row} 行「{column}」：「{value}」无法识别，请选「放假」或「上班」。",
        "Sheet {sheet} row {row}, {column}: '{value}' is not a kind of day. Choose Holiday or"
        " Working day.",
    ),
    "follow_up.column_missing": (
        "「{sheet}」中缺少「{column}」列，填写的内容会无处存放。请恢复这一列的表头。",
        "Sheet {sheet} has no column {column}, so what is typed would be lost. Please restore its"
        " header.",
    ),
    # Why
    "follow_up.priority": ("优先级 {sum}。", "Priority {sum}."),
    "follow_up.day_off": ("{day}（{name}）", "{day} ({name})"),
    "follow_up.why.inquiry": (
        "客户有 {n:,} 条消息还没有回复。",
        "{n:# unanswered message|# unanswered messages}.",
    ),
    "follow_up.why.inquiry_topic": ("内容：{topic}", "About: {topic}"),
    "follow_up.why.visit_talk": (
        "上次联系是 {day}，已过 {n:,} 天；「{tier}」每 {days} 天回访一次。",
        "Last contact {day}, {n:# day|# days} ago; {tier} is visited every {days:# day|# days}.",
    ),
    "follow_up.why.visit_order": (
        "上次购买是 {day}，已过 {n:,} 天，此后没有联系；「{tier}」每 {days} 天回访一次。",
        "Last order {day}, {n:# day|# days} ago, no contact since; {tier} is visited every"
        " {days:# day|# days}.",
    ),
    "follow_up.why.moved": (
        "原定 {day}，顺延到下一个工作日。",
        "Planned for {day}, moved to the next working day.",
    ),
    "follow_up.why.recall": (
        "最后一次购买是 {day}，已过 {n:,} 天，超过 {months} 个月；当时是「{then}」，现在是「{now}」。",
        "Last order {day}, {n:# day|# days} ago, more than {months:# month|# months}; {then} then,"
        " {now} today.",
    ),
    "follow_up.why.tier_fell": (
        "{day} 从「{before}」降到「{now}」。",
        "Fell from {before} to {now} on {day}.",
    ),
    "follow_up.why.near_next_tier": (
        "{gap}；平均每单 {usual}（{n:,} 笔），再买一次就够了。",
        "{gap}; the usual order is {usual} ({n:# order|# orders}), so one more will do.",
    ),
    "follow_up.why.birthday": ("生日：{day}，满 {n} 岁。", "Birthday on {day}, turns {n}."),
    "follow_up.why.date": ("{occasion}：{day}。", "{occasion} on {day}."),
    "follow_up.why.date_lunar": ("{occasion}：{day}，{lunar}。", "{occasion} on {day}, {lunar}."),
    "follow_up.why.note": ("备注：{note}", "Note: {note}"),
    "follow_up.why.stale": (
        "资料上次确认是 {day}，超过 {months} 个月。",
        "Data last confirmed {day}, more than {months:# month|# months} ago.",
    ),
    "follow_up.why.never_confirmed": (
        "资料是 {day} 录入的，超过 {months} 个月，还没有确认过。",
        "Data entered {day}, more than {months:# month|# months} ago, and never confirmed.",
    ),
    "follow_up.why.unreachable": (
        "没有电话、邮箱和地址，联系不上。",
        "No phone, e-mail or address: this customer cannot be reached.",
    ),
    # What to do
    "follow_up.do.inquiry": (
        "回复客户，解决问题，记下结果。",
        "Answer, solve the matter, note the outcome.",
    ),
    "follow_up.do.recall": (
        "亲自联系，问清原因，给一个回来的理由。",
        "Get in touch in person, ask why, give a reason to come back.",
    ),
    "follow_up.do.tier_fell": (
        "了解最近为什么买得少，提供合适的方案。",
        "Find out why less was bought, and offer what fits.",
    ),
    "follow_up.do.return_visit": (
        "回访：问问使用情况和新的需要。",
        "Return visit: ask how things work and what is needed.",
    ),
    "follow_up.do.birthday": ("送上生日祝福。", "Send birthday wishes."),
    "follow_up.do.important_date": ("送上问候。", "Send your wishes."),
    "follow_up.do.memorial": (
        "致以慰问，不谈生意。",
        "Send a word of comfort; do not speak of business.",
    ),
    "follow_up.do.near_next_tier": (
        "告诉客户离升级只差一步，推荐合适的产品。",
        "Tell how near the next tier is, and suggest what fits.",
    ),
    "follow_up.do.confirm_data": (
        "请客户核对资料，更正后填上「资料确认日期」。",
        "Ask the customer to check the data, correct them, and fill in Data confirmed on.",
    ),
    "follow_up.do.unreachable": (
        "查订单、合同，或问经手的同事，补上电话、邮箱或地址。",
        "Look through orders and contracts, or ask colleagues, and fill in phone, e-mail or address.",
    ),
    "follow_up.do.not": ("请不要联系：{why}", "Do not contact: {why}"),
    "follow_up.do.gone": (
        "客户链管理表里已没有这位客户",
        "this customer is no longer on sheet Customers",
    ),
    "follow_up.do.tier": ("「{tier}」客户：{advice}", "{tier} customers: {advice}"),
    "follow_up.do.age": ("{age}客户：{advice}", "{age} customers: {advice}"),
    "follow_up.do.segment": ("分群「{segment}」：{advice}", "Segment {segment}: {advice}"),
    # How to reach, and by whom
    "follow_up.no_contact_data": ("没有联系方式，请先补全", "No contact data; please complete"),
    "follow_up.liked": ("{reach}（首选{channel}）", "{reach} (prefers {channel})"),
    "follow_up.salutation.female": ("{name}女士", "{name}"),
    "follow_up.salutation.male": ("{name}先生", "{name}"),
    "follow_up.somebody": ("跟进表", "Follow-up sheet"),
    # The migration matrix of What changed
    "tier_migration.heading": ("等级迁移", "From tier to tier"),
    "tier_migration.from_to": ("从（行）到（列）", "From (row) to (column)"),
    "tier_migration.none": ("无等级", "No tier"),
    "tier_migration.note": (
        "分析日期 {day}：上升 {up} 位，下降 {down} 位，不变 {unchanged} 位。",
        "Analysis date {day}: {up} up, {down} down, {unchanged} unchanged.",
    ),
    # The recall list
    "page.recall": ("召回名单", "Recall list"),
    "page.recall.title": ("召回名单", "Recall list"),
    "page.recall.heading": ("要召回的客户", "Customers to win back"),
    "page.recall.rule": (
        "规则：到 {day} 为止，超过 {months} 个自然月没有购买，并且最后一次购买时是高价值客户"
        "（按当时的分界重新计算，不看今天的等级）。",
        "The rule: no purchase for more than {months:# calendar month|# calendar months} before"
        " {day}, and high value at the last purchase, recomputed with the cuts of that day; today's"
        " tier does not matter.",
    ),
    "page.recall.count": (
        "{n} 位客户，优先级高的在前；他们以前一共购买了 {money}。",
        "{n:# customer|# customers}, highest priority first; they have bought for {money} in all.",
    ),
    "page.recall.none": ("没有要召回的客户。", "There is nobody to win back."),
    "page.recall.left_out": (
        "另有 {n} 位符合规则，但不能联系：{parts}。",
        "{n} more fit the rule but may not be contacted: {parts}.",
    ),
    "page.recall.days": ("未购买天数", "Days silent"),
    "page.recall.then": ("最后购买时的等级", "Tier at last order"),
    "page.recall.or": ("；", "; "),
    "page.recall.reach": ("联系方式", "How to reach"),
    # The command line
    "cli.metavar.owner": ("负责人", "OWNER"),
    "cli.follow_up": (
        "生成跟进表：今天该联系谁、为什么、做什么",
        "make the follow-up sheets: whom to contact today, why, and what to do",
    ),
    "cli.follow_up.workbook": ("要写入的工作簿", "the workbook to change"),
    "cli.follow_up.owner": (
        "只生成总表和这位负责人的跟进表（有人填写过的也会更新）",
        "make only this owner's sheet and the one for all; others where somebody typed are updated",
    ),
    "cli.follow_up.as_of": (
        "以这一天为准，不用「设置」中的分析日期",
        "the day to plan for, instead of the analysis date of Settings",
    ),
    "cli.recall": (
        "列出召回名单：以前是高价值、现在很久没来的客户",
        "list the customers to win back: formerly high value, long silent",
    ),
    "cli.recall.workbook": ("工作簿", "the workbook"),
    "cli.recall.as_of": (
        "以这一天为准，不用「设置」中的分析日期",
        "the day to compute for, instead of the analysis date of Settings",
    ),
    "cli.recall.sheet": (
        "写成工作簿里的一张工作表，不在这里显示",
        "write it as a sheet of the workbook instead of showing it here",
    ),
    "cli.changes.sheet": (
        "写成工作簿里的一张工作表，不在这里显示",
        "write it as a sheet of the workbook instead of showing it here",
    ),
    "cli.sheet_written": ("已写入工作表「{sheet}」。", "Written to sheet {sheet}."),
    "cli.upgrade": (
        "给旧版工作簿补上新的工作表和设置，原有内容不变",
        "add the sheets and settings an older workbook lacks; all it holds stays",
    ),
    "cli.upgrade.workbook": ("要补充的工作簿", "the workbook to bring up to date"),
}
