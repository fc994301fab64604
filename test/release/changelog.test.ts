/** The changelog is a function of its fragments. */
import { describe, expect, test } from 'bun:test'
import { parseChange, renderChangelog } from '../../scripts/release/changes.ts'

const fixed = parseChange('b.md', 'Fixed: A comma in a balance is read.\n')
const added = parseChange('a.md', 'Added: Reports.\n\nOne page.\n\nIt works offline.\n')

describe('a fragment', () => {
  test('is its kind, one sentence, and what follows', () => {
    expect(added).toEqual({ kind: 'Added', sentence: 'Reports.', details: 'One page.\n\nIt works offline.' })
  })

  test.each(['Improved: Speed.\n', 'just text\n', ''])('%j is refused by the name of its file', (content) => {
    expect(() => parseChange('speed.md', content)).toThrow('speed.md')
  })
})

describe('the changelog', () => {
  test('tells the newest version first, ordered as versions and not as text', () => {
    const versions = ['1.9.0', '1.10.0', '1.0.0']
    const text = renderChangelog(
      versions.map((version) => ({ version, date: '2026-12-01', changes: [fixed] })),
    )
    expect(text.match(/^## \S+/gm)).toEqual(['## 1.10.0', '## 1.9.0', '## 1.0.0'])
  })

  test('groups by kind and keeps the details under their sentence', () => {
    expect(renderChangelog([{ version: '1.0.0', date: undefined, changes: [fixed, added] }])).toBe(
      [
        '# Changelog\n\nMade from `changes/` by `bun run changelog`.\n',
        '## 1.0.0 (not released)\n\n### Added\n\n- Reports.\n\n  One page.\n\n  It works offline.\n',
        '### Fixed\n\n- A comma in a balance is read.\n',
      ].join('\n'),
    )
  })

  test('says nothing of a version without changes', () => {
    expect(renderChangelog([{ version: '1.0.1', date: undefined, changes: [] }])).not.toContain('1.0.1')
  })
})
