import { codes, flag, type Limit, offset, type Row, today } from './Limit'

const MOST = 3
const STARS = [100, 300, 600, 1000, 1500].map(hours => hours * 60)

interface Asked {
  filter: { q: string }
  page: { number: number; size: number }
}

/** By a part of the name, or of its reading where it is asked in letters: what SQL has for it without a table of its own. */
export async function volunteers(limit: Limit, { filter: { q }, page }: Asked): Promise<unknown> {
  const where = /^[a-z]/.test(q) ? "REPLACE(p.pinyin, ' ', '') LIKE ?" : 'p.name LIKE ?'
  const from = `FROM volunteers v JOIN persons p ON p.id = v.personId WHERE ${where}`
  const values = [`%${q}%`]
  const [rows, [count]] = await Promise.all([
    limit.query(
      `SELECT v.id, v.version, v.state, v.volunteerNo, v.\`load\`, v.maxLoad, v.skills, v.languages, v.totalMinutes, v.regionCode, v.teamId, t.name AS team, p.id AS p, p.name, p.sex, p.birthYear, p.phoneMask AS phone, p.isVeteran
         FROM (SELECT v.id ${from} ORDER BY v.id DESC${offset(page)}) k JOIN volunteers v ON v.id = k.id JOIN persons p ON p.id = v.personId LEFT JOIN teams t ON t.id = v.teamId ORDER BY v.id DESC`,
      values,
    ),
    limit.query(`SELECT COUNT(*) AS n ${from}`, values),
  ])
  return { list: { total: count!.n, more: false, items: rows.map(row => shown(limit, row)) } }
}

function shown(limit: Limit, row: Row): unknown {
  const { id, version, state, volunteerNo, load, totalMinutes } = row
  const birthYear = row.birthYear as number | null
  return {
    id, version, state, volunteerNo, load, loadLimit: Math.min((row.maxLoad as number | null) ?? MOST, MOST), skills: codes(row.skills), languages: codes(row.languages), totalMinutes,
    stars: STARS.filter(least => (totalMinutes as number) >= least).length,
    person: { id: row.p, name: row.name, sex: row.sex, birthYear, age: birthYear === null ? null : Number(today().slice(0, 4)) - birthYear, phone: row.phone, isVeteran: flag(row.isVeteran) },
    region: limit.placed(row.regionCode as string), team: row.teamId && { id: row.teamId, name: row.team },
  }
}
