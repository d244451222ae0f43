import { addDays } from '../kernel/days'
import { idAt } from '../kernel/entity'
import { counties } from '../bureau/regions/data'
import { ApplicationState, VolunteerApplication } from '../people/applications/VolunteerApplication'
import { Sex } from '../people/persons/Person'
import { Skill } from '../people/persons/Skill'
import { Award, Evaluation, Insurance, Qualification, Training } from '../people/records/records'
import { VolunteerState } from '../people/volunteers/Volunteer'
import type { DemoPeople, Making } from './demoPeople'
import { demoBirthDate, demoName, DemoNumbers } from './names'

const county = counties['150525']

/** What the rules want kept of volunteers, and who has applied of late. */
export interface DemoRecords {
  insurances: Insurance[]
  qualifications: Qualification[]
  trainings: Training[]
  awards: Award[]
  evaluations: Evaluation[]
  applications: VolunteerApplication[]
}

const at = (day: string) => {
  const instant = new Date(`${day}T09:30:00+08:00`)
  return { id: idAt(instant), createdAt: instant, updatedAt: instant }
}

/** Most volunteers are insured and trained, a few insurances and certificates end soon; some people wait for an answer to the public form. */
export function makeRecords({ volunteers }: DemoPeople, { random, today }: Making): DemoRecords {
  const records: DemoRecords = { insurances: [], qualifications: [], trainings: [], awards: [], evaluations: [], applications: [] }
  for (const { id: volunteerId, skills } of volunteers.filter(each => each.state === VolunteerState.ACTIVE)) {
    const of = { volunteerId, archived: false }
    if (random.chance(0.7)) {
      const toOn = addDays(today, random.chance(0.08) ? random.int(3, 28) : random.int(60, 330))
      records.insurances.push(Insurance.of({ ...at(addDays(toOn, -364)), ...of, company: '示例保险公司', policyNo: `SL${random.int(10_000_000, 99_999_999)}`, fromOn: addDays(toOn, -364), toOn }))
    }
    if (skills.includes(Skill.MEDICAL) && random.chance(0.7)) {
      const issuedOn = addDays(today, -random.int(700, 2500))
      records.qualifications.push(Qualification.of({ ...at(issuedOn), ...of, title: '执业医师资格证', certificateNo: `示例${random.int(100_000, 999_999)}`, issuer: '示例卫生主管部门', issuedOn, validUntil: random.chance(0.15) ? addDays(today, random.int(5, 25)) : addDays(today, random.int(200, 1500)) }))
    }
    if (random.chance(0.55)) {
      const heldOn = addDays(today, -random.int(20, 330))
      records.trainings.push(Training.of({ ...at(heldOn), ...of, course: random.pick(['志愿服务基础培训', '防汛抢险演练', '急救与心肺复苏', '老年人照护']), heldOn, hours: random.int(2, 8), validUntil: random.chance(0.5) ? addDays(heldOn, 365) : null }))
    }
    if (random.chance(0.06)) records.awards.push(Award.of({ ...at(addDays(today, -200)), ...of, title: '优秀退役军人志愿者', issuer: '示例表彰单位', awardedOn: addDays(today, -200) }))
    if (random.chance(0.3)) records.evaluations.push(Evaluation.of({ ...at(addDays(today, -random.int(10, 90))), ...of, evaluatedOn: addDays(today, -random.int(10, 90)), rating: random.int(3, 5), note: random.pick(['热心、守时', '老人评价好', null]) }))
  }
  makeApplications(records, { random, today })
  return records
}

function makeApplications({ applications }: DemoRecords, { random, today }: Pick<Making, 'random' | 'today'>): void {
  const numbers = new DemoNumbers()
  const villages = [...random.some(county.villages.filter(village => village.code.startsWith('150525101')), 4), ...random.some(county.villages, 8)]
  villages.forEach((village, n) => {
    const sex = random.chance(0.7) ? Sex.MALE : Sex.FEMALE
    const birthDate = demoBirthDate(random, random.int(20, 64), today)
    const day = addDays(today, -(n % 8))
    const declined = n === villages.length - 1
    const application = VolunteerApplication.of({
      ...at(day), number: `A${day.replaceAll('-', '').slice(2)}-${String(random.int(0, 99_999_999)).padStart(8, '0')}`, name: demoName(random, sex).name, birthYear: Number(birthDate.slice(0, 4)), regionCode: village.code, isVeteran: random.chance(0.8),
      skills: random.some([Skill.DRIVING, Skill.HAIRCUT, Skill.REPAIR, Skill.READING], random.int(0, 2)), note: random.pick(['周末有空', '愿意参加应急队伍', null]), guardianName: null, noticeVersion: '2026-1',
      state: declined ? ApplicationState.DECLINED : ApplicationState.RECEIVED, answer: declined ? '已在其他苏木乡镇登记' : null, answeredAt: declined ? new Date(`${today}T09:00:00+08:00`) : null, volunteerId: null,
    })
    application.idCard = numbers.residentId(birthDate, sex)
    application.phone = numbers.phone()
    applications.push(application)
  })
}
