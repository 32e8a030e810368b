# review: machine-made; nobody who speaks the language has read it yet.
# used: may-* service-status-*, cost-*, interpretation-*, papers-*, feature-*, class-*, fresh-*
# used: weekday-*, use-funder-*, location-*
# used: barrier-*, outcome-*, suggestion-*
directory-title = Послуги
kind-service = Послуга
kind-location = Місце
services-title = Послуги
service-name = Назва
service-needs = З чим тут допомагають
service-informal-short = неформальна група
service-status-active = Надається
service-status-temporarily-closed = Тимчасово не працює
service-status-inactive = Зараз не надається
service-status-defunct = Більше не існує
service-from = Джерело:
cost-free = Безкоштовно
cost-sliding = Скільки можете заплатити
cost-fee = Платно
cost-unknown = Невідомо: запитайте
interpretation-by-phone = Перекладач по телефону, одразу
interpretation-on-request = Перекладач, якщо попросити заздалегідь
interpretation-none = Без перекладача
interpretation-unknown = Невідомо
papers-none = Документи не потрібні
papers-listed = Такі документи
papers-unknown = Невідомо
papers-none-told = Документи не потрібні.
feature-in-person = Особисто
feature-online = Онлайн
feature-by-phone = По телефону
feature-home-visits = Приходять до вас додому
feature-step-free = Вхід без сходинок
feature-child-care = Догляд за дітьми на цей час
feature-women-only = Тільки для жінок
feature-transport = Допомога з дорогою
class-economic-resident = Постійний резидент (економічна категорія)
class-family-resident = Постійний резидент через родину
class-refugee-resident = Постійний резидент (біженець)
class-protected = Особа під захистом
class-claimant = Людина, яка просить притулку (статусу біженця)
class-worker = Тимчасовий іноземний працівник
class-student = Іноземний студент
class-ukraine = Тут за спеціальними заходами для України (CUAET)
class-visitor = Відвідувач
class-citizen-born-abroad = Громадянин Канади, народжений за кордоном
class-born-in-canada = Людина, народжена в Канаді
class-no-status = Людина без імміграційного статусу
use-everyone = Так. Відкрито для всіх.
use-unknown = Запитайте: нам ще ніхто не сказав, хто може цим скористатися.
use-funder-ircc = Залежить від вашого статусу. Постійні резиденти: найімовірніше, так; економічна категорія — протягом кількох років. Громадяни: найімовірніше, ні. Якщо не впевнені, запитайте.
funder-rule-link = Правило того, хто платить
funder-rule-read = прочитано там { $day }
use-only = Для кого: { $who }. Якщо не впевнені, запитайте.
fresh-verified = Перевірено
fresh-due = Час перевірити
fresh-call-first = Спершу зателефонуйте
checked-on = (востаннє { $day })
weekday-mo = понеділок
weekday-tu = вівторок
weekday-we = середа
weekday-th = четвер
weekday-fr = п’ятниця
weekday-sa = субота
weekday-su = неділя
location-confidential-told = Адресу не розголошують. Спершу зателефонуйте.
wait-room-yes = Так
wait-room-no = Ні, місць немає
wait-room-unknown = Невідомо

