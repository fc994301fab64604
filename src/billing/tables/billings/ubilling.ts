/**
 * uBilling with Stargazer (docs/billings/ubilling.md). Its values are those of its API, so that an operator can change
 * from one to the other without a write. All tables are MyISAM; some have no index on what they are joined by, so
 * those are lists of their own.
 */
import type { BuiltInBilling } from './billing.ts'

/** Texts are compared by their bytes in the API, whatever the tables think of letter case. */
const isSame = (one: string, other: string): string => `${one} = ${other} AND HEX(${one}) = HEX(${other})`
const sameLogin = (one: string, other: string): string => isSame(`${one}.login`, `${other}.login`)
const sameContract = (one: string, other: string): string => isSame(`${one}.contract`, `${other}.contract`)

/** Tables that have a row for a subscriber, by the name each has in the query. */
const ROWS_OF_LOGIN = {
  r: 'realname',
  g: 'userreg',
  p: 'phones',
  e: 'emails',
  n: 'notes',
  a: 'address',
} as const
const ALIASES = Object.keys(ROWS_OF_LOGIN) as (keyof typeof ROWS_OF_LOGIN)[]

/** Of several rows of a subscriber the last one counts: the one behind which there is no other. */
const rowOf = (alias: keyof typeof ROWS_OF_LOGIN): string => `
LEFT JOIN ${ROWS_OF_LOGIN[alias]} ${alias} ON ${sameLogin(alias, 'u')}
LEFT JOIN ${ROWS_OF_LOGIN[alias]} ${alias}_later ON ${sameLogin(`${alias}_later`, alias)} AND ${alias}_later.id > ${alias}.id`

const subscribers = (account: string): string => `
SELECT u.login AS id, u.login AS login, r.realname AS name,${account}
  u.Cash AS balance, u.Credit AS credit,
  CASE WHEN u.Tariff = '*_NO_TARIFF_*' THEN 4 WHEN u.Down = 1 THEN 3 WHEN u.Passive = 1 THEN 2
    WHEN u.Cash < -u.Credit THEN 1 ELSE 5 END AS state,
  u.Tariff AS tariff, u.TariffChange AS next_tariff,
  u.U0 AS traffic_up, u.D0 AS traffic_down, u.LastActivityTime AS active,
  g.date AS connected,
  p.mobile AS phone, p.phone AS phone2, e.email AS email,
  CASE WHEN u.IP = '*' THEN '' ELSE u.IP END AS ip, COALESCE(h.mac, '') AS mac,
  f.buildid AS house, f.apt AS apartment,
  CASE WHEN f.floor = '0' THEN '' ELSE f.floor END AS floor,
  CASE WHEN f.entrance = '0' THEN '' ELSE f.entrance END AS entrance,
  CASE WHEN n.note = '0' THEN '' ELSE n.note END AS comment,
  u.Password AS password
FROM (SELECT * FROM users WHERE {page:login}) u${ALIASES.map(rowOf).join('')}
LEFT JOIN apt f ON f.id = a.aptid
LEFT JOIN nethosts h ON h.ip = u.IP
LEFT JOIN nethosts h_later ON h_later.ip = h.ip AND h_later.id > h.id
WHERE ${[...ALIASES, 'h'].map((alias) => `${alias}_later.id IS NULL`).join(' AND ')}`

const ACCOUNT = `
  CRC32(u.login) AS account,`

