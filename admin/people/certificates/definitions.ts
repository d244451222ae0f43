import QrCodeScannerIcon from '@mui/icons-material/QrCodeScanner'
import WorkspacePremiumIcon from '@mui/icons-material/WorkspacePremium'
import { definePage, defineResource } from '../../ui/defineResource'
import { HISTORY } from '../../ui/record/Timeline'

const WHO = 'volunteer { id volunteerNo person { id name } }'

/** Records of service that the bureau seals. */
export const certificates = defineResource({
  name: 'certificates',
  type: 'Certificate',
  icon: WorkspacePremiumIcon,
  group: 'people',
  permission: 'certificate.read',
  badge: ['CERTIFICATE_REQUESTED', 'CERTIFICATE_APPROVED'],
  text: row => [(row.volunteer as { person: { name: string } } | null)?.person.name, row.number].filter(Boolean).join(' · '),
  fields: {
    list: `id version state number from to sealedOn createdAt content { minutes } ${WHO} region { code name fullName }`,
    show: `id version state openActions number checkCode from to purpose approvedAt displayUntil sealedOn remarks reason createdAt ${WHO} region { code name fullName }
      content { name volunteerNo nationalNo idCardMask minutes drillMinutes issuer responsible handler contact lines { servedOn programmeCode content minutes rating } } ${HISTORY}`,
  },
  sorts: { createdAt: 'CREATED_AT', number: 'NUMBER', sealedOn: 'SEALED_ON' },
  mutations: {
    create: { call: 'requestCertificate(input: CertificateInput!)', may: 'certificate.request' },
    acts: [
      'approveCertificate(id: ID!, version: Int!, input: CertificateApproval!)',
      'rejectCertificate(id: ID!, version: Int!, reason: String!)',
      'issueCertificate(id: ID!, version: Int!, input: CertificateSealing!)',
      'revokeCertificate(id: ID!, version: Int!, reason: String!)',
    ],
  },
  List: () => import('./CertificateList'),
  Show: () => import('./CertificateShow'),
  Create: () => import('./CertificateCreate'),
})

/** Where anybody checks a paper, signed in or not. */
export const verifyPage = definePage({ name: 'verify', icon: QrCodeScannerIcon, group: 'people', permission: 'certificate.read', open: true, hidden: true, Page: () => import('./VerifyPage') })
