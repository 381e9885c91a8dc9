"""Texts of the workbook itself (guide, headings, entry errors, default rows): (中文, English)."""

TEXTS: dict[str, tuple[str, str]] = {
    # The book and the line under each sheet's title
    "book.title": ("客户链管理表", "Customer Chain"),
    "book.subject": ("客户分级、RFM 得分与流失预警", "Customer tiers, RFM scores and churn flags"),
    "book.page": ("第 &P 页，共 &N 页", "Page &P of &N"),
    "purpose.customers": (
        "一行一位客户：资料由您维护，等级、分群和预警由「刷新等级」算出。",
        "One row per customer: you keep the facts, the refresh works out tier, segment and flag.",
    ),
    "purpose.orders": (
        "所有计算的依据。一笔订单可以占一行，也可以每种产品一行（订单编号相同）。",
        "Everything is computed from these rows: one per order, or one per product of an order.",
    ),
    "purpose.settings": (
        "分析日期、语言、货币和分界；往下是跟进、共享和邮件。改动分界之后请重新刷新。",
        "Analysis date, language, currency and cuts; further down follow-up, sharing and mail. Refresh"
        " after a change of cuts.",
    ),
    "purpose.tiers": (
        "订单数和累计金额怎样决定等级。按顺序比较，第一条符合的规则生效。",
        "How orders and revenue make a tier. Tried in this order; the first that fits applies.",
    ),
    "purpose.segments": (
        "每个 RFM 得分属于哪个分群。可以改名，也可以把得分移到别的分群。",
        "Which segment each RFM score belongs to. Rename segments or move scores as you like.",
    ),
    "purpose.strategies": (
        "对每个等级做什么：目标、服务、联系方式和回访间隔。内容可以随意修改。",
        "What to do for each tier: goal, service, contact, return visits. Change it as you like.",
    ),
    "purpose.refresh_log": (
        "每次刷新记一行：日期、数量、分界和规则版本，方便日后核对。",
        "One row per refresh: date, counts, cuts and rule versions, so that it can be checked.",
    ),
    # Guide
    "guide.subtitle": (
        "从您自己的客户和订单看出：谁有价值、谁要流失、下一步做什么。",
        "Your own customers and orders show who is valuable, who is leaving and what to do next.",
    ),
    "guide.steps": ("三步上手", "Three steps"),
    "guide.step_1": ("1  填写", "1  Fill in"),
    "guide.step_1.text": (
        "在「客户链管理表」和「订单」的白色列里填写或粘贴数据，也可以用「导入订单」按钮导入文件。",
        "Type or paste into the white columns of Customers and Orders, or bring a file in with the"
        " button Import orders.",
    ),
    "guide.step_2": ("2  刷新", "2  Refresh"),
    "guide.step_2.text": (
        "在「设置」里填好分析日期，然后点「客户链」选项卡上的「刷新等级」。",
        "Enter the analysis date on sheet Settings, then press Refresh tiers on the tab Customer"
        " Chain.",
    ),
    "guide.step_3": ("3  行动", "3  Act"),
    "guide.step_3.text": (
        "看每位客户的等级、流失预警和计算说明；用「跟进」组的按钮得到今天要联系谁、为什么、怎么说。",
        "Read each customer's tier, churn flag and reason (Why); the buttons of the group Follow-up"
        " list whom to contact today, why, and what to say.",
    ),
    "guide.owners": ("谁填哪一列", "Who fills which column"),
    "guide.user.text": (
        "青色表头下的白色列归您所有，刷新从不改动它们。您也可以在右边增加自己的列。",
        "White columns under a teal header are yours; a refresh never changes them. Add columns of"
        " your own on the right if you like.",
    ),
    "guide.addin.text": (
        "深灰表头下的浅灰列每次刷新都会重新写入，请不要在里面填写。",
        "Grey columns under a slate header are written anew by every refresh; please leave them.",
    ),
    "guide.header": ("表头批注", "Header notes"),
    "guide.header.text": (
        "把鼠标停在任何一个表头上，就能看到这一列归谁填写、是什么意思。",
        "Rest the pointer on any header to read who owns the column and what it means.",
    ),
    "guide.sheets": ("工作表（点击名称即可打开）", "The sheets (click a name to go there)"),
    "guide.results": ("结果怎么看", "What the results mean"),
    "guide.tier.text": (
        "高价值：买得多、金额高。潜在：金额高、次数少。普通：其余客户。",
        "High value: many orders and high revenue. Potential: high revenue, few orders. Ordinary:"
        " everybody else.",
    ),
    "guide.churn_flag.text": (
        "「是」表示超过 3 个月没有购买，而最后一次购买时是高价值客户。请优先联系。",
        "Yes: no purchase for more than 3 months, though high value at the last one. Call them"
        " first.",
    ),
    "guide.scores": ("R、F、M 得分", "Scores R, F, M"),
    "guide.scores.text": (
        "最近购买、购买频次、购买金额，各 1-5 分，5 最好。数值相同，得分一定相同。",
        "Recency, frequency and money, 1 to 5 each; 5 is best. Equal values get equal scores.",
    ),
    "guide.segment.text": (
        "由三个得分决定的 11 个分群，例如冠军客户、新客户。分群「流失风险」只看得分，与「流失预警」是两回事。",
        "One of 11 groups by the three scores, such as Champions or New. "
        "The segment At Risk looks at scores only; it is not the churn flag.",
    ),
    "guide.gap_to_next_tier.text": (
        "还差几笔订单、多少金额，就能升到上一级。",
        "The orders or the revenue that would lift the customer to the next tier.",
    ),
    "guide.why.text": (
        "用几句话写明这一行的得分、等级和预警是怎样算出来的。",
        "How the scores, the tier and the flag of this row came about, in words.",
    ),
    "guide.following": ("跟进", "Follow up"),
    "guide.daily": ("每天生成", "Make it daily"),
    "guide.daily.text": (
        "总表一张，每位同事一张，重要的在前：为什么、做什么、期限、联系方式、建议话术。"
        "来源有未回复的咨询、到期的回访、召回、生日和重要日期、等级下降、即将升级、待核实的资料。",
        "One sheet for all and one per colleague, the most urgent first: why, what to do, by when, how"
        " to reach, what to say. They come from unanswered inquiries, return visits due, recalls,"
        " birthdays and other dates, fallen tiers, tiers in reach, data to confirm.",
    ),
    "guide.done": ("填写结果", "Enter the outcome"),
    "guide.done.text": (
        "办完就在「完成」选「是」，写上结果和备注。下次生成时，办完的记入「联系记录」（只记一次）并从表中移走；"
        "没办完的留下，您写的内容一个字也不会丢。",
        "Choose Yes under Done, with outcome and note. Next time what is done goes into Contacts, once,"
        " and leaves the sheet; what is open stays, with every word you typed.",
    ),
    "guide.left_out": ("谁不列入", "Who is left out"),
    "guide.left_out.text": (
        "没有同意这种用途的客户、已撤回同意的客户，以及近来已联系够次数的客户。"
        "表的标题下写明没有列入多少、为什么。回复客户的咨询不受次数限制。",
        "Customers without consent for the purpose, or who have withdrawn it, or who were contacted often"
        " enough lately. The line under the title says how many and why. Answers to inquiries are not"
        " limited.",
    ),
    "guide.your_rules": ("由您决定", "Yours to change"),
    "guide.your_rules.text": (
        "间隔在「客户策略」，话术在「话术模板」，假日在「工作日历」，次数和行数在「设置」。",
        "Intervals on Strategies, words on Message templates, holidays on Working calendar, limits on"
        " Settings.",
    ),
    "guide.sharing": ("共享", "Share"),
    "guide.who_sees": ("谁看到什么", "Who sees what"),
    "guide.who_sees.text": (
        "「同事」里写姓名、邮箱和角色；「角色」规定看哪些客户、哪些列不给、是否遮盖电话和邮箱。",
        "Staff holds names, e-mails and roles; Roles says which customers and columns each role gets, and"
        " whether phone and e-mail are masked.",
    ),
    "guide.copy": ("副本", "The copy"),
    "guide.copy.text": (
        "每人一份不带宏的工作簿，只含他该看的客户和列；CC_ 公式换成当天的结果，其余公式、格式照旧。"
        "每份都记入「共享记录」。",
        "A workbook without macros for each reader, with their customers and columns only. CC_ formulas"
        " become the results of the day; other formulas and formats stay. Each copy is entered in the"
        " Share log.",
    ),
    "guide.password": ("密码", "Password"),
    "guide.password.text": (
        "副本可以加密。密码请打电话告诉对方，不要写在邮件里；忘了密码，重新生成一份即可。",
        "Copies can be encrypted. Tell the password by telephone, never in the mail. If it is lost, make"
        " the copy again.",
    ),
    "guide.mail": ("邮件", "Mail"),
    "guide.mail.text": (
        "生成的是草稿，双击后在您自己的邮箱里打开，看过、改好，由您按发送。直接寄出要先在「设置」里填邮件服务器，寄前还会再问一次。",
        "Mails are drafts: a double-click opens one in your own mail program, and you send it when it is"
        " right. Sending at once needs the mail server in Settings, and asks again first.",
    ),
    "guide.buttons": (
        "按钮（「客户链」选项卡；LibreOffice 中是「客户链」菜单）",
        "Buttons (tab Customer Chain; in LibreOffice the menu Customer Chain)",
    ),
    "guide.cells": ("单元格里的函数", "Functions in cells"),
    "guide.cells.typing": ("输入公式", "Type a formula"),
    "guide.cells.typing.text": (
        "例如 {example}。输入 =CC_ 就会列出全部 {n} 个函数；按 Shift+F3 打开函数向导，逐个参数都有说明。",
        "For example {example}. =CC_ lists all {n} functions; Shift+F3 opens the function wizard,"
        " which explains every argument.",
    ),
    "guide.cells.rules": ("用您的规则", "With your rules"),
    "guide.cells.rules.text": (
        "函数默认使用内置的分级规则；最后一个参数写 Tiers[#All]，就按「分级规则」表里您的规则计算。",
        "Functions use the built-in tier rules unless their last argument is Tiers[#All]: then"
        " those of sheet Tiers.",
    ),
    "guide.cells.errors": ("公式出错时", "When a formula fails"),
    "guide.cells.errors.text": (
        "点选出错的单元格，再点「为什么」，就能看到原因。工作表「自检」检查每个函数是否正常。",
        "Select the cell and press Why this score: it tells the reason. The sheet Checks shows"
        " whether every function works.",
    ),
    "guide.commands": (
        "不打开工作簿也能用（先保存并关闭，再在命令行窗口里运行）",
        "Without opening the workbook (save and close it, then run in a terminal window)",
    ),
    "guide.windows": ("在 Windows 上", "On Windows"),
    "guide.windows.text": (
        "请先运行 set PATH=%LOCALAPPDATA%\\CustomerChain\\python\\Scripts;%PATH% ，"
        "再运行 cd %USERPROFILE%\\CustomerChain 。",
        "First run set PATH=%LOCALAPPDATA%\\CustomerChain\\python\\Scripts;%PATH% , then"
        " cd %USERPROFILE%\\CustomerChain .",
    ),
    "guide.refresh.text": ("重新计算所有灰色列。", "Computes all grey columns anew."),
    "guide.import.text": (
        "导入订单；表里还没有的客户会自动加上。",
        "Brings orders in; customers not yet in the table are added.",
    ),
    "guide.check.text": (
        "列出缺失、有误、重复和过期的资料。",
        "Lists what is missing, malformed, double or out of date.",
    ),
    "guide.explain.text": (
        "说明一位客户的结果是怎样得出的。",
        "Explains the results of one customer.",
    ),
    "guide.follow_up.text": (
        "生成跟进表；加 --owner 姓名 只生成一位同事的。",
        "Makes the follow-up sheets; with --owner NAME one colleague's only.",
    ),
    "guide.share.text": (
        "为每位同事生成一份副本，放在文件夹 copies 里；加 --mask 遮盖联系方式，加 --password 加密。",
        "Makes a copy for each colleague in the folder copies; --mask masks contact data, --password"
        " encrypts.",
    ),
    "guide.upgrade.text": (
        "给旧版本的工作簿补上新的工作表和设置，原有内容不动。",
        "Adds new sheets and settings to a workbook of an earlier version; what is there stays.",
    ),
    "guide.undo.text": (
        "恢复到上一次命令之前的样子。",
        "Puts the workbook back as it was before the last command.",
    ),
    "guide.notes": ("请放心，也请留意", "Good to know"),
    "guide.help": ("需要帮助", "Help"),
    "guide.help.text": (
        "先点「检查安装」；按钮没有反应时，请退出 Excel，再次双击 install.cmd，它会检查并修复。如仍不行，"
        "请把它显示的文字发给提供这份工作簿的同事。",
        "Press Check installation first. If the buttons do nothing, quit Excel and double-click"
        " install.cmd again: it checks and repairs. If that does not help, send what it says to"
        " whoever gave you this workbook.",
    ),
    "guide.privacy": ("隐私与同意", "Privacy and consent"),
    "guide.privacy.text": (
        "只记录客户同意的用途所需要的资料。没有同意或者已经撤回同意的客户，请不要联系，也不要"
        "外发其资料。给同事的一律用共享副本，不要转发整个工作簿；用完请对方删除。",
        "Keep only what the agreed purpose needs. Without consent, or once it is withdrawn, do not"
        " contact the customer and do not pass the data on. Give colleagues shared copies, never the"
        " whole workbook, and have copies deleted that are no longer needed.",
    ),
    "guide.macros": ("宏做什么", "What the macros do"),
    "guide.macros.text": (
        "宏只把按钮和函数交给这台电脑上安装的程序计算，不改别的文件；副本和草稿只写进您看得到的文件夹。"
        "只有您确认寄信时才上网。没有安装程序或不启用宏时，表格照样能看，公式保留上一次的结果。",
        "The macros only hand buttons and functions to the program installed on this computer. No other"
        " file is changed; copies and drafts go into a folder you are shown. The network is used only"
        " when you confirm that mails are sent. Without the program, or with macros off, the tables can"
        " be read and formulas keep their last results.",
    ),
    # What a cell says when an entry does not fit (titles up to 32 characters)
    "entry.choice.title": ("请从列表中选择", "Please pick from the list"),
    "entry.choice": ("可以填写：{words}。", "Possible entries: {words}."),
    "entry.date.title": ("请填写日期", "Please enter a date"),
    "entry.date": (
        "请写成年-月-日，例如 2026-10-31。",
        "Please write a date such as 2026-10-31.",
    ),
    "entry.not_negative.title": ("请填写数字", "Please enter a number"),
    "entry.not_negative": ("请填写 0 或更大的数字。", "Please enter a number, 0 or more."),
    "entry.whole": ("请填写 0 或更大的整数。", "Please enter a whole number, 0 or more."),
    "entry.amount": (
        "请填写数字，不带货币符号；退款写负数。",
        "Please enter a number without a currency sign; a refund is negative.",
    ),
    "entry.quantile": (
        "请填写 0 到 1 之间的数字，例如 0.6。",
        "Please enter a number between 0 and 1, for example 0.6.",
    ),
    "entry.months": (
        "请填写 1 到 120 之间的整数。",
        "Please enter a whole number from 1 to 120.",
    ),
    "entry.days": (
        "请填写天数（1 到 3650 的整数）；不回访请留空。",
        "Please enter days as a whole number from 1 to 3650; leave empty for no visits.",
    ),
    "entry.whole_between": (
        "请填写 {low} 到 {high} 之间的整数。",
        "Please enter a whole number from {low} to {high}.",
    ),
    "entry.moment": (
        "请写成年-月-日 时:分，例如 2026-10-30 17:50。",
        "Please write date and time, such as 2026-10-30 17:50.",
    ),
    "entry.clock.title": ("请填写时刻", "Please enter a time"),
    "entry.clock": (
        "请填写时刻，例如 9:00；到半夜请写 23:59。",
        "Please enter a time of day such as 9:00; for midnight write 23:59.",
    ),
    "entry.country.title": ("请填写国家代码", "Please enter a country code"),
    "entry.country": (
        "请填写两个字母的国家代码，例如 CN、US、DE。",
        "Please enter the two letters of a country, such as CN, US or DE.",
    ),
    "entry.email.title": ("这不像邮箱地址", "Not an e-mail address?"),
    "entry.email": (
        "邮箱写成 name@example.cn 这样。仍要保留吗？",
        "An e-mail address looks like name@example.com. Keep this all the same?",
    ),
    "entry.role.title": ("没有这个角色", "No such role"),
    "entry.role": (
        "「角色」里没有这个角色，共享时不知道该给看什么。仍要保留吗？",
        "Sheet Roles has no such role, so it is unknown what to share. Keep it all the same?",
    ),
    "entry.tier.title": ("没有这个等级", "No such tier"),
    "entry.tier": (
        "「分级规则」里没有这个等级。写「任意」表示对所有等级有效。仍要保留吗？",
        "Sheet Tiers has no such tier. 'Any' stands for all tiers. Keep it all the same?",
    ),
    "entry.unique.title": ("编号重复", "ID used twice"),
    "entry.unique": (
        "这个客户编号已经有了，每位客户应当只有一个编号。仍要保留吗？",
        "This customer ID is in the table already; each customer has an ID of its own. Keep it?",
    ),
    # Default rows: tiers
    "tier_meaning.high_high": (
        "买得多，金额也高。收入的主要来源，需要重点维护。",
        "Many orders and high revenue: the main source of income, to be looked after first.",
    ),
    "tier_meaning.low_high": (
        "金额高，但次数少。最有希望成为高价值客户，值得积极培养。",
        "High revenue, few orders: the most likely to become high value, worth developing.",
    ),
    "tier_meaning.high_low": (
        "次数多，但金额小。按普通客户服务，并加上标签；也可以改成「潜在」。",
        "Many orders, low revenue: ordinary service, with a tag. Change the tier to Potential if"
        " you prefer.",
    ),
    "tier_meaning.low_low": (
        "次数少，金额也小。基础客户，保持良好关系。",
        "Few orders, low revenue: the base, with whom good relations are kept.",
    ),
    # Default rows: segments
    "segment_meaning.champions": (
        "最近买过，买得多，花得多。感谢他们，请他们推荐朋友。",
        "Bought lately, buy often, spend most. Thank them and ask for referrals.",
    ),
    "segment_meaning.loyal": (
        "经常购买，金额可观。保持联系，推荐更好的产品。",
        "Buy regularly and spend well. Keep in touch, offer the better product.",
    ),
    "segment_meaning.potential_loyalist": (
        "最近买过，已有几次购买。用会员优惠留住他们。",
        "Recent customers with some orders. Win them with membership benefits.",
    ),
    "segment_meaning.new": (
        "刚开始购买，次数和金额都少。帮他们用好第一件产品。",
        "Have just begun, with few small orders. Help them use what they bought.",
    ),
    "segment_meaning.promising": (
        "最近买过，次数不多，但金额不低。引导再次购买。",
        "Bought lately, not often, for good money. Lead them to the next order.",
    ),
    "segment_meaning.need_attention": (
        "各项中上，但有一阵没来。发一份限时优惠。",
        "Above average, but not seen for a while. Send a timely offer.",
    ),
    "segment_meaning.about_to_sleep": (
        "最近不太来，次数或金额偏低。趁还没走远，主动联系。",
        "Seen less lately, few orders or small amounts. Contact them in time.",
    ),
    "segment_meaning.at_risk": (
        "以前常买、消费不低，已经很久没来。亲自联系，了解原因。",
        "Used to buy often and well, long not seen. Call them and ask why.",
    ),
    "segment_meaning.cannot_lose": (
        "消费额很高，但买得少或已经很久没来。由负责人亲自挽回。",
        "Spent a lot, but rarely or long ago. Have their manager win them back.",
    ),
    "segment_meaning.hibernating": (
        "很久没来，次数和金额都偏低。用邮件偶尔保持联系。",
        "Long not seen, few and small orders. Send a mail now and then.",
    ),
    "segment_meaning.lost": (
        "最久没来，金额也最少。偶尔发送活动通知即可。",
        "Longest not seen, smallest amounts. An occasional announcement will do.",
    ),
    # Default rows: strategies (F27-F32)
    "strategy.high.goal": ("留住，并深化合作", "Keep them and deepen the relationship"),
    "strategy.high.service": (
        "专属客户经理；优先服务、优先发货；按购买记录推荐。公司客户遇到困难时可以延长账期。",
        "A manager of their own; priority service and delivery; suggestions by purchase record."
        " For a company in difficulty: a longer payment term.",
    ),
    "strategy.high.contact": (
        "负责人每 30 天电话或上门回访，生日和节日问候。",
        "The owner calls or visits every 30 days; wishes on birthdays and holidays.",
    ),
    "strategy.potential.goal": (
        "提高购买次数，培养成高价值",
        "More orders: develop into high value",
    ),
    "strategy.potential.service": (
        "优惠券、新品试用、组合套餐；了解需求并及时答复。公司客户遇到困难时可以延长账期。",
        "Offers, trials of new products, bundles; ask for needs and answer fast. For a company in"
        " difficulty: a longer payment term.",
    ),
    "strategy.potential.contact": (
        "每 60 天用客户喜欢的渠道联系一次。",
        "Every 60 days, by the channel the customer likes.",
    ),
    "strategy.ordinary.goal": ("保持良好关系", "Keep good relations"),
    "strategy.ordinary.service": (
        "标准服务，购买后发送使用小贴士。",
        "Standard service; tips for use after a purchase.",
    ),
    "strategy.ordinary.contact": (
        "邮件和短信，每月最多一次。",
        "Mail and SMS, once a month at most.",
    ),
    "strategy.young.goal": ("在他们习惯的地方服务", "Serve them where they are"),
    "strategy.young.service": (
        "另加：在线客服、视频教程、社群活动。",
        "In addition: online support, video guides, community events.",
    ),
    "strategy.young.contact": ("微信和网络渠道。", "WeChat and online channels."),
    "strategy.old.goal": ("让他们用得放心", "Make them feel safe with the product"),
    "strategy.old.service": (
        "另加：电话热线、大字版详细说明书、上门安装。",
        "In addition: a telephone hotline, a detailed manual in large print, installation at home.",
    ),
    "strategy.old.contact": ("电话和上门。", "Phone and visits."),
}
