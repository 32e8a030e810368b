# كلمات الخدمات للموقع العام.
# used: may-* service-status-*, cost-*, interpretation-*, papers-*, feature-*, class-*, fresh-*
# used: weekday-*, use-funder-*, location-*
directory-title = الخدمات
kind-service = خدمة
kind-location = مكان
services-title = الخدمات
service-name = الاسم
service-needs = الحاجات التي تلبيها
service-informal-short = مجموعة غير رسمية
service-status-active = متاحة
service-status-temporarily-closed = مغلقة لبعض الوقت
service-status-inactive = غير متاحة الآن
service-status-defunct = انتهت
service-from = المصدر:
cost-free = مجانية
cost-sliding = تدفع بقدر ما تستطيع
cost-fee = مقابل رسم
cost-unknown = غير معروفة: اسأل
interpretation-by-phone = مترجم شفوي بالهاتف في الحال
interpretation-on-request = مترجم شفوي إذا طلبته قبل الموعد
interpretation-none = لا يوجد مترجم شفوي
interpretation-unknown = غير معروف
papers-none = لا حاجة إلى أوراق
papers-listed = هذه الأوراق
papers-unknown = غير معروف
papers-none-told = لا حاجة إلى أوراق.
feature-in-person = بالحضور شخصيا
feature-online = عبر الإنترنت
feature-by-phone = بالهاتف
feature-home-visits = يأتون إليك
feature-step-free = مدخل بلا درج
feature-child-care = رعاية الأطفال أثناء ذلك
feature-women-only = للنساء فقط
feature-transport = مساعدة في الوصول إلى المكان
class-economic-resident = مقيم دائم (الفئة الاقتصادية)
class-family-resident = مقيم دائم عن طريق الأسرة
class-refugee-resident = مقيم دائم (لاجئ)
class-protected = شخص مشمول بالحماية
class-claimant = طالب لجوء
class-worker = عامل أجنبي مؤقت
class-student = طالب دولي
class-ukraine = موجود هنا بموجب التدابير الخاصة بأوكرانيا
class-visitor = زائر
class-citizen-born-abroad = مواطن كندي مولود خارج كندا
class-born-in-canada = مولود في كندا
class-no-status = شخص بلا وضع هجرة
use-everyone = نعم. مفتوحة للجميع.
use-unknown = اسأل: لم يخبرنا أحد بمن يمكنه الاستفادة منها.
use-funder-ircc = يتوقف ذلك على وضعك في الهجرة. المقيمون الدائمون: نعم على الأرجح، ولبضع سنوات في الفئة الاقتصادية. المواطنون: لا على الأرجح. اسأل إن لم تكن متأكدا.
funder-rule-link = قاعدة الجهة الممولة نفسها
funder-rule-read = قُرئت هناك يوم { $day }
use-only = لمن هو: { $who }. اسأل إن لم تكن متأكدا.
fresh-verified = تم التحقق
fresh-due = حان وقت التحقق
fresh-call-first = اتصل أولا
checked-on = (آخر تحقق في { $day })
weekday-mo = الاثنين
weekday-tu = الثلاثاء
weekday-we = الأربعاء
weekday-th = الخميس
weekday-fr = الجمعة
weekday-sa = السبت
weekday-su = الأحد
location-confidential-told = العنوان غير معلن. اتصل أولا.
wait-room-yes = نعم
wait-room-no = لا، اكتمل العدد
wait-room-unknown = غير معروف

