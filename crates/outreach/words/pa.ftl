# review: machine-made; nobody who speaks the language has read it yet.
# used: asking-asker-*
nav-get-involved = ਸਾਡੇ ਨਾਲ ਜੁੜੋ
involved-title = ਸਾਡੇ ਨਾਲ ਜੁੜੋ
involved-lead = ਸੰਸਥਾਵਾਂ, ਗ਼ੈਰ-ਰਸਮੀ ਗਰੁੱਪਾਂ ਅਤੇ ਲੋਕਾਂ, ਸਭ ਦਾ ਇੱਥੇ ਸੁਆਗਤ ਹੈ। ਨਾ ਖਾਤੇ ਦੀ ਲੋੜ ਹੈ, ਨਾ ਕਿਸੇ ਕਾਗਜ਼ ਦੀ।
involved-ways = ਹਿੱਸਾ ਲੈਣ ਦੇ ਤਰੀਕੇ
involved-write = ਸਾਨੂੰ ਲਿਖੋ
involved-write-how = ਸਾਨੂੰ ਦੱਸੋ ਕਿ ਤੁਸੀਂ ਕੀ ਕਰਨਾ ਚਾਹੋਗੇ: ਸੰਸਥਾ ਵਜੋਂ ਜੁੜਨਾ, ਥੋੜ੍ਹਾ ਸਮਾਂ ਦੇਣਾ, ਕੋਈ ਰਾਹ ਖੋਲ੍ਹਣਾ। ਕੋਈ ਵਿਅਕਤੀ ਤੁਹਾਨੂੰ ਜਵਾਬ ਦੇਵੇਗਾ।
involved-form = ਸਾਨੂੰ ਦੱਸੋ ਕਿ ਤੁਸੀਂ ਕੀ ਕਰਨਾ ਚਾਹੋਗੇ
involved-reach = ਜਾਂ ਸਿੱਧਾ ਸਾਡੇ ਨਾਲ ਸੰਪਰਕ ਕਰੋ
asking-asker = ਕੌਣ ਪੁੱਛ ਰਿਹਾ ਹੈ
asking-asker-organization = ਕੋਈ ਸੰਸਥਾ
asking-asker-group = ਕੋਈ ਗ਼ੈਰ-ਰਸਮੀ ਗਰੁੱਪ
asking-asker-person = ਇੱਕ ਵਿਅਕਤੀ
asking-organization = ਸੰਸਥਾ ਜਾਂ ਗਰੁੱਪ ਦਾ ਨਾਂ
asking-organization-needed = ਸੰਸਥਾ ਜਾਂ ਗਰੁੱਪ ਲਈ ਜ਼ਰੂਰੀ
asking-sector = ਖੇਤਰ
asking-name = ਤੁਹਾਡਾ ਨਾਂ
asking-email = ਈਮੇਲ ਪਤਾ
asking-email-hint = ਅਸੀਂ ਉੱਥੇ ਹੀ ਜਵਾਬ ਦਿੰਦੇ ਹਾਂ। ਦਫ਼ਤਰ ਅਤੇ ਪ੍ਰਧਾਨਾਂ ਤੋਂ ਬਿਨਾਂ ਇਸ ਨੂੰ ਕੋਈ ਨਹੀਂ ਦੇਖਦਾ।
asking-phone = ਫ਼ੋਨ
asking-reach-needed = ਦੋਵਾਂ ਵਿੱਚੋਂ ਇੱਕ ਜ਼ਰੂਰੀ ਹੈ
asking-wish = ਤੁਸੀਂ ਕੀ ਕਰਨਾ ਚਾਹੋਗੇ
asking-wish-hint = ਕਿਸੇ ਵੀ ਭਾਸ਼ਾ ਵਿੱਚ ਦੋ-ਚਾਰ ਵਾਕ ਕਾਫ਼ੀ ਹਨ।
asking-languages = ਤੁਸੀਂ ਕਿਹੜੀਆਂ ਭਾਸ਼ਾਵਾਂ ਬੋਲਦੇ ਹੋ
asking-languages-hint = ਇਸ ਪੰਨੇ ਦੀ ਭਾਸ਼ਾ ਤੋਂ ਇਲਾਵਾ।
asking-agreement = ਤੁਹਾਡੀ ਸਹਿਮਤੀ
asking-consent = ਮੇਰੀ ਸਹਿਮਤੀ ਹੈ ਕਿ ਮੈਂ ਇੱਥੇ ਜੋ ਲਿਖਿਆ ਹੈ, ਇਹ ਭਾਈਵਾਲੀ ਉਸ ਨੂੰ ਰੱਖੇ ਅਤੇ ਮੈਨੂੰ ਜਵਾਬ ਦੇਵੇ। ਜਵਾਬ ਤੋਂ ਦੋ ਸਾਲ ਬਾਅਦ ਇਸ ਨੂੰ ਮਿਟਾ ਦਿੱਤਾ ਜਾਂਦਾ ਹੈ, ਅਤੇ ਜੇ ਜਵਾਬ ਨਾ ਦਿੱਤਾ ਗਿਆ ਹੋਵੇ ਤਾਂ ਇਸ ਦੇ ਆਉਣ ਤੋਂ ਦੋ ਸਾਲ ਬਾਅਦ; ਜਾਂ ਮੇਰੇ ਕਹਿਣ ’ਤੇ ਉਸ ਤੋਂ ਪਹਿਲਾਂ।
asking-send = ਭੇਜੋ
asking-received = ਸਾਨੂੰ ਮਿਲ ਗਿਆ ਹੈ
asking-received-explains = ਧੰਨਵਾਦ। ਕੋਈ ਵਿਅਕਤੀ ਤੁਹਾਡਾ ਲਿਖਿਆ ਪੜ੍ਹੇਗਾ ਅਤੇ ਕੰਮ ਦੇ ਪੰਜ ਦਿਨਾਂ ਦੇ ਅੰਦਰ ਇਸ ਪੰਨੇ ਦੀ ਭਾਸ਼ਾ ਵਿੱਚ ਜਵਾਬ ਦੇਵੇਗਾ।
asking-received-home = ਪਹਿਲੇ ਪੰਨੇ ’ਤੇ
asking-not-agreed = ਇਸ ਖ਼ਾਨੇ ’ਤੇ ਨਿਸ਼ਾਨ ਲਾਓ। ਤੁਹਾਡੀ ਸਹਿਮਤੀ ਤੋਂ ਬਿਨਾਂ ਇੱਥੇ ਕੋਈ ਨਾ ਤੁਹਾਡਾ ਲਿਖਿਆ ਰੱਖ ਸਕਦਾ ਹੈ, ਨਾ ਤੁਹਾਨੂੰ ਜਵਾਬ ਦੇ ਸਕਦਾ ਹੈ
asking-too-often = ਇੱਥੋਂ ਥੋੜ੍ਹੇ ਸਮੇਂ ਵਿੱਚ ਬਹੁਤ ਕੁਝ ਆਇਆ ਹੈ। ਕੁਝ ਵੀ ਗੁਆਚਿਆ ਨਹੀਂ ਹੈ: { $minutes } ਮਿੰਟ ਬਾਅਦ ਦੁਬਾਰਾ ਭੇਜੋ
asking-no-organization = ਲਿਖੋ ਕਿ ਸੰਸਥਾ ਜਾਂ ਗਰੁੱਪ ਦਾ ਨਾਂ ਕੀ ਹੈ, ਜਾਂ “ਇੱਕ ਵਿਅਕਤੀ” ਚੁਣੋ
asking-no-reach = ਈਮੇਲ ਪਤਾ ਜਾਂ ਫ਼ੋਨ ਨੰਬਰ ਲਿਖੋ, ਤਾਂ ਜੋ ਅਸੀਂ ਜਵਾਬ ਦੇ ਸਕੀਏ
asking-receipt-subject = { $partnership } ਨੂੰ ਤੁਸੀਂ ਜੋ ਲਿਖਿਆ, ਉਹ ਸਾਨੂੰ ਮਿਲ ਗਿਆ ਹੈ
asking-receipt-body =
    ਸਤਿ ਸ੍ਰੀ ਅਕਾਲ,

    ਹਿੱਸਾ ਲੈਣ ਦੀ ਤੁਹਾਡੀ ਬੇਨਤੀ ਸਾਨੂੰ ਮਿਲ ਗਈ ਹੈ। ਕੋਈ ਵਿਅਕਤੀ ਉਸ ਨੂੰ ਪੜ੍ਹੇਗਾ ਅਤੇ ਕੰਮ ਦੇ ਪੰਜ ਦਿਨਾਂ ਦੇ ਅੰਦਰ ਤੁਹਾਨੂੰ ਜਵਾਬ ਦੇਵੇਗਾ।

    ਤੁਸੀਂ ਜੋ ਲਿਖਿਆ ਹੈ, ਉਹ ਜਵਾਬ ਤੋਂ ਦੋ ਸਾਲ ਬਾਅਦ ਮਿਟਾ ਦਿੱਤਾ ਜਾਂਦਾ ਹੈ, ਅਤੇ ਜੇ ਜਵਾਬ ਨਾ ਦਿੱਤਾ ਗਿਆ ਹੋਵੇ ਤਾਂ ਉਸ ਦੇ ਆਉਣ ਤੋਂ ਦੋ ਸਾਲ ਬਾਅਦ। ਉਦੋਂ ਤੱਕ ਤੁਸੀਂ ਕਦੇ ਵੀ ਪੁੱਛ ਸਕਦੇ ਹੋ ਕਿ ਸਾਡੇ ਕੋਲ ਤੁਹਾਡੇ ਬਾਰੇ ਕੀ ਹੈ, ਜਾਂ ਉਸ ਨੂੰ ਠੀਕ ਕਰਵਾ ਸਕਦੇ ਹੋ ਜਾਂ ਮਿਟਵਾ ਸਕਦੇ ਹੋ।

    { $partnership }
