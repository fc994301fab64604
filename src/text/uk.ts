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

  // Runs and their outcomes, in history and on the page.
  'some records left undone': 'не все зроблено',
  'stopped by a guard': 'зупинив запобіжник',
  differences: 'є розбіжності',
  'another run was at work': 'працював інший запуск',
  'configuration not valid': 'помилка в конфігурації',
  'billing could not be read': 'не вдалося прочитати білінг',
  'UserSide failed': 'збій UserSide',
  'stopped by a signal': 'зупинено сигналом',
  'unexpected error': 'несподівана помилка',
  'did not end': 'не завершився',
  run: 'запуск',
  started: 'почато',
  'how it ended': 'чим скінчився',
  took: 'тривав',
  absent: 'зникло',
  'Run {1}, {2}, {3}: {4}': 'Запуск {1}, {2}, {3}: {4}',
  'There was no such run.': 'Таких запусків не було.',
  'There was no run yet.': 'Запусків ще не було.',
  'Refused by UserSide, in its own words: {1}': 'Відхилено UserSide, його словами: {1}',
  '{1} refusal': { one: '{1} відмова', few: '{1} відмови', many: '{1} відмов' },
  '{1} refusals': { one: '{1} відмова', few: '{1} відмови', many: '{1} відмов' },
  '… and {1} more, not kept one by one': '… і ще {1}, окремо не збережено',
  '{1} change': { one: '{1} зміна', few: '{1} зміни', many: '{1} змін' },
  '{1} changes': { one: '{1} зміна', few: '{1} зміни', many: '{1} змін' },
  '{1}, not kept one by one': '{1}, окремо не збережено',
  'The journal has no change of {1}.': 'У журналі немає змін для {1}.',
  '--last wants a number of runs, not "{1}".': '--last: потрібна кількість запусків, а не "{1}".',
  '--since wants a date, not "{1}".': '--since: потрібна дата, а не "{1}".',
  'For instance --since 2026-11-22, or --since "2026-11-22 17:30".':
    'Наприклад, --since 2026-11-22 або --since "2026-11-22 17:30".',
  refused: 'відхилено',
  lost: 'без відповіді',
  unsettled: 'невідомо, чи записано',
  create: 'створення',
  update: 'зміна',
  return: 'повернення',

  // Plans: what is counted, and the screen.
  tariff: 'тариф',
  subscriber: 'абонент',
  house: 'будинок',
  group: 'група',
  tag: 'мітка',
  service: 'послуга',
  message: 'повідомлення',
  '{1} tariff': { one: '{1} тариф', few: '{1} тарифи', many: '{1} тарифів', other: '{1} тарифу' },
  '{1} tariffs': { one: '{1} тариф', few: '{1} тарифи', many: '{1} тарифів', other: '{1} тарифу' },
  '{1} house': { one: '{1} будинок', few: '{1} будинки', many: '{1} будинків', other: '{1} будинку' },
  '{1} houses': { one: '{1} будинок', few: '{1} будинки', many: '{1} будинків', other: '{1} будинку' },
  '{1} group': { one: '{1} група', few: '{1} групи', many: '{1} груп' },
  '{1} groups': { one: '{1} група', few: '{1} групи', many: '{1} груп' },
  '{1} tag': { one: '{1} мітка', few: '{1} мітки', many: '{1} міток' },
  '{1} tags': { one: '{1} мітка', few: '{1} мітки', many: '{1} міток' },
  '{1} service': { one: '{1} послуга', few: '{1} послуги', many: '{1} послуг' },
  '{1} services': { one: '{1} послуга', few: '{1} послуги', many: '{1} послуг' },
  '{1} message': { one: '{1} повідомлення', few: '{1} повідомлення', many: '{1} повідомлень' },
  '{1} messages': { one: '{1} повідомлення', few: '{1} повідомлення', many: '{1} повідомлень' },
  '{1} record': { one: '{1} запис', few: '{1} записи', many: '{1} записів', other: '{1} запису' },
  '{1} records': { one: '{1} запис', few: '{1} записи', many: '{1} записів', other: '{1} запису' },
  'A run would': 'Запуск зробив би',
  'An undo would': 'Відкат зробив би',
  change: 'зміна',
  'mark as gone': 'зникнення',
  'bring back': 'повернення',
  fields: 'поля',
  'Marked as gone': 'Позначено «немає в білінгу»',
  'Back in the billing': 'Повернулися в білінг',
  New: 'Нові',
  Changed: 'Змінено',
  'Held by a guard: {1}': 'Зупинив запобіжник: {1}',
  'Held back by a guard, {1}: {2}': 'Затримав запобіжник, {1}: {2}',
  'not marked as "not in billing"': 'не позначено «немає в білінгу»',
  'not created': 'не створено',
  'Nothing of what was asked for would change.': 'З того, про що запитано, нічого не змінилося б.',
  'Nothing would change.': 'Нічого не змінилося б.',
  '… and {1} more (--all shows them)': '… і ще {1} (--all покаже всіх)',
  'These houses of the billing read like houses UserSide has; they are not created, nobody is moved:':
    'Ці будинки білінгу читаються так само, як наявні в UserSide; їх не створено, нікого не переселено:',
  '{1} (id {2} in the billing), {3} (id {4} in UserSide)': '{1} (id {2} у білінгу), {3} (id {4} в UserSide)',

  // Keeping and carrying out a plan, taking a run back.
  'Not carried out: {1}': 'Не виконано: {1}',
  '(now {1} → {2})': '(тепер {1} → {2})',
  'Changes of the kept plan do not hold any more: one of the two sides has changed since. They were not carried out; a run decides anew.':
    'Частина збереженого плану вже не діє: одна зі сторін відтоді змінилася. Ці зміни не виконано; запуск вирішить наново.',
  'Nothing was undone: {1}.': 'Нічого не відкочено: {1}.',
  'run {1} changed {2}': 'запуск {1} змінив {2}',
  'run {1} changed {2} of {3}': 'запуск {1} змінив {2} ({3})',
  'Answer yes, or give --yes.': 'Погодьтеся або додайте --yes.',
  'Write back what run {1} changed ({2})?': 'Повернути те, що змінив запуск {1} ({2})?',
  'Write back what run {1} of {2} changed ({3})?': 'Повернути те, що змінив запуск {1} від {2} ({3})?',
  'Changes of these fields are counted, not kept one by one ("journal.skipFields"); they are not taken back.':
    'Зміни цих полів лише рахуються, окремо їх не збережено ("journal.skipFields"); їх не повернуто.',
  '1 value was left as it is.': '1 значення лишено як є.',
  '{1} values were left as they are.': {
    one: '{1} значення лишено як є.',
    few: '{1} значення лишено як є.',
    many: '{1} значень лишено як є.',
  },

  // Comparing both sides.
  'Reading UserSide by its own ids': 'Читання UserSide за його власними id',
  'UserSide does not give its subscribers by its own ids: whether an id or an agreement is held twice, by a lead too, could not be seen.':
    'UserSide не віддає абонентів за власними id: чи записано якийсь id або договір двічі, зокрема за потенційним абонентом, перевірити не вдалося.',
  billing: 'білінг',
  Filled: 'Заповнено',
  state: 'стан',
  'not listed by the billing': 'немає у списку білінгу',
  'lived in': 'заселені',
  'listed by the billing': 'зі списку білінгу',
  'Sum of balances': 'Сума балансів',
  'Sum of credits': 'Сума кредитів',
  'not told': 'не сказано',
  'There are differences. "usm-billing plan" shows each; a run removes what it can.':
    'Є розбіжності. Кожну покаже "usm-billing plan"; що можна, запуск усуне.',
  'The numbers marked ≠ differ, and no run changes that.':
    'Числа зі знаком ≠ різняться, і жоден запуск цього не змінить.',
  'Both sides agree.': 'Обидві сторони збігаються.',
  'Both sides agree in everything that is imported.': 'Обидві сторони збігаються в усьому, що переноситься.',
  'Left as it is: {1} of {2} differs ({3}): {4}.': 'Лишено як є: {1} різниться, {2} ({3}): {4}.',
  '"fields" in the configuration says "ignore"': 'у конфігурації "fields" каже "ignore"',
  '"fields" in the configuration says "fill": what is set stays':
    'у конфігурації "fields" каже "fill": що вже задано, лишається',
  '"fields" in the configuration says "update": nothing never replaces something':
    'у конфігурації "fields" каже "update": порожнє ніколи не замінює заповненого',
  'set by hand, held by a guard, not known to one side, or not taken by UserSide: see the warnings':
    'задано вручну, тримає запобіжник, невідомо одній зі сторін або UserSide не приймає: дивіться попередження',
  '{1} subscriber differs': {
    one: '{1} абонент різниться',
    few: '{1} абоненти різняться',
    many: '{1} абонентів різняться',
  },
  '{1} subscribers differ': {
    one: '{1} абонент різниться',
    few: '{1} абоненти різняться',
    many: '{1} абонентів різняться',
  },
  '{1} subscriber in the billing, but not in UserSide': {
    one: '{1} абонент є в білінгу, але не в UserSide',
    few: '{1} абоненти є в білінгу, але не в UserSide',
    many: '{1} абонентів є в білінгу, але не в UserSide',
  },
  '{1} subscribers in the billing, but not in UserSide': {
    one: '{1} абонент є в білінгу, але не в UserSide',
    few: '{1} абоненти є в білінгу, але не в UserSide',
    many: '{1} абонентів є в білінгу, але не в UserSide',
  },
  '{1} subscriber in the billing by UserSide, but gone from it': {
    one: '{1} абонент за даними UserSide є в білінгу, але там його немає',
    few: '{1} абоненти за даними UserSide є в білінгу, але там їх немає',
    many: '{1} абонентів за даними UserSide є в білінгу, але там їх немає',
  },
  '{1} subscribers in the billing by UserSide, but gone from it': {
    one: '{1} абонент за даними UserSide є в білінгу, але там його немає',
    few: '{1} абоненти за даними UserSide є в білінгу, але там їх немає',
    many: '{1} абонентів за даними UserSide є в білінгу, але там їх немає',
  },
  'Twice in UserSide: {1} {2}, under {3}': 'Двічі в UserSide: {1} {2}, під {3}',
  lead: 'потенційний абонент',
  'Over the licence of {1}: {2} ({3} are active)': 'Понад ліцензію на {1}: {2} (активних {3})',
  'Left out of all this (filter, unreadable, duplicates): {1}':
    'Не враховано (filter, нечитане, дублікати): {1}',

  // The page.
  'usm-billing, billing {1}': 'usm-billing, білінг {1}',
  'Run {1} at {2}': 'Запуск {1}, {2}',
  'Written by usm-billing {1} at {2}.': 'Склав usm-billing {1}, {2}.',
  'subscribers in the billing': 'абонентів у білінгу',
  'records changed': 'записів змінено',
  'records failed': 'записів не перенесено',
  duration: 'тривалість',
  'requests to billing / UserSide': 'запитів до білінгу / UserSide',
  'What happened': 'Що сталося',
  '24 hours': '24 години',
  '7 days': '7 днів',
  '30 days': '30 днів',
  runs: 'запусків',
  'of them bad': 'з них невдалих',
  none: 'немає',
  'subscribers created': 'абонентів створено',
  'subscribers updated': 'абонентів змінено',
  'subscribers marked as not in billing': 'абонентів позначено «немає в білінгу»',
  'subscribers back in the billing': 'абонентів повернулося в білінг',
  'subscribers failed': 'абонентів не перенесено',
  'First imports are not counted above.': 'Перші імпортування вище не враховано.',
  'Run {1}, {2}: {3} created.': 'Запуск {1}, {2}: створено {3}.',
  'Runs that went wrong': 'Невдалі запуски',
  'No run went wrong.': 'Невдалих запусків не було.',
  'And {1} more: "usm-billing history --failed".': 'І ще {1}: "usm-billing history --failed".',
  'It did not end: it was killed, the power went, or it is at work now.':
    'Не завершився: його вбито, зникло живлення або він саме працює.',
  '{1} run': { one: '{1} запуск', few: '{1} запуски', many: '{1} запусків' },
  '{1} runs': { one: '{1} запуск', few: '{1} запуски', many: '{1} запусків' },
  'Subscribers refused, marked, back': 'Абоненти: відхилені, позначені, ті, що повернулися',
  'Of the last 7 days, first imports left out.': 'За останні 7 днів, без перших імпортувань.',
  'Nobody was refused, marked or found again.': 'Нікого не відхилено, не позначено, ніхто не повернувся.',
  'Not all of them: "usm-billing history show RUN" lists every change of a run.':
    'Тут не всі: кожну зміну запуску покаже "usm-billing history show RUN".',
  When: 'Коли',
  Id: 'Id',
  Name: 'Ім’я',
  What: 'Що сталося',
  'refused by UserSide': 'відхилив UserSide',
  'not answered by UserSide': 'UserSide не відповів',
  'Problems of the last run': 'Проблеми останнього запуску',
  'The last run met no problem.': 'Останній запуск пройшов без проблем.',
  'left undone': 'не зроблено',
  'mind ‹a warning›': 'увага',
  'For example': 'Наприклад',
  'Last runs': 'Останні запуски',
  'How they ended': 'Чим скінчилися',
  'How the last runs ended': 'Чим скінчилися останні запуски',
  Duration: 'Тривалість',
  'Changed records': 'Змінені записи',
  'Failed records': 'Не перенесені записи',
  'beyond the scale: {1}': 'поза шкалою: {1}',
  '{1} of the last {2} runs': '{1}, останні запуски: {2}',
  unknown: 'невідомо',
  'Run {1}, {2}: {3}': 'Запуск {1}, {2}: {3}',
  Run: 'Запуск',
  Started: 'Почато',
  'How it ended': 'Чим скінчився',
  Took: 'Тривав',
  Created: 'Створено',
  Updated: 'Змінено',
  Absent: 'Зникло',
  Failed: 'Не вдалося',
  Command: 'Команда',
  Search: 'Пошук',
  'What changed, by field': 'Що змінилося, за полями',
  'Subscribers changed, first imports left out.': 'Скільки абонентів змінилося, без перших імпортувань.',
  'No field of a subscriber was changed.': 'Жодного поля абонентів не змінено.',
  Field: 'Поле',
  Completeness: 'Заповненість',
  'Not counted yet: "usm-billing verify" does, and with "reportFile" every full comparison.':
    'Ще не пораховано: це робить "usm-billing verify", а з "reportFile" — кожне повне порівняння.',
  'Share of subscribers whose field is filled, as it was found at {1}.':
    'Частка абонентів, у яких поле заповнено, станом на {1}.',
  Configuration: 'Конфігурація',
  'As it was read, without its secrets.': 'Як її прочитано, без секретів.',

  // Notifications, health checks, logs.
  'usm-billing, billing {1} on {2}: {3}': 'usm-billing, білінг {1} на {2}: {3}',
  'all is well': 'усе гаразд',
  'there are differences': 'є розбіжності',
  'some records are left undone': 'частину записів не зроблено',
  'a guard has stopped something': 'запобіжник дещо зупинив',
  'another run is at work': 'працює інший запуск',
  'the billing cannot be read': 'білінг не читається',
  'UserSide cannot be read or refuses to be written': 'UserSide не читається або не дає записувати',
  'a run was stopped by a signal': 'запуск зупинено сигналом',
  'a run ended with an unexpected error': 'запуск скінчився несподіваною помилкою',
  'worse: {1}': 'гірше: {1}',
  'now: {1}': 'тепер: {1}',
  'still: {1}': 'досі: {1}',
  'all is well again': 'знову все гаразд',
  '{1} record left undone.': {
    one: 'Не зроблено {1} запис.',
    few: 'Не зроблено {1} записи.',
    many: 'Не зроблено {1} записів.',
  },
  '{1} records left undone.': {
    one: 'Не зроблено {1} запис.',
    few: 'Не зроблено {1} записи.',
    many: 'Не зроблено {1} записів.',
  },
  'Concerned: {1}.': 'Кого стосується: {1}.',
  'The first: {1}, …': 'Перші: {1}, …',
  'The run began at {1}.': 'Запуск почався {1}.',
  'It is so since {1}, for {2}.': 'Так триває з {1}, уже {2}.',
  'It began at {1} and lasted {2}.': 'Почалося {1}, тривало {2}.',
  '{1} day': { one: '{1} день', few: '{1} дні', many: '{1} днів' },
  '{1} days': { one: '{1} день', few: '{1} дні', many: '{1} днів' },
  'What to do: "usm-billing history" and the log name each record; most are tried again in every run.':
    'Що робити: кожен запис названо в "usm-billing history" та в лозі; більшість із них кожен запуск пробує знову.',
  'What to do: look at "usm-billing plan". If what it shows is meant, let it pass once with the option named above.':
    'Що робити: подивіться "usm-billing plan". Якщо так і має бути, пропустіть це один раз опцією, названою вище.',
  'What to do: "usm-billing --check-config" names what is wrong and where.':
    'Що робити: "usm-billing --check-config" скаже, що не так і де.',
  'What to do: "usm-billing doctor" names what is in the way, and the switch to flip. UserSide is left as it is.':
    'Що робити: "usm-billing doctor" скаже, що заважає і що перемкнути. UserSide лишився як є.',
  'What to do: "usm-billing doctor" names what is in the way, and the switch to flip. The next run does the rest.':
    'Що робити: "usm-billing doctor" скаже, що заважає і що перемкнути. Решту зробить наступний запуск.',
  'The next run does the rest.': 'Решту зробить наступний запуск.',
  'What to do: this is a bug; the log holds what is needed to find it.':
    'Що робити: це дефект програми; у лозі є все, щоб його знайти.',
  'this is a test': 'це перевірка',
  'This is a test of "usm-billing notify --test". Who reads it is told when the runs go wrong, and when they are well again.':
    'Це перевірка: "usm-billing notify --test". Хто це читає, того сповістять, коли запуски підуть не так і коли знову все буде гаразд.',
  'What is "notify" to do?': 'Що має зробити "notify"?',
  '"usm-billing notify --test" sends a test to everybody whom the configuration names in "notify".':
    '"usm-billing notify --test" надсилає пробне сповіщення всім, кого названо в "notify" конфігурації.',
  'Nobody is told: "notify" in the configuration is empty.':
    'Сповіщати нікого: "notify" у конфігурації порожній.',
  'Add {"to": "mailto:…"}, {"to": "telegram:…"} with its "token", {"to": "https://…"} or {"to": "command:…"}.':
    'Додайте {"to": "mailto:…"}, {"to": "telegram:…"} з його "token", {"to": "https://…"} або {"to": "command:…"}.',
  '{1} was told.': '{1}: сповіщено.',
  '{1} was not told: {2}.': '{1}: не сповіщено: {2}.',
  'it did not answer in time': 'не відповів вчасно',
  'it failed in a way nobody foresaw': 'збій, якого ніхто не передбачив',
  'this host has no sendmail': 'на цьому хості немає sendmail',
  'it answered HTTP {1}': 'відповів HTTP {1}',
  'it answered HTTP {1} ({2})': 'відповів HTTP {1} ({2})',
  'it could not be reached': 'недосяжний',
  'it could not be reached ({1})': 'недосяжний ({1})',
  'it did not end in time': 'не завершилася вчасно',
  'it ended with {1}': 'завершилася з {1}',
  'it could not be started': 'не запускається',
  'it could not be started ({1})': 'не запускається ({1})',
  'it has no token': 'немає токена ("token")',
  'The health check (pingUrl) was not told: {1}.': 'Контроль запусків (pingUrl) не сповіщено: {1}.',
  'the run was told to stop': 'запуск зупиняють',
  'The logs in {1} cannot be written: {2}. The run goes on.': 'Логи в {1} не пишуться: {2}. Запуск триває.',
  "The system's log (log.syslog) cannot be told: {1}. The run goes on.":
    'Системний лог (log.syslog) недоступний: {1}. Запуск триває.',
  'this host has no "logger"': 'на цьому хості немає "logger"',
  '"logger" does not take it': '"logger" не приймає',

  // Files that are written, bundles, versions.
  'The report was written to {1}.': 'Звіт записано у {1}.',
  '{1} cannot be written: {2}.': '{1}: не вдалося записати: {2}.',
  'Name a file in a folder this account may write to.':
    'Назвіть файл у теці, куди цей користувач має право писати.',
  'it is a folder': 'це тека',
  'it is a disk': 'це диск',
  'it is a socket': 'це сокет',
  'nobody reads it': 'ніхто не читає',
  'its reader does not go on reading': 'той, хто читав, перестав читати',
  'A bundle can only be made of a billing that speaks the universal API.':
    'Архів можна зробити лише для білінгу, що говорить універсальним API.',
  'Of a billing that is read as tables, "usm-billing doctor --json" tells what a helper asks first.':
    'Про білінг, який читається як таблиці, перше потрібне для допомоги каже "usm-billing doctor --json".',
  'The bundle was written to {1}. Read it before you send it: README.txt in it says how.':
    'Архів записано у {1}. Перегляньте його, перш ніж надсилати: README.txt у ньому каже як.',
  'A side could not be read to its end: {1}': 'Одну зі сторін не прочитано до кінця: {1}',
  'The bundle has no answer to this.': 'В архіві немає відповіді на це.',
  'Whether there is a newer release could not be told: {1}.':
    'Не вдалося дізнатися, чи є новіший випуск: {1}.',
  'This is newer than the newest release, {1}.': 'Це новіше за найновіший випуск, {1}.',
  'This is the newest release.': 'Це найновіший випуск.',
  'A newer release exists: {1}': 'Є новіший випуск: {1}',
  'this build was not told where its releases are published':
    'цій збірці не сказано, де публікуються її випуски',
  '{1} answered HTTP {2}': '{1}: відповідь HTTP {2}',
  '{1} answered something that is no release': '{1}: відповідь не схожа на випуск',
  '{1} answered something that is no JSON': '{1}: відповідь не є JSON',
  'the answer of {1} is longer than a release': '{1}: відповідь задовга як для випуску',
  '{1} did not answer within {2} s': '{1}: немає відповіді за {2} с',
  '{1} could not be reached': '{1}: недосяжний',
  '{1} could not be reached ({2})': '{1}: недосяжний ({2})',
  'its address': 'його адреса',

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
  '{1}: {2} in {3}, {4}.': '{1}: {2}, {3}, {4}.',
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
} as const satisfies Catalogue

/** A phrase of the program, in English. */
export type Phrase = keyof typeof UK
