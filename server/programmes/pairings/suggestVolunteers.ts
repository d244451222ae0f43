import { Field, Int, ObjectType } from 'type-graphql'
import type { ProgrammeCode } from '../../bureau/programmes/ProgrammeCode'
import type { Context } from '../../kernel/context'
import { distance, prefixOf } from '../../kernel/regionCode'
import { say, type Text } from '../../kernel/text'
import { Beneficiary } from '../../people/beneficiaries/Beneficiary'
import { ElderLanguage } from '../../people/beneficiaries/enums'
import { Language } from '../../people/persons/Skill'
import { Person, Sex } from '../../people/persons/Person'
import { Volunteer } from '../../people/volunteers/Volunteer'
import { type Limits, limits, maxLoadOf, obstacle, type Obstacle, obstaclesOf } from './eligibility'
import { mustPair } from './pairElder'
import { LIVE, PairingEndReason } from './Pairing'

/** Why somebody is offered or not, as a code and in the asker's language. */
@ObjectType()
export class SuggestionReason {
  @Field() code: string
  @Field({ description: 'In words, in the language asked for.' }) text: string
  @Field(() => Boolean, { description: 'Whether it speaks for them.' }) favourable: boolean
}

/** A volunteer who may be asked, and what speaks for and against. */
@ObjectType()
export class Suggestion {
  @Field(() => Volunteer) volunteer: Volunteer
  @Field(() => Int, { description: 'The higher, the better; only to sort by.' }) score: number
  @Field(() => Int, { description: '0 same village, 1 same township, 2 same banner, 3 farther.' }) distance: number
  @Field(() => Int) load: number
  @Field(() => Int) maxLoad: number
  @Field(() => [SuggestionReason]) reasons: SuggestionReason[]
}

/** A volunteer near by who may not be asked now, and why. */
@ObjectType()
export class NotOffered {
  @Field(() => Volunteer) volunteer: Volunteer
  @Field(() => [SuggestionReason]) reasons: SuggestionReason[]
}

/** Whom to ask for an elder. Information only: a person decides, and the volunteer says yes or no. */
@ObjectType()
export class Suggestions {
  @Field(() => [Suggestion], { description: 'Best first.' }) items: Suggestion[]
  @Field(() => [NotOffered], { description: 'The nearest who are not offered.' }) notOffered: NotOffered[]
  @Field(() => Int, { description: 'How many volunteers of the banner lie outside the asker’s reach.' }) outOfReach: number
}

const CANDIDATES = 200
const NEAREST_REFUSED = 20

interface Past {
  live: Set<string>
  before: Set<string>
  declined: Set<string>
}

/** Ranks the volunteers within reach for an elder, and says why in words; and why others are not offered. */
export async function suggestVolunteers(ctx: Context, beneficiaryId: string, programme: ProgrammeCode, most: number): Promise<Suggestions> {
  mustPair(programme)
  const elder = await ctx.store.get(Beneficiary, beneficiaryId)
  elder.mustHaveConsent()
  const near = "(it.regionCode = ?) DESC, (it.regionCode LIKE ?) DESC, it.load, it.id"
  const place = [elder.regionCode, `${elder.regionCode.slice(0, 9)}%`]
  const ordered = (where: string, limit: number): Promise<Volunteer[]> => ctx.store.query(Volunteer).where(where).orderBy(near.replace('?', quote(place[0]!)).replace('?', quote(place[1]!))).limit(limit).rows()
  const limit = await limits(ctx)
  const [ready, unready, past, outOfReach] = await Promise.all([
    ordered("it.state = 'ACTIVE' AND it.screenedOn IS NOT NULL", CANDIDATES),
    ordered("(it.state <> 'ACTIVE' OR it.screenedOn IS NULL) AND it.state IN ('PENDING','ACTIVE','PAUSED','BLOCKED')", NEAREST_REFUSED),
    pastOf(ctx, elder.id, programme),
    countBeyond(ctx, elder),
  ])
  const person = elder.person ?? (await ctx.store.follow(Person, elder.personId))!
  const items: Suggestion[] = []
  const refused: { volunteer: Volunteer; obstacles: Obstacle[] }[] = []
  for (const volunteer of [...ready, ...unready]) {
    const obstacles = obstaclesOf(volunteer, volunteer.person, elder.personId, ctx.today, limit)
    if (past.live.has(volunteer.id)) obstacles.push(obstacle('ALREADY_PAIRED'))
    if (obstacles.length > 0) refused.push({ volunteer, obstacles })
    else items.push(weigh(ctx, elder, person, volunteer, past, limit))
  }
  const word = ({ code, text }: Obstacle): SuggestionReason => ({ code, text: text[ctx.origin.locale], favourable: false })
  return {
    items: items.sort((a, b) => b.score - a.score || (a.volunteer.id < b.volunteer.id ? -1 : 1)).slice(0, most),
    notOffered: refused.sort((a, b) => distance(a.volunteer.regionCode, elder.regionCode) - distance(b.volunteer.regionCode, elder.regionCode)).slice(0, NEAREST_REFUSED).map(each => ({ volunteer: each.volunteer, reasons: each.obstacles.map(word) })),
    outOfReach,
  }
}

/** A division code is digits only, so that it may stand in an ORDER BY. */
const quote = (code: string): string => `'${code.replace(/[^0-9%]/g, '')}'`

