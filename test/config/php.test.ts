import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { carryOver } from '../../src/config/php/carry-over.ts'
import { decodePhp } from '../../src/config/php/decode.ts'
import { readPhp } from '../../src/config/php/statements.ts'
import { isPhpArray, type PhpValue } from '../../src/config/php/values.ts'
import { machine } from './machine.ts'

const FOLDER = '/var/www/usm'

/** The value of `$x` as plain data: arrays as objects. */
function valueIn(source: string): unknown {
  const found = readPhp(`<?php ${source}`, FOLDER).assignments.get('x')
  if (found === undefined) throw new Error('$x was not read')
  return plain(found.value)
}

function plain(value: PhpValue): unknown {
  return isPhpArray(value)
    ? Object.fromEntries([...value.entries].map(([key, one]) => [key, plain(one)]))
    : value
}

const carry = (source: string) => carryOver(source, FOLDER, machine({}))

describe('a PHP value', () => {
  test.each<[string, string, unknown]>([
    [
      "single quotes keep all but \\\\ and \\'",
      String.raw`$x = 'it\'s \\ \n "$y"';`,
      String.raw`it's \ \n "$y"`,
    ],
    ['a text over several lines', "$x = 'a\nb';", 'a\nb'],
    [
      'double quotes decode escapes',
      String.raw`$x = "a\tb\x41\101\u{41}\$y \"q\" \\ \q";`,
      'a\tbAAA$y "q" \\ \\q',
    ],
    ['a dollar that begins no name', '$x = "100$ and {$";'.replace('{$"', '$"'), '100$ and $'],
    [
      'a variable in double quotes',
      '$h = "bill"; $x = "http://$h/?a={$h}&b=${h}";',
      'http://bill/?a=bill&b=bill',
    ],
    ['joined texts', `$h = 'a'; $x = 'http://' . $h . "/b" . 1 . true . null;`, 'http://a/b11'],
    ['joined bit by bit', `$x = 'a'; $x .= 'b'; $x .= "c";`, 'abc'],
    ['a heredoc', '$x = <<<END\n a "b" \\"c\\" \\t\n d\nEND;', ' a "b" \\"c\\" \t\n d'],
    ['a heredoc whose end is indented', '$x = <<<"END"\n    a\n      b\n    END;', 'a\n  b'],
    ['a heredoc with a variable', '$h = 1; $x = <<<END\nv$h\nEND;', 'v1'],
    ['an empty heredoc', '$x = <<<END\nEND;', ''],
    ['a nowdoc', "$x = <<<'END'\n$h \\n 'q' // no comment\nEND;", "$h \\n 'q' // no comment"],
    [
      'a heredoc in an array, with more behind it',
      "$x = [<<<'A'\nENDING\n A, 'b'];",
      { 0: 'ENDING', 1: 'b' },
    ],
    [
      'whole numbers',
      '$x = [1, -2, +3, 1_000, 0x1F, 017, 0o17, 0b101];',
      { 0: 1, 1: -2, 2: 3, 3: 1000, 4: 31, 5: 15, 6: 15, 7: 5 },
    ],
    ['fractions', '$x = [1.5, .5, 1e3, 1., -2.5E-1];', { 0: 1.5, 1: 0.5, 2: 1000, 3: 1, 4: -0.25 }],
    [
      'true, false and null in any case',
      '$x = [TRUE, False, nUll, true];',
      { 0: true, 1: false, 2: null, 3: true },
    ],
    [
      'array() with keys and a trailing comma',
      "$x = array('a' => 1, 5 => 'b', 'c',);",
      { 5: 'b', 6: 'c', a: 1 },
    ],
    [
      'nested arrays of both kinds',
      '$x = [[1, 2], array(3, [4,],),];',
      { 0: { 0: 1, 1: 2 }, 1: { 0: 3, 1: { 0: 4 } } },
    ],
    ['numeric keys as texts', "$x = ['7' => 'a', '07' => 'b', 'c'];", { 7: 'a', 8: 'c', '07': 'b' }],
    ['an empty array', '$x = array();', {}],
    [
      'elements assigned one by one',
      "$x['a'] = 1; $x[] = 2; $x[7] = 3; $x[] = 4;",
      { 0: 2, 7: 3, 8: 4, a: 1 },
    ],
    ['a constant', "define('BASE', '/srv'); const TWO = 2; $x = BASE . '/log' . TWO;", '/srv/log2'],
    [
      "the file's folder",
      "$x = [__DIR__ . '/log', dirname(__FILE__) . '/log'];",
      { 0: '/var/www/usm/log', 1: '/var/www/usm/log' },
    ],
    [
      'an address written as a number',
      "$x = [ip2long('10.0.0.1'), ip2long( '10.0.0.9' )];",
      { 0: '10.0.0.1', 1: '10.0.0.9' },
    ],
    ['brackets and casts around it', "$x = (int) ('5');", '5'],
    [
      'comments in every gap',
      '/*a*/ $x /*b*/ = # c\n // d ; $x = 2;\n [ 1, /* e ] */ 2 // f\n ] /*g*/ ; // h',
      { 0: 1, 1: 2 },
    ],
    ['a mark of comment inside a text', `$x = 'http://a/#b' . "/* c */";`, 'http://a/#b/* c */'],
    ['no blanks at all', "$y=1;$x='a';$z=2;", 'a'],
    ['no semicolon before ?>', "$x = 'a' ?> text $x = 'b';", 'a'],
    ['code in several pieces', "$y = 1; ?>\nhtml $x = 'no'; <?php $x = 'a'; ?>", 'a'],
    ['a comment that ?> ends', "// gone ?>\n<?php $x = 'a';", 'a'],
    ['Cyrillic names and texts', '$ключ = \'Мар’яна\'; $x = "$ключ!";', 'Мар’яна!'],
    ['Windows line ends', '$y = 1;\r\n// c\r\n$x = <<<E\r\na\r\nb\r\nE;\r\n', 'a\r\nb'],
    ['the last assignment', '$x = 1; $x = 2;', 2],
  ])('%s', (_what, source, expected) => {
    expect(valueIn(source)).toEqual(expected)
  })

  test.each<[string, string, string]>([
    ['a function', "$x = getenv('KEY');", 'the function getenv() is not executed'],
    ['a condition', '$x = $y ? 1 : 2;', '$y is not known here'],
    ['a sum', '$x = 60 * 60;', '"*" makes it more than a plain value'],
    ['a variable nobody set', '$x = $_SERVER;', '$_SERVER is not known here'],
    [
      'an expression in a text',
      '$y = [1]; $x = "a{$y[0]}";',
      'the text holds an expression in braces or brackets',
    ],
    [
      'an element in a text',
      '$l = 1; $list = [1]; $x = "a$list[0]";',
      'the text holds an expression in braces or brackets',
    ],
    ['an object', '$x = new Config();', 'new is not known here'],
    ['a block', 'if (true) { $x = 1; $y[2] = 3; }', 'it is not an assignment'],
    ['another file', "require 'x.php';", 'it is not an assignment'],
    ['a text without its end', "$x = 'abc;", '"\'" is more than a plain value'],
    ['a chain', '$x = $y = 1;', '$y is not known here'],
  ])('that is more than a value is refused: %s', (_what, source, reason) => {
    const { unread, assignments } = readPhp(`<?php\n${source}\n$after = 1;`, FOLDER)
    expect(unread.map((one) => [one.line, one.reason])).toEqual([[2, reason]])
    expect(assignments.has('x')).toBe(false)
  })

  test('comes out of any PHP text that says it', () => {
    const scalar = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null))
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        scalar,
        fc.dictionary(fc.stringMatching(/^[a-z]\w{0,5}$/), tie('tree')),
      ),
    }))
    fc.assert(
      fc.property(tree, fc.infiniteStream(fc.nat(5)), (value, style) => {
        expect(valueIn(`$x = ${inPhp(value, style)};`)).toEqual(value)
      }),
    )
  })

  test('is never looked for longer or further than the text goes, however broken it is', () => {
    const pieces = fc.oneof(
      fc.constantFrom(
        "'",
        '"',
        '<<<E\n',
        '\nE;',
        '$x',
        '=',
        ';',
        '[',
        ']',
        '{',
        '}',
        '(',
        ')',
        '/*',
        '*/',
        '//',
        '\n',
        '?>',
        '<?php',
        '\\',
        '.',
      ),
      fc.string({ maxLength: 4 }),
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        expect(() => readPhp(`<?php ${parts.join('')}`, FOLDER)).not.toThrow()
      }),
      { numRuns: 1000 },
    )
  })
})

