/**
 * The journal's tables, by version. A version that was released is never edited: the next one is added below it, and
 * a journal of any age is brought up to date when it is opened.
 */

/**
 * - `lots`: changes that were journalled together and share one fate; `settlement` is null until it is known.
 *   The changes of a lot are numbered without a gap, `first_change` to `last_change`.
 * - `shapes`: the lists of field names that occur, so that each change holds only values. With its index a change is
 *   found by what it touched: the last writes of a rare field are not searched among thousands of balances.
 * - `remembered`: what light runs know of a subscriber (see below); `notes`: single values, by name.
 */
const FIRST = `
  CREATE TABLE runs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    command TEXT NOT NULL,
    started_at TEXT NOT NULL,
    finished_at TEXT,
    exit_code INTEGER,
    outcome TEXT,
    summary TEXT
  );
  CREATE TABLE lots (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    run INTEGER NOT NULL,
    settlement TEXT,
    first_change INTEGER NOT NULL,
    last_change INTEGER NOT NULL
  );
  CREATE INDEX lots_by_run ON lots (run);
  CREATE TABLE shapes (
    id INTEGER PRIMARY KEY,
    fields TEXT NOT NULL UNIQUE
  );
  CREATE TABLE changes (
    id INTEGER PRIMARY KEY,
    lot INTEGER NOT NULL,
    entity TEXT NOT NULL,
    ref TEXT NOT NULL,
    erp_id TEXT NOT NULL,
    action TEXT NOT NULL,
    shape INTEGER NOT NULL,
    fields TEXT NOT NULL
  );
  CREATE INDEX changes_by_record ON changes (ref, entity, shape);
  CREATE TABLE remembered (
    id TEXT PRIMARY KEY,
    erp_id TEXT NOT NULL,
    hash TEXT NOT NULL,
    hot TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE notes (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) WITHOUT ROWID;
`

/** What `remembered` has held since version 2, whatever became of its key; not to be edited either. */
const BESIDE_THE_KEY = `
    erp_id TEXT NOT NULL,
    is_in_billing INTEGER NOT NULL,
    is_former INTEGER NOT NULL,
    agreed INTEGER NOT NULL,
    crc TEXT NOT NULL,
    record TEXT NOT NULL,
    digest INTEGER NOT NULL,
    written TEXT NOT NULL`

/**
 * `remembered` by its key in UserSide's list, and the record whole: what light runs need. No program had written to
 * the table before.
 */
const WHOLE_RECORDS = `
  DROP TABLE remembered;
  DELETE FROM notes WHERE name IN ('fullRunAt', 'hashVersion');
  CREATE TABLE remembered (
    key TEXT PRIMARY KEY,
    ${BESIDE_THE_KEY}
  ) WITHOUT ROWID;
`

/** What texts of the billing were read as. Without an index on the hash: all are read at once, and dropped by number. */
const TEXTS = `
  CREATE TABLE texts (
    id INTEGER PRIMARY KEY,
    hash TEXT NOT NULL,
    facts TEXT NOT NULL
  );
`

/**
 * `remembered` in the order in which its rows came. By key each of the wide rows found its place on a page of its own:
 * where keys come in no order, as logins do, that took six times as long.
 */
const ROWS_AS_THEY_COME = `
  ALTER TABLE remembered RENAME TO remembered_by_key;
  CREATE TABLE remembered (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    ${BESIDE_THE_KEY}
  );
  INSERT INTO remembered SELECT NULL, * FROM remembered_by_key;
  DROP TABLE remembered_by_key;
`

/**
 * - `proof`: digest of a row's values, by which damage that SQLite does not see is told; null in rows of older programs.
 * - `lots.unkept`: how many changes of fields that are not kept went with a lot, as JSON by field; `lots.bytes`: about
 *   as much room its changes take, and for older ones a guess.
 * - `sent`: digests of the hot values of a field that were sent by the last run that sent any, once and twice.
 */
const PROOFS = `
  ALTER TABLE lots ADD COLUMN unkept TEXT;
  ALTER TABLE lots ADD COLUMN bytes INTEGER NOT NULL DEFAULT 0;
  UPDATE lots SET bytes = 200 * (last_change - first_change + 1);
  ALTER TABLE changes ADD COLUMN proof INTEGER;
  ALTER TABLE runs ADD COLUMN proof INTEGER;
  ALTER TABLE notes ADD COLUMN proof INTEGER;
  ALTER TABLE texts ADD COLUMN proof INTEGER;
  ALTER TABLE remembered ADD COLUMN proof INTEGER;
  ALTER TABLE remembered ADD COLUMN text_proof INTEGER;
  CREATE TABLE sent (
    field TEXT PRIMARY KEY,
    once BLOB NOT NULL,
    twice BLOB NOT NULL,
    proof INTEGER NOT NULL
  );
`

/**
 * What UserSide was asked to create, which subscribers its list showed last, and what groups, tags and services they
 * were given. Those that light runs remember were shown; what earlier programs created or gave is not known any more.
 */
const LEDGER = `
  CREATE TABLE ledger (
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    erp_id TEXT NOT NULL,
    creates INTEGER NOT NULL,
    sent_at TEXT NOT NULL,
    fate TEXT NOT NULL,
    is_there INTEGER NOT NULL,
    is_active INTEGER NOT NULL,
    was_known INTEGER NOT NULL,
    PRIMARY KEY (kind, key)
  ) WITHOUT ROWID;
  INSERT INTO ledger SELECT 'subscriber', key, '', erp_id, 0, '', 'done', 1, is_in_billing, 1 FROM remembered;
  CREATE TABLE given (
    subscriber TEXT PRIMARY KEY,
    ids TEXT NOT NULL
  ) WITHOUT ROWID;
`

/** What UserSide refused, in bundles of records with its words. */
const REFUSALS = `
  CREATE TABLE refusals (
    id INTEGER PRIMARY KEY,
    run INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    refused TEXT NOT NULL,
    proof INTEGER
  );
  CREATE INDEX refusals_by_run ON refusals (run);
`

/** The step at position n brings version n to version n + 1. */
export const MIGRATIONS: readonly string[] = [
  FIRST,
  WHOLE_RECORDS,
  TEXTS,
  ROWS_AS_THEY_COME,
  PROOFS,
  LEDGER,
  REFUSALS,
]

export const SCHEMA_VERSION = MIGRATIONS.length
