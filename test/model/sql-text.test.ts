/** The one-SELECT check: what is sent is a single SELECT, and marks are where the program can replace them. */
import { describe, expect, test } from 'bun:test'
import { parseSql, type SqlPart } from '../../src/model/sql-text.ts'

const marks = (
  sql: string,
  server: 'mysql' | 'postgres' | 'sqlite' = 'mysql',
): readonly SqlPart[] | string => {
  const parsed = parseSql(sql, server)
  return typeof parsed === 'string' ? parsed : parsed.parts.filter(({ kind }) => kind !== 'text')
}

describe('a query that is a single SELECT', () => {
  test.each([
    'SELECT 1',
    'select id AS id from a;',
    '  -- what it is for\nSELECT 1',
    '(SELECT 1) UNION ALL (SELECT 2)',
    'WITH a AS (SELECT 1 AS x) SELECT x FROM a',
    "SELECT 'it''s; DELETE FROM a'",
    "SELECT 'it\\'s; DELETE FROM a'",
    'SELECT "; DROP TABLE a"',
    'SELECT `update`, t.`delete`, t.into FROM `a;b` t',
    'SELECT REPLACE(a, 1, 2), INSERT(a, 1, 1, 2), TRUNCATE(1.5, 1) FROM b',
    'SELECT 1 # ; DELETE FROM a\n',
    'SELECT 1 /* ; DELETE FROM a */',
    'SELECT 1--1',
    'SELECT updated, deleted, locked, lock_time FROM a',
  ])('is taken: %s', (sql) => {
    expect(marks(sql)).toEqual([])
  })

  test.each([
    ['SELECT $$; DELETE FROM a$$', 'postgres'],
    ['SELECT $x$ $$ ; $x$', 'postgres'],
    ["SELECT E'it\\'s;'", 'postgres'],
    ["SELECT 'ends with a backslash\\'", 'postgres'],
    ['SELECT 1 /* a /* b */ ; c */', 'postgres'],
    ["SELECT 'ends with a backslash\\'", 'sqlite'],
  ] as const)('is taken in the words of its server: %s', (sql, server) => {
    expect(marks(sql, server)).toEqual([])
  })
})

describe('anything else', () => {
  test.each([
    ['', 'is empty'],
    ['-- nothing', 'is empty'],
    ['DELETE FROM a', 'begins with DELETE'],
    ['EXPLAIN SELECT 1', 'begins with EXPLAIN'],
    ['SET @a = 1', 'begins with SET'],
    ['CALL p()', 'begins with CALL'],
    ['SELECT 1; SELECT 2', 'is more than one statement'],
    ['SELECT 1;\n--\nDROP TABLE a', 'is more than one statement'],
    ['WITH a AS (DELETE FROM b RETURNING 1) SELECT 1', 'says DELETE'],
    ["SELECT 1 INTO OUTFILE '/tmp/x'", 'says INTO'],
    ['SELECT 1 FROM a FOR UPDATE', 'says UPDATE'],
    ['SELECT 1 FROM a FOR SHARE', 'says SHARE'],
    ['SELECT 1 FROM a LOCK IN SHARE MODE', 'says LOCK'],
    ['SELECT 1 /*! INTO OUTFILE "x" */', 'has a comment that MySQL would carry out'],
    ['SELECT 1 /*M!100100 FOR UPDATE */', 'has a comment that MySQL would carry out'],
    ["SELECT 'open", 'has a quote that is not closed'],
    ['SELECT 1 /* open', 'has a comment that is not closed'],
    ['SELECT (1', 'has a bracket that is not closed'],
    ['SELECT 1)', 'has a bracket that closes nothing'],
  ])('is refused: %s', (sql, flaw) => {
    expect(marks(sql)).toStartWith(flaw)
  })
})

test('a mark stands beside anything where rows are read by a cursor', () => {
  for (const server of ['postgres', 'sqlite'] as const)
    for (const where of ['b = 1 OR {page:id}', '{page:id} AND b = 1'])
      expect(marks(`SELECT 1 FROM a WHERE ${where}`, server)).toEqual([{ kind: 'page', column: 'id' }])
})

