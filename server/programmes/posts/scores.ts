import type { Context } from '../../kernel/context'
import type { Entity } from '../../kernel/entity'
import { Invalid } from '../../kernel/errors'
import { say } from '../../kernel/text'
import type { ChecklistKind } from './enums'
import type { PostScoreInput } from './inputs'
import { ChecklistItem } from './PostRule'
import { PostScore } from './SiteCheck'

/** What a checklist came to. */
export interface Tally {
  score: number
  most: number
  scores: PostScore[]
}

/** Reads a filled-in checklist: every item of the rules once, none worth more than it may bring. */
export async function tally(ctx: Context, ruleId: string, kind: ChecklistKind, given: readonly PostScoreInput[]): Promise<Tally> {
  const items = (await ctx.store.parts(ChecklistItem, 'ruleId', ruleId, 'it.sort')).filter(item => item.kind === kind)
  const byItem = new Map(given.map(one => [one.itemId, one]))
  if (given.length !== items.length || items.some(item => !byItem.has(item.id))) throw new Invalid({ scores: say('请逐项打分，每项一次。', 'Score every item of the checklist, each once.') })
  const over = items.find(item => byItem.get(item.id)!.points > item.points)
  if (over) throw new Invalid({ scores: say(`“${over.nameZh}”最多 ${over.points} 分。`, `“${over.nameEn}” brings ${over.points} at most.`) })
  const scores = items.map(item => PostScore.of({ itemId: item.id, points: byItem.get(item.id)!.points, note: byItem.get(item.id)!.note?.trim() || null }))
  return { score: scores.reduce((sum, { points }) => sum + points, 0), most: items.reduce((sum, { points }) => sum + points, 0), scores }
}

/** Writes the scores of a site check or a review that this act has saved. */
export async function keepScores(ctx: Context, owner: Entity, scores: readonly PostScore[]): Promise<void> {
  for (const score of scores) await ctx.store.save(Object.assign(score, { ownerId: owner.id }))
}
