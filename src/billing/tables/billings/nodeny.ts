/**
 * NoDeny+ (docs/billings/nodeny.md). Addresses and phones are columns an operator has made himself (`data0`,
 * `datasetup`): a query of his own lies over this one.
 */
import type { BuiltInBilling } from './billing.ts'

/** A service that is running now. */
const RUNNING = `s.tm_start <= {parameter:now} AND (s.tm_end = 0 OR s.tm_end > {parameter:now})`

export const nodeny: BuiltInBilling = {
  probed: [],
  parameters: {},
  queries: {
    subscribers: `
SELECT u.id AS id, u.name AS login, u.fio AS name, u.contract AS agreement, u.contract_date AS agreement_date,
  CAST(u.balance AS DECIMAL(20, 2)) AS balance, u.discount AS discount,
  CASE WHEN u.state = 'on' THEN 'work' ELSE 'disable' END AS state,
  COALESCE(n.next_service_id, '') AS next_tariff, n.tm_end AS next_tariff_from,
  t.out1 AS traffic_up, t.in1 AS traffic_down,
  CASE WHEN u.grp = 0 THEN '' ELSE u.grp END AS \`group\`,
  u.comment AS comment, u.passwd AS password
FROM (SELECT * FROM users WHERE {page:id}) u
LEFT JOIN users_trf t ON t.uid = u.id
LEFT JOIN users_services n ON n.id = (
  SELECT MIN(s.id) FROM users_services s
  WHERE s.uid = u.id AND s.next_service_id <> 0 AND s.next_service_id <> s.service_id AND ${RUNNING}
)`,
    ips: `
SELECT u.id AS subscriber, p.ip AS ip, m.mac AS mac
FROM (SELECT id FROM users WHERE {page:id}) u
JOIN ip_pool p ON p.uid = u.id
LEFT JOIN ip_mac m ON m.ip = p.ip`,
    subscriber_tariffs: `
SELECT u.id AS subscriber, s.service_id AS tariff
FROM (SELECT id FROM users WHERE {page:id}) u
JOIN users_services s ON s.uid = u.id AND ${RUNNING}
JOIN services v ON v.service_id = s.service_id AND v.module = 'inet'`,
    tariffs: `
SELECT service_id AS id, title AS name, CAST(price AS DECIMAL(20, 2)) AS fee, 30 AS days
FROM services WHERE module = 'inet'`,
    groups: `
SELECT grp_id AS id, grp_name AS name FROM user_grp`,
  },
  variants: [],
}
