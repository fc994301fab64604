/** Whole screens of 80 columns in Ukrainian and Russian: plan, verify, history. */
import { expect, test } from 'bun:test'
import { createConsole } from '../../src/report/console.ts'
import { runHeadline, runTable } from '../../src/report/history-text.ts'
import { heldBackLines, PlanText } from '../../src/report/plan-text.ts'
import { verifyText } from '../../src/report/verify-text.ts'
import type { PlannedChange } from '../../src/sync/decide/planned-changes.ts'
import { similarHouseText } from '../../src/sync/decide/similar-houses.ts'
import type { Verification } from '../../src/sync/verify/verify.ts'
import { speakerOf } from '../../src/text/speaker.ts'
import { anySummary } from './any-summary.ts'
import { fakeOutput } from './fake-output.ts'

type Told = 'uk' | 'ru'

/** What stands on a terminal of 80 columns. */
async function screen(
  language: Told,
  print: (console: ReturnType<typeof createConsole>) => void,
): Promise<string> {
  const stdout = fakeOutput({ isTerminal: true })
  const env = { NO_COLOR: '1' }
  const speaker = await speakerOf(language)
  print(createConsole({ stdout, stderr: stdout, redact: (text) => text, env, speaker }))
  const { text } = stdout
  for (const line of text.split('\n')) expect(Bun.stringWidth(line)).toBeLessThanOrEqual(80)
  return `\n${text.replaceAll('\u00a0', ' ')}`
}

const change = (id: string, over: Partial<PlannedChange> = {}): PlannedChange => ({
  ...{ kind: 'change', isMark: false, entity: 'subscriber', id, field: 'balance', before: 1250, after: -300 },
  ...{ from: '12.50', to: '-3.00' },
  ...over,
})
const mark = (id: string, kind: 'create' | 'gone' | 'return', over: Partial<PlannedChange> = {}) =>
  change(id, { kind, isMark: true, field: 'inBilling', from: '1', to: '0', ...over })

const NAMES: Readonly<Record<string, string>> = { petrenko: 'Петренко Олена', lys: 'Лисенко О.' }

/** Everything a plan can say at once. */
const plan = (language: Told) =>
  screen(language, (console) => {
    const { speaker } = console
    const nameOf = (id: string): string => NAMES[id] ?? ''
    const text = new PlanText({ isWhole: false, nameOf, speaker })
    for (const one of [
      mark('12', 'create', { entity: 'tariff', to: 'Турбо 100' }),
      change('12', { kind: 'create', entity: 'tariff', field: 'cost', from: '', to: '250.00' }),
      ...['41', '42'].map((id) => mark(id, 'create', { entity: 'house', to: `Київ, Соборна, ${id}` })),
      change('petrenko'),
      change('petrenko', { field: 'name', from: 'Петренко', to: 'Петренко Олена' }),
      ...Array.from({ length: 1220 }, (_, index) => change(`s${index}`, { field: 'traffic' })),
      mark('lys', 'gone'),
      mark('petro', 'return'),
      change('petro', { kind: 'return', field: 'state', from: 'stopped', to: 'working' }),
    ])
      text.add(one)
    const similar = { id: '1', text: 'Lenina, 5', erpId: '7', erpText: 'ул. Ленина, 5' }
    console.printLines(
      text.lines({
        brakes: ['The numbers marked ≠ differ, and no run changes that.'],
        similarHouses: [similarHouseText(similar)],
      }),
    )
    const gone = Array.from({ length: 12 }, (_, index) => `g${index}`)
    console.printLines(
      heldBackLines('not marked as "not in billing"', gone, { isWhole: false, nameOf, speaker }),
    )
    console.printLines(heldBackLines('not created', ['petrenko'], { isWhole: false, nameOf, speaker }))
    console.printLines(new PlanText({ isWhole: false, speaker }).lines())
    console.printLines(new PlanText({ isWhole: false, isPart: true, speaker }).lines())
  })

