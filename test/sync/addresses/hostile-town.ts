/** Names of cities, streets and houses that break what is put together without care. */
import type { Answers } from '../plain-billing.ts'

const NAMES = [
  "Слов'янськ",
  'Кам`янець-Подільський',
  'П’ятничанська / нова',
  'Героїв "Крут" + 2',
  'А &amp; Б',
  'C:\\\\вулиця',
  '  Подвійна   біла ',
  'ß-Straße',
]

const NUMBERS = [
  { number: '12', block: 'А' },
  { number: '12', block: '3' },
  { number: '0', block: "б'" },
  { number: '', block: 'корп/1' },
  { number: 'к.101' },
]

const streets = NAMES.map((name, index) => ({ id: index + 1, city_id: index + 1, name }))

/** Every name as a city and as a street in it, with every number. */
export const HOSTILE_TOWN: Answers = {
  get_city_list: Object.fromEntries(NAMES.map((name, index) => [index + 1, { id: index + 1, name }])),
  get_street_list: Object.fromEntries(streets.map((street) => [street.id, street])),
  get_house_list: Object.fromEntries(
    streets.flatMap((street, row) =>
      NUMBERS.map((number, column) => {
        const id = row * NUMBERS.length + column + 1
        return [id, { id, street_id: street.id, ...number }]
      }),
    ),
  ),
}
