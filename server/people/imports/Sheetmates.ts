import type { ReadRow } from './whoIs'

/** Who has come before in the same sheet: the registry does not know them yet. */
export class Sheetmates {
  private readonly numbers = new Map<string, number>()
  private readonly likes = new Map<string, { number: number; id: string | null }[]>()

  /** The earlier row that is the same by a number or by name and telephone, and the one that may be by name, birth and village; then this row is known too. */
  meet({ number, draft, name, id, phone, birth }: ReadRow): { same: number | null; like: number | null } {
    const { platformNo, nationalNo } = draft.volunteer
    const keys = [id && `id/${id}`, platformNo && `platform/${platformNo}`, nationalNo && `national/${nationalNo}`, phone && `phone/${name}/${phone}`].filter(Boolean) as string[]
    const same = keys.map(one => this.numbers.get(one)).find(one => one !== undefined && one < number)
    for (const one of keys) if (!this.numbers.has(one)) this.numbers.set(one, number)
    return { same: same ?? null, like: birth && draft.person.regionCode ? this.likeness(`${name}/${birth}/${draft.person.regionCode}`, number, id) : null }
  }

  private likeness(key: string, number: number, id: string | null): number | null {
    const before = this.likes.get(key) ?? []
    const like = before.find(one => one.number < number && !(id && one.id && id !== one.id))
    if (!before.some(one => one.number === number)) this.likes.set(key, [...before, { number, id }])
    return like?.number ?? null
  }
}
