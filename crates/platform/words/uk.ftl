# review: machine-made; nobody who speaks the language has read it yet.
# used: error-*
product-name = Kith
skip-to-content = Перейти до змісту
nav-main = Головне меню
nav-languages = Мови
nav-more-languages = Усі мови ({ $n })
lang-apart = (у новій вкладці; те, що ви написали, залишиться тут)
nav-here = Ви тут
emergency-label = Куди телефонувати
emergency-danger = Небезпека, пожежа, швидка допомога
emergency-crisis = Думки про самогубство
emergency-information = Знайти послугу
emergency-health-line = Порада медсестри
invented-partnership = Це партнерство вигадане, щоб випробувати сайт
foot-accessibility = Доступність
foot-privacy = Приватність: чого ми не зберігаємо
foot-workspace = Для партнерів: увійти
thread-label = Де це розташовано
thread-more = і ще { $n }
error-not-found = Тут нічого немає
error-not-found-what-now = Можливо, адреса застаріла чи написана з помилкою або ця сторінка не для всіх.
error-failed = Сталася помилка з нашого боку
error-failed-what-now = Нічого не змінено. Спробуйте ще раз, а якщо це повториться, повідомте нам номер нижче.
error-way-home = На першу сторінку
error-way-list = До списку партнерств
error-reference = Номер для довідки:

form-problems = { $n ->
    [one] { $n } місце потребує вашої уваги
    [few] { $n } місця потребують вашої уваги
    [many] { $n } місць потребують вашої уваги
   *[other] { $n } місця потребують вашої уваги
}
form-about-field = { $label }:
form-error-mark = Помилка:
form-optional = (необов’язково)
form-choose = Виберіть…
form-cancel = Скасувати
form-date-hint = Рік, місяць, день, наприклад 2026-11-22
list-show = Показати
list-clear = Скинути фільтри
list-any = Будь-що
list-nothing-matches = За цими фільтрами нічого не знайдено.
list-sort = (впорядкувати за цим стовпцем)
list-columns = Стовпці
list-columns-show = Показати ці стовпці
list-take = Завантажити те, що показано:
list-pages = Сторінки списку
list-range = { $first }–{ $last } з { $total }
list-first = Перша сторінка
list-rows = Рядків на сторінці:
list-previous = Попередня сторінка
list-next = Наступна сторінка
text-current = чинний
text-outdated = застарілий
text-outdated-machine = застарілий, машинний переклад
text-machine = машинний переклад
text-missing = немає
text-outdated-note = Цей текст може бути старішим за текст іншою мовою.
text-machine-note = Цей текст створила машина, і його ще ніхто не перевірив.
text-in = мова: { $lang }
text-by-machine = Слова, підкреслені крапками, переклала машина. Їх ще ніхто не перевірив.
text-only-in = Вашою мовою ще немає; ось текст іншою мовою ({ $lang }):
line-empty = Напишіть тут що-небудь
line-too-long = { $max ->
    [one] Напишіть не більше { $max } символу
    [few] Напишіть не більше { $max } символів
    [many] Напишіть не більше { $max } символів
   *[other] Напишіть не більше { $max } символу
}
line-unprintable = Приберіть невидимі символи або знаки, що змінюють напрям тексту
field-not-a-choice = Виберіть одну з відповідей
field-not-a-date = Напишіть дату так: 2026-11-22
number-out-of-bounds = Напишіть ціле число від { $least } до { $most }
field-not-mail = Напишіть адресу електронної пошти, наприклад name@example.org
field-not-phone = Напишіть номер телефону, наприклад 905 555-0134 або 911
field-not-web = Напишіть адресу сайту, що починається з https://
field-unknown = Цього тут уже немає. Виберіть інше
field-not-spoken = Програма ще не має слів цією мовою
error-refused = Це не збережено
error-stale = Тим часом це змінив хтось інший
error-stale-what-now = Поверніться, завантажте сторінку ще раз і внесіть зміну в новий текст. Нічого не перезаписано.
error-key-reused = Цю форму вже надіслано з іншим змістом
error-key-reused-what-now = Відкрийте форму ще раз і надішліть її знову.
error-cross-site = Це надіслано з іншого сайту
error-cross-site-what-now = Нічого не змінено. Відкрийте сторінку тут і надішліть ще раз.
error-malformed = Це не вдалося прочитати
error-malformed-what-now = Поверніться і спробуйте ще раз.
error-wrong-method = За цією адресою цього зробити не можна
error-wrong-method-what-now = Відкрийте сторінку ще раз і скористайтеся її кнопками та посиланнями.
error-too-slow = Надсилання тривало надто довго
error-too-slow-what-now = Нічого не змінено. Спробуйте ще раз, якщо можете — з кращим зв’язком.
error-too-large = Це завелике
error-too-large-what-now = Надішліть коротший текст або менший файл.
error-too-often = Забагато спроб
error-too-often-what-now = Трохи зачекайте і спробуйте ще раз.
error-busy = Зараз надходить забагато файлів
error-busy-what-now = Нічого не змінено. Зачекайте хвилину і надішліть ще раз.
error-sign-in-first = Спершу увійдіть
error-sign-in-first-what-now = Ця сторінка для учасників партнерства.
error-forbidden = Ваш обліковий запис не дозволяє цього
error-forbidden-what-now = Якщо вам це потрібно, запитайте координатора партнерства.
error-way-work = До робочого простору

# used: lang-*
lang-en = англійська
lang-fr = французька
lang-ar = арабська
lang-uk = українська
lang-es = іспанська
lang-pa = пенджабська
lang-zh-hans = китайська
lang-fil = тагальська
lang-fa = фарсі й дарі
lang-ti = тигринья
lang-so = сомалійська
lang-ur = урду
lang-hi = гінді
lang-pt = португальська
lang-vi = в’єтнамська
mail-unsubscribe = Щоб більше не отримувати таких листів, відкрийте цю адресу:
mail-unsubscribe-subject = Більше не надсилати таких листів
letters-stop-title = Листи до вас
letters-stop-explains = Поки що нічого не змінилося. Коли ви натиснете кнопку, вам більше не надсилатимуть листів цього виду. Листи, потрібні для входу, надходитимуть і далі.
letters-stop = Більше не надсилати цих листів
letters-stop-gone = Це посилання вже не діє або скопійоване не повністю. Нічого не змінилося. У найновішому листі є посилання, яке діє, а ще ці листи може зупинити для вас офіс партнерства.
letters-stop-home = На першу сторінку
letters-stopped = Ви більше не отримуватимете звідси листів цього виду. Якщо захочете отримувати їх знову, скажіть офісу.

reach-foot = Як із нами зв’язатися:
reach-office = Офіс
reach-street = Адреса
reach-mail = Електронна пошта
reach-phone = Телефон
reach-hours = Години роботи
