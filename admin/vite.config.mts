import { readdirSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const here = resolve('admin')
const server = 'http://127.0.0.1:4000'

/** Builds the console into dist/admin; in development it serves it with reload and hands API and files to the server. */
export default defineConfig({
  root: here,
  plugins: [react(), words(), precompress()],
  server: { port: 5173, proxy: { '/graphql': server, '/files': server, '/sheets': server, '/papers': server } },
  build: {
    outDir: '../dist/admin',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    manifest: true,
    rolldownOptions: {
      output: {
        // What changes seldom stays in the browser's cache; everything else is cut by the pages that need it.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|react-router|react-router-dom|@emotion)[\\/]/, priority: 2 },
            { name: 'graphql', test: /node_modules[\\/](graphql|@apollo|graphql-tag|optimism|@wry|zen-observable-ts|ra-data-graphql)[\\/]/, priority: 1 },
          ],
        },
      },
    },
  },
})

/** Puts the catalogue's words into the page that is there before any script. */
function words(): Plugin {
  const catalogue = JSON.parse(readFileSync(join(here, 'i18n/zh/page.json'), 'utf8')) as Record<string, string>
  return { name: 'words', transformIndexHtml: html => html.replace(/\{\{(\w+)\}\}/g, (_, key: string) => catalogue[key] ?? '') }
}

/**
 * Writes a `.br` and a `.gz` beside every built file that is worth it, so that the server only has to send. The page itself is
 * left out: the server writes a fresh nonce into it for each visit.
 */
function precompress(): Plugin {
  const [brotli, zip, small] = [promisify(brotliCompress), promisify(gzip), 1024]
  return {
    name: 'precompress',
    apply: 'build',
    async writeBundle({ dir = '' }) {
      const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter(name => /\.(js|css|svg)$/.test(name))
      await Promise.all(
        files.map(async name => {
          const path = join(dir, name)
          const bytes = readFileSync(path)
          if (bytes.length < small) return
          await writeFile(`${path}.br`, await brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }))
          await writeFile(`${path}.gz`, await zip(bytes, { level: 9 }))
        }),
      )
    },
  }
}