asking-receipt-tell = ਇਹ ਤੁਸੀਂ ਨਹੀਂ ਭੇਜਿਆ, ਜਾਂ ਕੁਝ ਬਦਲਣਾ ਚਾਹੁੰਦੇ ਹੋ? { $mail } ’ਤੇ ਲਿਖੋ ਜਾਂ ਇਸ ਈਮੇਲ ਦਾ ਜਵਾਬ ਦਿਓ।
asking-mail-subject = ਹਿੱਸਾ ਲੈਣ ਦੀ ਤੁਹਾਡੀ ਬੇਨਤੀ: { $partnership }
asking-mail-body =
    ਸਤਿ ਸ੍ਰੀ ਅਕਾਲ { $name },

    { $words }

    { $partnership }

# used: enquiry-topic-* way-in-*
way-in-question = ਸਵਾਲ ਪੁੱਛੋ
way-in-question-how = ਸਮਝ ਨਹੀਂ ਆ ਰਹੀ ਕਿ ਕਿੱਥੇ ਜਾਈਏ? ਕਿਸੇ ਵੀ ਭਾਸ਼ਾ ਵਿੱਚ, ਬਿਨਾਂ ਖਾਤੇ ਦੇ ਪੁੱਛੋ। ਕੋਈ ਵਿਅਕਤੀ ਜਵਾਬ ਦੇਵੇਗਾ।
enquiry-title = ਸਵਾਲ ਪੁੱਛੋ
enquiry-lead = ਸਮਝ ਨਹੀਂ ਆ ਰਹੀ ਕਿ ਕਿੱਥੇ ਜਾਈਏ? ਇੱਥੇ ਕਿਸੇ ਵੀ ਭਾਸ਼ਾ ਵਿੱਚ ਪੁੱਛੋ। ਕੋਈ ਵਿਅਕਤੀ ਕੰਮ ਦੇ ਪੰਜ ਦਿਨਾਂ ਦੇ ਅੰਦਰ ਜਵਾਬ ਦੇਵੇਗਾ। ਇਹ ਦੱਸਣਾ ਜ਼ਰੂਰੀ ਨਹੀਂ ਕਿ ਤੁਸੀਂ ਕੌਣ ਹੋ ਜਾਂ ਤੁਹਾਡੇ ਕੋਲ ਕਿਹੜੇ ਕਾਗਜ਼ ਹਨ।
enquiry-urgent = ਜੇ ਉਡੀਕ ਨਹੀਂ ਹੋ ਸਕਦੀ, ਤਾਂ ਫ਼ੋਨ ਕਰੋ
enquiry-form = ਤੁਹਾਡਾ ਸਵਾਲ
enquiry-question = ਸਵਾਲ
enquiry-question-hint = ਦੋ-ਚਾਰ ਵਾਕ ਕਾਫ਼ੀ ਹਨ। ਕਿਰਪਾ ਕਰਕੇ ਨਾਂ ਅਤੇ ਕਾਗਜ਼ਾਂ ਦੇ ਨੰਬਰ ਨਾ ਲਿਖੋ।
enquiry-topic = ਇਹ ਕਿਸ ਬਾਰੇ ਹੈ
enquiry-topic-first-steps = ਪਹਿਲੇ ਕਦਮ
enquiry-topic-housing = ਰਹਿਣ ਦੀ ਥਾਂ
enquiry-topic-work = ਕੰਮ ਅਤੇ ਡਿਪਲੋਮੇ
enquiry-topic-language = ਭਾਸ਼ਾ ਸਿੱਖਣਾ
enquiry-topic-school = ਬੱਚੇ ਅਤੇ ਸਕੂਲ
enquiry-topic-health = ਸਿਹਤ
enquiry-topic-money = ਪੈਸਾ, ਸਰਕਾਰੀ ਭੱਤੇ, ਟੈਕਸ
enquiry-topic-rights = ਕਾਨੂੰਨ ਅਤੇ ਹੱਕ
enquiry-topic-belonging = ਲੋਕਾਂ ਨੂੰ ਮਿਲਣਾ-ਜੁਲਣਾ
enquiry-topic-other = ਕੁਝ ਹੋਰ
enquiry-area = ਤੁਸੀਂ ਕਿੱਥੇ ਰਹਿੰਦੇ ਹੋ
enquiry-name = ਅਸੀਂ ਤੁਹਾਨੂੰ ਕਿਸ ਨਾਂ ਨਾਲ ਬੁਲਾਈਏ
enquiry-name-hint = ਕੋਈ ਵੀ ਨਾਂ ਚੱਲੇਗਾ।
enquiry-consent = ਮੇਰੀ ਸਹਿਮਤੀ ਹੈ ਕਿ ਇਹ ਭਾਈਵਾਲੀ ਮੇਰਾ ਸਵਾਲ ਰੱਖੇ ਅਤੇ ਮੈਨੂੰ ਜਵਾਬ ਦੇਵੇ। ਜੋ ਨਿੱਜੀ ਹੈ, ਉਹ ਜਵਾਬ ਤੋਂ ਇੱਕ ਸਾਲ ਬਾਅਦ ਮਿਟਾ ਦਿੱਤਾ ਜਾਂਦਾ ਹੈ, ਅਤੇ ਜੇ ਜਵਾਬ ਨਾ ਦਿੱਤਾ ਗਿਆ ਹੋਵੇ ਤਾਂ ਉਸ ਦੇ ਆਉਣ ਤੋਂ ਇੱਕ ਸਾਲ ਬਾਅਦ; ਜਾਂ ਮੇਰੇ ਕਹਿਣ ’ਤੇ ਉਸ ਤੋਂ ਪਹਿਲਾਂ। ਸਵਾਲ ਕਿਸ ਬਾਰੇ ਸੀ, ਇਹ ਗਿਣਿਆ ਜਾਂਦਾ ਹੈ।
enquiry-not-agreed = ਇਸ ਖ਼ਾਨੇ ’ਤੇ ਨਿਸ਼ਾਨ ਲਾਓ। ਤੁਹਾਡੀ ਸਹਿਮਤੀ ਤੋਂ ਬਿਨਾਂ ਇੱਥੇ ਕੋਈ ਨਾ ਤੁਹਾਡਾ ਸਵਾਲ ਰੱਖ ਸਕਦਾ ਹੈ, ਨਾ ਤੁਹਾਨੂੰ ਜਵਾਬ ਦੇ ਸਕਦਾ ਹੈ
enquiry-no-reach = ਈਮੇਲ ਪਤਾ ਜਾਂ ਫ਼ੋਨ ਨੰਬਰ ਲਿਖੋ, ਤਾਂ ਜੋ ਅਸੀਂ ਜਵਾਬ ਦੇ ਸਕੀਏ
enquiry-receipt-urgent =
    ਜੇ ਉਡੀਕ ਨਹੀਂ ਹੋ ਸਕਦੀ, ਤਾਂ ਫ਼ੋਨ ਕਰੋ:
    { $numbers }
