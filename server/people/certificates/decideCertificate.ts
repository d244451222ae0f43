import { setting } from '../../bureau/settings/defineSetting'
import { Station, StationKind } from '../../bureau/stations/Station'
import type { Context } from '../../kernel/context'
import { addDays } from '../../kernel/days'
import { Invalid, Refused } from '../../kernel/errors'
import { maskColumn } from '../../kernel/sealed'
import { say } from '../../kernel/text'
import { ServiceRecord } from '../hours/ServiceRecord'
import { Person } from '../persons/Person'
import { Volunteer } from '../volunteers/Volunteer'
import { Certificate, type CertificateContent } from './Certificate'
import { newCheckCode, nextCertificateNumber } from './CertificateCounter'
import { CertificateAction, certificateWorkflow } from './certificateWorkflow'
import { displayDays } from './displayDays'
import type { CertificateApproval } from './inputs'

/** More lines than one paper should have; a shorter span is asked for instead. */
const MOST_LINES = 2000

/** Approves what somebody else asked for: what the ledger says now is frozen, and the paper gets its number. */
export async function approveCertificate(ctx: Context, id: string, version: number, approval: CertificateApproval): Promise<Certificate> {
  const certificate = await holdForeign(ctx, id, version, CertificateAction.APPROVE)
  certificate.content = await freeze(ctx, certificate, approval)
  certificate.number = await nextCertificateNumber(ctx, certificate.regionCode)
  certificate.checkCode = newCheckCode()
  certificate.approvedAt = ctx.now
  const days = await setting(ctx, displayDays)
  certificate.displayUntil = days > 0 ? addDays(ctx.today, days) : null
  certificate.pendingKey = null
  certificateWorkflow.move(certificate, CertificateAction.APPROVE, ctx.actor)
  return ctx.store.save(certificate, { action: CertificateAction.APPROVE })
}

/** Turns a request down, saying why. */
export async function rejectCertificate(ctx: Context, id: string, version: number, reason: string): Promise<Certificate> {
  const certificate = await holdForeign(ctx, id, version, CertificateAction.REJECT)
  if (!reason.trim()) throw new Invalid({ reason: say('请写明原因。', 'Say why.') })
  certificateWorkflow.move(certificate, CertificateAction.REJECT, ctx.actor)
  certificate.reason = reason.slice(0, 200)
  certificate.pendingKey = null
  return ctx.store.save(certificate, { action: CertificateAction.REJECT, note: reason })
}

async function holdForeign(ctx: Context, id: string, version: number, action: CertificateAction): Promise<Certificate> {
  const certificate = await ctx.store.hold(Certificate, id, version)
  certificateWorkflow.mustBeOpen(certificate, action, ctx.actor)
  if (certificate.isOwnOf(ctx.actor)) throw new Refused('SELF_APPROVAL', say('申请须由申请人以外的人审批。', 'Somebody else than whoever asked decides.'))
  return certificate
}

async function freeze(ctx: Context, { volunteerId, regionCode, from, to }: Certificate, { issuer, responsible, handler, contact }: CertificateApproval): Promise<CertificateContent> {
  const store = ctx.store.beyondReach
  const volunteer = await store.get(Volunteer, volunteerId)
  const person = await store.get(Person, volunteer.personId)
  const records = await store.query(ServiceRecord).where("it.volunteerId = ? AND it.state = 'CONFIRMED' AND it.servedOn BETWEEN ? AND ?", volunteerId, from, to).orderBy('it.servedOn, it.id').limit(MOST_LINES + 1).rows()
  const lines = records.filter(record => !record.drill)
  if (lines.length === 0) throw new Refused('INELIGIBLE', say('这段时间没有已确认的服务记录。', 'There is no confirmed service in this span.'))
  if (records.length > MOST_LINES) throw new Refused('INELIGIBLE', say('记录过多，请分段申请。', 'Too many lines: ask for shorter spans.'))
  const [centre] = await store.query(Station).where('it.kind = ? AND it.regionCode LIKE ?', StationKind.CENTRE, `${regionCode.slice(0, 6)}%`).rows()
  const unit = issuer?.trim() || centre?.name
  if (!unit) throw new Invalid({ issuer: say('请填写出具单位。', 'Name the issuing unit.') })
  const sum = (some: readonly ServiceRecord[]): number => some.reduce((total, { minutes }) => total + minutes, 0)
  return {
    name: person.name, volunteerNo: volunteer.volunteerNo, nationalNo: volunteer.nationalNo, idCardMask: Reflect.get(person, maskColumn('idCard')) as string | null, minutes: sum(lines), drillMinutes: sum(records) - sum(lines),
    lines: lines.map(({ servedOn, programmeCode, content, minutes, rating }) => ({ servedOn, programmeCode, content, minutes, rating })),
    issuer: unit, responsible: responsible.trim(), handler: handler?.trim() || ctx.actor.name, contact: contact?.trim() || centre?.officePhone || '',
  }
}
