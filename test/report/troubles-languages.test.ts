/** What these rooms say in English, told again: with values as they occur, nothing of it is left in English. */
import { expect, test } from 'bun:test'
import { speakerOf } from '../../src/text/speaker.ts'

const SENTENCES: readonly (readonly [english: string, ukrainian: string, russian: string])[] = [
  [
    'The health check (pingUrl) was not told: it answered HTTP 404.',
    'Контроль запусків (pingUrl) не сповіщено: відповів HTTP 404.',
    'Контроль запусков (pingUrl) не оповещён: ответил HTTP 404.',
  ],
  [
    'The health check (pingUrl) was not told: ECONNREFUSED.',
    'Контроль запусків (pingUrl) не сповіщено: ECONNREFUSED.',
    'Контроль запусков (pingUrl) не оповещён: ECONNREFUSED.',
  ],
  [
    'The health check (pingUrl) was not told: the run was told to stop.',
    'Контроль запусків (pingUrl) не сповіщено: запуск зупиняють.',
    'Контроль запусков (pingUrl) не оповещён: запуск останавливают.',
  ],
  [
    'telegram:-100123456 was not told: it answered HTTP 400 (Bad Request: chat not found).',
    'telegram:-100123456: не сповіщено: відповів HTTP 400 (Bad Request: chat not found).',
    'telegram:-100123456: не оповещено: ответил HTTP 400 (Bad Request: chat not found).',
  ],
  [
    'https://hooks.slack.com/… was not told: it could not be reached (ENOTFOUND).',
    'https://hooks.slack.com/…: не сповіщено: недосяжний (ENOTFOUND).',
    'https://hooks.slack.com/…: не оповещено: недоступен (ENOTFOUND).',
  ],
  [
    'mailto:noc@example.com was not told: this host has no sendmail.',
    'mailto:noc@example.com: не сповіщено: на цьому хості немає sendmail.',
    'mailto:noc@example.com: не оповещено: на этом хосте нет sendmail.',
  ],
  [
    'command:/etc/usm-billing/tell was not told: it ended with SIGSEGV.',
    'command:/etc/usm-billing/tell: не сповіщено: завершилася з SIGSEGV.',
    'command:/etc/usm-billing/tell: не оповещено: завершилась с SIGSEGV.',
  ],
  [
    'The logs in /var/log/usm: "old", 2 cannot be written: ENOSPC: no space left on device, write. The run goes on.',
    'Логи в /var/log/usm: "old", 2 не пишуться: ENOSPC: на диску немає місця, write. Запуск триває.',
    'Логи в /var/log/usm: "old", 2 не пишутся: ENOSPC: на диске нет места, write. Запуск продолжается.',
  ],
  [
    'The system\'s log (log.syslog) cannot be told: this host has no "logger". The run goes on.',
    'Системний лог (log.syslog) недоступний: на цьому хості немає "logger". Запуск триває.',
    'Системный лог (log.syslog) недоступен: на этом хосте нет "logger". Запуск продолжается.',
  ],
  [
    '/srv/plans/june, "new".json cannot be written: it is a folder.',
    '/srv/plans/june, "new".json не вдалося записати: це тека.',
    '/srv/plans/june, "new".json не удалось записать: это папка.',
  ],
  [
    'Whether there is a newer release could not be told: releases.example.com:8443 did not answer within 10 s.',
    'Не вдалося дізнатися, чи є новіший випуск: releases.example.com:8443: немає відповіді за 10 с.',
    'Не удалось узнать, есть ли более новый выпуск: releases.example.com:8443: нет ответа за 10 с.',
  ],
  [
    'Whether there is a newer release could not be told: this build was not told where its releases are published.',
    'Не вдалося дізнатися, чи є новіший випуск: цій збірці не сказано, де публікуються її випуски.',
    'Не удалось узнать, есть ли более новый выпуск: этой сборке не сказано, где публикуются её выпуски.',
  ],
  [
    'Nothing was undone: run 17 changed 1\u00a0200 records of 3 subscribers.',
    'Нічого не відкочено: запуск 17 змінив 1\u00a0200 записів (3 абоненти).',
    'Ничего не откачено: запуск 17 изменил 1\u00a0200 записей (3 абонента).',
  ],
  ['1 value was left as it is.', '1 значення лишено як є.', '1 значение оставлено как есть.'],
  [
    '1\u00a0234 values were left as they are.',
    '1\u00a0234 значення лишено як є.',
    '1\u00a0234 значения оставлено как есть.',
  ],
  [
    'Changes of these fields are counted, not kept one by one ("journal.skipFields"); they are not taken back.',
    'Зміни цих полів лише рахуються, окремо їх не збережено ("journal.skipFields"); їх не повернуто.',
    'Изменения этих полей только считаются, по отдельности они не сохранены ("journal.skipFields"); они не возвращены.',
  ],
  [
    'Кв. 5, "Соборна" (id 12 in the billing), ул. Соборная: 5 (id 44 in UserSide)',
    'Кв. 5, "Соборна" (id 12 у білінгу), ул. Соборная: 5 (id 44 в UserSide)',
    'Кв. 5, "Соборна" (id 12 в биллинге), ул. Соборная: 5 (id 44 в UserSide)',
  ],
]

test.each(SENTENCES)('%s', async (english, ukrainian, russian) => {
  expect((await speakerOf('uk')).retell(english)).toBe(ukrainian)
  expect((await speakerOf('ru')).retell(english)).toBe(russian)
  expect((await speakerOf('en')).retell(english)).toBe(english)
})