const DISTANCE: readonly [score: number, code: string, text: Text][] = [
  [40, 'SAME_VILLAGE', say('与老人同村', 'Lives in the same village')],
  [25, 'SAME_TOWNSHIP', say('与老人同一苏木乡镇', 'Lives in the same township')],
  [8, 'SAME_BANNER', say('同旗但不在一个苏木乡镇，路较远', 'Lives in the banner, but in another township')],
  [0, 'FAR', say('不在本旗', 'Lives outside the banner')],
]

/** What speaks for and against one volunteer, each with its weight. */
function weigh(ctx: Context, elder: Beneficiary, person: Person, volunteer: Volunteer, past: Past, limit: Limits): Suggestion {
  const reasons: SuggestionReason[] = []
  let score = 0
  const note = (points: number, code: string, text: Text, favourable = points >= 0): void => {
    score += points
    reasons.push({ code, text: text[ctx.origin.locale], favourable })
  }
  const far = distance(volunteer.regionCode, elder.regionCode)
  note(DISTANCE[far]![0], DISTANCE[far]![1], DISTANCE[far]![2], far < 2)
  weighLanguage(elder, volunteer, note)
  if (elder.volunteerSexWish) {
    if (volunteer.person.sex === elder.volunteerSexWish) note(12, 'SEX_WISH', say('性别符合老人意愿', 'Is of the sex the elder wishes for'))
    else note(-20, 'AGAINST_SEX_WISH', say('性别不符合老人意愿', 'Is not of the sex the elder wishes for'))
  }
  if (volunteer.sexWish && person.sex !== Sex.UNKNOWN && volunteer.sexWish !== person.sex) note(-15, 'AGAINST_OWN_WISH', say('志愿者更愿意结对另一性别的老人', 'Would rather visit an elder of the other sex'))
  const shared = volunteer.skills.filter(skill => elder.skillWishes.includes(skill))
  if (shared.length > 0) note(8 * shared.length, 'SKILL', say(`具备老人需要的 ${shared.length} 项技能`, `Has ${shared.length} of the skills wished for`))
  else if (elder.skillWishes.length > 0) note(-4, 'NO_SKILL', say('没有登记老人需要的技能', 'Has none of the skills wished for'))
  const most = maxLoadOf(volunteer, limit)
  note(5 * Math.max(0, most - volunteer.load) - 5, volunteer.load === 0 ? 'FREE' : 'HAS_ROOM', say(`现有 ${volunteer.load} 户，最多 ${most} 户`, `Has ${volunteer.load} of at most ${most} elders`), true)
  if (person.ethnicCode && volunteer.person.ethnicCode && person.ethnicCode !== volunteer.person.ethnicCode) note(1, 'CROSS_ETHNIC', say('不同民族结对，体现民族团结', 'Pairs two ethnic groups'))
  if (past.before.has(volunteer.id)) note(6, 'FORMER', say('以前与这位老人结对过', 'Was paired with this elder before'))
  if (past.declined.has(volunteer.id)) note(-25, 'DECLINED_BEFORE', say('曾表示不接受与这位老人结对', 'Declined to be paired with this elder before'))
  return { volunteer, score, distance: far, load: volunteer.load, maxLoad: most, reasons }
}

function weighLanguage(elder: Beneficiary, volunteer: Volunteer, note: (points: number, code: string, text: Text) => void): void {
  if (elder.language === ElderLanguage.BOTH) return note(4, 'LANGUAGE', say('语言相通', 'Shares a language'))
  const wanted = elder.language === ElderLanguage.MONGOL ? Language.MONGOL : Language.HAN
  const name = wanted === Language.MONGOL ? say('会说蒙古语', 'Speaks Mongolian') : say('会说汉语', 'Speaks Chinese')
  if (volunteer.languages.includes(wanted)) note(15, 'LANGUAGE', name)
  else note(-25, 'NO_LANGUAGE', wanted === Language.MONGOL ? say('不会说蒙古语', 'Does not speak Mongolian') : say('不会说汉语', 'Does not speak Chinese'))
}

async function pastOf(ctx: Context, beneficiaryId: string, programme: ProgrammeCode): Promise<Past> {
  const rows = await ctx.store.sql('SELECT volunteerId, state, endReason, programme, helperIds FROM pairings WHERE beneficiaryId = ?', [beneficiaryId])
  const ended = rows.filter(row => row.state === 'ENDED')
  const live = rows.filter(row => (LIVE as readonly string[]).includes(String(row.state)) && row.programme === programme)
  return {
    live: new Set(live.flatMap(row => [String(row.volunteerId), ...String(row.helperIds).split(',')])),
    declined: new Set(ended.filter(row => row.endReason === PairingEndReason.NOT_ACCEPTED).map(row => String(row.volunteerId))),
    before: new Set(ended.filter(row => row.endReason !== PairingEndReason.NOT_ACCEPTED).map(row => String(row.volunteerId))),
  }
}

async function countBeyond(ctx: Context, elder: Beneficiary): Promise<number> {
  if (ctx.actor.reach.kind === 'banner' || ctx.actor.reach.kind !== 'region' || !ctx.actor.reach.regionCode) return 0
  const [row] = await ctx.store.sql("SELECT COUNT(*) AS n FROM volunteers WHERE state = 'ACTIVE' AND regionCode LIKE ? AND regionCode NOT LIKE ?", [`${elder.regionCode.slice(0, 6)}%`, `${prefixOf(ctx.actor.reach.regionCode)}%`])
  return Number(row?.n ?? 0)
}
