"""Captions, notes and list words of the tables for follow-up and sharing: key to (简体中文, English)."""

TEXTS: dict[str, tuple[str, str]] = {
    # Sheets
    "sheet.contacts": ("联系记录", "Contacts"),
    "sheet.follow_up": ("跟进", "Follow up"),
    "sheet.important_dates": ("重要日期", "Important dates"),
    "sheet.consents": ("授权", "Consents"),
    "sheet.templates": ("话术模板", "Message templates"),
    "sheet.holidays": ("工作日历", "Working calendar"),
    "sheet.staff": ("同事", "Staff"),
    "sheet.roles": ("角色", "Roles"),
    "sheet.share_log": ("共享记录", "Share log"),
    "purpose.contacts": (
        "每次联系记一行，不论渠道，不论谁先开口。跟进表里勾选完成的事会自动记到这里。",
        "One row per contact, whatever the channel and whoever began. What is ticked on a follow-up"
        " sheet is entered here by itself.",
    ),
    "purpose.follow_up": (
        "点「生成跟进表」后，这里列出要联系的客户。",
        "Press Follow-up sheets, and this sheet lists the customers to contact.",
    ),
    "purpose.important_dates": (
        "每年要问候的日子。生日已写在「客户链管理表」的不用再写；农历日期写在这里。",
        "Days to send wishes on, every year. Birthdays of sheet Customers need not be repeated;"
        " lunar dates go here.",
    ),
    "purpose.consents": (
        "客户同意了什么、从哪天起、哪天撤回。没有有效同意的用途，不会列入跟进。",
        "What a customer agreed to, since when, and when it was withdrawn. Without a valid consent"
        " nothing is planned for that purpose.",
    ),
    "purpose.templates": (
        "建议的话术和邮件。大括号里的词会换成客户的内容，例如 {{客户}}、{{负责人}}、{{差距}}。",
        "Suggested words and mails. Words in braces are filled in, for example {{name}}, {{owner}},"
        " {{gap}}.",
    ),
    "purpose.holidays": (
        "法定节假日和调休已经自动计算。只在这里写与之不同的日子，例如公司自己的假日。",
        "Public holidays are known already. Write here only the days that differ, such as holidays"
        " of your company.",
    ),
    "purpose.staff": (
        "谁负责客户、用什么邮箱、是什么角色。名字要与「负责人」一列写得一样。",
        "Who looks after customers, with e-mail and role. Names as in the column Owner.",
    ),
    "purpose.roles": (
        "共享副本时，每种角色能看到什么。",
        "What each role may see in a shared copy.",
    ),
    "purpose.share_log": (
        "每份共享出去的副本记一行：给谁、哪些行和列、什么时候。",
        "One row per shared copy: for whom, which rows and columns, and when.",
    ),
    # Contacts
    "column.contacts.contact_id": ("联系编号", "Contact ID"),
    "note.contacts.contact_id": (
        "可不填。由跟进表记入的，编号就是那一项的编号，因此不会重复记入。",
        "May stay empty. Entries from a follow-up sheet carry the item's number, so that none is"
        " entered twice.",
    ),
    "column.contacts.customer_id": ("客户编号", "Customer ID"),
    "note.contacts.customer_id": (
        "与「客户链管理表」中的客户编号一致。",
        "The ID of the customer on sheet Customers.",
    ),
    "column.contacts.contacted_at": ("时间", "Time"),
    "note.contacts.contacted_at": (
        "日期和时刻，例如 2026-10-30 17:50；回复期限由它算出。",
        "Date and time, such as 2026-10-30 17:50; the response deadline is counted from it.",
    ),
    "column.contacts.channel": ("渠道", "Channel"),
    "note.contacts.channel": ("通过什么联系。", "How the contact was made."),
    "column.contacts.direction": ("方向", "Direction"),
    "note.contacts.direction": (
        "「来」：客户找我们；「去」：我们找客户。",
        "In: the customer came to us; Out: we went to the customer.",
    ),
    "column.contacts.thread": ("会话", "Thread"),
    "note.contacts.thread": (
        "同一件事的来往写同一个会话号；留空则按客户归为一个会话。",
        "Entries about one matter share a thread; empty: all of the customer's count as one.",
    ),
    "column.contacts.person": ("联系人", "Person"),
    "note.contacts.person": (
        "是哪位同事联系的。留空表示自动回复，不算首次回复。",
        "Which colleague. Empty stands for an automatic reply, which is no first response.",
    ),
    "column.contacts.topic": ("主题", "Topic"),
    "note.contacts.topic": ("谈的是什么。", "What it was about."),
    "column.contacts.outcome": ("结果", "Outcome"),
    "note.contacts.outcome": ("联系的结果。", "What came of it."),
    "column.contacts.note": ("备注", "Note"),
    "note.contacts.note": ("任何补充。", "Anything else."),
    # Follow up
    "column.follow_up.name": ("客户", "Customer"),
    "note.follow_up.name": ("要联系的客户。", "Whom to contact."),
    "column.follow_up.due_on": ("期限", "Due"),
    "note.follow_up.due_on": ("最晚什么时候联系。", "Contact them by then."),
    "column.follow_up.priority": ("优先级", "Priority"),
    "note.follow_up.priority": (
        "0 到 100，越大越先办；怎样得出写在「原因」的末尾。",
        "0 to 100, highest first; how it came about stands at the end of Why.",
    ),
    "column.follow_up.source": ("事由", "Reason"),
    "note.follow_up.source": ("为什么列入。", "What the line is about."),
    "column.follow_up.why": ("原因", "Why"),
    "note.follow_up.why": ("用文字和数字说明为什么。", "The reason in words and numbers."),
    "column.follow_up.what_to_do": ("做什么", "What to do"),
    "note.follow_up.what_to_do": (
        "来自「客户策略」中这一等级和年龄段的做法。",
        "From sheet Strategies, for the tier and the age group.",
    ),
    "column.follow_up.contact": ("联系方式", "How to reach"),
    "note.follow_up.contact": (
        "客户喜欢的渠道在前。",
        "The channel the customer likes comes first.",
    ),
    "column.follow_up.done": ("完成", "Done"),
    "note.follow_up.done": (
        "办完选「是」。下次生成时，它会记入「联系记录」并从这里移走。",
        "Choose Yes when it is done. The next time the sheets are made it is entered in Contacts"
        " and leaves this sheet.",
    ),
    "column.follow_up.outcome": ("结果", "Outcome"),
    "note.follow_up.outcome": ("联系的结果。", "What came of it."),
    "column.follow_up.result_note": ("备注", "Note"),
    "note.follow_up.result_note": (
        "会随结果一起记入「联系记录」。",
        "Goes into Contacts together with the outcome.",
    ),
    "column.follow_up.words": ("建议话术", "Suggested words"),
    "note.follow_up.words": (
        "来自「话术模板」，请按情况改动。",
        "From sheet Message templates; change them as you need.",
    ),
    "column.follow_up.customer_id": ("客户编号", "Customer ID"),
    "note.follow_up.customer_id": ("客户的编号。", "The ID of the customer."),
    "column.follow_up.owner": ("负责人", "Owner"),
    "note.follow_up.owner": ("负责这位客户的同事。", "The colleague who looks after the customer."),
    "column.follow_up.item": ("事项编号", "Item"),
    "note.follow_up.item": (
        "再次生成时靠它认出这一行，请勿改动。",
        "By it the line is known when the sheets are made again; please leave it.",
    ),
    "column.follow_up.typed_mark": ("填写标记", "Entry mark"),
    "note.follow_up.typed_mark": (
        "记住上次生成时您填了什么，以便合并各张跟进表；请勿改动。",
        "Remembers what was typed when the sheet was made, so that several sheets can be brought"
        " together; please leave it.",
    ),
    # Important dates
    "column.important_dates.customer_id": ("客户编号", "Customer ID"),
    "note.important_dates.customer_id": (
        "与「客户链管理表」中的客户编号一致。",
        "The ID of the customer on sheet Customers.",
    ),
    "column.important_dates.occasion": ("日子", "Occasion"),
    "note.important_dates.occasion": ("什么日子。", "What day it is."),
    "column.important_dates.month": ("月", "Month"),
    "note.important_dates.month": (
        "1 到 12；农历写农历的月份。",
        "1 to 12; for a lunar date the lunar month.",
    ),
    "column.important_dates.day": ("日", "Day"),
    "note.important_dates.day": ("1 到 31；农历到 30。", "1 to 31; to 30 in the lunar calendar."),
    "column.important_dates.calendar": ("历法", "Calendar"),
    "note.important_dates.calendar": ("公历或农历；留空算公历。", "Solar or lunar; empty: solar."),
    "column.important_dates.leap_month": ("闰月", "Leap month"),
    "note.important_dates.leap_month": (
        "农历闰月写「是」。",
        "Yes for a leap month of the lunar calendar.",
    ),
    "column.important_dates.year": ("年份", "Year"),
    "note.important_dates.year": ("哪一年开始，可不填。", "The year it began; may stay empty."),
    "column.important_dates.note": ("备注", "Note"),
    "note.important_dates.note": ("任何补充。", "Anything else."),
    # Consents
    "column.consents.customer_id": ("客户编号", "Customer ID"),
    "note.consents.customer_id": (
        "与「客户链管理表」中的客户编号一致。",
        "The ID of the customer on sheet Customers.",
    ),
    "column.consents.purpose": ("用途", "Purpose"),
    "note.consents.purpose": (
        "客户同意把资料用于什么；一种用途一行。",
        "What the customer agreed to; one row per purpose.",
    ),
    "column.consents.given_on": ("同意日期", "Given on"),
    "note.consents.given_on": ("没有日期的同意无效。", "A consent without a date does not count."),
    "column.consents.withdrawn_on": ("撤回日期", "Withdrawn on"),
    "note.consents.withdrawn_on": (
        "从这一天起不再有效。",
        "From this day on the consent no longer counts.",
    ),
    "column.consents.how": ("方式", "How"),
    "note.consents.how": (
        "怎样同意的，例如表单、短信、合同。",
        "How it was given: form, message, contract.",
    ),
    "column.consents.note": ("备注", "Note"),
    "note.consents.note": ("任何补充。", "Anything else."),
    # Message templates
    "column.templates.occasion": ("事由", "Occasion"),
    "note.templates.occasion": ("用在什么时候。", "When these words are used."),
    "column.templates.tier": ("等级", "Tier"),
    "note.templates.tier": (
        "只用于这一等级；留空用于所有等级。",
        "For this tier only; empty: for all tiers.",
    ),
    "column.templates.language": ("语言", "Language"),
    "note.templates.language": ("留空不限。", "Empty: any language."),
    "column.templates.channel": ("渠道", "Channel"),
    "note.templates.channel": ("只用于这一渠道；留空不限。", "For this channel only; empty: any."),
    "column.templates.subject": ("标题", "Subject"),
    "note.templates.subject": ("写邮件时的标题。", "The subject, when it becomes a mail."),
    "column.templates.words": ("内容", "Words"),
    "note.templates.words": (
        "可用：{{客户}} {{称呼}} {{负责人}} {{公司}} {{等级}} {{天数}} {{日期}} {{产品}} {{差距}} {{金额}} {{主题}} {{我们}}。",
        "You can use {{name}} {{salutation}} {{owner}} {{company}} {{tier}} {{days}} {{date}} {{product}} {{gap}}"
        " {{amount}} {{topic}} {{us}}.",
    ),
    "column.templates.note": ("备注", "Note"),
    "note.templates.note": ("任何补充。", "Anything else."),
    # Working calendar
    "column.holidays.day": ("日期", "Date"),
    "note.holidays.day": ("哪一天。", "The day."),
    "column.holidays.kind": ("类别", "Kind"),
    "note.holidays.kind": (
        "放假，或上班（例如调休）。",
        "A holiday, or a working day such as a shifted weekend.",
    ),
    "column.holidays.name": ("名称", "Name"),
    "note.holidays.name": ("为什么。", "What for."),
    "column.holidays.note": ("备注", "Note"),
    "note.holidays.note": ("任何补充。", "Anything else."),
    # Staff
    "column.staff.owner": ("姓名", "Name"),
    "note.staff.owner": (
        "与「客户链管理表」的「负责人」一列写得一样；两位同事同名时，请加上区别。",
        "As in the column Owner of sheet Customers; where two colleagues share a name, tell them"
        " apart.",
    ),
    "column.staff.email": ("邮箱", "E-mail"),
    "note.staff.email": ("副本寄到这里。", "Copies are mailed here."),
    "column.staff.role": ("角色", "Role"),
    "note.staff.role": (
        "「角色」表中的名称；留空按第一种角色。",
        "A name from sheet Roles; empty: the first role.",
    ),
    "column.staff.language": ("语言", "Language"),
    "note.staff.language": (
        "给这位同事的邮件用什么语言；留空按工作簿。",
        "Language of mails to this colleague; empty: that of the workbook.",
    ),
    "column.staff.note": ("备注", "Note"),
    "note.staff.note": ("任何补充。", "Anything else."),
    # Roles
    "column.roles.role": ("角色", "Role"),
    "note.roles.role": ("角色的名称。", "The name of the role."),
    "column.roles.scope": ("客户范围", "Customers"),
    "note.roles.scope": (
        "「自己的」：只有自己负责的客户；「全部」：所有客户。",
        "Own: only customers this colleague looks after; All: every customer.",
    ),
    "column.roles.hidden_columns": ("看不到的列", "Columns left out"),
    "note.roles.hidden_columns": (
        "列名，用分号隔开；写成「表名：列名」只指那张表的列；写表名则整张表都不给。",
        "Captions with semicolons between; 'Sheet: Column' means that sheet's column only; the name"
        " of a sheet leaves all of it out.",
    ),
    "column.roles.masked": ("遮盖联系方式", "Mask contact data"),
    "note.roles.masked": (
        "「是」：电话、邮箱、证件号码和地址只显示一部分。",
        "Yes: phone, e-mail, ID numbers and address are shown in part only.",
    ),
    "column.roles.own_sheets": ("附带的工作表", "Own sheets included"),
    "note.roles.own_sheets": (
        "您自己的工作表（例如图表）要一起给的，写出名称，用分号隔开。",
        "Sheets of your own, such as charts, to go along: their names with semicolons between.",
    ),
    "column.roles.meaning": ("含义", "Meaning"),
    "note.roles.meaning": ("给同事看的说明。", "An explanation for your colleagues."),
    # Share log
    "column.share_log.shared_at": ("共享时间", "Shared at"),
    "note.share_log.shared_at": ("副本生成的时间。", "When the copy was made."),
    "column.share_log.reader": ("给谁", "For whom"),
    "note.share_log.reader": ("副本的读者。", "The reader of the copy."),
    "column.share_log.role": ("角色", "Role"),
    "note.share_log.role": ("按哪种角色。", "By which role."),
    "column.share_log.rows": ("行数", "Rows"),
    "note.share_log.rows": ("每张表给了多少行。", "Rows of each table in the copy."),
    "column.share_log.columns": ("没有给的列", "Columns left out"),
    "note.share_log.columns": ("副本中没有的列。", "Columns that are not in the copy."),
    "column.share_log.masked": ("已遮盖", "Masked"),
    "note.share_log.masked": ("联系方式是否遮盖。", "Whether contact data were masked."),
    "column.share_log.encrypted": ("已加密", "Encrypted"),
    "note.share_log.encrypted": ("是否设了密码。", "Whether it has a password."),
    "column.share_log.file": ("文件", "File"),
    "note.share_log.file": ("副本的文件名。", "The name of the copy."),
    "column.share_log.base_fingerprint": ("底稿指纹", "Base fingerprint"),
    "note.share_log.base_fingerprint": (
        "副本内容的指纹，也写在副本第一页；以后合并时靠它找到底稿。",
        "Fingerprint of the content, also on the copy's first page; a later merge finds its base"
        " by it.",
    ),
    "column.share_log.file_fingerprint": ("文件指纹", "File fingerprint"),
    "note.share_log.file_fingerprint": (
        "文件的 SHA-256，用来确认文件没有改动。",
        "SHA-256 of the file, to tell whether it is unchanged.",
    ),
    "column.share_log.sent": ("发送", "Sent"),
    "note.share_log.sent": ("寄给谁、什么时候。", "To whom it was mailed, and when."),
    # Settings
    "setting.young_until": ("年轻客户的最大年龄", "Oldest age that counts as young"),
    "setting.old_from": ("年长客户的最小年龄", "Youngest age that counts as old"),
    "setting.working_country": ("节假日所在国家", "Country of the public holidays"),
    "setting.opening_time": ("上班时间", "Opening time"),
    "setting.closing_time": ("下班时间", "Closing time"),
    "setting.follow_up_days": ("跟进提前天数", "Days to plan ahead"),
    "setting.follow_up_cap": ("每位客户最多联系次数", "Most contacts per customer"),
    "setting.follow_up_cap_days": (
        "联系次数的计算天数",
        "Days over which contacts count",
    ),
    "setting.follow_up_per_owner": ("每人跟进表最多行数", "Most lines per colleague"),
    "setting.company": ("我们的名称", "Our name"),
    "setting.share_mask": ("副本遮盖联系方式", "Mask contact data in copies"),
    "setting.mail_sender": ("发件邮箱", "Sender's e-mail"),
    "setting.mail_server": ("邮件服务器", "Mail server"),
    "setting.mail_port": ("邮件端口", "Mail port"),
    "setting.mail_security": ("邮件加密方式", "Mail security"),
    "setting.mail_user": ("邮件账号", "Mail account"),
    "meaning.young_until": (
        "到这个年龄（含）算年轻，用于选择策略。",
        "Customers up to this age count as young when a strategy is chosen.",
    ),
    "meaning.old_from": (
        "从这个年龄起算年长，用于选择策略。",
        "Customers of this age or more count as old when a strategy is chosen.",
    ),
    "meaning.working_country": (
        "两个字母的国家代码，例如 CN（已含调休）、US；不同之处写在「工作日历」。",
        "Two letters, such as US, DE or CN. What differs goes on sheet Working calendar.",
    ),
    "meaning.opening_time": ("几点开始上班，例如 9:00。", "When work begins, for example 9:00."),
    "meaning.closing_time": ("几点下班，例如 18:00。", "When work ends, for example 18:00."),
    "meaning.follow_up_days": (
        "期限在今后这么多天以内的事列入跟进表。",
        "What is due within this many days goes on the follow-up sheets.",
    ),
    "meaning.follow_up_cap": (
        "在下面的天数之内，一位客户最多被联系这么多次；回复咨询不受限制。",
        "Most contacts per customer in the days below; answers to inquiries do not count.",
    ),
    "meaning.follow_up_cap_days": (
        "上面的次数按这么多天计算，已联系的次数也算在内。",
        "The days over which contacts are counted, those already made included.",
    ),
    "meaning.follow_up_per_owner": (
        "每位同事的跟进表最多这么多行，优先级高的在前。",
        "A colleague's sheet has this many lines at most, highest priority first.",
    ),
    "meaning.company": (
        "话术和邮件里 {{我们}} 换成这个名称。",
        "Stands for {{us}} in messages and mails.",
    ),
    "meaning.share_mask": (
        "「是」：所有副本都只显示部分电话、邮箱、证件号码和地址。留空由「角色」决定。",
        "Yes: phone, e-mail, ID and address are masked in all copies. Empty: see Roles.",
    ),
    "meaning.mail_sender": (
        "用哪个邮箱寄出。密码不写在这里，由系统的密码库保管。",
        "Mails are sent from here. The password is not kept here but in the system's keyring.",
    ),
    "meaning.mail_server": (
        "发件服务器的名称，例如 smtp.example.com。",
        "The name of the outgoing mail server, such as smtp.example.com.",
    ),
    "meaning.mail_port": (
        "通常是 587（STARTTLS）或 465（TLS）。",
        "Usually 587 (STARTTLS) or 465 (TLS).",
    ),
    "meaning.mail_security": (
        "STARTTLS 或 TLS；不会不加密地发送。",
        "STARTTLS or TLS; nothing is ever sent unencrypted.",
    ),
    "meaning.mail_user": (
        "登录服务器的账号；留空用发件邮箱。",
        "The account on the server; empty: the sender's e-mail.",
    ),
    "mail_security.starttls": ("STARTTLS", "STARTTLS"),
    "mail_security.tls": ("TLS", "TLS"),
    # Bringing an older workbook up to date
    "upgrade.sheets": (
        "新增 {n} 张工作表：{sheets}。",
        "{n:# sheet|# sheets} added: {sheets}.",
    ),
    "upgrade.settings": (
        "「{sheet}」末尾新增 {n} 项，已填上默认值：{settings}。",
        "{n:# row|# rows} added at the end of sheet {sheet}, with default values: {settings}.",
    ),
    "upgrade.kept": (
        "原有的表、数据和您自己的列都没有改动。",
        "Your tables, data and columns are as they were.",
    ),
    "upgrade.nothing": (
        "工作簿已是最新，没有改动。",
        "The workbook is up to date; nothing was changed.",
    ),
    "error.setting_whole": (
        "请填写 {low} 到 {high} 之间的整数。",
        "Please enter a whole number from {low} to {high}.",
    ),
    "error.setting_time": (
        "请填写时刻，例如 9:00；到半夜请写 23:59。",
        "Please enter a time of day such as 9:00; for midnight write 23:59.",
    ),
    "error.setting_country": (
        "请填写两个字母的国家代码，例如 CN。",
        "Please enter the two letters of a country, for example US.",
    ),
    "error.setting_crossed": (
        "「{sheet}」：「{setting}」应当大于「{other}」，请改其中一项。",
        "{sheet}: {setting} must be more than {other}; please change one of them.",
    ),
    # Words of lists
    "choice.in": ("来", "In"),
    "choice.out": ("去", "Out"),
    "choice.inquiry": ("咨询待回复", "Inquiry"),
    "choice.recall": ("召回", "Recall"),
    "choice.tier_fell": ("等级下降", "Tier fell"),
    "choice.return_visit": ("回访", "Return visit"),
    "choice.birthday": ("生日", "Birthday"),
    "choice.important_date": ("重要日期", "Important date"),
    "choice.near_next_tier": ("即将升级", "Near next tier"),
    "choice.confirm_data": ("核实资料", "Confirm data"),
    "choice.copy_mail": ("寄送副本", "Mail with a copy"),
    "choice.reached": ("已联系", "Reached"),
    "choice.not_reached": ("未联系上", "Not reached"),
    "choice.agreed": ("已同意", "Agreed"),
    "choice.declined": ("已拒绝", "Declined"),
    "choice.later": ("以后再说", "Later"),
    "choice.anniversary": ("纪念日", "Anniversary"),
    "choice.wedding": ("结婚纪念日", "Wedding day"),
    "choice.memorial": ("忌日", "Memorial day"),
    "choice.festival": ("节日", "Festival"),
    "choice.solar": ("公历", "Solar"),
    "choice.lunar": ("农历", "Lunar"),
    "choice.service": ("订单与售后", "Orders and service"),
    "choice.marketing": ("优惠与推荐", "Offers"),
    "choice.greetings": ("生日与节日祝福", "Wishes"),
    "choice.surveys": ("满意度调查", "Surveys"),
    "choice.data_upkeep": ("核实资料", "Keeping data right"),
    "choice.zh": ("中文", "中文"),
    "choice.en": ("English", "English"),
    "choice.holiday": ("放假", "Holiday"),
    "choice.working_day": ("上班", "Working day"),
    "choice.own": ("自己的", "Own"),
    "choice.all": ("全部", "All"),
}
