# كلمات الإطار العام
# used: error-*
product-name = Kith
skip-to-content = انتقل إلى المحتوى
nav-main = التنقل الرئيسي
nav-languages = اللغات
nav-more-languages = كل اللغات ({ $n })
lang-apart = (في علامة تبويب جديدة؛ وما كتبته يبقى هنا)
nav-here = أنت هنا
emergency-label = أرقام للاتصال
emergency-danger = خطر، حريق، إسعاف
emergency-crisis = أفكار بالانتحار
emergency-information = ابحث عن خدمة
emergency-health-line = استشارة تمريضية
invented-partnership = هذه الشراكة متخيَّلة، للتجربة فقط
foot-accessibility = إمكانية الوصول
foot-privacy = الخصوصية: ما لا نحتفظ به
foot-workspace = للشركاء: تسجيل الدخول
thread-label = موقع هذا في المسار
thread-more = { $n ->
    [one] وواحد آخر
    [two] واثنان آخران
   *[other] و{ $n } أخرى
}
error-not-found = لا يوجد شيء هنا
error-not-found-what-now = قد يكون العنوان قديمًا أو مكتوبًا خطأ، أو أن الصفحة ليست متاحة للجميع.
error-failed = حدث خطأ من جانبنا
error-failed-what-now = لم يتغير شيء. حاول مرة أخرى، وإن تكرر ذلك فأخبرنا بالرقم أدناه.
error-way-home = إلى الصفحة الأولى
error-way-list = إلى قائمة الشراكات
error-reference = الرقم المرجعي:

# الاستمارات
form-problems = { $n ->
    [one] أمر واحد يحتاج إلى تصحيح
    [two] أمران يحتاجان إلى تصحيح
    [few] { $n } أمور تحتاج إلى تصحيح
   *[other] { $n } أمرًا تحتاج إلى تصحيح
}
form-about-field = { $label }:
form-error-mark = خطأ:
form-optional = (اختياري)
form-choose = اختر…
form-cancel = إلغاء
form-date-hint = السنة ثم الشهر ثم اليوم، مثل ⁦2026-11-22⁩
list-show = عرض
list-clear = مسح عوامل التصفية
list-any = الكل
list-nothing-matches = لا شيء يطابق عوامل التصفية هذه.
list-sort = (رتّب بهذا العمود)
list-columns = الأعمدة
list-columns-show = إظهار هذه الأعمدة
list-take = تنزيل ما يظهر هنا:
list-pages = صفحات القائمة
list-range = { $first } إلى { $last } من أصل { $total }
list-first = الصفحة الأولى
list-rows = عدد الصفوف في الصفحة:
list-previous = الصفحة السابقة
list-next = الصفحة التالية
text-current = محدّث
text-outdated = يحتاج إلى مراجعة
text-outdated-machine = يحتاج إلى مراجعة، ترجمة آلية
text-machine = ترجمة آلية
text-missing = غير موجود
text-outdated-note = قد يكون هذا النص أقدم من النص باللغة الأخرى.
text-machine-note = تُرجم هذا النص آليًا ولم يراجعه أحد.
text-in = باللغة { $lang }
text-by-machine = الكلمات التي تحتها نقاط ترجمتها آلة ولم يراجعها أحد بعد.
text-only-in = غير متاح بعد بلغتك؛ وهو هنا باللغة { $lang }:
line-empty = اكتب شيئًا هنا
line-too-long = اكتب { $max } حرفًا على الأكثر
line-unprintable = احذف الرموز الخفية أو العلامات التي تغيّر اتجاه النص
field-not-a-choice = اختر إحدى الإجابات
field-not-a-date = اكتب التاريخ هكذا: ⁦2026-11-22⁩
number-out-of-bounds = اكتب عددًا صحيحًا من { $least } إلى { $most }
field-not-mail = اكتب عنوان بريد إلكتروني، مثل name@example.org
field-not-phone = اكتب رقم هاتف، مثل ⁦905 555-0134⁩ أو ⁦911⁩
field-not-web = اكتب عنوان موقع يبدأ بـ https://
field-unknown = لم يعد هذا موجودًا هنا. اختر غيره
field-not-spoken = ليست للبرنامج كلمات بهذه اللغة بعد
error-refused = لم يُحفظ شيء
error-stale = غيّر شخص آخر هذا في هذه الأثناء
error-stale-what-now = ارجع وحمّل الصفحة من جديد ثم أدخل تعديلك على النص الجديد. لم يُستبدل شيء.
error-key-reused = أُرسلت هذه الاستمارة من قبل بمحتوى آخر
error-key-reused-what-now = افتح الاستمارة من جديد وأرسلها مرة أخرى.
error-cross-site = جاء هذا من موقع آخر
error-cross-site-what-now = لم يتغير شيء. افتح الصفحة هنا وأرسلها من جديد.
error-malformed = تعذّرت قراءة ما أرسلته
error-malformed-what-now = ارجع وحاول مرة أخرى.
error-wrong-method = لا يمكن فعل هذا على هذا العنوان
error-wrong-method-what-now = افتح الصفحة من جديد واستخدم أزرارها وروابطها.
error-too-slow = استغرق الإرسال وقتًا طويلًا
error-too-slow-what-now = لم يتغير شيء. حاول مرة أخرى، عبر اتصال أفضل إن أمكن.
error-too-large = هذا كبير جدًا
error-too-large-what-now = أرسل نصًا أقصر أو ملفًا أصغر.
error-too-often = محاولات كثيرة جدًا
error-too-often-what-now = انتظر قليلًا ثم حاول مرة أخرى.
error-busy = ملفات كثيرة جدًا تصل الآن
error-busy-what-now = لم يتغير شيء. انتظر دقيقة ثم أرسله مرة أخرى.
error-sign-in-first = سجّل الدخول أولًا
error-sign-in-first-what-now = هذه الصفحة مخصصة لأعضاء الشراكة.
error-forbidden = لا يسمح حسابك بهذا
error-forbidden-what-now = اسأل منسّق الشراكة إن كان ينبغي أن يُسمح لك.
error-way-work = إلى مساحة العمل