describe('marks', () => {
  test.each([
    ['SELECT 1 FROM a WHERE {page:id}', [{ kind: 'page', column: 'id' }]],
    ['SELECT 1 FROM a u WHERE {page:u.id}', [{ kind: 'page', column: 'u.id' }]],
    ['SELECT 1 FROM a WHERE {page:`some id`}', [{ kind: 'page', column: '`some id`' }]],
    ['SELECT 1 FROM a WHERE (b = 1 OR c = 2) AND {page:id}', [{ kind: 'page', column: 'id' }]],
    ['SELECT b OR c, 1 FROM a JOIN d ON x OR y WHERE {page:id}', [{ kind: 'page', column: 'id' }]],
    ['SELECT 1 FROM a WHERE CASE WHEN b OR c THEN 1 END AND {page:id}', [{ kind: 'page', column: 'id' }]],
    ['SELECT 1 FROM (SELECT 2 UNION SELECT 3) a WHERE {page:id}', [{ kind: 'page', column: 'id' }]],
    ['SELECT 1 FROM (SELECT 2 FROM a WHERE {page:id}) b WHERE c OR d', [{ kind: 'page', column: 'id' }]],
    [
      'WITH a AS (SELECT 1 FROM b WHERE {page:id}) SELECT 2 FROM a UNION SELECT 3 FROM a',
      [{ kind: 'page', column: 'id' }],
    ],
    ['SELECT 1 FROM a JOIN b ON a.c = b.c && {page:id}', [{ kind: 'page', column: 'id' }]],
    [
      'SELECT 1 FROM (SELECT 2 FROM a WHERE {page:id}) b ORDER BY 1 LIMIT 9',
      [{ kind: 'page', column: 'id' }],
    ],
    ['SELECT {parameter:key} AS a', [{ kind: 'parameter', name: 'key' }]],
    ['SELECT \'{\' AS a, "}"', []],
  ] as const)('are found: %s', (sql, found) => {
    expect(marks(sql)).toEqual([...found])
  })

  test.each([
    ['SELECT 1 WHERE {page:}', 'has {page:}, which names no column'],
    ['SELECT 1 WHERE {page:id = 1 OR id}', 'has {page:id = 1 OR id}, which names no column'],
    ['SELECT 1 WHERE {page:id} AND {page:id}', 'has {page:…} twice'],
    ['SELECT 1 FROM a WHERE b = 1 OR {page:id}', 'has {page:…} beside OR'],
    ['SELECT 1 FROM a WHERE b = 1 OR c = 2 AND {page:id}', 'has {page:…} beside OR'],
    ['SELECT 1 FROM a WHERE b XOR {page:id}', 'has {page:…} beside OR'],
    ['SELECT 1 FROM a WHERE b || {page:id}', 'has {page:…} beside OR'],
    ['SELECT 1 FROM (SELECT 2 FROM a WHERE b OR c AND {page:id}) x', 'has {page:…} beside OR'],
    ['SELECT 1 FROM a UNION SELECT 2 FROM b WHERE {page:id}', 'has {page:…} in one part of a UNION'],
    ['(SELECT 1 FROM a WHERE {page:id}) UNION ALL (SELECT 2)', 'has {page:…} in one part of a UNION'],
    [
      'SELECT 1 FROM (SELECT 2 FROM (SELECT 3 FROM a WHERE {page:id}) b UNION SELECT 4) c',
      'has {page:…} in one part of a UNION',
    ],
    ['SELECT {page:id} AS a FROM b', 'has {page:…} where no condition stands'],
    ['SELECT 1 FROM a {page:id}', 'has {page:…} where no condition stands'],
    ['SELECT 1 FROM a WHERE ({page:id})', 'has {page:…} where no condition stands'],
    ['SELECT 1 FROM a WHERE {page:id} AND b = 1', 'has {page:…} before the end of its SELECT'],
    ['SELECT 1 FROM a WHERE {page:id} ORDER BY b', 'has {page:…} before the end of its SELECT'],
    [
      'SELECT 1 FROM (SELECT 2 FROM a WHERE {page:id} LIMIT 9) b',
      'has {page:…} before the end of its SELECT',
    ],
    ['SELECT {parameter:a-b}', 'has {parameter:a-b}, which is no name'],
    ["SELECT '{parameter:a}'", 'has a mark inside quotes'],
    ['SELECT "{page:id}"', 'has a mark inside quotes'],
    ['SELECT {pages:id}', 'has a "{" that begins neither'],
    ['SELECT {', 'has a "{" that begins neither'],
  ])('that say nothing are refused: %s', (sql, flaw) => {
    expect(marks(sql)).toStartWith(flaw)
  })
})
