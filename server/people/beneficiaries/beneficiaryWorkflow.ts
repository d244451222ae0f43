import { registerEnumType } from 'type-graphql'
import { SIGNED_IN } from '../../kernel/access'
import { Workflow } from '../../kernel/workflow'
import { BeneficiaryState as S } from './enums'

export enum BeneficiaryAction {
  ASSESS = 'ASSESS',
  ADMIT = 'ADMIT',
  PAIR = 'PAIR',
  UNPAIR = 'UNPAIR',
  HOLD = 'HOLD',
  PAUSE = 'PAUSE',
  RESUME = 'RESUME',
  END = 'END',
  REOPEN = 'REOPEN',
}
registerEnumType(BeneficiaryAction, { name: 'BeneficiaryAction' })

const LIVE = [S.PROPOSED, S.ASSESSED, S.WAITING, S.PAIRED, S.PAUSED]

/** From proposal over assessment and consent to being paired, and out. Admitting, pairing and holding back follow from other acts. */
export const beneficiaryWorkflow = new Workflow<S, BeneficiaryAction>('Beneficiary', S.PROPOSED, Object.values(S), {
  ASSESS: { from: [S.PROPOSED], to: S.ASSESSED, allow: 'beneficiary.grade' },
  ADMIT: { from: [S.ASSESSED], to: S.WAITING, allow: SIGNED_IN, silent: true },
  PAIR: { from: [S.WAITING], to: S.PAIRED, allow: SIGNED_IN, silent: true },
  UNPAIR: { from: [S.PAIRED], to: S.WAITING, allow: SIGNED_IN, silent: true },
  HOLD: { from: [S.WAITING, S.PAIRED], to: S.ASSESSED, allow: SIGNED_IN, silent: true },
  PAUSE: { from: [S.WAITING, S.PAIRED], to: S.PAUSED, allow: 'beneficiary.write' },
  RESUME: { from: [S.PAUSED], to: S.WAITING, allow: 'beneficiary.write' },
  END: { from: LIVE, to: S.ENDED, allow: 'beneficiary.end' },
  REOPEN: { from: [S.ENDED], to: S.PROPOSED, allow: 'beneficiary.end' },
})
