/** Russian, by the English wording as it stands in the program. */

import type { Translation } from './translation.ts'
import type { Phrase } from './uk.ts'

export const RU: Readonly<Record<Phrase, Translation>> = {
  // Heads of tables.
  key: 'параметр',
  value: 'значение',
  default: 'по умолчанию',
  environment: 'переменная окружения',
  meaning: 'что значит',
  code: 'код',
  option: 'опция',
  command: 'команда',
  'what it does': 'что делает',
  field: 'поле',
  'what it is': 'что это',
  'policy unless set': 'политика по умолчанию',
  'changed by': 'что её меняет',
  mind: 'особенности',

  // Configuration: forms of a value.
  section: 'раздел',
  required: 'обязательный',
  'true or false': 'true или false',
  'a text': 'текст',
  'a path': 'путь',
  'an http:// or https:// URL': 'адрес http:// или https://',
  'a whole number, {1} or more': 'целое число, не меньше {1}',
  'a whole number between {1} and {2}': 'целое число от {1} до {2}',
  'a number between {1} and {2}': 'число от {1} до {2}',
  'a list of ids or names': 'список id или названий',
  '"{1}" or "{2}"': '"{1}" или "{2}"',
  'an object { "billing field id": "UserSide field id" }':
    'объект { "id поля в биллинге": "id поля в UserSide" }',
  'a list of addresses: "A-B", "net/len", "A" or [min, max]':
    'список адресов: "A-B", "сеть/длина", "A" или [min, max]',

  // Configuration: meanings of keys.
  'how the billing is read: "standart" ("standard" is understood too) and "carbon5" speak the universal API, the others are read as tables':
    'как читается биллинг: "standart" (принимается и "standard") и "carbon5" говорят универсальным API, остальные читаются как таблицы',
  'the billing\'s product, told from its answers when "auto"':
    'какой именно это биллинг; "auto" — определяется по его ответам',
  "the billing's API address with its own query string and key, as the original takes it; of tables the database or the folder":
    'адрес API биллинга вместе с параметрами и ключом, в том же виде, что и для старого модуля; для таблиц — база данных или папка',
  'the database or the folder of a billing that is read as tables':
    'база данных или папка биллинга, который читается как таблицы',
  "the account's password; its name stands in billingUrl": 'пароль учётной записи; её имя стоит в billingUrl',
  'encryption: "verify" proves the server\'s certificate and name, "require" does not; "verify" unless set, where the server is another host and offers it':
    'шифрование: "verify" проверяет сертификат и имя сервера, "require" — нет; если не задано, "verify" там, где сервер на другом хосте и предлагает шифрование',
  'file with the certificate authority (PEM) of the database':
    'файл с центром сертификации (PEM) базы данных',
  'the encoding texts are really stored in, where columns lie about it; "auto" lets the server convert':
    'кодировка, в которой тексты на самом деле сохранены, если столбцы о ней лгут; "auto" — преобразует сервер',
  'seconds until a silent database is given up': 'сколько секунд ждать базу данных, которая молчит',
  'values for {parameter:NAME} in queries, quoted by the program':
    'значения для {parameter:NAME} в запросах; кавычки ставит программа',
  'queries by their names, laid over those of a built-in billing one by one; null takes one away':
    'запросы по их названиям; каждый ложится поверх запроса встроенного биллинга, null убирает его',
  'files older than this are not read': 'файлы старше этого не читаются',
  'an http:// or https:// URL; for tables mysql://…, postgres://…, sqlite:PATH or file:FOLDER':
    'URL http:// или https://; для таблиц mysql://…, postgres://…, sqlite:ПУТЬ или file:ПАПКА',
  'an object { "NAME": value }': 'объект { "ИМЯ": значение }',
  'an object { "QUERY": "SELECT …" }': 'объект { "ЗАПРОС": "SELECT …" }',
  'number of the billing in UserSide (Settings - Billings)':
    'номер биллинга в UserSide (Настройка - Биллинги)',
  'address of the ERP': 'адрес UserSide',
  'API key of the ERP': 'ключ API UserSide',
  'folder for logs, created when missing': 'папка для логов; если её нет — создаётся',
  'nothing on the console but errors': 'на консоль не выводить ничего, кроме ошибок',
  'additional fields to import: the UserSide field id by the billing field id':
    'какие дополнительные поля переносить: id поля в биллинге → id поля в UserSide',
  'do not change an agreement date that is set; an empty one is filled':
    'не менять дату договора, если она уже есть; пустая заполняется',
  'create no cities, streets, houses': 'не создавать населённые пункты, улицы и дома',
  "keep a subscriber's IPs when the billing gives none":
    'не удалять IP абонента, если биллинг не отдаёт ни одного',
  'IPs never deleted, in every branch: "A-B", "net/len", "A" or [min, max] as integers':
    'IP, которые не удаляются никогда: "A-B", "сеть/длина", "A" или [min, max] целыми числами',
  'an empty phone in the billing erases the phone in UserSide':
    'пустой телефон в биллинге стирает телефон в UserSide',
  'no address in the billing erases the address in UserSide':
    'если в биллинге нет адреса, адрес в UserSide стирается',
  'an empty floor erases': 'пустой этаж стирает этаж',
  'an empty entrance erases': 'пустой подъезд стирает подъезд',
  'import the password into the UserSide cabinet': 'переносить пароль в кабинет UserSide',
  'do not touch the activity date': 'не трогать дату активности',
  'import only houses some subscriber lives in': 'переносить только те дома, где кто-то живёт',
  'street names with their type (`вул. …`)': 'названия улиц вместе с типом (`ул. …`)',
  "import subscribers' messages": 'переносить сообщения абонентов',
  'a billing group (id or name) every subscriber is put in':
    'группа биллинга (id или название), в которую попадает каждый абонент',
  "the original's behaviour: remove groups set by hand too":
    'как в старом модуле: снимать и те группы, что поставлены вручную',
  "the salt of the ERP's password hashes; without it hashed passwords are skipped":
    'соль для хешей паролей UserSide; без неё хешированные пароли не переносятся',
  'the core revision to claim when the ERP asks for a newer one; 0 none':
    'какую ревизию ядра модуля называть, когда UserSide требует более новую; 0 — никакую',
  'the category of the calls that open and close a run; another name of the ERP may have another':
    'категория вызовов, которыми запуск начинается и завершается; у ERP под другим названием она может быть другой',
  'which subscribers are managed; an unmanaged one already in UserSide is left alone':
    'какими абонентами управлять; остальных, кто уже есть в UserSide, не трогают',
  'only subscribers with one of these are managed':
    'управлять только абонентами, у которых есть что-то из перечисленного',
  'subscribers with one of these are not managed':
    'не управлять абонентами, у которых есть что-то из перечисленного',
  'groups of the billing': 'группы биллинга',
  'tags of the billing': 'метки биллинга',
  'current tariffs of the billing': 'текущие тарифы биллинга',
  'states of the billing': 'состояния биллинга',
  'logins, * for any letters': 'логины, * — любые буквы',
  'policy by field: "mirror" the billing always wins, "update" wins when not empty, "fill" only fills an empty one, "ignore"':
    'политика по полям: "mirror" — биллинг всегда прав, "update" — если не пусто, "fill" — только заполняет пустое, "ignore" — не трогать',
  'policy of the field {1}, "{2}" unless set': 'политика поля {1}, по умолчанию "{2}"',
  'policy of the field {1}, "{2}" unless set; "{3}" with {4}':
    'политика поля {1}, по умолчанию "{2}"; с {4} — "{3}"',
  'the guards trip when more than this count and more than this share would be marked absent, created of one kind, or changed in one field':
    'предохранители срабатывают, когда больше этого количества и больше этой доли должны стать пропавшими, создаться (одного вида) или измениться (в одном поле)',
  'the share of what UserSide has of a kind that may be created at once':
    'доля (в процентах) от того, что UserSide имеет одного вида, которую можно создать за раз',
  'the count of a kind that may be created whatever the share':
    'количество одного вида, которое можно создать при любой доле',
  'the share of the values of one field that may change at once':
    'доля (в процентах) значений одного поля, которая может измениться за раз',
  'the count of values of one field that may change whatever the share':
    'количество значений одного поля, которое может измениться при любой доле',
  'what happens to a sales lead in UserSide that holds a billing id already: told, or made a regular subscriber':
    'что делать с потенциальным абонентом в UserSide, у которого уже есть id биллинга: сообщить или сделать обычным абонентом',
  'the share of subscribers that may be marked absent at once':
    'доля абонентов (в процентах), которую можно отметить пропавшими за раз',
  'the count that may be marked absent whatever the share':
    'количество абонентов, которое можно отметить пропавшими при любой доле',
  'minutes between full comparisons; 0 makes every run full':
    'минут между полными сверками; 0 — каждый запуск полный',
  'transport to the billing': 'связь с биллингом',
  'transport to UserSide': 'связь с UserSide',
  'seconds to wait for a whole answer': 'сколько секунд ждать полный ответ',
  'how often a failed request is repeated': 'сколько раз повторять неудачный запрос',
  'file with the certificate authority (PEM) to trust beside the known ones':
    'файл с сертификатом центра (PEM), которому доверять дополнительно',
  'accept any certificate: the connection can then be read and changed on its way':
    'принимать любой сертификат: тогда данные по дороге можно прочитать и подменить',
  'ask for compressed answers; false where a server or proxy compresses wrongly':
    'просить сжатые ответы; false — если сервер или прокси сжимает неправильно',
  'HTTP proxy to go through; unless set, HTTP_PROXY or HTTPS_PROXY and NO_PROXY of the environment hold':
    'HTTP-прокси; если не задан, действуют HTTP_PROXY или HTTPS_PROXY и NO_PROXY из окружения',
  'requests at a time': 'сколько запросов отправлять одновременно',
  logs: 'логи',
  'days logs are kept': 'сколько дней хранить логи',
  'a list of fields': 'список полей',
  'how much of the past is kept': 'сколько прошлого хранить',
  'days runs and their changes are kept': 'сколько дней хранить запуски и их изменения',
  'room for the changes of all runs; beyond, the oldest runs are forgotten':
    'место для изменений всех запусков; что сверх него — забываются самые старые запуски',
  'fields whose changes are counted, not kept one by one: "undo" cannot take them back':
    'поля, изменения которых только считаются, а не хранятся каждое отдельно: `undo` их не вернёт',
  'folder for the journal and the lock; logPath unless set':
    'папка для журнала и блокировки; если не задано — logPath',
  'Prometheus textfile, written after each run':
    'текстовый файл метрик Prometheus, пишется после каждого запуска',
  'health-check URL: /start, the plain URL and /fail are called':
    'адрес контроля запусков: вызываются /start, сам адрес и /fail',
  'a list of { "to": …, "token": …, "on": …, "repeatHours": … }':
    'список { "to": …, "token": …, "on": …, "repeatHours": … }',
  'who is told when the state of the runs changes, and again while it stays bad':
    'кого оповещать, когда состояние запусков меняется, и снова, пока оно плохое',
  'a chat of Telegram, a webhook (Slack and ntfy are known by their host, or by "#slack" or "#ntfy" behind the address), an address for the host\'s sendmail, or a program that gets the summary as JSON on stdin':
    'чат Telegram, вебхук (Slack и ntfy узнаются по имени сервера или по "#slack" либо "#ntfy" после адреса), адрес для sendmail этого сервера или программа, которая получает итог как JSON на stdin',
  "the token of Telegram's bot, or the webhook's bearer token":
    'токен бота Telegram или токен (bearer) вебхука',
  'a list of outcomes, at least one': 'список исходов, хотя бы один',
  'the outcomes it is told of, and of their end': 'о каких исходах оповещать, и об их конце тоже',
  'hours after which a state that stays bad is told again':
    'через сколько часов напомнить о состоянии, которое остаётся плохим',
  "tell the system's log too (facility daemon, with priorities); under systemd the console carries priorities by itself":
    'писать и в системный лог (facility daemon, с приоритетами); под systemd консоль и так с приоритетами',
  'HTML page, written after each run': 'HTML-страница отчёта, пишется после каждого запуска',

  // Configuration: forms of a value that only errors name.
  'a text or a number': 'текст или число',
  'a text, a list of lines, "file:NAME.sql", or null': 'текст, список строк, "file:ИМЯ.sql" или null',
  '"auto" or an encoding as "windows-1251", "koi8-u" or "utf-8"':
    '"auto" или кодировка: "windows-1251", "koi8-u", "utf-8"',
  'an id or a name': 'id или название',
  'an object { … }': 'объект { … }',
  'an object { "to": …, "token": …, "on": …, "repeatHours": … }':
    'объект { "to": …, "token": …, "on": …, "repeatHours": … }',
  'one who is told': 'кого оповещать',
  '"A-B", "net/len", "A" or a pair [min, max]': '"A-B", "сеть/длина", "A" или пара [min, max]',
  'certificate in PEM form': 'сертификата в формате PEM',
  'the id of a UserSide field': 'id поля UserSide',
  'the name of a field': 'название поля',
  'another value': 'другое значение',

  // Configuration: what is wrong with it.
  'must be {1}, found {2}': 'ожидается {1}, а указано: {2}',
  'must be {1}, found nothing': 'ожидается {1}, а не указано ничего',
  'an object { … } is expected, found {1}': 'ожидается объект { … }, а указано: {1}',
  'a list': 'список',
  'an object': 'объект',
  'the number {1}': 'число {1}',
  'the text ""': 'пустой текст',
  'the text "{1}"': 'текст "{1}"',
  'a number that is not shown': 'число, которое не показывается',
  'a text that is not shown': 'текст, который не показывается',
  'is missing: {1}': 'не указано. Это {1}',
  'is missing: {1} (environment: {2})': 'не указано. Это {1} (переменная окружения: {2})',
  'is missing: Telegram takes messages by the token of a bot (@BotFather makes one)':
    'не указано: Telegram принимает сообщения с токеном бота (его создаёт @BotFather)',
  'is unknown': 'неизвестный параметр',
  'did you mean "{1}"?': 'может быть, "{1}"?',
  'goes to the UserSide field {1}, to which the billing field {2} already goes':
    'ведёт в поле UserSide {1}, куда уже ведёт поле биллинга {2}',
  'names nothing: fill it or leave it out': 'ничего не называет: заполните или уберите',
  'is "{1}", but {2} is set, which means "{3}": take one of them out':
    'указано "{1}", но включён {2}, а это значит "{3}": уберите что-то одно',
  'is no name for a parameter: letters, digits and "_" make one':
    'не годится как имя параметра: можно только буквы, цифры и "_"',
  'the file holds no {1}': 'в файле нет {1}',
  'the file {1} holds no {2}': 'в файле {1} нет {2}',
  'the file cannot be read: {1}': 'файл не удалось прочитать: {1}',
  'the file {1} cannot be read: {2}': 'файл {1} не удалось прочитать: {2}',
  'the file {1} is empty': 'файл {1} пуст',
  'the file is empty': 'файл пуст',
  'there is no such file': 'такого файла нет',
  'cannot be read: {1}': 'не удалось прочитать: {1}',
  'is given twice; take one of them out': 'указано дважды; уберите что-то одно',
  'a key in double quotes is expected here': 'здесь должен быть параметр в двойных кавычках',
  'a value is expected here': 'здесь должно быть значение',
  'a colon is expected here': 'здесь должно быть двоеточие',
  'a comma is missing before this': 'перед этим не хватает запятой',
  'a closing } is missing': 'не хватает закрывающей }',
  'a closing ] is missing': 'не хватает закрывающей ]',
  'nothing may follow the closing }': 'после последней } не должно быть ничего',
  'this comment has no end': 'этот комментарий не закрыт',
  'this text has no closing double quote on its line': 'в этой строке не закрыты двойные кавычки',
  'this number is not finished': 'число не дописано',
  'this is not a number as JSON writes it': 'в JSON числа так не пишут',
  'a \\u needs four hex digits': 'после \\u нужны четыре шестнадцатеричные цифры',
  'this backslash escape is unknown: write \\\\ for a backslash':
    'неизвестная последовательность с обратной косой чертой: саму черту пишут как \\\\',
  'a control character must be written as \\uXXXX': 'управляющий символ надо писать как \\uXXXX',
  'this is neither a text in double quotes, a number, true, false nor null':
    'это не текст в двойных кавычках, не число, не true, не false и не null',
  'this is not JSON': 'это не JSON',
  '"{1}:" names nothing': 'после "{1}:" ничего нет',
  'the environment variable {1} is not set': 'переменная окружения {1} не задана',
  'there are no systemd credentials: ${1} is not set':
    'systemd не передал никаких credentials: ${1} не задана',
  '"{1}" is not the name of a credential': '"{1}" не может быть именем credential',
  '{1}: does not go with billingName "{2}", which speaks HTTP; tables are read by {3}':
    '{1}: не сочетается с billingName "{2}", потому что тот работает через HTTP; таблицы читают {3}',
  '{1}: does not go with billingName "{2}", which is read from {3}':
    '{1}: не сочетается с billingName "{2}": для него нужно {3}',
  'is for databases: a folder of files is read as it is':
    'только для баз данных: папка с файлами читается как есть',
  'lacks "subscribers", the one query that has to be there':
    'не хватает "subscribers": этот запрос обязателен',
  'is an unknown query': 'неизвестный запрос',
  'is an unknown query; known are {1}': 'неизвестный запрос; есть такие: {1}',
  'cannot be taken away: there is nothing without it': 'нельзя убрать: без него ничего не будет',
  'uses {parameter:{1}}, which billingDatabase.parameters does not have':
    'использует {parameter:{1}}, а в billingDatabase.parameters его нет',
  'is no address of a database': 'это не адрес базы данных',
  'is no address of a database or a folder': 'это не адрес базы данных и не папка',
  'must name a database behind the host': 'после хоста должно стоять имя базы данных',
  'has an unknown parameter "{1}" (only "socket" is known)':
    'имеет неизвестный параметр "{1}" (известен только "socket")',
  'names no host': 'не назван хост',
  'names no folder': 'не названа папка',
  'names no file': 'не назван файл',
  'a home-made billing': 'самодельный биллинг',
  'a pair of integers [min, max] is expected': 'ожидается пара целых чисел [min, max]',
  'an address, a range "A-B", a network "net/len" or a pair [min, max] is expected':
    'ожидается адрес, диапазон "A-B", сеть "сеть/длина" или пара [min, max]',
  '"{1}" is not a range "A-B"': '"{1}" не является диапазоном "A-B"',
  '"{1}" is not an IPv4 address': '"{1}" не является адресом IPv4',
  'the range "{1}-{2}" ends before it begins': 'диапазон "{1}-{2}" кончается раньше, чем начинается',
  '"/{1}" is not a prefix length between 0 and 32': '"/{1}" не является длиной префикса от 0 до 32',
  'is empty': 'пусто',
  'has a bracket that is not closed': 'не закрыта скобка',
  'has a bracket that closes nothing': 'лишняя закрывающая скобка',
  'has a quote that is not closed': 'не закрыты кавычки',
  'has a comment that is not closed': 'не закрыт комментарий',
  'has a comment that MySQL would carry out': 'есть комментарий, который MySQL выполнит',
  'has a mark inside quotes: leave the quotes away, the program sets its own':
    'метка стоит в кавычках: уберите кавычки, программа ставит их сама',
  'is more than one statement: only a single SELECT may be sent':
    'больше одной инструкции: можно отправлять только один SELECT',
  'begins with {1}: only a single SELECT may be sent':
    'начинается с {1}: можно отправлять только один SELECT',
  'says {1}: only a single SELECT may be sent, and it may not lock anything either':
    'содержит {1}: можно отправлять только один SELECT, и он не должен ничего блокировать',
  'has {page:}, which names no column': 'содержит {page:} без имени столбца',
  'has {page:…} where no condition stands: put it behind WHERE or AND':
    'содержит {page:…} не на месте условия: поставьте его после WHERE или AND',
  'has {page:…} before the end of its SELECT: put it behind the other conditions, and leave ORDER BY and LIMIT away':
    'содержит {page:…} не в конце своего SELECT: поставьте его после других условий, без ORDER BY и LIMIT',
  'has {page:{1}}, which names no column': 'содержит {page:{1}}, а это не имя столбца',
  'has {page:…} beside OR: put the other conditions in brackets':
    'содержит {page:…} рядом с OR: возьмите другие условия в скобки',
  'has {page:…} in one part of a UNION: put the mark behind a query around all of it':
    'содержит {page:…} в одной части UNION: поставьте метку в запросе вокруг всего',
  'has {page:…} twice': 'содержит {page:…} дважды',
  'has {parameter:{1}}, which is no name': 'содержит {parameter:{1}}, а это не имя',
  'has a "{" that begins neither {page:COLUMN} nor {parameter:NAME}':
    'есть "{", которая не начинает ни {page:СТОЛБЕЦ}, ни {parameter:ИМЯ}',

  // Configuration: loading it.
  'There is no configuration.': 'Конфигурации нет.',
  'Check --config and ${1}.': 'Проверьте --config и ${1}.',
  'Write one with "usm-billing init", name one with --config or ${1}, or set the environment variables (BILLING_URL, …).':
    'Создайте её командой "usm-billing init", укажите через --config или ${1} либо задайте переменные окружения (BILLING_URL, …).',
  'The configuration is not valid: one error.': 'В конфигурации одна ошибка.',
  'The configuration is not valid: {1} errors.': {
    one: 'В конфигурации {1} ошибка.',
    few: 'В конфигурации {1} ошибки.',
    many: 'В конфигурации {1} ошибок.',
  },
  'environment {1}': 'переменная окружения {1}',
  'The environment variable {1} is not used: the configuration file sets {2} to something else.':
    'Переменная окружения {1} не действует: в файле конфигурации {2} имеет другое значение.',
  'The environment variable {1} opens this program to a debugger, which could read every key.':
    'Переменная окружения {1} открывает программу для отладчика, а тот мог бы прочитать все ключи.',
  'Unset {1}.': 'Уберите переменную {1}.',
  '{1} holds a key ({2}) and can be read by {3}: run "chmod 600 {4}", or keep the key elsewhere ("file:PATH", "env:NAME", "credential:NAME").':
    'В {1} хранится ключ ({2}), и прочитать его может {3}: выполните "chmod 600 {4}" или держите ключ в другом месте ("file:ПУТЬ", "env:ИМЯ", "credential:ИМЯ").',
  'its group': 'группа файла',
  'everybody on this machine': 'любой на этой машине',
  '"{1}" is called "{2}" since version {3}. The old name works until version {4}: rename it.':
    'С версии {3} параметр "{1}" называется "{2}". Старое название действует до версии {4}: переименуйте его.',
  '"{1}" is not used: "{2}", its new name, is set too. Take the old one out.':
    '"{1}" не действует: задано и "{2}", его новое название. Уберите старое.',
  'The configuration is valid: {1}': 'Конфигурация верна: {1}',
  'from the environment': 'из переменных окружения',
  'Billing {1} goes to {2}.': 'Биллинг {1} переносится в {2}.',

  // The old PHP configuration.
  'line {1}: {2}': 'строка {1}: {2}',
  '{1} has no counterpart': '{1} не имеет соответствия',
  '{1} is not read: {2}': '{1} не прочитано: {2}',
  '"{1}" makes it more than a plain value': '"{1}" делает это чем-то большим, чем простое значение',
  '{1} is more than a plain value': '{1}: это больше, чем простое значение',
  '"{1}" is expected, found {2}': 'ожидается "{1}", а стоит {2}',
  'the end of the file': 'конец файла',
  'arrays are joined': 'здесь соединяются массивы',
  'an array is joined to a text': 'массив присоединяется к тексту',
  'an array cannot be a key': 'массив не может быть ключом',
  'it is not an assignment': 'это не присваивание',
  'a sign stands before what is no number': 'знак стоит не перед числом',
  'the function {1}() is not executed': 'функция {1}() не выполняется',
  '{1} is not known here': '{1}: здесь неизвестно',
  'the text holds an expression in braces or brackets': 'в тексте есть выражение в скобках',

  // init.
  'Configuration of usm-billing. What is commented out has the value that is shown or none.':
    'Конфигурация usm-billing. Закомментированное имеет то значение, которое показано, или никакого.',
  'Instead of a secret, "env:NAME", "file:PATH" or "credential:NAME" may stand.':
    'Вместо секрета можно написать "env:ИМЯ", "file:ПУТЬ" или "credential:ИМЯ".',
  'The old module wrote its log to {1}.': 'Старый модуль писал лог в {1}.',
  '{1} is there already; nothing was written.': '{1} уже есть; ничего не записано.',
  'Move it away first, or name another file with --config.':
    'Сначала уберите его или укажите другой файл через --config.',
  'There is no PHP in {1}; nothing was written.': 'В {1} нет PHP; ничего не записано.',
  'Name the configuration of the old module, usm_billing.conf.php.':
    'Укажите конфигурацию старого модуля, usm_billing.conf.php.',
  '{1} cannot be looked for: {2}.': '{1}: не удалось проверить, есть ли такой файл: {2}.',
  '{1} cannot be read: {2}.': '{1} не удалось прочитать: {2}.',
  'The working folder is gone.': 'Рабочей папки уже нет.',
  'Change into a folder that is there, or name the configuration with its whole path.':
    'Перейдите в папку, которая есть, или укажите конфигурацию полным путём.',
  'No temporary files can be made in {1}.': 'В {1} не удаётся создать временные файлы.',
  'Set the environment variable TMPDIR to a folder that is there, has room, and can be written to.':
    'Укажите в переменной окружения TMPDIR папку, которая есть, в которой есть место и куда можно писать.',
  'A bundle brings its own billing: leave --billing or --bundle out.':
    'В архиве есть собственный биллинг: уберите --billing или --bundle.',
  '{1} cannot be written: {2}.': '{1} не удалось записать: {2}.',
  'Written: {1}': 'Записано: {1}',
  'Carried over from {1}: {2}': 'Перенесено из {1}: {2}',
  nothing: 'ничего',
  'Not carried over:': 'Не перенесено:',
  'Still to be set in it: {1}': 'Ещё надо указать в нём: {1}',
  'Next:': 'Дальше:',
  'Which billing is it?': 'Какой это биллинг?',
  'one that has the API for UserSide: uBilling, MikBill, ABillS, Platex and others':
    'такой, у которого есть API для UserSide: uBilling, MikBill, ABillS, Platex и другие',
  'Carbon Billing 5, by its API': 'Carbon Billing 5, через его API',
  'NetUP UTM5, from its database': 'NetUP UTM5, из его базы данных',
  'ABillS, from its database': 'ABillS, из его базы данных',
  'uBilling, from its database': 'uBilling, из его базы данных',
  'MikBill, from its database': 'MikBill, из его базы данных',
  'NoDeny+, from its database': 'NoDeny+, из его базы данных',
  'any other with a database, by queries of your own': 'любой другой с базой данных, по вашим запросам',
  'any other that writes CSV or JSON files into a folder':
    'любой другой, который пишет файлы CSV или JSON в папку',
  'It is one of {1}': 'Возможные значения: {1}',
  'It is one of {1}.': 'Возможные значения: {1}.',
  'Kind of the database: {1} [{2}]': 'Тип базы данных: {1} [{2}]',
  'The SQLite file of the billing': 'Файл SQLite биллинга',
  'Host of the database, HOST:PORT where the port is not the usual one, or the path of a socket':
    'Хост базы данных (ХОСТ:ПОРТ, если порт нестандартный) или путь к сокету',
  'Name of the database': 'Имя базы данных',
  'Account that may read it': 'Учётная запись, которая может её читать',
  'Its password': 'Её пароль',
  'Its password [as before]': 'Её пароль [тот же]',
  'Answer again? [Y/n]': 'Ответить ещё раз? [Y/n]',
  'Test the connections now? [Y/n]': 'Проверить соединения сейчас? [Y/n]',

  // The command line.
  'The command "{1}" is unknown': 'Команда "{1}" неизвестна',
  'The option "{1}" is unknown': 'Опция "{1}" неизвестна',
  '--{1} takes no value.': '--{1} не принимает значения.',
  '--{1} needs a value.': '--{1} требует значения.',
  '--{1} is given twice.': '--{1} указано дважды.',
  '{1} is missing.': '{1} не указано.',
  '"{1}" is one word too many.': '"{1}" — лишнее слово.',
  '{1} cannot be "{2}"': '{1} не может быть "{2}"',
  '{1} cannot be "{2}": it is one of {3}.': '{1} не может быть "{2}"; возможные значения: {3}.',
  'See "{1}".': 'См. "{1}".',
  'See "usm-billing help".': 'См. "usm-billing help".',
  'the folder docs of the archive it came in': 'папка docs в архиве с программой',
  'The output could not be written: {1}.': 'Не удалось записать то, что выводится: {1}.',
  'Unexpected error: {1}': 'Неожиданная ошибка: {1}',
  'This is a bug: please report it, with what --verbose prints.':
    'Это дефект программы: сообщите о нём, приложив то, что выводит --verbose.',
  '"@" names no file.': '"@" не называет файла.',
  'For instance --id @five.txt.': 'Например, --id @five.txt.',
  '{1} names nobody, so nothing was done.': '{1} никого не называет, поэтому ничего не сделано.',
  'One login, id, agreement number or account number a line is expected.':
    'Должно быть по одному в строке: логин, id, номер договора или лицевого счёта.',

  // A run: its beginning, its end, what it leaves.
  'Stopped by {1}.': 'Остановлено сигналом {1}.',
  '{1}: ending after the request in flight.': '{1}: завершаю после текущего запроса.',
  'This runs as root, and {1} belongs to {2}: what is made there is given to {3}. Better: sudo -u {4} usm-billing':
    'Запущено от root, а {1} принадлежит {2}: всё, что там создаётся, отдаётся {3}. Лучше так: sudo -u {4} usm-billing',
  '{1} could not be written: {2} ({3}).': '{1} не удалось записать: {2} ({3}).',
  '{1} (notify) was not told: {2}. It is told after the next run.':
    '{1} (notify) не удалось оповестить: {2}. Попытка повторится после следующего запуска.',
  'Left undone, {1} in all: {2}.': 'Не сделано, всего {1}: {2}.',
  'Still left undone, {1} in all: {2}.': 'Всё ещё не сделано, всего {1}: {2}.',
  '"usm-billing history" and the log tell more.': 'Подробнее — "usm-billing history" и лог.',
  'Warnings about others: {1}. "usm-billing plan" tells them.':
    'Предупреждений о других: {1}. Их показывает "usm-billing plan".',

  // A plan in a file.
  'The plan was written to {1}. "usm-billing apply {2}" carries it out within {3} hours.':
    'План записан в {1}. "usm-billing apply {2}" выполнит его; он действителен {3} ч.',
  'Name a file in a folder this account may write to.':
    'Укажите файл в папке, куда эта учётная запись может писать.',
  '{1} is not whole: {2} of {3} changes are in it.': '{1} неполный: изменений в нём {2} из {3}.',
  '{1} is no plan that this program has kept.': '{1} — не план, сохранённый этой программой.',
  '{1} was not carried out: {2}.': '{1} не выполнен: {2}.',
  'it is a plan of billing {1}, and this is billing {2}': 'это план биллинга {1}, а здесь биллинг {2}',
  'it was made with another configuration': 'он создан с другой конфигурацией',
  'it is older than {1} hours ({2})': 'он старше {1} ч ({2})',
  'it is of a time to come ({1}): the clock of this host was set back':
    'он из будущего ({1}): часы этого хоста переведены назад',
  'Nothing was written. Keep a new plan: usm-billing plan --out FILE.':
    'Ничего не записано. Сохраните новый план: usm-billing plan --out FILE.',

  // Lock and journal.
  'Another run of this billing is at work.': 'Работает другой запуск этого биллинга.',
  'Another run of this billing is at work: process {1} on {2}.':
    'Работает другой запуск этого биллинга: процесс {1} на {2}.',
  'Another run of this billing is at work: process {1} on {2}, since {3}.':
    'Работает другой запуск этого биллинга: процесс {1} на {2}, с {3}.',
  'Another run of this billing is at work: it holds {1}.':
    'Работает другой запуск этого биллинга: он держит {1}.',
  'Nothing was done. This run may be started again when the other one has ended.':
    'Ничего не сделано. Запустите ещё раз, когда тот завершится.',
  'The lock {1} cannot be used: {2}. Nothing was done.':
    'Блокировку {1} не удалось использовать: {2}. Ничего не сделано.',
  'When no run of this billing is at work: rm {1}': 'Если ни один запуск этого биллинга не работает: rm {1}',
  'Set statePath to a folder that can be written.': 'Укажите в statePath папку, в которую можно писать.',
  'Set statePath to a folder this account ({1}) may write to.':
    'Укажите в statePath папку, в которую может писать эта учётная запись ({1}).',
  'The folder {1} (statePath) cannot hold the lock: {2}.':
    'В папке {1} (statePath) не удалось держать блокировку: {2}.',
  'The lock is kept in {1} for this run.': 'На этот запуск блокировка держится в {1}.',
  'it is no file': 'это не файл',
  'it was written by a newer version, {1}': 'он записан более новой версией, {1}',
  'a run is writing it just now': 'прямо сейчас в него пишет запуск',
  'what is remembered was damaged': 'запомненное было повреждено',
  'The journal cannot be used ({1}). It was set aside as {2}, and a new one is begun.':
    'Журнал непригоден ({1}). Он отложен как {2}, начат новый.',
  'The journal {1} cannot be kept ({2}). The run goes on, but its changes are not remembered: history and undo will not know them.':
    'Журнал {1} не удалось вести ({2}). Запуск идёт дальше, но его изменения не запоминаются: history и undo их не узнают.',
  'Rows of the journal are damaged. They are left out; check the disk and the memory of this host.':
    'Строки журнала повреждены. Они пропущены; проверьте диск и память этого хоста.',
  'The journal cannot be read: {1}.': 'Журнал не удалось прочитать: {1}.',
  'The journal {1} cannot be read: {2}.': 'Журнал {1} не удалось прочитать: {2}.',
  'Nothing was changed in it. The next run sets it aside and begins a new one.':
    'В нём ничего не изменено. Следующий запуск отложит его и начнёт новый.',
  'Nothing was changed in it. Try again in a moment.':
    'В нём ничего не изменено. Попробуйте через минуту ещё раз.',
  'The journal knows no such run.': 'Такого запуска в журнале нет.',
  'The journal knows no run {1}.': 'Запуска {1} в журнале нет.',
  '"{1}" is not the number of a run.': '"{1}" — не номер запуска.',
  '"usm-billing history" lists the runs it knows.': 'Имеющиеся запуски показывает "usm-billing history".',
  'The journal knows no subscriber "{1}"': 'Абонента "{1}" в журнале нет',
  'Several subscribers were called "{1}": {2}.': 'Так — "{1}" — назывались несколько абонентов: {2}.',
  'Name the one that is meant by its id in the billing.': 'Укажите нужного по его id в биллинге.',

  // Rights on this host, and what its system says.
  "{1} is this account's ({2}), but its mode does not let it read it":
    '{1} принадлежит этой учётной записи ({2}), но права файла не позволяют его читать',
  "{1} is this account's ({2}), but its mode does not let it write to it":
    '{1} принадлежит этой учётной записи ({2}), но права файла не позволяют в него писать',
  "{1} is this account's ({2}), but its mode does not let it look into it":
    '{1} принадлежит этой учётной записи ({2}), но права папки не позволяют в неё заходить',
  '{1} belongs to {2}, and this account ({3}) may not read it':
    '{1}: владелец {2}, а эта учётная запись ({3}) не может читать',
  '{1} belongs to {2}, and this account ({3}) may not write to it':
    '{1}: владелец {2}, а эта учётная запись ({3}) не может туда писать',
  '{1} belongs to {2}, and this account ({3}) may not look into it':
    '{1}: владелец {2}, а эта учётная запись ({3}) не может туда заходить',
  'Use a folder that {1} may look into.': 'Возьмите папку, в которую {1} может заходить.',
  'As root: chown {1} {2}': 'От root: chown {1} {2}',
  'Run it as {1} (sudo -u {2}). Or, for good. {3}': 'Запустите от {1} (sudo -u {2}). Или навсегда. {3}',
  'no such file or directory': 'нет такого файла или папки',
  'permission denied': 'нет прав доступа',
  'operation not permitted': 'операция не разрешена',
  'illegal operation on a directory': 'это папка, а не файл',
  'not a directory': 'это не папка',
  'file already exists': 'файл уже есть',
  'no space left on device': 'на диске нет места',
  'read-only file system': 'файловая система только для чтения',
  'i/o error': 'ошибка ввода-вывода',
  'too many open files': 'слишком много открытых файлов',
  'too many symbolic links encountered': 'слишком много символических ссылок',
  'name too long': 'слишком длинное имя',
  'file is not a database': 'файл не является базой данных',
  'database disk image is malformed': 'файл базы данных повреждён',
  'disk I/O error': 'ошибка диска',
  'database or disk is full': 'диск или база данных переполнены',
  'unable to open database file': 'файл базы данных не открывается',
  'attempt to write a readonly database': 'база данных доступна только для чтения',
  'database is locked': 'база данных заблокирована',

  // Exit codes.
  'done; nothing failed (plan, verify: no differences)':
    'сделано, ошибок нет (plan, verify: расхождений нет)',
  'unexpected error: a bug': 'неожиданная ошибка: это дефект программы',
  'plan, verify: there are differences': 'plan, verify: есть расхождения',
  'done, but some records failed or were set aside': 'сделано, но часть записей не прошла или отложена',
  'the configuration is not valid': 'ошибка в конфигурации',
  'the billing could not be read': 'не удалось прочитать биллинг',
  'a guard stopped something: marking subscribers as "not in billing", creating, or changing one field of very many; everything else was done (plan: the run would end so too)':
    'предохранитель что-то остановил: отметку абонентов как «нет в биллинге», создание или изменение одного поля у очень многих; всё остальное сделано (plan: запуск завершился бы так же)',
  'another run holds the lock': 'работает другой запуск (занята блокировка)',
  'wrong command line': 'ошибка в командной строке',
  'stopped by {1}, after a clean end': 'остановлено сигналом {1}, завершено корректно',

  // Commands.
  'one run, for cron or a systemd timer; the command when none is named':
    'один запуск, для cron или таймера systemd; выполняется, когда команда не названа',
  'read both sides, print what a run would change, field by field':
    'прочитать обе стороны и показать, что изменил бы запуск, поле за полем',
  'compare both sides: totals, completeness of every field, mismatches':
    'сверить обе стороны: итоги, заполненность каждого поля, расхождения',
  'test configuration, log folder, billing and UserSide; name the switch to flip':
    'проверить конфигурацию, папку логов, биллинг и UserSide; назвать, что именно переключить',
  'past runs; with RUN the same as "history show"': 'прошлые запуски; с RUN — то же, что "history show"',
  'every change of one run, and what UserSide refused, in its own words':
    'каждое изменение одного запуска и всё, что UserSide отклонил, его словами',
  'only what happened to this subscriber, by id, login, agreement or account number; may be repeated; @FILE reads one a line':
    'только то, что произошло с этим абонентом (id, логин, номер договора или лицевого счёта); можно повторять; @FILE читает по одному из строки',
  'only the last N runs': 'только последние N запусков',
  'only runs that did not end with 0': 'только запуски, завершившиеся не с 0',
  'only runs since then: 2026-11-22, or "2026-11-22 17:30"':
    'только запуски с тех пор: 2026-11-22 или "2026-11-22 17:30"',
  'write nothing, print what would be written back': 'ничего не записывать, показать, что было бы возвращено',
  'write back what a run changed': 'вернуть то, что изменил запуск',
  'self-contained HTML page: last runs, changes, completeness, problems':
    'HTML-страница одним файлом: последние запуски, изменения, заполненность, проблемы',
  "both sides' answers with every personal value replaced, and what else a person who helps needs, in one .tar.gz":
    'ответы обеих сторон с заменёнными личными данными и прочее, нужное тому, кто помогает, в одном .tar.gz',
  'file to write; usm-billing-bundle-TIME.tar.gz in this folder unless set':
    'файл для записи; если не указан — usm-billing-bundle-ВРЕМЯ.tar.gz в этой папке',
  'play what "bundle" wrote as a billing and a UserSide, and print what a run would change':
    'воспроизвести записанное командой "bundle" как биллинг и UserSide и показать, что изменил бы запуск',
  'write a commented usm-billing.jsonc': 'записать usm-billing.jsonc с комментариями',
  'a sandbox billing and a sandbox UserSide, three runs against them, explained':
    'учебные биллинг и UserSide и три запуска на них, с пояснениями',
  'print the queries of a built-in billing, to lay your own over them':
    'вывести запросы встроенного биллинга, чтобы положить поверх них свои',
  'try those who are told when the runs go wrong': 'испытать оповещения о неудачных запусках',
  'send a test to each of them': 'отправить каждому пробное оповещение',
  'print the version': 'вывести версию',
  'ask whether a newer release exists': 'спросить, есть ли выпуск новее',
  'explain the program or a command': 'объяснить программу или команду',
  'command to explain': 'команда, которую нужно объяснить',
  'command inside that command': 'команда внутри этой команды',
  'print a shell completion script': 'вывести скрипт автодополнения для оболочки',

  // Options and arguments.
  'configuration file to use': 'какой файл конфигурации взять',
  'print a machine-readable result, and nothing else, on stdout': 'в stdout только результат в JSON',
  'print errors only': 'выводить только ошибки',
  'print every detail': 'выводить все подробности',
  'check the configuration without touching the network, then stop':
    'проверить конфигурацию без обращений к сети и выйти',
  'explain the program or the command, then stop': 'справка о программе или команде',
  'print the version, then stop': 'вывести версию и выйти',
  'write nothing, print what would change (as "plan" does)':
    'ничего не записывать, показать, что изменилось бы (то же, что plan)',
  'ignore what is remembered, compare everything': 'не смотреть на запомненное, сверить всё',
  'override the absence guard once': 'один раз разрешить то, что остановил предохранитель',
  'override the brake on creating once': 'один раз разрешить создание, которое остановил предохранитель',
  'override the brake on changing one field of very many once':
    'один раз разрешить изменение одного поля у очень многих, которое остановил предохранитель',
  'do not fold long lists': 'не сворачивать длинные списки',
  'only this subscriber, by login, id, agreement or account number, and what it needs; may be repeated; @FILE reads one a line':
    'только этот абонент (логин, id, номер договора или лицевого счёта) и то, что ему нужно; можно повторять; @FILE читает по одному из строки',
  'only this field': 'только это поле',
  'the tables of this billing instead of the universal API':
    'таблицы этого биллинга вместо универсального API',
  'carry out a kept plan: exactly what of it still holds':
    'выполнить сохранённый план: ровно то из него, что по-прежнему верно',
  'keep what is shown in a file, for "apply"': 'сохранить показанное в файл — для "apply"',
  'file that "plan --out" has written': 'файл, который записал "plan --out"',
  'name everybody who is missing or gone': 'назвать всех, кого недостаёт или кто пропал',
  'number of the run, or "last"': 'номер запуска или "last"',
  'do not ask first': 'не переспрашивать',
  'file to write; stdout unless set': 'в какой файл писать; если не задано — stdout',
  'carry over an old usm_billing.conf.php': 'перенести старый usm_billing.conf.php',
  'name of a built-in billing': 'название встроенного биллинга',
  'bash, zsh or fish; runs and logins are what the scripts ask for':
    'bash, zsh или fish; runs и logins — то, о чём спрашивают скрипты',

  // A run: its steps, its brakes, what it meets.
  'Reading the lists of the billing': 'Чтение справочников биллинга',
  'Reading the subscribers of the billing': 'Чтение абонентов биллинга',
  'Reading the addresses of the billing': 'Чтение адресов биллинга',
  'Reading UserSide': 'Чтение UserSide',
  'Matching houses': 'Сопоставление домов',
  'Comparing subscribers': 'Сравнение абонентов',
  'Creating houses': 'Создание домов',
  'Creating subscribers': 'Создание абонентов',
  'Reading UserSide back': 'Повторное чтение UserSide',
  'Writing subscribers': 'Запись абонентов',
  'Writing balances': 'Запись балансов',
  'Writing upload traffic': 'Запись исходящего трафика',
  'Writing download traffic': 'Запись входящего трафика',
  'Writing activity': 'Запись активности',
  'A light run: what UserSide holds is known since the full comparison of {1}.':
    'Лёгкий запуск: что есть в UserSide, известно из полного сравнения ({1}).',
  'Everything is compared: {1}.': 'Сравнивается всё: {1}.',
  'nothing is remembered': 'ничего не запомнено',
  'nothing is remembered, or the last run did not end well':
    'ничего не запомнено, либо прошлый запуск завершился неудачно',
  'what is remembered cannot be read': 'запомненное не удалось прочитать',
  'what {1} was is not remembered': 'не запомнено, каким был {1}',
  'subscribers are remembered twice': 'кто-то из абонентов запомнен дважды',
  'UserSide has subscribers that are not remembered': 'в UserSide есть абоненты, которые не запомнены',
  'UserSide does not give its source hashes': 'UserSide не отдаёт хешей своих записей',
  'UserSide has another source hash of {1} than it was left with':
    'хеш абонента {1} в UserSide не тот, с которым его оставил предыдущий запуск',
  'UserSide gives no source hash of {1} any more': 'UserSide больше не отдаёт хеша абонента {1}',
  'subscribers are back of whom UserSide gives no hash':
    'вернулись абоненты, хеша которых UserSide не отдаёт',
  'only some subscribers were asked for': 'названы только отдельные абоненты',
  'passwords are imported': 'переносятся пароли',
  '"safety.fullEvery" is 0': '"safety.fullEvery" равно 0',
  '--full asks for it': 'этого требует --full',
  'the configuration or the settings of UserSide have changed':
    'изменились конфигурация или настройки UserSide',
  'the last full comparison lies in the future: the clock of this host was set back':
    'последнее полное сравнение — в будущем: часы этого хоста переведены назад',
  'the minutes of "safety.fullEvery" have passed since the last full comparison':
    'с последнего полного сравнения прошли минуты, заданные в "safety.fullEvery"',
  'the balances, activities or traffic of UserSide are not those it was left with':
    'балансы, активность или трафик в UserSide не те, что оставил предыдущий запуск',
  'the billing has subscribers UserSide does not have': 'в биллинге есть абоненты, которых нет в UserSide',
  '{1} has changed in {2} records': 'поле {1} изменилось во многих записях ({2})',
  '{1} % of the subscribers have changed': 'изменилось {1} % абонентов',
  'more than {1} and more than {2} %': 'больше чем {1} и больше чем {2} %',
  '{1}, run once with {2}; the limits are "safety" in the configuration.':
    '{1}, запустите один раз с {2}; пределы задаёт "safety" в конфигурации.',
  'If they are really gone': 'Если их действительно больше нет',
  'If they are really new': 'Если они действительно новые',
  'If the billing is right': 'Если биллинг прав',
  'The billing has no subscriber at all, UserSide has {1}: nobody is marked as "not in billing". An empty list never marks anybody.':
    'В биллинге нет ни одного абонента, а в UserSide их {1}: никто не отмечен «нет в биллинге». Пустой список никогда никого не отмечает.',
  '{1} of {2} subscribers ({3}) are gone from the billing, {4}: they are not marked as "not in billing", everything else is done.':
    'Из биллинга пропало абонентов: {1} из {2} ({3}), а это {4}. Они не отмечены «нет в биллинге», остальное сделано.',
  '{1} subscribers beside {2} ({3})': {
    one: '{1} абонент к {2} имеющимся ({3})',
    few: '{1} абонента к {2} имеющимся ({3})',
    many: '{1} абонентов к {2} имеющимся ({3})',
  },
  '{1} houses beside {2} ({3})': {
    one: '{1} дом к {2} имеющимся ({3})',
    few: '{1} дома к {2} имеющимся ({3})',
    many: '{1} домов к {2} имеющимся ({3})',
  },
  '{1} tariffs beside {2} ({3})': {
    one: '{1} тариф к {2} имеющимся ({3})',
    few: '{1} тарифа к {2} имеющимся ({3})',
    many: '{1} тарифов к {2} имеющимся ({3})',
  },
  '{1} groups beside {2} ({3})': {
    one: '{1} группа к {2} имеющимся ({3})',
    few: '{1} группы к {2} имеющимся ({3})',
    many: '{1} групп к {2} имеющимся ({3})',
  },
  '{1} tags beside {2} ({3})': {
    one: '{1} метка к {2} имеющимся ({3})',
    few: '{1} метки к {2} имеющимся ({3})',
    many: '{1} меток к {2} имеющимся ({3})',
  },
  '{1} services beside {2} ({3})': {
    one: '{1} услуга к {2} имеющимся ({3})',
    few: '{1} услуги к {2} имеющимся ({3})',
    many: '{1} услуг к {2} имеющимся ({3})',
  },
  '{1} would be created, {2}: none of them is, everything else is done.':
    'Нового слишком много: {1}, а это {2}. Ничего из этого не создано, остальное сделано.',
  'UserSide has houses in the streets of the billing, and none of the {1} houses that are wanted is found among them: no house is created, everything else is done. Compare how both systems write cities, streets and numbers.':
    'На улицах из биллинга в UserSide есть дома, но среди них не найден ни один из нужных ({1}): ни один дом не создан, остальное сделано. Сравните, как обе системы пишут населённые пункты, улицы и номера.',
  '{1} in {2} of {3} records ({4})': '{1} — записей {2} из {3} ({4})',
  '{1} would change, {2}: {3} as UserSide has them, everything else is done.':
    'Изменений слишком много: {1}, а это {2}; {3} так, как есть в UserSide, остальное сделано.',
  'this field is left': 'это поле оставлено',
  'these fields are left': 'эти поля оставлены',
  'UserSide shows {1} of the {2} subscribers it is known to hold ({3}): nobody is created and nobody is marked as "not in billing", everything else is done. If it has really lost them, run once with --accept-creates, and with --accept-absent where some are to be marked.':
    'Из известных абонентов UserSide показывает {1} из {2} ({3}): никто не создан и не отмечен «нет в биллинге», остальное сделано. Если он действительно их потерял, запустите один раз с --accept-creates, а если кого-то нужно отметить — ещё и с --accept-absent.',
  'UserSide lists its {1} subscribers under its own ids instead of the billing\'s: nobody is created and nobody is marked as "not in billing". This release does not know the parameter is_id_billing_user_id: bring UserSide up to date.':
    'UserSide даёт список абонентов ({1}) под собственными id вместо id биллинга: никто не создан и не отмечен «нет в биллинге». Этот выпуск не знает параметра is_id_billing_user_id: обновите UserSide.',
  'The billing does not have some lists; the fields that need them are left alone.':
    'Некоторых списков в биллинге нет; поля, которым они нужны, оставлены как есть.',
  'The billing does not export these fields; they are left alone in UserSide.':
    'Биллинг не отдаёт этих полей; в UserSide они оставлены как есть.',
  'The billing has values that cannot be read. Those fields of those records were left alone in UserSide.':
    'В биллинге есть значения, которые невозможно прочитать. Эти поля этих записей в UserSide оставлены как есть.',
  'The clock of the billing is wrong by more than any time zone, or somebody between keeps its answers. Its local times were read in the time zone of this host.':
    'Часы биллинга ошибаются больше, чем бывает в часовых поясах, либо кто-то посередине хранит его ответы. Его время прочитано в поясе этого хоста.',
  'The group of "confAlwaysSetCustomerGroupId" does not exist in the billing; nobody was put in it.':
    'Группы из "confAlwaysSetCustomerGroupId" в биллинге нет; никто в неё не добавлен.',
  'A list of the billing that "filter" names could not be read: whom it means is not known, so every subscriber was left alone.':
    'Список биллинга, названный в "filter", не удалось прочитать: кого он касается, неизвестно, поэтому все абоненты оставлены как есть.',
  'The filter names something the billing does not have; check "filter" in the configuration.':
    'В фильтре названо то, чего в биллинге нет; проверьте "filter" в конфигурации.',
  'Subscribers that were asked for are not managed: "filter" in the configuration leaves them alone.':
    'Некоторыми из названных абонентов не управляют: их исключает "filter" в конфигурации.',
  'Subscribers are in a state the billing does not list; their state in UserSide is left alone.':
    'У абонентов состояние, которого нет в списке биллинга; их состояние в UserSide оставлено как есть.',
  'Subscribers are in groups the billing does not list; those groups are left alone.':
    'У абонентов есть группы, которых нет в списке биллинга; эти группы оставлены как есть.',
  'Subscribers have tags the billing does not list; those tags are left alone.':
    'У абонентов есть метки, которых нет в списке биллинга; эти метки оставлены как есть.',
  'Subscribers have services the billing does not list; those services are left alone.':
    'У абонентов есть услуги, которых нет в списке биллинга; эти услуги оставлены как есть.',
  'Subscribers have tariffs the billing does not list (deleted there?); those tariffs are left alone.':
    'У абонентов есть тарифы, которых нет в списке биллинга (удалены там?); эти тарифы оставлены как есть.',
  'Subscribers live in houses that the billing does not list or UserSide does not have; their addresses are left as UserSide has them.':
    'Абоненты живут в домах, которых нет в списке биллинга или в UserSide; их адреса оставлены такими, как в UserSide.',
  'Entrances that are no number cannot be written to UserSide; they are left as they are there.':
    'Подъезд, который не является числом, записать в UserSide невозможно; там он оставлен как есть.',
  'Subscribers hold groups in UserSide that the billing does not know (set by hand, or renamed or deleted in the billing): they stay. Take them away there when they are not meant.':
    'В UserSide у абонентов есть группы, которых биллинг не знает (поставлены вручную либо переименованы или удалены в биллинге): они остаются. Если они лишние, уберите их там.',
  'Subscribers hold tags in UserSide that the billing does not know (set by hand, or renamed or deleted in the billing): they stay. Take them away there when they are not meant.':
    'В UserSide у абонентов есть метки, которых биллинг не знает (поставлены вручную либо переименованы или удалены в биллинге): они остаются. Если они лишние, уберите их там.',
  'Subscribers hold services in UserSide that the billing does not know (set by hand, or renamed or deleted in the billing): they stay. Take them away there when they are not meant.':
    'В UserSide у абонентов есть услуги, которых биллинг не знает (поставлены вручную либо переименованы или удалены в биллинге): они остаются. Если они лишние, уберите их там.',
  'The billing does not give its houses or streets; addresses are left as UserSide has them.':
    'Биллинг не отдаёт дома или улицы; адреса оставлены такими, как в UserSide.',
  'Houses belong to a street or city the billing does not list; addresses there are left as UserSide has them.':
    'Дома относятся к улице или населённому пункту, которых нет в списке биллинга; адреса там оставлены такими, как в UserSide.',
  'Houses without a number are not created in UserSide; the addresses of those who live there are left as they are.':
    'Дома без номера в UserSide не создаются; адреса тех, кто там живёт, оставлены как есть.',
  'Houses were not created: what UserSide has made of another one is not found under its address, so these would be made again in every run. Compare the address of that house in UserSide with the one in the billing.':
    'Дома не созданы: то, что UserSide сделал из другого дома, не находится по его адресу, поэтому эти создавались бы в каждом запуске заново. Сравните адрес того дома в UserSide с адресом в биллинге.',
  'Houses of the billing read like houses UserSide has, but for spelling. They were not created, and nobody was moved there: write them alike in both systems.':
    'Дома биллинга читаются как те, что уже есть в UserSide, разница лишь в написании. Они не созданы, и никто туда не переселён: напишите их в обеих системах одинаково.',
  '{1} (id {2} in the billing), {3} (id {4} in UserSide)': '{1} (id {2} в биллинге), {3} (id {4} в UserSide)',
  'UserSide could neither find nor create houses; the addresses of those who live there are left as they are. A refused house is not sent again until its name changes (--full sends it).':
    'UserSide не смог ни найти, ни создать дома; адреса тех, кто там живёт, оставлены как есть. Отклонённый дом не отправляется снова, пока не изменится его название (--full отправляет).',
  'UserSide does not tell which of its ids is that of a building; postcode, storeys and entrances of houses are left as they are there. Allow the section "address" for the API key.':
    'UserSide не говорит, какой из его id принадлежит зданию; индекс, этажи и подъезды домов оставлены как есть. Разрешите ключу API раздел "address".',
  'UserSide did not compare the houses: {1}': 'UserSide не сопоставил дома: {1}',
  'Allow the section "address" for the API key.': 'Разрешите ключу API раздел "address".',
  'UserSide holds subscribers twice under one id; only one record of each is kept up, delete the other there.':
    'В UserSide есть абоненты, записанные дважды под одним id; ведётся лишь одна запись каждого, вторую удалите там.',
  'UserSide did not give some of its lists; the fields that need them were left alone.':
    'UserSide не отдал некоторых своих списков; поля, которым они нужны, оставлены как есть.',
  'UserSide wants passwords encoded with a salt; set "usersidePasswordSalt", or switch the encoding off there. Passwords were skipped.':
    'UserSide хочет пароли, хешированные с солью; задайте "usersidePasswordSalt" или выключите там хеширование. Пароли пропущены.',
  'UserSide has tariffs whose id is almost that of the billing ("_" for "&" or "+"); they are not the same for usm-billing.':
    'В UserSide есть тарифы, id которых почти такой, как в биллинге ("_" вместо "&" или "+"); для usm-billing это разные тарифы.',
  'UserSide asks for an import module of core revision {1} or newer.':
    'UserSide требует модуль импорта с ревизией ядра {1} или новее.',
  'Set "usersideModuleRevision" to {1} or higher when you know that this version of UserSide works with usm-billing.':
    'Задайте "usersideModuleRevision" не меньше {1}, если знаете, что эта версия UserSide работает с usm-billing.',
  'UserSide holds {1} active subscribers, {2} more than its licence allows; all of them stay managed. Extend the licence.':
    'Активных абонентов в UserSide {1}, это на {2} больше, чем позволяет лицензия; всеми по-прежнему управляют. Расширьте лицензию.',
  'The licence of UserSide allows {1} active subscribers; new ones above it were not created, existing ones stay managed. Extend the licence.':
    'Лицензия UserSide позволяет активных абонентов: {1}; новые сверх неё не созданы, имеющимися по-прежнему управляют. Расширьте лицензию.',
  'Sales leads in UserSide hold ids of subscribers, who were not created beside them. Make these leads regular subscribers in UserSide, take the id away from them, or set "leads": "convert".':
    'Потенциальные абоненты в UserSide держат id абонентов, поэтому те рядом не созданы. Сделайте их в UserSide обычными абонентами, заберите у них id или задайте "leads": "convert".',
  '{1} (UserSide id {2})': '{1} (id в UserSide: {2})',
  'UserSide calls things it was given otherwise; they are used under its own ids. Call them the same on both sides when you want to be rid of this notice.':
    'UserSide называет кое-что иначе, чем ему передано; оно используется под его id. Назовите одинаково с обеих сторон, если хотите избавиться от этого сообщения.',
  'UserSide did not say whether it created records, and does not show them yet. They are not sent again for ten minutes: it may still be at work. A later run looks for them first.':
    'UserSide не сказал, создал ли записи, и пока их не показывает. Десять минут они не отправляются снова: возможно, он ещё работает. Более поздний запуск сначала их поищет.',
  'UserSide accepted new records but does not show them. They are not created once more, or there would be two of each: look for them in UserSide; when they are not there, run once with --full (subscribers and tariffs: with --accept-creates).':
    'UserSide принял новые записи, но не показывает их. Второй раз они не создаются, иначе каждой стало бы две: поищите их в UserSide; если их там нет, запустите один раз с --full (для абонентов и тарифов — с --accept-creates).',
  'UserSide refused records; the others went through, these are tried again next run.':
    'UserSide отклонил записи; остальные прошли, эти попробует следующий запуск.',
  'UserSide did not answer writes and does not show their effect; they are tried again next run.':
    'UserSide не ответил на записи и не показывает их результата; их попробует следующий запуск.',
  'UserSide answers no write: {1}': 'UserSide не отвечает ни на одну запись: {1}',
  'UserSide refuses additional fields, whoever has them; check the ids in "additionalDataMerge". Everything else was written.':
    'UserSide отклоняет дополнительные поля, чьи бы они ни были; проверьте id в "additionalDataMerge". Остальное записано.',
  'UserSide returns fields unchanged after two identical writes; they are not sent again until the billing changes them (--full sends them).':
    'UserSide отдаёт поля неизменными после двух одинаковых записей; они не отправляются снова, пока их не изменит биллинг (--full отправляет).',
  'Neither the billing nor UserSide knows "{1}".': 'Ни биллинг, ни UserSide не знают "{1}".',
  'Neither the billing nor UserSide knows "{1}"; did you mean "{2}"?':
    'Ни биллинг, ни UserSide не знают "{1}"; может быть, "{2}"?',
  'Nothing was written. A subscriber is named by login, id in the billing, agreement number or account number.':
    'Ничего не записано. Абонента называют логином, id в биллинге, номером договора или лицевого счёта.',
  '{1} subscribers have the login "{2}": {3}.': 'Логин "{2}" у нескольких абонентов ({1}): {3}.',
  '{1} subscribers have the agreement number "{2}": {3}.':
    'Номер договора "{2}" у нескольких абонентов ({1}): {3}.',
  '{1} subscribers have the account number "{2}": {3}.':
    'Лицевой счёт "{2}" у нескольких абонентов ({1}): {3}.',
  'Nothing was written. Name the one that is meant by its id in the billing.':
    'Ничего не записано. Назовите нужного по его id в биллинге.',
  'not asked for': 'не запрашивалось',
  'Houses, groups, tags, services and messages a run created or changed stay in UserSide.':
    'Дома, группы, метки, услуги и сообщения, созданные или изменённые запуском, остаются в UserSide.',
  'Values were changed in UserSide since that run; they are left as they are.':
    'После того запуска значения изменены в UserSide; они оставлены как есть.',
  'Values cannot be taken back: UserSide does not empty them, or they are never kept in the journal.':
    'Значения нельзя вернуть: UserSide их не стирает, либо в журнале они не хранятся.',
  'UserSide cannot delete subscribers; those the run created are marked as "not in billing" instead.':
    'UserSide не умеет удалять абонентов; созданные тем запуском вместо этого отмечены «нет в биллинге».',
  'not listed by the billing': 'нет в списке биллинга',
  'lived in': 'заселённые',
  'listed by the billing': 'из списка биллинга',

  // The demo.
  'This demo starts two small servers on this machine: a billing (as uBilling answers) with {1} invented subscribers at {2}, and an empty UserSide at {3}.':
    'Демонстрация запускает на этой машине два небольших сервера: биллинг с выдуманными абонентами ({1}), отвечающий как uBilling, — {2}, и пустой UserSide — {3}.',
  'This demo fills an SQLite file with the tables of {1} and {2} invented subscribers ({3}), and starts a small server on this machine, an empty UserSide at {4}.':
    'Демонстрация заполняет файл SQLite ({3}) таблицами {1} с выдуманными абонентами ({2}) и запускает на этой машине небольшой сервер: пустой UserSide — {4}.',
  'The file is read as a database would be: "billingName": "{1}".':
    'Файл читается так же, как база данных: "billingName": "{1}".',
  'Then it does three runs, as cron would. Nothing outside this machine is touched.':
    'Затем она делает три запуска, как делал бы cron. Вне этой машины ничего не меняется.',
  '1. First import: UserSide is empty': '1. Первый импорт: UserSide пуст',
  '2. Ten minutes later: nothing has changed in the billing':
    '2. Через десять минут: в биллинге ничего не изменилось',
  '3. Later that day: {1} changes in the billing': '3. Позже в тот же день: изменений в биллинге — {1}',
  'Tariffs: {1} created with fee, speed and traffic.': 'Тарифы: создано {1}, с ценой, скоростью и трафиком.',
  'Houses: {1} created, {2} refused.': 'Дома: создано {1}, отклонено {2}.',
  'Subscribers: {1} created, their ids read back, and all of them filled in the same run.':
    'Абоненты: создано {1}, их id прочитаны, и все заполнены в том же запуске.',
  'All {1} subscribers were compared, field by field.': 'Сравнены все абоненты ({1}), поле за полем.',
  'Nothing differed, so nothing was written.': 'Расхождений нет, поэтому ничего не записано.',
  '{1} requests wrote something: this is a bug.': 'Что-то записали запросы ({1}): это дефект программы.',
  'Subscribers: {1} new ones created, {2} changed, {3} gone from the billing (marked, never deleted).':
    'Абоненты: создано новых {1}, изменено {2}, пропало из биллинга {3} (они отмечены, не удалены).',
  'Only what differed was written: {1}.': 'Записано только то, что отличалось: {1}.',
  '{1} and {2} more fields': '{1} и другие поля ({2})',
  'Requests: {1} to the billing; to UserSide {2} reads and {3} writes. {4}.':
    'Запросы: к биллингу {1}; к UserSide чтений {2}, записей {3}. {4}.',
  'Both servers check every request against the contracts and found nothing wrong.':
    'Оба сервера сверяют каждый запрос с контрактами и ошибок не нашли.',
  'To use it for real: "usm-billing init" writes a configuration, "usm-billing doctor" tests it, "usm-billing plan" shows what a run would change, and "usm-billing" runs.':
    'Для настоящей работы: "usm-billing init" пишет конфигурацию, "usm-billing doctor" проверяет её, "usm-billing plan" показывает, что изменил бы запуск, а "usm-billing" запускает.',
  'The servers found requests that break the contracts. This is a bug:':
    'Серверы нашли запросы, нарушающие контракты. Это дефект программы:',
  '{1} cannot be played: {2}.': '{1}: воспроизвести не удалось: {2}.',
  'it is no bundle': 'это не файл команды bundle',

  // Fields of a subscriber.
  'Full name': 'ФИО или название',
  Login: 'Логин',
  'Account number': 'Лицевой счёт',
  Notes: 'Заметки',
  Balance: 'Баланс',
  Credit: 'Кредит',
  'Discount, %': 'Скидка, %',
  Company: 'Юридическое лицо',
  'Former subscriber': 'Бывший абонент',
  'Cabinet password': 'Пароль кабинета',
  'Connected on': 'Дата подключения',
  'Agreement number': 'Номер договора',
  'Agreement date': 'Дата договора',
  Tariffs: 'Тарифы',
  'Next tariff': 'Следующий тариф',
  'Traffic of the month, bytes up / down': 'Трафик за месяц, байт исх. / вх.',
  'Last internet activity': 'Последняя активность в интернете',
  Phones: 'Телефоны',
  'E-mail': 'E-mail',
  House: 'Дом',
  Apartment: 'Квартира',
  Floor: 'Этаж',
  Entrance: 'Подъезд',
  'IP and MAC addresses': 'IP и MAC',
  'State in the billing': 'Состояние в биллинге',
  'Additional fields': 'Дополнительные поля',
  Groups: 'Группы',
  Tags: 'Метки',
  Services: 'Услуги',
  'Parent account': 'Родительский счёт',
  'never emptied': 'никогда не стирается',
  'never shown, logged or stored': 'нигде не показывается, не логируется, не хранится',
  // Runs and their outcomes, in history and on the page.
  'some records left undone': 'не всё сделано',
  'stopped by a guard': 'остановил предохранитель',
  differences: 'есть расхождения',
  'another run was at work': 'работал другой запуск',
  'configuration not valid': 'ошибка в конфигурации',
  'billing could not be read': 'не удалось прочитать биллинг',
  'UserSide failed': 'сбой UserSide',
  'stopped by a signal': 'остановлен сигналом',
  'unexpected error': 'неожиданная ошибка',
  'did not end': 'не завершился',
  run: 'запуск',
  started: 'начат',
  'how it ended': 'чем закончился',
  took: 'длился',
  absent: 'исчезло',
  'Run {1}, {2}, {3}: {4}': 'Запуск {1}, {2}, {3}: {4}',
  'There was no such run.': 'Таких запусков не было.',
  'There was no run yet.': 'Запусков ещё не было.',
  'Refused by UserSide, in its own words: {1}': 'Отклонено UserSide, его словами: {1}',
  '{1} refusal': { one: '{1} отказ', few: '{1} отказа', many: '{1} отказов' },
  '{1} refusals': { one: '{1} отказ', few: '{1} отказа', many: '{1} отказов' },
  '… and {1} more, not kept one by one': '… и ещё {1}, по отдельности не сохранено',
  '{1} change': { one: '{1} изменение', few: '{1} изменения', many: '{1} изменений' },
  '{1} changes': { one: '{1} изменение', few: '{1} изменения', many: '{1} изменений' },
  '{1}, not kept one by one': '{1}, по отдельности не сохранено',
  'The journal has no change of {1}.': 'В журнале нет изменений для {1}.',
  '{1} chooses among the runs, and RUN names one: leave one of them out.':
    '{1} выбирает среди запусков, а RUN называет один из них: уберите что-то одно.',
  '--last wants a number of runs, not "{1}".': '--last: нужно число запусков, а не "{1}".',
  '--since wants a date, not "{1}".': '--since: нужна дата, а не "{1}".',
  'For instance --since 2026-11-22, or --since "2026-11-22 17:30".':
    'Например, --since 2026-11-22 или --since "2026-11-22 17:30".',
  'refused ‹change›': 'отклонено',
  'lost ‹change›': 'без ответа',
  'unsettled ‹change›': 'неизвестно, записано ли',
  create: 'создание',
  update: 'изменение',
  return: 'возвращение',

  // Plans: what is counted, and the screen.
  tariff: 'тариф',
  subscriber: 'абонент',
  house: 'дом',
  group: 'группа',
  tag: 'метка',
  service: 'услуга',
  message: 'сообщение',
  '{1} tariff': { one: '{1} тариф', few: '{1} тарифа', many: '{1} тарифов' },
  '{1} tariffs': { one: '{1} тариф', few: '{1} тарифа', many: '{1} тарифов' },
  '{1} house': { one: '{1} дом', few: '{1} дома', many: '{1} домов' },
  '{1} houses': { one: '{1} дом', few: '{1} дома', many: '{1} домов' },
  '{1} group': { one: '{1} группа', few: '{1} группы', many: '{1} групп' },
  '{1} groups': { one: '{1} группа', few: '{1} группы', many: '{1} групп' },
  '{1} tag': { one: '{1} метка', few: '{1} метки', many: '{1} меток' },
  '{1} tags': { one: '{1} метка', few: '{1} метки', many: '{1} меток' },
  '{1} service': { one: '{1} услуга', few: '{1} услуги', many: '{1} услуг' },
  '{1} services': { one: '{1} услуга', few: '{1} услуги', many: '{1} услуг' },
  '{1} message': { one: '{1} сообщение', few: '{1} сообщения', many: '{1} сообщений' },
  '{1} messages': { one: '{1} сообщение', few: '{1} сообщения', many: '{1} сообщений' },
  '{1} record': { one: '{1} запись', few: '{1} записи', many: '{1} записей' },
  '{1} records': { one: '{1} запись', few: '{1} записи', many: '{1} записей' },
  'A run would': 'Запуск сделал бы',
  'An undo would': 'Откат сделал бы',
  change: 'изменение',
  'mark as gone': 'исчезновение',
  'bring back': 'возвращение',
  fields: 'поля',
  'Marked as gone': 'Отмечено «нет в биллинге»',
  'Back in the billing': 'Вернулись в биллинг',
  New: 'Новые',
  Changed: 'Изменено',
  'Held by a guard: {1}': 'Остановил предохранитель: {1}',
  'Held back by a guard, {1}: {2}': 'Задержал предохранитель, {1}: {2}',
  'not marked as "not in billing"': 'не отмечено «нет в биллинге»',
  'not created': 'не создано',
  'Nothing of what was asked for would change.': 'Из того, о чём спросили, ничего не изменилось бы.',
  'Nothing would change.': 'Ничего не изменилось бы.',
  '… and {1} more (--all shows them)': '… и ещё {1} (--all покажет всех)',
  'These houses of the billing read like houses UserSide has; they are not created, nobody is moved:':
    'Эти дома биллинга читаются так же, как имеющиеся в UserSide; они не созданы, никто не переселён:',

  // Keeping and carrying out a plan, taking a run back.
  'Not carried out: {1}': 'Не выполнено: {1}',
  '(now {1} → {2})': '(теперь {1} → {2})',
  'Changes of the kept plan do not hold any more: one of the two sides has changed since. They were not carried out; a run decides anew.':
    'Часть сохранённого плана больше не действует: одна из сторон с тех пор изменилась. Эти изменения не выполнены; запуск решит заново.',
  'Nothing was undone: {1}.': 'Ничего не откачено: {1}.',
  'run {1} changed {2}': 'запуск {1} изменил {2}',
  'run {1} changed {2} of {3}': 'запуск {1} изменил {2} ({3})',
  'Answer yes, or give --yes.': 'Согласитесь или добавьте --yes.',
  'Write back what run {1} changed ({2})?': 'Вернуть то, что изменил запуск {1} ({2})?',
  'Write back what run {1} of {2} changed ({3})?': 'Вернуть то, что изменил запуск {1} от {2} ({3})?',
  'Changes of these fields are counted, not kept one by one ("journal.skipFields"); they are not taken back.':
    'Изменения этих полей только считаются, по отдельности они не сохранены ("journal.skipFields"); они не возвращены.',
  '1 value was left as it is.': '1 значение оставлено как есть.',
  '{1} values were left as they are.': {
    one: '{1} значение оставлено как есть.',
    few: '{1} значения оставлено как есть.',
    many: '{1} значений оставлено как есть.',
  },

  // Comparing both sides.
  'Reading UserSide by its own ids': 'Чтение UserSide по его собственным id',
  'UserSide does not give its subscribers by its own ids: whether an id or an agreement is held twice, by a lead too, could not be seen.':
    'UserSide не отдаёт абонентов по собственным id: записан ли какой-то id или договор дважды, в том числе за потенциальным абонентом, проверить не удалось.',
  billing: 'биллинг',
  Filled: 'Заполнено',
  state: 'состояние',
  'Sum of balances': 'Сумма балансов',
  'Sum of credits': 'Сумма кредитов',
  'not told': 'не сказано',
  'There are differences. "usm-billing plan" shows each; a run removes what it can.':
    'Есть расхождения. Каждое покажет "usm-billing plan"; что можно, запуск устранит.',
  'The numbers marked ≠ differ, and no run changes that.':
    'Числа со знаком ≠ различаются, и ни один запуск этого не изменит.',
  'Both sides agree.': 'Обе стороны совпадают.',
  'Both sides agree in everything that is imported.': 'Обе стороны совпадают во всём, что переносится.',
  'Left as it is: {1} of {2} differs ({3}): {4}.': 'Оставлено как есть: {1} различается, {2} ({3}): {4}.',
  '"fields" in the configuration says "ignore"': 'в конфигурации "fields" говорит "ignore"',
  '"fields" in the configuration says "fill": what is set stays':
    'в конфигурации "fields" говорит "fill": что уже задано, остаётся',
  '"fields" in the configuration says "update": nothing never replaces something':
    'в конфигурации "fields" говорит "update": пустое никогда не заменяет заполненного',
  'set by hand, held by a guard, not known to one side, or not taken by UserSide: see the warnings':
    'задано вручную, держит предохранитель, неизвестно одной из сторон или UserSide не принимает: смотрите предупреждения',
  '{1} subscriber differs': {
    one: '{1} абонент различается',
    few: '{1} абонента различаются',
    many: '{1} абонентов различаются',
  },
  '{1} subscribers differ': {
    one: '{1} абонент различается',
    few: '{1} абонента различаются',
    many: '{1} абонентов различаются',
  },
  '{1} subscriber in the billing, but not in UserSide': {
    one: '{1} абонент есть в биллинге, но не в UserSide',
    few: '{1} абонента есть в биллинге, но не в UserSide',
    many: '{1} абонентов есть в биллинге, но не в UserSide',
  },
  '{1} subscribers in the billing, but not in UserSide': {
    one: '{1} абонент есть в биллинге, но не в UserSide',
    few: '{1} абонента есть в биллинге, но не в UserSide',
    many: '{1} абонентов есть в биллинге, но не в UserSide',
  },
  '{1} subscriber in the billing by UserSide, but gone from it': {
    one: '{1} абонент по данным UserSide есть в биллинге, но там его нет',
    few: '{1} абонента по данным UserSide есть в биллинге, но там их нет',
    many: '{1} абонентов по данным UserSide есть в биллинге, но там их нет',
  },
  '{1} subscribers in the billing by UserSide, but gone from it': {
    one: '{1} абонент по данным UserSide есть в биллинге, но там его нет',
    few: '{1} абонента по данным UserSide есть в биллинге, но там их нет',
    many: '{1} абонентов по данным UserSide есть в биллинге, но там их нет',
  },
  'Twice in UserSide: {1} {2}, under {3}': 'Дважды в UserSide: {1} {2}, под {3}',
  lead: 'потенциальный абонент',
  'Over the licence of {1}: {2} ({3} are active)': 'Сверх лицензии на {1}: {2} (активных {3})',
  'Left out of all this (filter, unreadable, duplicates): {1}':
    'Не учтено (filter, нечитаемое, дубликаты): {1}',

  // The page.
  'usm-billing, billing {1}': 'usm-billing, биллинг {1}',
  'Run {1} at {2}': 'Запуск {1}, {2}',
  'Written by usm-billing {1} at {2}.': 'Составил usm-billing {1}, {2}.',
  'subscribers in the billing': 'абонентов в биллинге',
  'records changed': 'записей изменено',
  'records failed': 'записей не перенесено',
  duration: 'длительность',
  'requests to billing / UserSide': 'запросов к биллингу / UserSide',
  'What happened': 'Что произошло',
  '24 hours': '24 часа',
  '7 days': '7 дней',
  '30 days': '30 дней',
  runs: 'запусков',
  'of them bad': 'из них неудачных',
  none: 'нет',
  'subscribers created': 'абонентов создано',
  'subscribers updated': 'абонентов изменено',
  'subscribers marked as not in billing': 'абонентов отмечено «нет в биллинге»',
  'subscribers back in the billing': 'абонентов вернулось в биллинг',
  'subscribers failed': 'абонентов не перенесено',
  'First imports are not counted above.': 'Первые импорты выше не учтены.',
  'Run {1}, {2}: {3} created.': 'Запуск {1}, {2}: создано {3}.',
  'Runs that went wrong': 'Неудачные запуски',
  'No run went wrong.': 'Неудачных запусков не было.',
  'And {1} more: "usm-billing history --failed".': 'И ещё {1}: "usm-billing history --failed".',
  'It did not end: it was killed, the power went, or it is at work now.':
    'Не завершился: его убили, пропало питание или он сейчас работает.',
  '{1} run': { one: '{1} запуск', few: '{1} запуска', many: '{1} запусков' },
  '{1} runs': { one: '{1} запуск', few: '{1} запуска', many: '{1} запусков' },
  'Subscribers refused, marked, back': 'Абоненты: отклонённые, отмеченные, вернувшиеся',
  'Of the last 7 days, first imports left out.': 'За последние 7 дней, без первых импортов.',
  'Nobody was refused, marked or found again.': 'Никого не отклонили, не отметили, никто не вернулся.',
  'Not all of them: "usm-billing history show RUN" lists every change of a run.':
    'Здесь не все: каждое изменение запуска покажет "usm-billing history show RUN".',
  When: 'Когда',
  Id: 'Id',
  Name: 'Имя',
  What: 'Что случилось',
  'refused by UserSide': 'отклонил UserSide',
  'not answered by UserSide': 'UserSide не ответил',
  'Problems of the last run': 'Проблемы последнего запуска',
  'The last run met no problem.': 'Последний запуск прошёл без проблем.',
  'left undone': 'не сделано',
  'mind ‹a warning›': 'внимание',
  'For example': 'Например',
  'Last runs': 'Последние запуски',
  'How they ended': 'Чем закончились',
  'How the last runs ended': 'Чем закончились последние запуски',
  Duration: 'Длительность',
  'Changed records': 'Изменённые записи',
  'Failed records': 'Не перенесённые записи',
  'beyond the scale: {1}': 'вне шкалы: {1}',
  '{1} of the last {2} runs': '{1}, последние запуски: {2}',
  unknown: 'неизвестно',
  'Run {1}, {2}: {3}': 'Запуск {1}, {2}: {3}',
  Run: 'Запуск',
  Started: 'Начат',
  'How it ended': 'Чем закончился',
  Took: 'Длился',
  Created: 'Создано',
  Updated: 'Изменено',
  Absent: 'Исчезло',
  Failed: 'Не удалось',
  Command: 'Команда',
  Search: 'Поиск',
  'What changed, by field': 'Что изменилось, по полям',
  'Subscribers changed, first imports left out.': 'Сколько абонентов изменилось, без первых импортов.',
  'No field of a subscriber was changed.': 'Ни одно поле абонентов не изменено.',
  Field: 'Поле',
  Completeness: 'Заполненность',
  'Not counted yet: "usm-billing verify" does, and with "reportFile" every full comparison.':
    'Ещё не посчитано: это делает "usm-billing verify", а с "reportFile" — каждое полное сравнение.',
  'Share of subscribers whose field is filled, as it was found at {1}.':
    'Доля абонентов, у которых поле заполнено, по состоянию на {1}.',
  Configuration: 'Конфигурация',
  'As it was read, without its secrets.': 'Как она прочитана, без секретов.',

  // Notifications, health checks, logs.
  'usm-billing, billing {1} on {2}: {3}': 'usm-billing, биллинг {1} на {2}: {3}',
  'all is well': 'всё в порядке',
  'there are differences': 'есть расхождения',
  'some records are left undone': 'часть записей не сделана',
  'a guard has stopped something': 'предохранитель кое-что остановил',
  'another run is at work': 'работает другой запуск',
  'the billing cannot be read': 'биллинг не читается',
  'UserSide cannot be read or refuses to be written': 'UserSide не читается или не даёт записывать',
  'a run was stopped by a signal': 'запуск остановлен сигналом',
  'a run ended with an unexpected error': 'запуск закончился неожиданной ошибкой',
  'worse: {1}': 'хуже: {1}',
  'now: {1}': 'теперь: {1}',
  'still: {1}': 'до сих пор: {1}',
  'all is well again': 'снова всё в порядке',
  '{1} record left undone.': {
    one: 'Не сделана {1} запись.',
    few: 'Не сделано {1} записи.',
    many: 'Не сделано {1} записей.',
  },
  '{1} records left undone.': {
    one: 'Не сделана {1} запись.',
    few: 'Не сделано {1} записи.',
    many: 'Не сделано {1} записей.',
  },
  'Concerned: {1}.': 'Кого касается: {1}.',
  'The first: {1}, …': 'Первые: {1}, …',
  'The run began at {1}.': 'Запуск начался {1}.',
  'It is so since {1}, for {2}.': 'Так продолжается с {1}, уже {2}.',
  'It began at {1} and lasted {2}.': 'Началось {1}, длилось {2}.',
  '{1} day': { one: '{1} день', few: '{1} дня', many: '{1} дней' },
  '{1} days': { one: '{1} день', few: '{1} дня', many: '{1} дней' },
  'What to do: "usm-billing history" and the log name each record; most are tried again in every run.':
    'Что делать: каждая запись названа в "usm-billing history" и в логе; большинство из них каждый запуск пробует снова.',
  'What to do: look at "usm-billing plan". If what it shows is meant, let it pass once with the option named above.':
    'Что делать: посмотрите "usm-billing plan". Если так и должно быть, пропустите это один раз опцией, названной выше.',
  'What to do: "usm-billing --check-config" names what is wrong and where.':
    'Что делать: "usm-billing --check-config" скажет, что не так и где.',
  'What to do: "usm-billing doctor" names what is in the way, and the switch to flip. UserSide is left as it is.':
    'Что делать: "usm-billing doctor" скажет, что мешает и что переключить. UserSide остался как есть.',
  'What to do: "usm-billing doctor" names what is in the way, and the switch to flip. The next run does the rest.':
    'Что делать: "usm-billing doctor" скажет, что мешает и что переключить. Остальное сделает следующий запуск.',
  'The next run does the rest.': 'Остальное сделает следующий запуск.',
  'What to do: this is a bug; the log holds what is needed to find it.':
    'Что делать: это дефект программы; в логе есть всё, чтобы его найти.',
  'this is a test': 'это проверка',
  'This is a test of "usm-billing notify --test". Who reads it is told when the runs go wrong, and when they are well again.':
    'Это проверка: "usm-billing notify --test". Кто это читает, того оповестят, когда запуски пойдут не так и когда снова всё будет в порядке.',
  'What is "notify" to do?': 'Что должна сделать "notify"?',
  '"usm-billing notify --test" sends a test to everybody whom the configuration names in "notify".':
    '"usm-billing notify --test" отправляет пробное оповещение всем, кто назван в "notify" конфигурации.',
  'Nobody is told: "notify" in the configuration is empty.':
    'Оповещать некого: "notify" в конфигурации пуст.',
  'Add {"to": "mailto:…"}, {"to": "telegram:…"} with its "token", {"to": "https://…"} or {"to": "command:…"}.':
    'Добавьте {"to": "mailto:…"}, {"to": "telegram:…"} с его "token", {"to": "https://…"} или {"to": "command:…"}.',
  '{1} was told.': '{1}: оповещено.',
  '{1} was not told: {2}.': '{1}: не оповещено: {2}.',
  'it did not answer in time': 'не ответил вовремя',
  'it failed in a way nobody foresaw': 'сбой, которого никто не предвидел',
  'this host has no sendmail': 'на этом хосте нет sendmail',
  'it answered HTTP {1}': 'ответил HTTP {1}',
  'it answered HTTP {1} ({2})': 'ответил HTTP {1} ({2})',
  'it could not be reached': 'недоступен',
  'it could not be reached ({1})': 'недоступен ({1})',
  'it did not end in time': 'не завершилась вовремя',
  'it ended with {1}': 'завершилась с {1}',
  'it could not be started': 'не запускается',
  'it could not be started ({1})': 'не запускается ({1})',
  'it has no token': 'нет токена ("token")',
  'The health check (pingUrl) was not told: {1}.': 'Контроль запусков (pingUrl) не оповещён: {1}.',
  'the run was told to stop': 'запуск останавливают',
  'The logs in {1} cannot be written: {2}. The run goes on.':
    'Логи в {1} не пишутся: {2}. Запуск продолжается.',
  "The system's log (log.syslog) cannot be told: {1}. The run goes on.":
    'Системный лог (log.syslog) недоступен: {1}. Запуск продолжается.',
  'this host has no "logger"': 'на этом хосте нет "logger"',
  '"logger" does not take it': '"logger" не принимает',

  // Files that are written, bundles, versions.
  'The report was written to {1}.': 'Отчёт записан в {1}.',
  'it is a folder': 'это папка',
  'it is a disk': 'это диск',
  'it is a socket': 'это сокет',
  'nobody reads it': 'никто не читает',
  'its reader does not go on reading': 'тот, кто читал, перестал читать',
  'A bundle can only be made of a billing that speaks the universal API.':
    'Архив можно сделать только для биллинга, который говорит универсальным API.',
  'Of a billing that is read as tables, "usm-billing doctor --json" tells what a helper asks first.':
    'О биллинге, который читается как таблицы, первое нужное для помощи говорит "usm-billing doctor --json".',
  'The bundle was written to {1}. Read it before you send it: README.txt in it says how.':
    'Архив записан в {1}. Просмотрите его, прежде чем отправлять: README.txt в нём говорит как.',
  'A side could not be read to its end: {1}': 'Одна из сторон не прочитана до конца: {1}',
  'The bundle has no answer to this.': 'В архиве нет ответа на это.',
  'Whether there is a newer release could not be told: {1}.':
    'Не удалось узнать, есть ли более новый выпуск: {1}.',
  'This is newer than the newest release, {1}.': 'Это новее самого нового выпуска, {1}.',
  'This is the newest release.': 'Это самый новый выпуск.',
  'A newer release exists: {1}': 'Есть более новый выпуск: {1}',
  'this build was not told where its releases are published':
    'этой сборке не сказано, где публикуются её выпуски',
  '{1} answered HTTP {2}': '{1}: ответ HTTP {2}',
  '{1} answered something that is no release': '{1}: ответ не похож на выпуск',
  '{1} answered something that is no JSON': '{1}: ответ не является JSON',
  'the answer of {1} is longer than a release': '{1}: ответ слишком длинный для выпуска',
  '{1} did not answer within {2} s': '{1}: нет ответа за {2} с',
  '{1} could not be reached': '{1}: недоступен',
  '{1} could not be reached ({2})': '{1}: недоступен ({2})',
  'its address': 'его адрес',

  // The frame: console, summary, help.
  'Start module at {1}': 'Начало работы: {1}',
  'Finish module at {1}': 'Конец работы: {1}',
  Error: 'Ошибка',
  Warning: 'Внимание',
  'Left undone': 'Не сделано',
  'For example: {1}.': 'Например: {1}.',
  done: 'готово',
  '{1} of {2}, {3} % ‹progress›': '{1} из {2}, {3} %',
  '{1}/s ‹progress›': '{1}/с',
  '{1} left ‹progress›': 'осталось {1}',
  Done: 'Готово',
  'Done: both sides agree, nothing was written': 'Готово: обе стороны совпадают, ничего не записано',
  'There are differences': 'Есть расхождения',
  'Done, but some records were left undone; they are tried again in the next run':
    'Готово, но часть записей не сделана; следующий запуск попробует снова',
  'Done, save for what a guard has stopped: read its sentence below, it says how to let it pass once':
    'Готово, кроме того, что остановил предохранитель: ниже он говорит, как пропустить это один раз',
  'Another run is at work; nothing was done': 'Работает другой запуск; ничего не сделано',
  'The configuration is not valid; nothing was done': 'В конфигурации ошибки; ничего не сделано',
  'The billing could not be read': 'Биллинг не удалось прочитать',
  'UserSide could not be read or refused to write':
    'UserSide не удалось прочитать, или он отказался записывать',
  'Stopped before the end; the next run does the rest':
    'Остановлено досрочно; остальное сделает следующий запуск',
  'Wrong command line; nothing was done': 'Ошибка в командной строке; ничего не сделано',
  'Stopped by an unexpected error': 'Остановлено неожиданной ошибкой',
  'first import': 'первый импорт',
  'It took {1}.': 'Заняло {1}.',
  Billing: 'Биллинг',
  '{1}: {2} in {3}, {4}. ‹summary›': '{1}: {2}, {3}, {4}.',
  '{1} subscriber': { one: '{1} абонент', few: '{1} абонента', many: '{1} абонентов' },
  '{1} subscribers': { one: '{1} абонент', few: '{1} абонента', many: '{1} абонентов' },
  '{1} request': { one: '{1} запрос', few: '{1} запроса', many: '{1} запросов' },
  '{1} requests': { one: '{1} запрос', few: '{1} запроса', many: '{1} запросов' },
  '{1} read': { one: '{1} чтение', few: '{1} чтения', many: '{1} чтений' },
  '{1} reads': { one: '{1} чтение', few: '{1} чтения', many: '{1} чтений' },
  '{1} write': { one: '{1} запись', few: '{1} записи', many: '{1} записей' },
  '{1} writes': { one: '{1} запись', few: '{1} записи', many: '{1} записей' },
  'no write': 'ни одной записи',
  '{1} retry': { one: '{1} повтор', few: '{1} повтора', many: '{1} повторов' },
  '{1} retries': { one: '{1} повтор', few: '{1} повтора', many: '{1} повторов' },
  Houses: 'Дома',
  Subscribers: 'Абоненты',
  created: 'создано',
  updated: 'изменено',
  'no longer in the billing': 'больше нет в биллинге',
  'not matched': 'не сопоставлено',
  'marked as not in billing': 'отмечено «нет в биллинге»',
  'back in the billing': 'вернулось в биллинг',
  failed: 'не перенесено',
  'not managed (filter)': 'не под управлением (filter)',
  'Changed by field: {1}.': 'Изменено по полям: {1}.',
  'copies tariffs and subscribers from a billing into UserSide ERP':
    'переносит тарифы и абонентов из биллинга в ERP UserSide',
  'Usage: {1}': 'Вызов: {1}',
  Commands: 'Команды',
  Arguments: 'Аргументы',
  'Options of sync': 'Опции sync',
  Options: 'Опции',
  'Options everywhere': 'Опции везде',
  'Exit codes': 'Коды выхода',
  'Documentation: {1}': 'Документация: {1}',
  'language of the console, the report and the notifications; "auto" asks LC_ALL, LC_MESSAGES and LANG, else English. Logs, JSON, codes and names of keys stay English':
    'язык консоли, отчёта и оповещений; "auto" смотрит LC_ALL, LC_MESSAGES и LANG, иначе английский. Логи, JSON, коды и названия параметров остаются английскими',
  '"{1}", "{2}", "{3}" or "{4}"': '"{1}", "{2}", "{3}" или "{4}"',

  // Doctor: the table.
  Where: 'Где',
  Check: 'Проверка',
  Result: 'Результат',
  Found: 'Найдено',
  '✔ ok': '✔ хорошо',
  '! warn': '! внимание',
  '✘ FAIL': '✘ ОШИБКА',
  '· skip': '· пропущено',
  'this host': 'этот хост',
  '{1} check failed': {
    one: '{1} проверка не прошла',
    few: '{1} проверки не прошли',
    many: '{1} проверок не прошли',
  },
  '{1} checks failed': {
    one: '{1} проверка не прошла',
    few: '{1} проверки не прошли',
    many: '{1} проверок не прошли',
  },
  '{1} warning': { one: '{1} предупреждение', few: '{1} предупреждения', many: '{1} предупреждений' },
  '{1} warnings': { one: '{1} предупреждение', few: '{1} предупреждения', many: '{1} предупреждений' },
  'All is well.': 'Всё в порядке.',
  'configuration ‹check›': 'конфигурация',
  'billing ‹check›': 'биллинг',
  'address ‹check›': 'адрес',
  'connection ‹check›': 'соединение',
  'account ‹check›': 'учётная запись',
  'snapshot ‹check›': 'снимок',
  'sample ‹check›': 'выборка',
  'encoding ‹check›': 'кодировка',
  'reachable ‹check›': 'доступность',
  'certificate ‹check›': 'сертификат',
  'key ‹check›': 'ключ',
  'clock ‹check›': 'часы',
  'subscribers ‹check›': 'абоненты',
  'licence ‹check›': 'лицензия',
  'writing ‹check›': 'запись',
  'clock against billing': 'часы относительно биллинга',
  'log folder': 'папка логов',
  'state folder': 'папка состояния',
  'query {1}': 'запрос {1}',
  'one page': 'одна страница',
  '{1} row': { one: '{1} строка', few: '{1} строки', many: '{1} строк' },
  '{1} rows': { one: '{1} строка', few: '{1} строки', many: '{1} строк' },
  '{1} method': { one: '{1} метод', few: '{1} метода', many: '{1} методов' },
  '{1} methods': { one: '{1} метод', few: '{1} метода', many: '{1} методов' },
  '{1} field': { one: '{1} поле', few: '{1} поля', many: '{1} полей' },
  '{1} fields': { one: '{1} поле', few: '{1} поля', many: '{1} полей' },
  '{1} column': { one: '{1} столбец', few: '{1} столбца', many: '{1} столбцов' },
  '{1} columns': { one: '{1} столбец', few: '{1} столбца', many: '{1} столбцов' },
  '{1} table': { one: '{1} таблица', few: '{1} таблицы', many: '{1} таблиц' },
  '{1} tables': { one: '{1} таблица', few: '{1} таблицы', many: '{1} таблиц' },

  // Doctor: this host and the way to both systems.
  'valid: {1}': 'без ошибок: {1}',
  '{1} is a file, not a folder.': '{1} — это файл, а не папка.',
  '{1} cannot be written: {2}. Did another account run it once?':
    'Нет возможности писать в {1}: {2}. Возможно, программу когда-то запускала другая учётная запись?',
  '{1}: only {2} free.': '{1}: свободно лишь {2}.',
  '{1}, {2} free': '{1}, свободно {2}',
  '{1} will be created, {2} free': '{1} будет создана, свободно {2}',
  'make room, or set {1} to another disk': 'освободите место или перенесите {1} на другой диск',
  'chown {1} to the account that runs usm-billing, or set {2} to another folder':
    'сделайте chown {1} на учётную запись, от которой работает usm-billing, или укажите в {2} другую папку',
  'It is asked through the proxy {1}; the first request tells.':
    'Запросы идут через прокси {1}; станет ясно с первого запроса.',
  '{1}, the name service, the firewall, or {2}.proxy': '{1}, DNS, файрвол или {2}.proxy',
  'http: the key travels readable, and there is no certificate.':
    'http: ключ идёт открытым текстом, сертификата нет.',
  'It is not verified, as {1}.insecureTls says ({2}): anybody on the way can read the key.':
    'Не проверяется, как сказано в {1}.insecureTls ({2}): ключ может прочитать кто угодно по дороге.',
  '{1}.caFile instead of insecureTls': '{1}.caFile вместо insecureTls',
  'It is trusted, but insecureTls keeps it from being verified.':
    'Ему можно доверять, но из-за insecureTls он не проверяется.',
  'take {1}.insecureTls out': 'уберите {1}.insecureTls',
  'valid until {1}': 'действителен до {1}',
  'It expires in {1}: {2}.': 'Скоро истечёт, осталось {1}: {2}.',
  'renew it on the server': 'обновите его на сервере',
  'nothing listens at this address': 'по этому адресу никто не слушает',
  'the name is unknown': 'имя неизвестно',
  'the name cannot be looked up just now': 'имя сейчас не удаётся определить (DNS)',
  'no answer within {1} s': 'нет ответа в течение {1} с',
  'the network is not reachable': 'сеть недоступна',
  'the host is not reachable': 'хост недоступен',
  'it closes the connection at once': 'соединение сразу закрывается',

  // Doctor: the billing, UserSide, and both.
  'Asking the billing': 'Спрашиваем биллинг',
  'Asking UserSide': 'Спрашиваем UserSide',
  'Counting the subscribers of UserSide': 'Считаем абонентов UserSide',
  'Looking at the tables': 'Смотрим на таблицы',
  'Reading the tables': 'Читаем таблицы',
  accepted: 'принят',
  answers: 'отвечает',
  'switched on': 'включён',
  'Not known.': 'Неизвестно.',
  'Not known: {1}': 'Неизвестно: {1}',
  'Not known, because get_system_information failed.':
    'Неизвестно, потому что get_system_information не ответил.',
  'Not asked, because of the failure above.': 'Не спрашивали из-за ошибки выше.',
  'a billing without a name': 'биллинг без названия',
  'a billing of your own': 'собственный биллинг',
  '{1}, read as {2}': '{1}, читается как {2}',
  'The billing does not have it; left alone: {1}.': 'В биллинге этого нет; остаётся как есть: [1].',
  'the billing says: {1}': 'биллинг говорит: {1}',
  'The billing has no subscriber. Nobody is marked absent by an empty list, and nobody is imported.':
    'В биллинге нет ни одного абонента. По пустому списку никто не отмечается «нет в биллинге» и никто не переносится.',
  'what the billing exports, and whether billingUrl is that of the right billing':
    'что отдаёт биллинг и к тому ли биллингу ведёт billingUrl',
  'Exactly {1} subscribers: the list looks as if it had been cut.': {
    one: 'Ровно {1} абонент: похоже, список обрезан.',
    few: 'Ровно {1} абонента: похоже, список обрезан.',
    many: 'Ровно {1} абонентов: похоже, список обрезан.',
  },
  '{1}, and {2} that cannot be used.': '{1}; не годятся: {2}.',
  '{1}, and {2} that cannot be used: {3}.': '{1}; не годятся: {2} ({3}).',
  'these records in the billing': 'эти записи в биллинге',
  'these rows in the billing': 'эти строки в биллинге',
  'Messages are not imported (confIsImportMessage).': 'Сообщения не переносятся (confIsImportMessage).',
  'the database of the billing': 'база данных биллинга',
  '{1}, {2}, exactly with this host': '{1}, {2}, точно как на этом хосте',
  '{1}, {2}, {3} behind this host': '{1}, {2}, отстают от этого хоста: {3}',
  '{1}, {2}, {3} ahead of this host': '{1}, {2}, опережают этот хост: {3}',
  'set the clocks by NTP: that of the server, and that of this host':
    'выставьте часы по NTP: на сервере и на этом хосте',
  'Not known without both clocks.': 'Неизвестно без обоих часов.',
  'UserSide is in {1}, the billing in {2}: dates are passed on as they are, so the hours of the last activity are off.':
    'UserSide живёт по {1}, биллинг — по {2}: даты передаются как есть, поэтому часы последней активности неверны.',
  'the time zone of one of the servers, or of its PHP (date.timezone)':
    'часовой пояс одного из серверов или его PHP (date.timezone)',
  'the same zone, exactly with the billing': 'тот же пояс, точно как в биллинге',
  'the same zone, {1} behind the billing': 'тот же пояс, отстают от биллинга: {1}',
  'the same zone, {1} ahead of the billing': 'тот же пояс, опережают биллинг: {1}',
  'UserSide is {1} behind the billing.': 'Часы UserSide отстают от биллинга: {1}.',
  'UserSide is {1} ahead of the billing.': 'Часы UserSide опережают биллинг: {1}.',
  'set the clocks of both servers by NTP': 'выставьте часы обоих серверов по NTP',
  'Not known without both lists.': 'Неизвестно без обоих списков.',
  '{1} in the billing, {2} of billing {3} in UserSide': 'в биллинге {1}, в UserSide от биллинга {3} — {2}',
  '{1}: so many are gone that the absence guard would stop their marking.':
    '{1}: пропало столько, что предохранитель не даст отметить их «нет в биллинге».',
  'billingId (is {1} this billing?), billingUrl; if they are really gone, one run with --accept-absent':
    'billingId ({1} — это тот биллинг?), billingUrl; если абонентов действительно нет — один запуск с --accept-absent',
  'UserSide tells no limit': 'UserSide не называет ограничения',
  '{1} of {2} active subscribers in use': 'активных абонентов {1} из {2} возможных',
  '{1}, {2} needed: new ones above the limit are not created.':
    '{1}, нужно {2}: новые сверх ограничения не создаются.',
  'extend the licence of UserSide': 'расширьте лицензию UserSide',
  'The billing has no additional field {1}.': 'В биллинге нет дополнительного поля {1}.',
  'UserSide has no additional field {1}.': 'В UserSide нет дополнительного поля {1}.',
  'Not known without the list of the billing, or that of UserSide.':
    'Неизвестно без списка из биллинга или из UserSide.',
  '{1}, known to the billing': '{1}, есть в биллинге',
  '{1}, known to UserSide': '{1}, есть в UserSide',
  '{1}, known to the billing and to UserSide': '{1}, есть в биллинге и в UserSide',
  'a UserSide without a name': 'UserSide без названия',
  '{1}, {2} of them in the billing': '{1}, из них в биллинге {2}',
  'Not tested, because nothing is written here. A key with sections needs module, usm_billing, tariff, customer, address and service.':
    'Не проверяется, потому что здесь ничего не записывается. Ключу с разделами нужны module, usm_billing, tariff, customer, address и service.',
  'billing {1} of UserSide is without a name': 'биллинг {1} в UserSide без названия',
  'billing {1} of UserSide is {2}': 'биллинг {1} в UserSide — {2}',
  'Not known: UserSide lists no billing.': 'Неизвестно: UserSide не называет ни одного биллинга.',
  'UserSide has no billing {1}; it has {2}.': 'В UserSide нет биллинга {1}; есть {2}.',
  'told nothing': 'ничего не сказано',
  'UserSide does not give its hashes: every run compares everything.':
    'UserSide не отдаёт хеши: каждый запуск сравнивает всё.',
  'UserSide wants passwords hashed with a salt nobody told: passwords are skipped.':
    'UserSide хочет хеши паролей с солью, которую никто не назвал: пароли не переносятся.',
  'usersidePasswordSalt, or the encoding of cabinet passwords in UserSide':
    'usersidePasswordSalt или кодирование паролей кабинета в UserSide',
  'addresses are not imported': 'адреса не переносятся',
  'houses are compared by UserSide': 'дома сопоставляет UserSide',
  'houses are matched step by step': 'дома сопоставляются шаг за шагом',
  'traffic every {1} min': 'трафик каждые {1} мин',
  'no traffic': 'без трафика',

  // Doctor: a billing that is read as tables.
  '{1} at {2}, database {3}': '{1}, {2}, база данных {3}',
  'MariaDB or MySQL': 'MariaDB или MySQL',
  'encrypted; the certificate is trusted and is made out to this host':
    'зашифровано; сертификат надёжный и выдан именно этому хосту',
  'Encrypted, but the certificate is not proved, as billingDatabase.tls says: anybody on the way could be the server.':
    'Зашифровано, но сертификат не проверяется, как сказано в billingDatabase.tls: выдать себя за сервер может кто угодно по дороге.',
  'billingDatabase.caFile: the certificate authority of the server, with tls: "verify"':
    'billingDatabase.caFile: центр сертификации сервера, вместе с tls: "verify"',
  'none, and none needed: the server is on this machine': 'нет и не нужно: сервер на этой же машине',
  'Not encrypted, as billingDatabase.tls says: password and subscribers can be read on the way.':
    'Не зашифровано, как сказано в billingDatabase.tls: пароль и абонентов можно прочитать по дороге.',
  'The server offers no TLS: what is read can be seen on the way.':
    'Сервер не предлагает TLS: прочитанное видно по дороге.',
  'switch TLS on in the server, and set billingDatabase.tls to "verify"; or come in by a tunnel':
    'включите TLS на сервере и поставьте billingDatabase.tls "verify"; или заходите через туннель',
  '{1} may read, and nothing else': '{1} может читать, и больше ничего',
  '{1} may do more than read: {2}. usm-billing only reads; an account that can do no more keeps it so.':
    '{1} может не только читать: [2]. usm-billing только читает; учётная запись без других прав это гарантирует.',
  'all queries see the database at one moment': 'все запросы видят базу данных в один момент',
  '{1} of the queries without one (MyISAM): {2}; read page by page, so that writers wait for one page at most':
    'без снимка {1} из запросов (MyISAM): {2}; читаются постранично, так что пишущие ждут не больше одной страницы',
  'In the database, as its administrator: {1}': 'В базе данных, как её администратор: {1}',
  '{1}; without {2}': '{1}; нет: {2}',
  'The query {1}.': 'Запрос {1}.',
  'The query "{1}" {2}.': 'Запрос "{1}" {2}.',
  'has an unknown column "{1}"': 'имеет неизвестный столбец "{1}"',
  'has the unknown columns {1}; did you mean {2}?': 'имеет неизвестные столбцы {1}; может, {2}?',
  'has the unknown columns {1}': 'имеет неизвестные столбцы {1}',
  'has a column without a name': 'имеет столбец без имени',
  'has an unknown column "{1}"; did you mean "{2}"?': 'имеет неизвестный столбец "{1}"; может, "{2}"?',
  'known are {1}': 'известны: {1}',
  'lacks the column "{1}"': 'не имеет столбца "{1}"',
  'has the column "{1}" twice': 'имеет столбец "{1}" дважды',
  'has the column "{1}" without "{2}"': 'имеет столбец "{1}" без "{2}"',
  'has both "house" and an address as text ("city", "street", "house_number"): take one of them out':
    'имеет и "house", и адрес текстом ("city", "street", "house_number"): уберите что-то одно',
  'The columns of a query are the mapping: name them with AS (SELECT num AS id). Its text stands in billingDatabase.queries.{1}':
    'Столбцы запроса и есть соответствие полей: назовите их через AS (SELECT num AS id). Текст запроса — в billingDatabase.queries.{1}',
  'The columns of a query are the mapping: name them with AS (SELECT num AS id, fio AS name …). Its own text stands in billingDatabase.queries.{1}.':
    'Столбцы запроса и есть соответствие полей: назовите их через AS (SELECT num AS id, fio AS name …). Собственный текст запроса — в billingDatabase.queries.{1}.',
  'There is no such query; left alone: {1}.': 'Такого запроса нет; остаётся как есть: [1].',
  '{1} of "{2}" in {3}': '{1} из "{2}" за {3}',
  '{1}: who writes to these tables may have to wait as long.':
    '{1}: столько же может ждать тот, кто пишет в эти таблицы.',
  'an index on what the query joins by; what has none belongs into a query of its own (phones, ips …)':
    'индекс на столбцах, по которым запрос соединяет таблицы; что без индекса — вынесите в отдельный запрос (phones, ips …)',
  'put {page:COLUMN} where the rows are taken: FROM (SELECT * FROM users WHERE {page:id}) u. Its text stands in billingDatabase.queries.{1}':
    'поставьте {page:COLUMN} там, где берутся строки: FROM (SELECT * FROM users WHERE {page:id}) u. Текст запроса — в billingDatabase.queries.{1}',
  '{1} looked at: dates, numbers, IPs, states and tariffs can be read':
    'просмотрено {1}: даты, числа, IP, состояния и тарифы читаются',
  '{1}.{2}: in {3} of {4} the value is {5}, for example {6}.':
    '{1}.{2}: значение — {5}, например {6}. Таких строк {3}, просмотрено {4}.',
  '{1}: select it in a form that can be read, or leave the column out':
    '{1}: выбирайте его в виде, который можно прочитать, или уберите столбец',
  '{1}.{2}: {3} and one value in all of them, {4}.': '{1}.{2}: {3}, и во всех одно и то же значение, {4}.',
  '{1}: is it the column that is meant? Quotes may have made a text of its name':
    '{1}: тот ли это столбец? Возможно, кавычки сделали из его имени текст',
  'There is no row to look at.': 'Нет строк, которые можно посмотреть.',
  "{1}.subscriber: in {2} of {3} the value is no subscriber's id: {4}.":
    '{1}.subscriber: это не id абонента: {4}. Таких строк {2}, просмотрено {3}.',
  '{1}: "subscriber" must be what the query "subscribers" gives as "id"':
    '{1}: "subscriber" должен быть тем, что запрос "subscribers" даёт как "id"',
  '{1}.{2}: in {3} of {4} the value is not among the {5}: {6}.':
    '{1}.{2}: в списке «[5]» нет {6}. Таких строк {3}, просмотрено {4}.',
  'without a query "states" the words are work, nomoney, pause, disable, new, stop: translate with CASE … WHEN …':
    'без запроса "states" слова такие: work, nomoney, pause, disable, new, stop; переведите через CASE … WHEN …',
  '{1} and that of the list: both must select the same id':
    '{1} и запрос самого списка: оба должны выбирать один и тот же id',
  'There is no text to tell it by.': 'Нет текста, по которому это видно.',
  'a copy of the database from before they were lost':
    'копия базы данных за время, когда они ещё не были потеряны',
  'The texts have {1}, for example {2}.': 'В текстах {1}, например {2}.',
  '{1}: Cyrillic as it should be': '{1}: кириллица как надо',
  '{1}: no Cyrillic in the sample': '{1}: в выборке нет кириллицы',
  'pairs of letters that are UTF-8 in columns which claim to be latin1':
    'пары букв: это UTF-8 в столбцах, выдающих себя за latin1',
  'pairs of letters that are UTF-8 in columns which claim to be windows-1251':
    'пары букв: это UTF-8 в столбцах, выдающих себя за windows-1251',
  'letters that make no words in the encoding that is set':
    'буквы, которые в заданной кодировке не складываются в слова',
  'box-drawing signs among Cyrillic letters: KOI8-U in columns which claim to be koi8r':
    'знаки рамок среди кириллицы: это KOI8-U в столбцах, выдающих себя за koi8r',
  'Western letters in the place of Cyrillic ones: windows-1251 in columns which claim to be latin1':
    'западные буквы вместо кириллицы: это windows-1251 в столбцах, выдающих себя за latin1',
  'characters that are none of the encoding': 'знаки, которых в этой кодировке нет',
  'question marks in the place of letters: they are lost in the database':
    'знаки вопроса вместо букв: в базе данных они потеряны',
  'no phone': 'не телефон',
  'no date': 'не дата',
  'no date and time': 'не дата и время',
  'neither yes nor no': 'ни «да», ни «нет»',
  'no number': 'не число',
  'no counter': 'не счётчик',
  'no IP address': 'не IP-адрес',
  'Not read, because of the query above.': 'Не читали из-за запроса выше.',
  'The query gives no subscriber. Nobody is marked absent by an empty list, and nobody is imported.':
    'Запрос не даёт ни одного абонента. По пустому списку никто не отмечается «нет в биллинге» и никто не переносится.',
  'billingDatabase.queries.subscribers, and whether billingUrl names the right database':
    'billingDatabase.queries.subscribers и ту ли базу данных назвали в billingUrl',
  '{1}, each id once': '{1}, каждый id один раз',

  // Tables: the lists and the queries.
  'the subscribers': 'абоненты',
  everything: 'всё',
  'the agreements': 'договоры',
  agreements: 'договоры',
  'the phones': 'телефоны',
  phones: 'телефоны',
  'the e-mail addresses': 'адреса e-mail',
  'e-mail addresses': 'адреса e-mail',
  'the IP addresses': 'IP-адреса',
  'IP addresses': 'IP-адреса',
  "the subscribers' tariffs": 'тарифы абонентов',
  "subscribers' tariffs": 'тарифы абонентов',
  "the subscribers' groups": 'группы абонентов',
  "subscribers' groups": 'группы абонентов',
  "the subscribers' tags": 'метки абонентов',
  "subscribers' tags": 'метки абонентов',
  "the subscribers' services": 'услуги абонентов',
  "subscribers' services": 'услуги абонентов',
  'the additional fields of subscribers': 'дополнительные поля абонентов',
  'additional fields of subscribers': 'дополнительные поля абонентов',
  'the tariffs': 'тарифы',
  tariffs: 'тарифы',
  'the groups': 'группы',
  groups: 'группы',
  'the tags': 'метки',
  tags: 'метки',
  'the additional fields': 'дополнительные поля',
  'additional fields': 'дополнительные поля',
  additionalFields: 'дополнительные поля',
  'the services': 'услуги',
  services: 'услуги',
  'the states': 'состояния',
  states: 'состояния',
  'the cities': 'населённые пункты',
  cities: 'населённые пункты',
  'cities: houses come without one': 'населённые пункты: дома остаются без них',
  'the city districts': 'районы',
  'city districts': 'районы',
  'the streets': 'улицы',
  streets: 'улицы',
  'the houses': 'дома',
  houses: 'дома',
  addresses: 'адреса',
  'the messages': 'сообщения',
  messages: 'сообщения',
  'billingUrl {1}.': 'billingUrl {1}.',
  'Some lists of the billing could not be read. What depends on them was left alone.':
    'Некоторые списки биллинга не удалось прочитать. То, что от них зависит, осталось как есть.',
  'There is no query "{1}".': 'Запроса "{1}" нет.',
  'There is no query "subscribers".': 'Запроса "subscribers" нет.',
  'It is the one query that has to be there: billingDatabase.queries.subscribers, or subscribers.csv.':
    'Это единственный запрос, который должен быть: billingDatabase.queries.subscribers или subscribers.csv.',
  'The billing does not offer {1} ({2}); left alone: {3}.':
    'Биллинг не отдаёт: {1} ({2}); остаётся как есть: [3].',
  'Messages are not imported.': 'Сообщения не переносятся.',
  'The query has rows without an id.': 'Запрос даёт строки без id.',
  'The query has two rows with the id {1}.': 'Запрос даёт две строки с id {1}.',
  'Every row of it needs an id of its own.': 'Каждой его строке нужен собственный id.',
  'The query "subscribers" has rows without an id.': 'Запрос "subscribers" даёт строки без id.',
  'The query "subscribers" has two rows with the id {1}.': 'Запрос "subscribers" даёт две строки с id {1}.',
  'A join with a table that has several rows for a subscriber does that: put such rows into a query of their own (phones, ips …).':
    'Так бывает из-за JOIN с таблицей, где у абонента несколько строк: вынесите их в отдельный запрос (phones, ips …).',
  'The query "{1}" has rows without a subscriber.': 'Запрос "{1}" даёт строки без абонента.',
  'Leave rows that belong to nobody out of it (WHERE … IS NOT NULL).':
    'Не выбирайте строк, которые никому не принадлежат (WHERE … IS NOT NULL).',
  'The query "{1}" has rows without an id.': 'Запрос "{1}" даёт строки без id.',
  'See to the query, or to the table it reads: every row needs an id.':
    'Проверьте запрос или таблицу, которую он читает: каждой строке нужен id.',
  'In the query "{1}", {page:{2}} does not name the column that tells its rows apart.':
    'В запросе "{1}" {page:{2}} называет не тот столбец, по которому различаются строки.',
  'Put the column there that comes out as "id" (in lists of subscribers as "subscriber"), and select it as it is, without CAST or CONCAT around it.':
    'Поставьте туда столбец, который выходит как "id" (в списках об абонентах — как "subscriber"), и выбирайте его как есть, без CAST или CONCAT вокруг.',
  'The query "{1}" gives a page that was there before: its key is not compared as it is sorted.':
    'Запрос "{1}" даёт страницу, которая уже была: его ключ сравнивается не так, как сортируется.',
  'Let the key be a whole number or a text: FLOAT, BIT, ENUM and SET are none (CAST … AS CHAR).':
    'Пусть ключ будет целым числом или текстом: FLOAT, BIT, ENUM и SET — ни то, ни другое (CAST … AS CHAR).',

  // Tables: files.
  'The folder {1} cannot be read.': 'Не удалось прочитать папку {1}.',
  'Check billingUrl, and that this account may read the folder.':
    'Проверьте billingUrl и может ли эта учётная запись читать папку.',
  'The file {1} in the folder of billingUrl is unknown; did you mean "{2}"?':
    'Файл {1} в папке billingUrl неизвестен; может, "{2}"?',
  'Rename the file, or move it out of the folder.': 'Переименуйте файл или уберите его из папки.',
  'Look at the program that writes the file.': 'Проверьте программу, которая пишет этот файл.',
  'It holds bytes that are no characters of its encoding ({1}).':
    'Он содержит байты, которые не являются символами его кодировки ({1}).',
  'Set billingDatabase.encoding to the encoding the file is written in, as "windows-1251".':
    'Задайте в billingDatabase.encoding кодировку, в которой записан файл, например "windows-1251".',
  'It is cut: a bracket is still open at its end.': 'Файл обрезан: в конце осталась незакрытая скобка.',
  'It is cut: a quote is still open at its end.': 'Файл обрезан: в конце остались незакрытые кавычки.',
  'It has a cell that opens with a quote and goes on over other rows, up to line {1}.':
    'В файле есть ячейка, которая начинается с кавычки и тянется через другие строки таблицы, до строки {1}.',
  'Let the program that writes the file write a quote inside a cell twice.':
    'Пусть программа, которая пишет этот файл, удваивает кавычки внутри ячейки.',
  'It has fewer or more cells than the header in line {1}: it is cut, or damaged.':
    'В строке {1} ячеек меньше или больше, чем в заголовке: файл обрезан или повреждён.',
  'It is no CSV in line {1} ({2}).': 'Строка {1} — это не CSV ({2}).',
  'The file {1} is empty.': 'Файл {1} пуст.',
  'Look at the program that writes it.': 'Проверьте программу, которая его пишет.',
  'The file {1} is {2} minutes old, more than {3}.': 'Файлу {1} уже {2} мин, больше чем {3}.',
  'Look at the program that writes it, or raise billingDatabase.maxAgeMinutes.':
    'Проверьте программу, которая его пишет, или увеличьте billingDatabase.maxAgeMinutes.',
  'The file {1} was changed while it was read.': 'Файл {1} изменился, пока его читали.',
  'Let the program that writes it write beside it and rename it when it is whole.':
    'Пусть программа, которая его пишет, пишет рядом и переименовывает, когда файл целый.',
  'The file {1} cannot be read ({2}).': 'Не удалось прочитать файл {1} ({2}).',
  'The file {1} cannot be read.': 'Не удалось прочитать файл {1}.',
  'Check the rights of the file and of its folder.': 'Проверьте права на файл и на его папку.',
  'The folder holds both {1} and subscribers.csv.': 'В папке есть и {1}, и subscribers.csv.',
  'Leave one of them there: nobody can tell which of them is meant.':
    'Оставьте что-то одно: никто не скажет, какой из них нужен.',

  // Tables: servers.
  'Check the name in billingUrl and billingDatabase.password; "usm-billing doctor" shows the lines that make such an account.':
    'Проверьте имя в billingUrl и billingDatabase.password; `usm-billing doctor` показывает строки, которыми создаётся такая учётная запись.',
  'Give the account the right to read it: GRANT SELECT; "usm-billing doctor" shows the line.':
    'Дайте учётной записи право это читать: GRANT SELECT; `usm-billing doctor` показывает строку.',
  'The first line of {1} names its columns: id, login, name …':
    'Первая строка {1} называет его столбцы: id, login, name …',
  'the first line of {1} names its columns: id, login, name …':
    'первая строка {1} называет его столбцы: id, login, name …',
  'Correct the query: its text stands in billingDatabase.queries.{1}.':
    'Исправьте запрос: его текст — в billingDatabase.queries.{1}.',
  'A word of SQL that is a name (order, group, key) stands in backticks; {page:COLUMN} is the last condition.':
    'Слово SQL, которое здесь служит именем (order, group, key), стоит в обратных кавычках; {page:СТОЛБЕЦ} — последнее из условий.',
  'A word of SQL that is a name (order, user, group) stands in double quotes.':
    'Слово SQL, которое здесь служит именем (order, user, group), стоит в двойных кавычках.',
  'A table outside of the schema public is named with its schema: crm.clients.':
    'Таблицу вне схемы public называют вместе со схемой: crm.clients.',
  'In double quotes stands the name of a column, a text stands in single ones.':
    'В двойных кавычках стоит имя столбца, а текст — в одинарных.',
  'With billingDatabase.encoding set, compare texts with ASCII only.':
    'Если задан billingDatabase.encoding, сравнивайте тексты только с ASCII.',
  'What stands in brackets must give one row: SUM(), MAX() or LIMIT 1.':
    'Запрос в скобках должен давать одну строку: SUM(), MAX() или LIMIT 1.',
  'A view needs a table that is gone, or the account it was made by may not read it: look at the view.':
    'Представлению (view) нужна таблица, которой уже нет, или её не может читать учётная запись, от имени которой оно создано: посмотрите на это представление.',
  'Check the name of the database in billingUrl; if it is right, the account lacks the right to read it: GRANT SELECT.':
    'Проверьте название базы данных в billingUrl; если оно верно, учётной записи не хватает права её читать: GRANT SELECT.',
  'Check host and port in billingUrl: is it the database that listens there?':
    'Проверьте хост и порт в billingUrl: база ли данных там слушает?',
  'Lay a query of your own over it in billingDatabase.queries, or take it away there with null.':
    'Положите поверх него свой запрос в billingDatabase.queries или уберите его там через null.',
  'The database refuses the account or its password.':
    'База данных не принимает учётную запись или её пароль.',
  'There is no such database, or the account may not see it.':
    'Такой базы данных нет, или учётной записи её не видно.',
  'Check the name of the database in billingUrl.': 'Проверьте название базы данных в billingUrl.',
  'The database gave the query up: it took too long.': 'База данных прервала запрос: он шёл слишком долго.',
  'Raise billingDatabase.timeoutSec, or make the query cheaper ({page:COLUMN}).':
    'Увеличьте billingDatabase.timeoutSec или облегчите запрос ({page:COLUMN}).',
  'The database has no connection left.': 'У базы данных не осталось свободных соединений.',
  'The database ended the connection.': 'База данных закрыла соединение.',
  'The database said nothing for {1} s, and the connection was closed.':
    'База данных молчала {1} с, и соединение закрыто.',
  'Raise billingDatabase.timeoutSec if the database needs more time.':
    'Увеличьте billingDatabase.timeoutSec, если базе данных нужно больше времени.',
  'The certificate of the database is not trusted ({1}).': 'Сертификату базы данных нет доверия ({1}).',
  'Set billingDatabase.caFile to the certificate authority of this server, or billingDatabase.tls to "require", which encrypts and trusts any.':
    'Укажите в billingDatabase.caFile центр сертификации этого сервера или поставьте billingDatabase.tls "require": тогда соединение шифруется, а сертификат принимается любой.',
  'The database offers no TLS, or no way to prove the password that is known here.':
    'База данных не предлагает TLS или ни одного способа проверки пароля, который здесь известен.',
  'Switch TLS on in the server, or set billingDatabase.tls to "off" where the way to it is safe.':
    'Включите TLS на сервере или поставьте billingDatabase.tls "off", если путь к нему безопасен.',
  'The database is not reachable: nothing listens at this address.':
    'База данных недоступна: по этому адресу никто не слушает.',
  'Check host and port in billingUrl, and the address the server listens at (bind-address, listen_addresses).':
    'Проверьте хост и порт в billingUrl и адрес, на котором слушает сервер (bind-address, listen_addresses).',
  'The database did not answer in time.': 'База данных не ответила вовремя.',
  'Check host and port in billingUrl, and the firewall between.':
    'Проверьте хост и порт в billingUrl и файрвол по дороге.',
  'The database wants a way to prove the password that is not known here ({1}).':
    'База данных требует способа проверки пароля, которого здесь не знают ({1}).',
  'Give the account the plug-in mysql_native_password or caching_sha2_password (MariaDB: not ed25519); the latter needs TLS.':
    'Дайте учётной записи плагин mysql_native_password или caching_sha2_password (MariaDB: не ed25519); второму нужен TLS.',
  'The database says: {1} ({2}).': 'База данных говорит: {1} ({2}).',
  'The connection to the database broke off ({1}).': 'Соединение с базой данных оборвалось ({1}).',
  'unknown error': 'неизвестная ошибка',
  'The database at {1} offers no TLS: what is read can be seen on its way. With billingDatabase.tls "verify" it is not read at all.':
    'База данных на {1} не предлагает TLS: прочитанное видно по дороге. С billingDatabase.tls "verify" она вообще не читается.',
  'The certificate file {1} cannot be read.': 'Не удалось прочитать файл сертификата {1}.',
  'Check billingDatabase.caFile.': 'Проверьте billingDatabase.caFile.',
  'The name {1} of the database is unknown.': 'Имя {1} базы данных неизвестно.',
  'Check the host in billingUrl.': 'Проверьте хост в billingUrl.',
  'SQLite says: {1}.': 'SQLite говорит: {1}.',
  'Check the file in billingUrl.': 'Проверьте файл в billingUrl.',
  'Whoever writes to it took longer than billingDatabase.timeoutSec. In WAL mode it can be read meanwhile.':
    'Кто-то писал в неё дольше billingDatabase.timeoutSec. В режиме WAL её можно читать и тогда.',
  'Set billingDatabase.encoding to the encoding texts are stored in, as "windows-1251"; "utf-8" takes what can be read of them.':
    'Задайте в billingDatabase.encoding кодировку, в которой хранятся тексты, например "windows-1251"; "utf-8" берёт из них то, что можно прочитать.',
  'Check the query in billingDatabase.queries: what stands in double quotes is the name of a column, a text stands in single ones.':
    'Проверьте запрос в billingDatabase.queries: в двойных кавычках стоит имя столбца, а текст — в одинарных.',
  'Check the query in billingDatabase.queries, and the file in billingUrl.':
    'Проверьте запрос в billingDatabase.queries и файл в billingUrl.',
  'The file {1} cannot be opened: {2}.': 'Не удалось открыть файл {1}: {2}.',
  'Check billingUrl, and that this account may read the file and its folder.':
    'Проверьте billingUrl и может ли эта учётная запись читать файл и его папку.',

  // Tables: what "queries" prints.
  'The queries of billingName "{1}". Those you put into billingDatabase.queries lie over them, one by one;':
    'Запросы для billingName "{1}". Ваши из billingDatabase.queries ложатся поверх них, каждый отдельно;',
  'null takes one away. The names of the columns are the mapping.':
    'null убирает запрос. Названия столбцов и есть соответствие полей.',
  'billingDatabase.parameters may have:': 'В billingDatabase.parameters можно задать:',
  'Used instead for {1}:': 'Вместо приведённых выше, вариант «{1}»:',
  '$conf{secretkey} of config.pl: without it passwords are not read':
    '$conf{secretkey} из config.pl: без него пароли не читаются',
  'the id of one provider where the database holds several (domain_id)':
    'id одного провайдера, если в базе данных их несколько (domain_id)',
  'releases before the Internet module': 'выпуски до модуля Internet',
  'the first releases with the Internet module': 'первые выпуски с модулем Internet',
  'passwords, in the first releases with the Internet module': 'пароли в первых выпусках с модулем Internet',
  'releases that keep phones and e-mails as contacts or not, by a setting':
    'выпуски, где телефоны и e-mail лежат в контактах или нет, в зависимости от настройки',
  'releases that know no postcode of a house': 'выпуски без почтового индекса дома',
  'passwords, with the parameter secretkey': 'пароли, с параметром secretkey',
  'passwords, in releases before the Internet module': 'пароли в выпусках до модуля Internet',
  'releases that keep one phone and one e-mail of a subscriber':
    'выпуски, где у абонента один телефон и один e-mail',
  'releases that know no block of a house': 'выпуски без корпуса дома',
  'releases where a district is a part of a city': 'выпуски, где район — часть населённого пункта',
  'tags without an end': 'метки без конечной даты',
  'databases without the module Tags': 'базы данных без модуля Tags',
  'databases without the module Msgs': 'базы данных без модуля Msgs',
  '$cfg::Passwd_Key of NoDeny: without it enciphered passwords are not read':
    '$cfg::Passwd_Key из NoDeny: без него зашифрованные пароли не читаются',
  'passwords, with the parameter passwd_key': 'пароли, с параметром passwd_key',
  'releases that keep MAC addresses by their owners': 'выпуски, где MAC-адреса записаны за владельцем',
  'releases before the Internet module that know no storey': 'выпуски до модуля Internet, где нет этажа',
  'passwords, in releases before the Internet module that know no storey':
    'пароли в выпусках до модуля Internet, где нет этажа',
  'databases without marks of services': 'базы данных без пометок услуг',
  'passwords, in databases without marks of services': 'пароли в базах данных без пометок услуг',
  'databases without MAC addresses': 'базы данных без MAC-адресов',
  'releases with a table for each state': 'выпуски с таблицей на каждое состояние',
  'SQLite, which knows no CRC32': 'SQLite, где нет CRC32',
  'releases without passports of houses': 'выпуски без паспортов домов',
  'release 5.2, where bits of an account say who has blocked it':
    'выпуск 5.2, где биты счёта говорят, кто его заблокировал',
  'databases where a service belongs to one tariff': 'базы данных, где услуга принадлежит одному тарифу',
  // The billing does not answer: what could not be read.
  'Of the billing, {1} could not be read ({2}).': 'Из биллинга не удалось прочитать: {1} ({2}).',
  'Of the billing, {1} could not be read ({2}, through the proxy {3}).':
    'Из биллинга не удалось прочитать: {1} ({2}, через прокси {3}).',
  '{1} ({2} of the environment)': '{1} ({2} из окружения)',
  'the system information': 'сведения о системе',
  'the version of the API': 'версия API',
  'the list of methods': 'список методов',
  'This billing does not have it.': 'В этом биллинге такого нет.',
  "the billing's name and clock": 'название и часы биллинга',
  '{1}: {2} Asking again {3}.': '{1}: {2} Спрашиваем снова: {3}.',
  '{1}, through the proxy {2}: {3} Asking again {4}.': '{1}, через прокси {2}: {3} Спрашиваем снова: {4}.',
  '{1}, uncompressed': '{1}, без сжатия',
  'at once': 'сразу',
  'in {1} s': 'через {1} с',
  'The billing prints the source text of its programs before its answers. It was skipped; set short_open_tag=On in php.ini of the billing.':
    'Перед ответами биллинг выводит тексты своих программ. Они пропущены; задайте short_open_tag=On в php.ini биллинга.',
  'The billing prints notices before its answers. They were skipped; its error log says what is wrong.':
    'Перед ответами биллинг выводит замечания. Они пропущены; что не так — в его логе ошибок.',
  'The number of subscribers is so round that the list may have been cut. Nobody was marked absent. Setting billingDialect to the product of the billing mends it.':
    'Количество абонентов подозрительно круглое: список могло обрезать. Никто не отмечен «нет в биллинге». Поможет billingDialect: назовите в нём биллинг.',

  // The billing: its address and the way to it.
  "The billing's address is no http or https address.": 'Адрес биллинга — не http и не https.',
  'Check billingUrl.': 'Проверьте billingUrl.',
  'The address was copied out of a web page: it holds "&amp;", or the like, for "&".':
    'Адрес скопирован с веб-страницы: вместо "&" в нём "&amp;" или подобное.',
  'billingUrl: write "&" for every "&amp;"': 'billingUrl: замените каждое "&amp;" на "&"',
  'There is a second "?" in the address: uBilling then answers with its login page.':
    'В адресе есть второй "?": uBilling на такое отвечает страницей входа.',
  'billingUrl: write "&" for every "?" but the first':
    'billingUrl: замените на "&" каждый "?", кроме первого',
  'UserSide and ABillS want cat=module in the address.': 'UserSide и ABillS требуют cat=module в адресе.',
  'billingUrl: add &cat=module': 'billingUrl: допишите &cat=module',
  'The address names a method already; usm-billing adds it to every request.':
    'В адресе уже назван метод; usm-billing сам добавляет его к каждому запросу.',
  'billingUrl: take {1} out': 'billingUrl: уберите {1}',
  'The address looks like another product than billingDialect says.':
    'Адрес похож на другой биллинг, чем назван в billingDialect.',
  'Check billingHttp.caFile.': 'Проверьте billingHttp.caFile.',
  'The billing redirects nowhere, where the key must not go.':
    'Биллинг перенаправляет в никуда; ключ туда отправлять нельзя.',
  'The billing redirects to {1}//{2}, where the key must not go.':
    'Биллинг перенаправляет на {1}//{2}; ключ туда отправлять нельзя.',
  'Set billingUrl to the address the billing really has.': 'Впишите в billingUrl настоящий адрес биллинга.',
  'The billing redirects in circles.': 'Биллинг перенаправляет по кругу.',
  'There was no whole answer within {1} s.': 'Полного ответа не было за {1} с.',
  'Raise billingHttp.timeoutSec if the billing needs more time.':
    'Увеличьте billingHttp.timeoutSec, если биллингу нужно больше времени.',
  'The billing is not reachable by https: {1}.': 'Биллинг недоступен по https: {1}.',
  'The billing is not reachable: {1}.': 'Биллинг недоступен: {1}.',
  'Check billingUrl and billingHttp.proxy.': 'Проверьте billingUrl и billingHttp.proxy.',
  'The proxy before the billing leads nowhere: {1}.': 'Прокси перед биллингом никуда не ведёт: {1}.',
  'The connection to the billing broke off ({1}).': 'Соединение с биллингом оборвалось ({1}).',
  'The address of the billing cannot be called.': 'По адресу биллинга нельзя обратиться.',
  'The compressed answer of the billing is cut or damaged.': 'Сжатый ответ биллинга оборван или повреждён.',
  'The answer of the billing is compressed in a way its headers do not tell.':
    'Ответ биллинга сжат, а его заголовки об этом не говорят.',
  'The HTTP of this answer cannot be read ({1}): old proxies and web servers break it.':
    'HTTP этого ответа не читается ({1}): так портят его старые прокси и веб-серверы.',
  'Set billingHttp.compress to false, or see to the web server of the billing and the proxies before it.':
    'Задайте billingHttp.compress: false или проверьте веб-сервер биллинга и прокси перед ним.',
  '{1} Check billingUrl too: is there a web server on this port?':
    '{1} Проверьте и billingUrl: есть ли на этом порту веб-сервер?',

  // The billing's refusals and non-answers.
  'The billing refuses the key.': 'Биллинг не принимает ключ.',
  'Check the key in billingUrl: it is the serial of uBilling, UB and 32 hex digits, letter case counts.':
    'Проверьте ключ в billingUrl: это серийный номер uBilling, UB и 32 шестнадцатеричных знака, регистр важен.',
  'The billing misses the key.': 'Биллинг не получил ключ.',
  'Add &key=… to billingUrl.': 'Допишите &key=… к billingUrl.',
  'The remote API of the billing is switched off.': 'Удалённый API биллинга выключен.',
  'Set REMOTEAPI_ENABLED=1 in alter.ini of uBilling.': 'Задайте REMOTEAPI_ENABLED=1 в alter.ini uBilling.',
  'The UserSide API of the billing is switched off.': 'API биллинга для UserSide выключен.',
  'Set USERSIDE_API=1 in alter.ini of uBilling.': 'Задайте USERSIDE_API=1 в alter.ini uBilling.',
  'The billing has no serial yet, so there is no key.':
    'У биллинга ещё нет серийного номера, так что нет и ключа.',
  'Call ?module=remoteapi&action=identify of uBilling once.':
    'Один раз откройте в uBilling ?module=remoteapi&action=identify.',
  'The billing does not see which API is meant.': 'Биллинг не понимает, какой API нужен.',
  'Add &action=userside to billingUrl.': 'Допишите &action=userside к billingUrl.',
  'The billing says that its API is not set up.': 'Биллинг говорит, что его API не настроен.',
  'The billing is being upgraded.': 'Биллинг сейчас обновляют.',
  'Stargazer, the daemon of uBilling, is not running.': 'Stargazer, демон uBilling, не работает.',
  'Start Stargazer, or set NOSTGCHECKPID=1 in config/billing.ini of uBilling; in alter.ini it has no effect.':
    'Запустите Stargazer или задайте NOSTGCHECKPID=1 в config/billing.ini uBilling; в alter.ini это не действует.',
  'A table in the database of the billing is damaged.': 'В базе данных биллинга повреждена таблица.',
  'A damaged table is mended with mysqlcheck --auto-repair.':
    'Повреждённую таблицу чинит mysqlcheck --auto-repair.',
  'The database of the billing refuses a query.': 'База данных биллинга отклоняет запрос.',
  'The log of the billing names the query. {1}': 'Запрос назван в логе биллинга. {1}',
  'The billing does not reach its database.': 'Биллинг не может достучаться до своей базы данных.',
  'Is MySQL running on the server of the billing?': 'Работает ли MySQL на сервере биллинга?',
  'The name of the method did not arrive at the billing.': 'Название метода не дошло до биллинга.',
  'Check the separators in billingUrl: the name is appended to it.':
    'Проверьте разделители в billingUrl: название дописывается в конец.',
  'The billing does not know this method.': 'Биллинг не знает этого метода.',
  'Add &cat=module to billingUrl when it is a UserSide.':
    'Допишите &cat=module к billingUrl, если это UserSide.',
  'The billing refuses access: {1}.': 'Биллинг отказывает в доступе: {1}.',
  'access is denied to this administrator': 'доступ этого администратора запрещён',
  'the administrator is disabled': 'администратор отключён',
  "this host's IP is not allowed": 'IP этого хоста не разрешён',
  'the key is wrong, or the address is locked after five wrong keys':
    'ключ неверный либо адрес заблокирован после пяти неверных ключей',
  'access is not allowed at this time or from this IP': 'доступ в это время или с этого IP не разрешён',
  'Check the key in billingUrl, and the rights of its administrator in ABillS.':
    'Проверьте ключ в billingUrl и права его администратора в ABillS.',
  'The billing refuses access.': 'Биллинг отказывает в доступе.',
  'Set $conf{US_API}=1 in config.pl of ABillS.': 'Задайте $conf{US_API}=1 в config.pl ABillS.',
  'The web server of the billing asks for HTTP Basic but lacks mod_rewrite.':
    'Веб-сервер биллинга требует HTTP Basic, но не имеет mod_rewrite.',
  'Switch mod_rewrite on in the web server of ABillS.': 'Включите mod_rewrite на веб-сервере ABillS.',
  'The billing answers with an error of its own.': 'Биллинг отвечает собственной ошибкой.',
  'The billing answers with an error instead of data.': 'Вместо данных биллинг отвечает ошибкой.',
  'There are no rows.': 'Строк нет.',
  'This port of the billing speaks https.': 'На этом порту биллинга — https.',
  'billingUrl: https:// instead of http://.': 'billingUrl: https:// вместо http://.',
  'The web server before the billing refuses the user and the password.':
    'Веб-сервер перед биллингом не принимает имя и пароль.',
  'Check user:password@ before the host in billingUrl.':
    'Проверьте user:password@ перед хостом в billingUrl.',
  'The web server before the billing asks for a user and a password.':
    'Веб-сервер перед биллингом спрашивает имя и пароль.',
  'Write user:password@ before the host in billingUrl.': 'Впишите user:password@ перед хостом в billingUrl.',
  'Check the key in billingUrl. Where the web server asks for a user and a password (HTTP Basic), write user:password@ before the host.':
    'Проверьте ключ в billingUrl. Если имя и пароль спрашивает веб-сервер (HTTP Basic), впишите user:password@ перед хостом.',
  "Check the key in billingUrl, and whether this host's IP is allowed.":
    'Проверьте ключ в billingUrl и разрешён ли IP этого хоста.',
  'The proxy before the billing asks for a user and a password.':
    'Прокси перед биллингом спрашивает имя и пароль.',
  "Write user:password@ before the host in the proxy's address.":
    'Впишите user:password@ перед хостом в адресе прокси.',
  'There is no API of a billing at this address.': 'По этому адресу нет API биллинга.',
  'The billing answers like a cache: that nothing has changed, or with a redirect to nowhere.':
    'Биллинг отвечает, как кеш: ничего не изменилось или перенаправление в никуда.',
  'See to the proxies and caches before the billing.': 'Проверьте прокси и кеши перед биллингом.',
  'The billing broke down: its database is down or lacks a table, or its PHP ran out of memory (memory_limit).':
    'Биллинг сломался: его база данных не работает или в ней нет таблицы, либо PHP не хватило памяти (memory_limit).',
  'See to the database of the billing, or raise memory_limit in its php.ini. {1}':
    'Проверьте базу данных биллинга или увеличьте memory_limit в его php.ini. {1}',
  'The web server before the billing got no answer from it.':
    'Веб-сервер перед биллингом не дождался от него ответа.',
  'Is the billing overloaded, or its PHP down? A long list needs more time than its web server gives: raise fastcgi_read_timeout or proxy_read_timeout there.':
    'Не перегружен ли биллинг, работает ли его PHP? Длинный список собирается дольше, чем ждёт веб-сервер: увеличьте там fastcgi_read_timeout или proxy_read_timeout.',
  'The billing cannot answer just now.': 'Биллинг сейчас не может ответить.',
  'The billing does not accept the request.': 'Биллинг не принимает запрос.',
  'The connection to the billing ended after the headers of its answer.':
    'Соединение с биллингом закончилось после заголовков ответа.',
  'The billing answers nothing at all, as it does when a text in its database is not UTF-8.':
    'Биллинг отвечает пустотой: так бывает, когда текст в его базе не в UTF-8.',
  'In mysql.ini of uBilling set character to utf8; else one byte of a text typed lately is broken.':
    'В mysql.ini uBilling задайте character = utf8; иначе дело в испорченном байте недавно введённого текста.',
  'A program of the billing broke down in the middle of its answer.':
    'Программа биллинга упала посреди ответа.',
  'The billing answers with a web page for people: the request did not reach its API.':
    'Биллинг отвечает веб-страницей для людей: запрос не дошёл до его API.',
  'Check module, action and the separators in billingUrl, and REMOTEAPI_DISABLE_CALLS in alter.ini of uBilling.':
    'Проверьте module, action и разделители в billingUrl, а также REMOTEAPI_DISABLE_CALLS в alter.ini uBilling.',
  "The billing closes the door: this host's IP is not allowed.":
    'Биллинг не пускает: IP этого хоста не разрешён.',
  "Allow this host's IP in the billing (behind a proxy the one in X-Forwarded-For).":
    'Разрешите в биллинге IP этого хоста (за прокси — тот, что в X-Forwarded-For).',
  'The billing asks to log in.': 'Биллинг просит войти.',
  'Check the key in billingUrl.': 'Проверьте ключ в billingUrl.',
  'The billing prints the source text of its programs instead of an answer.':
    'Вместо ответа биллинг выводит тексты своих программ.',
  'Set short_open_tag=On in php.ini of the billing: it prints the source text of its programs.':
    'Задайте short_open_tag=On в php.ini биллинга: он выводит тексты своих программ.',
  'The answer of the billing ended early, after {1} bytes.': {
    one: 'Ответ биллинга оборвался раньше времени, после {1} байта.',
    few: 'Ответ биллинга оборвался раньше времени, после {1} байт.',
    many: 'Ответ биллинга оборвался раньше времени, после {1} байт.',
  },
  'The answer of the billing is of no use: {1}.': 'Ответ биллинга непригоден: {1}.',
  'It began with: {1}': 'Ответ начинался так: <1>',
  'expected was JSON such as {"date":"2026-01-31 12:00:00","billing":{"name":"…"}}':
    'ожидался JSON вроде {"date":"2026-01-31 12:00:00","billing":{"name":"…"}}',
  'billingDialect: the product of the billing; {1}': 'billingDialect: назовите биллинг; {1}',
  'US_API_MAX_PAGE_ROWS in config.pl of ABillS: raise it':
    'увеличьте US_API_MAX_PAGE_ROWS в config.pl ABillS',
  'billingName: "carbon5", if this is Carbon Billing': 'billingName: "carbon5", если это Carbon Billing',
  'billingName: "standart", unless this is Carbon Billing':
    'billingName: "standart", если это не Carbon Billing',

  // Records of the billing, and JSON that is none.
  'the body is empty': 'тело пустое',
  'the body is not JSON': 'это не JSON',
  'the JSON is neither a list nor a map': 'JSON — не список и не объект',
  'the JSON ends too early': 'JSON обрывается раньше времени',
  'something follows the JSON': 'после JSON стоит что-то ещё',
  'a byte of the JSON is not UTF-8': 'в JSON есть байт не из UTF-8',
  'the JSON is nested too deeply': 'в JSON слишком большая вложенность',
  'one record of the JSON is larger than {1} MiB': 'одна запись в JSON больше {1} МиБ',
  'the JSON is larger than any such answer can be': 'JSON больше, чем может быть такой ответ',
  'an empty list stands behind something else': 'пустой список стоит после чего-то другого',
  'No record before it is whole': 'До этого места нет ни одной целой записи',
  'Record {1} is the last whole one': 'Последняя целая запись — {1}-я',
  'Record {1} (id "{2}") is the last whole one': 'Последняя целая запись — {1}-я (id "{2}")',
  '{1}; the fault is at byte {2}: "{3}".': '{1}; ошибка в байте {2}: "<3>".',
  'beside the records of the list stands "{1}"': 'рядом с записями списка стоит "<1>"',
  'the answer is an error message': 'в ответе — сообщение об ошибке',
  'none of the items is a record': 'ни один элемент не является записью',
  'none of the items can be read': 'ни один элемент не читается',
  'the list stands inside one of its records': 'список стоит внутри одной из своих записей',
  'none of the records is a subscriber': 'ни одна запись не является абонентом',
  'a list that looks cut goes on with nothing new':
    'продолжение списка, похожего на обрезанный, не даёт ничего нового',
  'the system information has no date': 'в сведениях о системе нет даты',
  'Of the billing, {1} came as an empty list ({2}), although subscribers refer to them.':
    'Биллинг отдал пустой список: {1} ({2}), хотя абоненты на него ссылаются.',
  'See to the database of the billing.': 'Проверьте базу данных биллинга.',
  'Some items of the lists of the billing are no records. They were left out.':
    'Некоторые элементы списков биллинга — не записи. Они пропущены.',
  'Some records of the list of subscribers are no records. They were set aside and nothing was changed for them.':
    'Кое-что в списке абонентов — не записи. Это отложено, для этих абонентов ничего не изменено.',
  'Some records of the list of subscribers have no id. They were left out.':
    'Некоторые записи в списке абонентов без id. Они пропущены.',
  "The id made for a child account is another subscriber's own id. The child account was set aside.":
    'Id, составленный для дочернего счёта, уже есть у другого абонента. Дочерний счёт отложен.',

  // The network, TLS and proxies, of both systems.
  'the name is unknown or the host is not reachable': 'имя неизвестно или хост недоступен',
  'no whole answer in time': 'вовремя не было полного ответа',
  'it opens no way there': 'он не пускает дальше',
  'it opens no way there ({1})': 'он не пускает дальше (<1>)',
  'The environment variable {1} names no http:// or https:// proxy.':
    'В переменной окружения {1} не прокси http:// или https://.',
  'Correct or unset {1}, or name the host in NO_PROXY':
    'Исправьте или уберите {1} либо впишите хост в NO_PROXY',
  '{1}, or set {2}.': '{1}, либо задайте {2}.',
  'Look at the proxy between too; hosts in NO_PROXY are asked without one of the environment.':
    'Посмотрите и на прокси посередине; хосты из NO_PROXY запрашиваются без прокси из окружения.',
  'there is no TLS at this address, the port speaks something else':
    'по этому адресу нет TLS, на порту что-то другое',
  '{1}: http:// instead of https://, or the port that speaks https.':
    '{1}: http:// вместо https:// или порт, на котором https.',
  'the server speaks no newer TLS than 1.1, and only 1.2 and 1.3 are safe':
    'сервер не умеет TLS новее 1.1, а безопасны только 1.2 и 1.3',
  'Switch TLS 1.2 on in the web server (ssl_protocols, SSLProtocol).':
    'Включите на веб-сервере TLS 1.2 (ssl_protocols, SSLProtocol).',
  'the server and this program share no cipher, or the server wants a certificate of its clients':
    'у сервера и этой программы нет общего шифра, либо сервер требует клиентский сертификат',
  'Allow a modern cipher in the web server (ssl_ciphers, SSLCipherSuite), ECDHE with AES-GCM for example; or no client certificate for this host.':
    'Разрешите на веб-сервере современный шифр (ssl_ciphers, SSLCipherSuite), например ECDHE с AES-GCM; либо не требуйте от этого хоста клиентский сертификат.',
  'the server wants a certificate of its clients, and this program has none':
    'сервер требует клиентский сертификат, а у этой программы его нет',
  'Let this host in without a client certificate.': 'Впускайте этот хост без клиентского сертификата.',
  'the server has no certificate for the name it was asked by':
    'у сервера нет сертификата на имя, по которому он запрошен',
  '{1}: the name the server is set up for.': '{1}: имя, на которое настроен сервер.',
  'the certificate is self-signed': 'сертификат самоподписанный',
  'Save it (openssl s_client -connect {1}) and name the file in {2}.caFile; or, less safe, {3}.insecureTls: true.':
    'Сохраните его (openssl s_client -connect {1}) и укажите файл в {2}.caFile; либо, менее безопасно, {3}.insecureTls: true.',
  'the certificate has expired': 'срок действия сертификата истёк',
  'the certificate expired on {1}': 'срок действия сертификата истёк {1}',
  'Renew it on the server; until then {1}.insecureTls: true.':
    'Обновите его на сервере; до тех пор {1}.insecureTls: true.',
  'the certificate is not valid yet': 'сертификат ещё не действует',
  'Set the clock of this host, or that of the server.': 'Поставьте часы этого хоста или сервера.',
  'the certificate is made out to another name': 'сертификат выписан на другое имя',
  'the certificate is made out to {1}, not to this host': 'сертификат выписан не на этот хост, а на <1>',
  '{1}: a name the certificate is made out to.': '{1}: имя, на которое выписан сертификат.',
  'the certificate was revoked': 'сертификат отозван',
  'Renew it on the server.': 'Обновите его на сервере.',
  'the certificate comes from an authority nobody here knows':
    'сертификат от центра сертификации, которого здесь не знают',
  'Name the file with the certificate of that authority in {1}.caFile (openssl s_client -showcerts -connect {2} shows what the server sends); or, less safe, {3}.insecureTls: true.':
    'Укажите файл с сертификатом того центра в {1}.caFile (openssl s_client -showcerts -connect {2} показывает, что присылает сервер); либо, менее безопасно, {3}.insecureTls: true.',
  'the server hangs up in the TLS handshake': 'сервер бросает трубку во время TLS-рукопожатия',
  '{1}: is this the port that speaks https? Else a firewall between.':
    '{1}: на этом порту точно https? Иначе — файрвол посередине.',
  '{1}: is this the port that speaks https?': '{1}: на этом порту точно https?',
  'no TLS connection comes about': 'TLS-соединение не устанавливается',

  // UserSide does not answer, or refuses.
  'UserSide ({1}) did not answer {2}: {3}': 'UserSide ({1}) не ответил на {2}: {3}',
  'UserSide ({1}, through the proxy {2}) did not answer {3}: {4}':
    'UserSide ({1}, через прокси {2}) не ответил на {3}: {4}',
  'UserSide did not answer {1}: {2}': 'UserSide не ответил на {1}: {2}',
  'UserSide, asked through the proxy {1}, did not answer {2}: {3}':
    'UserSide, спрошенный через прокси {1}, не ответил на {2}: {3}',
  'UserSide did not answer {1}: {2}. Trying again in {3}.':
    'UserSide не ответил на {1}: {2}. Новая попытка через {3}.',
  'UserSide, asked through the proxy {1}, did not answer {2}: {3}. Trying again in {4}.':
    'UserSide, спрошенный через прокси {1}, не ответил на {2}: {3}. Новая попытка через {4}.',
  'HTTP {1}: {2}': 'HTTP {1}: <2>',
  'the proxy before it leads nowhere: {1}': 'прокси перед ним никуда не ведёт: {1}',
  'no connection ({1})': 'нет соединения ({1})',
  'its address cannot be called': 'по его адресу нельзя обратиться',
  'Check usersideUrl.': 'Проверьте usersideUrl.',
  'the compressed answer is cut or damaged; {1}': 'сжатый ответ оборван или повреждён; {1}',
  'its HTTP cannot be read ({1}); {2}': 'его HTTP не читается ({1}); {2}',
  'usersideHttp.compress: false may help': 'может помочь usersideHttp.compress: false',
  'the connection was cut': 'соединение оборвалось',
  'an answer of more than {1} MB': 'ответ больше {1} МБ',
  'the answer ended early, after {1} bytes': {
    one: 'ответ оборвался раньше времени, после {1} байта',
    few: 'ответ оборвался раньше времени, после {1} байт',
    many: 'ответ оборвался раньше времени, после {1} байт',
  },
  'an empty answer': 'пустой ответ',
  'an answer that is not whole JSON: {1}': 'в ответе не целый JSON: <1>',
  'an answer that cannot be, because {1}: {2}': 'такого ответа быть не может: {1}: <2>',
  'UserSide puts this before its answer: {1}': 'Перед ответом UserSide стоит: <1>',
  'UserSide answered a form of {1} with HTTP {2}: forms are cut to {3} from now on.':
    'На форму в {1} UserSide ответил HTTP {2}: теперь формы не больше {3}.',
  'a form of {1} is too big for UserSide, which takes {2} at once':
    'форма в {1} слишком велика для UserSide, за раз он принимает {2}',
  'UserSide gave no reason': 'UserSide не назвал причину',
  'UserSide refused {1}: {2}': 'UserSide отклонил {1}: <2>',
  'UserSide refused {1}: it gave no reason': 'UserSide отклонил {1}: причину не назвал',
  'UserSide answered {1} with something unexpected: {2}': 'На {1} UserSide ответил чем-то неожиданным: <2>',
  'UserSide answered {1} with something unexpected: (nothing)':
    'На {1} UserSide ответил чем-то неожиданным: (пусто)',
  "UserSide's answer to {1} broke off: {2}": 'Ответ UserSide на {1} оборвался: {2}',
  'UserSide redirects {1} to {2}, which is not followed: the API key would go with it.':
    'UserSide перенаправляет {1} по адресу: [2]. Программа туда не идёт, ведь с ней ушёл бы и ключ API.',
  nowhere: '(никакому)',
  'UserSide redirects {1} in circles.': 'UserSide перенаправляет {1} по кругу.',
  'Set usersideUrl to the address where UserSide really answers.':
    'Впишите в usersideUrl адрес, по которому UserSide действительно отвечает.',
  'usersideUrl is not an http:// or https:// address.': 'usersideUrl — не адрес http:// или https://.',
  'usersideHttp.caFile {1} cannot be read.': 'Не удалось прочитать usersideHttp.caFile {1}.',
  "Check usersideApiKey and its entry in $apiKeyArray of the configuration on the ERP's server: ip must allow this host, and section, where there is one, must hold module, usm_billing, tariff, customer, address and service.":
    'Проверьте usersideApiKey и его запись в $apiKeyArray конфигурации на сервере UserSide: ip должен разрешать этот хост, а section, если он есть, — содержать module, usm_billing, tariff, customer, address и service.',
  "Check billingId: the number of this billing in UserSide's list, Settings - Billings.":
    'Проверьте billingId: номер этого биллинга в списке UserSide (Настройка - Биллинги).',
  'Check usersideUrl, the name service, the firewall and usersideHttp.proxy.':
    'Проверьте usersideUrl, DNS, файрвол и usersideHttp.proxy.',
  'Check usersideUrl: api.php is looked for behind it.': 'Проверьте usersideUrl: за ним ищется api.php.',
  'Check usersideUrl. {1}': 'Проверьте usersideUrl. {1}',
  "See the ERP's own log and load; usersideHttp.timeoutSec says how long an answer is waited for.":
    'Посмотрите на лог и нагрузку UserSide; сколько ждать ответа, говорит usersideHttp.timeoutSec.',
  "See the ERP's own log and load. A long list may need more time than it is given: raise fastcgi_read_timeout or proxy_read_timeout in its web server, and usersideHttp.timeoutSec here.":
    'Посмотрите на лог и нагрузку UserSide. Длинному списку может не хватать времени: увеличьте fastcgi_read_timeout или proxy_read_timeout на его веб-сервере и usersideHttp.timeoutSec здесь.',
  'The web server before UserSide asks for a user and a password: check user:password@ before the host in usersideUrl.':
    'Веб-сервер перед UserSide спрашивает имя и пароль: проверьте user:password@ перед хостом в usersideUrl.',
  'The key is known to UserSide. {1}, or this ERP does not know {2}.':
    'UserSide знает этот ключ. {1}, либо эта ERP не знает {2}.',
  'The key is known to UserSide. {1}, or this ERP does not know {2} (usersideModuleCategory names the category).':
    'UserSide знает этот ключ. {1}, либо эта ERP не знает {2} (категорию называет usersideModuleCategory).',
  "Either section of its entry in $apiKeyArray on the ERP's server lacks {1}":
    'Либо в section его записи в $apiKeyArray на сервере UserSide не хватает {1}',
  'UserSide returned {1} without its own id; it is left alone.':
    'UserSide отдал запись без собственного id: {1}. Её не трогают.',
  'a tariff': 'тариф',
  'a service': 'услуга',
  'a group or tag': 'группа или метка',
  'UserSide returned a subscriber without its own id; it is left alone.':
    'UserSide отдал абонента без собственного id; его не трогают.',
  'UserSide returned one of its own ids for two subscribers; whose it is cannot be told, so both are left alone, neither created nor marked absent.':
    'UserSide отдал один свой id для двух абонентов; чей он, неизвестно, поэтому обоих не трогают: не создают и не отмечают «нет в биллинге».',
  'UserSide shows the records of others under the ids of subscribers. These are left alone: nothing of one is written to another.':
    'UserSide показывает под id абонентов записи других. Их не трогают: данные одного не пишутся другому.',
  'UserSide returned dates or times no calendar has; they count as none, the rest of the records was compared.':
    'UserSide отдал даты или время, которых нет ни в одном календаре; они считаются пустыми, остальное в записях сверено.',
}
