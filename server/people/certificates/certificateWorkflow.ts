import { registerEnumType } from 'type-graphql'
import { Workflow } from '../../kernel/workflow'
import { CertificateState as S } from './Certificate'

export enum CertificateAction {
  APPROVE = 'APPROVE',
  REJECT = 'REJECT',
  ISSUE = 'ISSUE',
  REVOKE = 'REVOKE',
}
registerEnumType(CertificateAction, { name: 'CertificateAction' })

/** Asked for, approved by somebody else, sealed by the bureau; revoked where it should not stand. */
export const certificateWorkflow = new Workflow<S, CertificateAction>('Certificate', S.REQUESTED, Object.values(S), {
  APPROVE: { from: [S.REQUESTED], to: S.APPROVED, allow: 'certificate.approve' },
  REJECT: { from: [S.REQUESTED], to: S.REJECTED, allow: 'certificate.approve' },
  ISSUE: { from: [S.APPROVED], to: S.ISSUED, allow: 'certificate.seal' },
  REVOKE: { from: [S.APPROVED, S.ISSUED], to: S.REVOKED, allow: 'certificate.seal' },
})