nav-help = Знайти допомогу
help-title = Знайти допомогу
help-lead = Скажіть своєю мовою, що вам потрібно. Обліковий запис не потрібен, і ми нічого про вас не зберігаємо.
help-what = Що вам потрібно?
help-example = лікар, курси англійської, зимова куртка…
help-search = Шукати
help-needs = Виберіть, що вам потрібно
help-for = Що знайдено
help-count = { $n ->
    [one] Тут записано { $n } послугу.
    [few] Тут записано { $n } послуги.
    [many] Тут записано { $n } послуг.
   *[other] Тут записано { $n } послуги.
}
help-no-trace = Ми не записуємо, що ви шукаєте.
help-narrow = Звузити список
help-any = Будь-що
help-show = Показати
help-found = { $n ->
    [0] Нічого не знайдено
    [one] { $n } послуга
    [few] { $n } послуги
    [many] { $n } послуг
   *[other] { $n } послуги
}
help-order = спершу те, що відповідає вашим словам, потім те, що відкрито для всіх, вашою мовою та перевірено
help-none = Тут немає нічого такого. Спробуйте менше слів, інше слово або виберіть потребу зі списку.
help-wider = Показати без уточнень
help-all-needs = Усі потреби
help-pages = Більше послуг
help-before = Попередні
help-more = Ще
help-person = Запитати людину
help-person-told = Якщо нічого не підходить, запитайте нас або зателефонуйте 211: там знайдуть будь-яку послугу, вдень і вночі, багатьма мовами.
help-ask = Запитати нас
help-details = Усе про це
help-directions = Як дістатися
help-leave = Швидко вийти
help-leave-told = Відкриється інший сайт. В історії браузера все одно буде видно, що ви були тут.
open-filter-now = Відкрито зараз
open-filter-tonight = Відкрито сьогодні ввечері
open-now = Зараз відкрито
open-until = Зараз відкрито, до { $time }
opens-today = Відкриється сьогодні о { $time }
opens-on = Відкриється { $day } о { $time }
open-closed = Зачинено
hours-run = { $first } – { $last }
hours-some-weeks = у деякі тижні місяця: спершу зателефонуйте
hours-to = до { $day }
hours-holidays = Зачинено в офіційні свята
ages-both = від { $from } до { $to }
ages-from = від { $from } і більше
ages-to = до { $to } включно
wait-ask = Запитайте, скільки доведеться чекати
wait-room = Місця є.
wait-full = Зараз місць немає.
wait-days = { $n ->
    [0] Чекати не треба.
    [one] Чекати приблизно { $n } день.
    [few] Чекати приблизно { $n } дні.
    [many] Чекати приблизно { $n } днів.
   *[other] Чекати приблизно { $n } дня.
}
wait-said = (дані на { $day })
about-may-use = Чи можу я скористатися
about-ages = Вік
about-cost = Вартість
about-languages = Мови спілкування
about-hours = Коли
about-where = Де
about-areas = Для мешканців
about-features = Корисно знати
about-phone = Телефон
about-mail = Електронна пошта
about-web = Сайт
about-links = Інші сторінки
about-papers = Візьміть із собою
about-apply = З чого почати
about-intake = Хто вас прийме
about-wait = Очікування
about-checked = Перевірка
directory-not-a-phone = «{ $typed }» не схоже на номер телефону. Напишіть десять цифр, поставте кому (,) і допишіть, для чого цей номер.
directory-too-many-phones = Забагато номерів для однієї послуги. Найбільше: { $max }.
phone-extension = дод. { $n }
hours-unclear = «{ $typed }» не схоже на години. Напишіть 9-12, 13:30-17.
hours-backwards = Зачиняється о { $closes }, раніше, ніж відчиняється, о { $opens }. Змініть щось одне або допишіть +1 до того, що закінчується наступного дня.
hours-which-half = «{ $typed }» — це після обіду? Напишіть 13-17 або 01:00.
hours-overlap = { $first } і { $second } збігаються в часі. Скоротіть один із цих проміжків.
hours-too-many = Найбільше проміжків на один день: { $max }.
service-status = Стан
service-phones = Номери телефону
service-phones-hint = По одному в рядку: номер, кома, для чого він. Наприклад: 905-555-0100, арабська.
service-mail = Електронна адреса
service-web = Сайт
service-hours = Години роботи
service-hours-hint = Для кожного дня: 9-12, 13:30-17. Якщо зачинено, нічого не пишіть.
service-hours-note = Докладніше про години
service-languages = Мови, якими там говорять
service-languages-hint = Мови тих, хто там працює; про перекладачів запитуємо нижче.
service-interpretation = Усний переклад
service-cost = Вартість
service-cost-note = Докладніше про вартість
service-wait-days = Скільки днів чекати
service-has-room = Чи є зараз місця
check-found-unchanged = Нічого не змінилося
check-found-corrected = Щось було неправильно, тепер виправлено
check-found-unreachable = Ні з ким не вдалося зв’язатися
help-near = Перші три знаки вашого поштового індексу
help-near-unknown = Жоден канадський поштовий індекс так не починається, тому відстаней не показано.
help-within = Не далі ніж
help-km = { $n } км
help-km-near = Менше ніж 1 км звідси
help-km-about = Приблизно { $n } км звідси
help-counted = { $label } ({ $n })
help-read-as = Прочитано не так, як написано:
help-nearly = Тут ніде немає цих слів так, як ви їх написали. Ось що на них схоже.
help-without = Тут ніде немає всіх ваших слів разом. Пропущено:
help-any-word = Тут ніде немає всіх ваших слів разом. У кожній із цих послуг є одне з них.
help-meant = Можливо, ви шукаєте:
help-instead = Натомість відкрито для всіх:
help-paper = Надрукувати цей список
help-send-phone = Надіслати в СМС
help-send-mail = Надіслати електронною поштою
paper-back = Назад
paper-told = { $n ->
    [one] { $n } послуга, двома мовами. Надрукуйте цю сторінку або зчитайте квадрат телефоном.
    [few] { $n } послуги, двома мовами. Надрукуйте цю сторінку або зчитайте квадрат телефоном.
    [many] { $n } послуг, двома мовами. Надрукуйте цю сторінку або зчитайте квадрат телефоном.
   *[other] { $n } послуги, двома мовами. Надрукуйте цю сторінку або зчитайте квадрат телефоном.
}
paper-more = { $n ->
    [one] Знайдено { $n } послугу; решта — за цією адресою.
    [few] Знайдено { $n } послуги; решта — за цією адресою.
    [many] Знайдено { $n } послуг; решта — за цією адресою.
   *[other] Знайдено { $n } послуги; решта — за цією адресою.
}
paper-square = Адреса цього списку
paper-printed = Надруковано { $day }. Перш ніж іти, зателефонуйте.
sheet-title = Аркуш, щоб віддати на місці
sheet-told = Надрукуйте його й віддайте на стійці або покажіть на телефоні. Своє ім’я пишіть, лише якщо хочете. Ми тут нічого з цього не зберігаємо.
sheet-hello = Добрий день. Я до вас ось чому:
sheet-speak = Моя мова: { $language }. Якщо нею ніхто не говорить, мені допоміг би перекладач.
sheet-need = Мені потрібна допомога з таким:
sheet-choose = Що може стояти на аркуші. Позначте лише те, що можуть прочитати за стійкою.
sheet-name = Моє ім’я (якщо я хочу):
sheet-reach = Як зі мною зв’язатися:
sheet-come = Заповнюєте ви: прийти в цей день, у цей час, до цієї людини:
sheet-bring = Заповнюєте ви: що взяти із собою:
situation-title = Чи можу я цим скористатися? Розкажіть більше, лише якщо хочете
situation-told = Це надсилається тільки з цим одним запитанням, ви отримуєте відповідь, і ніде нічого не зберігається. Ви не зобов’язані нічого казати.
situation-class = Ваш статус у Канаді
situation-unsaid = Не вказано
situation-since = Постійне резидентство з (якщо воно у вас є)
situation-show = Показати, що для мене ймовірно
may-yes = Так.
may-likely = Найімовірніше, так.
may-ask = Запитайте: звідси цього не можна сказати.
may-likely-not = Найімовірніше, ні, за правилом того, хто за це платить. Якщо не впевнені, запитайте.
your-services-title = Чи все ще правильно?
your-services-lead = Це те, що читають відвідувачі. Якщо нічого не змінилося, досить натиснути один раз. Сподіваємося на вашу відповідь до { $day }.
your-services-unchanged = Нічого не змінилося
your-services-unchanged-all = Ніде нічого не змінилося (усього послуг: { $n })
your-services-correct = Щось виправити
your-services-correct-lead = Змініть те, що неправильно, і надішліть. Це відразу з’явиться в переліку з сьогоднішньою датою перевірки.
your-services-note = Щось інше, що треба змінити
your-services-note-hint = Назва, для кого це, місце: працівники це прочитають і змінять.
your-services-send = Надіслати
your-services-said = Ви сказали:
your-services-older = Хтось змінив цей запис після того, як ви відкрили сторінку. Прочитайте ще раз, як є тепер, і тоді дайте відповідь.
your-services-nothing-left = Ви більше не відповідаєте за жодну з цих послуг. Якщо це помилка, напишіть нам.
your-services-kept = Ми зберігаємо вашу відповідь з іменем того, кому надіслано лист, і сьогоднішньою датою. Це ім’я бачать лише працівники.
your-services-answered-title = Дякуємо
your-services-answered = Вашу відповідь збережено, і посилання вже використано. Щоб виправити ще щось, напишіть нам.
your-services-gone-title = Це посилання вже нічого не відкриває
your-services-gone = Воно закінчилося через 30 днів, його скасовано, воно надійшло на адресу, яка відтоді змінилася, або його скопійовано не повністю. Те, що ви його відкрили, нічого не змінило. Напишіть нам, і ми надішлемо інше.
suggest-barrier = Мені тут не змогли допомогти
suggest-correction = Щось неправильно
suggest-correction-lead = Змініть те, що неправильно, і надішліть. Спершу це прочитає людина, лише потім щось зміниться. Обліковий запис не потрібен.
suggest-wrong = Що неправильно, вашими словами
suggest-send = Надіслати
suggest-email = Ваша електронна адреса
suggest-email-hint = Лише якщо хочете дізнатися, що з цього вийшло. Її буде видалено, щойно це вирішать.
suggest-reasons = Чому вам не змогли допомогти
suggest-need = Що вам було потрібно
suggest-what-happened = Що сталося, вашими словами
suggest-barrier-lead = Позначте все, що підходить. Причини рахують, щоб побачити, чого тут бракує; вашого імені не питають.
suggest-barrier-words = Те, що ви пишете, читає людина; через рік після розгляду це видаляють.
suggest-help-now = Вам потрібна допомога зараз?
suggest-missing = Тут бракує послуги
suggest-missing-lead = Розкажіть нам про послугу або групу, якої тут не записано. Людина перевірить, чи це так, і додасть її.
suggest-name = Як це називається або що вам потрібно, а ніхто не пропонує
suggest-who = Хто це надає
suggest-who-hint = Організація, храм або інше місце молитви, об’єднання, група.
suggest-place = Де
suggest-what-else = Що ще ви про це знаєте
suggest-received = Дякуємо
suggest-received-told = Те, що ви надіслали, прочитає людина. Якщо ви залишили адресу, ми повідомимо, що з цього вийшло, а потім видалимо адресу.
outcome-title = Розкажіть, як усе пройшло
outcome-lead = Ви там були або допомогли комусь піти? Достатньо одного вибору. Відповіді рахують за послугою та місяцем; про вас нічого не зберігають.
outcome-column = Як усе пройшло
outcome-helped = Мені надали потрібну допомогу
outcome-waiting = У мене є запис або я в черзі
outcome-sent-on = Мене направили в інше місце
outcome-not-helped = Мені не допомогли
outcome-not-said = Виберіть, як усе пройшло.
outcome-received-told = Вашу відповідь враховано. Вона допомагає побачити, які послуги працюють і чого бракує.
sheet-outcome = Якщо ви обоє згодні: потім розкажіть, як усе пройшло, за адресою нижче. Імені не питають.
sheet-outcome-square = Адреса, щоб розказати, як усе пройшло
barrier-ineligible = Мені сказали, що це не для мене
barrier-language = Ніхто не говорив моєю мовою
barrier-no-interpreter = Не було перекладача
barrier-wait = Треба чекати надто довго або немає місць
barrier-hours = Було зачинено тоді, коли я можу прийти
barrier-transport = Мені не вдалося туди дістатися
barrier-child-care = Немає кому доглянути моїх дітей у цей час
barrier-cost = Це надто дорого
barrier-documents = Просили документи, яких у мене немає
barrier-digital = Це було тільки в інтернеті
barrier-where = Мені було незрозуміло, куди йти
barrier-not-offered = Там немає того, що мені потрібно
barrier-disability = Сходи або щось інше, чого моє тіло не може
barrier-culture = Це не підходить до того, як ми живемо або віримо
barrier-discrimination = До мене погано поставилися через те, хто я
barrier-fear = Мені було страшно перед владою або за мій статус
barrier-stigma = Мені не хотілося, щоб мене там бачили
suggestion-nothing-said = Змініть щось або скажіть, що неправильно.
suggestion-no-reason = Позначте хоча б одну причину.
suggestion-too-often = { $minutes ->
    [one] Надійшло багато повідомлень. Спробуйте ще раз через { $minutes } хвилину.
    [few] Надійшло багато повідомлень. Спробуйте ще раз через { $minutes } хвилини.
    [many] Надійшло багато повідомлень. Спробуйте ще раз через { $minutes } хвилин.
   *[other] Надійшло багато повідомлень. Спробуйте ще раз через { $minutes } хвилини.
}
suggestion-mail-subject = Ваша пропозиція ({ $partnership })
suggestion-mail-about = Ви написали нам ({ $partnership }) про таке: { $service }.
suggestion-mail-taken = Дякуємо: те, що ви сказали, враховано.
suggestion-mail-partly = Дякуємо: частину того, що ви сказали, враховано.
suggestion-mail-refused = Дякуємо, що написали. Запис залишається таким, як є, і ось чому:
suggestion-mail-end = Вашу адресу видалено з того, що ви надіслали.
way-in-missing-service = Розкажіть нам про послугу, якої бракує
way-in-missing-service-how = Досить кількох слів. Людина перевірить, чи це так, і додасть її в розділ «Знайти допомогу».

