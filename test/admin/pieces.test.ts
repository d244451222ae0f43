import { basisOf } from '../../admin/bureau/settingWords'
import { readResidentId } from '../../admin/ui/residentId'
import { addDays, addMonths, ageOn, clockOf, dayOf, daysBetween, edgeOf, isDay, weeksOf } from '../../admin/ui/days'
import { consoleStore } from '../../admin/ui/consoleStore'
import { parentOf, treeOf, type RegionNode } from '../../admin/ui/inputs/regions'
import { valueAt } from '../../admin/ui/list/columns'
import { sourcesOf } from '../../admin/ui/list/QueryInput'
import { differences } from '../../admin/ui/record/StaleDialog'
import { requestFor } from '../../admin/ui/record/WorkflowButtons'
import { badgeOf } from '../../admin/ui/shell/inbox'
import { legendRows } from '../../admin/ui/views/legendRows'
import { listAddress } from '../../admin/ui/views/StatCard'
import { valuesOf } from '../../admin/ui/enums'
import { pairings } from './sample'

describe('days', () => {
  it('are Shanghai’s, wherever the browser stands', () => {
    expect(dayOf('2026-11-22T15:59:59.000Z')).toBe('2026-11-22')
    expect(dayOf('2026-11-22T16:00:00.000Z')).toBe('2026-11-23')
    expect(clockOf('2026-11-22T16:05:00.000Z')).toBe('2026-11-23 00:05')
    expect(edgeOf('2026-11-23', 'start')).toBe('2026-11-22T16:00:00.000Z')
    expect(edgeOf('2026-11-23', 'end')).toBe('2026-11-23T15:59:59.999Z')
  })
  it('are counted by the calendar', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29')
    expect(daysBetween('2026-11-20', '2026-11-23')).toBe(3)
    expect(addMonths('2026-11', 3)).toBe('2027-02')
    expect(addMonths('2026-01', -1)).toBe('2025-12')
    expect(ageOn('1950-11-24', '2026-11-23')).toBe(75)
    expect([isDay('2026-02-29'), isDay('2024-02-29'), isDay('2026-2-1')]).toEqual([false, true, false])
  })
  it('fill whole weeks from Monday', () => {
    const weeks = weeksOf('2026-11')
    expect(weeks[0]![0]).toBe('2026-10-26')
    expect(weeks.at(-1)!.at(-1)).toBe('2026-12-06')
    expect(weeks.every(week => week.length === 7)).toBe(true)
  })
})

describe('a resident ID', () => {
  /** Nobody's: of a division that never existed, or with the serial 000; the check digit is right. */
  const numbered = (first17: string): string => {
    const sum = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2].reduce((total, weight, place) => total + weight * Number(first17[place]), 0)
    return first17 + '10X98765432'[sum % 11]
  }
  const today = '2026-11-23'
  it('tells birth and sex, under the old county code too', () => {
    expect(readResidentId(numbered('15232619490101000'), today)).toEqual({ ok: true, bornOn: '1949-01-01', sex: 'FEMALE' })
    expect(readResidentId(numbered('15239919490101001'), today)).toEqual({ ok: true, bornOn: '1949-01-01', sex: 'MALE' })
  })
  it.each([
    ['1505251949', 'INCOMPLETE'],
    ['15O525', 'CHARACTERS'],
    [numbered('15239919490230001'), 'BIRTH_DATE'],
    [numbered('15239920301231001'), 'FUTURE'],
    [numbered('15239919490101001').replace(/.$/, last => (last === '0' ? '1' : '0')), 'CHECK_DIGIT'],
  ])('says what is wrong with %s', (text, reason) => {
    expect(readResidentId(text, today)).toEqual({ ok: false, reason })
  })
})

describe('divisions', () => {
  const region = (code: string, level: RegionNode['level']): RegionNode => ({ code, name: `n${code}`, level, pinyin: 'ba xian', initials: 'bx' })
  const all = [region('150525000000', 'BANNER'), region('150525101000', 'TOWNSHIP'), region('150525101201', 'VILLAGE'), region('150525102000', 'TOWNSHIP')]
  it('stand under what contains them', () => {
    expect(parentOf('150525101201')).toBe('150525101000')
    expect(parentOf('150525101000')).toBe('150525000000')
    const tree = treeOf(all)
    expect(tree.root?.code).toBe('150525000000')
    expect(tree.childrenOf('150525000000').map(one => one.code)).toEqual(['150525101000', '150525102000'])
    expect(tree.childrenOf('150525101000').map(one => one.code)).toEqual(['150525101201'])
    expect(tree.search('n150525101201').map(one => one.code)).toEqual(['150525101201'])
    expect([tree.search('baxi').length, tree.search('BX').length, tree.search('1505251012').length]).toEqual([4, 4, 1])
    expect(tree.fullName(tree.byCode.get('150525101201')!)).toBe('n150525101000n150525101201')
  })
  it('begin at the actor’s own', () => {
    const own = treeOf(all, '150525101000')
    expect([own.root?.code, own.byCode.size, own.search('n').length]).toEqual(['150525101000', 2, 2])
    expect(treeOf(all, '150525101201').root?.code).toBe('150525101201')
  })
})

