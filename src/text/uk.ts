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
    'пароль облікового запису; його ім’я стоїть у billingUrl',
  'encryption: "verify" proves the server\'s certificate and name, "require" does not; "verify" unless set, where the server is another host and offers it':
    'шифрування: "verify" перевіряє сертифікат та ім’я сервера, "require" — ні; якщо не задано, "verify" там, де сервер на іншому хості й пропонує шифрування',
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
  'an object { "NAME": value }': 'об’єкт { "ІМ’Я": значення }',
  'an object { "QUERY": "SELECT …" }': 'об’єкт { "ЗАПИТ": "SELECT …" }',
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

  // Configuration: forms of a value that only errors name.
  'a text or a number': 'текст або число',
  'a text, a list of lines, "file:NAME.sql", or null': 'текст, список рядків, "file:ІМ’Я.sql" або null',
  '"auto" or an encoding as "windows-1251", "koi8-u" or "utf-8"':
    '"auto" або кодування: "windows-1251", "koi8-u", "utf-8"',
  'an id or a name': 'id або назва',
  'an object { … }': 'об’єкт { … }',
  'an object { "to": …, "token": …, "on": …, "repeatHours": … }':
    'об’єкт { "to": …, "token": …, "on": …, "repeatHours": … }',
  'one who is told': 'кого сповіщати',
  '"A-B", "net/len", "A" or a pair [min, max]': '"A-B", "мережа/довжина", "A" або пара [min, max]',
  'certificate in PEM form': 'сертифіката у форматі PEM',
  'the id of a UserSide field': 'id поля UserSide',
  'the name of a field': 'назва поля',
  'another value': 'інше значення',

  // Configuration: what is wrong with it.
  'must be {1}, found {2}': 'очікується {1}, а вказано {2}',
  'must be {1}, found nothing': 'очікується {1}, а не вказано нічого',
  'an object { … } is expected, found {1}': 'очікується об’єкт { … }, а вказано {1}',
  'a list': 'список',
  'an object': 'об’єкт',
  'the number {1}': 'число {1}',
  'the text ""': 'порожній текст',
  'the text "{1}"': 'текст "{1}"',
  'a number that is not shown': 'число, яке не показується',
  'a text that is not shown': 'текст, який не показується',
  'is missing: {1}': 'не вказано. Це {1}',
  'is missing: {1} (environment: {2})': 'не вказано. Це {1} (змінна оточення: {2})',
  'is missing: Telegram takes messages by the token of a bot (@BotFather makes one)':
    'не вказано: Telegram приймає повідомлення з токеном бота (його створює @BotFather)',
  'is unknown': 'невідомий параметр',
  'did you mean "{1}"?': 'може, "{1}"?',
  'goes to the UserSide field {1}, to which the billing field {2} already goes':
    'веде до поля UserSide {1}, куди вже веде поле білінгу {2}',
  'names nothing: fill it or leave it out': 'нічого не називає: заповніть або приберіть',
  'is "{1}", but {2} is set, which means "{3}": take one of them out':
    'вказано "{1}", але ввімкнено {2}, а це означає "{3}": приберіть щось одне',
  'is no name for a parameter: letters, digits and "_" make one':
    'не годиться як ім’я параметра: можна лише літери, цифри та "_"',
  'the file holds no {1}': 'у файлі немає {1}',
  'the file {1} holds no {2}': 'у файлі {1} немає {2}',
  'the file cannot be read: {1}': 'файл не вдалося прочитати: {1}',
  'the file {1} cannot be read: {2}': 'файл {1} не вдалося прочитати: {2}',
  'the file {1} is empty': 'файл {1} порожній',
  'the file is empty': 'файл порожній',
  'there is no such file': 'такого файлу немає',
  'cannot be read: {1}': 'не вдалося прочитати: {1}',
  'is given twice; take one of them out': 'вказано двічі; приберіть щось одне',
  'a key in double quotes is expected here': 'тут має бути параметр у подвійних лапках',
  'a value is expected here': 'тут має бути значення',
  'a colon is expected here': 'тут має бути двокрапка',
  'a comma is missing before this': 'перед цим бракує коми',
  'a closing } is missing': 'бракує закривної }',
  'a closing ] is missing': 'бракує закривної ]',
  'nothing may follow the closing }': 'після останньої } не має бути нічого',
  'this comment has no end': 'цей коментар не закрито',
  'this text has no closing double quote on its line': 'у цьому рядку не закрито подвійні лапки',
  'this number is not finished': 'число не дописано',
  'this is not a number as JSON writes it': 'у JSON числа так не пишуть',
  'a \\u needs four hex digits': 'після \\u потрібні чотири шістнадцяткові цифри',
  'this backslash escape is unknown: write \\\\ for a backslash':
    'невідома послідовність зі зворотною скісною рискою: саму риску пишуть як \\\\',
  'a control character must be written as \\uXXXX': 'керівний символ треба писати як \\uXXXX',
  'this is neither a text in double quotes, a number, true, false nor null':
    'це не текст у подвійних лапках, не число, не true, не false і не null',
  'this is not JSON': 'це не JSON',
  '"{1}:" names nothing': 'після "{1}:" нічого немає',
  'the environment variable {1} is not set': 'змінну оточення {1} не задано',
  'there are no systemd credentials: ${1} is not set':
    'systemd не передав жодних credentials: ${1} не задано',
  '"{1}" is not the name of a credential': '"{1}" не може бути іменем credential',
  '{1}: does not go with billingName "{2}", which speaks HTTP; tables are read by {3}':
    '{1}: не поєднується з billingName "{2}", бо той працює через HTTP; таблиці читають {3}',
  '{1}: does not go with billingName "{2}", which is read from {3}':
    '{1}: не поєднується з billingName "{2}": для нього потрібно {3}',
  'is for databases: a folder of files is read as it is': 'лише для баз даних: тека з файлами читається як є',
  'lacks "subscribers", the one query that has to be there': 'бракує "subscribers": цей запит обов’язковий',
  'is an unknown query': 'невідомий запит',
  'is an unknown query; known are {1}': 'невідомий запит; є такі: {1}',
  'cannot be taken away: there is nothing without it': 'не можна прибрати: без нього нічого не буде',
  'uses {parameter:{1}}, which billingDatabase.parameters does not have':
    'вживає {parameter:{1}}, а в billingDatabase.parameters його немає',
  'is no address of a database': 'це не адреса бази даних',
  'is no address of a database or a folder': 'це не адреса бази даних і не тека',
  'must name a database behind the host': 'після хоста має стояти назва бази даних',
  'has an unknown parameter "{1}" (only "socket" is known)':
    'має невідомий параметр "{1}" (відомий лише "socket")',
  'names no host': 'не названо хост',
  'names no folder': 'не названо теку',
  'names no file': 'не названо файл',
  'a home-made billing': 'саморобний білінг',
  'a pair of integers [min, max] is expected': 'очікується пара цілих чисел [min, max]',
  'an address, a range "A-B", a network "net/len" or a pair [min, max] is expected':
    'очікується адреса, діапазон "A-B", мережа "мережа/довжина" або пара [min, max]',
  '"{1}" is not a range "A-B"': '"{1}" не є діапазоном "A-B"',
  '"{1}" is not an IPv4 address': '"{1}" не є адресою IPv4',
  'the range "{1}-{2}" ends before it begins': 'діапазон "{1}-{2}" закінчується раніше, ніж починається',
  '"/{1}" is not a prefix length between 0 and 32': '"/{1}" не є довжиною префікса від 0 до 32',
  'is empty': 'порожньо',
  'has a bracket that is not closed': 'не закрито дужку',
  'has a bracket that closes nothing': 'зайва закривна дужка',
  'has a quote that is not closed': 'не закрито лапки',
  'has a comment that is not closed': 'не закрито коментар',
  'has a comment that MySQL would carry out': 'є коментар, який MySQL виконає',
  'has a mark inside quotes: leave the quotes away, the program sets its own':
    'позначка стоїть у лапках: приберіть лапки, програма ставить їх сама',
  'is more than one statement: only a single SELECT may be sent':
    'більше ніж одна інструкція: можна надсилати лише один SELECT',
  'begins with {1}: only a single SELECT may be sent': 'починається з {1}: можна надсилати лише один SELECT',
  'says {1}: only a single SELECT may be sent, and it may not lock anything either':
    'містить {1}: можна надсилати лише один SELECT, і він не має нічого блокувати',
  'has {page:}, which names no column': 'містить {page:} без назви стовпця',
  'has {page:…} where no condition stands: put it behind WHERE or AND':
    'містить {page:…} не на місці умови: поставте його після WHERE або AND',
  'has {page:…} before the end of its SELECT: put it behind the other conditions, and leave ORDER BY and LIMIT away':
    'містить {page:…} не в кінці свого SELECT: поставте його після інших умов, без ORDER BY та LIMIT',
  'has {page:{1}}, which names no column': 'містить {page:{1}}, а це не назва стовпця',
  'has {page:…} beside OR: put the other conditions in brackets':
    'містить {page:…} поряд з OR: візьміть інші умови в дужки',
  'has {page:…} in one part of a UNION: put the mark behind a query around all of it':
    'містить {page:…} в одній частині UNION: поставте позначку в запиті довкола всього',
  'has {page:…} twice': 'містить {page:…} двічі',
  'has {parameter:{1}}, which is no name': 'містить {parameter:{1}}, а це не ім’я',
  'has a "{" that begins neither {page:COLUMN} nor {parameter:NAME}':
    'є "{", що не починає ні {page:СТОВПЕЦЬ}, ні {parameter:ІМ’Я}',

  // Configuration: loading it.
  'There is no configuration.': 'Конфігурації немає.',
  'Check --config and ${1}.': 'Перевірте --config і ${1}.',
  'Write one with "usm-billing init", name one with --config or ${1}, or set the environment variables (BILLING_URL, …).':
    'Створіть її командою "usm-billing init", вкажіть через --config або ${1} чи задайте змінні оточення (BILLING_URL, …).',
  'The configuration is not valid: one error.': 'У конфігурації одна помилка.',
  'The configuration is not valid: {1} errors.': {
    one: 'У конфігурації {1} помилка.',
    few: 'У конфігурації {1} помилки.',
    many: 'У конфігурації {1} помилок.',
  },
  'environment {1}': 'змінна оточення {1}',
  'The environment variable {1} is not used: the configuration file sets {2} to something else.':
    'Змінна оточення {1} не діє: у файлі конфігурації {2} має інше значення.',
  'The environment variable {1} opens this program to a debugger, which could read every key.':
    'Змінна оточення {1} відкриває програму для налагоджувача, а той міг би прочитати всі ключі.',
  'Unset {1}.': 'Приберіть змінну {1}.',
  '{1} holds a key ({2}) and can be read by {3}: run "chmod 600 {4}", or keep the key elsewhere ("file:PATH", "env:NAME", "credential:NAME").':
    'У {1} зберігається ключ ({2}), і прочитати його може {3}: виконайте "chmod 600 {4}" або тримайте ключ деінде ("file:ШЛЯХ", "env:ІМ’Я", "credential:ІМ’Я").',
  'its group': 'група файлу',
  'everybody on this machine': 'кожен на цій машині',
  '"{1}" is called "{2}" since version {3}. The old name works until version {4}: rename it.':
    'З версії {3} параметр "{1}" називається "{2}". Стара назва діє до версії {4}: перейменуйте його.',
  '"{1}" is not used: "{2}", its new name, is set too. Take the old one out.':
    '"{1}" не діє: задано й "{2}", його нову назву. Приберіть стару.',
  'The configuration is valid: {1}': 'Конфігурація правильна: {1}',
  'from the environment': 'зі змінних оточення',
  'Billing {1} goes to {2}.': 'Білінг {1} переноситься в {2}.',

  // The old PHP configuration.
  'line {1}: {2}': 'рядок {1}: {2}',
  '{1} has no counterpart': '{1} не має відповідника',
  '{1} is not read: {2}': '{1} не прочитано: {2}',
  '"{1}" makes it more than a plain value': '"{1}" робить це чимось більшим за просте значення',
  '{1} is more than a plain value': '{1}: це більше, ніж просте значення',
  '"{1}" is expected, found {2}': 'очікується "{1}", а стоїть {2}',
  'the end of the file': 'кінець файлу',
  'arrays are joined': 'тут з’єднуються масиви',
  'an array is joined to a text': 'масив приєднується до тексту',
  'an array cannot be a key': 'масив не може бути ключем',
  'it is not an assignment': 'це не присвоєння',
  'a sign stands before what is no number': 'знак стоїть не перед числом',
  'the function {1}() is not executed': 'функція {1}() не виконується',
  '{1} is not known here': '{1}: тут невідомо',
  'the text holds an expression in braces or brackets': 'у тексті є вираз у дужках',

  // init.
  'Configuration of usm-billing. What is commented out has the value that is shown or none.':
    'Конфігурація usm-billing. Закоментоване має те значення, яке показано, або жодного.',
  'Instead of a secret, "env:NAME", "file:PATH" or "credential:NAME" may stand.':
    'Замість секрету можна написати "env:ІМ’Я", "file:ШЛЯХ" або "credential:ІМ’Я".',
  'The old module wrote its log to {1}.': 'Старий модуль писав лог у {1}.',
  '{1} is there already; nothing was written.': '{1} уже є; нічого не записано.',
  'Move it away first, or name another file with --config.':
    'Спершу приберіть його або вкажіть інший файл через --config.',
  'There is no PHP in {1}; nothing was written.': 'У {1} немає PHP; нічого не записано.',
  'Name the configuration of the old module, usm_billing.conf.php.':
    'Вкажіть конфігурацію старого модуля, usm_billing.conf.php.',
  '{1} cannot be looked for: {2}.': '{1}: не вдалося перевірити, чи є такий файл: {2}.',
  '{1} cannot be read: {2}.': '{1} не вдалося прочитати: {2}.',
  'The working folder is gone.': 'Робочої теки вже немає.',
  'Change into a folder that is there, or name the configuration with its whole path.':
    'Перейдіть у теку, яка є, або вкажіть конфігурацію повним шляхом.',
  'No temporary files can be made in {1}.': 'У {1} не вдається створити тимчасові файли.',
  'Set the environment variable TMPDIR to a folder that is there, has room, and can be written to.':
    'Вкажіть у змінній оточення TMPDIR теку, яка є, має місце й доступна для запису.',
  'A bundle brings its own billing: leave --billing or --bundle out.':
    'В архіві є власний білінг: приберіть --billing або --bundle.',
  '{1} cannot be written: {2}.': '{1} не вдалося записати: {2}.',
  'Written: {1}': 'Записано: {1}',
  'Carried over from {1}: {2}': 'Перенесено з {1}: {2}',
  nothing: 'нічого',
  'Not carried over:': 'Не перенесено:',
  'Still to be set in it: {1}': 'Ще треба вказати в ньому: {1}',
  'Next:': 'Далі:',
  'Which billing is it?': 'Який це білінг?',
  'one that has the API for UserSide: uBilling, MikBill, ABillS, Platex and others':
    'такий, що має API для UserSide: uBilling, MikBill, ABillS, Platex та інші',
  'Carbon Billing 5, by its API': 'Carbon Billing 5, через його API',
  'NetUP UTM5, from its database': 'NetUP UTM5, з його бази даних',
  'ABillS, from its database': 'ABillS, з його бази даних',
  'uBilling, from its database': 'uBilling, з його бази даних',
  'MikBill, from its database': 'MikBill, з його бази даних',
  'NoDeny+, from its database': 'NoDeny+, з його бази даних',
  'any other with a database, by queries of your own': 'будь-який інший із базою даних, за вашими запитами',
  'any other that writes CSV or JSON files into a folder':
    'будь-який інший, що пише файли CSV або JSON у теку',
  'It is one of {1}': 'Можливі значення: {1}',
  'It is one of {1}.': 'Можливі значення: {1}.',
  'Kind of the database: {1} [{2}]': 'Тип бази даних: {1} [{2}]',
  'The SQLite file of the billing': 'Файл SQLite білінгу',
  'Host of the database, HOST:PORT where the port is not the usual one, or the path of a socket':
    'Хост бази даних (ХОСТ:ПОРТ, якщо порт нестандартний) або шлях до сокета',
  'Name of the database': 'Назва бази даних',
  'Account that may read it': 'Обліковий запис, який може її читати',
  'Its password': 'Його пароль',
  'Its password [as before]': 'Його пароль [той самий]',
  'Answer again? [Y/n]': 'Відповісти ще раз? [Y/n]',
  'Test the connections now? [Y/n]': 'Перевірити з’єднання зараз? [Y/n]',

  // The command line.
  'The command "{1}" is unknown': 'Команда "{1}" невідома',
  'The option "{1}" is unknown': 'Опція "{1}" невідома',
  '--{1} takes no value.': '--{1} не приймає значення.',
  '--{1} needs a value.': '--{1} потребує значення.',
  '--{1} is given twice.': '--{1} вказано двічі.',
  '{1} is missing.': '{1} не вказано.',
  '"{1}" is one word too many.': '"{1}" — зайве слово.',
  '{1} cannot be "{2}"': '{1} не може бути "{2}"',
  '{1} cannot be "{2}": it is one of {3}.': '{1} не може бути "{2}"; можливі значення: {3}.',
  'See "{1}".': 'Див. "{1}".',
  'See "usm-billing help".': 'Див. "usm-billing help".',
  'the folder docs of the archive it came in': 'тека docs в архіві з програмою',
  'The output could not be written: {1}.': 'Не вдалося записати те, що виводиться: {1}.',
  'Unexpected error: {1}': 'Несподівана помилка: {1}',
  'This is a bug: please report it, with what --verbose prints.':
    'Це дефект програми: повідомте про нього, додавши те, що виводить --verbose.',
  '"@" names no file.': '"@" не називає файлу.',
  'For instance --id @five.txt.': 'Наприклад, --id @five.txt.',
  '{1} names nobody, so nothing was done.': '{1} нікого не називає, тож нічого не зроблено.',
  'One login, id, agreement number or account number a line is expected.':
    'Має бути по одному в рядку: логін, id, номер договору або особового рахунку.',

  // A run: its beginning, its end, what it leaves.
  'Stopped by {1}.': 'Зупинено сигналом {1}.',
  '{1}: ending after the request in flight.': '{1}: завершую після поточного запиту.',
  'This runs as root, and {1} belongs to {2}: what is made there is given to {3}. Better: sudo -u {4} usm-billing':
    'Запущено від root, а {1} належить {2}: усе, що там створюється, віддається {3}. Краще так: sudo -u {4} usm-billing',
  '{1} could not be written: {2} ({3}).': '{1} не вдалося записати: {2} ({3}).',
  '{1} (notify) was not told: {2}. It is told after the next run.':
    '{1} (notify) не вдалося сповістити: {2}. Спроба повториться після наступного запуску.',
  'Left undone, {1} in all: {2}.': 'Не зроблено, разом {1}: {2}.',
  'Still left undone, {1} in all: {2}.': 'Досі не зроблено, разом {1}: {2}.',
  '"usm-billing history" and the log tell more.': 'Докладніше — "usm-billing history" і лог.',
  'Warnings about others: {1}. "usm-billing plan" tells them.':
    'Попереджень про інших: {1}. Їх показує "usm-billing plan".',

  // A plan in a file.
  'The plan was written to {1}. "usm-billing apply {2}" carries it out within {3} hours.':
    'План записано в {1}. "usm-billing apply {2}" виконає його; він дійсний {3} год.',
  'Name a file in a folder this account may write to.':
    'Вкажіть файл у теці, куди цей обліковий запис може писати.',
  '{1} is not whole: {2} of {3} changes are in it.': '{1} неповний: змін у ньому {2} з {3}.',
  '{1} is no plan that this program has kept.': '{1} — не план, збережений цією програмою.',
  '{1} was not carried out: {2}.': '{1} не виконано: {2}.',
  'it is a plan of billing {1}, and this is billing {2}': 'це план білінгу {1}, а тут білінг {2}',
  'it was made with another configuration': 'його створено з іншою конфігурацією',
  'it is older than {1} hours ({2})': 'він старший за {1} год ({2})',
  'it is of a time to come ({1}): the clock of this host was set back':
    'він із майбутнього ({1}): годинник цього хоста переведено назад',
  'Nothing was written. Keep a new plan: usm-billing plan --out FILE.':
    'Нічого не записано. Збережіть новий план: usm-billing plan --out FILE.',

  // Lock and journal.
  'Another run of this billing is at work.': 'Працює інший запуск цього білінгу.',
  'Another run of this billing is at work: process {1} on {2}.':
    'Працює інший запуск цього білінгу: процес {1} на {2}.',
  'Another run of this billing is at work: process {1} on {2}, since {3}.':
    'Працює інший запуск цього білінгу: процес {1} на {2}, з {3}.',
  'Another run of this billing is at work: it holds {1}.':
    'Працює інший запуск цього білінгу: він тримає {1}.',
  'Nothing was done. This run may be started again when the other one has ended.':
    'Нічого не зроблено. Запустіть ще раз, коли той завершиться.',
  'The lock {1} cannot be used: {2}. Nothing was done.':
    'Блокування {1} не вдалося використати: {2}. Нічого не зроблено.',
  'When no run of this billing is at work: rm {1}': 'Якщо жоден запуск цього білінгу не працює: rm {1}',
  'Set statePath to a folder that can be written.': 'Вкажіть у statePath теку, в яку можна писати.',
  'Set statePath to a folder this account ({1}) may write to.':
    'Вкажіть у statePath теку, в яку може писати цей обліковий запис ({1}).',
  'The folder {1} (statePath) cannot hold the lock: {2}.':
    'У теці {1} (statePath) не вдалося тримати блокування: {2}.',
  'The lock is kept in {1} for this run.': 'На цей запуск блокування тримається в {1}.',
  'it is no file': 'це не файл',
  'it was written by a newer version, {1}': 'його записала новіша версія, {1}',
  'a run is writing it just now': 'саме зараз у нього пише запуск',
  'what is remembered was damaged': 'запам’ятоване було пошкоджено',
  'The journal cannot be used ({1}). It was set aside as {2}, and a new one is begun.':
    'Журнал непридатний ({1}). Його відкладено як {2} і розпочато новий.',
  'The journal {1} cannot be kept ({2}). The run goes on, but its changes are not remembered: history and undo will not know them.':
    'Журнал {1} не вдалося вести ({2}). Запуск іде далі, але його зміни не запам’ятовуються: history і undo їх не знатимуть.',
  'Rows of the journal are damaged. They are left out; check the disk and the memory of this host.':
    'Рядки журналу пошкоджено. Їх пропущено; перевірте диск і пам’ять цього хоста.',
  'The journal cannot be read: {1}.': 'Журнал не вдалося прочитати: {1}.',
  'The journal {1} cannot be read: {2}.': 'Журнал {1} не вдалося прочитати: {2}.',
  'Nothing was changed in it. The next run sets it aside and begins a new one.':
    'У ньому нічого не змінено. Наступний запуск відкладе його й розпочне новий.',
  'Nothing was changed in it. Try again in a moment.': 'У ньому нічого не змінено. Спробуйте за мить ще раз.',
  'The journal knows no such run.': 'Такого запуску в журналі немає.',
  'The journal knows no run {1}.': 'Запуску {1} в журналі немає.',
  '"{1}" is not the number of a run.': '"{1}" — не номер запуску.',
  '"usm-billing history" lists the runs it knows.': 'Наявні запуски показує "usm-billing history".',
  'The journal knows no subscriber "{1}"': 'Абонента "{1}" в журналі немає',
  'Several subscribers were called "{1}": {2}.': 'Так — "{1}" — називалися кілька абонентів: {2}.',
  'Name the one that is meant by its id in the billing.': 'Вкажіть потрібного за його id у білінгу.',

  // Rights on this host, and what its system says.
  "{1} is this account's ({2}), but its mode does not let it read it":
    '{1} належить цьому обліковому запису ({2}), але права файлу не дозволяють його читати',
  "{1} is this account's ({2}), but its mode does not let it write to it":
    '{1} належить цьому обліковому запису ({2}), але права файлу не дозволяють у нього писати',
  "{1} is this account's ({2}), but its mode does not let it look into it":
    '{1} належить цьому обліковому запису ({2}), але права теки не дозволяють у неї заходити',
  '{1} belongs to {2}, and this account ({3}) may not read it':
    '{1}: власник {2}, а цей обліковий запис ({3}) не може читати',
  '{1} belongs to {2}, and this account ({3}) may not write to it':
    '{1}: власник {2}, а цей обліковий запис ({3}) не може туди писати',
  '{1} belongs to {2}, and this account ({3}) may not look into it':
    '{1}: власник {2}, а цей обліковий запис ({3}) не може туди заходити',
  'Use a folder that {1} may look into.': 'Візьміть теку, в яку {1} може заходити.',
  'As root: chown {1} {2}': 'Від root: chown {1} {2}',
  'Run it as {1} (sudo -u {2}). Or, for good. {3}': 'Запустіть від {1} (sudo -u {2}). Або назавжди. {3}',
  'no such file or directory': 'немає такого файлу чи теки',
  'permission denied': 'немає прав доступу',
  'operation not permitted': 'операцію не дозволено',
  'illegal operation on a directory': 'це тека, а не файл',
  'not a directory': 'це не тека',
  'file already exists': 'файл уже є',
  'no space left on device': 'на диску немає місця',
  'read-only file system': 'файлова система лише для читання',
  'i/o error': 'помилка вводу-виводу',
  'too many open files': 'забагато відкритих файлів',
  'too many symbolic links encountered': 'забагато символічних посилань',
  'name too long': 'задовге ім’я',
  'file is not a database': 'файл не є базою даних',
  'database disk image is malformed': 'файл бази даних пошкоджено',
  'disk I/O error': 'помилка диска',
  'database or disk is full': 'диск або база даних переповнені',
  'unable to open database file': 'файл бази даних не відкривається',
  'attempt to write a readonly database': 'база даних доступна лише для читання',
  'database is locked': 'базу даних заблоковано',

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

  // A run: its steps, its brakes, what it meets.
  'Reading the lists of the billing': 'Читання довідників білінгу',
  'Reading the subscribers of the billing': 'Читання абонентів білінгу',
  'Reading the addresses of the billing': 'Читання адрес білінгу',
  'Reading UserSide': 'Читання UserSide',
  'Matching houses': 'Зіставлення будинків',
  'Comparing subscribers': 'Порівняння абонентів',
  'Creating houses': 'Створення будинків',
  'Creating subscribers': 'Створення абонентів',
  'Reading UserSide back': 'Повторне читання UserSide',
  'Writing subscribers': 'Запис абонентів',
  'Writing balances': 'Запис балансів',
  'Writing upload traffic': 'Запис вихідного трафіку',
  'Writing download traffic': 'Запис вхідного трафіку',
  'Writing activity': 'Запис активності',
  'A light run: what UserSide holds is known since the full comparison of {1}.':
    'Легкий запуск: що є в UserSide, відомо з повного порівняння ({1}).',
  'Everything is compared: {1}.': 'Порівнюється все: {1}.',
  'nothing is remembered': 'нічого не запам’ятовано',
  'nothing is remembered, or the last run did not end well':
    'нічого не запам’ятовано, або минулий запуск завершився невдало',
  'what is remembered cannot be read': 'запам’ятоване не вдалося прочитати',
  'what {1} was is not remembered': 'не запам’ятовано, яким був {1}',
  'subscribers are remembered twice': 'когось з абонентів запам’ятовано двічі',
  'UserSide has subscribers that are not remembered': 'в UserSide є абоненти, яких не запам’ятовано',
  'UserSide does not give its source hashes': 'UserSide не віддає хешів своїх записів',
  'UserSide has another source hash of {1} than it was left with':
    'хеш абонента {1} в UserSide не той, з яким його лишив попередній запуск',
  'UserSide gives no source hash of {1} any more': 'UserSide більше не віддає хешу абонента {1}',
  'subscribers are back of whom UserSide gives no hash': 'повернулися абоненти, хешу яких UserSide не віддає',
  'only some subscribers were asked for': 'названо лише окремих абонентів',
  'passwords are imported': 'переносяться паролі',
  '"safety.fullEvery" is 0': '"safety.fullEvery" дорівнює 0',
  '--full asks for it': 'цього вимагає --full',
  'the configuration or the settings of UserSide have changed':
    'змінилася конфігурація або налаштування UserSide',
  'the last full comparison lies in the future: the clock of this host was set back':
    'останнє повне порівняння — у майбутньому: годинник цього хоста переведено назад',
  'the minutes of "safety.fullEvery" have passed since the last full comparison':
    'від останнього повного порівняння минули хвилини, задані в "safety.fullEvery"',
  'the balances, activities or traffic of UserSide are not those it was left with':
    'баланси, активність або трафік в UserSide не ті, що лишив попередній запуск',
  'the billing has subscribers UserSide does not have': 'у білінгу є абоненти, яких немає в UserSide',
  '{1} has changed in {2} records': 'поле {1} змінилося в багатьох записах ({2})',
  '{1} % of the subscribers have changed': 'змінилося {1}% абонентів',
  'more than {1} and more than {2} %': 'більше ніж {1} і більше ніж {2}%',
  '{1}, run once with {2}; the limits are "safety" in the configuration.':
    '{1}, запустіть один раз із {2}; межі задає "safety" у конфігурації.',
  'If they are really gone': 'Якщо їх справді більше немає',
  'If they are really new': 'Якщо вони справді нові',
  'If the billing is right': 'Якщо білінг має рацію',
  'The billing has no subscriber at all, UserSide has {1}: nobody is marked as "not in billing". An empty list never marks anybody.':
    'У білінгу немає жодного абонента, а в UserSide їх {1}: нікого не позначено «немає в білінгу». Порожній список ніколи нікого не позначає.',
  '{1} of {2} subscribers ({3}) are gone from the billing, {4}: they are not marked as "not in billing", everything else is done.':
    'З білінгу зникло абонентів: {1} з {2} ({3}), а це {4}. Їх не позначено «немає в білінгу», решту зроблено.',
  '{1} subscribers beside {2} ({3})': {
    one: '{1} абонент до {2} наявних ({3})',
    few: '{1} абоненти до {2} наявних ({3})',
    many: '{1} абонентів до {2} наявних ({3})',
  },
  '{1} houses beside {2} ({3})': {
    one: '{1} будинок до {2} наявних ({3})',
    few: '{1} будинки до {2} наявних ({3})',
    many: '{1} будинків до {2} наявних ({3})',
  },
  '{1} tariffs beside {2} ({3})': {
    one: '{1} тариф до {2} наявних ({3})',
    few: '{1} тарифи до {2} наявних ({3})',
    many: '{1} тарифів до {2} наявних ({3})',
  },
  '{1} groups beside {2} ({3})': {
    one: '{1} група до {2} наявних ({3})',
    few: '{1} групи до {2} наявних ({3})',
    many: '{1} груп до {2} наявних ({3})',
  },
  '{1} tags beside {2} ({3})': {
    one: '{1} мітка до {2} наявних ({3})',
    few: '{1} мітки до {2} наявних ({3})',
    many: '{1} міток до {2} наявних ({3})',
  },
  '{1} services beside {2} ({3})': {
    one: '{1} послуга до {2} наявних ({3})',
    few: '{1} послуги до {2} наявних ({3})',
    many: '{1} послуг до {2} наявних ({3})',
  },
  '{1} would be created, {2}: none of them is, everything else is done.':
    'Нового забагато: {1}, а це {2}. Нічого з цього не створено, решту зроблено.',
  'UserSide has houses in the streets of the billing, and none of the {1} houses that are wanted is found among them: no house is created, everything else is done. Compare how both systems write cities, streets and numbers.':
    'На вулицях із білінгу в UserSide є будинки, але серед них не знайдено жодного з потрібних ({1}): жодного будинку не створено, решту зроблено. Порівняйте, як обидві системи пишуть населені пункти, вулиці й номери.',
  '{1} in {2} of {3} records ({4})': '{1} — записів {2} з {3} ({4})',
  '{1} would change, {2}: {3} as UserSide has them, everything else is done.':
    'Змін забагато: {1}, а це {2}; {3} так, як є в UserSide, решту зроблено.',
  'this field is left': 'це поле лишено',
  'these fields are left': 'ці поля лишено',
  'UserSide shows {1} of the {2} subscribers it is known to hold ({3}): nobody is created and nobody is marked as "not in billing", everything else is done. If it has really lost them, run once with --accept-creates, and with --accept-absent where some are to be marked.':
    'З відомих абонентів UserSide показує {1} з {2} ({3}): нікого не створено й нікого не позначено «немає в білінгу», решту зроблено. Якщо він справді їх утратив, запустіть один раз із --accept-creates, а якщо когось треба позначити — ще й з --accept-absent.',
  'UserSide lists its {1} subscribers under its own ids instead of the billing\'s: nobody is created and nobody is marked as "not in billing". This release does not know the parameter is_id_billing_user_id: bring UserSide up to date.':
    'UserSide дає список абонентів ({1}) під власними id замість id білінгу: нікого не створено й нікого не позначено «немає в білінгу». Цей випуск не знає параметра is_id_billing_user_id: оновіть UserSide.',
  'The billing does not have some lists; the fields that need them are left alone.':
    'Деяких списків у білінгу немає; поля, яким вони потрібні, лишено як є.',
  'The billing does not export these fields; they are left alone in UserSide.':
    'Білінг не віддає цих полів; в UserSide їх лишено як є.',
  'The billing has values that cannot be read. Those fields of those records were left alone in UserSide.':
    'У білінгу є значення, які неможливо прочитати. Ці поля цих записів в UserSide лишено як є.',
  'The clock of the billing is wrong by more than any time zone, or somebody between keeps its answers. Its local times were read in the time zone of this host.':
    'Годинник білінгу помиляється більше, ніж буває в часових поясах, або хтось посередині зберігає його відповіді. Його час прочитано в поясі цього хоста.',
  'The group of "confAlwaysSetCustomerGroupId" does not exist in the billing; nobody was put in it.':
    'Групи з "confAlwaysSetCustomerGroupId" у білінгу немає; нікого до неї не додано.',
  'A list of the billing that "filter" names could not be read: whom it means is not known, so every subscriber was left alone.':
    'Список білінгу, названий у "filter", не вдалося прочитати: кого він стосується, невідомо, тож усіх абонентів лишено як є.',
  'The filter names something the billing does not have; check "filter" in the configuration.':
    'У фільтрі названо те, чого в білінгу немає; перевірте "filter" у конфігурації.',
  'Subscribers that were asked for are not managed: "filter" in the configuration leaves them alone.':
    'Деякими з названих абонентів не керують: їх виключає "filter" у конфігурації.',
  'Subscribers are in a state the billing does not list; their state in UserSide is left alone.':
    'Абоненти мають стан, якого немає у списку білінгу; їхній стан в UserSide лишено як є.',
  'Subscribers are in groups the billing does not list; those groups are left alone.':
    'Абоненти мають групи, яких немає у списку білінгу; ці групи лишено як є.',
  'Subscribers have tags the billing does not list; those tags are left alone.':
    'Абоненти мають мітки, яких немає у списку білінгу; ці мітки лишено як є.',
  'Subscribers have services the billing does not list; those services are left alone.':
    'Абоненти мають послуги, яких немає у списку білінгу; ці послуги лишено як є.',
  'Subscribers have tariffs the billing does not list (deleted there?); those tariffs are left alone.':
    'Абоненти мають тарифи, яких немає у списку білінгу (видалено там?); ці тарифи лишено як є.',
  'Subscribers live in houses that the billing does not list or UserSide does not have; their addresses are left as UserSide has them.':
    'Абоненти живуть у будинках, яких немає у списку білінгу або в UserSide; їхні адреси лишено такими, як в UserSide.',
  'Entrances that are no number cannot be written to UserSide; they are left as they are there.':
    'Під’їзд, який не є числом, записати в UserSide неможливо; там його лишено як є.',
  'Subscribers hold groups in UserSide that the billing does not know (set by hand, or renamed or deleted in the billing): they stay. Take them away there when they are not meant.':
    'В UserSide абоненти мають групи, яких білінг не знає (поставлені вручну або перейменовані чи видалені в білінгу): вони лишаються. Якщо вони зайві, заберіть їх там.',
  'Subscribers hold tags in UserSide that the billing does not know (set by hand, or renamed or deleted in the billing): they stay. Take them away there when they are not meant.':
    'В UserSide абоненти мають мітки, яких білінг не знає (поставлені вручну або перейменовані чи видалені в білінгу): вони лишаються. Якщо вони зайві, заберіть їх там.',
  'Subscribers hold services in UserSide that the billing does not know (set by hand, or renamed or deleted in the billing): they stay. Take them away there when they are not meant.':
    'В UserSide абоненти мають послуги, яких білінг не знає (поставлені вручну або перейменовані чи видалені в білінгу): вони лишаються. Якщо вони зайві, заберіть їх там.',
  'The billing does not give its houses or streets; addresses are left as UserSide has them.':
    'Білінг не віддає будинків або вулиць; адреси лишено такими, як в UserSide.',
  'Houses belong to a street or city the billing does not list; addresses there are left as UserSide has them.':
    'Будинки належать до вулиці чи населеного пункту, яких немає у списку білінгу; адреси там лишено такими, як в UserSide.',
  'Houses without a number are not created in UserSide; the addresses of those who live there are left as they are.':
    'Будинки без номера в UserSide не створюються; адреси тих, хто там живе, лишено як є.',
  'Houses were not created: what UserSide has made of another one is not found under its address, so these would be made again in every run. Compare the address of that house in UserSide with the one in the billing.':
    'Будинки не створено: те, що UserSide зробив з іншого будинку, не знаходиться за його адресою, тож ці створювалися б у кожному запуску знову. Порівняйте адресу того будинку в UserSide з адресою в білінгу.',
  'Houses of the billing read like houses UserSide has, but for spelling. They were not created, and nobody was moved there: write them alike in both systems.':
    'Будинки білінгу читаються як ті, що вже є в UserSide, різниця лише в написанні. Їх не створено й нікого туди не переселено: напишіть їх в обох системах однаково.',
  '{1} (id {2} in the billing), {3} (id {4} in UserSide)': '{1} (id {2} у білінгу), {3} (id {4} в UserSide)',
  'UserSide could neither find nor create houses; the addresses of those who live there are left as they are. A refused house is not sent again until its name changes (--full sends it).':
    'UserSide не зміг ні знайти, ні створити будинки; адреси тих, хто там живе, лишено як є. Відхилений будинок не надсилається знову, доки не зміниться його назва (--full надсилає).',
  'UserSide does not tell which of its ids is that of a building; postcode, storeys and entrances of houses are left as they are there. Allow the section "address" for the API key.':
    'UserSide не каже, який із його id належить будівлі; індекс, поверхи й під’їзди будинків лишено як є. Дозвольте ключу API розділ "address".',
  'UserSide did not compare the houses: {1}': 'UserSide не зіставив будинки: {1}',
  'Allow the section "address" for the API key.': 'Дозвольте ключу API розділ "address".',
  'UserSide holds subscribers twice under one id; only one record of each is kept up, delete the other there.':
    'В UserSide є абоненти, записані двічі під одним id; ведеться лише один запис кожного, другий видаліть там.',
  'UserSide did not give some of its lists; the fields that need them were left alone.':
    'UserSide не віддав деяких своїх списків; поля, яким вони потрібні, лишено як є.',
  'UserSide wants passwords encoded with a salt; set "usersidePasswordSalt", or switch the encoding off there. Passwords were skipped.':
    'UserSide хоче паролі, хешовані із сіллю; задайте "usersidePasswordSalt" або вимкніть там хешування. Паролі пропущено.',
  'UserSide has tariffs whose id is almost that of the billing ("_" for "&" or "+"); they are not the same for usm-billing.':
    'В UserSide є тарифи, id яких майже такий, як у білінгу ("_" замість "&" чи "+"); для usm-billing це різні тарифи.',
  'UserSide asks for an import module of core revision {1} or newer.':
    'UserSide вимагає модуль імпорту з ревізією ядра {1} або новішою.',
  'Set "usersideModuleRevision" to {1} or higher when you know that this version of UserSide works with usm-billing.':
    'Задайте "usersideModuleRevision" не менше {1}, якщо знаєте, що ця версія UserSide працює з usm-billing.',
  'UserSide holds {1} active subscribers, {2} more than its licence allows; all of them stay managed. Extend the licence.':
    'Активних абонентів в UserSide {1}, це на {2} більше, ніж дозволяє ліцензія; усіма й далі керують. Розширте ліцензію.',
  'The licence of UserSide allows {1} active subscribers; new ones above it were not created, existing ones stay managed. Extend the licence.':
    'Ліцензія UserSide дозволяє активних абонентів: {1}; нових понад неї не створено, наявними й далі керують. Розширте ліцензію.',
  'Sales leads in UserSide hold ids of subscribers, who were not created beside them. Make these leads regular subscribers in UserSide, take the id away from them, or set "leads": "convert".':
    'Потенційні абоненти в UserSide тримають id абонентів, тож тих поруч не створено. Зробіть їх в UserSide звичайними абонентами, заберіть у них id або задайте "leads": "convert".',
  '{1} (UserSide id {2})': '{1} (id в UserSide: {2})',
  'UserSide calls things it was given otherwise; they are used under its own ids. Call them the same on both sides when you want to be rid of this notice.':
    'UserSide називає дещо інакше, ніж йому передано; воно використовується під його id. Назвіть однаково з обох боків, якщо хочете позбутися цього повідомлення.',
  'UserSide did not say whether it created records, and does not show them yet. They are not sent again for ten minutes: it may still be at work. A later run looks for them first.':
    'UserSide не сказав, чи створив записи, і поки їх не показує. Десять хвилин вони не надсилаються знову: можливо, він ще працює. Пізніший запуск спершу їх пошукає.',
  'UserSide accepted new records but does not show them. They are not created once more, or there would be two of each: look for them in UserSide; when they are not there, run once with --full (subscribers and tariffs: with --accept-creates).':
    'UserSide прийняв нові записи, але не показує їх. Удруге вони не створюються, інакше кожного стало б два: пошукайте їх в UserSide; якщо їх там немає, запустіть один раз із --full (для абонентів і тарифів — із --accept-creates).',
  'UserSide refused records; the others went through, these are tried again next run.':
    'UserSide відхилив записи; решта пройшла, ці спробує наступний запуск.',
  'UserSide did not answer writes and does not show their effect; they are tried again next run.':
    'UserSide не відповів на записи й не показує їхнього результату; їх спробує наступний запуск.',
  'UserSide answers no write: {1}': 'UserSide не відповідає на жоден запис: {1}',
  'UserSide refuses additional fields, whoever has them; check the ids in "additionalDataMerge". Everything else was written.':
    'UserSide відхиляє додаткові поля, чиї б вони не були; перевірте id в "additionalDataMerge". Решту записано.',
  'UserSide returns fields unchanged after two identical writes; they are not sent again until the billing changes them (--full sends them).':
    'UserSide віддає поля незмінними після двох однакових записів; вони не надсилаються знову, доки їх не змінить білінг (--full надсилає).',
  'Neither the billing nor UserSide knows "{1}".': 'Ні білінг, ні UserSide не знають "{1}".',
  'Neither the billing nor UserSide knows "{1}"; did you mean "{2}"?':
    'Ні білінг, ні UserSide не знають "{1}"; може, "{2}"?',
  'Nothing was written. A subscriber is named by login, id in the billing, agreement number or account number.':
    'Нічого не записано. Абонента називають логіном, id у білінгу, номером договору чи особового рахунку.',
  '{1} subscribers have the login "{2}": {3}.': 'Логін "{2}" мають кілька абонентів ({1}): {3}.',
  '{1} subscribers have the agreement number "{2}": {3}.':
    'Номер договору "{2}" мають кілька абонентів ({1}): {3}.',
  '{1} subscribers have the account number "{2}": {3}.':
    'Особовий рахунок "{2}" мають кілька абонентів ({1}): {3}.',
  'Nothing was written. Name the one that is meant by its id in the billing.':
    'Нічого не записано. Назвіть потрібного за його id у білінгу.',
  'not asked for': 'не запитувалося',
  'Houses, groups, tags, services and messages a run created or changed stay in UserSide.':
    'Будинки, групи, мітки, послуги й повідомлення, створені або змінені запуском, лишаються в UserSide.',
  'Values were changed in UserSide since that run; they are left as they are.':
    'Після того запуску значення змінено в UserSide; їх лишено як є.',
  'Values cannot be taken back: UserSide does not empty them, or they are never kept in the journal.':
    'Значення не можна повернути: UserSide їх не стирає, або в журналі вони не зберігаються.',
  'UserSide cannot delete subscribers; those the run created are marked as "not in billing" instead.':
    'UserSide не вміє видаляти абонентів; створених тим запуском натомість позначено «немає в білінгу».',
  'not listed by the billing': 'немає у списку білінгу',
  'lived in': 'заселені',
  'listed by the billing': 'зі списку білінгу',

  // The demo.
  'This demo starts two small servers on this machine: a billing (as uBilling answers) with {1} invented subscribers at {2}, and an empty UserSide at {3}.':
    'Демонстрація запускає на цій машині два невеликі сервери: білінг із вигаданими абонентами ({1}), що відповідає як uBilling, — {2}, і порожній UserSide — {3}.',
  'This demo fills an SQLite file with the tables of {1} and {2} invented subscribers ({3}), and starts a small server on this machine, an empty UserSide at {4}.':
    'Демонстрація заповнює файл SQLite ({3}) таблицями {1} з вигаданими абонентами ({2}) і запускає на цій машині невеликий сервер: порожній UserSide — {4}.',
  'The file is read as a database would be: "billingName": "{1}".':
    'Файл читається так само, як база даних: "billingName": "{1}".',
  'Then it does three runs, as cron would. Nothing outside this machine is touched.':
    'Далі вона робить три запуски, як робив би cron. Поза цією машиною нічого не змінюється.',
  '1. First import: UserSide is empty': '1. Перше перенесення: UserSide порожній',
  '2. Ten minutes later: nothing has changed in the billing':
    '2. Через десять хвилин: у білінгу нічого не змінилося',
  '3. Later that day: {1} changes in the billing': '3. Пізніше того ж дня: змін у білінгу — {1}',
  'Tariffs: {1} created with fee, speed and traffic.':
    'Тарифи: створено {1}, з ціною, швидкістю та трафіком.',
  'Houses: {1} created, {2} refused.': 'Будинки: створено {1}, відхилено {2}.',
  'Subscribers: {1} created, their ids read back, and all of them filled in the same run.':
    'Абоненти: створено {1}, їхні id прочитано, і всіх заповнено в тому ж запуску.',
  'All {1} subscribers were compared, field by field.': 'Порівняно всіх абонентів ({1}), поле за полем.',
  'Nothing differed, so nothing was written.': 'Розбіжностей немає, тож нічого не записано.',
  '{1} requests wrote something: this is a bug.': 'Щось записали запити ({1}): це дефект програми.',
  'Subscribers: {1} new ones created, {2} changed, {3} gone from the billing (marked, never deleted).':
    'Абоненти: створено нових {1}, змінено {2}, зникло з білінгу {3} (їх позначено, не видалено).',
  'Only what differed was written: {1}.': 'Записано лише те, що відрізнялося: {1}.',
  '{1} and {2} more fields': '{1} та інші поля ({2})',
  'Requests: {1} to the billing; to UserSide {2} reads and {3} writes. {4}.':
    'Запити: до білінгу {1}; до UserSide читань {2}, записів {3}. {4}.',
  'Both servers check every request against the contracts and found nothing wrong.':
    'Обидва сервери звіряють кожен запит із контрактами й помилок не знайшли.',
  'To use it for real: "usm-billing init" writes a configuration, "usm-billing doctor" tests it, "usm-billing plan" shows what a run would change, and "usm-billing" runs.':
    'Для справжньої роботи: "usm-billing init" пише конфігурацію, "usm-billing doctor" перевіряє її, "usm-billing plan" показує, що змінив би запуск, а "usm-billing" запускає.',
  'The servers found requests that break the contracts. This is a bug:':
    'Сервери знайшли запити, що порушують контракти. Це дефект програми:',
  '{1} cannot be played: {2}.': '{1}: відтворити не вдалося: {2}.',
  'it is no bundle': 'це не файл команди bundle',

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
  '{1} chooses among the runs, and RUN names one: leave one of them out.':
    '{1} вибирає серед запусків, а RUN називає один із них: приберіть щось одне.',
  '--last wants a number of runs, not "{1}".': '--last: потрібна кількість запусків, а не "{1}".',
  '--since wants a date, not "{1}".': '--since: потрібна дата, а не "{1}".',
  'For instance --since 2026-11-22, or --since "2026-11-22 17:30".':
    'Наприклад, --since 2026-11-22 або --since "2026-11-22 17:30".',
  'refused ‹change›': 'відхилено',
  'lost ‹change›': 'без відповіді',
  'unsettled ‹change›': 'невідомо, чи записано',
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
  'First imports are not counted above.': 'Перші перенесення вище не враховано.',
  'Run {1}, {2}: {3} created.': 'Запуск {1}, {2}: створено {3}.',
  'Runs that went wrong': 'Невдалі запуски',
  'No run went wrong.': 'Невдалих запусків не було.',
  'And {1} more: "usm-billing history --failed".': 'І ще {1}: "usm-billing history --failed".',
  'It did not end: it was killed, the power went, or it is at work now.':
    'Не завершився: його вбито, зникло живлення або він саме працює.',
  '{1} run': { one: '{1} запуск', few: '{1} запуски', many: '{1} запусків' },
  '{1} runs': { one: '{1} запуск', few: '{1} запуски', many: '{1} запусків' },
  'Subscribers refused, marked, back': 'Абоненти: відхилені, позначені, ті, що повернулися',
  'Of the last 7 days, first imports left out.': 'За останні 7 днів, без перших перенесень.',
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
  'Subscribers changed, first imports left out.': 'Скільки абонентів змінилося, без перших перенесень.',
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
  '{1} of {2}, {3} % ‹progress›': '{1} з {2}, {3}%',
  '{1}/s ‹progress›': '{1}/с',
  '{1} left ‹progress›': 'лишилося {1}',
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
  'Wrong command line; nothing was done': 'Помилка в командному рядку; нічого не зроблено',
  'Stopped by an unexpected error': 'Зупинено несподіваною помилкою',
  'first import': 'перше перенесення',
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
  failed: 'не перенесено',
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

  // Doctor: the table.
  Where: 'Де',
  Check: 'Перевірка',
  Result: 'Результат',
  Found: 'Знайдено',
  '✔ ok': '✔ добре',
  '! warn': '! увага',
  '✘ FAIL': '✘ ПОМИЛКА',
  '· skip': '· пропущено',
  'this host': 'цей хост',
  '{1} check failed': {
    one: '{1} перевірка не пройшла',
    few: '{1} перевірки не пройшли',
    many: '{1} перевірок не пройшли',
  },
  '{1} checks failed': {
    one: '{1} перевірка не пройшла',
    few: '{1} перевірки не пройшли',
    many: '{1} перевірок не пройшли',
  },
  '{1} warning': { one: '{1} попередження', few: '{1} попередження', many: '{1} попереджень' },
  '{1} warnings': { one: '{1} попередження', few: '{1} попередження', many: '{1} попереджень' },
  'All is well.': 'Усе гаразд.',
  'configuration ‹check›': 'конфігурація',
  'billing ‹check›': 'білінг',
  'address ‹check›': 'адреса',
  'connection ‹check›': 'з’єднання',
  'account ‹check›': 'обліковий запис',
  'snapshot ‹check›': 'знімок',
  'sample ‹check›': 'вибірка',
  'encoding ‹check›': 'кодування',
  'reachable ‹check›': 'доступність',
  'certificate ‹check›': 'сертифікат',
  'key ‹check›': 'ключ',
  'clock ‹check›': 'годинник',
  'subscribers ‹check›': 'абоненти',
  'licence ‹check›': 'ліцензія',
  'writing ‹check›': 'запис',
  'clock against billing': 'годинник щодо білінгу',
  'log folder': 'тека логів',
  'state folder': 'тека стану',
  'query {1}': 'запит {1}',
  'one page': 'одна сторінка',
  '{1} row': { one: '{1} рядок', few: '{1} рядки', many: '{1} рядків', other: '{1} рядка' },
  '{1} rows': { one: '{1} рядок', few: '{1} рядки', many: '{1} рядків', other: '{1} рядка' },
  '{1} method': { one: '{1} метод', few: '{1} методи', many: '{1} методів', other: '{1} методу' },
  '{1} methods': { one: '{1} метод', few: '{1} методи', many: '{1} методів', other: '{1} методу' },
  '{1} field': { one: '{1} поле', few: '{1} поля', many: '{1} полів' },
  '{1} fields': { one: '{1} поле', few: '{1} поля', many: '{1} полів' },
  '{1} column': { one: '{1} стовпець', few: '{1} стовпці', many: '{1} стовпців', other: '{1} стовпця' },
  '{1} columns': { one: '{1} стовпець', few: '{1} стовпці', many: '{1} стовпців', other: '{1} стовпця' },
  '{1} table': { one: '{1} таблиця', few: '{1} таблиці', many: '{1} таблиць' },
  '{1} tables': { one: '{1} таблиця', few: '{1} таблиці', many: '{1} таблиць' },

  // Doctor: this host and the way to both systems.
  'valid: {1}': 'без помилок: {1}',
  '{1} is a file, not a folder.': '{1} — це файл, а не тека.',
  '{1} cannot be written: {2}. Did another account run it once?':
    'Немає змоги писати в {1}: {2}. Можливо, програму колись запускав інший обліковий запис?',
  '{1}: only {2} free.': '{1}: вільно лише {2}.',
  '{1}, {2} free': '{1}, вільно {2}',
  '{1} will be created, {2} free': '{1} буде створено, вільно {2}',
  'make room, or set {1} to another disk': 'звільніть місце або перенесіть {1} на інший диск',
  'chown {1} to the account that runs usm-billing, or set {2} to another folder':
    'зробіть chown {1} на обліковий запис, від якого працює usm-billing, або вкажіть у {2} іншу теку',
  'It is asked through the proxy {1}; the first request tells.':
    'Запити йдуть через проксі {1}; стане ясно з першого запиту.',
  '{1}, the name service, the firewall, or {2}.proxy': '{1}, DNS, фаєрвол або {2}.proxy',
  'http: the key travels readable, and there is no certificate.':
    'http: ключ іде відкритим текстом, сертифіката немає.',
  'It is not verified, as {1}.insecureTls says ({2}): anybody on the way can read the key.':
    'Не перевіряється, як сказано в {1}.insecureTls ({2}): ключ може прочитати будь-хто дорогою.',
  '{1}.caFile instead of insecureTls': '{1}.caFile замість insecureTls',
  'It is trusted, but insecureTls keeps it from being verified.':
    'Йому можна довіряти, але через insecureTls він не перевіряється.',
  'take {1}.insecureTls out': 'приберіть {1}.insecureTls',
  'valid until {1}': 'чинний до {1}',
  'It expires in {1}: {2}.': 'Скоро закінчиться, лишилося {1}: {2}.',
  'renew it on the server': 'поновіть його на сервері',
  'nothing listens at this address': 'за цією адресою ніхто не слухає',
  'the name is unknown': 'ім’я невідоме',
  'the name cannot be looked up just now': 'ім’я зараз не вдається визначити (DNS)',
  'no answer within {1} s': 'немає відповіді протягом {1} с',
  'the network is not reachable': 'мережа недоступна',
  'the host is not reachable': 'хост недоступний',
  'it closes the connection at once': 'з’єднання одразу закривається',

  // Doctor: the billing, UserSide, and both.
  'Asking the billing': 'Питаємо білінг',
  'Asking UserSide': 'Питаємо UserSide',
  'Counting the subscribers of UserSide': 'Рахуємо абонентів UserSide',
  'Looking at the tables': 'Дивимося на таблиці',
  'Reading the tables': 'Читаємо таблиці',
  accepted: 'прийнято',
  answers: 'відповідає',
  'switched on': 'увімкнено',
  'Not known.': 'Невідомо.',
  'Not known: {1}': 'Невідомо: {1}',
  'Not known, because get_system_information failed.': 'Невідомо, бо get_system_information не відповів.',
  'Not asked, because of the failure above.': 'Не питали через помилку вище.',
  'a billing without a name': 'білінг без назви',
  'a billing of your own': 'власний білінг',
  '{1}, read as {2}': '{1}, читається як {2}',
  'The billing does not have it; left alone: {1}.': 'У білінгу цього немає; лишається як є: [1].',
  'the billing says: {1}': 'білінг каже: {1}',
  'The billing has no subscriber. Nobody is marked absent by an empty list, and nobody is imported.':
    'У білінгу немає жодного абонента. За порожнім списком нікого не позначено «немає в білінгу» і нікого не перенесено.',
  'what the billing exports, and whether billingUrl is that of the right billing':
    'що віддає білінг і чи до того білінгу веде billingUrl',
  'Exactly {1} subscribers: the list looks as if it had been cut.': {
    one: 'Рівно {1} абонент: схоже, список обрізано.',
    few: 'Рівно {1} абоненти: схоже, список обрізано.',
    many: 'Рівно {1} абонентів: схоже, список обрізано.',
  },
  '{1}, and {2} that cannot be used.': '{1}; не годяться: {2}.',
  '{1}, and {2} that cannot be used: {3}.': '{1}; не годяться: {2} ({3}).',
  'these records in the billing': 'ці записи в білінгу',
  'these rows in the billing': 'ці рядки в білінгу',
  'Messages are not imported (confIsImportMessage).': 'Повідомлення не переносяться (confIsImportMessage).',
  'the database of the billing': 'база даних білінгу',
  '{1}, {2}, exactly with this host': '{1}, {2}, точно як на цьому хості',
  '{1}, {2}, {3} behind this host': '{1}, {2}, відстає від цього хоста: {3}',
  '{1}, {2}, {3} ahead of this host': '{1}, {2}, випереджає цей хост: {3}',
  'set the clocks by NTP: that of the server, and that of this host':
    'виставте годинники за NTP: на сервері та на цьому хості',
  'Not known without both clocks.': 'Невідомо без обох годинників.',
  'UserSide is in {1}, the billing in {2}: dates are passed on as they are, so the hours of the last activity are off.':
    'UserSide живе за {1}, білінг — за {2}: дати передаються як є, тому години останньої активності хибні.',
  'the time zone of one of the servers, or of its PHP (date.timezone)':
    'часовий пояс одного із серверів або його PHP (date.timezone)',
  'the same zone, exactly with the billing': 'той самий пояс, точно як у білінгу',
  'the same zone, {1} behind the billing': 'той самий пояс, відстає від білінгу: {1}',
  'the same zone, {1} ahead of the billing': 'той самий пояс, випереджає білінг: {1}',
  'UserSide is {1} behind the billing.': 'Годинник UserSide відстає від білінгу: {1}.',
  'UserSide is {1} ahead of the billing.': 'Годинник UserSide випереджає білінг: {1}.',
  'set the clocks of both servers by NTP': 'виставте годинники обох серверів за NTP',
  'Not known without both lists.': 'Невідомо без обох списків.',
  '{1} in the billing, {2} of billing {3} in UserSide': 'у білінгу {1}, в UserSide від білінгу {3} — {2}',
  '{1}: so many are gone that the absence guard would stop their marking.':
    '{1}: зникло стільки, що запобіжник не дасть позначити їх «немає в білінгу».',
  'billingId (is {1} this billing?), billingUrl; if they are really gone, one run with --accept-absent':
    'billingId ({1} — це той білінг?), billingUrl; якщо абонентів справді немає — один запуск з --accept-absent',
  'UserSide tells no limit': 'UserSide не називає обмеження',
  '{1} of {2} active subscribers in use': 'активних абонентів {1} з {2} можливих',
  '{1}, {2} needed: new ones above the limit are not created.':
    '{1}, потрібно {2}: нові понад обмеження не створюються.',
  'extend the licence of UserSide': 'розширте ліцензію UserSide',
  'The billing has no additional field {1}.': 'У білінгу немає додаткового поля {1}.',
  'UserSide has no additional field {1}.': 'В UserSide немає додаткового поля {1}.',
  'Not known without the list of the billing, or that of UserSide.':
    'Невідомо без списку з білінгу або з UserSide.',
  '{1}, known to the billing': '{1}, є в білінгу',
  '{1}, known to UserSide': '{1}, є в UserSide',
  '{1}, known to the billing and to UserSide': '{1}, є в білінгу та в UserSide',
  'a UserSide without a name': 'UserSide без назви',
  '{1}, {2} of them in the billing': '{1}, з них у білінгу {2}',
  'Not tested, because nothing is written here. A key with sections needs module, usm_billing, tariff, customer, address and service.':
    'Не перевіряється, бо тут нічого не записується. Ключу з розділами потрібні module, usm_billing, tariff, customer, address і service.',
  'billing {1} of UserSide is without a name': 'білінг {1} в UserSide без назви',
  'billing {1} of UserSide is {2}': 'білінг {1} в UserSide — {2}',
  'Not known: UserSide lists no billing.': 'Невідомо: UserSide не називає жодного білінгу.',
  'UserSide has no billing {1}; it has {2}.': 'В UserSide немає білінгу {1}; є {2}.',
  'told nothing': 'нічого не сказано',
  'UserSide does not give its hashes: every run compares everything.':
    'UserSide не віддає хеші: кожен запуск порівнює все.',
  'UserSide wants passwords hashed with a salt nobody told: passwords are skipped.':
    'UserSide хоче хеші паролів із сіллю, якої ніхто не назвав: паролі не переносяться.',
  'usersidePasswordSalt, or the encoding of cabinet passwords in UserSide':
    'usersidePasswordSalt або кодування паролів кабінету в UserSide',
  'addresses are not imported': 'адреси не переносяться',
  'houses are compared by UserSide': 'будинки зіставляє UserSide',
  'houses are matched step by step': 'будинки зіставляються крок за кроком',
  'traffic every {1} min': 'трафік кожні {1} хв',
  'no traffic': 'без трафіку',

  // Doctor: a billing that is read as tables.
  '{1} at {2}, database {3}': '{1}, {2}, база даних {3}',
  'MariaDB or MySQL': 'MariaDB або MySQL',
  'encrypted; the certificate is trusted and is made out to this host':
    'зашифровано; сертифікат надійний і виданий саме цьому хосту',
  'Encrypted, but the certificate is not proved, as billingDatabase.tls says: anybody on the way could be the server.':
    'Зашифровано, але сертифікат не перевіряється, як сказано в billingDatabase.tls: сервером може вдавати себе будь-хто дорогою.',
  'billingDatabase.caFile: the certificate authority of the server, with tls: "verify"':
    'billingDatabase.caFile: центр сертифікації сервера, разом із tls: "verify"',
  'none, and none needed: the server is on this machine': 'немає й не потрібно: сервер на цій самій машині',
  'Not encrypted, as billingDatabase.tls says: password and subscribers can be read on the way.':
    'Не зашифровано, як сказано в billingDatabase.tls: пароль і абонентів можна прочитати дорогою.',
  'The server offers no TLS: what is read can be seen on the way.':
    'Сервер не пропонує TLS: прочитане видно дорогою.',
  'switch TLS on in the server, and set billingDatabase.tls to "verify"; or come in by a tunnel':
    'увімкніть TLS на сервері й поставте billingDatabase.tls "verify"; або заходьте через тунель',
  '{1} may read, and nothing else': '{1} може читати, і більше нічого',
  '{1} may do more than read: {2}. usm-billing only reads; an account that can do no more keeps it so.':
    '{1} може не лише читати: [2]. usm-billing тільки читає; обліковий запис без інших прав це гарантує.',
  'all queries see the database at one moment': 'усі запити бачать базу даних в один момент',
  '{1} of the queries without one (MyISAM): {2}; read page by page, so that writers wait for one page at most':
    'без знімка {1} із запитів (MyISAM): {2}; читаються посторінково, тож хто пише, чекає щонайбільше на одну сторінку',
  'In the database, as its administrator: {1}': 'У базі даних, як її адміністратор: {1}',
  '{1}; without {2}': '{1}; немає: {2}',
  'The query {1}.': 'Запит {1}.',
  'The query "{1}" {2}.': 'Запит "{1}" {2}.',
  'has an unknown column "{1}"': 'має невідомий стовпець "{1}"',
  'has the unknown columns {1}; did you mean {2}?': 'має невідомі стовпці {1}; може, {2}?',
  'has the unknown columns {1}': 'має невідомі стовпці {1}',
  'has a column without a name': 'має стовпець без назви',
  'has an unknown column "{1}"; did you mean "{2}"?': 'має невідомий стовпець "{1}"; може, "{2}"?',
  'known are {1}': 'відомі: {1}',
  'lacks the column "{1}"': 'не має стовпця "{1}"',
  'has the column "{1}" twice': 'має стовпець "{1}" двічі',
  'has the column "{1}" without "{2}"': 'має стовпець "{1}" без "{2}"',
  'has both "house" and an address as text ("city", "street", "house_number"): take one of them out':
    'має і "house", і адресу текстом ("city", "street", "house_number"): приберіть щось одне',
  'The columns of a query are the mapping: name them with AS (SELECT num AS id). Its text stands in billingDatabase.queries.{1}':
    'Стовпці запиту і є відповідність полів: назвіть їх через AS (SELECT num AS id). Текст запиту — у billingDatabase.queries.{1}',
  'The columns of a query are the mapping: name them with AS (SELECT num AS id, fio AS name …). Its own text stands in billingDatabase.queries.{1}.':
    'Стовпці запиту і є відповідність полів: назвіть їх через AS (SELECT num AS id, fio AS name …). Власний текст запиту — у billingDatabase.queries.{1}.',
  'There is no such query; left alone: {1}.': 'Такого запиту немає; лишається як є: [1].',
  '{1} of "{2}" in {3}': '{1} із "{2}" за {3}',
  '{1}: who writes to these tables may have to wait as long.':
    '{1}: стільки ж може чекати той, хто пише в ці таблиці.',
  'an index on what the query joins by; what has none belongs into a query of its own (phones, ips …)':
    'індекс на стовпцях, за якими запит з’єднує таблиці; що без індексу — винесіть в окремий запит (phones, ips …)',
  'put {page:COLUMN} where the rows are taken: FROM (SELECT * FROM users WHERE {page:id}) u. Its text stands in billingDatabase.queries.{1}':
    'поставте {page:COLUMN} там, де беруться рядки: FROM (SELECT * FROM users WHERE {page:id}) u. Текст запиту — у billingDatabase.queries.{1}',
  '{1} looked at: dates, numbers, IPs, states and tariffs can be read':
    'переглянуто {1}: дати, числа, IP, стани й тарифи читаються',
  '{1}.{2}: in {3} of {4} the value is {5}, for example {6}.':
    '{1}.{2}: значення — {5}, наприклад {6}. Таких рядків {3}, переглянуто {4}.',
  '{1}: select it in a form that can be read, or leave the column out':
    '{1}: вибирайте його у вигляді, який можна прочитати, або приберіть стовпець',
  '{1}.{2}: {3} and one value in all of them, {4}.': '{1}.{2}: {3}, і в усіх те саме значення, {4}.',
  '{1}: is it the column that is meant? Quotes may have made a text of its name':
    '{1}: чи той це стовпець? Можливо, лапки зробили з його назви текст',
  'There is no row to look at.': 'Немає рядків, які можна переглянути.',
  "{1}.subscriber: in {2} of {3} the value is no subscriber's id: {4}.":
    '{1}.subscriber: це не id абонента: {4}. Таких рядків {2}, переглянуто {3}.',
  '{1}: "subscriber" must be what the query "subscribers" gives as "id"':
    '{1}: "subscriber" має бути тим, що запит "subscribers" дає як "id"',
  '{1}.{2}: in {3} of {4} the value is not among the {5}: {6}.':
    '{1}.{2}: у списку «[5]» немає {6}. Таких рядків {3}, переглянуто {4}.',
  'without a query "states" the words are work, nomoney, pause, disable, new, stop: translate with CASE … WHEN …':
    'без запиту "states" слова такі: work, nomoney, pause, disable, new, stop; перекладіть через CASE … WHEN …',
  '{1} and that of the list: both must select the same id':
    '{1} і запит самого списку: обидва мають вибирати той самий id',
  'There is no text to tell it by.': 'Немає тексту, за яким це видно.',
  'a copy of the database from before they were lost':
    'копія бази даних із часу, коли їх ще не було втрачено',
  'The texts have {1}, for example {2}.': 'У текстах {1}, наприклад {2}.',
  '{1}: Cyrillic as it should be': '{1}: кирилиця як слід',
  '{1}: no Cyrillic in the sample': '{1}: у вибірці немає кирилиці',
  'pairs of letters that are UTF-8 in columns which claim to be latin1':
    'пари літер: це UTF-8 у стовпцях, що видають себе за latin1',
  'pairs of letters that are UTF-8 in columns which claim to be windows-1251':
    'пари літер: це UTF-8 у стовпцях, що видають себе за windows-1251',
  'letters that make no words in the encoding that is set':
    'літери, що не складаються у слова в заданому кодуванні',
  'box-drawing signs among Cyrillic letters: KOI8-U in columns which claim to be koi8r':
    'знаки рамок серед кирилиці: це KOI8-U у стовпцях, що видають себе за koi8r',
  'Western letters in the place of Cyrillic ones: windows-1251 in columns which claim to be latin1':
    'західні літери замість кирилиці: це windows-1251 у стовпцях, що видають себе за latin1',
  'characters that are none of the encoding': 'знаки, яких у цьому кодуванні немає',
  'question marks in the place of letters: they are lost in the database':
    'знаки питання замість літер: у базі даних їх втрачено',
  'no phone': 'не телефон',
  'no date': 'не дата',
  'no date and time': 'не дата й час',
  'neither yes nor no': 'ані «так», ані «ні»',
  'no number': 'не число',
  'no counter': 'не лічильник',
  'no IP address': 'не IP-адреса',
  'Not read, because of the query above.': 'Не читали через запит вище.',
  'The query gives no subscriber. Nobody is marked absent by an empty list, and nobody is imported.':
    'Запит не дає жодного абонента. За порожнім списком нікого не позначено «немає в білінгу» і нікого не перенесено.',
  'billingDatabase.queries.subscribers, and whether billingUrl names the right database':
    'billingDatabase.queries.subscribers і чи ту базу даних названо в billingUrl',
  '{1}, each id once': '{1}, кожен id один раз',

  // Tables: the lists and the queries.
  'the subscribers': 'абоненти',
  everything: 'усе',
  'the agreements': 'договори',
  agreements: 'договори',
  'the phones': 'телефони',
  phones: 'телефони',
  'the e-mail addresses': 'адреси e-mail',
  'e-mail addresses': 'адреси e-mail',
  'the IP addresses': 'IP-адреси',
  'IP addresses': 'IP-адреси',
  "the subscribers' tariffs": 'тарифи абонентів',
  "subscribers' tariffs": 'тарифи абонентів',
  "the subscribers' groups": 'групи абонентів',
  "subscribers' groups": 'групи абонентів',
  "the subscribers' tags": 'мітки абонентів',
  "subscribers' tags": 'мітки абонентів',
  "the subscribers' services": 'послуги абонентів',
  "subscribers' services": 'послуги абонентів',
  'the additional fields of subscribers': 'додаткові поля абонентів',
  'additional fields of subscribers': 'додаткові поля абонентів',
  'the tariffs': 'тарифи',
  tariffs: 'тарифи',
  'the groups': 'групи',
  groups: 'групи',
  'the tags': 'мітки',
  tags: 'мітки',
  'the additional fields': 'додаткові поля',
  'additional fields': 'додаткові поля',
  additionalFields: 'додаткові поля',
  'the services': 'послуги',
  services: 'послуги',
  'the states': 'стани',
  states: 'стани',
  'the cities': 'населені пункти',
  cities: 'населені пункти',
  'cities: houses come without one': 'населені пункти: будинки лишаються без них',
  'the city districts': 'райони',
  'city districts': 'райони',
  'the streets': 'вулиці',
  streets: 'вулиці',
  'the houses': 'будинки',
  houses: 'будинки',
  addresses: 'адреси',
  'the messages': 'повідомлення',
  messages: 'повідомлення',
  'billingUrl {1}.': 'billingUrl {1}.',
  'Some lists of the billing could not be read. What depends on them was left alone.':
    'Деякі списки білінгу не вдалося прочитати. Те, що від них залежить, лишилося як є.',
  'There is no query "{1}".': 'Запиту "{1}" немає.',
  'There is no query "subscribers".': 'Запиту "subscribers" немає.',
  'It is the one query that has to be there: billingDatabase.queries.subscribers, or subscribers.csv.':
    'Це єдиний запит, який має бути: billingDatabase.queries.subscribers або subscribers.csv.',
  'The billing does not offer {1} ({2}); left alone: {3}.':
    'Білінг не віддає: {1} ({2}); лишається як є: [3].',
  'Messages are not imported.': 'Повідомлення не переносяться.',
  'The query has rows without an id.': 'Запит дає рядки без id.',
  'The query has two rows with the id {1}.': 'Запит дає два рядки з id {1}.',
  'Every row of it needs an id of its own.': 'Кожному його рядку потрібен власний id.',
  'The query "subscribers" has rows without an id.': 'Запит "subscribers" дає рядки без id.',
  'The query "subscribers" has two rows with the id {1}.': 'Запит "subscribers" дає два рядки з id {1}.',
  'A join with a table that has several rows for a subscriber does that: put such rows into a query of their own (phones, ips …).':
    'Так буває через JOIN із таблицею, де в абонента кілька рядків: винесіть їх в окремий запит (phones, ips …).',
  'The query "{1}" has rows without a subscriber.': 'Запит "{1}" дає рядки без абонента.',
  'Leave rows that belong to nobody out of it (WHERE … IS NOT NULL).':
    'Не вибирайте рядків, що нікому не належать (WHERE … IS NOT NULL).',
  'The query "{1}" has rows without an id.': 'Запит "{1}" дає рядки без id.',
  'See to the query, or to the table it reads: every row needs an id.':
    'Перевірте запит або таблицю, яку він читає: кожному рядку потрібен id.',
  'In the query "{1}", {page:{2}} does not name the column that tells its rows apart.':
    'У запиті "{1}" {page:{2}} називає не той стовпець, за яким розрізняються рядки.',
  'Put the column there that comes out as "id" (in lists of subscribers as "subscriber"), and select it as it is, without CAST or CONCAT around it.':
    'Поставте туди стовпець, який виходить як "id" (у списках про абонентів — як "subscriber"), і вибирайте його як є, без CAST чи CONCAT довкола.',
  'The query "{1}" gives a page that was there before: its key is not compared as it is sorted.':
    'Запит "{1}" дає сторінку, яка вже була: його ключ порівнюється не так, як сортується.',
  'Let the key be a whole number or a text: FLOAT, BIT, ENUM and SET are none (CAST … AS CHAR).':
    'Нехай ключ буде цілим числом або текстом: FLOAT, BIT, ENUM і SET — ні те, ні інше (CAST … AS CHAR).',

  // Tables: files.
  'The folder {1} cannot be read.': 'Не вдалося прочитати теку {1}.',
  'Check billingUrl, and that this account may read the folder.':
    'Перевірте billingUrl і чи може цей обліковий запис читати теку.',
  'The file {1} in the folder of billingUrl is unknown; did you mean "{2}"?':
    'Файл {1} у теці billingUrl невідомий; може, "{2}"?',
  'Rename the file, or move it out of the folder.': 'Перейменуйте файл або приберіть його з теки.',
  'Look at the program that writes the file.': 'Перевірте програму, яка пише цей файл.',
  'It holds bytes that are no characters of its encoding ({1}).':
    'Він містить байти, які не є символами його кодування ({1}).',
  'Set billingDatabase.encoding to the encoding the file is written in, as "windows-1251".':
    'Задайте в billingDatabase.encoding кодування, у якому записано файл, наприклад "windows-1251".',
  'It is cut: a bracket is still open at its end.': 'Файл обрізано: наприкінці лишилася незакрита дужка.',
  'It is cut: a quote is still open at its end.': 'Файл обрізано: наприкінці лишилися незакриті лапки.',
  'It has a cell that opens with a quote and goes on over other rows, up to line {1}.':
    'У файлі є клітинка, що починається з лапок і тягнеться через інші рядки таблиці, аж до рядка {1}.',
  'Let the program that writes the file write a quote inside a cell twice.':
    'Нехай програма, яка пише цей файл, подвоює лапки всередині клітинки.',
  'It has fewer or more cells than the header in line {1}: it is cut, or damaged.':
    'У рядку {1} клітинок менше або більше, ніж у заголовку: файл обрізано або пошкоджено.',
  'It is no CSV in line {1} ({2}).': 'Рядок {1} — це не CSV ({2}).',
  'The file {1} is empty.': 'Файл {1} порожній.',
  'Look at the program that writes it.': 'Перевірте програму, яка його пише.',
  'The file {1} is {2} minutes old, more than {3}.': 'Файлу {1} вже {2} хв, більше за {3}.',
  'Look at the program that writes it, or raise billingDatabase.maxAgeMinutes.':
    'Перевірте програму, яка його пише, або збільште billingDatabase.maxAgeMinutes.',
  'The file {1} was changed while it was read.': 'Файл {1} змінився, поки його читали.',
  'Let the program that writes it write beside it and rename it when it is whole.':
    'Нехай програма, яка його пише, пише поруч і перейменовує, коли файл цілий.',
  'The file {1} cannot be read ({2}).': 'Не вдалося прочитати файл {1} ({2}).',
  'The file {1} cannot be read.': 'Не вдалося прочитати файл {1}.',
  'Check the rights of the file and of its folder.': 'Перевірте права на файл і на його теку.',
  'The folder holds both {1} and subscribers.csv.': 'У теці є і {1}, і subscribers.csv.',
  'Leave one of them there: nobody can tell which of them is meant.':
    'Лишіть щось одне: ніхто не скаже, який із них справжній.',

  // Tables: servers.
  'Check the name in billingUrl and billingDatabase.password; "usm-billing doctor" shows the lines that make such an account.':
    'Перевірте ім’я в billingUrl і billingDatabase.password; `usm-billing doctor` показує рядки, якими створюється такий обліковий запис.',
  'Give the account the right to read it: GRANT SELECT; "usm-billing doctor" shows the line.':
    'Дайте обліковому запису право це читати: GRANT SELECT; `usm-billing doctor` показує рядок.',
  'The first line of {1} names its columns: id, login, name …':
    'Перший рядок {1} називає його стовпці: id, login, name …',
  'the first line of {1} names its columns: id, login, name …':
    'перший рядок {1} називає його стовпці: id, login, name …',
  'Correct the query: its text stands in billingDatabase.queries.{1}.':
    'Виправте запит: його текст — у billingDatabase.queries.{1}.',
  'A word of SQL that is a name (order, group, key) stands in backticks; {page:COLUMN} is the last condition.':
    'Слово SQL, яке тут є назвою (order, group, key), стоїть у зворотних лапках; {page:СТОВПЕЦЬ} — остання з умов.',
  'A word of SQL that is a name (order, user, group) stands in double quotes.':
    'Слово SQL, яке тут є назвою (order, user, group), стоїть у подвійних лапках.',
  'A table outside of the schema public is named with its schema: crm.clients.':
    'Таблицю поза схемою public називають разом зі схемою: crm.clients.',
  'In double quotes stands the name of a column, a text stands in single ones.':
    'У подвійних лапках стоїть назва стовпця, а текст — в одинарних.',
  'With billingDatabase.encoding set, compare texts with ASCII only.':
    'Якщо задано billingDatabase.encoding, порівнюйте тексти лише з ASCII.',
  'What stands in brackets must give one row: SUM(), MAX() or LIMIT 1.':
    'Запит у дужках має давати один рядок: SUM(), MAX() або LIMIT 1.',
  'A view needs a table that is gone, or the account it was made by may not read it: look at the view.':
    'Подання (view) потребує таблиці, якої вже немає, або її не може читати обліковий запис, від імені якого його створено: гляньте на це подання.',
  'Check the name of the database in billingUrl; if it is right, the account lacks the right to read it: GRANT SELECT.':
    'Перевірте назву бази даних у billingUrl; якщо вона правильна, обліковому запису бракує права її читати: GRANT SELECT.',
  'Check host and port in billingUrl: is it the database that listens there?':
    'Перевірте хост і порт у billingUrl: чи саме база даних там слухає?',
  'Lay a query of your own over it in billingDatabase.queries, or take it away there with null.':
    'Покладіть поверх нього власний запит у billingDatabase.queries або приберіть його там через null.',
  'The database refuses the account or its password.':
    'База даних не приймає обліковий запис або його пароль.',
  'There is no such database, or the account may not see it.':
    'Такої бази даних немає, або обліковому запису її не видно.',
  'Check the name of the database in billingUrl.': 'Перевірте назву бази даних у billingUrl.',
  'The database gave the query up: it took too long.': 'База даних перервала запит: він тривав задовго.',
  'Raise billingDatabase.timeoutSec, or make the query cheaper ({page:COLUMN}).':
    'Збільште billingDatabase.timeoutSec або полегшіть запит ({page:COLUMN}).',
  'The database has no connection left.': 'У бази даних не лишилося вільних з’єднань.',
  'The database ended the connection.': 'База даних закрила з’єднання.',
  'The database said nothing for {1} s, and the connection was closed.':
    'База даних мовчала {1} с, і з’єднання закрито.',
  'Raise billingDatabase.timeoutSec if the database needs more time.':
    'Збільште billingDatabase.timeoutSec, якщо базі даних потрібно більше часу.',
  'The certificate of the database is not trusted ({1}).': 'Сертифікату бази даних немає довіри ({1}).',
  'Set billingDatabase.caFile to the certificate authority of this server, or billingDatabase.tls to "require", which encrypts and trusts any.':
    'Вкажіть у billingDatabase.caFile центр сертифікації цього сервера або поставте billingDatabase.tls "require": тоді з’єднання шифрується, а сертифікат приймається будь-який.',
  'The database offers no TLS, or no way to prove the password that is known here.':
    'База даних не пропонує TLS або жодного способу перевірки пароля, який тут відомий.',
  'Switch TLS on in the server, or set billingDatabase.tls to "off" where the way to it is safe.':
    'Увімкніть TLS на сервері або поставте billingDatabase.tls "off", якщо шлях до нього безпечний.',
  'The database is not reachable: nothing listens at this address.':
    'База даних недоступна: за цією адресою ніхто не слухає.',
  'Check host and port in billingUrl, and the address the server listens at (bind-address, listen_addresses).':
    'Перевірте хост і порт у billingUrl та адресу, на якій слухає сервер (bind-address, listen_addresses).',
  'The database did not answer in time.': 'База даних не відповіла вчасно.',
  'Check host and port in billingUrl, and the firewall between.':
    'Перевірте хост і порт у billingUrl та фаєрвол дорогою.',
  'The database wants a way to prove the password that is not known here ({1}).':
    'База даних вимагає способу перевірки пароля, якого тут не знають ({1}).',
  'Give the account the plug-in mysql_native_password or caching_sha2_password (MariaDB: not ed25519); the latter needs TLS.':
    'Дайте обліковому запису плагін mysql_native_password або caching_sha2_password (MariaDB: не ed25519); другому потрібен TLS.',
  'The database says: {1} ({2}).': 'База даних каже: {1} ({2}).',
  'The connection to the database broke off ({1}).': 'З’єднання з базою даних обірвалося ({1}).',
  'unknown error': 'невідома помилка',
  'The database at {1} offers no TLS: what is read can be seen on its way. With billingDatabase.tls "verify" it is not read at all.':
    'База даних на {1} не пропонує TLS: прочитане видно дорогою. З billingDatabase.tls "verify" вона взагалі не читається.',
  'The certificate file {1} cannot be read.': 'Не вдалося прочитати файл сертифіката {1}.',
  'Check billingDatabase.caFile.': 'Перевірте billingDatabase.caFile.',
  'The name {1} of the database is unknown.': 'Ім’я {1} бази даних невідоме.',
  'Check the host in billingUrl.': 'Перевірте хост у billingUrl.',
  'SQLite says: {1}.': 'SQLite каже: {1}.',
  'Check the file in billingUrl.': 'Перевірте файл у billingUrl.',
  'Whoever writes to it took longer than billingDatabase.timeoutSec. In WAL mode it can be read meanwhile.':
    'Хтось писав у неї довше за billingDatabase.timeoutSec. У режимі WAL її можна читати й тоді.',
  'Set billingDatabase.encoding to the encoding texts are stored in, as "windows-1251"; "utf-8" takes what can be read of them.':
    'Задайте в billingDatabase.encoding кодування, у якому зберігаються тексти, наприклад "windows-1251"; "utf-8" бере з них те, що можна прочитати.',
  'Check the query in billingDatabase.queries: what stands in double quotes is the name of a column, a text stands in single ones.':
    'Перевірте запит у billingDatabase.queries: у подвійних лапках стоїть назва стовпця, а текст — в одинарних.',
  'Check the query in billingDatabase.queries, and the file in billingUrl.':
    'Перевірте запит у billingDatabase.queries і файл у billingUrl.',
  'The file {1} cannot be opened: {2}.': 'Не вдалося відкрити файл {1}: {2}.',
  'Check billingUrl, and that this account may read the file and its folder.':
    'Перевірте billingUrl і чи може цей обліковий запис читати файл і його теку.',

  // Tables: what "queries" prints.
  'The queries of billingName "{1}". Those you put into billingDatabase.queries lie over them, one by one;':
    'Запити для billingName "{1}". Ваші з billingDatabase.queries лягають поверх них, кожен окремо;',
  'null takes one away. The names of the columns are the mapping.':
    'null прибирає запит. Назви стовпців і є відповідність полів.',
  'billingDatabase.parameters may have:': 'У billingDatabase.parameters можна задати:',
  'Used instead for {1}:': 'Замість наведених вище, варіант «{1}»:',
  '$conf{secretkey} of config.pl: without it passwords are not read':
    '$conf{secretkey} з config.pl: без нього паролі не читаються',
  'the id of one provider where the database holds several (domain_id)':
    'id одного провайдера, якщо в базі даних їх кілька (domain_id)',
  'releases before the Internet module': 'випуски до модуля Internet',
  'the first releases with the Internet module': 'перші випуски з модулем Internet',
  'passwords, in the first releases with the Internet module': 'паролі у перших випусках з модулем Internet',
  'releases that keep phones and e-mails as contacts or not, by a setting':
    'випуски, де телефони та e-mail лежать у контактах чи ні, залежно від налаштування',
  'releases that know no postcode of a house': 'випуски без поштового індексу будинку',
  'passwords, with the parameter secretkey': 'паролі, з параметром secretkey',
  'passwords, in releases before the Internet module': 'паролі у випусках до модуля Internet',
  'releases that keep one phone and one e-mail of a subscriber':
    'випуски, де в абонента один телефон і один e-mail',
  'releases that know no block of a house': 'випуски без корпусу будинку',
  'releases where a district is a part of a city': 'випуски, де район — частина населеного пункту',
  'tags without an end': 'мітки без кінцевої дати',
  'databases without the module Tags': 'бази даних без модуля Tags',
  'databases without the module Msgs': 'бази даних без модуля Msgs',
  '$cfg::Passwd_Key of NoDeny: without it enciphered passwords are not read':
    '$cfg::Passwd_Key з NoDeny: без нього зашифровані паролі не читаються',
  'passwords, with the parameter passwd_key': 'паролі, з параметром passwd_key',
  'releases that keep MAC addresses by their owners': 'випуски, де MAC-адреси записані за власником',
  'releases before the Internet module that know no storey': 'випуски до модуля Internet, де немає поверху',
  'passwords, in releases before the Internet module that know no storey':
    'паролі у випусках до модуля Internet, де немає поверху',
  'databases without marks of services': 'бази даних без позначок послуг',
  'passwords, in databases without marks of services': 'паролі в базах даних без позначок послуг',
  'databases without MAC addresses': 'бази даних без MAC-адрес',
  'releases with a table for each state': 'випуски з таблицею на кожен стан',
  'SQLite, which knows no CRC32': 'SQLite, де немає CRC32',
  'releases without passports of houses': 'випуски без паспортів будинків',
  'release 5.2, where bits of an account say who has blocked it':
    'випуск 5.2, де біти рахунку кажуть, хто його заблокував',
  'databases where a service belongs to one tariff': 'бази даних, де послуга належить одному тарифу',
  // The billing does not answer: what could not be read.
  'Of the billing, {1} could not be read ({2}).': 'З білінгу не вдалося прочитати: {1} ({2}).',
  'Of the billing, {1} could not be read ({2}, through the proxy {3}).':
    'З білінгу не вдалося прочитати: {1} ({2}, через проксі {3}).',
  '{1} ({2} of the environment)': '{1} ({2} з оточення)',
  'the system information': 'відомості про систему',
  'the version of the API': 'версія API',
  'the list of methods': 'перелік методів',
  'This billing does not have it.': 'Цей білінг такого не має.',
  "the billing's name and clock": 'назва й годинник білінгу',
  '{1}: {2} Asking again {3}.': '{1}: {2} Запитуємо знову: {3}.',
  '{1}, through the proxy {2}: {3} Asking again {4}.': '{1}, через проксі {2}: {3} Запитуємо знову: {4}.',
  '{1}, uncompressed': '{1}, без стискання',
  'at once': 'одразу',
  'in {1} s': 'за {1} с',
  'The billing prints the source text of its programs before its answers. It was skipped; set short_open_tag=On in php.ini of the billing.':
    'Перед відповідями білінг виводить тексти своїх програм. Їх пропущено; задайте short_open_tag=On у php.ini білінгу.',
  'The billing prints notices before its answers. They were skipped; its error log says what is wrong.':
    'Перед відповідями білінг виводить зауваження. Їх пропущено; що не так — у його лозі помилок.',
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
  'none of the items can be read': 'жоден елемент не читається',
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
  'the name is unknown or the host is not reachable': 'ім’я невідоме або хост недоступний',
  'no whole answer in time': 'вчасно не було повної відповіді',
  'it opens no way there': 'він не пускає далі',
  'it opens no way there ({1})': 'він не пускає далі (<1>)',
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
  'UserSide returned one of its own ids for two subscribers; whose it is cannot be told, so both are left alone, neither created nor marked absent.':
    'UserSide віддав один свій id для двох абонентів; чий він, не відомо, тому обох не чіпають: не створюють і не позначають «немає в білінгу».',
  'UserSide shows the records of others under the ids of subscribers. These are left alone: nothing of one is written to another.':
    'UserSide показує під id абонентів записи інших. Їх не чіпають: дані одного не пишуться іншому.',
  'UserSide returned dates or times no calendar has; they count as none, the rest of the records was compared.':
    'UserSide віддав дати чи час, яких немає в жодному календарі; їх вважають порожніми, решту записів звірено.',
} as const satisfies Catalogue

/** A phrase of the program, in English. */
export type Phrase = keyof typeof UK