# used: first-*
nav-first-steps = Перші кроки
first-title = Перші кроки
first-lead = Що робити в перші 90 днів у Канаді, крок за кроком. Без облікового запису, і ми нічого про вас не зберігаємо.
first-all = Усі кроки перших 90 днів
first-form = Показати кроки саме для вас, якщо бажаєте
first-children = Діти з вами
first-children-yes = Так
first-children-no = Ні
first-show = Показати мої кроки
first-whole = Усі кроки на одній сторінці: прочитати чи надрукувати
first-print = Цю сторінку можна надрукувати так, як вона є.
first-why = Чому
first-source = Де це написано:
first-read-on = (прочитано там: { $day })
first-unread = (тут цього ще ніхто не перечитав: запитайте, чи це досі так)
first-until = За федеральним правилом ваш останній день для цих послуг: { $day }.
first-not-yet = Цих кроків ще немає вашою мовою. Тут вони англійською; їх можна читати також цими мовами:
first-ask-us = Людина може пояснити їх вам:
first-days = До приїзду та перші дні
first-weeks = Перші тижні
first-ninety = До 90-го дня
situation-since-hint = День, місяць або лише рік: 2024-05-03, 2024-05 або 2024
situation-since-unclear = Це не вдалося прочитати як дату. Спершу напишіть рік: 2024-05-03, або лише 2024.
hours-all-day = удень і вночі
help-near-none = У межах { $within } км нічого немає. Найближче приблизно за { $n } км.
help-near-show = Показати найближче
help-call-me = Попросити про дзвінок
call-lead = Залиште номер: людина з партнерства зателефонує вам щодо цієї послуги, за потреби з перекладачем. Ім’я називати не обов’язково, про статус не питають.
call-language = Мова розмови
call-when = Коли вам зручно
call-when-hint = Наприклад: у будні після 17:00
call-message = Повідомлення
call-message-yes = Можна залишити повідомлення тому, хто відповість.
call-message-no = Будь ласка, не залишайте повідомлення і нікому іншому не кажіть, чому телефонуєте.
call-question = Зателефонуйте мені, будь ласка, щодо «{ $service }». Мова розмови: { $language }. Коли мені зручно: { $when }.
call-any-time = будь-коли
