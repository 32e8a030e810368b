# review: machine-made; nobody who speaks the language has read it yet.
# used: asking-asker-*
nav-get-involved = شرکت کنید
involved-title = شرکت کنید
involved-lead = سازمان‌ها، گروه‌های غیررسمی و افراد اینجا خوش آمده‌اند. نه حساب کاربری لازم دارید و نه مدرک.
involved-ways = راه‌های شرکت کردن
involved-write = به ما بنویسید
involved-write-how = به ما بگویید چه می‌خواهید بکنید: پیوستن به عنوان سازمان، دادن کمی از وقت خود، باز کردن یک در. کسی به شما پاسخ می‌دهد.
involved-form = به ما بگویید چه می‌خواهید بکنید
involved-reach = یا مستقیم با ما تماس بگیرید
asking-asker = چه کسی درخواست می‌کند
asking-asker-organization = یک سازمان
asking-asker-group = یک گروه غیررسمی
asking-asker-person = یک شخص
asking-organization = نام سازمان یا گروه
asking-organization-needed = برای سازمان یا گروه لازم است
asking-sector = بخش
asking-name = نام شما
asking-email = نشانی ایمیل
asking-email-hint = آنجا پاسخ می‌دهیم. بیرون از دفتر و رئیسان گروه‌ها به کسی نشان داده نمی‌شود.
asking-phone = تلفن
asking-reach-needed = یکی از این دو لازم است
asking-wish = چه می‌خواهید بکنید
asking-wish-hint = چند جمله به هر زبانی کافی است.
asking-languages = زبان‌هایی که صحبت می‌کنید
asking-languages-hint = به جز زبان این صفحه.
asking-agreement = موافقت شما
asking-consent = موافقم که این شبکهٔ همکاری آنچه را اینجا نوشتم نگه دارد و به من پاسخ دهد. این نوشته دو سال پس از پاسخ پاک می‌شود، یا اگر پاسخی نباشد دو سال پس از رسیدن آن؛ یا زودتر، اگر بخواهم.
asking-send = فرستادن
asking-received = به دست ما رسید
asking-received-explains = سپاسگزاریم. یک نفر نوشتهٔ شما را می‌خواند و تا پنج روز کاری به زبان این صفحه پاسخ می‌دهد.
asking-received-home = به صفحهٔ اول
asking-not-agreed = این خانه را علامت بزنید. بدون موافقت شما اینجا کسی اجازه ندارد نوشتهٔ شما را نگه دارد یا به شما پاسخ دهد
asking-too-often = در مدت کوتاهی چیزهای زیادی از اینجا رسید. چیزی گم نشده است: { $minutes ->
    [one] { $minutes } دقیقهٔ دیگر دوباره بفرستید
   *[other] { $minutes } دقیقهٔ دیگر دوباره بفرستید
}
asking-no-organization = نام سازمان یا گروه را بنویسید، یا «یک شخص» را انتخاب کنید
asking-no-reach = نشانی ایمیل یا شمارهٔ تلفن بنویسید تا بتوانیم پاسخ دهیم
asking-receipt-subject = آنچه به { $partnership } نوشتید به دست ما رسید
asking-receipt-body =
    سلام،

    درخواست شما برای شرکت به دست ما رسید. یک نفر آن را می‌خواند و تا پنج روز کاری به شما پاسخ می‌دهد.

    آنچه نوشتید دو سال پس از پاسخ پاک می‌شود، یا اگر پاسخی نباشد دو سال پس از رسیدن آن. تا آن وقت می‌توانید هر زمان بپرسید چه چیزی دربارهٔ شما داریم، یا بخواهید درست یا پاک شود.

    { $partnership }
asking-receipt-tell = شما این را نفرستاده‌اید، یا می‌خواهید چیزی را تغییر دهید؟ به { $mail } بنویسید یا به این ایمیل پاسخ دهید.
asking-mail-subject = درخواست شما برای شرکت: { $partnership }
asking-mail-body =
    سلام { $name }،

    { $words }

    { $partnership }

# used: enquiry-topic-* way-in-*
way-in-question = سؤال بپرسید
way-in-question-how = نمی‌دانید به کجا مراجعه کنید؟ به هر زبانی و بدون حساب کاربری بپرسید. یک نفر پاسخ می‌دهد.
enquiry-title = سؤال بپرسید
enquiry-lead = نمی‌دانید به کجا مراجعه کنید؟ اینجا به هر زبانی بپرسید. یک نفر تا پنج روز کاری پاسخ می‌دهد. لازم نیست بگویید کیستید یا چه مدارکی دارید.
enquiry-urgent = اگر نمی‌توان صبر کرد، تلفن کنید
enquiry-form = سؤال شما
enquiry-question = سؤال
enquiry-question-hint = چند جمله کافی است. لطفاً نام‌ها و شمارهٔ مدارک را ننویسید.
enquiry-topic = دربارهٔ چیست
enquiry-topic-first-steps = قدم‌های اول
enquiry-topic-housing = جای زندگی
enquiry-topic-work = کار و مدارک تحصیلی
enquiry-topic-language = یاد گرفتن زبان
enquiry-topic-school = کودکان و مدرسه
enquiry-topic-health = سلامت
enquiry-topic-money = پول، کمک‌های مالی دولت، مالیات
enquiry-topic-rights = قانون و حقوق
enquiry-topic-belonging = آشنا شدن با مردم
enquiry-topic-other = چیز دیگر
enquiry-area = کجا زندگی می‌کنید
enquiry-name = شما را به چه نامی صدا کنیم
enquiry-name-hint = هر نامی کافی است.
enquiry-consent = موافقم که این شبکهٔ همکاری سؤالم را نگه دارد و به من پاسخ دهد. آنچه شخصی است یک سال پس از پاسخ پاک می‌شود، یا اگر پاسخی نباشد یک سال پس از رسیدن آن؛ یا زودتر، اگر بخواهم. موضوع سؤال شمرده می‌شود.
enquiry-not-agreed = این خانه را علامت بزنید. بدون موافقت شما اینجا کسی اجازه ندارد سؤال شما را نگه دارد یا به شما پاسخ دهد
enquiry-no-reach = نشانی ایمیل یا شمارهٔ تلفن بنویسید تا بتوانیم پاسخ دهیم
enquiry-receipt-urgent =
    اگر نمی‌توان صبر کرد، تلفن کنید:
    { $numbers }
enquiry-receipt-number = { $what }: { $number }
enquiry-receipt-body =
    سلام،

    سؤال شما به دست ما رسید. یک نفر آن را می‌خواند و تا پنج روز کاری به شما پاسخ می‌دهد.

    آنچه شخصی است یک سال پس از پاسخ پاک می‌شود، یا اگر پاسخی نباشد یک سال پس از رسیدن آن. تا آن وقت می‌توانید هر زمان بپرسید چه چیزی دربارهٔ شما داریم، یا بخواهید درست یا پاک شود.

    { $partnership }
enquiry-mail-subject = سؤال شما: { $partnership }
enquiry-mail-body =
    سلام،

    { $words }

    { $partnership }
