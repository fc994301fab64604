/**
 * NetUP UTM5, on MySQL, MariaDB or PostgreSQL (docs/billings/utm5.md). Nothing is deleted in it: every table, and every
 * table between two others, has a mark for that. An address is a text in the list of houses.
 */
import type { BuiltInBilling } from './billing.ts'

/**
 * Who is read, page by page, with the account of each: of several that live the basic one counts. They are found for a
 * page at once: where no index tells whose an account is, all of them would be looked through for each subscriber.
 */
const USERS = `
  SELECT p.id AS id, COALESCE(MAX(CASE WHEN a.id = p.basic_account THEN a.id END), MIN(a.id)) AS account_id
  FROM (SELECT id, basic_account FROM users WHERE is_deleted = 0 AND {page:id}) p
  LEFT JOIN users_accounts ua ON ua.uid = p.id AND ua.is_deleted = 0
  LEFT JOIN accounts a ON a.id = ua.account_id AND a.is_deleted = 0
  GROUP BY p.id`

/** Who goes over to another tariff, by the account. */
const ORDERS = `
  SELECT account_id AS account_id, MIN(id) AS id
  FROM account_tariff_link
  WHERE is_deleted = 0 AND next_tariff_id <> 0 AND next_tariff_id <> tariff_id
  GROUP BY account_id`

const subscribers = (state: string, joins: string): string => `
SELECT u.id AS id, u.login AS login, u.full_name AS name, u.basic_account AS account,
  u.basic_account AS agreement, a.balance AS balance, a.credit AS credit,
  u.is_juridical AS corporate, u.connect_date AS connected,
  u.mobile_telephone AS phone, u.home_telephone AS phone2, u.email AS email,
  ${state} AS state,
  CASE WHEN l.id IS NULL THEN '' ELSE CONCAT('', l.next_tariff_id) END AS next_tariff,
  d.end_date AS next_tariff_from,
  u.house_id AS house, u.flat_number AS apartment, u.floor AS floor, u.entrance AS entrance,
  u.comments AS comment, u.password AS password
FROM (${USERS}
) live
JOIN users u ON u.id = live.id
LEFT JOIN accounts a ON a.id = live.account_id
LEFT JOIN (${ORDERS}
) ordered ON ordered.account_id = live.account_id
LEFT JOIN account_tariff_link l ON l.id = ordered.id
LEFT JOIN discount_periods d ON d.id = l.discount_period_id${joins}`

/** Release 5.3: a block has a row of its own, and an end or none. */
const BLOCKS = `
LEFT JOIN blocks_info b ON b.id = a.block_id AND b.account_id = a.id AND b.is_deleted = 0
  AND b.start_date <= {parameter:now}
  AND (b.expire_date IS NULL OR b.expire_date = 0 OR b.expire_date > {parameter:now})`
const STATE_BY_BLOCK = `CASE WHEN a.id IS NULL THEN NULL WHEN b.id IS NULL THEN 'work'
    WHEN b.block_type = 2 THEN 'disable' WHEN b.block_type = 3 THEN 'pause' ELSE 'nomoney' END`

/** Release 5.2: bits say who has blocked. */
const STATE_BY_BITS = `CASE WHEN a.id IS NULL THEN NULL WHEN a.is_blocked = 0 THEN 'work'
    WHEN (a.is_blocked & 1792) <> 0 THEN 'disable' WHEN (a.is_blocked & 16) <> 0 THEN 'pause'
    ELSE 'nomoney' END`

const tariffs = (services: string): string => `
SELECT t.id AS id, t.name AS name, SUM(COALESCE(p.cost, 0)) AS fee, 30 AS days
FROM tariffs t
${services}
LEFT JOIN periodic_services_data p ON p.id = s.id AND p.is_deleted = 0
WHERE t.is_deleted = 0
GROUP BY t.id, t.name`

export const utm5: BuiltInBilling = {
  probed: ['accounts', 'tariffs_services_link', 'ip_groups'],
  parameters: {},
  queries: {
    subscribers: subscribers(STATE_BY_BLOCK, BLOCKS),
    phones: `
SELECT u.id AS subscriber, u.work_telephone AS number
FROM users u
WHERE u.is_deleted = 0 AND u.work_telephone <> '' AND {page:u.id}`,
    ips: `
SELECT u.id AS subscriber, g.ip AS ip, g.mac AS mac
FROM (SELECT id FROM users WHERE is_deleted = 0 AND {page:id}) u
JOIN service_links s ON s.user_id = u.id AND s.is_deleted = 0
JOIN iptraffic_service_links i ON i.id = s.id AND i.is_deleted = 0
JOIN ip_groups g ON g.ip_group_id = i.ip_group_id AND g.is_deleted = 0`,
    subscriber_tariffs: `
SELECT live.id AS subscriber, l.tariff_id AS tariff
FROM (${USERS}
) live
JOIN account_tariff_link l ON l.account_id = live.account_id AND l.is_deleted = 0`,
    subscriber_groups: `
SELECT l.user_id AS subscriber, l.group_id AS "group"
FROM users_groups_link l`,
    additional_values: `
SELECT v.userid AS subscriber, v.paramid AS field, v.value AS value
FROM user_additional_params v`,
    tariffs: tariffs(`LEFT JOIN tariffs_services_link l ON l.tariff_id = t.id AND l.is_deleted = 0
LEFT JOIN services_data s ON s.id = l.service_id AND s.is_deleted = 0`),
    groups: `
SELECT id AS id, group_name AS name FROM \`groups\``,
    additional_fields: `
SELECT paramid AS id, name AS name FROM uaddparams_desc`,
    // Every house has a city and a street of its own here: those of one name are one in UserSide.
    cities: `
SELECT id AS id, city AS name FROM houses WHERE city <> ''`,
    streets: `
SELECT id AS id, street AS name, id AS city FROM houses`,
    houses: `
SELECT id AS id, id AS street, number AS number, building AS block, post_code AS postcode FROM houses`,
  },
  variants: [
    {
      title: 'PostgreSQL',
      isMet: ({ server }) => server === 'postgres',
      queries: {
        groups: `
SELECT id AS id, group_name AS name FROM groups`,
      },
    },
    {
      title: 'release 5.2, where bits of an account say who has blocked it',
      isMet: ({ has }) => !has('accounts.block_id'),
      queries: { subscribers: subscribers(STATE_BY_BITS, '') },
    },
    {
      title: 'databases where a service belongs to one tariff',
      isMet: ({ has }) => !has('tariffs_services_link'),
      queries: {
        tariffs: tariffs('LEFT JOIN services_data s ON s.tariff_id = t.id AND s.is_deleted = 0'),
      },
    },
  ],
}
