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
  'must be {1}, found {2}': 'ожидается {1}, а указано {2}',
  'must be {1}, found nothing': 'ожидается {1}, а не указано ничего',
  'an object { … } is expected, found {1}': 'ожидается объект { … }, а указано {1}',
  'a list': 'список',
  'an object': 'объект',
  'the number {1}': 'число {1}',
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
  'has {page:{1}}, which names no column': 'содержит {page:{1}}, а это не имя столбца',
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
  '{1} cannot be looked for: {2}.': '{1}: не удалось проверить, есть ли такой файл: {2}.',
  '{1} cannot be read: {2}.': '{1} не удалось прочитать: {2}.',
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
  // The frame: console, summary, help.
  'Start module at {1}': 'Начало работы: {1}',
  'Finish module at {1}': 'Конец работы: {1}',
  Error: 'Ошибка',
  Warning: 'Внимание',
  'Left undone': 'Не сделано',
  'For example: {1}.': 'Например: {1}.',
  done: 'готово',
  '{1} of {2}, {3} %': '{1} из {2}, {3} %',
  '{1}/s': '{1}/с',
  '{1} left': 'осталось {1}',
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
  'Stopped by an unexpected error': 'Остановлено неожиданной ошибкой',
  'first import': 'первый импорт',
  'It took {1}.': 'Заняло {1}.',
  Billing: 'Биллинг',
  '{1}: {2} in {3}, {4}.': '{1}: {2}, {3}, {4}.',
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
  failed: 'не удалось',
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
}
