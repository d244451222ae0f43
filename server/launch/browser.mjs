import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { findTool } from './embedded/findEngine.mjs'
import { asRoot } from './embedded/installEngine.mjs'
import { root } from './project.mjs'
import { say } from './runStep.mjs'

const FONT_FOLDERS = ['/usr/share/fonts/opentype/noto', '/usr/share/fonts/noto-cjk', '/usr/share/fonts/truetype/noto']

/** The browser that the browser tests drive: `CHROMIUM`, else Debian's; undefined when there is none. */
export const findBrowser = () => process.env.CHROMIUM || findTool(['chromium', 'chromium-browser', 'google-chrome'])

/** Whether Chinese text can be drawn. */
const haveFonts = () => FONT_FOLDERS.some(folder => existsSync(folder) && readdirSync(folder).some(name => /CJK/i.test(name)))

/** Brings a browser and Chinese fonts where it may (as root); answers what is still missing, as Debian packages. */
export function ensureBrowser() {
  const missing = () => [...(findBrowser() ? [] : ['chromium']), ...(haveFonts() ? [] : ['fonts-noto-cjk'])]
  const wanted = missing()
  if (wanted.length === 0 || process.getuid?.() !== 0 || !findTool(['apt-get'])) return wanted
  const failed = asRoot(wanted, say)
  if (failed) say(failed)
  return missing()
}

/** The tests that cannot run without a browser: those that drive one, directly or through what they import. */
export function browserTests() {
  return readdirSync(join(root, 'test'), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.test\.tsx?$/.test(entry.name))
    .map(entry => join(entry.parentPath ?? entry.path, entry.name))
    .filter(file => /playwright-core|support\/browser/.test(readFileSync(file, 'utf8')))
    .map(file => relative(root, file))
}
