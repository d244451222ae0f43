import { readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './Child'

interface Profile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[]
  samples: number[]
  timeDeltas: number[]
}

const MOST = 25

/** Where the time of a recorded profile went, in ms a request: by where the code lies, and by function, the most first. */
export function costs(file: string, requests: number): string {
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(file, 'utf8')) as Profile
  const byId = new Map(nodes.map(node => [node.id, node.callFrame]))
  const [places, functions] = [new Map<string, number>(), new Map<string, number>()]
  const add = (map: Map<string, number>, key: string, ms: number): void => void map.set(key, (map.get(key) ?? 0) + ms)
  samples.forEach((id, n) => {
    const frame = byId.get(id)
    if (!frame || frame.functionName === '(idle)') return
    const ms = (timeDeltas[n + 1] ?? timeDeltas[n] ?? 0) / 1000 / requests
    const place = placeOf(frame.url, frame.functionName)
    add(places, place, ms)
    add(functions, `${frame.functionName || '(anonymous)'}  ${frame.url ? `${place}:${path.basename(frame.url)}:${frame.lineNumber + 1}` : ''}`, ms)
  })
  const lines = (map: Map<string, number>, most: number): string[] => [...map].sort(([, one], [, other]) => other - one).slice(0, most).map(([key, ms]) => `  ${ms.toFixed(3).padStart(7)} ms  ${key}`)
  const sum = [...places.values()].reduce((all, ms) => all + ms, 0)
  return [`  ${sum.toFixed(3).padStart(7)} ms in all; by place:`, ...lines(places, 14), '  by function:', ...lines(functions, MOST)].join('\n')
}

/** The package, the product's module, or node's own. */
function placeOf(url: string, name: string): string {
  if (!url) return name.startsWith('(') ? name : '(native)'
  const file = url.replace(/^file:\/\//, '')
  const packaged = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)
  if (packaged) return packaged[1]!
  return url.startsWith('node:') ? 'node' : path.dirname(path.relative(path.join(root, 'dist'), file))
}
