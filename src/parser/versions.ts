/**
 * Whether a version is within a range of the form that a peer dependency has whose versions are known to work:
 * `>=4.8.4 <6.1.0`. A pre-release counts as its release. A range of another form holds every version.
 */
export function isWithin(version: string, range: string): boolean {
  const bounds = [...range.matchAll(/(>=|<)\s*(\d+(?:\.\d+)*)/g)]
  return bounds.every(([, sign, bound = '']) => isBelow(version, bound) === (sign === '<'))
}

function isBelow(version: string, bound: string): boolean {
  const [ours, theirs] = [numbersOf(version), numbersOf(bound)]
  const index = theirs.findIndex((number, place) => number !== (ours[place] ?? 0))
  return index !== -1 && (ours[index] ?? 0) < (theirs[index] ?? 0)
}

function numbersOf(version: string): number[] {
  return version
    .replace(/[-+].*$/, '')
    .split('.')
    .map(Number)
}
