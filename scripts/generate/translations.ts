/**
 * The program's own texts in Ukrainian and Russian, by the English text as it stands in the program: a text that is
 * changed there loses its translation here and is missed at once, so that none can go stale. `{1}`, `{2}` stand for
 * what the program fills in. `bun run generate` names what is missing and what nobody needs any more.
 */

/** The languages of the docs beside English. */
export const TRANSLATED = ['uk', 'ru'] as const

export type Translation = Readonly<Record<(typeof TRANSLATED)[number], string>>

export const TRANSLATIONS: Readonly<Record<string, Translation>> = {
  // Heads of tables.
  key: { uk: 'параметр', ru: 'параметр' },
  value: { uk: 'значення', ru: 'значение' },
  default: { uk: 'типово', ru: 'по умолчанию' },
  environment: { uk: 'змінна оточення', ru: 'переменная окружения' },
  meaning: { uk: 'що означає', ru: 'что значит' },
  code: { uk: 'код', ru: 'код' },
  option: { uk: 'опція', ru: 'опция' },
  command: { uk: 'команда', ru: 'команда' },
  'what it does': { uk: 'що робить', ru: 'что делает' },
  field: { uk: 'поле', ru: 'поле' },
  'what it is': { uk: 'що це', ru: 'что это' },
  'policy unless set': { uk: 'типова політика', ru: 'политика по умолчанию' },
  'changed by': { uk: 'що її змінює', ru: 'что её меняет' },
  mind: { uk: 'особливості', ru: 'особенности' },

  // Configuration: forms of a value.
  section: { uk: 'розділ', ru: 'раздел' },
  required: { uk: 'обов’язковий', ru: 'обязательный' },
  'true or false': { uk: 'true або false', ru: 'true или false' },
  'a text': { uk: 'текст', ru: 'текст' },
  'a path': { uk: 'шлях', ru: 'путь' },
  'an http:// or https:// URL': { uk: 'адреса http:// або https://', ru: 'адрес http:// или https://' },
  'a whole number, {1} or more': { uk: 'ціле число, не менше {1}', ru: 'целое число, не меньше {1}' },
  'a whole number between {1} and {2}': { uk: 'ціле число від {1} до {2}', ru: 'целое число от {1} до {2}' },
  'a number between {1} and {2}': { uk: 'число від {1} до {2}', ru: 'число от {1} до {2}' },
  'a list of ids or names': { uk: 'список id або назв', ru: 'список id или названий' },
  '"{1}" or "{2}"': { uk: '"{1}" або "{2}"', ru: '"{1}" или "{2}"' },
  'an object { "billing field id": "UserSide field id" }': {
    uk: 'об’єкт { "id поля в білінгу": "id поля в UserSide" }',
    ru: 'объект { "id поля в биллинге": "id поля в UserSide" }',
  },
  'a list of addresses: "A-B", "net/len", "A" or [min, max]': {
    uk: 'список адрес: "A-B", "мережа/довжина", "A" або [min, max]',
    ru: 'список адресов: "A-B", "сеть/длина", "A" или [min, max]',
  },

  // Configuration: meanings of keys.
  'how the billing is read: "standart" ("standard" is understood too) and "carbon5" speak the universal API, the others are read as tables':
    {
      uk: 'як читається білінг: "standart" (приймається й "standard") і "carbon5" говорять універсальним API, решта читаються як таблиці',
      ru: 'как читается биллинг: "standart" (принимается и "standard") и "carbon5" говорят универсальным API, остальные читаются как таблицы',
    },
  'the billing\'s product, told from its answers when "auto"': {
    uk: 'який саме це білінг; "auto" — визначається з його відповідей',
    ru: 'какой именно это биллинг; "auto" — определяется по его ответам',
  },
  "the billing's API address with its own query string and key, as the original takes it; of tables the database or the folder":
    {
      uk: 'адреса API білінгу разом із параметрами й ключем, у тому ж вигляді, що й для старого модуля; для таблиць — база даних або тека',
      ru: 'адрес API биллинга вместе с параметрами и ключом, в том же виде, что и для старого модуля; для таблиц — база данных или папка',
    },
  'the database or the folder of a billing that is read as tables': {
    uk: 'база даних або тека білінгу, який читається як таблиці',
    ru: 'база данных или папка биллинга, который читается как таблицы',
  },
  "the account's password; its name stands in billingUrl": {
    uk: "пароль облікового запису; його ім'я стоїть у billingUrl",
    ru: 'пароль учётной записи; её имя стоит в billingUrl',
  },
  'encryption: "verify" proves the server\'s certificate and name, "require" does not; "verify" unless set, where the server is another host and offers it':
    {
      uk: 'шифрування: "verify" перевіряє сертифікат та ім\'я сервера, "require" — ні; якщо не задано, "verify" там, де сервер на іншому хості й пропонує шифрування',
      ru: 'шифрование: "verify" проверяет сертификат и имя сервера, "require" — нет; если не задано, "verify" там, где сервер на другом хосте и предлагает шифрование',
    },
  'file with the certificate authority (PEM) of the database': {
    uk: 'файл із центром сертифікації (PEM) бази даних',
    ru: 'файл с центром сертификации (PEM) базы данных',
  },
  'the encoding texts are really stored in, where columns lie about it; "auto" lets the server convert': {
    uk: 'кодування, в якому тексти справді збережено, якщо стовпці кажуть про нього неправду; "auto" — перетворює сервер',
    ru: 'кодировка, в которой тексты на самом деле сохранены, если столбцы о ней лгут; "auto" — преобразует сервер',
  },
  'seconds until a silent database is given up': {
    uk: 'скільки секунд чекати на базу даних, що мовчить',
    ru: 'сколько секунд ждать базу данных, которая молчит',
  },
  'values for {parameter:NAME} in queries, quoted by the program': {
    uk: 'значення для {parameter:NAME} у запитах; лапки ставить програма',
    ru: 'значения для {parameter:NAME} в запросах; кавычки ставит программа',
  },
  'queries by their names, laid over those of a built-in billing one by one; null takes one away': {
    uk: 'запити за їхніми назвами; кожен лягає поверх запиту вбудованого білінгу, null прибирає його',
    ru: 'запросы по их названиям; каждый ложится поверх запроса встроенного биллинга, null убирает его',
  },
  'files older than this are not read': {
    uk: 'старіші файли не читаються',
    ru: 'файлы старше этого не читаются',
  },
  'an http:// or https:// URL; for tables mysql://…, postgres://…, sqlite:PATH or file:FOLDER': {
    uk: 'URL http:// або https://; для таблиць mysql://…, postgres://…, sqlite:ШЛЯХ або file:ТЕКА',
    ru: 'URL http:// или https://; для таблиц mysql://…, postgres://…, sqlite:ПУТЬ или file:ПАПКА',
  },
  'an object { "NAME": value }': {
    uk: 'об\'єкт { "ІМ\'Я": значення }',
    ru: 'объект { "ИМЯ": значение }',
  },
  'an object { "QUERY": "SELECT …" }': {
    uk: 'об\'єкт { "ЗАПИТ": "SELECT …" }',
    ru: 'объект { "ЗАПРОС": "SELECT …" }',
  },
  'number of the billing in UserSide (Settings - Billings)': {
    uk: 'номер білінгу в UserSide (Налаштування - Білінги)',
    ru: 'номер биллинга в UserSide (Настройка - Биллинги)',
  },
  'address of the ERP': { uk: 'адреса UserSide', ru: 'адрес UserSide' },
  'API key of the ERP': { uk: 'ключ API UserSide', ru: 'ключ API UserSide' },
  'folder for logs, created when missing': {
    uk: 'тека для логів; якщо її немає — створюється',
    ru: 'папка для логов; если её нет — создаётся',
  },
  'nothing on the console but errors': {
    uk: 'на консоль не виводити нічого, крім помилок',
    ru: 'на консоль не выводить ничего, кроме ошибок',
  },
  'additional fields to import: the UserSide field id by the billing field id': {
    uk: 'які додаткові поля переносити: id поля в білінгу → id поля в UserSide',
    ru: 'какие дополнительные поля переносить: id поля в биллинге → id поля в UserSide',
  },
  'do not change an agreement date that is set; an empty one is filled': {
    uk: 'не змінювати дату договору, якщо вона вже є; порожня заповнюється',
    ru: 'не менять дату договора, если она уже есть; пустая заполняется',
  },
  'create no cities, streets, houses': {
    uk: 'не створювати населені пункти, вулиці та будинки',
    ru: 'не создавать населённые пункты, улицы и дома',
  },
  "keep a subscriber's IPs when the billing gives none": {
    uk: 'не видаляти IP абонента, якщо білінг не віддає жодного',
    ru: 'не удалять IP абонента, если биллинг не отдаёт ни одного',
  },
  'IPs never deleted, in every branch: "A-B", "net/len", "A" or [min, max] as integers': {
    uk: 'IP, які не видаляються ніколи: "A-B", "мережа/довжина", "A" або [min, max] цілими числами',
    ru: 'IP, которые не удаляются никогда: "A-B", "сеть/длина", "A" или [min, max] целыми числами',
  },
  'an empty phone in the billing erases the phone in UserSide': {
    uk: 'порожній телефон у білінгу стирає телефон в UserSide',
    ru: 'пустой телефон в биллинге стирает телефон в UserSide',
  },
  'no address in the billing erases the address in UserSide': {
    uk: 'якщо в білінгу немає адреси, адреса в UserSide стирається',
    ru: 'если в биллинге нет адреса, адрес в UserSide стирается',
  },
  'an empty floor erases': { uk: 'порожній поверх стирає поверх', ru: 'пустой этаж стирает этаж' },
  'an empty entrance erases': { uk: 'порожній під’їзд стирає під’їзд', ru: 'пустой подъезд стирает подъезд' },
  'import the password into the UserSide cabinet': {
    uk: 'переносити пароль у кабінет UserSide',
    ru: 'переносить пароль в кабинет UserSide',
  },
  'do not touch the activity date': {
    uk: 'не чіпати дату активності',
    ru: 'не трогать дату активности',
  },
  'import only houses some subscriber lives in': {
    uk: 'переносити лише ті будинки, де хтось живе',
    ru: 'переносить только те дома, где кто-то живёт',
  },
  'street names with their type (`вул. …`)': {
    uk: 'назви вулиць разом із типом (`вул. …`)',
    ru: 'названия улиц вместе с типом (`ул. …`)',
  },
  "import subscribers' messages": {
    uk: 'переносити повідомлення абонентів',
    ru: 'переносить сообщения абонентов',
  },
  'a billing group (id or name) every subscriber is put in': {
    uk: 'група білінгу (id або назва), у яку потрапляє кожен абонент',
    ru: 'группа биллинга (id или название), в которую попадает каждый абонент',
  },
  "the original's behaviour: remove groups set by hand too": {
    uk: 'як у старому модулі: знімати й ті групи, що поставлені вручну',
    ru: 'как в старом модуле: снимать и те группы, что поставлены вручную',
  },
  "the salt of the ERP's password hashes; without it hashed passwords are skipped": {
    uk: 'сіль для хешів паролів UserSide; без неї хешовані паролі не переносяться',
    ru: 'соль для хешей паролей UserSide; без неё хешированные пароли не переносятся',
  },
  'the core revision to claim when the ERP asks for a newer one; 0 none': {
    uk: 'яку ревізію ядра модуля називати, коли UserSide вимагає новішу; 0 — жодної',
    ru: 'какую ревизию ядра модуля называть, когда UserSide требует более новую; 0 — никакую',
  },
  'the category of the calls that open and close a run; another name of the ERP may have another': {
    uk: 'категорія викликів, якими запуск починається й завершується; в ERP під іншою назвою вона може бути іншою',
    ru: 'категория вызовов, которыми запуск начинается и завершается; у ERP под другим названием она может быть другой',
  },
  'which subscribers are managed; an unmanaged one already in UserSide is left alone': {
    uk: 'якими абонентами керувати; решту, яка вже є в UserSide, не чіпають',
    ru: 'какими абонентами управлять; остальных, кто уже есть в UserSide, не трогают',
  },
  'only subscribers with one of these are managed': {
    uk: 'керувати лише абонентами, у яких є щось із переліченого',
    ru: 'управлять только абонентами, у которых есть что-то из перечисленного',
  },
  'subscribers with one of these are not managed': {
    uk: 'не керувати абонентами, у яких є щось із переліченого',
    ru: 'не управлять абонентами, у которых есть что-то из перечисленного',
  },
  'groups of the billing': { uk: 'групи білінгу', ru: 'группы биллинга' },
  'tags of the billing': { uk: 'мітки білінгу', ru: 'метки биллинга' },
  'current tariffs of the billing': { uk: 'поточні тарифи білінгу', ru: 'текущие тарифы биллинга' },
  'states of the billing': { uk: 'стани білінгу', ru: 'состояния биллинга' },
  'logins, * for any letters': { uk: 'логіни, * — будь-які літери', ru: 'логины, * — любые буквы' },
  'policy by field: "mirror" the billing always wins, "update" wins when not empty, "fill" only fills an empty one, "ignore"':
    {
      uk: 'політика за полями: "mirror" — білінг завжди правий, "update" — якщо не порожньо, "fill" — лише заповнює порожнє, "ignore" — не чіпати',
      ru: 'политика по полям: "mirror" — биллинг всегда прав, "update" — если не пусто, "fill" — только заполняет пустое, "ignore" — не трогать',
    },
  'policy of the field {1}, "{2}" unless set': {
    uk: 'політика поля {1}, типово "{2}"',
    ru: 'политика поля {1}, по умолчанию "{2}"',
  },
  'policy of the field {1}, "{2}" unless set; "{3}" with {4}': {
    uk: 'політика поля {1}, типово "{2}"; з {4} — "{3}"',
    ru: 'политика поля {1}, по умолчанию "{2}"; с {4} — "{3}"',
  },
  'the guards trip when more than this count and more than this share would be marked absent, created of one kind, or changed in one field':
    {
      uk: 'запобіжники спрацьовують, коли більше за цю кількість і більше за цю частку мали б стати зниклими, створитися (одного виду) чи змінитися (в одному полі)',
      ru: 'предохранители срабатывают, когда больше этого количества и больше этой доли должны стать пропавшими, создаться (одного вида) или измениться (в одном поле)',
    },
  'the share of what UserSide has of a kind that may be created at once': {
    uk: 'частка (у відсотках) від того, що UserSide має одного виду, яку можна створити за раз',
    ru: 'доля (в процентах) от того, что UserSide имеет одного вида, которую можно создать за раз',
  },
  'the count of a kind that may be created whatever the share': {
    uk: 'кількість одного виду, яку можна створити за будь-якої частки',
    ru: 'количество одного вида, которое можно создать при любой доле',
  },
  'the share of the values of one field that may change at once': {
    uk: 'частка (у відсотках) значень одного поля, яка може змінитися за раз',
    ru: 'доля (в процентах) значений одного поля, которая может измениться за раз',
  },
  'the count of values of one field that may change whatever the share': {
    uk: 'кількість значень одного поля, яка може змінитися за будь-якої частки',
    ru: 'количество значений одного поля, которое может измениться при любой доле',
  },
  'what happens to a sales lead in UserSide that holds a billing id already: told, or made a regular subscriber':
    {
      uk: 'що робити з потенційним абонентом в UserSide, який уже має id білінгу: повідомити чи зробити звичайним абонентом',
      ru: 'что делать с потенциальным абонентом в UserSide, у которого уже есть id биллинга: сообщить или сделать обычным абонентом',
    },
  'the share of subscribers that may be marked absent at once': {
    uk: 'частка абонентів (у відсотках), яку можна позначити зниклими за раз',
    ru: 'доля абонентов (в процентах), которую можно отметить пропавшими за раз',
  },
  'the count that may be marked absent whatever the share': {
    uk: 'кількість абонентів, яку можна позначити зниклими за будь-якої частки',
    ru: 'количество абонентов, которое можно отметить пропавшими при любой доле',
  },
  'minutes between full comparisons; 0 makes every run full': {
    uk: 'хвилин між повними звіряннями; 0 — кожен запуск повний',
    ru: 'минут между полными сверками; 0 — каждый запуск полный',
  },
  'transport to the billing': { uk: 'зв’язок із білінгом', ru: 'связь с биллингом' },
  'transport to UserSide': { uk: 'зв’язок з UserSide', ru: 'связь с UserSide' },
  'seconds to wait for a whole answer': {
    uk: 'скільки секунд чекати на повну відповідь',
    ru: 'сколько секунд ждать полный ответ',
  },
  'how often a failed request is repeated': {
    uk: 'скільки разів повторювати невдалий запит',
    ru: 'сколько раз повторять неудачный запрос',
  },
  'file with the certificate authority (PEM) to trust beside the known ones': {
    uk: 'файл із сертифікатом центру (PEM), якому довіряти додатково',
    ru: 'файл с сертификатом центра (PEM), которому доверять дополнительно',
  },
  'accept any certificate: the connection can then be read and changed on its way': {
    uk: 'приймати будь-який сертифікат: тоді дані дорогою можна прочитати й підмінити',
    ru: 'принимать любой сертификат: тогда данные по дороге можно прочитать и подменить',
  },
  'ask for compressed answers; false where a server or proxy compresses wrongly': {
    uk: 'просити стиснені відповіді; false — якщо сервер або проксі стискає неправильно',
    ru: 'просить сжатые ответы; false — если сервер или прокси сжимает неправильно',
  },
  'HTTP proxy to go through; unless set, HTTP_PROXY or HTTPS_PROXY and NO_PROXY of the environment hold': {
    uk: 'HTTP-проксі; якщо не задано, діють HTTP_PROXY або HTTPS_PROXY і NO_PROXY з оточення',
    ru: 'HTTP-прокси; если не задан, действуют HTTP_PROXY или HTTPS_PROXY и NO_PROXY из окружения',
  },
  'requests at a time': {
    uk: 'скільки запитів надсилати одночасно',
    ru: 'сколько запросов отправлять одновременно',
  },
  logs: { uk: 'логи', ru: 'логи' },
  'days logs are kept': {
    uk: 'скільки днів зберігати логи',
    ru: 'сколько дней хранить логи',
  },
  'a list of fields': {
    uk: 'список полів',
    ru: 'список полей',
  },
  'how much of the past is kept': {
    uk: 'скільки минулого зберігати',
    ru: 'сколько прошлого хранить',
  },
  'days runs and their changes are kept': {
    uk: 'скільки днів зберігати запуски та їхні зміни',
    ru: 'сколько дней хранить запуски и их изменения',
  },
  'room for the changes of all runs; beyond, the oldest runs are forgotten': {
    uk: 'місце для змін усіх запусків; що понад нього — забуваються найстаріші запуски',
    ru: 'место для изменений всех запусков; что сверх него — забываются самые старые запуски',
  },
  'fields whose changes are counted, not kept one by one: "undo" cannot take them back': {
    uk: 'поля, зміни яких лише рахуються, а не зберігаються кожна окремо: `undo` їх не поверне',
    ru: 'поля, изменения которых только считаются, а не хранятся каждое отдельно: `undo` их не вернёт',
  },
  'folder for the journal and the lock; logPath unless set': {
    uk: 'тека для журналу й блокування; якщо не задано — logPath',
    ru: 'папка для журнала и блокировки; если не задано — logPath',
  },
  'Prometheus textfile, written after each run': {
    uk: 'текстовий файл метрик Prometheus, пишеться після кожного запуску',
    ru: 'текстовый файл метрик Prometheus, пишется после каждого запуска',
  },
  'health-check URL: /start, the plain URL and /fail are called': {
    uk: 'адреса контролю запусків: викликаються /start, сама адреса та /fail',
    ru: 'адрес контроля запусков: вызываются /start, сам адрес и /fail',
  },
  'a list of { "to": …, "token": …, "on": …, "repeatHours": … }': {
    uk: 'список { "to": …, "token": …, "on": …, "repeatHours": … }',
    ru: 'список { "to": …, "token": …, "on": …, "repeatHours": … }',
  },
  'who is told when the state of the runs changes, and again while it stays bad': {
    uk: 'кого сповіщати, коли стан запусків змінюється, і знову, поки він поганий',
    ru: 'кого оповещать, когда состояние запусков меняется, и снова, пока оно плохое',
  },
  'a chat of Telegram, a webhook (Slack and ntfy are known by their host, or by "#slack" or "#ntfy" behind the address), an address for the host\'s sendmail, or a program that gets the summary as JSON on stdin':
    {
      uk: 'чат Telegram, вебхук (Slack і ntfy впізнаються за іменем сервера або за "#slack" чи "#ntfy" після адреси), адреса для sendmail цього сервера або програма, яка отримує підсумок як JSON на stdin',
      ru: 'чат Telegram, вебхук (Slack и ntfy узнаются по имени сервера или по "#slack" либо "#ntfy" после адреса), адрес для sendmail этого сервера или программа, которая получает итог как JSON на stdin',
    },
  "the token of Telegram's bot, or the webhook's bearer token": {
    uk: 'токен бота Telegram або токен (bearer) вебхука',
    ru: 'токен бота Telegram или токен (bearer) вебхука',
  },
  'a list of outcomes, at least one': {
    uk: 'список результатів, хоча б один',
    ru: 'список исходов, хотя бы один',
  },
  'the outcomes it is told of, and of their end': {
    uk: 'про які результати сповіщати, і про їх кінець теж',
    ru: 'о каких исходах оповещать, и об их конце тоже',
  },
  'hours after which a state that stays bad is told again': {
    uk: 'через скільки годин нагадати про стан, що лишається поганим',
    ru: 'через сколько часов напомнить о состоянии, которое остаётся плохим',
  },
  "tell the system's log too (facility daemon, with priorities); under systemd the console carries priorities by itself":
    {
      uk: 'писати й у системний лог (facility daemon, з пріоритетами); під systemd консоль і так має пріоритети',
      ru: 'писать и в системный лог (facility daemon, с приоритетами); под systemd консоль и так с приоритетами',
    },
  'HTML page, written after each run': {
    uk: 'HTML-сторінка звіту, пишеться після кожного запуску',
    ru: 'HTML-страница отчёта, пишется после каждого запуска',
  },

  // Exit codes.
  'done; nothing failed (plan, verify: no differences)': {
    uk: 'зроблено, помилок немає (plan, verify: розбіжностей немає)',
    ru: 'сделано, ошибок нет (plan, verify: расхождений нет)',
  },
  'unexpected error: a bug': {
    uk: 'несподівана помилка: це дефект програми',
    ru: 'неожиданная ошибка: это дефект программы',
  },
  'plan, verify: there are differences': {
    uk: 'plan, verify: є розбіжності',
    ru: 'plan, verify: есть расхождения',
  },
  'done, but some records failed or were set aside': {
    uk: 'зроблено, але частина записів не пройшла або відкладена',
    ru: 'сделано, но часть записей не прошла или отложена',
  },
  'the configuration is not valid': { uk: 'помилка в конфігурації', ru: 'ошибка в конфигурации' },
  'the billing could not be read': {
    uk: 'не вдалося прочитати білінг',
    ru: 'не удалось прочитать биллинг',
  },
  'UserSide could not be read or refused to write': {
    uk: 'не вдалося прочитати UserSide, або він відмовив у записі',
    ru: 'не удалось прочитать UserSide, или он отказал в записи',
  },
  'a guard stopped something: marking subscribers as "not in billing", creating, or changing one field of very many; everything else was done (plan: the run would end so too)':
    {
      uk: 'запобіжник щось зупинив: позначення абонентів як «немає в білінгу», створення або зміну одного поля в дуже багатьох; усе інше зроблено (plan: запуск завершився б так само)',
      ru: 'предохранитель что-то остановил: отметку абонентов как «нет в биллинге», создание или изменение одного поля у очень многих; всё остальное сделано (plan: запуск завершился бы так же)',
    },
  'another run holds the lock': {
    uk: 'працює інший запуск (зайнято блокування)',
    ru: 'работает другой запуск (занята блокировка)',
  },
  'wrong command line': { uk: 'помилка в командному рядку', ru: 'ошибка в командной строке' },
  'stopped by {1}, after a clean end': {
    uk: 'зупинено сигналом {1}, завершено коректно',
    ru: 'остановлено сигналом {1}, завершено корректно',
  },

  // Commands.
  'one run, for cron or a systemd timer; the command when none is named': {
    uk: 'один запуск, для cron або таймера systemd; виконується, коли команду не названо',
    ru: 'один запуск, для cron или таймера systemd; выполняется, когда команда не названа',
  },
  'read both sides, print what a run would change, field by field': {
    uk: 'прочитати обидві сторони й показати, що змінив би запуск, поле за полем',
    ru: 'прочитать обе стороны и показать, что изменил бы запуск, поле за полем',
  },
  'compare both sides: totals, completeness of every field, mismatches': {
    uk: 'звірити обидві сторони: підсумки, заповненість кожного поля, розбіжності',
    ru: 'сверить обе стороны: итоги, заполненность каждого поля, расхождения',
  },
  'test configuration, log folder, billing and UserSide; name the switch to flip': {
    uk: 'перевірити конфігурацію, теку логів, білінг і UserSide; назвати, що саме перемкнути',
    ru: 'проверить конфигурацию, папку логов, биллинг и UserSide; назвать, что именно переключить',
  },
  'past runs; with RUN the same as "history show"': {
    uk: 'минулі запуски; з RUN — те саме, що "history show"',
    ru: 'прошлые запуски; с RUN — то же, что "history show"',
  },
  'every change of one run, and what UserSide refused, in its own words': {
    uk: 'кожна зміна одного запуску і все, що UserSide відхилив, його словами',
    ru: 'каждое изменение одного запуска и всё, что UserSide отклонил, его словами',
  },
  'only what happened to this subscriber, by id, login, agreement or account number; may be repeated; @FILE reads one a line':
    {
      uk: 'лише те, що сталося з цим абонентом (id, логін, номер договору чи особового рахунку); можна повторювати; @FILE читає по одному з рядка',
      ru: 'только то, что произошло с этим абонентом (id, логин, номер договора или лицевого счёта); можно повторять; @FILE читает по одному из строки',
    },
  'only the last N runs': { uk: 'лише останні N запусків', ru: 'только последние N запусков' },
  'only runs that did not end with 0': {
    uk: 'лише запуски, що завершилися не з 0',
    ru: 'только запуски, завершившиеся не с 0',
  },
  'only runs since then: 2026-11-22, or "2026-11-22 17:30"': {
    uk: 'лише запуски відтоді: 2026-11-22 або "2026-11-22 17:30"',
    ru: 'только запуски с тех пор: 2026-11-22 или "2026-11-22 17:30"',
  },
  'write nothing, print what would be written back': {
    uk: 'нічого не записувати, показати, що було б повернуто',
    ru: 'ничего не записывать, показать, что было бы возвращено',
  },
  'write back what a run changed': {
    uk: 'повернути те, що змінив запуск',
    ru: 'вернуть то, что изменил запуск',
  },
  'self-contained HTML page: last runs, changes, completeness, problems': {
    uk: 'HTML-сторінка одним файлом: останні запуски, зміни, заповненість, проблеми',
    ru: 'HTML-страница одним файлом: последние запуски, изменения, заполненность, проблемы',
  },
  "both sides' answers with every personal value replaced, and what else a person who helps needs, in one .tar.gz":
    {
      uk: 'відповіді обох сторін із заміненими особистими даними та решта, потрібна тому, хто допомагає, в одному .tar.gz',
      ru: 'ответы обеих сторон с заменёнными личными данными и прочее, нужное тому, кто помогает, в одном .tar.gz',
    },
  'file to write; usm-billing-bundle-TIME.tar.gz in this folder unless set': {
    uk: 'файл для запису; якщо не вказано — usm-billing-bundle-ЧАС.tar.gz у цій теці',
    ru: 'файл для записи; если не указан — usm-billing-bundle-ВРЕМЯ.tar.gz в этой папке',
  },
  'play what "bundle" wrote as a billing and a UserSide, and print what a run would change': {
    uk: 'відтворити записане командою "bundle" як білінг і UserSide та показати, що змінив би запуск',
    ru: 'воспроизвести записанное командой "bundle" как биллинг и UserSide и показать, что изменил бы запуск',
  },
  'write a commented usm-billing.jsonc': {
    uk: 'записати usm-billing.jsonc з коментарями',
    ru: 'записать usm-billing.jsonc с комментариями',
  },
  'a sandbox billing and a sandbox UserSide, three runs against them, explained': {
    uk: 'навчальні білінг і UserSide та три запуски на них, з поясненнями',
    ru: 'учебные биллинг и UserSide и три запуска на них, с пояснениями',
  },
  'print the queries of a built-in billing, to lay your own over them': {
    uk: 'вивести запити вбудованого білінгу, щоб покласти поверх них свої',
    ru: 'вывести запросы встроенного биллинга, чтобы положить поверх них свои',
  },
  'try those who are told when the runs go wrong': {
    uk: 'випробувати сповіщення про невдалі запуски',
    ru: 'испытать оповещения о неудачных запусках',
  },
  'send a test to each of them': {
    uk: 'надіслати кожному пробне сповіщення',
    ru: 'отправить каждому пробное оповещение',
  },
  'print the version': { uk: 'вивести версію', ru: 'вывести версию' },
  'ask whether a newer release exists': {
    uk: 'запитати, чи є новіший випуск',
    ru: 'спросить, есть ли выпуск новее',
  },
  'explain the program or a command': {
    uk: 'пояснити програму або команду',
    ru: 'объяснить программу или команду',
  },
  'command to explain': { uk: 'команда, яку треба пояснити', ru: 'команда, которую нужно объяснить' },
  'command inside that command': {
    uk: 'команда всередині цієї команди',
    ru: 'команда внутри этой команды',
  },
  'print a shell completion script': {
    uk: 'вивести скрипт автодоповнення для оболонки',
    ru: 'вывести скрипт автодополнения для оболочки',
  },

  // Options and arguments.
  'configuration file to use': { uk: 'який файл конфігурації взяти', ru: 'какой файл конфигурации взять' },
  'print a machine-readable result, and nothing else, on stdout': {
    uk: 'у stdout лише результат у JSON',
    ru: 'в stdout только результат в JSON',
  },
  'print errors only': { uk: 'виводити лише помилки', ru: 'выводить только ошибки' },
  'print every detail': { uk: 'виводити всі подробиці', ru: 'выводить все подробности' },
  'check the configuration without touching the network, then stop': {
    uk: 'перевірити конфігурацію без звернень до мережі й вийти',
    ru: 'проверить конфигурацию без обращений к сети и выйти',
  },
  'explain the program or the command, then stop': {
    uk: 'довідка про програму або команду',
    ru: 'справка о программе или команде',
  },
  'print the version, then stop': { uk: 'вивести версію й вийти', ru: 'вывести версию и выйти' },
  'write nothing, print what would change (as "plan" does)': {
    uk: 'нічого не записувати, показати, що змінилося б (те саме, що plan)',
    ru: 'ничего не записывать, показать, что изменилось бы (то же, что plan)',
  },
  'ignore what is remembered, compare everything': {
    uk: 'не зважати на запам’ятоване, звірити все',
    ru: 'не смотреть на запомненное, сверить всё',
  },
  'override the absence guard once': {
    uk: 'один раз дозволити те, що зупинив запобіжник',
    ru: 'один раз разрешить то, что остановил предохранитель',
  },
  'override the brake on creating once': {
    uk: 'один раз дозволити створення, яке зупинив запобіжник',
    ru: 'один раз разрешить создание, которое остановил предохранитель',
  },
  'override the brake on changing one field of very many once': {
    uk: 'один раз дозволити зміну одного поля в дуже багатьох, яку зупинив запобіжник',
    ru: 'один раз разрешить изменение одного поля у очень многих, которое остановил предохранитель',
  },
  'do not fold long lists': { uk: 'не згортати довгі списки', ru: 'не сворачивать длинные списки' },
  'only this subscriber, by login, id, agreement or account number, and what it needs; may be repeated; @FILE reads one a line':
    {
      uk: 'лише цей абонент (логін, id, номер договору чи особового рахунку) і те, що йому потрібно; можна повторювати; @FILE читає по одному з рядка',
      ru: 'только этот абонент (логин, id, номер договора или лицевого счёта) и то, что ему нужно; можно повторять; @FILE читает по одному из строки',
    },
  'only this field': { uk: 'лише це поле', ru: 'только это поле' },
  'the tables of this billing instead of the universal API': {
    uk: 'таблиці цього білінгу замість універсального API',
    ru: 'таблицы этого биллинга вместо универсального API',
  },
  'carry out a kept plan: exactly what of it still holds': {
    uk: 'виконати збережений план: рівно те з нього, що досі справджується',
    ru: 'выполнить сохранённый план: ровно то из него, что по-прежнему верно',
  },
  'keep what is shown in a file, for "apply"': {
    uk: 'зберегти показане у файл — для "apply"',
    ru: 'сохранить показанное в файл — для "apply"',
  },
  'file that "plan --out" has written': {
    uk: 'файл, який записав "plan --out"',
    ru: 'файл, который записал "plan --out"',
  },
  'name everybody who is missing or gone': {
    uk: 'назвати всіх, кого бракує або хто зник',
    ru: 'назвать всех, кого недостаёт или кто пропал',
  },
  'number of the run, or "last"': { uk: 'номер запуску або "last"', ru: 'номер запуска или "last"' },
  'do not ask first': { uk: 'не перепитувати', ru: 'не переспрашивать' },
  'file to write; stdout unless set': {
    uk: 'у який файл писати; якщо не задано — stdout',
    ru: 'в какой файл писать; если не задано — stdout',
  },
  'carry over an old usm_billing.conf.php': {
    uk: 'перенести старий usm_billing.conf.php',
    ru: 'перенести старый usm_billing.conf.php',
  },
  'name of a built-in billing': { uk: 'назва вбудованого білінгу', ru: 'название встроенного биллинга' },
  'bash, zsh or fish; runs and logins are what the scripts ask for': {
    uk: 'bash, zsh або fish; runs і logins — те, про що питають скрипти',
    ru: 'bash, zsh или fish; runs и logins — то, о чём спрашивают скрипты',
  },

  // Fields of a subscriber.
  'Full name': { uk: 'ПІБ або назва', ru: 'ФИО или название' },
  Login: { uk: 'Логін', ru: 'Логин' },
  'Account number': { uk: 'Особовий рахунок', ru: 'Лицевой счёт' },
  Notes: { uk: 'Примітки', ru: 'Заметки' },
  Balance: { uk: 'Баланс', ru: 'Баланс' },
  Credit: { uk: 'Кредит', ru: 'Кредит' },
  'Discount, %': { uk: 'Знижка, %', ru: 'Скидка, %' },
  Company: { uk: 'Юридична особа', ru: 'Юридическое лицо' },
  'Former subscriber': { uk: 'Колишній абонент', ru: 'Бывший абонент' },
  'Cabinet password': { uk: 'Пароль кабінету', ru: 'Пароль кабинета' },
  'Connected on': { uk: 'Дата підключення', ru: 'Дата подключения' },
  'Agreement number': { uk: 'Номер договору', ru: 'Номер договора' },
  'Agreement date': { uk: 'Дата договору', ru: 'Дата договора' },
  Tariffs: { uk: 'Тарифи', ru: 'Тарифы' },
  'Next tariff': { uk: 'Наступний тариф', ru: 'Следующий тариф' },
  'Traffic of the month, bytes up / down': {
    uk: 'Трафік за місяць, байтів вих. / вх.',
    ru: 'Трафик за месяц, байт исх. / вх.',
  },
  'Last internet activity': {
    uk: 'Остання активність в інтернеті',
    ru: 'Последняя активность в интернете',
  },
  Phones: { uk: 'Телефони', ru: 'Телефоны' },
  'E-mail': { uk: 'E-mail', ru: 'E-mail' },
  House: { uk: 'Будинок', ru: 'Дом' },
  Apartment: { uk: 'Квартира', ru: 'Квартира' },
  Floor: { uk: 'Поверх', ru: 'Этаж' },
  Entrance: { uk: 'Під’їзд', ru: 'Подъезд' },
  'IP and MAC addresses': { uk: 'IP та MAC', ru: 'IP и MAC' },
  'State in the billing': { uk: 'Стан у білінгу', ru: 'Состояние в биллинге' },
  'Additional fields': { uk: 'Додаткові поля', ru: 'Дополнительные поля' },
  Groups: { uk: 'Групи', ru: 'Группы' },
  Tags: { uk: 'Мітки', ru: 'Метки' },
  Services: { uk: 'Послуги', ru: 'Услуги' },
  'Parent account': { uk: 'Батьківський рахунок', ru: 'Родительский счёт' },
  'never emptied': { uk: 'ніколи не стирається', ru: 'никогда не стирается' },
  'never shown, logged or stored': {
    uk: 'ніде не показується, не логується, не зберігається',
    ru: 'нигде не показывается, не логируется, не хранится',
  },
}
