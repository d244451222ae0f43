import type { Context } from '../../kernel/context'
import type { Entity, Type } from '../../kernel/entity'
import { Invalid } from '../../kernel/errors'
import { say } from '../../kernel/text'

/** What a record tells of somebody who may be in hardship. */
export interface Drawn {
  /** The record's type and id: of one record one clue is made, and no second. */
  entity: string
  entityId: string
  personId: string
  regionCode: string
  /** What it says of the hardship; to be sealed where it is kept. */
  text: string
}

interface Spring {
  type: Type
  may: string
  draw: (ctx: Context, row: never) => Promise<Pick<Drawn, 'personId' | 'text'>>
}

const springs = new Map<string, Spring>()

/** Lets a module say how a clue is drawn from its records: a red flag of a visit, something that is needed. `may` is what reads them. */
export function clueFrom<T extends Entity & { regionCode: string }>(source: string, type: Type<T>, may: string, draw: (ctx: Context, row: T) => Promise<Pick<Drawn, 'personId' | 'text'>>): void {
  springs.set(source, { type, may, draw } as Spring)
}

/** Draws a clue from a record within the actor's reach. NOT_FOUND beyond it; INVALID where no clue is drawn from such records. */
export async function drawClue(ctx: Context, source: string, id: string): Promise<Drawn> {
  const spring = springs.get(source)
  if (!spring) throw new Invalid({ source: say('这类来源不能直接转为线索。', 'No clue is drawn from records of this kind.') })
  ctx.actor.mustBeAllowed(spring.may)
  const row = (await ctx.store.get(spring.type, id)) as Entity & { regionCode: string }
  const { personId, text } = await spring.draw(ctx, row as never)
  return { entity: spring.type.name, entityId: row.id, personId, regionCode: row.regionCode, text }
}