nav-help = ابحث عن مساعدة
help-title = ابحث عن مساعدة
help-lead = قل ما تحتاج إليه بلغتك. لا تحتاج إلى حساب، ولا نحتفظ بشيء عنك.
help-what = ما الذي تحتاج إليه؟
help-example = طبيب، درس إنجليزية، معطف شتوي…
help-search = بحث
help-needs = اختر ما تحتاج إليه
help-for = نتائج البحث
help-count = { $n ->
    [zero] لا خدمات مدونة هنا بعد.
    [one] خدمة واحدة مدونة هنا.
    [two] خدمتان مدونتان هنا.
    [few] { $n } خدمات مدونة هنا.
    [many] { $n } خدمة مدونة هنا.
   *[other] { $n } خدمة مدونة هنا.
}
help-no-trace = لا نسجل ما تبحث عنه.
help-narrow = تضييق القائمة
help-any = الكل
help-show = عرض
help-found = { $n ->
    [zero] لا نتائج
    [one] خدمة واحدة
    [two] خدمتان
    [few] { $n } خدمات
    [many] { $n } خدمة
   *[other] { $n } خدمة
}
help-order = أولا ما يطابق كلماتك، ثم ما هو مفتوح للجميع، وبلغتك، وتم التحقق منه
help-none = لا شيء هنا يطابق ذلك. جرب كلمات أقل، أو كلمة أخرى، أو اختر من قائمة الحاجات.
help-wider = عرض القائمة من دون تضييق
help-all-needs = كل الحاجات
help-pages = المزيد من الخدمات
help-before = السابق
help-more = المزيد
help-person = اسأل شخصا
help-person-told = إن لم تجد ما يناسبك فاسألنا، أو اتصل بالرقم 211: يجدون لك خدمات من كل نوع، في الليل والنهار، وبلغات كثيرة.
help-ask = اسألنا
help-details = كل المعلومات عنها
help-near = أول ثلاثة أحرف من رمزك البريدي
help-near-unknown = لا يبدأ أي رمز بريدي كندي هكذا، لذلك لا نذكر المسافات.
help-within = ليس أبعد من
help-km = { $n } كم
help-km-near = على بعد أقل من 1 كم
help-km-about = على بعد نحو { $n } كم
help-counted = { $label } ({ $n })
help-read-as = قرأنا كلماتك هكذا:
help-nearly = لا شيء هنا فيه هذه الكلمات كما كتبتها. هذا ما يقترب منها.
help-without = لا شيء هنا فيه كل كلماتك. ما تركناه:
help-any-word = لا شيء هنا فيه كل كلماتك. في كل واحدة من هذه كلمة منها.
help-meant = ربما تقصد:
help-instead = وبدلا منها، مفتوحة للجميع:
help-paper = اطبع هذه القائمة
help-send-phone = أرسل برسالة نصية
help-send-mail = أرسل بالبريد الإلكتروني
paper-back = رجوع
paper-told = { $n ->
    [zero] لا خدمات في هذه القائمة.
    [one] خدمة واحدة بلغتين. اطبع هذه الصفحة، أو اقرأ المربع بالهاتف.
    [two] خدمتان بلغتين. اطبع هذه الصفحة، أو اقرأ المربع بالهاتف.
    [few] { $n } خدمات بلغتين. اطبع هذه الصفحة، أو اقرأ المربع بالهاتف.
    [many] { $n } خدمة بلغتين. اطبع هذه الصفحة، أو اقرأ المربع بالهاتف.
   *[other] { $n } خدمة بلغتين. اطبع هذه الصفحة، أو اقرأ المربع بالهاتف.
}
paper-more = { $n ->
    [zero] لم نجد شيئا.
    [one] وجدنا خدمة واحدة؛ والبقية على هذا العنوان.
    [two] وجدنا خدمتين؛ والبقية على هذا العنوان.
    [few] وجدنا { $n } خدمات؛ والبقية على هذا العنوان.
    [many] وجدنا { $n } خدمة؛ والبقية على هذا العنوان.
   *[other] وجدنا { $n } خدمة؛ والبقية على هذا العنوان.
}
paper-square = عنوان هذه القائمة
paper-printed = طُبعت في { $day }. اتصل قبل أن تذهب.
sheet-title = ورقة تسلمها لهم
sheet-told = اطبعها وسلمها عند الاستقبال، أو أظهرها على هاتفك. اكتب اسمك فقط إن أردت. لا نحتفظ بشيء منها هنا.
sheet-hello = مرحبا. جئت من أجل:
sheet-speak = أتكلم { $language }. إن لم يتكلمها أحد عندكم، يساعدني مترجم فوري.
sheet-need = أحتاج إلى مساعدة في:
sheet-choose = ما الذي يُكتب على الورقة. اختر فقط ما يجوز أن يقرأه موظف الاستقبال.
sheet-name = اسمي (إن أردت):
sheet-reach = كيف تصلون إلي:
sheet-come = تكتبونه أنتم: تعال في هذا اليوم، في هذه الساعة، إلى هذا الشخص:
sheet-bring = تكتبونه أنتم: ما يجب إحضاره:
situation-title = هل يمكنني الاستفادة منها؟ قل المزيد إن أردت
situation-told = يُرسل هذا مع هذا السؤال وحده ونجيب عنه ولا نحتفظ به في أي مكان. لست مضطرا إلى قول شيء.
situation-class = أنت في كندا بصفة
situation-unsaid = غير مذكور
situation-since = مقيم دائم منذ (إن كنت كذلك)
situation-show = أظهر ما يناسبني على الأرجح
may-yes = نعم.
may-likely = على الأرجح نعم.
may-ask = اسأل: لا يمكن معرفة ذلك من هنا.
may-likely-not = على الأرجح لا، حسب قاعدة الجهة التي تدفع. اسأل إن لم تكن متأكدا.
help-directions = كيف تصل إلى هناك
help-leave = اخرج بسرعة
help-leave-told = يفتح هذا موقعا آخر. ويبقى في سجل متصفحك أنك كنت هنا.
open-filter-now = مفتوحة الآن
open-filter-tonight = مفتوحة هذا المساء
open-now = مفتوحة الآن
open-until = مفتوحة الآن حتى الساعة { $time }
opens-today = تفتح اليوم الساعة { $time }
opens-on = تفتح في { $day } الساعة { $time }
open-closed = مغلقة
hours-run = من { $first } إلى { $last }
hours-some-weeks = في بعض أسابيع الشهر: اتصل أولا
hours-to = حتى { $day }
hours-holidays = مغلقة في أيام العطل الرسمية
ages-both = من { $from } إلى { $to }
ages-from = { $from } فما فوق
ages-to = حتى { $to }
wait-ask = اسأل كم ستنتظر
wait-room = يوجد مكان.
wait-full = اكتمل العدد الآن.
wait-days = { $n ->
    [zero] لا انتظار.
    [one] تنتظر نحو يوم واحد.
    [two] تنتظر نحو يومين.
    [few] تنتظر نحو { $n } أيام.
    [many] تنتظر نحو { $n } يوما.
   *[other] تنتظر نحو { $n } يوم.
}
wait-said = (قيل ذلك في { $day })
about-may-use = هل يمكنني الاستفادة منها
about-ages = العمر
about-cost = التكلفة
about-languages = اللغات هناك
about-hours = متى
about-where = أين
about-areas = لمن يسكن في
about-features = من المفيد أن تعرف
about-phone = الهاتف
about-mail = البريد الإلكتروني
about-web = الموقع
about-links = صفحات أخرى
about-papers = أحضر معك
about-apply = كيف تبدأ
about-intake = من يستقبلك
about-wait = الانتظار
about-checked = التحقق

