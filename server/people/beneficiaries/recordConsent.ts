import type { Context } from '../../kernel/context'
import { Invalid, WrongState } from '../../kernel/errors'
import { announce } from '../../kernel/events'
import { say, type Text } from '../../kernel/text'
import { Beneficiary } from './Beneficiary'
import { admitIfReady } from './admitIfReady'
import { BeneficiaryAction, beneficiaryWorkflow } from './beneficiaryWorkflow'
import { Consent } from './Consent'
import { BeneficiaryState, ConsentGiver, ConsentGround, ConsentPurpose, ConsentState } from './enums'
import type { ConsentInput } from './inputs'

/** No consent was given before it. */
const EARLIEST = '1950-01-01'

/** Records an agreement, or the legal ground in its place. An assessed elder then waits for a volunteer. */
export async function recordConsent(ctx: Context, beneficiaryId: string, input: ConsentInput): Promise<Beneficiary> {
  const beneficiary = await ctx.store.hold(Beneficiary, beneficiaryId)
  if (beneficiary.isEnded()) throw new WrongState(beneficiary.state, [])
  mustBeWhole(ctx, input)
  const { purpose, ground, textVersion, givenBy, guardianName = null, givenOn, channel, note = null } = input
  for (const earlier of await ctx.store.holdParts(Consent, 'beneficiaryId', beneficiaryId)) {
    if (earlier.purpose !== purpose || earlier.withdrawnOn || earlier.ground !== ground || earlier.textVersion !== textVersion || earlier.givenOn !== givenOn) continue
    throw new Invalid({ givenOn: say('这份同意已经记录。', 'This consent is recorded already.') })
  }
  if (purpose === ConsentPurpose.PHOTO) beneficiary.photoConsent = true
  else {
    beneficiary.consentState = ground === ConsentGround.CONSENT ? ConsentState.GIVEN : ConsentState.LEGAL_GROUND
    beneficiary.consentVersion = textVersion
    admitIfReady(ctx, beneficiary)
  }
  await ctx.store.save(beneficiary, { action: 'CONSENT', note })
  await ctx.store.save(Consent.of({ beneficiaryId, purpose, ground, textVersion, givenBy, guardianName, givenOn, channel, withdrawnOn: null, note, recordedById: ctx.actor.id }))
  return beneficiary
}

function mustBeWhole(ctx: Context, { purpose, ground, textVersion, givenBy, guardianName, givenOn, note }: ConsentInput): void {
  const wrong: Record<string, Text> = {}
  if (!textVersion.trim()) wrong.textVersion = say('请填写告知书版本。', 'Give the version of the text.')
  if (givenOn > ctx.today) wrong.givenOn = say('日期不能晚于今天。', 'Not after today.')
  else if (givenOn < EARLIEST) wrong.givenOn = say('日期过早，请核对。', 'The day lies too far back: check it.')
  if (givenBy === ConsentGiver.GUARDIAN && !guardianName?.trim()) wrong.guardianName = say('请填写监护人姓名。', 'Name the guardian.')
  if (ground !== ConsentGround.CONSENT && !note?.trim()) wrong.note = say('请写明法定依据或紧急情况。', 'State the legal ground or the emergency.')
  if (purpose === ConsentPurpose.PHOTO && ground !== ConsentGround.CONSENT) wrong.ground = say('拍照须本人或监护人同意。', 'Photographs need consent.')
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong)
}

/** Records that an agreement was taken back. Without another ground, the visits stop gently and the elder is assessed anew. */
export async function withdrawConsent(ctx: Context, beneficiaryId: string, version: number, purpose: ConsentPurpose, note: string | null): Promise<Beneficiary> {
  const beneficiary = await ctx.store.hold(Beneficiary, beneficiaryId, version)
  const standing = (await ctx.store.holdParts(Consent, 'beneficiaryId', beneficiaryId)).filter(consent => consent.purpose === purpose && !consent.withdrawnOn)
  const taken = standing.filter(consent => consent.ground === ConsentGround.CONSENT)
  if (taken.length === 0) throw new WrongState(beneficiary.consentState, [], say('没有可撤回的同意。', 'There is no consent to withdraw.'))
  const ground = standing.filter(consent => consent.ground !== ConsentGround.CONSENT).at(-1)
  if (purpose === ConsentPurpose.PHOTO) beneficiary.photoConsent = false
  else {
    beneficiary.consentState = ground ? ConsentState.LEGAL_GROUND : ConsentState.WITHDRAWN
    beneficiary.consentVersion = ground?.textVersion ?? null
    if (!ground) holdBack(ctx, beneficiary)
  }
  await ctx.store.save(beneficiary, { action: 'WITHDRAW_CONSENT', note })
  for (const consent of taken) {
    consent.withdrawnOn = ctx.today
    await ctx.store.save(consent, { note })
  }
  if (purpose === ConsentPurpose.SERVICE && !ground) await announce(ctx, 'beneficiary.consentWithdrawn', { beneficiaryId })
  return beneficiary
}

function holdBack(ctx: Context, beneficiary: Beneficiary): void {
  beneficiary.unpairedSince = null
  if (beneficiary.state === BeneficiaryState.PAUSED) beneficiary.pausedFrom = BeneficiaryState.ASSESSED
  else if (beneficiaryWorkflow.steps.HOLD.from.includes(beneficiary.state)) beneficiaryWorkflow.move(beneficiary, BeneficiaryAction.HOLD, ctx.actor)
}
