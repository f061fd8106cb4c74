import type { Guideline, Knowledge } from './knowledge.ts'
import { code, codes, list, paragraphs, table } from './markdown.ts'

type ClauseOfPage = Guideline['clauses'][number]

/** What becomes of a clause, by the first of these that holds for it. */
export const kinds = ['rule', 'planned', 'peers', 'reason'] as const
export type Kind = (typeof kinds)[number]

const titles: Readonly<Record<Kind, string>> = {
  rule: 'Checked by a rule',
  planned: 'Planned',
  peers: 'Left to other tools',
  reason: 'Not for a linter',
}

export function kindOf({ rules, planned, peers }: ClauseOfPage): Kind {
  if (rules.length > 0) return 'rule'
  if (planned) return 'planned'
  return peers ? 'peers' : 'reason'
}

/** How many clauses there are of each kind. */
export function countOf(clauses: readonly ClauseOfPage[]): Record<Kind, number> {
  const count = (kind: Kind) => clauses.filter((clause) => kindOf(clause) === kind).length
  return { rule: count('rule'), planned: count('planned'), peers: count('peers'), reason: count('reason') }
}

export function guidelinesPage({ guidelines }: Knowledge): string {
  const all = guidelines.flatMap(({ clauses }) => clauses)
  const row = (title: string, clauses: readonly ClauseOfPage[]) => {
    const counts = countOf(clauses)
    return [title, ...kinds.map((kind) => String(counts[kind])), String(clauses.length)]
  }
  return `${paragraphs(
    '<!-- Written by `pnpm run docs` from src/guidelines.ts and the rules; edits are lost. -->',
    '# Guidelines',
    'The rules check five guidelines for backend code. Each guideline is taken apart into clauses, one for each thing it asks, under short titles of our own. This page says for every clause who checks it: a rule of this plugin, one that is planned, other tools, or why no linter can.',
    table(
      ['Guideline', ...kinds.map((kind) => titles[kind]), 'Clauses'],
      [
        ...guidelines.map(({ number, title, clauses }) => row(`${code(number)} ${title}`, clauses)),
        row('All of them', all),
      ],
    ),
    ...guidelines.flatMap(section),
  )}\n`
}

function section({ number, name, title, clauses }: Guideline): string[] {
  return [`## ${number} ${title}`, `The preset ${code(name)} has its rules.`, list(clauses.map(clauseLine))]
}

function clauseLine({ id, title, rules, planned, peers, reason }: ClauseOfPage): string {
  const told = [
    rules.length > 0 ? `Checked by ${rules.map((rule) => `[${rule}](rules/${rule}.md)`).join(', ')}.` : '',
    planned ? `Planned: ${codes(planned)}.` : '',
    peers ? `Other tools: ${codes(peers)}.` : '',
    reason ? `No rule: ${reason}` : '',
  ].filter((sentence) => sentence !== '')
  return `**${id}** ${title}. ${told.join(' ')}`
}
