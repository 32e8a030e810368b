# كلمات إعلان النوايا للموقع العام.
# used: statement-kind-* kind-* way-in-*
nav-declaration = الإعلان
wall-title = إعلان النوايا
wall-about = ما تعتزم منظمات هذا المجتمع القيام به معًا، ومن وقّع عليه.
wall-none = لا يوجد إعلان بعد.
wall-version = النسخة { $number }، سارية ابتداءً من { $day }
wall-signatories = { $n ->
    [zero] الموقّعون
    [one] موقّع واحد
    [two] موقّعان
    [few] { $n } موقّعين
   *[other] { $n } موقّعًا
}
wall-nobody = لم تُذكر أي منظمة هنا بعد.
wall-since = منذ { $day }
wall-signed-version = وقّعت النسخة { $number }
wall-unlisted = المنظمات التي طلبت عدم ذكر اسمها غير مدرجة.
wall-decision = كيف اتُّخذ القرار
wall-earlier = النسخ السابقة
wall-replaced = استُبدلت هذه النسخة. النسخة السارية:
wall-sign = التوقيع على الإعلان
sign-lead = دُعيتم إلى التوقيع باسم هذه المنظمة:
sign-text = هذا هو النص الذي توقّعونه.
sign-name = اسمكم
sign-as = صفتكم أو وظيفتكم
sign-as-hint = مثلًا: مدير، رئيس مجلس الإدارة.
sign-agree = يحق لي التوقيع باسم هذه المنظمة، وهي تعتزم العمل كما يقول هذا الإعلان.
sign-agreement = ما توافقون عليه
sign-listed = ذكر منظمتنا على الصفحة العامة
sign-listed-hint = تذكر الصفحة المنظمة واليوم، ولا تذكر اسمكم أبدًا. والمنظمة غير العلنية على هذا الموقع لا تُذكر.
sign-submit = توقيع
sign-kept = نحتفظ باسمكم وصفتكم وعنوان البريد الذي وصل إليه هذا الرابط مع التوقيع، للموظفين فقط. يمكن لمنظمتكم الانسحاب في أي وقت: اكتبوا إلينا.
sign-gone-title = لم يعد هذا الرابط يعمل
sign-gone = استُعمل، أو انتهى بعد ٣٠ يومًا، أو سُحب. فتحه لم يوقّع شيئًا. اطلبوا منا رابطًا آخر.
signed-title = شكرًا على التوقيع
signed-explains = حُفظ توقيعكم. إذا سمحتم بذكر منظمتكم وكانت علنية على هذا الموقع، فهي تظهر على الصفحة العامة من الآن.
ask-lead = هل ترغب منظمتكم في التوقيع؟ أخبرونا من أنتم: نتأكد من ذلك ثم نرسل إليكم رابط التوقيع. هذا النموذج لا يوقّع شيئًا.
ask-organization = منظمتكم
ask-email = عنوان بريدكم الإلكتروني
ask-email-hint = يُرسل الرابط إليه.
ask-words = ما ينبغي أن نعرفه
ask-consent = أوافق على حفظ هذا الطلب للرد عليه، ثم حذفه بعد عام من الرد، أو بعد عام من وصوله إن لم يرد أحد.
ask-send = إرسال الطلب
ask-received = وصل طلبكم
ask-received-explains = نقرؤه ونتأكد ممن يطلب، ثم نرسل رابط التوقيع بالبريد.
signing-not-agreed = ضعوا علامة في هذا المربع للمتابعة
signing-other-version = دخلت نسخة جديدة حيز السريان منذ فتح هذه الصفحة. اقرؤوها أعلاه قبل التوقيع
signing-signed-then = وقّعت هذه المنظمة هذه النسخة في ذلك اليوم من قبل
signing-mail-subject = وقّعوا الإعلان: { $partnership }
signing-mail-body =
    مرحبًا { $name }،

    تدعو { $partnership } منظمة { $organization } إلى توقيع إعلان النوايا. اقرؤوا النص ووقّعوه هنا:

    { $link }

    هذا الرابط لكم، وهو صالح ٣٠ يومًا ويُستعمل للتوقيع مرة واحدة. لا حاجة إلى حساب. إذا كان غيركم يوقّع باسم { $organization } فأخبرونا ونكتب إليه.

    { $partnership }
signing-aside-subject = طلبكم إلى { $partnership }
signing-aside-body =
    مرحبًا { $name }،

    شكرًا على طلب توقيع إعلان النوايا. هذا ردنا:

    { $words }

    { $partnership }
kind-declaration = إعلان النوايا
kind-signatory = موقّع
signature-version = النسخة { $number }
panel-declaration = إعلان النوايا
panel-signed = وقّعت النسخة { $number } في { $day }

# البيانات العلنية
kind-statement = بيان علني
record-link = أين يُقرأ
statements-search = كلمات من العنوان
statements-file = statements
statement-kind = النوع
statement-kind-statement = بيان
statement-kind-proclamation = إعلان رسمي
statement-kind-open-letter = رسالة مفتوحة
statement-name = العنوان
statement-issued-on = صدر في
statement-issued-by = صدر عن
statement-signatories = وقّع عليه
statement-title = البيانات العلنية
public-statements = البيانات العلنية
public-statements-lead = ما قالته منظمات هذا المجتمع علنًا ضد التمييز.
public-statements-empty = لم يُنشر أي بيان هنا بعد.

way-in-declaration = وقّعوا الإعلان
way-in-declaration-how = توقّع المنظمات التي تؤيد أهداف هذا المجتمع إعلان النوايا. أخبرونا من أنتم، فيصلكم رابط للتوقيع.
