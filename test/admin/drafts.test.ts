import type { ConsoleProvider } from '../../admin/data/dataProvider'
import { type Draft, Drafts } from '../../admin/data/drafts'
import { type Me, Session } from '../../admin/data/session'
import { draftChanges } from '../../admin/ui/record/DraftKeeper'

/** The browser's storage, which outlives a page. */
class Shelf extends Map<string, string> implements Storage {
  get length(): number {
    return this.size
  }
  key = (at: number): string | null => [...this.keys()][at] ?? null
  getItem = (name: string): string | null => this.get(name) ?? null
  setItem = (name: string, value: string): void => void this.set(name, value)
  removeItem = (name: string): void => void this.delete(name);
  [name: string]: unknown
}

const keyOf = (fill: number): string => Buffer.alloc(32, fill).toString('base64')
const START = Date.parse('2026-11-23T08:00:00Z')
const draftOf = (name: string): Draft => ({ at: START, values: { name }, base: { name: '' }, clientKey: 'k' })

/** A page on which somebody is signed in; the shelf is the machine's. */
function aPage(shelf: Shelf, id = 'A', key = keyOf(1), crypt: SubtleCrypto | null = crypto.subtle) {
  const session = new Session({} as ConsoleProvider)
  const signIn = (as: string, draftKey: string): void => session.set({ account: { id: as }, draftKey } as Me)
  const drafts = new Drafts(session, shelf, crypt)
  signIn(id, key)
  return { drafts, session, signIn }
}

/** Waits until what was typed is sealed. */
async function sealed(shelf: Shelf): Promise<void> {
  jest.advanceTimersByTime(1000)
  for (let turn = 0; turn < 1000 && shelf.size === 0; turn++) await new Promise(resolve => setImmediate(resolve))
}

beforeEach(() => jest.useFakeTimers({ now: START, doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] }))
afterEach(() => jest.useRealTimers())

it('outlives the page, opens for its writer alone, and shows nothing of itself meanwhile', async () => {
  const shelf = new Shelf()
  const { drafts } = aPage(shelf)
  drafts.keep('persons/create', draftOf('示例甲'))
  await sealed(shelf)
  expect([...shelf.entries()].join()).not.toMatch(/示例甲|name/)
  expect(await aPage(shelf).drafts.find('persons/create')).toEqual(draftOf('示例甲'))
  const other = aPage(shelf, 'B', keyOf(2)).drafts
  expect([other.has('persons/create'), await other.find('persons/create')]).toEqual([false, null])
  // Whoever takes the writer's place without the writer's key, as after a changed password, finds nothing, and nothing stays.
  expect(await aPage(shelf, 'A', keyOf(2)).drafts.find('persons/create')).toBeNull()
  expect(shelf.size).toBe(0)
})

it('is gone when it is dropped, also while it is being sealed, and after three days', async () => {
  const shelf = new Shelf()
  const { drafts } = aPage(shelf)
  drafts.keep('a', draftOf('x'))
  jest.advanceTimersByTime(400)
  await drafts.drop('a')
  expect([shelf.size, drafts.has('a'), await drafts.find('a')]).toEqual([0, false, null])
  drafts.keep('a', draftOf('x'))
  await sealed(shelf)
  expect(drafts.has('a')).toBe(true)
  jest.setSystemTime(Date.now() + 73 * 3_600_000)
  expect([drafts.has('a'), await drafts.find('a')]).toEqual([false, null])
  aPage(shelf, 'B', keyOf(2))
  expect(shelf.size).toBe(0)
})

it('without encryption lasts as long as the page, and not for the next person on it', async () => {
  const shelf = new Shelf()
  const { drafts: page, signIn, session } = aPage(shelf, 'A', keyOf(1), null)
  page.keep('a', draftOf('x'))
  jest.advanceTimersByTime(1000)
  expect([await page.find('a'), shelf.size]).toEqual([draftOf('x'), 0])
  session.set(null)
  expect(page.has('a')).toBe(false)
  signIn('A', keyOf(1))
  expect(page.has('a')).toBe(true)
  signIn('B', keyOf(2))
  signIn('A', keyOf(1))
  expect(page.has('a')).toBe(false)
})

it('brings back what was changed alone, and says where others were there since', () => {
  const draft = { base: { name: 'old', phone: '', kinds: ['A'] }, values: { name: 'mine', phone: null, kinds: ['A'], note: 'n' } }
  expect(draftChanges(draft, { name: 'old', kinds: ['A'] })).toEqual({ mine: ['name', 'note'], met: [] })
  expect(draftChanges(draft, { name: 'theirs', kinds: ['B'] })).toEqual({ mine: ['name', 'note'], met: ['name'] })
})