enquiry-receipt-number = { $what }: { $number }
enquiry-receipt-body =
    ਸਤਿ ਸ੍ਰੀ ਅਕਾਲ,

    ਤੁਹਾਡਾ ਸਵਾਲ ਸਾਨੂੰ ਮਿਲ ਗਿਆ ਹੈ। ਕੋਈ ਵਿਅਕਤੀ ਉਸ ਨੂੰ ਪੜ੍ਹੇਗਾ ਅਤੇ ਕੰਮ ਦੇ ਪੰਜ ਦਿਨਾਂ ਦੇ ਅੰਦਰ ਤੁਹਾਨੂੰ ਜਵਾਬ ਦੇਵੇਗਾ।

    ਜੋ ਨਿੱਜੀ ਹੈ, ਉਹ ਜਵਾਬ ਤੋਂ ਇੱਕ ਸਾਲ ਬਾਅਦ ਮਿਟਾ ਦਿੱਤਾ ਜਾਂਦਾ ਹੈ, ਅਤੇ ਜੇ ਜਵਾਬ ਨਾ ਦਿੱਤਾ ਗਿਆ ਹੋਵੇ ਤਾਂ ਉਸ ਦੇ ਆਉਣ ਤੋਂ ਇੱਕ ਸਾਲ ਬਾਅਦ। ਉਦੋਂ ਤੱਕ ਤੁਸੀਂ ਕਦੇ ਵੀ ਪੁੱਛ ਸਕਦੇ ਹੋ ਕਿ ਸਾਡੇ ਕੋਲ ਤੁਹਾਡੇ ਬਾਰੇ ਕੀ ਹੈ, ਜਾਂ ਉਸ ਨੂੰ ਠੀਕ ਕਰਵਾ ਸਕਦੇ ਹੋ ਜਾਂ ਮਿਟਵਾ ਸਕਦੇ ਹੋ।

    { $partnership }
enquiry-mail-subject = ਤੁਹਾਡਾ ਸਵਾਲ: { $partnership }
enquiry-mail-body =
    ਸਤਿ ਸ੍ਰੀ ਅਕਾਲ,

    { $words }

    { $partnership }