# ما يملؤه من ليس من الموظفين: تصحيح سجل خدمة.
service-status = الحالة
service-phones = أرقام الهاتف
service-phones-hint = رقم في كل سطر: الرقم، ثم فاصلة، ثم الغرض منه. مثال: 905-555-0100, العربية.
service-mail = البريد الإلكتروني
service-web = الموقع
service-hours = ساعات العمل
service-hours-hint = لكل يوم: 9-12, 13:30-17. يترك فارغا إن كان مغلقا.
service-hours-note = المزيد عن الساعات
service-languages = اللغات المستخدمة هناك
service-languages-hint = لغات من يعملون هناك؛ أما المترجمون فنسأل عنهم أدناه.
service-interpretation = الترجمة الشفوية
service-cost = التكلفة
service-cost-note = المزيد عن التكلفة
service-has-room = هل يوجد مكان الآن
service-wait-days = أيام الانتظار
check-found-unchanged = لم يتغير شيء
check-found-corrected = كان هناك خطأ وتم تصحيحه
check-found-unreachable = لم نتمكن من الوصول إلى أحد
directory-not-a-phone = لا يمكن قراءة «{ $typed }» على أنه رقم هاتف. اكتب عشرة أرقام، ثم فاصلة والغرض منه.
directory-too-many-phones = أرقام كثيرة لخدمة واحدة. الحد الأقصى: { $max }.
phone-extension = تحويلة { $n }
hours-unclear = لا يمكن قراءة «{ $typed }» على أنها ساعات. اكتب 9-12, 13:30-17.
hours-backwards = وقت الإغلاق { $closes } يسبق وقت الافتتاح { $opens }. غيّر أحدهما، أو اكتب +1 بعد ما ينتهي في اليوم التالي.
hours-which-half = هل تعني «{ $typed }» بعد الظهر؟ اكتب 13-17.
hours-overlap = { $first } و{ $second } يتداخلان. قصّر أحدهما.
hours-too-many = الحد الأقصى للفترات في اليوم الواحد: { $max }.
your-services-title = هل ما زال هذا صحيحا؟
your-services-lead = هذا ما يقرؤه الزوار. إن لم يتغير شيء فيكفي ضغطة واحدة. نرجو جوابكم حتى { $day }.
your-services-unchanged = لم يتغير شيء
your-services-unchanged-all = لم يتغير شيء في أي منها (العدد: { $n })
your-services-correct = تصحيح شيء
your-services-correct-lead = غيّروا ما هو خاطئ ثم أرسلوا. يظهر التصحيح في القائمة فورا بتاريخ اليوم.
your-services-note = شيء آخر ينبغي أن يتغير
your-services-note-hint = الاسم، أو لمن هي، أو المكان: يقرأ الموظفون ذلك ويغيرونه.
your-services-send = إرسال
your-services-said = قلتم:
your-services-older = غيّر أحدهم هذا السجل منذ فتحتم الصفحة. اقرؤوه كما هو الآن ثم أجيبوا.
your-services-nothing-left = لم تعد أي من هذه الخدمات من شأنكم. إن كان ذلك خطأ فاكتبوا إلينا.
your-services-kept = نحتفظ بجوابكم مع الاسم الذي أُرسلت إليه الرسالة وتاريخ اليوم. ولا يقرأ ذلك الاسم إلا الموظفون.
your-services-answered-title = شكرا لكم
your-services-answered = حُفظ ما قيل، ولم يعد هذا الرابط يعمل. لتصحيح شيء آخر اكتبوا إلينا.
your-services-gone-title = لم يعد هذا الرابط يفتح شيئا
your-services-gone = انتهى بعد 30 يوما، أو أُلغي، أو ذهب إلى عنوان تغير بعد ذلك، أو لم يُنسخ كاملا. ولم يغير فتحه شيئا. اكتبوا إلينا فنرسل رابطا آخر.

