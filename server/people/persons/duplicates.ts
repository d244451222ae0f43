import { registerEnumType } from 'type-graphql'
import type { Context } from '../../kernel/context'
import { Duplicate } from '../../kernel/errors'
import { fingerprint } from '../../kernel/sealed'
import { say } from '../../kernel/text'
import type { DuplicatesInput } from './inputs'
import { Person, PersonState } from './Person'
import { readPhone } from './phone'
import { readResidentId } from './residentId'
import { nameAsMeant } from './writePerson'

export enum LikenessReason {
  ID_CARD = 'ID_CARD',
  PHONE = 'PHONE',
  NAME_BIRTH_VILLAGE = 'NAME_BIRTH_VILLAGE',
  NAME_BIRTH = 'NAME_BIRTH',
}
registerEnumType(LikenessReason, { name: 'LikenessReason' })

/** Somebody who may be the same person, and why. */
export interface Likeness {
  person: Person
  reasons: LikenessReason[]
}

const AT_MOST = 20

/** Who within reach may be the person that a form describes: information, never a refusal. */
export async function findDuplicates(ctx: Context, { name, birthDate, idCard, phone, regionCode, exceptId }: DuplicatesInput): Promise<Likeness[]> {
  const id = idCard ? readResidentId(idCard, ctx.today) : null
  const number = phone ? readPhone(phone) : null
  const born = id?.ok ? id.birthDate : birthDate
  const said = name ? nameAsMeant(name) : null
  const found = new Map<string, Likeness>()
  const look = async (reason: LikenessReason, sql: string, ...values: string[]): Promise<void> => {
    const rows = await ctx.store.query(Person).where("it.state <> 'MERGED'").where(sql, ...values).orderBy('it.id').limit(AT_MOST).rows()
    for (const person of rows.filter(one => one.id !== exceptId)) {
      const likeness = found.get(person.id) ?? { person, reasons: [] }
      likeness.reasons.push(reason)
      found.set(person.id, likeness)
    }
  }
  if (id?.ok) await look(LikenessReason.ID_CARD, 'it.idCardPrint = ?', fingerprint(id.value))
  if (number?.ok) await look(LikenessReason.PHONE, 'it.phonePrint = ?', fingerprint(number.value))
  if (said && born && regionCode) await look(LikenessReason.NAME_BIRTH_VILLAGE, 'it.name = ? AND it.birthDatePrint = ? AND it.regionCode = ?', said, fingerprint(born), regionCode)
  else if (said && born) await look(LikenessReason.NAME_BIRTH, 'it.name = ? AND it.birthDatePrint = ?', said, fingerprint(born))
  return [...found.values()]
}

/** Refuses a resident ID number that somebody else has; names the other only where the actor may see them. */
export async function mustBeFirst(ctx: Context, person: Person): Promise<void> {
  if (!person.idCard) return
  const other = await ctx.store.beyondReach.query(Person).where('it.idCardPrint = ?', fingerprint(person.idCard)).where('it.state <> ?', PersonState.MERGED).where('it.id <> ?', person.id).first()
  if (!other) return
  const seen = await ctx.store.query(Person).where('it.id = ?', other.id).exists()
  if (seen) throw new Duplicate(say('这个身份号码已有人员记录。', 'Somebody with this resident ID number is in the registry.'), { entity: 'Person', id: other.id })
  throw new Duplicate(say('这个身份号码已在其他苏木乡镇登记，请联系旗退役军人事务局办理。', 'This number is registered in another township; ask the bureau.'), { entity: 'Person' })
}