const VERIFICATION: Verification = {
  totals: [
    { kind: 'subscribers', name: '', billing: 9200, userside: 9198 },
    { kind: 'state', name: 'working', billing: 8000, userside: 8000 },
    { kind: 'state', name: 'not listed by the billing', billing: undefined, userside: 3 },
    { kind: 'tariff', name: 'Турбо 100', billing: 1200, userside: 1201 },
    { kind: 'balance', name: '', billing: -123_456, userside: 0 },
    { kind: 'credit', name: '', billing: 0, userside: 0 },
    { kind: 'houses', name: 'lived in', billing: 640, userside: 640 },
    { kind: 'houses', name: 'listed by the billing', billing: 700, userside: 640 },
  ],
  completeness: [{ field: 'phones', billing: 0.913, userside: 0.9999 }],
  differing: 3,
  mismatches: [{ field: 'balance', count: 3, sample: [{ id: 'petrenko', from: '12.50', to: '-3.00' }] }],
  missing: { count: 2, sample: ['ivanenko', 'їжак'] },
  absent: { count: 5, sample: ['10442'] },
  duplicates: [{ field: 'agreementNumber', value: 'Д-77/1', ids: ['10', '11'], leads: ['12'] }],
  licence: { limit: 9000, active: 9200, over: 200 },
  unmanaged: 1200,
  left: [
    { field: 'balance', why: 'ignored', count: 21, sample: ['a', 'b'] },
    { field: 'house', why: 'filled', count: 1, sample: ['a'] },
    { field: 'tariffs', why: 'updated', count: 5, sample: ['a'] },
    { field: 'state', why: 'kept', count: 2, sample: ['a', 'b'] },
  ],
  isToDo: true,
  isEqual: false,
}

const verify = (language: Told) =>
  screen(language, (console) => {
    console.print(verifyText(VERIFICATION, console.width, console.speaker))
    const ends = [
      { isToDo: false, isEqual: false },
      { isToDo: false, isEqual: true },
      { isToDo: false, isEqual: true, left: [] },
    ]
    const nothing = { totals: [], completeness: [], differing: 0, duplicates: [], unmanaged: 0 }
    const nobody = { missing: { count: 0, sample: [] }, absent: { count: 0, sample: [] } }
    const quiet = { ...VERIFICATION, ...nothing, ...nobody, licence: { limit: 0, active: 0, over: 0 } }
    for (const end of ends) {
      const [, last = ''] = /([^\n]*)$/.exec(verifyText({ ...quiet, ...end }, 80, console.speaker)) ?? []
      console.print(last)
    }
  })

const history = (language: Told) =>
  screen(language, (console) => {
    const outcomes = ['ok', 'partial', 'guard', undefined] as const
    const runs = outcomes.map((outcome, index) => {
      const startedAt = new Date(2026, 10, 22, 17, index * 10).toISOString()
      const summary = outcome && anySummary({ outcome, durationMs: 65_000 * (index + 1) })
      return { id: index + 1, command: 'sync', startedAt, finishedAt: startedAt, outcome, summary }
    })
    console.print(runTable(runs.slice(0, 1), console.width, console.speaker))
    for (const run of runs) console.print(runHeadline(run, console.speaker))
  })

test('a plan in Ukrainian', async () => {
  expect(await plan('uk')).toBe(`
Запуск зробив би:
  створення     1 тариф, 2 будинки
  зміна         1 221 абонент
  зникнення     1 абонент
  повернення    1 абонент
  поля          traffic 1 220, balance 1, name 1, state 1
Зупинив запобіжник: Числа зі знаком ≠ різняться, і жоден запуск цього не
  змінить.

Ці будинки білінгу читаються так само, як наявні в UserSide; їх не створено,
  нікого не переселено:
  Lenina, 5 (id 1 у білінгу), ул. Ленина, 5 (id 7 в UserSide)

Позначено «немає в білінгу»: 1
  абонент lys · Лисенко О.

Повернулися в білінг: 1
  абонент petro
    state  stopped → working

Нові: 3
  тариф 12 · Турбо 100
    cost  250.00
  будинок 41 · Київ, Соборна, 41
  будинок 42 · Київ, Соборна, 42

Змінено: 1 221
  абонент petrenko · Петренко Олена
    balance  12.50 → −3.00
    name     Петренко → Петренко Олена
  абонент s0
    traffic  12.50 → −3.00
  абонент s1
    traffic  12.50 → −3.00
  абонент s2
    traffic  12.50 → −3.00
  абонент s3
    traffic  12.50 → −3.00
  абонент s4
    traffic  12.50 → −3.00
  абонент s5
    traffic  12.50 → −3.00
  абонент s6
    traffic  12.50 → −3.00
  абонент s7
    traffic  12.50 → −3.00
  абонент s8
    traffic  12.50 → −3.00
  абонент s9
    traffic  12.50 → −3.00
… і ще 1 210 (--all покаже всіх)

Затримав запобіжник, не позначено «немає в білінгу»: 12
  g0
  g1
  g2
  g3
  g4
  g5
  g6
  g7
  g8
  g9
… і ще 2 (--all покаже всіх)

Затримав запобіжник, не створено: 1
  petrenko · Петренко Олена
Нічого не змінилося б.
З того, про що запитано, нічого не змінилося б.
`)
})

