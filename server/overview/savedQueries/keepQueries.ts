import type { Context } from '../../kernel/context'
import { Forbidden, Invalid, NotFound, Refused } from '../../kernel/errors'
import { say } from '../../kernel/text'
import type { SavedQueryChange, SavedQueryInput } from './resolver'
import { QuerySharing, SavedQuery } from './SavedQuery'

/** How many one account may keep for one list. */
const MOST = 30

/** The questions to a list that one may use: one's own, and those that others share with one's division or role. */
export function usableQueries({ store, actor }: Context, list: string): Promise<SavedQuery[]> {
  return store.beyondReach
    .query(SavedQuery)
    .where('it.list = ? AND it.archived = 0', list)
    .where("(it.ownerId = ? OR (it.sharing = 'REGION' AND it.regionCode <=> ?) OR (it.sharing = 'ROLE' AND it.role = ?))", actor.id, actor.reach.regionCode ?? null, actor.role)
    .orderBy('it.name')
    .orderBy('it.id')
    .limit(100)
    .allWhole(false)
}

/** Keeps a question under a name. */
export async function saveQuery(ctx: Context, { list, name, query, sharing }: SavedQueryInput): Promise<SavedQuery> {
  const kept = await ctx.store.query(SavedQuery).where('it.ownerId = ? AND it.list = ? AND it.archived = 0', ctx.actor.id, list).count()
  if (kept >= MOST) throw new Refused('OVER_CAPACITY', say(`一个列表最多保存 ${MOST} 个查询，请先删除不用的。`, `At most ${MOST} for one list; remove some first.`), { most: MOST })
  const saved = SavedQuery.of({ ownerId: ctx.actor.id, list, regionCode: ctx.actor.reach.regionCode ?? null, role: ctx.actor.role, sharing: QuerySharing.OWN, isDefault: false, archived: false })
  write(ctx, saved, { name, query, sharing })
  return ctx.store.save(saved)
}

/** Renames a question of one's own, changes it, shares it, or makes it the one that the list opens with. */
export async function updateSavedQuery(ctx: Context, id: string, version: number, input: SavedQueryChange): Promise<SavedQuery> {
  const saved = await own(ctx, id, version)
  write(ctx, saved, input)
  if (typeof input.isDefault === 'boolean') {
    for (const other of input.isDefault ? await ctx.store.holdAll(SavedQuery, 'it.ownerId = ? AND it.list = ? AND it.isDefault = 1 AND it.id <> ?', ctx.actor.id, saved.list, id) : []) {
      other.isDefault = false
      await ctx.store.save(other)
    }
    saved.isDefault = input.isDefault
  }
  return ctx.store.save(saved)
}

/** Puts a question of one's own away. */
export async function archiveSavedQuery(ctx: Context, id: string, version: number): Promise<SavedQuery> {
  const saved = await own(ctx, id, version)
  Object.assign(saved, { archived: true, isDefault: false })
  return ctx.store.save(saved, { action: 'ARCHIVE' })
}

async function own(ctx: Context, id: string, version: number): Promise<SavedQuery> {
  const saved = await ctx.store.hold(SavedQuery, id, version)
  if (saved.ownerId !== ctx.actor.id || saved.archived) throw new NotFound()
  return saved
}

function write({ actor }: Context, saved: SavedQuery, { name, query, sharing }: SavedQueryChange): void {
  if (name !== undefined) {
    if (!name?.trim()) throw new Invalid({ name: say('请填写名称。', 'Give it a name.') })
    saved.name = name.trim()
  }
  if (query !== undefined && query !== null) {
    if (!isObject(query)) throw new Invalid({ query: say('查询内容不完整。', 'Not a whole query.') })
    saved.asked = query
  }
  if (!sharing) return
  if (sharing !== QuerySharing.OWN && !actor.may('query.share')) throw new Forbidden('query.share')
  saved.sharing = sharing
}

function isObject(text: string): boolean {
  try {
    const read = JSON.parse(text) as unknown
    return typeof read === 'object' && read !== null && !Array.isArray(read)
  } catch {
    return false
  }
}
