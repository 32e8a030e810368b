# كلمات الخدمات للموقع العام.
# used: service-status-*, cost-*, interpretation-*, papers-*, feature-*, class-*, fresh-*
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
about-features = من المفيد أن تعرف
about-phone = الهاتف
about-mail = البريد الإلكتروني
about-web = الموقع
about-papers = أحضر معك
about-apply = كيف تبدأ
about-intake = من يستقبلك
about-wait = الانتظار
about-checked = التحقق