# أسماء اللغات
# used: lang-*
lang-en = الإنجليزية
lang-fr = الفرنسية
lang-ar = العربية
lang-uk = الأوكرانية
lang-es = الإسبانية
lang-pa = البنجابية
lang-zh-hans = الصينية
lang-fil = التاغالوغية
lang-fa = الفارسية والدرية
lang-ti = التغرينية
lang-so = الصومالية
lang-ur = الأردية
lang-hi = الهندية
lang-pt = البرتغالية
lang-vi = الفيتنامية
mail-unsubscribe = لإيقاف هذا النوع من الرسائل، افتح هذا العنوان:
mail-unsubscribe-subject = لا أريد هذه الرسائل بعد الآن
letters-stop-title = الرسائل الموجهة إليك
letters-stop-explains = لم يتغير شيء بعد. عند الضغط على الزر لن يُرسل إليك بريد من هذا النوع. أما البريد الذي تحتاج إليه لتسجيل الدخول فيستمر.
letters-stop = لا أريد هذه الرسائل بعد الآن
letters-stop-gone = هذا الرابط لم يعد يعمل، أو لم يُنسخ كاملًا. لم يتغير شيء. في أحدث رسالة رابط يعمل، ويمكن للمكتب أن يوقف هذه الرسائل عنك.
letters-stop-home = إلى الصفحة الأولى
letters-stopped = لن تصلك رسائل من هذا النوع من هنا. أخبر المكتب إذا أردتها من جديد.

# كيف تصل إلى الشراكة
reach-foot = للتواصل معنا:
reach-office = المكتب
reach-street = العنوان
reach-mail = البريد الإلكتروني
reach-phone = الهاتف
reach-hours = ساعات العمل
