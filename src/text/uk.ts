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
  'has {page:{1}}, which names no column': 'містить {page:{1}}, а це не назва стовпця',
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
  '{1} cannot be looked for: {2}.': '{1}: не вдалося перевірити, чи є такий файл: {2}.',
  '{1} cannot be read: {2}.': '{1} не вдалося прочитати: {2}.',
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
