/** Where the number of a rule comes from: read in a document, taken from custom, or first set by the system; and the document's name, where the source says it. */
export function basisOf(source: string): { basis: 'document' | 'custom' | 'system'; named: string } {
  const mark = /^\[(\w)/.exec(source)?.[1]
  const named = source
    .replace(/^\[[^\]]*\]/, '')
    .split(',')
    .map(part => part.trim())
    // Our own papers' names say nothing to whoever reads the page.
    .filter(part => part !== '' && !/^[\x20-\x7e]+$/.test(part))
  return { basis: mark === 'S' ? 'document' : mark === 'B' ? 'custom' : 'system', named: named.join(', ') }
}
