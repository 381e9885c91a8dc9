"""Texts of the rules for following up: key to (简体中文, English)."""

TEXTS: dict[str, tuple[str, str]] = {
    # Working calendar
    "follow_rules.unknown_country": (
        "没有国家代码「{value}」的节假日。请在「设置」中填写两个字母的代码，例如中国 CN、美国 US",
        "There are no public holidays for the country '{value}'; write a code of two letters in Settings,"
        " such as CN or US",
    ),
    "follow_rules.bad_opening": (
        "下班时间 {closing} 必须晚于上班时间 {opening}，请在「设置」中更正",
        "The closing time {closing} must be later than the opening time {opening}; please correct Settings",
    ),
    "follow_rules.bad_day_kind": (
        "工作日历中 {day} 的类别「{value}」无法识别，请选择放假或上班",
        "Working calendar, {day}: '{value}' is not a kind of day; choose holiday or working day",
    ),
    "follow_rules.calendar_end": (
        "从 {day} 起已超出日历范围，无法计算工作日",
        "Counting working days from {day} leaves the calendar",
    ),
    "follow_rules.own_holiday": ("按「工作日历」放假", "day off by sheet Working calendar"),
    "follow_rules.own_working_day": ("按「工作日历」上班", "working day by sheet Working calendar"),
    "follow_rules.shifted": ("调休上班", "working day in exchange for a holiday"),
    "follow_rules.working_day": ("工作日", "working day"),
    "follow_rules.weekend": ("周末", "weekend"),
    "follow_rules.due.working_hour": (
        "{received} 收到，在上班时间；应在 {minutes} 个工作分钟内回复，即 {by_rule} 之前，最迟不超过 24 小时（{hard_line}）。",
        "Received {received}, in working time: answer within {minutes} working minutes, by {by_rule};"
        " never later than 24 hours ({hard_line}).",
    ),
    "follow_rules.due.working_hour_held": (
        "{received} 收到，在上班时间；{minutes} 个工作分钟要到 {by_rule}，但客户等待不应超过 24 小时，所以应在 {hard_line} 之前回复。",
        "Received {received}, in working time: {minutes} working minutes would last until {by_rule}, but no"
        " customer waits longer than 24 hours, so answer by {hard_line}.",
    ),
    "follow_rules.due.next_day": (
        "{received} 收到，不在上班时间；应在次日内回复（{by_rule} 之前），但客户等待不应超过 24 小时，所以应在 {hard_line} 之前回复。",
        "Received {received}, outside working time: answer by the end of the next day ({by_rule}), but no"
        " customer waits longer than 24 hours, so answer by {hard_line}.",
    ),
    # Yearly days
    "follow_rules.bad_calendar": (
        "历法「{value}」无法识别，请选择公历或农历",
        "'{value}' is not a calendar; choose solar or lunar",
    ),
    "follow_rules.bad_month": (
        "月份「{value}」应为 1 到 12",
        "The month '{value}' must be a number from 1 to 12",
    ),
    "follow_rules.bad_day": (
        "{month} 月没有「{value}」日，应为 1 到 {days}",
        "Month {month} has no day '{value}'; days go from 1 to {days}",
    ),
    "follow_rules.bad_lunar_day": (
        "农历 {month} 月没有「{value}」日，农历的月份最多 {days} 天",
        "Lunar month {month} has no day '{value}'; a lunar month has {days} days at most",
    ),
    "follow_rules.lunar_range": (
        "农历只能推算农历 {first} 年到 {last} 年，{day} 之后的下一次不在其中；请改用公历日期",
        "The lunar calendar is known for the lunar years {first} to {last} only, and the first time from {day}"
        " on is not among them; write the solar date instead",
    ),
    "follow_rules.occasion_end": (
        "{day} 之后已超出日历范围",
        "There is no year after {day} in the calendar",
    ),
    "follow_rules.lunar_plain": ("农历{month}{day}", "{day} day of the {month} lunar month"),
    "follow_rules.lunar_leap": ("农历闰{month}{day}", "{day} day of the leap {month} lunar month"),
    # Twelve months and thirty days, blanks between
    "follow_rules.lunar_months": (
        "正月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月",
        "1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th 11th 12th",
    ),
    "follow_rules.lunar_days": (
        "初一 初二 初三 初四 初五 初六 初七 初八 初九 初十 十一 十二 十三 十四 十五"
        " 十六 十七 十八 十九 二十 廿一 廿二 廿三 廿四 廿五 廿六 廿七 廿八 廿九 三十",
        "1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th 11th 12th 13th 14th 15th"
        " 16th 17th 18th 19th 20th 21st 22nd 23rd 24th 25th 26th 27th 28th 29th 30th",
    ),
    # Consents
    "follow_rules.unknown_purpose": (
        "没有名为「{value}」的用途",
        "There is no purpose '{value}'",
    ),
    "follow_rules.purpose.service": ("订单与售后", "orders and service"),
    "follow_rules.purpose.marketing": ("优惠与推荐", "offers"),
    "follow_rules.purpose.greetings": ("生日与节日祝福", "wishes"),
    "follow_rules.purpose.surveys": ("满意度调查", "surveys"),
    "follow_rules.purpose.data_upkeep": ("核实资料", "keeping data right"),
    "follow_rules.refused.never_given": (
        "没有同意记录（用途：{purpose}）",
        "No consent on record (purpose: {purpose})",
    ),
    "follow_rules.refused.not_yet": (
        "同意从 {day} 起才有效（用途：{purpose}）",
        "The consent counts from {day} on (purpose: {purpose})",
    ),
    "follow_rules.refused.withdrawn": (
        "同意已于 {day} 撤回（用途：{purpose}）",
        "The consent was withdrawn on {day} (purpose: {purpose})",
    ),
    "follow_rules.refused.withdrawn_blank": (
        "撤回日期无法识别，按已撤回处理（用途：{purpose}）；请填写日期",
        "The day of withdrawal cannot be read, so the consent counts as withdrawn (purpose: {purpose});"
        " please write a date",
    ),
    "follow_rules.refused.not_for_purpose": (
        "同意的用途不包括「{purpose}」",
        "The consent does not cover this purpose: {purpose}",
    ),
    "follow_rules.refused.unreadable_purpose": (
        "授权用途「{words}」没有写明可识别的用途（需要：{purpose}）；请在「授权」表中按用途写一行",
        "The consent's purpose '{words}' names none we know (needed: {purpose}); please write a row per"
        " purpose on sheet Consents",
    ),
    "follow_rules.refused.unreadable_purpose_blank": (
        "有同意日期，但没有写用途（需要：{purpose}）；请补上",
        "The consent has a date but no purpose (needed: {purpose}); please add it",
    ),
    # Message templates
    "follow_rules.unknown_field": (
        "话术中的「{value}」无法填写；可用的有：{{客户}}、{{称呼}}、{{负责人}}、{{公司}}、{{等级}}、{{天数}}、{{日期}}、{{产品}}、{{差距}}、{{金额}}、{{主题}}、{{我们}}",
        "'{value}' in the template cannot be filled in; there are: {{name}} {{salutation}} {{owner}} {{company}} {{tier}} {{days}} {{date}} {{product}} {{gap}} {{amount}} {{topic}} {{us}}",
    ),
    "follow_rules.unknown_field_near": (
        "话术中的「{value}」无法填写，是否应为「{near}」？可用的有：{{客户}}、{{称呼}}、{{负责人}}、{{公司}}、{{等级}}、{{天数}}、{{日期}}、{{产品}}、{{差距}}、{{金额}}、{{主题}}、{{我们}}",
        "'{value}' in the template cannot be filled in; is '{near}' meant? There are: {{name}} {{salutation}} {{owner}} {{company}} {{tier}} {{days}} {{date}} {{product}} {{gap}} {{amount}} {{topic}} {{us}}",
    ),
    "follow_rules.open_brace": (
        "话术中「{words}」的大括号没有配对；请补上另一半。如果要写大括号本身，请写两个",
        "The brace at '{words}' is not closed; please add the other one. To write a brace itself, write two",
    ),
    "follow_rules.message_date": (
        "{year}年{month}月{day}日",
        "{year}-{month:02d}-{day:02d}",
    ),
    # Tiers before and after
    "follow_rules.migration_lengths": (
        "刷新前有 {before:,} 位客户，刷新后有 {after:,} 位，无法逐一比较",
        "There are {before:,} customers before and {after:,} after, so they cannot be compared one by one",
    ),
    # Priority
    "follow_rules.unknown_source": (
        "没有名为「{value}」的跟进事由",
        "There is no reason for a follow-up called '{value}'",
    ),
    "follow_rules.points.part": ("{points}（{what}）", "{points} ({what})"),
    "follow_rules.points.inquiry_overdue": ("咨询回复已超时", "inquiry overdue"),
    "follow_rules.points.inquiry": ("咨询待回复", "inquiry"),
    "follow_rules.points.recall": ("召回", "recall"),
    "follow_rules.points.tier_fell": ("等级下降", "tier fell"),
    "follow_rules.points.return_visit_overdue": ("回访已过期限", "return visit overdue"),
    "follow_rules.points.birthday": ("生日", "birthday"),
    "follow_rules.points.important_date": ("重要日期", "important date"),
    "follow_rules.points.return_visit": ("回访", "return visit"),
    "follow_rules.points.near_next_tier": ("接近更高等级", "close to the next tier"),
    "follow_rules.points.confirm_data": ("核实资料", "data to confirm"),
    "follow_rules.points.tier": ("{tier}", "{tier}"),
    "follow_rules.points.some_tier": ("客户等级", "tier"),
    "follow_rules.points.overdue": ("逾期 {n:,} 天", "{n:# day|# days} late"),
    "follow_rules.points.revenue": (
        "累计金额不低于 {n}% 的客户",
        "revenue at least that of {n}% of customers",
    ),
}
