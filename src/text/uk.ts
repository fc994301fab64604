/** Ukrainian, by the English wording as it stands in the program. */
import type { Catalogue } from './translation.ts'

export const UK = {
  // Heads of tables.
  key: 'параметр',
  value: 'значення',
  default: 'типово',
  environment: 'змінна оточення',
  meaning: 'що означає',
  code: 'код',
  option: 'опція',
  command: 'команда',
  'what it does': 'що робить',
  field: 'поле',
  'what it is': 'що це',
  'policy unless set': 'типова політика',
  'changed by': 'що її змінює',
  mind: 'особливості',

  // Configuration: forms of a value.
  section: 'розділ',
  required: 'обов’язковий',
  'true or false': 'true або false',
  'a text': 'текст',
  'a path': 'шлях',
  'an http:// or https:// URL': 'адреса http:// або https://',
  'a whole number, {1} or more': 'ціле число, не менше {1}',
  'a whole number between {1} and {2}': 'ціле число від {1} до {2}',
  'a number between {1} and {2}': 'число від {1} до {2}',
  'a list of ids or names': 'список id або назв',
  '"{1}" or "{2}"': '"{1}" або "{2}"',
  'an object { "billing field id": "UserSide field id" }':
    'об’єкт { "id поля в білінгу": "id поля в UserSide" }',
  'a list of addresses: "A-B", "net/len", "A" or [min, max]':
    'список адрес: "A-B", "мережа/довжина", "A" або [min, max]',

  // Configuration: meanings of keys.
  'how the billing is read: "standart" ("standard" is understood too) and "carbon5" speak the universal API, the others are read as tables':
    'як читається білінг: "standart" (приймається й "standard") і "carbon5" говорять універсальним API, решта читаються як таблиці',
  'the billing\'s product, told from its answers when "auto"':
    'який саме це білінг; "auto" — визначається з його відповідей',
  "the billing's API address with its own query string and key, as the original takes it; of tables the database or the folder":
    'адреса API білінгу разом із параметрами й ключем, у тому ж вигляді, що й для старого модуля; для таблиць — база даних або тека',
  'the database or the folder of a billing that is read as tables':
    'база даних або тека білінгу, який читається як таблиці',
  "the account's password; its name stands in billingUrl":
    "пароль облікового запису; його ім'я стоїть у billingUrl",
  'encryption: "verify" proves the server\'s certificate and name, "require" does not; "verify" unless set, where the server is another host and offers it':
    'шифрування: "verify" перевіряє сертифікат та ім\'я сервера, "require" — ні; якщо не задано, "verify" там, де сервер на іншому хості й пропонує шифрування',
  'file with the certificate authority (PEM) of the database':
    'файл із центром сертифікації (PEM) бази даних',
  'the encoding texts are really stored in, where columns lie about it; "auto" lets the server convert':
    'кодування, в якому тексти справді збережено, якщо стовпці кажуть про нього неправду; "auto" — перетворює сервер',
  'seconds until a silent database is given up': 'скільки секунд чекати на базу даних, що мовчить',
  'values for {parameter:NAME} in queries, quoted by the program':
    'значення для {parameter:NAME} у запитах; лапки ставить програма',
  'queries by their names, laid over those of a built-in billing one by one; null takes one away':
    'запити за їхніми назвами; кожен лягає поверх запиту вбудованого білінгу, null прибирає його',
  'files older than this are not read': 'старіші файли не читаються',
  'an http:// or https:// URL; for tables mysql://…, postgres://…, sqlite:PATH or file:FOLDER':
    'URL http:// або https://; для таблиць mysql://…, postgres://…, sqlite:ШЛЯХ або file:ТЕКА',
  'an object { "NAME": value }': 'об\'єкт { "ІМ\'Я": значення }',
  'an object { "QUERY": "SELECT …" }': 'об\'єкт { "ЗАПИТ": "SELECT …" }',
  'number of the billing in UserSide (Settings - Billings)':
    'номер білінгу в UserSide (Налаштування - Білінги)',
  'address of the ERP': 'адреса UserSide',
  'API key of the ERP': 'ключ API UserSide',
  'folder for logs, created when missing': 'тека для логів; якщо її немає — створюється',
  'nothing on the console but errors': 'на консоль не виводити нічого, крім помилок',
  'additional fields to import: the UserSide field id by the billing field id':
    'які додаткові поля переносити: id поля в білінгу → id поля в UserSide',
  'do not change an agreement date that is set; an empty one is filled':
    'не змінювати дату договору, якщо вона вже є; порожня заповнюється',
  'create no cities, streets, houses': 'не створювати населені пункти, вулиці та будинки',
  "keep a subscriber's IPs when the billing gives none":
    'не видаляти IP абонента, якщо білінг не віддає жодного',
  'IPs never deleted, in every branch: "A-B", "net/len", "A" or [min, max] as integers':
    'IP, які не видаляються ніколи: "A-B", "мережа/довжина", "A" або [min, max] цілими числами',
  'an empty phone in the billing erases the phone in UserSide':
    'порожній телефон у білінгу стирає телефон в UserSide',
  'no address in the billing erases the address in UserSide':
    'якщо в білінгу немає адреси, адреса в UserSide стирається',
  'an empty floor erases': 'порожній поверх стирає поверх',
  'an empty entrance erases': 'порожній під’їзд стирає під’їзд',
  'import the password into the UserSide cabinet': 'переносити пароль у кабінет UserSide',
  'do not touch the activity date': 'не чіпати дату активності',
  'import only houses some subscriber lives in': 'переносити лише ті будинки, де хтось живе',
  'street names with their type (`вул. …`)': 'назви вулиць разом із типом (`вул. …`)',
  "import subscribers' messages": 'переносити повідомлення абонентів',
  'a billing group (id or name) every subscriber is put in':
    'група білінгу (id або назва), у яку потрапляє кожен абонент',
  "the original's behaviour: remove groups set by hand too":
    'як у старому модулі: знімати й ті групи, що поставлені вручну',
  "the salt of the ERP's password hashes; without it hashed passwords are skipped":
    'сіль для хешів паролів UserSide; без неї хешовані паролі не переносяться',
  'the core revision to claim when the ERP asks for a newer one; 0 none':
    'яку ревізію ядра модуля називати, коли UserSide вимагає новішу; 0 — жодної',
  'the category of the calls that open and close a run; another name of the ERP may have another':
    'категорія викликів, якими запуск починається й завершується; в ERP під іншою назвою вона може бути іншою',
  'which subscribers are managed; an unmanaged one already in UserSide is left alone':
    'якими абонентами керувати; решту, яка вже є в UserSide, не чіпають',
  'only subscribers with one of these are managed': 'керувати лише абонентами, у яких є щось із переліченого',
  'subscribers with one of these are not managed': 'не керувати абонентами, у яких є щось із переліченого',
  'groups of the billing': 'групи білінгу',
  'tags of the billing': 'мітки білінгу',
  'current tariffs of the billing': 'поточні тарифи білінгу',
  'states of the billing': 'стани білінгу',
  'logins, * for any letters': 'логіни, * — будь-які літери',
  'policy by field: "mirror" the billing always wins, "update" wins when not empty, "fill" only fills an empty one, "ignore"':
    'політика за полями: "mirror" — білінг завжди правий, "update" — якщо не порожньо, "fill" — лише заповнює порожнє, "ignore" — не чіпати',
  'policy of the field {1}, "{2}" unless set': 'політика поля {1}, типово "{2}"',
  'policy of the field {1}, "{2}" unless set; "{3}" with {4}':
    'політика поля {1}, типово "{2}"; з {4} — "{3}"',
  'the guards trip when more than this count and more than this share would be marked absent, created of one kind, or changed in one field':
    'запобіжники спрацьовують, коли більше за цю кількість і більше за цю частку мали б стати зниклими, створитися (одного виду) чи змінитися (в одному полі)',
  'the share of what UserSide has of a kind that may be created at once':
    'частка (у відсотках) від того, що UserSide має одного виду, яку можна створити за раз',
  'the count of a kind that may be created whatever the share':
    'кількість одного виду, яку можна створити за будь-якої частки',
  'the share of the values of one field that may change at once':
    'частка (у відсотках) значень одного поля, яка може змінитися за раз',
  'the count of values of one field that may change whatever the share':
    'кількість значень одного поля, яка може змінитися за будь-якої частки',
  'what happens to a sales lead in UserSide that holds a billing id already: told, or made a regular subscriber':
    'що робити з потенційним абонентом в UserSide, який уже має id білінгу: повідомити чи зробити звичайним абонентом',
  'the share of subscribers that may be marked absent at once':
    'частка абонентів (у відсотках), яку можна позначити зниклими за раз',
  'the count that may be marked absent whatever the share':
    'кількість абонентів, яку можна позначити зниклими за будь-якої частки',
  'minutes between full comparisons; 0 makes every run full':
    'хвилин між повними звіряннями; 0 — кожен запуск повний',
  'transport to the billing': 'зв’язок із білінгом',
  'transport to UserSide': 'зв’язок з UserSide',
  'seconds to wait for a whole answer': 'скільки секунд чекати на повну відповідь',
  'how often a failed request is repeated': 'скільки разів повторювати невдалий запит',
  'file with the certificate authority (PEM) to trust beside the known ones':
    'файл із сертифікатом центру (PEM), якому довіряти додатково',
  'accept any certificate: the connection can then be read and changed on its way':
    'приймати будь-який сертифікат: тоді дані дорогою можна прочитати й підмінити',
  'ask for compressed answers; false where a server or proxy compresses wrongly':
    'просити стиснені відповіді; false — якщо сервер або проксі стискає неправильно',
  'HTTP proxy to go through; unless set, HTTP_PROXY or HTTPS_PROXY and NO_PROXY of the environment hold':
    'HTTP-проксі; якщо не задано, діють HTTP_PROXY або HTTPS_PROXY і NO_PROXY з оточення',
  'requests at a time': 'скільки запитів надсилати одночасно',
  logs: 'логи',
  'days logs are kept': 'скільки днів зберігати логи',
  'a list of fields': 'список полів',
  'how much of the past is kept': 'скільки минулого зберігати',
  'days runs and their changes are kept': 'скільки днів зберігати запуски та їхні зміни',
  'room for the changes of all runs; beyond, the oldest runs are forgotten':
    'місце для змін усіх запусків; що понад нього — забуваються найстаріші запуски',
  'fields whose changes are counted, not kept one by one: "undo" cannot take them back':
    'поля, зміни яких лише рахуються, а не зберігаються кожна окремо: `undo` їх не поверне',
  'folder for the journal and the lock; logPath unless set':
    'тека для журналу й блокування; якщо не задано — logPath',
  'Prometheus textfile, written after each run':
    'текстовий файл метрик Prometheus, пишеться після кожного запуску',
  'health-check URL: /start, the plain URL and /fail are called':
    'адреса контролю запусків: викликаються /start, сама адреса та /fail',
  'a list of { "to": …, "token": …, "on": …, "repeatHours": … }':
    'список { "to": …, "token": …, "on": …, "repeatHours": … }',
  'who is told when the state of the runs changes, and again while it stays bad':
    'кого сповіщати, коли стан запусків змінюється, і знову, поки він поганий',
  'a chat of Telegram, a webhook (Slack and ntfy are known by their host, or by "#slack" or "#ntfy" behind the address), an address for the host\'s sendmail, or a program that gets the summary as JSON on stdin':
    'чат Telegram, вебхук (Slack і ntfy впізнаються за іменем сервера або за "#slack" чи "#ntfy" після адреси), адреса для sendmail цього сервера або програма, яка отримує підсумок як JSON на stdin',
  "the token of Telegram's bot, or the webhook's bearer token":
    'токен бота Telegram або токен (bearer) вебхука',
  'a list of outcomes, at least one': 'список результатів, хоча б один',
  'the outcomes it is told of, and of their end': 'про які результати сповіщати, і про їх кінець теж',
  'hours after which a state that stays bad is told again':
    'через скільки годин нагадати про стан, що лишається поганим',
  "tell the system's log too (facility daemon, with priorities); under systemd the console carries priorities by itself":
    'писати й у системний лог (facility daemon, з пріоритетами); під systemd консоль і так має пріоритети',
  'HTML page, written after each run': 'HTML-сторінка звіту, пишеться після кожного запуску',

  // Exit codes.
  'done; nothing failed (plan, verify: no differences)':
    'зроблено, помилок немає (plan, verify: розбіжностей немає)',
  'unexpected error: a bug': 'несподівана помилка: це дефект програми',
  'plan, verify: there are differences': 'plan, verify: є розбіжності',
  'done, but some records failed or were set aside':
    'зроблено, але частина записів не пройшла або відкладена',
  'the configuration is not valid': 'помилка в конфігурації',
  'the billing could not be read': 'не вдалося прочитати білінг',
  'a guard stopped something: marking subscribers as "not in billing", creating, or changing one field of very many; everything else was done (plan: the run would end so too)':
    'запобіжник щось зупинив: позначення абонентів як «немає в білінгу», створення або зміну одного поля в дуже багатьох; усе інше зроблено (plan: запуск завершився б так само)',
  'another run holds the lock': 'працює інший запуск (зайнято блокування)',
  'wrong command line': 'помилка в командному рядку',
  'stopped by {1}, after a clean end': 'зупинено сигналом {1}, завершено коректно',

  // Commands.
  'one run, for cron or a systemd timer; the command when none is named':
    'один запуск, для cron або таймера systemd; виконується, коли команду не названо',
  'read both sides, print what a run would change, field by field':
    'прочитати обидві сторони й показати, що змінив би запуск, поле за полем',
  'compare both sides: totals, completeness of every field, mismatches':
    'звірити обидві сторони: підсумки, заповненість кожного поля, розбіжності',
  'test configuration, log folder, billing and UserSide; name the switch to flip':
    'перевірити конфігурацію, теку логів, білінг і UserSide; назвати, що саме перемкнути',
  'past runs; with RUN the same as "history show"': 'минулі запуски; з RUN — те саме, що "history show"',
  'every change of one run, and what UserSide refused, in its own words':
    'кожна зміна одного запуску і все, що UserSide відхилив, його словами',
  'only what happened to this subscriber, by id, login, agreement or account number; may be repeated; @FILE reads one a line':
    'лише те, що сталося з цим абонентом (id, логін, номер договору чи особового рахунку); можна повторювати; @FILE читає по одному з рядка',
  'only the last N runs': 'лише останні N запусків',
  'only runs that did not end with 0': 'лише запуски, що завершилися не з 0',
  'only runs since then: 2026-11-22, or "2026-11-22 17:30"':
    'лише запуски відтоді: 2026-11-22 або "2026-11-22 17:30"',
  'write nothing, print what would be written back': 'нічого не записувати, показати, що було б повернуто',
  'write back what a run changed': 'повернути те, що змінив запуск',
  'self-contained HTML page: last runs, changes, completeness, problems':
    'HTML-сторінка одним файлом: останні запуски, зміни, заповненість, проблеми',
  "both sides' answers with every personal value replaced, and what else a person who helps needs, in one .tar.gz":
    'відповіді обох сторін із заміненими особистими даними та решта, потрібна тому, хто допомагає, в одному .tar.gz',
  'file to write; usm-billing-bundle-TIME.tar.gz in this folder unless set':
    'файл для запису; якщо не вказано — usm-billing-bundle-ЧАС.tar.gz у цій теці',
  'play what "bundle" wrote as a billing and a UserSide, and print what a run would change':
    'відтворити записане командою "bundle" як білінг і UserSide та показати, що змінив би запуск',
  'write a commented usm-billing.jsonc': 'записати usm-billing.jsonc з коментарями',
  'a sandbox billing and a sandbox UserSide, three runs against them, explained':
    'навчальні білінг і UserSide та три запуски на них, з поясненнями',
  'print the queries of a built-in billing, to lay your own over them':
    'вивести запити вбудованого білінгу, щоб покласти поверх них свої',
  'try those who are told when the runs go wrong': 'випробувати сповіщення про невдалі запуски',
  'send a test to each of them': 'надіслати кожному пробне сповіщення',
  'print the version': 'вивести версію',
  'ask whether a newer release exists': 'запитати, чи є новіший випуск',
  'explain the program or a command': 'пояснити програму або команду',
  'command to explain': 'команда, яку треба пояснити',
  'command inside that command': 'команда всередині цієї команди',
  'print a shell completion script': 'вивести скрипт автодоповнення для оболонки',

  // Options and arguments.
  'configuration file to use': 'який файл конфігурації взяти',
  'print a machine-readable result, and nothing else, on stdout': 'у stdout лише результат у JSON',
  'print errors only': 'виводити лише помилки',
  'print every detail': 'виводити всі подробиці',
  'check the configuration without touching the network, then stop':
    'перевірити конфігурацію без звернень до мережі й вийти',
  'explain the program or the command, then stop': 'довідка про програму або команду',
  'print the version, then stop': 'вивести версію й вийти',
  'write nothing, print what would change (as "plan" does)':
    'нічого не записувати, показати, що змінилося б (те саме, що plan)',
  'ignore what is remembered, compare everything': 'не зважати на запам’ятоване, звірити все',
  'override the absence guard once': 'один раз дозволити те, що зупинив запобіжник',
  'override the brake on creating once': 'один раз дозволити створення, яке зупинив запобіжник',
  'override the brake on changing one field of very many once':
    'один раз дозволити зміну одного поля в дуже багатьох, яку зупинив запобіжник',
  'do not fold long lists': 'не згортати довгі списки',
  'only this subscriber, by login, id, agreement or account number, and what it needs; may be repeated; @FILE reads one a line':
    'лише цей абонент (логін, id, номер договору чи особового рахунку) і те, що йому потрібно; можна повторювати; @FILE читає по одному з рядка',
  'only this field': 'лише це поле',
  'the tables of this billing instead of the universal API':
    'таблиці цього білінгу замість універсального API',
  'carry out a kept plan: exactly what of it still holds':
    'виконати збережений план: рівно те з нього, що досі справджується',
  'keep what is shown in a file, for "apply"': 'зберегти показане у файл — для "apply"',
  'file that "plan --out" has written': 'файл, який записав "plan --out"',
  'name everybody who is missing or gone': 'назвати всіх, кого бракує або хто зник',
  'number of the run, or "last"': 'номер запуску або "last"',
  'do not ask first': 'не перепитувати',
  'file to write; stdout unless set': 'у який файл писати; якщо не задано — stdout',
  'carry over an old usm_billing.conf.php': 'перенести старий usm_billing.conf.php',
  'name of a built-in billing': 'назва вбудованого білінгу',
  'bash, zsh or fish; runs and logins are what the scripts ask for':
    'bash, zsh або fish; runs і logins — те, про що питають скрипти',

  // Fields of a subscriber.
  'Full name': 'ПІБ або назва',
  Login: 'Логін',
  'Account number': 'Особовий рахунок',
  Notes: 'Примітки',
  Balance: 'Баланс',
  Credit: 'Кредит',
  'Discount, %': 'Знижка, %',
  Company: 'Юридична особа',
  'Former subscriber': 'Колишній абонент',
  'Cabinet password': 'Пароль кабінету',
  'Connected on': 'Дата підключення',
  'Agreement number': 'Номер договору',
  'Agreement date': 'Дата договору',
  Tariffs: 'Тарифи',
  'Next tariff': 'Наступний тариф',
  'Traffic of the month, bytes up / down': 'Трафік за місяць, байтів вих. / вх.',
  'Last internet activity': 'Остання активність в інтернеті',
  Phones: 'Телефони',
  'E-mail': 'E-mail',
  House: 'Будинок',
  Apartment: 'Квартира',
  Floor: 'Поверх',
  Entrance: 'Під’їзд',
  'IP and MAC addresses': 'IP та MAC',
  'State in the billing': 'Стан у білінгу',
  'Additional fields': 'Додаткові поля',
  Groups: 'Групи',
  Tags: 'Мітки',
  Services: 'Послуги',
  'Parent account': 'Батьківський рахунок',
  'never emptied': 'ніколи не стирається',
  'never shown, logged or stored': 'ніде не показується, не логується, не зберігається',

  // The frame: console, summary, help.
  'Start module at {1}': 'Початок роботи: {1}',
  'Finish module at {1}': 'Кінець роботи: {1}',
  Error: 'Помилка',
  Warning: 'Увага',
  'Left undone': 'Не зроблено',
  'For example: {1}.': 'Наприклад: {1}.',
  done: 'готово',
  '{1} of {2}, {3} %': '{1} з {2}, {3} %',
  '{1}/s': '{1}/с',
  '{1} left': 'лишилося {1}',
  Done: 'Готово',
  'Done: both sides agree, nothing was written': 'Готово: обидві сторони збігаються, нічого не записано',
  'There are differences': 'Є розбіжності',
  'Done, but some records were left undone; they are tried again in the next run':
    'Готово, але частину записів не зроблено; наступний запуск спробує знову',
  'Done, save for what a guard has stopped: read its sentence below, it says how to let it pass once':
    'Готово, крім того, що зупинив запобіжник: нижче він каже, як пропустити це один раз',
  'Another run is at work; nothing was done': 'Працює інший запуск; нічого не зроблено',
  'The configuration is not valid; nothing was done': 'У конфігурації помилки; нічого не зроблено',
  'The billing could not be read': 'Білінг не вдалося прочитати',
  'UserSide could not be read or refused to write':
    'UserSide не вдалося прочитати, або він відмовився записувати',
  'Stopped before the end; the next run does the rest': 'Зупинено завчасно; решту зробить наступний запуск',
  'Stopped by an unexpected error': 'Зупинено несподіваною помилкою',
  'first import': 'перше імпортування',
  'It took {1}.': 'Тривало {1}.',
  Billing: 'Білінг',
  '{1}: {2} in {3}, {4}. ‹summary›': '{1}: {2}, {3}, {4}.',
  '{1} subscriber': { one: '{1} абонент', few: '{1} абоненти', many: '{1} абонентів', other: '{1} абонента' },
  '{1} subscribers': {
    one: '{1} абонент',
    few: '{1} абоненти',
    many: '{1} абонентів',
    other: '{1} абонента',
  },
  '{1} request': { one: '{1} запит', few: '{1} запити', many: '{1} запитів' },
  '{1} requests': { one: '{1} запит', few: '{1} запити', many: '{1} запитів' },
  '{1} read': { one: '{1} читання', few: '{1} читання', many: '{1} читань' },
  '{1} reads': { one: '{1} читання', few: '{1} читання', many: '{1} читань' },
  '{1} write': { one: '{1} запис', few: '{1} записи', many: '{1} записів' },
  '{1} writes': { one: '{1} запис', few: '{1} записи', many: '{1} записів' },
  'no write': 'жодного запису',
  '{1} retry': { one: '{1} повтор', few: '{1} повтори', many: '{1} повторів' },
  '{1} retries': { one: '{1} повтор', few: '{1} повтори', many: '{1} повторів' },
  Houses: 'Будинки',
  Subscribers: 'Абоненти',
  created: 'створено',
  updated: 'змінено',
  'no longer in the billing': 'більше немає в білінгу',
  'not matched': 'не зіставлено',
  'marked as not in billing': 'позначено «немає в білінгу»',
  'back in the billing': 'повернулося в білінг',
  failed: 'не вдалося',
  'not managed (filter)': 'не під керуванням (filter)',
  'Changed by field: {1}.': 'Змінено за полями: {1}.',
  'copies tariffs and subscribers from a billing into UserSide ERP':
    'переносить тарифи й абонентів із білінгу в ERP UserSide',
  'Usage: {1}': 'Виклик: {1}',
  Commands: 'Команди',
  Arguments: 'Аргументи',
  'Options of sync': 'Опції sync',
  Options: 'Опції',
  'Options everywhere': 'Опції всюди',
  'Exit codes': 'Коди виходу',
  'Documentation: {1}': 'Документація: {1}',
  'language of the console, the report and the notifications; "auto" asks LC_ALL, LC_MESSAGES and LANG, else English. Logs, JSON, codes and names of keys stay English':
    'мова консолі, звіту й сповіщень; "auto" дивиться LC_ALL, LC_MESSAGES і LANG, інакше англійська. Логи, JSON, коди й назви параметрів лишаються англійськими',
  '"{1}", "{2}", "{3}" or "{4}"': '"{1}", "{2}", "{3}" або "{4}"',

  // The billing does not answer: what could not be read.
  'Of the billing, {1} could not be read ({2}).': 'З білінгу не вдалося прочитати: {1} ({2}).',
  'Of the billing, {1} could not be read ({2}, through the proxy {3}).':
    'З білінгу не вдалося прочитати: {1} ({2}, через проксі {3}).',
  '{1} ({2} of the environment)': '{1} ({2} з оточення)',
  'the system information': 'відомості про систему',
  'the version of the API': 'версія API',
  'the list of methods': 'перелік методів',
  'the tariffs': 'тарифи',
  'the services': 'послуги',
  'the states': 'стани',
  'the groups': 'групи',
  'the tags': 'мітки',
  'the additional fields': 'додаткові поля',
  'the subscribers': 'абоненти',
  'the cities': 'населені пункти',
  'the city districts': 'райони міст',
  'the streets': 'вулиці',
  'the houses': 'будинки',
  'the messages': 'повідомлення',
  'This billing does not have it.': 'Цей білінг такого не має.',
  'Messages are not imported.': 'Повідомлення не переносяться.',
  'The billing does not offer {1} ({2}); left alone: {3}.':
    'Білінг цього не віддає: {1} ({2}). Не чіпаємо: [3].',
  nothing: 'нічого',
  everything: 'усе',
  "the billing's name and clock": 'назва й годинник білінгу',
  tariffs: 'тарифи',
  services: 'послуги',
  states: 'стани',
  groups: 'групи',
  tags: 'мітки',
  'additional fields': 'додаткові поля',
  'cities: houses come without one': 'населені пункти: будинки йдуть без них',
  'city districts': 'райони міст',
  addresses: 'адреси',
  messages: 'повідомлення',
  '{1}: {2} Asking again {3}.': '{1}: {2} Запитуємо знову: {3}.',
  '{1}, through the proxy {2}: {3} Asking again {4}.': '{1}, через проксі {2}: {3} Запитуємо знову: {4}.',
  '{1}, uncompressed': '{1}, без стискання',
  'at once': 'одразу',
  'in {1} s': 'за {1} с',
  'The billing prints the source text of its programs before its answers. It was skipped; set short_open_tag=On in php.ini of the billing.':
    'Перед відповідями білінг виводить тексти своїх програм. Їх пропущено; задайте short_open_tag=On у php.ini білінгу.',
  'The billing prints notices before its answers. They were skipped; its error log says what is wrong.':
    'Перед відповідями білінг виводить зауваження. Їх пропущено; що не так — у його лозі помилок.',
  'Some lists of the billing could not be read. What depends on them was left alone.':
    'Деякі списки білінгу не вдалося прочитати. Того, що від них залежить, не чіпали.',
  'The number of subscribers is so round that the list may have been cut. Nobody was marked absent. Setting billingDialect to the product of the billing mends it.':
    'Кількість абонентів підозріло кругла: список могло обрізати. Нікого не позначено «немає в білінгу». Допоможе billingDialect: назвіть у ньому білінг.',

  // The billing: its address and the way to it.
  "The billing's address is no http or https address.": 'Адреса білінгу — не http і не https.',
  'Check billingUrl.': 'Перевірте billingUrl.',
  'The address was copied out of a web page: it holds "&amp;", or the like, for "&".':
    'Адресу скопійовано з вебсторінки: замість "&" у ній "&amp;" або подібне.',
  'billingUrl: write "&" for every "&amp;"': 'billingUrl: замініть кожне "&amp;" на "&"',
  'There is a second "?" in the address: uBilling then answers with its login page.':
    'В адресі є другий "?": uBilling на таке відповідає сторінкою входу.',
  'billingUrl: write "&" for every "?" but the first': 'billingUrl: замініть на "&" кожен "?", крім першого',
  'UserSide and ABillS want cat=module in the address.': 'UserSide і ABillS вимагають cat=module в адресі.',
  'billingUrl: add &cat=module': 'billingUrl: допишіть &cat=module',
  'The address names a method already; usm-billing adds it to every request.':
    'В адресі вже названо метод; usm-billing сам додає його до кожного запиту.',
  'billingUrl: take {1} out': 'billingUrl: приберіть {1}',
  'The address looks like another product than billingDialect says.':
    'Адреса схожа на інший білінг, ніж названо в billingDialect.',
  'The certificate file {1} cannot be read.': 'Не вдалося прочитати файл сертифіката {1}.',
  'Check billingHttp.caFile.': 'Перевірте billingHttp.caFile.',
  'The billing redirects nowhere, where the key must not go.':
    'Білінг перенаправляє в нікуди; ключ туди надсилати не можна.',
  'The billing redirects to {1}//{2}, where the key must not go.':
    'Білінг перенаправляє на {1}//{2}; ключ туди надсилати не можна.',
  'Set billingUrl to the address the billing really has.': 'Впишіть у billingUrl справжню адресу білінгу.',
  'The billing redirects in circles.': 'Білінг перенаправляє по колу.',
  'There was no whole answer within {1} s.': 'Повної відповіді не було за {1} с.',
  'Raise billingHttp.timeoutSec if the billing needs more time.':
    'Збільште billingHttp.timeoutSec, якщо білінгу треба більше часу.',
  'The billing is not reachable by https: {1}.': 'Білінг недоступний через https: {1}.',
  'The billing is not reachable: {1}.': 'Білінг недоступний: {1}.',
  'Check billingUrl and billingHttp.proxy.': 'Перевірте billingUrl і billingHttp.proxy.',
  'The proxy before the billing leads nowhere: {1}.': 'Проксі перед білінгом нікуди не веде: {1}.',
  'The connection to the billing broke off ({1}).': 'З’єднання з білінгом обірвалося ({1}).',
  'The address of the billing cannot be called.': 'За адресою білінгу не можна звернутися.',
  'The compressed answer of the billing is cut or damaged.':
    'Стиснена відповідь білінгу обірвана або пошкоджена.',
  'The answer of the billing is compressed in a way its headers do not tell.':
    'Відповідь білінгу стиснено, а її заголовки про це не кажуть.',
  'The HTTP of this answer cannot be read ({1}): old proxies and web servers break it.':
    'HTTP цієї відповіді не читається ({1}): так псують його старі проксі та вебсервери.',
  'Set billingHttp.compress to false, or see to the web server of the billing and the proxies before it.':
    'Задайте billingHttp.compress: false або перевірте вебсервер білінгу та проксі перед ним.',
  '{1} Check billingUrl too: is there a web server on this port?':
    '{1} Перевірте й billingUrl: чи є на цьому порту вебсервер?',

  // The billing's refusals and non-answers.
  'The billing refuses the key.': 'Білінг не приймає ключа.',
  'Check the key in billingUrl: it is the serial of uBilling, UB and 32 hex digits, letter case counts.':
    'Перевірте ключ у billingUrl: це серійний номер uBilling, UB і 32 шістнадцяткові знаки, регістр важливий.',
  'The billing misses the key.': 'Білінг не отримав ключа.',
  'Add &key=… to billingUrl.': 'Допишіть &key=… до billingUrl.',
  'The remote API of the billing is switched off.': 'Віддалений API білінгу вимкнено.',
  'Set REMOTEAPI_ENABLED=1 in alter.ini of uBilling.': 'Задайте REMOTEAPI_ENABLED=1 в alter.ini uBilling.',
  'The UserSide API of the billing is switched off.': 'API білінгу для UserSide вимкнено.',
  'Set USERSIDE_API=1 in alter.ini of uBilling.': 'Задайте USERSIDE_API=1 в alter.ini uBilling.',
  'The billing has no serial yet, so there is no key.':
    'Білінг ще не має серійного номера, тож немає й ключа.',
  'Call ?module=remoteapi&action=identify of uBilling once.':
    'Один раз відкрийте в uBilling ?module=remoteapi&action=identify.',
  'The billing does not see which API is meant.': 'Білінг не розуміє, який API потрібен.',
  'Add &action=userside to billingUrl.': 'Допишіть &action=userside до billingUrl.',
  'The billing says that its API is not set up.': 'Білінг каже, що його API не налаштовано.',
  'The billing is being upgraded.': 'Білінг саме оновлюють.',
  'Stargazer, the daemon of uBilling, is not running.': 'Stargazer, демон uBilling, не працює.',
  'Start Stargazer, or set NOSTGCHECKPID=1 in config/billing.ini of uBilling; in alter.ini it has no effect.':
    'Запустіть Stargazer або задайте NOSTGCHECKPID=1 у config/billing.ini uBilling; в alter.ini це не діє.',
  'A table in the database of the billing is damaged.': 'У базі даних білінгу пошкоджено таблицю.',
  'A damaged table is mended with mysqlcheck --auto-repair.':
    'Пошкоджену таблицю лагодить mysqlcheck --auto-repair.',
  'The database of the billing refuses a query.': 'База даних білінгу відхиляє запит.',
  'The log of the billing names the query. {1}': 'Запит названо в лозі білінгу. {1}',
  'The billing does not reach its database.': 'Білінг не може дістатися своєї бази даних.',
  'Is MySQL running on the server of the billing?': 'Чи працює MySQL на сервері білінгу?',
  'The name of the method did not arrive at the billing.': 'Назва методу не дійшла до білінгу.',
  'Check the separators in billingUrl: the name is appended to it.':
    'Перевірте розділювачі в billingUrl: назва дописується в кінець.',
  'The billing does not know this method.': 'Білінг не знає цього методу.',
  'Add &cat=module to billingUrl when it is a UserSide.':
    'Допишіть &cat=module до billingUrl, якщо це UserSide.',
  'The billing refuses access: {1}.': 'Білінг відмовляє в доступі: {1}.',
  'access is denied to this administrator': 'доступ цього адміністратора заборонено',
  'the administrator is disabled': 'адміністратора вимкнено',
  "this host's IP is not allowed": 'IP цього хоста не дозволено',
  'the key is wrong, or the address is locked after five wrong keys':
    'ключ хибний або адресу заблоковано після п’яти хибних ключів',
  'access is not allowed at this time or from this IP': 'доступ у цей час або з цього IP не дозволено',
  'Check the key in billingUrl, and the rights of its administrator in ABillS.':
    'Перевірте ключ у billingUrl і права його адміністратора в ABillS.',
  'The billing refuses access.': 'Білінг відмовляє в доступі.',
  'Set $conf{US_API}=1 in config.pl of ABillS.': 'Задайте $conf{US_API}=1 у config.pl ABillS.',
  'The web server of the billing asks for HTTP Basic but lacks mod_rewrite.':
    'Вебсервер білінгу вимагає HTTP Basic, але не має mod_rewrite.',
  'Switch mod_rewrite on in the web server of ABillS.': 'Увімкніть mod_rewrite на вебсервері ABillS.',
  'The billing answers with an error of its own.': 'Білінг відповідає власною помилкою.',
  'The billing answers with an error instead of data.': 'Замість даних білінг відповідає помилкою.',
  'There are no rows.': 'Рядків немає.',
  'This port of the billing speaks https.': 'На цьому порту білінгу — https.',
  'billingUrl: https:// instead of http://.': 'billingUrl: https:// замість http://.',
  'The web server before the billing refuses the user and the password.':
    'Вебсервер перед білінгом не приймає імені та пароля.',
  'Check user:password@ before the host in billingUrl.':
    'Перевірте user:password@ перед хостом у billingUrl.',
  'The web server before the billing asks for a user and a password.':
    'Вебсервер перед білінгом питає ім’я та пароль.',
  'Write user:password@ before the host in billingUrl.': 'Впишіть user:password@ перед хостом у billingUrl.',
  'Check the key in billingUrl. Where the web server asks for a user and a password (HTTP Basic), write user:password@ before the host.':
    'Перевірте ключ у billingUrl. Якщо ім’я та пароль питає вебсервер (HTTP Basic), впишіть user:password@ перед хостом.',
  "Check the key in billingUrl, and whether this host's IP is allowed.":
    'Перевірте ключ у billingUrl і чи дозволено IP цього хоста.',
  'The proxy before the billing asks for a user and a password.':
    'Проксі перед білінгом питає ім’я та пароль.',
  "Write user:password@ before the host in the proxy's address.":
    'Впишіть user:password@ перед хостом в адресі проксі.',
  'There is no API of a billing at this address.': 'За цією адресою немає API білінгу.',
  'The billing answers like a cache: that nothing has changed, or with a redirect to nowhere.':
    'Білінг відповідає, як кеш: нічого не змінилося або перенаправлення в нікуди.',
  'See to the proxies and caches before the billing.': 'Перевірте проксі й кеші перед білінгом.',
  'The billing broke down: its database is down or lacks a table, or its PHP ran out of memory (memory_limit).':
    'Білінг зламався: його база даних не працює чи не має таблиці, або PHP забракло пам’яті (memory_limit).',
  'See to the database of the billing, or raise memory_limit in its php.ini. {1}':
    'Перевірте базу даних білінгу або збільште memory_limit у його php.ini. {1}',
  'The web server before the billing got no answer from it.':
    'Вебсервер перед білінгом не дочекався від нього відповіді.',
  'Is the billing overloaded, or its PHP down? A long list needs more time than its web server gives: raise fastcgi_read_timeout or proxy_read_timeout there.':
    'Чи не перевантажений білінг, чи працює його PHP? Довгий список складається довше, ніж чекає вебсервер: збільште там fastcgi_read_timeout або proxy_read_timeout.',
  'The billing cannot answer just now.': 'Білінг зараз не може відповісти.',
  'The billing does not accept the request.': 'Білінг не приймає запиту.',
  'The connection to the billing ended after the headers of its answer.':
    'З’єднання з білінгом скінчилося після заголовків відповіді.',
  'The billing answers nothing at all, as it does when a text in its database is not UTF-8.':
    'Білінг відповідає порожньо: так буває, коли текст у його базі не в UTF-8.',
  'In mysql.ini of uBilling set character to utf8; else one byte of a text typed lately is broken.':
    'У mysql.ini uBilling задайте character = utf8; інакше річ у зіпсованому байті щойно введеного тексту.',
  'A program of the billing broke down in the middle of its answer.':
    'Програма білінгу впала посеред відповіді.',
  'The billing answers with a web page for people: the request did not reach its API.':
    'Білінг відповідає вебсторінкою для людей: запит не дійшов до його API.',
  'Check module, action and the separators in billingUrl, and REMOTEAPI_DISABLE_CALLS in alter.ini of uBilling.':
    'Перевірте module, action і розділювачі в billingUrl, а також REMOTEAPI_DISABLE_CALLS в alter.ini uBilling.',
  "The billing closes the door: this host's IP is not allowed.":
    'Білінг не пускає: IP цього хоста не дозволено.',
  "Allow this host's IP in the billing (behind a proxy the one in X-Forwarded-For).":
    'Дозвольте в білінгу IP цього хоста (за проксі — той, що в X-Forwarded-For).',
  'The billing asks to log in.': 'Білінг просить увійти.',
  'Check the key in billingUrl.': 'Перевірте ключ у billingUrl.',
  'The billing prints the source text of its programs instead of an answer.':
    'Замість відповіді білінг виводить тексти своїх програм.',
  'Set short_open_tag=On in php.ini of the billing: it prints the source text of its programs.':
    'Задайте short_open_tag=On у php.ini білінгу: він виводить тексти своїх програм.',
  'The answer of the billing ended early, after {1} bytes.': {
    one: 'Відповідь білінгу обірвалася завчасно, після {1} байта.',
    few: 'Відповідь білінгу обірвалася завчасно, після {1} байтів.',
    many: 'Відповідь білінгу обірвалася завчасно, після {1} байтів.',
  },
  'The answer of the billing is of no use: {1}.': 'Відповідь білінгу непридатна: {1}.',
  'It began with: {1}': 'Відповідь починалася так: <1>',
  'expected was JSON such as {"date":"2026-01-31 12:00:00","billing":{"name":"…"}}':
    'очікувався JSON на зразок {"date":"2026-01-31 12:00:00","billing":{"name":"…"}}',
  'billingDialect: the product of the billing; {1}': 'billingDialect: назвіть білінг; {1}',
  'US_API_MAX_PAGE_ROWS in config.pl of ABillS: raise it': 'збільште US_API_MAX_PAGE_ROWS у config.pl ABillS',
  'billingName: "carbon5", if this is Carbon Billing': 'billingName: "carbon5", якщо це Carbon Billing',
  'billingName: "standart", unless this is Carbon Billing':
    'billingName: "standart", якщо це не Carbon Billing',

  // Records of the billing, and JSON that is none.
  'the body is empty': 'тіло порожнє',
  'the body is not JSON': 'це не JSON',
  'the JSON is neither a list nor a map': 'JSON — не список і не об’єкт',
  'the JSON ends too early': 'JSON обривається завчасно',
  'something follows the JSON': 'після JSON стоїть ще щось',
  'a byte of the JSON is not UTF-8': 'у JSON є байт не з UTF-8',
  'the JSON is nested too deeply': 'у JSON завелика вкладеність',
  'one record of the JSON is larger than {1} MiB': 'один запис у JSON більший за {1} МіБ',
  'the JSON is larger than any such answer can be': 'JSON більший, ніж може бути така відповідь',
  'an empty list stands behind something else': 'порожній список стоїть після чогось іншого',
  'No record before it is whole': 'До цього місця немає жодного цілого запису',
  'Record {1} is the last whole one': 'Останній цілий запис — {1}-й',
  'Record {1} (id "{2}") is the last whole one': 'Останній цілий запис — {1}-й (id "{2}")',
  '{1}; the fault is at byte {2}: "{3}".': '{1}; помилка в байті {2}: "<3>".',
  'beside the records of the list stands "{1}"': 'поруч із записами списку стоїть "<1>"',
  'the answer is an error message': 'у відповіді — повідомлення про помилку',
  'none of the items is a record': 'жоден елемент не є записом',
  'the list stands inside one of its records': 'список стоїть усередині одного зі своїх записів',
  'none of the records is a subscriber': 'жоден запис не є абонентом',
  'a list that looks cut goes on with nothing new':
    'продовження списку, схожого на обрізаний, не дає нічого нового',
  'the system information has no date': 'у відомостях про систему немає дати',
  'Of the billing, {1} came as an empty list ({2}), although subscribers refer to them.':
    'Білінг віддав порожній список: {1} ({2}), хоча абоненти на нього посилаються.',
  'See to the database of the billing.': 'Перевірте базу даних білінгу.',
  'Some items of the lists of the billing are no records. They were left out.':
    'Деякі елементи списків білінгу — не записи. Їх пропущено.',
  'Some records of the list of subscribers are no records. They were set aside and nothing was changed for them.':
    'Дещо у списку абонентів — не записи. Це відкладено, для цих абонентів нічого не змінено.',
  'Some records of the list of subscribers have no id. They were left out.':
    'Деякі записи у списку абонентів без id. Їх пропущено.',
  "The id made for a child account is another subscriber's own id. The child account was set aside.":
    'Id, складений для дочірнього рахунку, вже має інший абонент. Дочірній рахунок відкладено.',

  // The network, TLS and proxies, of both systems.
  'nothing listens at this address': 'за цією адресою ніхто не слухає',
  'the name is unknown or the host is not reachable': 'ім’я невідоме або хост недоступний',
  'the name is unknown': 'ім’я невідоме',
  'the name cannot be looked up just now': 'ім’я зараз не вдається дізнатися в DNS',
  'the network is not reachable': 'мережа недоступна',
  'the host is not reachable': 'хост недоступний',
  'no whole answer in time': 'вчасно не було повної відповіді',
  'it opens no way there': 'він не пускає далі',
  'it opens no way there ({1})': 'він не пускає далі (<1>)',
  'unknown error': 'невідома помилка',
  'The environment variable {1} names no http:// or https:// proxy.':
    'У змінній оточення {1} не проксі http:// чи https://.',
  'Correct or unset {1}, or name the host in NO_PROXY':
    'Виправте чи приберіть {1} або впишіть хост у NO_PROXY',
  '{1}, or set {2}.': '{1}, або задайте {2}.',
  'Look at the proxy between too; hosts in NO_PROXY are asked without one of the environment.':
    'Гляньте й на проксі посередині; хости з NO_PROXY запитуються без проксі з оточення.',
  'there is no TLS at this address, the port speaks something else':
    'за цією адресою немає TLS, на порту щось інше',
  '{1}: http:// instead of https://, or the port that speaks https.':
    '{1}: http:// замість https:// або порт, на якому https.',
  'the server speaks no newer TLS than 1.1, and only 1.2 and 1.3 are safe':
    'сервер не вміє TLS, новішого за 1.1, а безпечні лише 1.2 і 1.3',
  'Switch TLS 1.2 on in the web server (ssl_protocols, SSLProtocol).':
    'Увімкніть на вебсервері TLS 1.2 (ssl_protocols, SSLProtocol).',
  'the server and this program share no cipher, or the server wants a certificate of its clients':
    'сервер і ця програма не мають спільного шифру, або сервер вимагає клієнтського сертифіката',
  'Allow a modern cipher in the web server (ssl_ciphers, SSLCipherSuite), ECDHE with AES-GCM for example; or no client certificate for this host.':
    'Дозвольте на вебсервері сучасний шифр (ssl_ciphers, SSLCipherSuite), наприклад ECDHE з AES-GCM; або не вимагайте від цього хоста клієнтського сертифіката.',
  'the server wants a certificate of its clients, and this program has none':
    'сервер вимагає клієнтського сертифіката, а ця програма його не має',
  'Let this host in without a client certificate.': 'Впускайте цей хост без клієнтського сертифіката.',
  'the server has no certificate for the name it was asked by':
    'сервер не має сертифіката на ім’я, за яким його запитано',
  '{1}: the name the server is set up for.': '{1}: ім’я, на яке налаштовано сервер.',
  'the certificate is self-signed': 'сертифікат самопідписаний',
  'Save it (openssl s_client -connect {1}) and name the file in {2}.caFile; or, less safe, {3}.insecureTls: true.':
    'Збережіть його (openssl s_client -connect {1}) і вкажіть файл у {2}.caFile; або, менш безпечно, {3}.insecureTls: true.',
  'the certificate has expired': 'строк дії сертифіката скінчився',
  'the certificate expired on {1}': 'строк дії сертифіката скінчився {1}',
  'Renew it on the server; until then {1}.insecureTls: true.':
    'Поновіть його на сервері; доти {1}.insecureTls: true.',
  'the certificate is not valid yet': 'сертифікат ще не чинний',
  'Set the clock of this host, or that of the server.': 'Поставте годинник цього хоста або сервера.',
  'the certificate is made out to another name': 'сертифікат виписано на інше ім’я',
  'the certificate is made out to {1}, not to this host': 'сертифікат виписано не на цей хост, а на <1>',
  '{1}: a name the certificate is made out to.': '{1}: ім’я, на яке виписано сертифікат.',
  'the certificate was revoked': 'сертифікат відкликано',
  'Renew it on the server.': 'Поновіть його на сервері.',
  'the certificate comes from an authority nobody here knows':
    'сертифікат від центру сертифікації, якого тут не знають',
  'Name the file with the certificate of that authority in {1}.caFile (openssl s_client -showcerts -connect {2} shows what the server sends); or, less safe, {3}.insecureTls: true.':
    'Вкажіть файл із сертифікатом того центру в {1}.caFile (openssl s_client -showcerts -connect {2} показує, що надсилає сервер); або, менш безпечно, {3}.insecureTls: true.',
  'the server hangs up in the TLS handshake': 'сервер кладе слухавку під час TLS-рукостискання',
  '{1}: is this the port that speaks https? Else a firewall between.':
    '{1}: на цьому порту точно https? Інакше — фаєрвол посередині.',
  '{1}: is this the port that speaks https?': '{1}: на цьому порту точно https?',
  'no TLS connection comes about': 'TLS-з’єднання не встановлюється',

  // UserSide does not answer, or refuses.
  'UserSide ({1}) did not answer {2}: {3}': 'UserSide ({1}) не відповів на {2}: {3}',
  'UserSide ({1}, through the proxy {2}) did not answer {3}: {4}':
    'UserSide ({1}, через проксі {2}) не відповів на {3}: {4}',
  'UserSide did not answer {1}: {2}': 'UserSide не відповів на {1}: {2}',
  'UserSide, asked through the proxy {1}, did not answer {2}: {3}':
    'UserSide, запитаний через проксі {1}, не відповів на {2}: {3}',
  'UserSide did not answer {1}: {2}. Trying again in {3}.':
    'UserSide не відповів на {1}: {2}. Нова спроба за {3}.',
  'UserSide, asked through the proxy {1}, did not answer {2}: {3}. Trying again in {4}.':
    'UserSide, запитаний через проксі {1}, не відповів на {2}: {3}. Нова спроба за {4}.',
  'HTTP {1}: {2}': 'HTTP {1}: <2>',
  'no answer within {1} s': 'немає відповіді за {1} с',
  'the proxy before it leads nowhere: {1}': 'проксі перед ним нікуди не веде: {1}',
  'no connection ({1})': 'немає з’єднання ({1})',
  'its address cannot be called': 'за його адресою не можна звернутися',
  'Check usersideUrl.': 'Перевірте usersideUrl.',
  'the compressed answer is cut or damaged; {1}': 'стиснена відповідь обірвана або пошкоджена; {1}',
  'its HTTP cannot be read ({1}); {2}': 'його HTTP не читається ({1}); {2}',
  'usersideHttp.compress: false may help': 'може допомогти usersideHttp.compress: false',
  'the connection was cut': 'з’єднання обірвалося',
  'an answer of more than {1} MB': 'відповідь, більша за {1} МБ',
  'the answer ended early, after {1} bytes': {
    one: 'відповідь обірвалася завчасно, після {1} байта',
    few: 'відповідь обірвалася завчасно, після {1} байтів',
    many: 'відповідь обірвалася завчасно, після {1} байтів',
  },
  'an empty answer': 'порожня відповідь',
  'an answer that is not whole JSON: {1}': 'у відповіді не цілий JSON: <1>',
  'an answer that cannot be, because {1}: {2}': 'такої відповіді не може бути: {1}: <2>',
  'UserSide puts this before its answer: {1}': 'Перед відповіддю UserSide стоїть: <1>',
  'UserSide answered a form of {1} with HTTP {2}: forms are cut to {3} from now on.':
    'На форму в {1} UserSide відповів HTTP {2}: відтепер форми не більші за {3}.',
  'a form of {1} is too big for UserSide, which takes {2} at once':
    'форма в {1} завелика для UserSide, за раз він приймає {2}',
  'UserSide gave no reason': 'UserSide не назвав причини',
  'UserSide refused {1}: {2}': 'UserSide відхилив {1}: <2>',
  'UserSide refused {1}: it gave no reason': 'UserSide відхилив {1}: причини не назвав',
  'UserSide answered {1} with something unexpected: {2}': 'На {1} UserSide відповів чимось несподіваним: <2>',
  'UserSide answered {1} with something unexpected: (nothing)':
    'На {1} UserSide відповів чимось несподіваним: (порожньо)',
  "UserSide's answer to {1} broke off: {2}": 'Відповідь UserSide на {1} обірвалася: {2}',
  'UserSide redirects {1} to {2}, which is not followed: the API key would go with it.':
    'UserSide перенаправляє {1} за адресою: [2]. Програма туди не йде, бо з нею пішов би й ключ API.',
  nowhere: '(ніякою)',
  'UserSide redirects {1} in circles.': 'UserSide перенаправляє {1} по колу.',
  'Set usersideUrl to the address where UserSide really answers.':
    'Впишіть в usersideUrl адресу, за якою UserSide справді відповідає.',
  'usersideUrl is not an http:// or https:// address.': 'usersideUrl — не адреса http:// чи https://.',
  'usersideHttp.caFile {1} cannot be read.': 'Не вдалося прочитати usersideHttp.caFile {1}.',
  "Check usersideApiKey and its entry in $apiKeyArray of the configuration on the ERP's server: ip must allow this host, and section, where there is one, must hold module, usm_billing, tariff, customer, address and service.":
    'Перевірте usersideApiKey та його запис у $apiKeyArray конфігурації на сервері UserSide: ip має дозволяти цей хост, а section, якщо він є, — містити module, usm_billing, tariff, customer, address і service.',
  "Check billingId: the number of this billing in UserSide's list, Settings - Billings.":
    'Перевірте billingId: номер цього білінгу в переліку UserSide (Налаштування - Білінги).',
  'Check usersideUrl, the name service, the firewall and usersideHttp.proxy.':
    'Перевірте usersideUrl, DNS, фаєрвол і usersideHttp.proxy.',
  'Check usersideUrl: api.php is looked for behind it.': 'Перевірте usersideUrl: за нею шукається api.php.',
  'Check usersideUrl. {1}': 'Перевірте usersideUrl. {1}',
  "See the ERP's own log and load; usersideHttp.timeoutSec says how long an answer is waited for.":
    'Гляньте на лог і навантаження UserSide; скільки чекати на відповідь, каже usersideHttp.timeoutSec.',
  "See the ERP's own log and load. A long list may need more time than it is given: raise fastcgi_read_timeout or proxy_read_timeout in its web server, and usersideHttp.timeoutSec here.":
    'Гляньте на лог і навантаження UserSide. Довгому списку може бракувати часу: збільште fastcgi_read_timeout або proxy_read_timeout на його вебсервері та usersideHttp.timeoutSec тут.',
  'The web server before UserSide asks for a user and a password: check user:password@ before the host in usersideUrl.':
    'Вебсервер перед UserSide питає ім’я та пароль: перевірте user:password@ перед хостом в usersideUrl.',
  'The key is known to UserSide. {1}, or this ERP does not know {2}.':
    'UserSide знає цей ключ. {1}, або ця ERP не знає {2}.',
  'The key is known to UserSide. {1}, or this ERP does not know {2} (usersideModuleCategory names the category).':
    'UserSide знає цей ключ. {1}, або ця ERP не знає {2} (категорію називає usersideModuleCategory).',
  "Either section of its entry in $apiKeyArray on the ERP's server lacks {1}":
    'Або в section його запису в $apiKeyArray на сервері UserSide бракує {1}',
  'UserSide returned {1} without its own id; it is left alone.':
    'UserSide віддав запис без власного id: {1}. Його не чіпають.',
  'a tariff': 'тариф',
  'a service': 'послуга',
  'a group or tag': 'група чи мітка',
  'UserSide returned a subscriber without its own id; it is left alone.':
    'UserSide віддав абонента без власного id; його не чіпають.',
  'UserSide returned one of its own ids for two subscribers; the second is left alone, neither created nor marked absent.':
    'UserSide віддав один свій id для двох абонентів; другого не чіпають: не створюють і не позначають «немає в білінгу».',
  'UserSide returned dates or times no calendar has; they count as none, the rest of the records was compared.':
    'UserSide віддав дати чи час, яких немає в жодному календарі; їх вважають порожніми, решту записів звірено.',
} as const satisfies Catalogue

/** A phrase of the program, in English. */
export type Phrase = keyof typeof UK