describe('what the console remembers', () => {
  it('is how it looks, and never what was searched for, once one has signed out', () => {
    const store = consoleStore()
    store.setup()
    store.setItem('locale', 'en')
    store.setItem('list.density', 'compact')
    store.setItem('persons.listParams', { filter: { q: 'a name' } })
    expect(store.getItem('persons.listParams')).toEqual({ filter: { q: 'a name' } })
    store.reset()
    expect([store.getItem('locale'), store.getItem('list.density'), store.getItem('persons.listParams')]).toEqual(['en', 'compact', undefined])
  })
})

describe('an action', () => {
  const row = { id: 'p', version: 4 }
  it('goes through the shared move unless the page gives it a mutation', () => {
    expect(requestFor(pairings, row, 'PAUSE', undefined, { note: 'n' }, 'k')).toMatchObject({ mutation: 'movePairing', variables: { id: 'p', version: 4, action: 'PAUSE', note: 'n' } })
    expect(requestFor(pairings, row, 'RECORD_VISIT', { mutation: 'recordVisit', keyed: true }, { minutes: 5 }, 'k')).toMatchObject({ mutation: 'recordVisit', variables: { input: { minutes: 5, clientKey: 'k' } } })
  })
  it('is never allowed to name the record otherwise than the page does', () => {
    expect(requestFor(pairings, row, 'PAUSE', undefined, { id: 'other', version: 1 }, 'k').variables).toMatchObject({ id: 'p', version: 4 })
  })
  it('without any mutation is an error of ours', () => {
    expect(() => requestFor({ name: 'x' }, row, 'PAUSE', undefined, {}, 'k')).toThrow('x has no mutation for PAUSE')
  })
})

it('compares two versions field by field', () => {
  const read = { note: 'old', day: '2026-01-01', kinds: ['A'], untouched: 1 }
  const mine = { note: 'mine', day: '2026-01-01', kinds: ['A', 'B'], untouched: 1 }
  const theirs = { id: 'x', version: 2, note: 'theirs', day: '2026-02-02', kinds: ['A', 'B'], untouched: 1 }
  expect(differences(read, mine, theirs)).toEqual([
    { field: 'note', mine: 'mine', theirs: 'theirs', conflict: true },
    { field: 'day', mine: '2026-01-01', theirs: '2026-02-02', conflict: false },
  ])
})

it('counts, addresses and finds', () => {
  expect(badgeOf(new Map([['A', 2], ['B', 3]]), ['A', 'B', 'C'])).toBe(5)
  expect(listAddress('pairings', { overdue: true })).toBe('/pairings?filter=%7B%22overdue%22%3Atrue%7D&page=1')
  expect(valueAt({ a: { b: [{ c: 1 }] } }, 'a.b.0.c')).toBe(1)
  expect(valueAt({ a: null }, 'a.b')).toBeUndefined()
  expect(sourcesOf({ source: 'startedOn', kind: 'days' })).toEqual(['startedOnFrom', 'startedOnTo'])
  expect(valuesOf('EthnicGroup').slice(0, 3)).toEqual(['01', '02', '03'])
  expect(valuesOf('RiskGrade')).toEqual(['HIGH', 'KEY', 'GENERAL'])
})

it('gives a legend as many rows as its names need', () => {
  expect(legendRows(['新增', '目标'], 330, 14)).toBe(1)
  expect(legendRows(['习语金句', '手拉手，帮战友', '最美逆行', '一村一品', '乡村振兴、社会治理', '石榴籽 心贴心', '星火燎原', '牵手夕阳'], 330, 14)).toBeGreaterThanOrEqual(3)
  expect(legendRows(['Comrades hand in hand, a very long name indeed'], 100, 14)).toBe(1)
})

it('says where the number of a rule comes from, without the names of our own papers', () => {
  expect(basisOf('[S] rules.md 2.1, 突发事件应对法 39')).toEqual({ basis: 'document', named: '突发事件应对法 39' })
  expect(basisOf('[B-low] 民政部令第67号')).toEqual({ basis: 'custom', named: '民政部令第67号' })
  expect([basisOf('[D] programmes.md 4.8'), basisOf('[D]')]).toEqual(Array(2).fill({ basis: 'system', named: '' }))
})
