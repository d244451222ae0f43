import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

const root = path.resolve(__dirname, '../..')
const LIMIT = 420_000
let built: string

interface Chunk {
  file: string
  imports?: string[]
}

beforeAll(() => {
  built = mkdtempSync(path.join(tmpdir(), 'console-'))
  execFileSync(process.execPath, [path.join(root, 'node_modules/vite/bin/vite.js'), 'build', '--config', 'admin/vite.config.mts', '--outDir', built, '--logLevel', 'error'], { cwd: root, env: { ...process.env, NODE_ENV: 'production' } })
}, 120_000)
afterAll(() => rmSync(built, { recursive: true, force: true }))

const files = (): string[] => readdirSync(built, { recursive: true, encoding: 'utf8' })

it('loads at most 420 kB, gzipped, until the workbench stands', () => {
  const manifest = JSON.parse(readFileSync(path.join(built, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>
  const needed = new Set<string>()
  const need = (key: string): void => {
    const chunk = manifest[key]!
    if (needed.has(chunk.file)) return
    needed.add(chunk.file)
    chunk.imports?.forEach(need)
  }
  need('index.html')
  need('overview/Workbench.tsx')
  const size = gzipSync(readFileSync(path.join(built, 'index.html'))).length + [...needed].reduce((sum, file) => sum + gzipSync(readFileSync(path.join(built, file))).length, 0)
  process.stdout.write(`first load: ${Math.round(size / 1000)} kB gzipped in ${needed.size + 1} files\n`)
  expect(size).toBeLessThanOrEqual(LIMIT)
})

it('lies ready compressed, the page itself excepted', () => {
  const scripts = files().filter(name => name.endsWith('.js') && readFileSync(path.join(built, name)).length >= 1024)
  expect(scripts.length).toBeGreaterThan(2)
  for (const name of scripts) expect(files()).toEqual(expect.arrayContaining([`${name}.br`, `${name}.gz`]))
  expect(files()).not.toContain('index.html.gz')
})

it('keeps to the page’s policy: no inline script, no style without the nonce, nothing from elsewhere', () => {
  const page = readFileSync(path.join(built, 'index.html'), 'utf8')
  expect(page).toContain('<meta name="csp-nonce" content="__CSP_NONCE__" />')
  expect(page).not.toMatch(/<script(?![^>]*src=)|<style(?! nonce="__CSP_NONCE__">)|\sstyle=|https?:\/\//)
  expect(page).toMatch(/<title>\p{Script=Han}+<\/title>/u)
})

it('does not report to react-admin’s makers', () => {
  const app = readFileSync(path.join(root, 'admin/App.tsx'), 'utf8')
  expect(app).toContain('disableTelemetry')
})
