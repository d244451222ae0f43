import { Context } from '../kernel/context'
import type { Actor } from '../kernel/access'
import type { Database } from '../kernel/database'
import { addDays, startOfDay } from '../kernel/days'
import { Deadline } from '../kernel/deadline'
import { fenOf, yuanOf } from '../kernel/money'
import { CaseCategory, CaseCloseReason, type CaseCause, CaseColour, ClueSource, ContactWay, ExclusionKind, type HardshipKind, MemberRelation } from '../programmes/hardship/enums'
import { checkCase } from '../programmes/hardship/checkCase'
import { closeCase } from '../programmes/hardship/closeCase'
import { approveCase, refuseCase } from '../programmes/hardship/decideCase'
import { deliverDecision } from '../programmes/hardship/deliverDecision'
import { dismissClue } from '../programmes/hardship/dismissClue'
import { grantUrgentHelp } from '../programmes/hardship/grantUrgentHelp'
import { HardshipCase } from '../programmes/hardship/HardshipCase'
import { publishNotice } from '../programmes/hardship/publishNotice'
import { objectToDecision, objectToNotice } from '../programmes/hardship/raiseObjection'
import { recordInvestigation } from '../programmes/hardship/recordInvestigation'
import { registerCase } from '../programmes/hardship/registerCase'
import { reportClue } from '../programmes/hardship/reportClue'
import { returnCase } from '../programmes/hardship/returnCase'
import { reviewCase } from '../programmes/hardship/reviewCase'
import { startInvestigation } from '../programmes/hardship/startInvestigation'
import { transferCase } from '../programmes/hardship/transferCase'
import { writeHousehold } from '../programmes/hardship/writeHousehold'
import { FollowUpResult } from '../programmes/hardship/followUps/FollowUp'
import { recordFollowUp } from '../programmes/hardship/followUps/recordFollowUp'
import { approveMeasure } from '../programmes/hardship/measures/approveMeasure'
import { deliverMeasure } from '../programmes/hardship/measures/deliverMeasure'
import { Department, FundSource, GivingWay, MeasureKind } from '../programmes/hardship/measures/enums'
import { Measure } from '../programmes/hardship/measures/Measure'
import { planMeasures } from '../programmes/hardship/measures/planMeasures'
import type { Referral } from '../programmes/hardship/measures/Referral'
import { answerReferral, finishReferral, sendReferral } from '../programmes/hardship/measures/sendReferral'
import { tellHelpers } from './demoComrades'

/** Who acts in the demo's cases. */
export type Cast = Record<'village' | 'station' | 'station2' | 'stationhead' | 'caseworker' | 'officer' | 'leader', Actor>

/** Somebody in hardship, as the demo tells it. */
export interface Trouble {
  personId: string
  /** Whether the demo's liaison is the one of their village. */
  ofVillage: boolean
  cause: CaseCause
  kind: HardshipKind
  text: string
  wish: string
  colour: CaseColour
  amount: string
}

const CHECKS = Object.values(ExclusionKind).map(kind => ({ kind, found: false, source: '示例：有关部门函复未发现' }))

/** One case, told act by act: each by whom it is, on a day of its own, through the acts themselves. */
export class CaseTale {
  private one: HardshipCase | undefined
  private now = new Date(0)

  constructor(
    private readonly database: Database,
    private readonly today: string,
    private readonly cast: Cast,
    private readonly of: Trouble,
    /** The township that it lies in has other workers. */
    private readonly home: 'station' | 'station2' = 'station',
  ) {}

  /** The acts that follow happen so many days before today. */
  ago(days: number): this {
    this.now = new Date(startOfDay(addDays(this.today, -days)).getTime() + 10 * 3_600_000)
    return this
  }

