import { describe, expect, it } from 'vitest'
import { clauses as written } from '../dist/guidelines.js'
import { countOf } from '../docs/tools/guidelines-page.ts'
import { readKnowledge } from '../docs/tools/knowledge.ts'

const { guidelines, rules } = readKnowledge()
const clauses = guidelines.flatMap((guideline) => guideline.clauses)
const idsOf = (some: typeof clauses) => some.map(({ id }) => id)

describe('guidelines', () => {
  it('are five, with presets of their names', () => {
    expect(guidelines.map(({ number, name }) => `${number} ${name}`)).toEqual([
      '000 best-practices',
      '001 no-guessing',
      '002 expert-agent',
      '003 production-skill',
      '004 backend-guide',
    ])
  })

  it('have clauses of known form, each under the number of its guideline', () => {
    expect(idsOf(clauses)).toEqual(Object.keys(written))
    expect(idsOf(clauses).filter((id) => !/^00[0-4]\/(?:fm|\d+(?:\.\d+)*[a-z]?)$/.test(id))).toEqual([])
    expect(guidelines.map((guideline) => guideline.clauses.length > 0)).toEqual([true, true, true, true, true])
  })

  it('have as many clauses of each kind as here', () => {
    expect(Object.fromEntries(guidelines.map((guideline) => [guideline.number, countOf(guideline.clauses)])))
      .toMatchInlineSnapshot(`
        {
          "000": {
            "peers": 0,
            "planned": 4,
            "reason": 8,
            "rule": 8,
          },
          "001": {
            "peers": 9,
            "planned": 19,
            "reason": 13,
            "rule": 27,
          },
          "002": {
            "peers": 7,
            "planned": 37,
            "reason": 20,
            "rule": 37,
          },
          "003": {
            "peers": 1,
            "planned": 14,
            "reason": 17,
            "rule": 12,
          },
          "004": {
            "peers": 5,
            "planned": 33,
            "reason": 66,
            "rule": 19,
          },
        }
      `)
    expect(countOf(clauses)).toMatchInlineSnapshot(`
      {
        "peers": 22,
        "planned": 107,
        "reason": 124,
        "rule": 103,
      }
    `)
  })
})

describe('a clause', () => {
  it('is checked by a rule, is planned, is left to other tools, or says why nothing can check it', () => {
    const open = clauses.filter(({ rules, planned, peers, reason }) => {
      return rules.length === 0 && !planned?.length && !peers?.length && !reason
    })
    expect(idsOf(open)).toEqual([])
  })

  it('has no reason against checking it when something checks it', () => {
    const both = clauses.filter(({ rules, planned, peers, reason }) => {
      return reason !== undefined && (rules.length > 0 || planned !== undefined || peers !== undefined)
    })
    expect(idsOf(both)).toEqual([])
  })

  it('has a title without a full stop, and a reason with one', () => {
    expect(clauses.filter(({ title }) => !/^[A-Z].*[^.]$/.test(title)).map(({ title }) => title)).toEqual([])
    expect(clauses.flatMap(({ reason = 'It is.' }) => (/^[A-Z].*\.$/.test(reason) ? [] : reason))).toEqual([])
  })

  it('has a title of its own within its guideline', () => {
    const twice = guidelines.flatMap(({ clauses }) => {
      const titles = clauses.map(({ title }) => title)
      return titles.filter((title, index) => titles.indexOf(title) !== index)
    })
    expect(twice).toEqual([])
  })
})

describe('a rule', () => {
  it('that is planned does not exist yet', () => {
    const existing = rules.map(({ id }) => id)
    const planned = [...new Set(clauses.flatMap(({ planned = [] }) => planned))]
    expect(planned.filter((id) => existing.includes(id))).toEqual([])
    expect(planned.filter((id) => !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/.test(id))).toEqual([])
  })

  it.each(rules.map(({ id, clauses }) => [id, clauses] as const))('%s cites clauses, each once', (_, cited) => {
    const ids = cited.map(({ id }) => id)
    expect(ids.length).toBeGreaterThan(0)
    expect(ids).toEqual([...new Set(ids)])
    expect(ids.filter((id) => !idsOf(clauses).includes(id))).toEqual([])
  })
})