# ما يقترحه الزوار.
# used: barrier-*, outcome-*, suggestion-*
suggest-barrier = لم أحصل على مساعدة هنا
suggest-correction = هناك خطأ
suggest-correction-lead = غيّر ما هو خاطئ ثم أرسل. يقرؤه شخص قبل أن يتغير شيء. لا تحتاج إلى حساب.
suggest-wrong = ما الخطأ، بكلماتك
suggest-send = إرسال
suggest-email = بريدك الإلكتروني
suggest-email-hint = فقط إن أردت أن نخبرك بما حدث. نحذفه حين نبتّ في الأمر.
suggest-reasons = لماذا لم تحصل على مساعدة
suggest-need = ما كنت تحتاج إليه
suggest-what-happened = ماذا حدث، بكلماتك
suggest-barrier-lead = اختر كل ما ينطبق. نعدّ الأسباب لنرى ما ينقص هنا، ولا نسأل عن اسمك.
suggest-barrier-words = يقرأ شخص ما تكتبه، ويُحذف بعد سنة من معالجته.
suggest-help-now = هل تحتاج إلى مساعدة الآن؟
suggest-missing = خدمة ناقصة هنا
suggest-missing-lead = أخبرنا عن خدمة أو مجموعة غير مدونة هنا. يتحقق شخص منها ثم يضيفها.
suggest-name = اسمها، أو ما تحتاج إليه ولا يقدمه أحد
suggest-who = من يقدمها
suggest-who-hint = منظمة، أو مسجد أو كنيسة، أو جمعية، أو مجموعة.
suggest-place = أين
suggest-what-else = ماذا تعرف عنها غير ذلك
suggest-received = شكرا لك
suggest-received-told = يقرأ شخص ما أرسلته. إن تركت بريدا إلكترونيا فسنخبرك بما حدث، ثم نحذفه.
outcome-title = أخبرنا كيف كان الأمر
outcome-lead = هل ذهبت إلى هناك، أو ساعدت أحدا على الذهاب؟ يكفي اختيار واحد. نعدّه بحسب الخدمة والشهر، ولا نحتفظ بشيء عنك.
outcome-column = كيف كان الأمر
outcome-helped = حصلت على المساعدة التي جئت من أجلها
outcome-waiting = لدي موعد، أو أنا في قائمة انتظار
outcome-sent-on = أرسلوني إلى مكان آخر
outcome-not-helped = لم أحصل على مساعدة
outcome-not-said = اختر كيف كان الأمر.
outcome-received-told = تم عدّ إجابتك. هي تساعد على معرفة الخدمات التي تنفع وما الذي ينقص.
sheet-outcome = إن أردتما معا: أخبرانا بعد ذلك كيف كان الأمر على العنوان أدناه. لا نطلب أي اسم.
sheet-outcome-square = عنوان لإخبارنا كيف كان الأمر
barrier-ineligible = قالوا إنها ليست لي
barrier-language = لا أحد يتكلم لغتي
barrier-no-interpreter = لا يوجد مترجم شفوي
barrier-wait = الانتظار طويل، أو لا يوجد مكان
barrier-hours = كانت مغلقة حين أستطيع المجيء
barrier-transport = لم أستطع الوصول إليها
barrier-child-care = لا أحد يعتني بأطفالي أثناء ذلك
barrier-cost = تكلفتها عالية
barrier-documents = طلبوا أوراقا ليست عندي
barrier-digital = كانت عبر الإنترنت فقط
barrier-where = لم أفهم إلى أين أذهب
barrier-not-offered = ما أحتاج إليه لا يقدم هناك
barrier-disability = درج أو عائق آخر لا يناسب جسدي
barrier-culture = لا تناسب عاداتنا أو ديننا
barrier-discrimination = عوملت معاملة سيئة بسبب من أنا
barrier-fear = خفت من السلطات أو على وضعي
barrier-stigma = لم أرد أن يراني أحد هناك
suggestion-nothing-said = غيّر شيئا، أو قل ما الخطأ.
suggestion-no-reason = اختر سببا واحدا على الأقل.
suggestion-too-often = وصلنا الكثير في وقت قصير. حاول مرة أخرى بعد { $minutes } دقيقة.
suggestion-mail-subject = ما اقترحته على { $partnership }
suggestion-mail-about = كتبت إلى { $partnership } عن: { $service }.
suggestion-mail-taken = شكرا: أخذنا بما قلته.
suggestion-mail-partly = شكرا: أخذنا ببعض ما قلته.
suggestion-mail-refused = شكرا على كتابتك. لم نغير السجل، وهذا هو السبب:
suggestion-mail-end = حذفنا عنوانك مما أرسلته إلينا.
way-in-missing-service = أخبرنا عن خدمة ناقصة
way-in-missing-service-how = تكفي بضع كلمات. يتحقق شخص منها ثم يضيفها إلى صفحة «ابحث عن مساعدة».