  private get day(): string {
    return new Date(this.now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
  }

  private async by(who: keyof Cast, name: string, act: (ctx: Context, id: string, version: number) => Promise<HardshipCase>): Promise<void> {
    const ctx = Context.for(this.database, this.cast[who], { requestId: null, ip: null, locale: 'zh' }, this.now, new Deadline(60_000))
    this.one = (await ctx.transact(name, inner => act(inner, this.one?.id ?? '', this.one?.version ?? 0))) as HardshipCase
    this.now = new Date(this.now.getTime() + 1_200_000)
  }

  clue(source: ClueSource, urgent = false): Promise<void> {
    return this.by(source === ClueSource.VILLAGE && this.of.ofVillage ? 'village' : this.home, 'reportClue', ctx => reportClue(ctx, { personId: this.of.personId, source, text: this.of.text, urgent }))
  }

  register(): Promise<void> {
    const { personId, cause, kind, text, wish, colour } = this.of
    const input = { personId, category: CaseCategory.VETERAN, tags: [], kinds: [kind], cause, causeText: text, wishes: wish, urgent: colour === CaseColour.RED, colour, source: ClueSource.PERSON }
    return this.by(this.home, 'registerCase', (ctx, id, version) => registerCase(ctx, id || null, version || null, { ...input, ownerId: this.home === 'station' ? this.cast.caseworker.id : null }))
  }

  async investigate(): Promise<void> {
    await this.by('station', 'startInvestigation', (ctx, id, version) => startInvestigation(ctx, id, version, [this.cast.station.id, this.cast.caseworker.id]))
    const members = [{ name: '示例家属甲', relation: MemberRelation.SPOUSE, age: 58, health: '慢性病', work: '务农' }, { name: '示例家属乙', relation: MemberRelation.CHILD, age: 17, health: '健康', work: '在校学生' }]
    await this.by('caseworker', 'writeHousehold', (ctx, id, version) => writeHousehold(ctx, id, version, { members, economy: { income: '18600.00', incomeFrom: '种地、低保', spending: '31200.00', medicalSpending: '14800.00', housing: '砖瓦房三间，自有', otherAid: '临时救助一次' } }))
  }

  record(): Promise<void> {
    const looks = { housing: '砖瓦房三间，一间漏雨', living: '家电齐全但陈旧', income: '种地收入为主', schoolWorkHealth: '一人在校，一人长期服药', specialGroups: '无', findings: '困难情况属实，建议帮扶' }
    return this.by('caseworker', 'recordInvestigation', (ctx, id, version) => recordInvestigation(ctx, id, version, { investigatedOn: this.day, ...looks }))
  }

  notice(): Promise<void> {
    return this.by('station', 'publishNotice', (ctx, id, version) => publishNotice(ctx, id, version, { from: this.day, place: '嘎查村公示栏' }))
  }

  objectToNotice(): Promise<void> {
    return this.by('station', 'objectToNotice', (ctx, id, version) => objectToNotice(ctx, id, version, { byName: '示例村民', text: '反映其子女有固定收入', receivedOn: this.day }))
  }

  review(): Promise<void> {
    return this.by('stationhead', 'reviewCase', (ctx, id, version) => reviewCase(ctx, id, version, '情况属实，同意上报'))
  }

  check(): Promise<void> {
    return this.by('officer', 'checkCase', (ctx, id, version) => checkCase(ctx, id, version, { opinion: '材料齐全，符合帮扶条件', checks: CHECKS }))
  }

  sendBack(): Promise<void> {
    return this.by('officer', 'returnCase', (ctx, id, version) => returnCase(ctx, id, version, ['住院费用结算单', '近一年银行流水']))
  }

  urgent(): Promise<void> {
    return this.by('leader', 'grantUrgentHelp', (ctx, id, version) => grantUrgentHelp(ctx, id, version, { amount: '1000', reason: '暂无生活来源' }))
  }

  approve(overrideReason: string | null = null): Promise<void> {
    return this.by('leader', 'approveCase', (ctx, id, version) => approveCase(ctx, id, version, { amount: this.of.amount, reason: '符合帮扶条件', overrideReason }))
  }

  refuse(): Promise<void> {
    return this.by('leader', 'refuseCase', (ctx, id, version) => refuseCase(ctx, id, version, '家庭人均收入高于帮扶标准'))
  }

  deliver(): Promise<void> {
    return this.by('caseworker', 'deliverDecision', (ctx, id, version) => deliverDecision(ctx, id, version, this.day, '本人'))
  }

  objectToDecision(): Promise<void> {
    return this.by('caseworker', 'objectToDecision', (ctx, id, version) => objectToDecision(ctx, id, version, { byName: '本人', text: '认为收入核算有误', receivedOn: this.day }))
  }

  plan(): Promise<void> {
    const { amount, wish } = this.of
    return this.by('caseworker', 'planMeasures', (ctx, id, version) => planMeasures(ctx, id, version, {
      measures: [
        { kind: MeasureKind.MONEY, what: wish, amount: yuanOf(fenOf(amount) - 90_000n), fund: FundSource.BANNER, payee: { bank: '示例农村信用社', holder: '示例家属甲', number: '6222 0000 0000 1234 567', reason: '本人没有银行卡，付给家属' }, plannedOn: addDays(this.day, 5), responsible: '八仙筒镇服务站' },
        { kind: MeasureKind.GOODS, what: '取暖煤一吨', amount: '900', fund: FundSource.DONATION, fundText: '旗退役军人企业家捐赠', plannedOn: addDays(this.day, 6), responsible: '八仙筒镇服务站' },
        { kind: MeasureKind.SERVICE, what: '志愿者每周上门帮做农活', plannedOn: addDays(this.day, 7), responsible: '镇志愿服务队' },
      ],
    }))
  }

  /** A measure of the plan is approved, and given on the same day. */
  give(kind: MeasureKind): Promise<void> {
    return this.by('officer', 'deliverMeasure', async ctx => {
      const [measure] = await ctx.store.holdAll(Measure, 'it.caseId = ? AND it.kind = ?', this.one!.id, kind)
      const { id, version } = await approveMeasure(ctx, measure!.id, measure!.version, null)
      await deliverMeasure(ctx, id, version, { givenOn: this.day, way: kind === MeasureKind.MONEY ? GivingWay.SUBSIDY_CARD : GivingWay.IN_PERSON, receivedBy: '本人', noReceiptReason: '示例数据，无图片' })
      return ctx.store.get(HardshipCase, this.one!.id)
    })
  }

  /** Another department is asked; where it has answered, on the days after. */
  async refer(department = Department.MEDICAL_INSURANCE, what = '核对大病保险报销', result: string | null = null): Promise<void> {
    let sent = { id: '', version: 0 }
    const step = async (name: string, act: (ctx: Context) => Promise<Referral>): Promise<void> => {
      await this.by('caseworker', name, async (ctx, id) => {
        sent = await act(ctx)
        return ctx.store.get(HardshipCase, id)
      })
      this.now = new Date(this.now.getTime() + 5 * 86_400_000)
    }
    await step('sendReferral', ctx => sendReferral(ctx, this.one!.id, { department, what, sentOn: this.day }))
    if (!result) return
    await step('answerReferral', ctx => answerReferral(ctx, sent.id, sent.version, { accepted: true, answeredOn: this.day, answer: '材料齐全，已受理', contact: '窗口' }))
    await step('finishReferral', ctx => finishReferral(ctx, sent.id, sent.version, { doneOn: this.day, result }))
  }

  /** 手拉手: from that day on a comrade looks in. */
  async helpers(): Promise<void> {
    await tellHelpers({ database: this.database, caseId: this.one!.id, caseworker: this.cast.caseworker, station: this.cast.station, from: this.day, today: this.today })
  }

  followUp(result: FollowUpResult): Promise<void> {
    return this.by('caseworker', 'recordFollowUp', async (ctx, id, version) => {
      await recordFollowUp(ctx, id, version, { followedOn: this.day, way: ContactWay.HOME, result, note: '生活有改善' })
      return ctx.store.get(HardshipCase, id)
    })
  }

  close(reason: CaseCloseReason): Promise<void> {
    return this.by('caseworker', 'closeCase', (ctx, id, version) => closeCase(ctx, id, version, { reason, note: '示例' }))
  }

  dismiss(): Promise<void> {
    return this.by(this.home, 'dismissClue', (ctx, id, version) => dismissClue(ctx, id, version, '经了解，家庭没有特殊困难'))
  }

  handOver(toRegion: string): Promise<void> {
    return this.by('caseworker', 'transferCase', (ctx, id, version) => transferCase(ctx, id, version, { toRegion, reason: '本人已搬到该镇居住' }))
  }
}
