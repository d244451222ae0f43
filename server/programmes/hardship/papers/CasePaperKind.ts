import { registerEnumType } from 'type-graphql'
import type { PaperKind } from '../../../bureau/templates/definePaper'
import { caseApproval, caseNotice, caseRefusal } from './casePapers'

export enum CasePaperKind {
  CASE_APPROVAL = 'CASE_APPROVAL',
  CASE_REFUSAL = 'CASE_REFUSAL',
  CASE_NOTICE = 'CASE_NOTICE',
}
registerEnumType(CasePaperKind, { name: 'CasePaperKind', description: '帮扶援助决定书、不予帮扶援助决定书、公示' })

/** The papers of a case, by their kinds. */
export const casePapers: Readonly<Record<CasePaperKind, PaperKind>> = { CASE_APPROVAL: caseApproval, CASE_REFUSAL: caseRefusal, CASE_NOTICE: caseNotice }