# الخطوات الأولى.
# used: first-*
nav-first-steps = الخطوات الأولى
first-title = الخطوات الأولى
first-lead = ما الذي تفعله في أول 90 يوما لك في كندا، خطوة بعد خطوة. بلا حساب، ولا نحتفظ بشيء عنك.
first-all = كل خطوات أول 90 يوما
first-form = أظهر الخطوات التي تخصك، إن أردت
first-children = أطفال معك
first-children-yes = نعم
first-children-no = لا
first-show = أظهر خطواتي
first-whole = كل الخطوات في صفحة واحدة، للقراءة أو الطباعة
first-print = يمكن طباعة هذه الصفحة كما هي.
first-why = لماذا
first-source = أين ورد هذا:
first-read-on = (قُرئ هناك في { $day })
first-unread = (لم يقرأه أحد هنا من جديد بعد: اسأل هل ما زال كذلك)
first-until = حسب القاعدة الاتحادية، آخر يوم لك في هذه الخدمات هو { $day }.
first-not-yet = هذه الخطوات ليست بلغتك بعد. وهي هنا بالإنجليزية؛ ويمكنك قراءتها أيضا باللغات:
first-ask-us = يمكن لشخص أن يشرحها لك:
first-days = قبل أن تأتي، والأيام الأولى
first-weeks = الأسابيع الأولى
first-ninety = حتى اليوم 90
situation-since-hint = يوم أو شهر أو سنة فقط: ⁦2024-05-03⁩ أو ⁦2024-05⁩ أو 2024
situation-since-unclear = لم نستطع قراءة هذا تاريخا. اكتب السنة أولا: ⁦2024-05-03⁩، أو 2024 فقط.
hours-all-day = ليلا ونهارا
help-near-none = لا شيء ضمن { $within } كم. أقرب خدمة على بعد نحو { $n } كم.
help-near-show = أظهر الأقرب
help-call-me = اطلب أن نتصل بك
call-lead = اترك رقما: يتصل بك شخص من الشراكة بشأن هذه الخدمة، مع مترجم شفوي عند الحاجة. لا يلزم أن تقول اسمك، ولا نسأل عن وضعك.
call-language = لغة المكالمة
call-when = متى يناسبك
call-when-hint = مثلا: في أيام الأسبوع بعد الساعة 17:00
call-message = رسالة
call-message-yes = يمكنكم ترك رسالة لدى من يرد.
call-message-no = من فضلكم لا تتركوا رسالة، ولا تقولوا لأحد غيري سبب الاتصال.
call-question = اتصلوا بي من فضلكم بشأن «{ $service }». لغة المكالمة: { $language }. متى يناسبني: { $when }.
call-any-time = في أي وقت
