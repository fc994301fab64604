/** The documentation against the program: what it names exists, and what exists is named, in every language. */
import { describe, expect, test } from 'bun:test'
import { existsSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { Glob } from 'bun'
import { translationsOfTables } from '../../scripts/generate/tables.ts'
import { CATALOGUES } from '../../scripts/generate/translate.ts'
import { generatedFiles, staleFiles } from '../../scripts/generate.ts'
import { checkArguments } from '../../src/commands/frame/arguments.ts'
import {
  type Argument,
  DECLARATIONS,
  type Declaration,
  EVERYWHERE,
} from '../../src/commands/frame/declarations.ts'
import { MEANINGS } from '../../src/commands/frame/exit-codes.ts'
import { buildProgram } from '../../src/commands/frame/program.ts'
import { COMMANDS } from '../../src/commands/registry.ts'
import { everyKey } from '../../src/config/outline.ts'
import { FIELD_NAMES, POLICIES } from '../../src/model/policy.ts'
import { PROBLEM_CODES } from '../../src/model/problem-codes.ts'
import { renderMetrics } from '../../src/report/metrics.ts'
import { IN_BILLING } from '../../src/sync/compare/diff.ts'
import { LANGUAGES, type Language } from '../../src/text/language.ts'
import { type Translation, withoutRemark } from '../../src/text/translation.ts'
import { anySummary } from '../report/any-summary.ts'
import { leftInEnglish } from '../text/left-in-english.ts'
import {
  ALL_PAGES,
  anchorOf,
  codeBlocks,
  codeSpans,
  commandLines,
  firstCells,
  headings,
  inEveryLanguage,
  italics,
  links,
  PAGES,
  ROOT,
  read,
  remarks,
  sections,
  spokenText,
} from './pages.ts'

const NAMES = [...new Set(PAGES.map(({ name }) => name))]
const manifest: { packageManager: string; scripts: Record<string, string> } = JSON.parse(read('package.json'))
const paths = (pages: readonly { path: string }[]) => pages.map(({ path }) => path)

describe('the pages', () => {
  test('are generated from the program, in every language, and are not stale', () => {
    expect(staleFiles()).toEqual([])
    const generated = [...generatedFiles().keys()]
    for (const name of ['README', 'configuration', 'fields', 'commands']) {
      expect(inEveryLanguage(name)).toHaveLength(LANGUAGES.length)
      expect(generated).toEqual(expect.arrayContaining(paths(inEveryLanguage(name))))
    }
  })

  test('have a translation of every text of the program', () => {
    expect([...translationsOfTables().missing]).toEqual([])
  })

  test.each(NAMES)(
    'called %s are there in every language and say the same things in the same order',
    (name) => {
      const [english, ...others] = inEveryLanguage(name).sort((one) => (one.language === 'en' ? -1 : 0))
      expect(others).toHaveLength(LANGUAGES.length - 1)
      // The README in English also tells developers, and what was measured.
      const depth = name === 'README' ? 7 : undefined
      const outline = (text: string) =>
        headings(text)
          .map(({ level }) => level)
          .slice(0, depth)
      for (const page of others) {
        expect(outline(page.text), page.path).toEqual(outline(english?.text ?? ''))
        expect(commandLines(page.text), page.path).toEqual(commandLines(english?.text ?? ''))
        expect(codeBlocks(page.text).map(({ kind, lines }) => [kind, lines.length])).toEqual(
          codeBlocks(english?.text ?? '').map(({ kind, lines }) => [kind, lines.length]),
        )
        if (name === 'README') continue
        const names = (text: string) => codeSpans(text).filter((span) => /^[\w.-]+$/.test(span))
        const isTold = new Set(names(page.text))
        expect(
          [...new Set(names(english?.text ?? ''))].filter((span) => !isTold.has(span)),
          page.path,
        ).toEqual([])
      }
    },
  )

  test.each(ALL_PAGES.map(({ path, text }) => [path, text] as const))('%s has no dead link', (path, text) => {
    const dead = links(text).filter((target) => !/^https?:/.test(target) && !isAlive(path, target))
    expect(dead).toEqual([])
  })

  test('name files of this project that exist', () => {
    const missing = ALL_PAGES.flatMap(({ path, text }) =>
      codeSpans(text)
        .filter((span) => /^(?:src|scripts|test|docs|packaging|config|bench|\.github)\/[\w./*-]*$/.test(span))
        .filter(
          (span) =>
            !['config/alter.ini', 'config/billing.ini', 'config/mysql.ini'].includes(span) && !isThere(span),
        )
        .map((span) => `${path}: ${span}`),
    )
    expect(missing).toEqual([])
  })
})

describe('the pages in another language', () => {
  /** Shown alike in every language. */
  const NAMES = ['API', 'TLS', 'IP', 'additionalDataMerge', 'usm_billing']
  /** Systems and packages, called as their makers do. */
  const SYSTEMS = ['Linux', 'FreeBSD', 'Debian, Ubuntu', 'Red Hat, Alma, Rocky, Fedora', 'SUSE', 'Alpine']
  /** A command behind the system it is for. */
  const COMMAND_REMARKS = ['FreeBSD: sha256 -c']
  /** Terms of syslog and node_exporter, as their manuals have them; two systems the binaries are made for. */
  const TERMS = ['facility daemon', 'textfile collector', 'musl arm64']
  const KEPT = new Set([...NAMES, ...SYSTEMS, ...COMMAND_REMARKS])
  /** A line that is typed, not shown. */
  const TYPED = /^\$ |^\*\/10 /
  const isForeign = (text: string) =>
    /[a-z]/i.test(text) && !/\p{Script=Cyrillic}/u.test(text) && !KEPT.has(text.replace(/^\| /, ''))
  const isEnglish = (text: string) => isForeign(text) || leftInEnglish(text, TERMS).length > 0

  test.each(PAGES.filter(({ language }) => language !== 'en').map(({ path, text }) => [path, text] as const))(
    '%s quotes nothing in English that is shown in that language',
    (_path, text) => {
      const screens = codeBlocks(text).flatMap(({ kind, lines }) => (kind === '' ? lines : []))
      expect(italics(text).filter(isEnglish)).toEqual([])
      expect(screens.filter((line) => !TYPED.test(line) && isEnglish(line))).toEqual([])
      expect(remarks(text).filter(isEnglish)).toEqual([])
      expect(firstCells(text).filter((cell) => !cell.includes('`') && isForeign(cell))).toEqual([])
      expect(leftInEnglish(spokenText(text), TERMS)).toEqual([])
    },
  )
})

/** A value in the place of the name of one. @param before the word it follows */
function valueFor(word: string, before: string | undefined): string {
  if (word === '…') return before === '--billing' ? 'sql' : 'balance'
  return (
    {
      SHELL: 'bash',
      NAME: 'utm5',
      RUN: '17',
      FILE: 'monday.plan',
      COMMAND: 'history',
      'COMMAND-INSIDE': 'show',
    }[word] ?? word
  )
}

describe('the command line', () => {
  const program = buildProgram(COMMANDS)
  const calls = ALL_PAGES.flatMap(({ path, text }) => commandLines(text).map((line) => [path, line] as const))

  test('is found in the docs', () => {
    expect(calls.length).toBeGreaterThan(100)
  })

  test('is written in the docs as the program takes it', () => {
    const wrong = calls.flatMap(([path, line]) => {
      try {
        // In the tables of commands an option that may be left out stands in brackets.
        const words = line.replaceAll(/[[\]]/g, '').replaceAll(/\\$/g, '').split(/\s+/)
        checkArguments(
          words.filter((word) => word !== '').map((word, at, all) => valueFor(word, all[at - 1])),
          program,
        )
        return []
      } catch (error) {
        return [`${path}: ${line}: ${error}`]
      }
    })
    expect(wrong).toEqual([])
  })

  test('has no option that only the docs know, and every command and option is told in every language', () => {
    const declarations: readonly Declaration[] = Object.values(DECLARATIONS)
    const options = new Set(
      [EVERYWHERE, ...declarations.map(({ args }) => args)].flatMap((args) =>
        Object.entries<Argument>(args).map(([name, { type }]) =>
          type === 'positional' ? name.toUpperCase() : `--${name}`,
        ),
      ),
    )
    const named = PAGES.flatMap(({ text }) => codeSpans(text))
      .flatMap((span) => /^--[a-z-]+/.exec(span) ?? [])
      .filter((option) => !options.has(option))
    expect(named).toEqual([])
    for (const { path, text } of inEveryLanguage('commands')) {
      const spans = codeSpans(text).map((span) => span.replace(/ …$/, ''))
      for (const option of options) expect(spans, path).toContain(option)
      for (const command of Object.keys(DECLARATIONS))
        expect(
          spans.some((span) => span.startsWith(`usm-billing ${command}`)),
          `${path}: ${command}`,
        ).toBe(true)
    }
  })

  test('ends with the codes the docs tell, all of them', () => {
    const codes = Object.keys(MEANINGS)
    for (const { path, text } of [...inEveryLanguage('commands'), ...inEveryLanguage('README')]) {
      const told = [...text.matchAll(/^\| (\d+) \|/gm)].map(([, code]) => code)
      expect(told, path).toEqual(codes)
    }
    for (const { path, text } of inEveryLanguage('troubleshooting')) {
      const told = firstCells(text).flatMap((cell) => (/^[\d, ]+$/.test(cell) ? cell.split(', ') : []))
      expect(['0', ...told], path).toEqual(codes)
    }
    for (const { path, text } of PAGES) {
      for (const [, code = ''] of text.matchAll(
        /(?<!\p{L})(?:exits?(?: code)?|код(?:ом)?(?: виходу| выхода)?) (\d+)/giu,
      ))
        expect(codes, path).toContain(code)
    }
  })
})

describe('the configuration', () => {
  test('has no key that only the docs know', () => {
    const keys = everyKey()
    const known = new Set([
      ...Object.keys(anySummary()),
      ...keys.flatMap(({ key, path }) => [key, path.join('.')]),
      IN_BILLING,
      ...FIELD_NAMES,
    ])
    const unknown = PAGES.flatMap(({ path, text }) =>
      codeSpans(text)
        .map((span) => span.replace(/^"(\w+)".*$/, '$1').replace(/: (?:true|false|`)?$/, ''))
        .filter((span) => /^(?=.*[A-Z])[a-z]\w*(?:\.\w+)*$/.test(span) && !known.has(span))
        .map((span) => `${path}: ${span}`),
    )
    expect(unknown).toEqual([])
  })

  test('is told whole in every language: keys, variables, fields, policies', () => {
    for (const { path, text } of inEveryLanguage('configuration')) {
      const spans = new Set(codeSpans(text))
      for (const { path: key, env } of everyKey()) {
        expect(spans.has(key.join('.')), `${path}: ${key.join('.')}`).toBe(true)
        if (env !== undefined) expect(spans.has(env), `${path}: ${env}`).toBe(true)
      }
    }
    for (const { path, text } of inEveryLanguage('fields')) {
      const cells = new Set(firstCells(text))
      for (const name of [...FIELD_NAMES, ...POLICIES])
        expect(cells.has(`\`${name}\``), `${path}: ${name}`).toBe(true)
    }
  })

  test('names no environment variable that the program does not know', () => {
    const source = sources()
    const unknown = PAGES.flatMap(({ path, text }) =>
      codeSpans(text)
        .map((span) => span.replace(/^\$|=.*$/g, ''))
        .filter((span) => /^[A-Z]+(?:_[A-Z]+)+$/.test(span) && !new RegExp(`\\b${span}\\b`).test(source))
        .map((span) => `${path}: ${span}`),
    )
    expect(unknown).toEqual([])
  })
})

describe('what a run says', () => {
  test.each(inEveryLanguage('troubleshooting').map(({ path, text }) => [path, text] as const))(
    '%s has a row for every code of a problem, and for no other',
    (_path, text) => {
      // The last table but the questions.
      const problems = [...sections(text).values()].at(-2) ?? ''
      const codes = firstCells(problems).flatMap((cell) =>
        [...cell.matchAll(/`([a-z-]+)`/g)].map(([, code]) => code),
      )
      expect(codes.toSorted()).toEqual([...PROBLEM_CODES].sort())
    },
  )

  test('is quoted in the docs word by word', () => {
    const source = sources()
    const phrases = [...wordingsOf('uk').keys()].join('\n')
    const wrong = inEveryLanguage('troubleshooting').flatMap(({ path, text, language }) => {
      const said = language === 'en' ? source : [...wordingsOf(language).values()].flat().join('\n')
      // In English only as long as there is no other wording.
      const isUntold = (message: string) => isSaid(message, source) && !isSaid(message, phrases)
      return messagesOf(text)
        .filter((message) => !isSaid(message, said) && !isUntold(message))
        .map((message) => `${path}: ${message}`)
    })
    expect(wrong).toEqual([])
  })

  test.each(inEveryLanguage('doctor').map(({ path, text, language }) => [path, text, language] as const))(
    '%s quotes it in italics word by word',
    (_path, text, language) => {
      const wordings = [...wordingsOf(language === 'en' ? 'uk' : language)]
      const said = wordings
        .flatMap(([phrase, told]) => (language === 'en' ? [phrase] : told))
        .join('\n')
        .toLowerCase()
      const quoted = italics(text).filter((words) => words !== 'API')
      expect(quoted.length).toBeGreaterThan(30)
      expect(quoted.filter((words) => !isSaid(words.toLowerCase().replace(/\d+ ?/g, '…'), said))).toEqual([])
    },
  )

  test.each<[of: string, files: readonly string[]]>([
    ['words', ['src/billing/universal/non-answer-words.ts']],
    ['shapes', ['src/billing/universal/non-answer-shapes.ts']],
    ['the network', ['src/billing/universal/failure.ts', 'src/billing/universal/non-answers.ts']],
    ['UserSide', ['src/userside/meaning.ts']],
  ])('of %s is told in the docs, in every language: %p', (_, files) => {
    const said = files.flatMap((file) => sentencesOf(read(file)))
    expect(said.length).toBeGreaterThan(3)
    for (const { path, text, language } of inEveryLanguage('troubleshooting')) {
      const told = messagesOf(text)
      const isTold = (sentence: string) =>
        told.some((message) => pattern(message).test(sentence) || pattern(sentence).test(message))
      const untold = said.filter((sentence) => !wordingsIn(language, sentence).some(isTold))
      expect(untold, path).toEqual([])
    }
  })

  test.each([
    [
      'src/http/tls-fault.ts',
      /(?:\? |: |=> |text: )(['`])((?:the certificate|the server|there is no TLS|no TLS)[^'`]*)\1/g,
    ],
    ['src/userside/failure.ts', /new NoAnswer\('\w+', (?:coded\()?(['`])(.*?)\1/g],
  ])('in phrases of %s is told in the docs, in every language', (file, phrase) => {
    const said = [...joined(read(file)).matchAll(phrase)].map(([, , text = '']) => text)
    expect(said.length).toBeGreaterThan(5)
    for (const { path, text, language } of inEveryLanguage('troubleshooting')) {
      const told = messagesOf(text)
      const isTold = (one: string) =>
        told.some((message) => message.includes(one.replace(/…$/, '')) || pattern(message).test(one))
      const untold = said.filter((one) => !wordingsIn(language, one).some(isTold))
      expect(untold, path).toEqual([])
    }
  })

  test('to Prometheus is told whole', () => {
    const summary = anySummary({ fields: { balance: 1 } })
    const problems = [{ code: 'refused', text: '', partial: true, count: 1, sample: [] }]
    const text = renderMetrics({ ...summary, problems }, summary.finishedAt)
    const names = [...text.matchAll(/^# TYPE usm_billing_(\w+)/gm)].map(([, name]) => name ?? '')
    for (const page of inEveryLanguage('operation')) {
      const table = [...sections(page.text).values()].find((part) => part.includes('usm_billing_')) ?? ''
      const told = firstCells(table)
        .flatMap((cell) => [...cell.matchAll(/`(\w+)(?:\{[\w,]+\})?`/g)].map(([, name]) => name ?? ''))
        .filter((name) => name.includes('_') || names.includes(name))
      expect(told.toSorted(), page.path).toEqual(names.toSorted())
    }
  })
})

describe('what cron starts', () => {
  const STARTED = /^\*\/10 \* \* \* \* (?:usm-billing )?(\/\S+) /m

  test.each([...paths(inEveryLanguage('README')), ...paths(inEveryLanguage('install'))])(
    'is what the lines before put there: %s',
    (path) => {
      const text = read(path)
      const [, binary = ''] = STARTED.exec(text) ?? []
      expect(binary).toMatch(/\/usm-billing$/)
      const before = text.slice(0, text.indexOf('*/10 *'))
      const lines = codeBlocks(before).flatMap((block) => block.lines)
      const folder = dirname(binary)
      const isPut = lines.some(
        (line) =>
          // What a package brings stands in its table (test/release/listings/).
          line.startsWith('apt install ./usm-billing_') ||
          (line.startsWith('install ') && line.endsWith(` usm-billing ${folder}/`)),
      )
      expect(isPut).toBe(true)
      expect(folder).toBe('/usr/bin')
    },
  )

  test('is the same for the file that is shipped', () => {
    const [, shipped] = STARTED.exec(read('packaging/cron/usm-billing.cron')) ?? []
    const [, told] = STARTED.exec(read('README.md')) ?? []
    expect(shipped).toBe(told)
  })
})

describe('the commands of the README', () => {
  test('are the two that set everything up themselves', () => {
    for (const { path, text } of inEveryLanguage('README')) {
      const lines = codeBlocks(text).flatMap((block) => block.lines)
      expect(lines, path).toContain('npx --yes bun@1.4.5 run demo')
      expect(lines, path).toContain('npx --yes bun@1.4.5 run test')
      expect(text).toContain('*/10 * * * * usm-billing /usr/bin/usm-billing --quiet')
    }
    expect(read('README.md')).toMatch(/<!-- bench:begin -->[\s\S]*<!-- bench:end -->/)
  })

  test('and of every page are those of package.json, with the pinned Bun', () => {
    for (const { path, text } of ALL_PAGES) {
      for (const [, version] of text.matchAll(/\bbun@([\d.]+\d)/g))
        expect(`bun@${version}`, path).toBe(manifest.packageManager)
      for (const [, script = ''] of text.matchAll(/\bbun(?:@[\d.]+\d)? run ([\w:-]+)/g))
        expect(Object.keys(manifest.scripts), path).toContain(script)
    }
  })
})

function isAlive(from: string, target: string): boolean {
  const [file = '', anchor] = target.split('#')
  const path = file === '' ? from : normalize(join(dirname(from), decodeURI(file)))
  if (!existsSync(join(ROOT, path))) return false
  return (
    anchor === undefined || headings(read(path)).some(({ title }) => anchorOf(title) === decodeURI(anchor))
  )
}

function isThere(path: string): boolean {
  return path.includes('*') ? [...new Glob(path).scanSync(ROOT)].length > 0 : existsSync(join(ROOT, path))
}

/** The program's text, with texts that are written over several lines joined and what is filled in as `…`. */
function sources(): string {
  const files = [...new Glob('src/**/*.ts').scanSync(ROOT)].filter((path) => !path.startsWith('src/sandbox/'))
  return files.map((path) => joined(read(path))).join('\n')
}

function joined(source: string): string {
  return source
    .replace(/['`"] \+\s*['`"]/g, '')
    .replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '…')
    .replaceAll("\\'", "'")
}

/** Messages quoted in the tables: the code spans of first cells that are headed so, codes left out. */
function messagesOf(text: string): string[] {
  return firstCells(text)
    .flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, message = '']) => message))
    .filter((message) => message.includes(' '))
}

/** Sentences in a source that are shown to an operator. */
function sentencesOf(source: string): string[] {
  const found = joined(source).matchAll(
    /(?:sentence:|message =(?:[^=?;]*===[^?;]*\?)?|new Failure\('\w+',|BillingError\('\w+', '\w*',)\s*(['`"])(.*?)\1/g,
  )
  return [...found]
    .map(([, , sentence = '']) => sentence)
    .filter((sentence) => sentence !== 'There are no rows.')
}

/** What the program says in another language for each English phrase, with `…` for what is filled in. */
function wordingsOf(language: Exclude<Language, 'en'>): Map<string, string[]> {
  const withGaps = (text: string) => withoutRemark(text).replace(/\{\d\}|\[\d\]|<\d>/g, '…')
  return new Map(
    Object.entries<Translation>(CATALOGUES[language]).map(([phrase, translation]) => [
      withGaps(phrase),
      typeof translation === 'string'
        ? [withGaps(translation)]
        : [translation.one, translation.few, translation.many].map(withGaps),
    ]),
  )
}

/** A sentence as a language has it; in English, and as long as it has no other wording, as it is. */
function wordingsIn(language: Language, sentence: string): string[] {
  return (language === 'en' ? undefined : wordingsOf(language).get(sentence)) ?? [sentence]
}

/** A message of the docs as a pattern: `…` stands for anything. */
function pattern(message: string): RegExp {
  return new RegExp(`^${message.split('…').map(RegExp.escape).join('[\\s\\S]*')}`)
}

/** The program says it when the words between the gaps stand in it. What is put together there is taken apart here. */
function isSaid(message: string, source: string): boolean {
  const words = message.replace(/(?<=HTTP )\d+/g, '…').split('…')
  return words
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\d_]{3}/u.test(part))
    .every((part) => source.includes(part) || part.split(/[:;] /).every((piece) => source.includes(piece)))
}