/** A value as PHP may write it, in a style drawn at random. */
function inPhp(value: unknown, style: Iterator<number>): string {
  const draw = (count: number) => (style.next().value ?? 0) % count
  const gap = () => ['', ' ', '\n', ' /* x; */ ', ' # y ]\n', '// z\n'][draw(6)] ?? ''
  if (value === null || typeof value === 'boolean')
    return draw(2) === 0 ? String(value) : String(value).toUpperCase()
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return textInPhp(value, draw(4))
  const members = Object.entries(Object(value)).map(
    ([key, member]) => `${gap()}${textInPhp(key, draw(2))}${gap()}=>${gap()}${inPhp(member, style)}${gap()}`,
  )
  const inner = `${members.join(',')}${members.length > 0 && draw(2) === 0 ? ',' : ''}${gap()}`
  return draw(2) === 0 ? `[${inner}]` : `array(${inner})`
}

function textInPhp(text: string, style: number): string {
  const escaped = text.replace(/[\\"$]/g, '\\$&').replaceAll('\n', '\\n')
  switch (style) {
    case 0:
      return `'${text.replace(/[\\']/g, '\\$&')}'`
    case 1:
      return `"${escaped}"`
    case 2:
      return `'${text.replace(/[\\']/g, '\\$&')}' . ""`
    default:
      return /[\r\n]/.test(text) ? `"${escaped}"` : `<<<'EOT'\n${text}\nEOT\n`
  }
}

describe('an old configuration', () => {
  const EVERY_KEY = `<?php
  $billingName = "carbon5";
  $billingUrl = 'http://10.0.0.1/?key=1';
  $billingId = '3';
  $usersideUrl = 'https://us.test';
  $usersideApiKey = 12345;
  $logPath = '/var/log/usm';
  $isSilence = 1;
  $additionalDataMerge = array('4' => 62, 5 => '63');
  $confIsSkipUpdateAgreementDate = TRUE;
  $confIsDisableCreateAddress = '1';
  $confIsSkipDeleteEmptyIp = 1;
  $confSkipDeleteIp = [['10.0.0.1', '10.0.0.9'], [167772170, 167772180], 167772200, '10.1.0.0/24',];
  $confIsImportLessPhone = true;
  $confIsImportLessAddress = 0;
  $confIsUpdateEmptyLevel = '0';
  $confIsUpdateEmptyEntrance = '';
  $confIsImportPasswordToUsPassword = false;
  $confIsSkipUpdateDateActivity = null;
  $confIsSkipUnusedAddress = 1;
  $confIsUseStreetFullName = 1;
  $confIsImportMessage = 1;
  $confAlwaysSetCustomerGroupId = 7;
  $confIsRemoveForeignGroups = 1;
  $usersidePasswordSalt = 'pepper';
  $usersideModuleRevision = '20';
  $filter = ['exclude' => ['groups' => [3, 'VIP']]];
  $fields = ['comment' => 'fill'];
  $safety = ['maxAbsentCount' => 5];
  `

  test('carries every parameter over', () => {
    const { values, leftOut, missing } = carry(EVERY_KEY)
    expect({ leftOut, missing }).toEqual({ leftOut: [], missing: [] })
    expect(values).toEqual({
      billingName: 'carbon5',
      billingUrl: 'http://10.0.0.1/?key=1',
      billingId: 3,
      usersideUrl: 'https://us.test',
      usersideApiKey: '12345',
      logPath: '/var/log/usm',
      isSilence: true,
      additionalDataMerge: { '4': 62, '5': '63' },
      confIsSkipUpdateAgreementDate: true,
      confIsDisableCreateAddress: true,
      confIsSkipDeleteEmptyIp: true,
      confSkipDeleteIp: [['10.0.0.1', '10.0.0.9'], [167772170, 167772180], '10.0.0.40', '10.1.0.0/24'],
      confIsImportLessPhone: true,
      confIsImportLessAddress: false,
      confIsUpdateEmptyLevel: false,
      confIsImportPasswordToUsPassword: false,
      confIsSkipUnusedAddress: true,
      confIsUseStreetFullName: true,
      confIsImportMessage: true,
      confAlwaysSetCustomerGroupId: '7',
      confIsRemoveForeignGroups: true,
      usersidePasswordSalt: 'pepper',
      usersideModuleRevision: 20,
      filter: { exclude: { groups: [3, 'VIP'] } },
      fields: { comment: 'fill' },
      safety: { maxAbsentCount: 5 },
    })
  })

  test('names what has no counterpart, is no value or is not valid, with its line', () => {
    const { leftOut, values, missing } = carry(`<?php
$billingName = 'lanbilling';
$billingUrl = getenv('URL');
$confIsImportMesage = 1;
$memoryLimit = '512M'; define('DEBUG', 1);
if ($debug) {
  $isSilence = false;
  $safety['maxAbsentCount'] = 3;
}
$confSkipDeleteIp = ['10.0.0.9-10.0.0.1'];
$usersideApiKey = ['SECRET'];
ini_set('memory_limit', 'SECRET');
`)
    expect(leftOut.map(({ sentence }) => sentence)).toEqual([
      'line 2: $billingName: must be "standart", "carbon5", "utm5", "abills", "ubilling", "mikbill", "nodeny", "sql" or "files", found the text "lanbilling"',
      'line 3: $billingUrl is not read: the function getenv() is not executed',
      'line 4: $confIsImportMesage has no counterpart; did you mean "confIsImportMessage"?',
      'line 5: $memoryLimit has no counterpart',
      'line 5: DEBUG has no counterpart',
      'line 6: $isSilence, $safety is not read: it is not an assignment',
      'line 10: $confSkipDeleteIp[0]: the range "10.0.0.9-10.0.0.1" ends before it begins',
      'line 11: $usersideApiKey: must be a text, found a list',
      "line 12: ini_set ( '…' , '…' ) is not read: it is not an assignment",
    ])
    expect(values).toEqual({})
    expect(missing).toEqual(['billingUrl', 'billingId', 'usersideUrl', 'usersideApiKey'])
  })

  test('keeps the comments with the keys they belong to', () => {
    const { comments, header, footer, leftOut } = carry(`<?php
/*
 * Settings of our office.
 * Ask Olena before you change them.
 */

# host of the billing
$host = 'b.test';

// where it is
$billingUrl = "http://$host/"; // by VPN only
/** the number */
$billingId = 1;  # do not change
$additionalDataMerge = [
  1 => 62, // passport
  /* birthday */
  2 => 63,
];
$additionalDataMerge[3] = 64; // car
$old = 1; // who knows

// the end
`)
    expect(header).toEqual(['Settings of our office.', 'Ask Olena before you change them.'])
    expect(Object.fromEntries(comments)).toEqual({
      billingUrl: ['host of the billing', 'where it is', 'by VPN only'],
      billingId: ['the number', 'do not change'],
      additionalDataMerge: ['passport', 'birthday', 'car'],
    })
    expect(footer).toEqual(['the end'])
    expect(leftOut).toEqual([{ sentence: 'line 20: $old has no counterpart', comments: ['who knows'] }])
  })

  test('may be in windows-1251', () => {
    const bytes = new Uint8Array([...new TextEncoder().encode('<?php // '), 0xcf, 0xf0, 0xe8, 10])
    expect(decodePhp(bytes)).toBe('<?php // При\n')
    expect(decodePhp(new TextEncoder().encode('<?php // Привіт'))).toBe('<?php // Привіт')
  })

  test('is not code where there is no <?php', () => {
    expect(carry('$billingId = 1;').values).toEqual({})
  })
})
