import { say, type Text } from '../../kernel/text'
import type { ReadRow } from './whoIs'

/** By what two rows are the same. */
const BY = {
  ID: say('身份证号相同', 'the same resident ID'),
  PLATFORM: say('文明实践云编号相同', 'the same platform number'),
  NATIONAL: say('中国志愿编号相同', 'the same national number'),
  PHONE: say('姓名和手机号相同', 'the same name and telephone'),
}

/** Who has come before in the same sheet: the registry does not know them yet. */
export class Sheetmates {
  private readonly numbers = new Map<string, number>()
  private readonly likes = new Map<string, { number: number; id: string | null }[]>()

  /** The earlier row that is the same by a number or by name and telephone, and the one that may be by name, birth and village; then this row is known too. */
  meet({ number, draft, name, id, phone, birth }: ReadRow): { same: { number: number; by: Text } | null; like: number | null } {
    const { platformNo, nationalNo } = draft.volunteer
    const said = { ID: id, PLATFORM: platformNo, NATIONAL: nationalNo, PHONE: phone && `${name}/${phone}` }
    const keys = Object.entries(said).flatMap(([kind, value]) => (value ? [{ kind: kind as keyof typeof BY, key: `${kind}/${value}` }] : []))
    const same = keys.map(({ kind, key }) => ({ number: this.numbers.get(key) ?? number, by: BY[kind] })).find(one => one.number < number)
    for (const { key } of keys) if (!this.numbers.has(key)) this.numbers.set(key, number)
    return { same: same ?? null, like: birth && draft.person.regionCode ? this.likeness(`${name}/${birth}/${draft.person.regionCode}`, number, id) : null }
  }

  private likeness(key: string, number: number, id: string | null): number | null {
    const before = this.likes.get(key) ?? []
    const like = before.find(one => one.number < number && !(id && one.id && id !== one.id))
    if (!before.some(one => one.number === number)) this.likes.set(key, [...before, { number, id }])
    return like?.number ?? null
  }
}
