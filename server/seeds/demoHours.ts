import { ProgrammeCode } from '../bureau/programmes/ProgrammeCode'
import { addDays } from '../kernel/days'
import { idAt } from '../kernel/entity'
import { ObjectionState, ServiceObjection } from '../people/hours/ServiceObjection'
import { ServiceRecord, ServiceState } from '../people/hours/ServiceRecord'
import { type Volunteer, VolunteerState } from '../people/volunteers/Volunteer'
import type { Random } from './random'

export interface DemoHours {
  records: ServiceRecord[]
  objections: ServiceObjection[]
}

interface Telling {
  random: Random
  today: string
}

const WORK: readonly (readonly [ProgrammeCode, string])[] = [
  [ProgrammeCode.LOCAL, '村屯环境整治'], [ProgrammeCode.RURAL, '入户宣传防火防汛'], [ProgrammeCode.STORYTELLING, '给学生讲老兵故事'], [ProgrammeCode.CALLIGRAPHY, '为乡亲写春联'], [ProgrammeCode.COMRADES, '帮扶困难战友秋收'],
]

/** What was entered from paper over the past year: most volunteers a little, a few so much that they have stars; drills apart; some lines corrected, some reported as wrong. */
export function makeHours(volunteers: readonly Volunteer[], { random, today }: Telling): DemoHours {
  const told: DemoHours = { records: [], objections: [] }
  for (const volunteer of volunteers) {
    if (volunteer.state !== VolunteerState.ACTIVE || !volunteer.teamId) continue
    const often = random.weighted({ never: 55, now: 28, weekly: 14, always: 3 })
    const perMonth = { never: 0, now: 0.5, weekly: 3, always: 7 }[often]
    for (let n = 0; n < perMonth * 12; n++) {
      const [programme, content] = random.pick(WORK)
      enter(told, volunteer, addDays(today, -(3 + Math.floor((n * 360) / (perMonth * 12)))), random.int(14, 26) * 10, programme, content)
    }
    if (random.chance(0.15)) enter(told, volunteer, addDays(today, -random.int(120, 200)), 180, ProgrammeCode.FRONTLINE, '防汛应急演练', true)
  }
  for (const record of random.some(told.records.filter(each => !each.drill), 6)) correct(told, record)
  for (const record of random.some(told.records.filter(each => each.state === ServiceState.CONFIRMED), 8)) object(told, record, random, today)
  return told
}

function enter(told: DemoHours, volunteer: Volunteer, servedOn: string, minutes: number, programmeCode: ProgrammeCode, content: string, drill = false): void {
  const when = new Date(`${servedOn}T18:00:00+08:00`)
  const id = idAt(when)
  told.records.push(ServiceRecord.of({
    id, createdAt: when, updatedAt: when, volunteerId: volunteer.id, personId: volunteer.personId, teamId: volunteer.teamId, regionCode: volunteer.regionCode, homeRegionCode: volunteer.regionCode, programmeCode, sourceType: 'Entry', sourceId: id,
    sourceKey: `Entry/${id}`, content, servedOn, startedAt: null, endedAt: null, breakMinutes: 0, minutes, drill, state: ServiceState.CONFIRMED, correctionOfId: null, note: null, voidReason: null,
  }))
}

function correct(told: DemoHours, record: ServiceRecord): void {
  const when = new Date(record.createdAt.getTime() + 86_400_000)
  told.records.push(ServiceRecord.of({ ...record, id: idAt(when), version: 0, createdAt: when, updatedAt: when, minutes: record.minutes - 30, correctionOfId: record.id }))
  record.end(ServiceState.CORRECTED, '核对签到表，多记半小时')
}

function object(told: DemoHours, record: ServiceRecord, random: Random, today: string): void {
  const open = random.chance(0.6)
  const madeOn = open ? addDays(today, -random.int(1, 9)) : addDays(record.servedOn, 1)
  const when = new Date(`${madeOn}T09:30:00+08:00`)
  told.objections.push(ServiceObjection.of({
    id: idAt(when), createdAt: when, updatedAt: when, recordId: record.id, volunteerId: record.volunteerId, teamId: record.teamId, regionCode: record.homeRegionCode, state: open ? ObjectionState.OPEN : ObjectionState.DISMISSED,
    text: random.pick(['当天实际服务四个小时', '项目登记错了', '那天我没有去，是同村的另一位']), answerBy: addDays(madeOn, 7), answer: open ? null : '核对签到表，与记录一致', openKey: open ? record.id : null,
  }))
}
