# review: machine-made; nobody who speaks the language has read it yet.
# used: asking-asker-*
nav-get-involved = 参与
involved-title = 参与
involved-lead = 欢迎机构、非正式团体和个人。不需要账户，也不需要任何证件。
involved-ways = 参与方式
involved-write = 写信给我们
involved-write-how = 请告诉我们您想做什么：以机构身份加入、贡献一些时间，或帮忙牵线搭桥。会有人答复您。
involved-form = 请告诉我们您想做什么
involved-reach = 或直接联系我们
asking-asker = 谁在提出请求
asking-asker-organization = 机构
asking-asker-group = 非正式团体
asking-asker-person = 个人
asking-organization = 机构或团体的名称
asking-organization-needed = 机构或团体必须填写
asking-sector = 领域
asking-name = 您的姓名
asking-email = 电子邮箱地址
asking-email-hint = 我们会答复到这个地址。除办公室和各位主席外，没有人能看到。
asking-phone = 电话
asking-reach-needed = 两项中必须填一项
asking-wish = 您想做什么
asking-wish-hint = 用任何语言写几句话就够了。
asking-languages = 您会说的语言
asking-languages-hint = 除本页面的语言以外。
asking-agreement = 您的同意
asking-consent = 我同意本合作组织保留我在这里写的内容并答复我。这些内容在答复两年后删除；如果没有答复，则在收到两年后删除；如果我提出要求，可以更早删除。
asking-send = 提交
asking-received = 我们已收到
asking-received-explains = 谢谢您。会有人阅读您写的内容，并在五个工作日内用本页面的语言答复您。
asking-received-home = 前往首页
asking-not-agreed = 请勾选此框。没有您的同意，这里的任何人都不能保留您写的内容或答复您
asking-too-often = 短时间内从这里发来了很多内容。没有丢失任何内容：请在 { $minutes } 分钟后再提交
asking-no-organization = 请填写机构或团体的名称，或选择“个人”
asking-no-reach = 请填写电子邮箱地址或电话号码，以便我们答复
asking-receipt-subject = 我们已收到您写给 { $partnership } 的内容
asking-receipt-body =
    您好：

    我们已收到您的参与请求。会有人阅读，并在五个工作日内答复您。

    您写的内容在答复两年后删除；如果没有答复，则在收到两年后删除。在此之前，您可以随时询问我们保留了您的哪些信息，或要求更正或删除。

    { $partnership }
asking-receipt-tell = 这不是您发送的，或者您想更改内容？请写信到 { $mail }，或回复这封邮件。
asking-mail-subject = 您的参与请求：{ $partnership }
asking-mail-body =
    { $name }，您好：

    { $words }

    { $partnership }

# used: enquiry-topic-* way-in-*
way-in-question = 提问
way-in-question-how = 不知道该找谁？您可以用任何语言提问，不需要账户。会有人答复您。
enquiry-title = 提问
enquiry-lead = 不知道该找谁？请在这里用任何语言提问。会有人在五个工作日内答复。您不必说明您是谁，也不必说明您有什么证件。
enquiry-urgent = 如果事情紧急，请拨打
enquiry-form = 您的问题
enquiry-question = 问题
enquiry-question-hint = 几句话就够了。请不要写姓名和证件号码。
enquiry-topic = 关于什么
enquiry-topic-first-steps = 最初的步骤
enquiry-topic-housing = 住房
enquiry-topic-work = 工作和学历
enquiry-topic-language = 学习语言
enquiry-topic-school = 孩子和学校
enquiry-topic-health = 健康
enquiry-topic-money = 钱、福利、税
enquiry-topic-rights = 法律和权利
enquiry-topic-belonging = 认识新朋友
enquiry-topic-other = 其他
enquiry-area = 您住在哪里
enquiry-name = 我们怎么称呼您
enquiry-name-hint = 任何名字都可以。
enquiry-consent = 我同意本合作组织保留我的问题并答复我。个人信息在答复一年后永久删除；如果没有答复，则在收到一年后删除；如果我提出要求，可以更早删除；问题的主题会计入统计。
enquiry-not-agreed = 请勾选此框。没有您的同意，这里的任何人都不能保留您的问题或答复您
enquiry-no-reach = 请填写电子邮箱地址或电话号码，以便我们答复
enquiry-receipt-urgent =
    如果事情紧急，请拨打：
    { $numbers }
enquiry-receipt-number = { $what }：{ $number }
enquiry-receipt-body =
    您好：

    我们已收到您的问题。会有人阅读，并在五个工作日内答复您。

    个人信息在答复一年后永久删除；如果没有答复，则在收到一年后删除。在此之前，您可以随时询问我们保留了您的哪些信息，或要求更正或删除。

    { $partnership }
enquiry-mail-subject = 您的问题：{ $partnership }
enquiry-mail-body =
    您好：

    { $words }

    { $partnership }