test('a plan in Russian', async () => {
  expect(await plan('ru')).toBe(`
Запуск сделал бы:
  создание      1 тариф, 2 дома
  изменение     1 221 абонент
  исчезновение  1 абонент
  возвращение   1 абонент
  поля          traffic 1 220, balance 1, name 1, state 1
Остановил предохранитель: Числа со знаком ≠ различаются, и ни один запуск этого
  не изменит.

Эти дома биллинга читаются так же, как имеющиеся в UserSide; они не созданы,
  никто не переселён:
  Lenina, 5 (id 1 в биллинге), ул. Ленина, 5 (id 7 в UserSide)

Отмечено «нет в биллинге»: 1
  абонент lys · Лисенко О.

Вернулись в биллинг: 1
  абонент petro
    state  stopped → working

Новые: 3
  тариф 12 · Турбо 100
    cost  250.00
  дом 41 · Київ, Соборна, 41
  дом 42 · Київ, Соборна, 42

Изменено: 1 221
  абонент petrenko · Петренко Олена
    balance  12.50 → −3.00
    name     Петренко → Петренко Олена
  абонент s0
    traffic  12.50 → −3.00
  абонент s1
    traffic  12.50 → −3.00
  абонент s2
    traffic  12.50 → −3.00
  абонент s3
    traffic  12.50 → −3.00
  абонент s4
    traffic  12.50 → −3.00
  абонент s5
    traffic  12.50 → −3.00
  абонент s6
    traffic  12.50 → −3.00
  абонент s7
    traffic  12.50 → −3.00
  абонент s8
    traffic  12.50 → −3.00
  абонент s9
    traffic  12.50 → −3.00
… и ещё 1 210 (--all покажет всех)

Задержал предохранитель, не отмечено «нет в биллинге»: 12
  g0
  g1
  g2
  g3
  g4
  g5
  g6
  g7
  g8
  g9
… и ещё 2 (--all покажет всех)

Задержал предохранитель, не создано: 1
  petrenko · Петренко Олена
Ничего не изменилось бы.
Из того, о чём спросили, ничего не изменилось бы.
`)
})

test('a verification in Ukrainian', async () => {
  expect(await verify('uk')).toBe(`
                                   білінг  UserSide
─────────────────────────────  ──────────  ────────  ─
Абоненти                            9 200     9 198  ≠
  стан working                      8 000     8 000
  стан немає у списку білінгу  не сказано         3
  тариф Турбо 100                   1 200     1 201  ≠
Сума балансів                    −1234.56      0.00  ≠
Сума кредитів                        0.00      0.00
Будинки заселені                      640       640
Будинки зі списку білінгу             700       640  ≠

Заповнено  білінг  UserSide
─────────  ──────  ────────
phones      91,3%   > 99,9%

3 абоненти різняться:
  balance 3 (petrenko: 12.50 → −3.00; …)
2 абоненти є в білінгу, але не в UserSide: ivanenko, їжак
5 абонентів за даними UserSide є в білінгу, але там їх немає: 10442, …
Двічі в UserSide: agreementNumber Д-77/1, під 10, 11, потенційний абонент 12
Понад ліцензію на 9000: 200 (активних 9 200)
Не враховано (filter, нечитане, дублікати): 1 200

Лишено як є: balance різниться, 21 абонент (a, b, …): у конфігурації "fields"
  каже "ignore".
Лишено як є: house різниться, 1 абонент (a): у конфігурації "fields" каже
  "fill": що вже задано, лишається.
Лишено як є: tariffs різниться, 5 абонентів (a, …): у конфігурації "fields" каже
  "update": порожнє ніколи не замінює заповненого.
Лишено як є: state різниться, 2 абоненти (a, b): задано вручну, тримає
  запобіжник, невідомо одній зі сторін або UserSide не приймає: дивіться
  попередження.

Є розбіжності. Кожну покаже "usm-billing plan"; що можна, запуск усуне.
Числа зі знаком ≠ різняться, і жоден запуск цього не змінить.
Обидві сторони збігаються в усьому, що переноситься.
Обидві сторони збігаються.
`)
})

