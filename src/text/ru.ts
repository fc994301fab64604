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
  '--last wants a number of runs, not "{1}".': '--last: нужно число запусков, а не "{1}".',
  '--since wants a date, not "{1}".': '--since: нужна дата, а не "{1}".',
  'For instance --since 2026-11-22, or --since "2026-11-22 17:30".':
    'Например, --since 2026-11-22 или --since "2026-11-22 17:30".',
  refused: 'отклонено',
  lost: 'без ответа',
  unsettled: 'неизвестно, записано ли',
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
  '{1} (id {2} in the billing), {3} (id {4} in UserSide)': '{1} (id {2} в биллинге), {3} (id {4} в UserSide)',

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
  'not listed by the billing': 'нет в списке биллинга',
  'lived in': 'заселённые',
  'listed by the billing': 'из списка биллинга',
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
  '{1} cannot be written: {2}.': '{1}: не удалось записать: {2}.',
  'Name a file in a folder this account may write to.':
    'Назовите файл в папке, куда этот пользователь имеет право писать.',
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