export const ubilling: BuiltInBilling = {
  probed: ['buildpassport'],
  parameters: {},
  queries: {
    subscribers: subscribers(ACCOUNT),
    // A number belongs to whose row is its last one; of the numbers somebody has then, the last one counts. The date of
    // an agreement stands in a table without an index on its number.
    agreements: `
SELECT c.id AS id, c.login AS subscriber, c.contract AS number, d.date AS date
FROM (SELECT * FROM contracts WHERE {page:id}) c
LEFT JOIN contracts taken ON ${sameContract('taken', 'c')} AND taken.id > c.id
LEFT JOIN contracts later ON ${sameLogin('later', 'c')} AND later.id > c.id
LEFT JOIN contracts later_taken ON ${sameContract('later_taken', 'later')} AND later_taken.id > later.id
LEFT JOIN contractdates d ON ${sameContract('d', 'c')}
LEFT JOIN contractdates d_later ON ${sameContract('d_later', 'd')} AND d_later.id > d.id
WHERE taken.id IS NULL AND d_later.id IS NULL
GROUP BY c.id, c.login, c.contract, d.date
HAVING COUNT(later.id) = COUNT(later_taken.id)`,
    subscriber_groups: `
SELECT id AS id, login AS subscriber, tagid AS \`group\` FROM tags WHERE {page:id}`,
    subscriber_tags: `
SELECT id AS id, login AS subscriber, tagid AS tag FROM tags WHERE {page:id}`,
    subscriber_services: `
SELECT t.id AS id, t.login AS subscriber, v.id AS service, v.price AS cost
FROM (SELECT * FROM tags WHERE {page:id}) t
JOIN (SELECT tagid AS tagid, MAX(id) AS id FROM vservices GROUP BY tagid) s ON s.tagid = t.tagid
JOIN vservices v ON v.id = s.id`,
    // Of several the last one with a content counts.
    additional_values: `
SELECT c.id AS id, c.login AS subscriber, c.typeid AS field, c.content AS value
FROM (SELECT * FROM cfitems WHERE content <> '' AND content <> '0' AND {page:id}) c
LEFT JOIN cfitems later ON ${sameLogin('later', 'c')} AND later.typeid = c.typeid AND later.id > c.id
  AND later.content <> '' AND later.content <> '0'
WHERE later.id IS NULL`,
    tariffs: `
SELECT t.name AS id, t.name AS name, t.Fee AS fee,
  CASE WHEN t.period = 'month' THEN 30 ELSE 1 END AS days,
  COALESCE(s.speeddown, 0) AS speed_down, COALESCE(s.speedup, 0) AS speed_up,
  CASE WHEN t.Free = 0 THEN -1 ELSE t.Free END AS traffic
FROM tariffs t
LEFT JOIN speeds s ON s.id = (SELECT MAX(x.id) FROM speeds x WHERE ${isSame('x.tariff', 't.name')})`,
    groups: `
SELECT id AS id, tagname AS name FROM tagtypes`,
    tags: `
SELECT id AS id, tagname AS name FROM tagtypes`,
    additional_fields: `
SELECT id AS id, name AS name FROM cftypes`,
    services: `
SELECT v.id AS id, COALESCE(t.tagname, '') AS name, v.price AS cost
FROM vservices v
LEFT JOIN tagtypes t ON t.id = v.tagid`,
    states: `
SELECT 5 AS id, 'work' AS name, 'work' AS functional
UNION ALL SELECT 1, 'nomoney', 'nomoney'
UNION ALL SELECT 2, 'pause', 'pause'
UNION ALL SELECT 3, 'disable', 'disable'
UNION ALL SELECT 4, 'new', 'new'`,
    cities: `
SELECT id AS id, cityname AS name FROM city`,
    streets: `
SELECT id AS id, streetname AS name, cityid AS city FROM street`,
    // Without a column for the block the number is split as its API's dialect splits what was typed.
    houses: `
SELECT b.id AS id, b.streetid AS street, b.buildnum AS number, p.floors AS floor, p.entrances AS entrance
FROM build b
LEFT JOIN buildpassport p ON p.id = (SELECT MAX(x.id) FROM buildpassport x WHERE x.buildid = b.id)`,
    messages: `
SELECT id AS id, \`from\` AS subscriber, date AS date, CONCAT('Ticket ', date) AS subject, text AS text
FROM ticketing
WHERE \`from\` <> 'NULL' AND (replyid IS NULL OR replyid = 0)`,
  },
  variants: [
    {
      title: 'SQLite, which knows no CRC32',
      isMet: ({ server }) => server === 'sqlite',
      queries: { subscribers: subscribers('') },
    },
    {
      title: 'releases without passports of houses',
      isMet: ({ has }) => !has('buildpassport'),
      queries: {
        houses: `
SELECT id AS id, streetid AS street, buildnum AS number FROM build`,
      },
    },
  ],
}
