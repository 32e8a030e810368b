# كلمات تسجيل الدخول
sign-in-title = تسجيل الدخول
sign-in-lead = لأعضاء الشراكة. تصلك رسالة بريد فيها رابط، ولا حاجة إلى كلمة مرور.
sign-in-mail = عنوان بريدك الإلكتروني
sign-in-mail-hint = العنوان الذي تعرفه شراكتك، مثل name@example.org
sign-in-send = أرسلوا لي رابطًا
sign-in-newcomers = هل تبحث عن مساعدة أو خدمات؟ لا تحتاج إلى حساب.
sign-in-public = إلى الموقع العام
sign-in-sent-title = راجع بريدك
sign-in-sent-lead = إن كان لهذا العنوان حساب، فقد أُرسلت إليه رسالة فيها رابط. يعمل الرابط مرة واحدة خلال 30 دقيقة.
sign-in-sent-nothing = لم يصل شيء بعد بضع دقائق؟ ابحث في البريد غير المرغوب فيه، أو تحقق من العنوان، أو اسأل المنسق.
sign-in-again = طلب رابط جديد
sign-in-as = أنت تسجل الدخول باسم
sign-in-enter = الدخول على هذا الجهاز
sign-in-gone-title = هذا الرابط لم يعد يعمل
sign-in-gone-lead = يعمل كل رابط مرة واحدة خلال 30 دقيقة. اطلب رابطًا جديدًا، ولن يستغرق ذلك سوى دقيقة.

sign-in-by-password = الدخول بكلمة مرور
password-sign-in-title = الدخول بكلمة مرور
password-field = كلمة المرور
password-enter = تسجيل الدخول
password-forgotten = ليست لديك كلمة مرور، أو نسيتها؟ يصلك رابط بالبريد للدخول، ثم يمكنك اختيار كلمة جديدة.
password-does-not-fit = ما كتبته غير متطابق. تحقق من العنوان وكلمة المرور والرمز إن كنت تستخدمه، أو اطلب رابطًا بالبريد
code-field = الرمز
code-hint = فقط إن كان حسابك يطلبه: ستة أرقام من هاتفك، أو رمز احتياطي
code-hint-link = ستة أرقام من هاتفك، أو رمز احتياطي
code-does-not-fit = هذا الرمز غير صحيح أو سبق استعماله. انتظر الرمز التالي في هاتفك، أو استعمل رمزًا احتياطيًا

passkey-enter = الدخول بمفتاح مرور
passkey-failed = لم يصل مفتاح مرور. حاول مرة أخرى، أو اختر طريقة أخرى.
passkey-no-title = مفتاح المرور هذا لا يتيح لك الدخول
passkey-does-not-fit = لا يعود إلى أي حساب هنا، أو أُزيل، أو استغرق أكثر من 5 دقائق. حاول مرة أخرى، أو اطلب رابطًا بالبريد

elsewhere-enter = الدخول عن طريق { $house }
elsewhere-back-title = عودة من { $house }
elsewhere-back-lead = عرّف بك { $house }. خطوة واحدة أخرى ويكتمل دخولك.
elsewhere-go-on = متابعة
elsewhere-no-title = لم تدخل بهذه الطريقة
elsewhere-again = مرة أخرى عن طريق { $house }
elsewhere-other-ways = طرق أخرى للدخول
elsewhere-late = استغرق ذلك أكثر من 10 دقائق، أو بدأ في نافذة أخرى، أو انتهى من قبل. ابدأ من جديد عن طريق { $house }.
elsewhere-denied = يقول { $house } إنك توقفت، أو إنه لا يحق لك الدخول إلى هنا عن طريقه. ابدأ من جديد، أو ادخل بطريقة أخرى.
elsewhere-away = { $house } لا يجيب كما ينبغي. حاول مرة أخرى بعد بضع دقائق، أو ادخل بطريقة أخرى.
elsewhere-does-not-hold = ما يقوله { $house } عنك غير صالح، ولذلك لم يُستعمل. ابدأ من جديد.
elsewhere-no-mail = لا يذكر { $house } عنوان بريد لك، فلا يمكن العثور على حسابك. ادخل بطريقة أخرى.
elsewhere-unverified = لم يتحقق { $house } من أن { $mail } عنوانك. أكّد العنوان هناك، أو ادخل بطريقة أخرى.
elsewhere-domain = العنوان { $mail } ليس من العناوين التي يمكنها الدخول عن طريق { $house }. ادخل بطريقة أخرى.
elsewhere-unknown = ليس للعنوان { $mail } حساب هنا. اطلب من منسق شراكتك أن يدعوك على هذا العنوان.
elsewhere-by-hand = حساب { $mail } يدير هذا التثبيت، فلا يمكن العثور عليه عن طريق { $house } بعنوانه. ادخل بطريقة أخرى.
elsewhere-another = يُدخل { $house } شخصًا آخر إلى حساب { $mail }. ادخل بطريقة أخرى.

# الدعوات والمهام
# used: office-*
invitation-title = دعوة لك
invitation-lead = يمكنك تسجيل الدخول إلى مساحة عمل هذه الشراكة بصفة:
invitation-accept = قبول الدعوة وتسجيل الدخول
invitation-kept = يُحفظ اسمك وعنوان بريدك وما تغيّره هنا. ويراها منسّق الشراكة.
invitation-gone-title = هذه الدعوة لم تعد تعمل
invitation-gone-lead = سبق قبولها، أو مضى عليها أكثر من 30 يومًا، أو سُحبت. إن كنت قد قبلتها فسجّل الدخول بعنوان بريدك؛ وإلا فاسأل من دعاك.
office-administrator = إدارة النظام
office-coordinator = التنسيق
office-chair = الرئاسة
office-council-member = عضوية مجموعة
office-partner-editor = تحرير صفحة شريك
office-translator = الترجمة
office-reader = القراءة
