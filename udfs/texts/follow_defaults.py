"""What a new workbook suggests to say and whom it shows what: templates, roles: (中文, English)."""

TEXTS: dict[str, tuple[str, str]] = {
    # Message templates. A sentence whose field has nothing to fill in is left out, so a field
    # that may be missing has a sentence of its own. No word of tiers: these go to customers.
    "template.inquiry.subject": ("关于您的咨询", "Your question"),
    "template.inquiry.words": (
        "{{称呼}}您好，我是{{负责人}}。您的留言我看到了，让您久等。\n"
        "关于{{主题}}，我马上为您核实。\n"
        "您看现在方便说两句吗？不方便的话，我把办法写给您。",
        "Hello {{salutation}}, this is {{owner}}. Thank you for your message, and sorry to have kept"
        " you waiting.\n"
        "I am looking into it now: {{topic}}.\n"
        "Do you have a minute to talk? If not, I will write to you what we can do.",
    ),
    "template.inquiry.note": ("先回应，再解决。", "Answer first, then solve."),
    "template.recall.subject": ("好久不见，一切都好吗？", "How are things with you?"),
    "template.recall.words": (
        "{{称呼}}您好，我是{{负责人}}。有一阵没联系了，想问问您近来可好。\n"
        "上次带走的{{产品}}用着还顺手吗？\n"
        "如果哪里让您不满意，请直接告诉我，我来处理。不需要也没关系，祝您一切顺利。",
        "Hello {{salutation}}, this is {{owner}}. It has been a while, and I wanted to ask how you"
        " are.\n"
        "How is your {{product}} doing?\n"
        "If anything was not as it should be, please tell me and I will put it right. And if you"
        " need nothing at the moment, that is fine too.",
    ),
    "template.recall.note": (
        "先关心，再听原因，不急着推销。",
        "Care first and listen; do not sell at once.",
    ),
    "template.recall_high.subject": ("一直惦记着您", "We have missed you"),
    "template.recall_high.words": (
        "{{称呼}}您好，我是{{负责人}}，一直由我为您服务。您很久没来了，我有些惦记。\n"
        "上次的{{产品}}用得怎么样？\n"
        "是不是有什么地方我们没有做好？您说，我亲自办。这周哪天方便，我给您打个电话，或者登门看您？",
        "Hello {{salutation}}, this is {{owner}}, who has been looking after you here. We have not"
        " seen you for some time, and I have missed our talks.\n"
        "How is the {{product}} working for you?\n"
        "Is there something we did not do well? Tell me, and I will see to it myself. May I call or"
        " come by one day this week?",
    ),
    "template.recall_high.note": (
        "由负责人亲自打电话，不要群发。",
        "A call from the owner in person, never a circular.",
    ),
    "template.tier_fell.subject": (
        "最近有什么可以帮您的？",
        "Anything we can do for you?",
    ),
    "template.tier_fell.words": (
        "{{称呼}}您好，我是{{负责人}}。最近您来得少了，想听听您的想法。\n"
        "我们的产品和服务，有没有哪里不合您的意？\n"
        "您一句话，对我们就是很大的帮助。",
        "Hello {{salutation}}, this is {{owner}}. We have seen less of you lately, and I would like"
        " to hear what you think.\n"
        "Is there anything about our products or our service that does not suit you?\n"
        "A word from you would help us a great deal.",
    ),
    "template.tier_fell.note": (
        "只问原因，不提等级。",
        "Ask for the reason; do not speak of tiers.",
    ),
    "template.return_visit.subject": ("想听听您的使用感受", "How is everything working?"),
    "template.return_visit.words": (
        "{{称呼}}您好，我是{{负责人}}，做个简短的回访。\n"
        "{{产品}}用得还习惯吗？\n"
        "有什么想问的、想改进的，尽管跟我说。不打扰您，回我一两个字就好。",
        "Hello {{salutation}}, this is {{owner}} with a short call to see that all is well.\n"
        "Are you getting on with the {{product}}?\n"
        "If you have a question or an idea, just tell me. A word or two is enough.",
    ),
    "template.return_visit.note": (
        "多问多听，记下新的需要。",
        "Ask and listen; note new needs.",
    ),
    "template.return_visit_high.subject": ("专程问候您", "A personal word"),
    "template.return_visit_high.words": (
        "{{称呼}}您好，我是{{负责人}}，按约来看看您这边还有什么需要。\n"
        "{{产品}}用得如何？需要调试或保养，我来安排。\n"
        "新到的货里有几样很适合您，等您有空，我带样品给您看。发货和售后您随时找我，优先办理。",
        "Hello {{salutation}}, this is {{owner}}. As promised I am asking what else you need.\n"
        "How is the {{product}}? If it wants setting up or a check, I will arrange it.\n"
        "A few of the new things would suit you well; I can bring them along when you have time."
        " For delivery or service call me at any hour of the working day: you come first.",
    ),
    "template.return_visit_high.note": (
        "电话或上门，最好固定时间。",
        "By phone or in person, best at a fixed time.",
    ),
    "template.birthday.subject": ("祝您生日快乐", "Happy birthday"),
    "template.birthday.words": (
        "{{称呼}}，生日快乐！\n愿您新的一岁平安健康，事事顺心。\n{{负责人}}敬上\n{{我们}}",
        "Happy birthday, {{salutation}}!\n"
        "I wish you health, joy and many good days in the year ahead.\n"
        "{{owner}}\n"
        "{{us}}",
    ),
    "template.birthday.note": ("只祝福，不推销。", "Wishes only, no selling."),
    "template.birthday_high.subject": (
        "生日快乐，备了一份小礼物",
        "Happy birthday, and a small present",
    ),
    "template.birthday_high.words": (
        "{{称呼}}，生日快乐！感谢您一路的信任。\n"
        "我们为您备了一份小礼物，您方便收的地址没有变吧？\n"
        "愿您新的一岁身体健康，万事如意。\n"
        "{{负责人}}敬上\n"
        "{{我们}}",
        "Happy birthday, {{salutation}}, and thank you for your trust all along!\n"
        "There is a small present waiting for you. Is your address still the same?\n"
        "I wish you health and every success in the year ahead.\n"
        "{{owner}}\n"
        "{{us}}",
    ),
    "template.birthday_high.note": ("礼物提前三天寄出。", "Send the present three days ahead."),
    "template.important_date.subject": ("送上问候", "With our best wishes"),
    "template.important_date.words": (
        "{{称呼}}您好，今天这个日子我一直记着，向您问候一声。\n"
        "愿您和家人一切安好。\n"
        "{{负责人}}敬上\n"
        "{{我们}}",
        "Hello {{salutation}}, I remember what day this is for you, and I am thinking of you.\n"
        "My best wishes to you and to those close to you.\n"
        "{{owner}}\n"
        "{{us}}",
    ),
    "template.important_date.note": (
        "喜事、忌日都合适；喜事可以再添一句祝福。",
        "Fits a feast as well as a memorial day; add a good wish for a feast.",
    ),
    "template.near_next_tier.subject": (
        "离更好的服务只差一步",
        "One step to our better service",
    ),
    "template.near_next_tier.words": (
        "{{称呼}}您好，我是{{负责人}}。告诉您一个好消息：再有一次平常的购买，您就能享受更高一级的"
        "服务，优先发货，专人跟进。\n"
        "上次的{{产品}}，您需要配件或耗材吗？\n"
        "不着急，等您有需要时找我就行。",
        "Hello {{salutation}}, this is {{owner}} with good news: one more of your usual orders, and"
        " you reach our next level of service, with priority delivery and a contact of your own.\n"
        "Do you need anything to go with your {{product}}?\n"
        "There is no hurry; I am here when you need something.",
    ),
    "template.near_next_tier.note": (
        "说清好处，不催促。",
        "Say what is in it for them; do not press.",
    ),
    "template.confirm_data.subject": ("请您核对一下资料", "Are your details still right?"),
    "template.confirm_data.words": (
        "{{称呼}}您好，我是{{负责人}}。为了不寄错东西、不打错电话，想请您核对一下留在我们这里的"
        "电话、邮箱和地址。\n"
        "上次核对是 {{日期}}。\n"
        "有变动请告诉我；不想再保留哪一项，说一声，我马上删掉。",
        "Hello {{salutation}}, this is {{owner}}. So that nothing goes to the wrong place: are the"
        " phone number, e-mail and address we have for you still right?\n"
        "We last checked on {{date}}.\n"
        "Please tell me what has changed. If there is anything you would rather not have us keep,"
        " say so and I will delete it at once.",
    ),
    "template.confirm_data.note": (
        "核对后填上「资料确认日期」。",
        "Then fill in Data confirmed on.",
    ),
    # To a colleague
    "template.copy_mail.subject": (
        "客户链管理表副本，截至 {{日期}}",
        "Copy of the customer table, as of {{date}}",
    ),
    "template.copy_mail.words": (
        "{{客户}}，你好！\n"
        "附件是你的客户链管理表副本，里面只有你的工作需要的客户和内容。\n"
        "数字是 {{日期}} 的结果，不会自动更新。\n"
        "如果打开时要密码，请打电话问我，密码不写在邮件里。\n"
        "白色的列可以填写，填好后把文件发回给我。请不要转发，用完请删除。\n"
        "谢谢！\n"
        "{{负责人}}\n"
        "{{我们}}",
        "Hello {{name}},\n"
        "attached is your copy of the customer table, with the customers and columns your work needs.\n"
        "The figures are those of {{date}}; they do not update themselves.\n"
        "If the file asks for a password, please call me: it is not in this mail.\n"
        "White columns are yours to fill in; send the file back to me when you are done. Please do"
        " not pass it on, and delete it when you no longer need it.\n"
        "Thank you!\n"
        "{{owner}}\n"
        "{{us}}",
    ),
    "template.copy_mail.note": (
        "寄给同事的邮件，附上副本。",
        "The mail to a colleague with a copy attached.",
    ),
    # Roles
    "role.owner": ("负责人", "Owner"),
    "role.owner.meaning": (
        "照看自己的客户：看得到全部联系方式，看不到收入水平和生活方式。",
        "Looks after customers of their own: sees all contact data, not income and way of life.",
    ),
    "role.assistant": ("助理", "Assistant"),
    "role.assistant.meaning": (
        "帮负责人做准备和登记：联系方式只显示一部分。",
        "Prepares and enters things for an owner: contact data are shown in part only.",
    ),
    "role.manager": ("经理", "Manager"),
    "role.manager.meaning": (
        "看得到所有客户和所有列。",
        "Sees all customers and all columns.",
    ),
    "role.partner": ("外部伙伴", "Partner"),
    "role.partner.meaning": (
        "公司外的人，例如安装、配送：只有自己的客户，不含金额、得分、备注和联系记录。",
        "Somebody outside the company, such as a fitter or a carrier: own customers only, without"
        " amounts, scores, notes and contacts.",
    ),
}