test('a verification in Russian', async () => {
  expect(await verify('ru')).toBe(`
                                      биллинг  UserSide
─────────────────────────────────  ──────────  ────────  ─
Абоненты                                9 200     9 198  ≠
  состояние working                     8 000     8 000
  состояние нет в списке биллинга  не сказано         3
  тариф Турбо 100                       1 200     1 201  ≠
Сумма балансов                       −1234.56      0.00  ≠
Сумма кредитов                           0.00      0.00
Дома заселённые                           640       640
Дома из списка биллинга                   700       640  ≠

Заполнено  биллинг  UserSide
─────────  ───────  ────────
phones      91,3 %  > 99,9 %

3 абонента различаются:
  balance 3 (petrenko: 12.50 → −3.00; …)
2 абонента есть в биллинге, но не в UserSide: ivanenko, їжак
5 абонентов по данным UserSide есть в биллинге, но там их нет: 10442, …
Дважды в UserSide: agreementNumber Д-77/1, под 10, 11, потенциальный абонент 12
Сверх лицензии на 9000: 200 (активных 9 200)
Не учтено (filter, нечитаемое, дубликаты): 1 200

Оставлено как есть: balance различается, 21 абонент (a, b, …): в конфигурации
  "fields" говорит "ignore".
Оставлено как есть: house различается, 1 абонент (a): в конфигурации "fields"
  говорит "fill": что уже задано, остаётся.
Оставлено как есть: tariffs различается, 5 абонентов (a, …): в конфигурации
  "fields" говорит "update": пустое никогда не заменяет заполненного.
Оставлено как есть: state различается, 2 абонента (a, b): задано вручную, держит
  предохранитель, неизвестно одной из сторон или UserSide не принимает: смотрите
  предупреждения.

Есть расхождения. Каждое покажет "usm-billing plan"; что можно, запуск устранит.
Числа со знаком ≠ различаются, и ни один запуск этого не изменит.
Обе стороны совпадают во всём, что переносится.
Обе стороны совпадают.
`)
})

test('past runs in Ukrainian', async () => {
  expect(await history('uk')).toBe(`
запуск: 1
почато: 22.11.2026 17:00:00
команда: sync
чим скінчився: готово
тривав: 1 хв 05 с
створено: 0
змінено: 0
зникло: 0
не перенесено: 0
Запуск 1, sync, 22.11.2026 17:00:00: готово
Запуск 2, sync, 22.11.2026 17:10:00: не все зроблено
Запуск 3, sync, 22.11.2026 17:20:00: зупинив запобіжник
Запуск 4, sync, 22.11.2026 17:30:00: не завершився
`)
})

test('past runs in Russian', async () => {
  expect(await history('ru')).toBe(`
запуск: 1
начат: 22.11.2026 17:00:00
команда: sync
чем закончился: готово
длился: 1 мин 05 с
создано: 0
изменено: 0
исчезло: 0
не перенесено: 0
Запуск 1, sync, 22.11.2026 17:00:00: готово
Запуск 2, sync, 22.11.2026 17:10:00: не всё сделано
Запуск 3, sync, 22.11.2026 17:20:00: остановил предохранитель
Запуск 4, sync, 22.11.2026 17:30:00: не завершился
`)
})
