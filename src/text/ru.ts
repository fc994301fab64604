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

  // The billing does not answer: what could not be read.
  'Of the billing, {1} could not be read ({2}).': 'Из биллинга не удалось прочитать: {1} ({2}).',
  'Of the billing, {1} could not be read ({2}, through the proxy {3}).':
    'Из биллинга не удалось прочитать: {1} ({2}, через прокси {3}).',
  '{1} ({2} of the environment)': '{1} ({2} из окружения)',
  'the system information': 'сведения о системе',
  'the version of the API': 'версия API',
  'the list of methods': 'список методов',
  'the tariffs': 'тарифы',
  'the services': 'услуги',
  'the states': 'состояния',
  'the groups': 'группы',
  'the tags': 'метки',
  'the additional fields': 'дополнительные поля',
  'the subscribers': 'абоненты',
  'the cities': 'населённые пункты',
  'the city districts': 'районы городов',
  'the streets': 'улицы',
  'the houses': 'дома',
  'the messages': 'сообщения',
  'This billing does not have it.': 'В этом биллинге такого нет.',
  'Messages are not imported.': 'Сообщения не переносятся.',
  'The billing does not offer {1} ({2}); left alone: {3}.':
    'Биллинг этого не отдаёт: {1} ({2}). Не трогаем: [3].',
  nothing: 'ничего',
  everything: 'всё',
  "the billing's name and clock": 'название и часы биллинга',
  tariffs: 'тарифы',
  services: 'услуги',
  states: 'состояния',
  groups: 'группы',
  tags: 'метки',
  'additional fields': 'дополнительные поля',
  'cities: houses come without one': 'населённые пункты: дома идут без них',
  'city districts': 'районы городов',
  addresses: 'адреса',
  messages: 'сообщения',
  '{1}: {2} Asking again {3}.': '{1}: {2} Спрашиваем снова: {3}.',
  '{1}, through the proxy {2}: {3} Asking again {4}.': '{1}, через прокси {2}: {3} Спрашиваем снова: {4}.',
  '{1}, uncompressed': '{1}, без сжатия',
  'at once': 'сразу',
  'in {1} s': 'через {1} с',
  'The billing prints the source text of its programs before its answers. It was skipped; set short_open_tag=On in php.ini of the billing.':
    'Перед ответами биллинг выводит тексты своих программ. Они пропущены; задайте short_open_tag=On в php.ini биллинга.',
  'The billing prints notices before its answers. They were skipped; its error log says what is wrong.':
    'Перед ответами биллинг выводит замечания. Они пропущены; что не так — в его логе ошибок.',
  'Some lists of the billing could not be read. What depends on them was left alone.':
    'Некоторые списки биллинга не удалось прочитать. То, что от них зависит, не трогали.',
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
  'The certificate file {1} cannot be read.': 'Не удалось прочитать файл сертификата {1}.',
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
  'nothing listens at this address': 'по этому адресу никто не слушает',
  'the name is unknown or the host is not reachable': 'имя неизвестно или хост недоступен',
  'the name is unknown': 'имя неизвестно',
  'the name cannot be looked up just now': 'имя сейчас не удаётся узнать в DNS',
  'the network is not reachable': 'сеть недоступна',
  'the host is not reachable': 'хост недоступен',
  'no whole answer in time': 'вовремя не было полного ответа',
  'it opens no way there': 'он не пускает дальше',
  'it opens no way there ({1})': 'он не пускает дальше (<1>)',
  'unknown error': 'неизвестная ошибка',
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
  'no answer within {1} s': 'нет ответа за {1} с',
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
  'UserSide returned one of its own ids for two subscribers; the second is left alone, neither created nor marked absent.':
    'UserSide отдал один свой id для двух абонентов; второго не трогают: не создают и не отмечают «нет в биллинге».',
  'UserSide returned dates or times no calendar has; they count as none, the rest of the records was compared.':
    'UserSide отдал даты или время, которых нет ни в одном календаре; они считаются пустыми, остальное в записях сверено.',
}
