/** The words for the values of the enums of the help that a case gets. */
export const measureEnums = {
  MeasureKind: { MONEY: 'Money', GOODS: 'Goods', SERVICE: 'Service', REFERRAL: 'Referral', JOB: 'Work', MEDICAL: 'Medical', EDUCATION: 'Schooling', LEGAL: 'Legal' },
  MeasureState: { PLANNED: 'Planned', APPROVED: 'Approved', DONE: 'Given', FAILED: 'Not given' },
  FundSource: { CENTRAL: 'Central', AUTONOMOUS_REGION: 'Autonomous region', CITY: 'City', BANNER: 'Banner', CARE_FUND: 'Care fund', DONATION: 'Donation', UNIT: 'Helping unit', OTHER: 'Other' },
  GivingWay: { TRANSFER: 'Bank transfer', SUBSIDY_CARD: 'Subsidy card', CASH: 'Cash', IN_PERSON: 'Handed over' },
  Department: { CIVIL_AFFAIRS: 'Civil affairs', MEDICAL_INSURANCE: 'Medical insurance', HUMAN_RESOURCES: 'Human resources', HOUSING: 'Housing', DISABLED_FEDERATION: 'Federation of the disabled', EDUCATION: 'Education', JUSTICE: 'Justice', CARE_FUND: 'Care fund' },
  ReferralState: { SENT: 'Sent', ACCEPTED: 'Taken up', REJECTED: 'Not taken', DONE: 'Done' },
  FollowUpResult: { SOLVED: 'Solved', BETTER: 'Better', SAME: 'The same', WORSE: 'Worse', NOT_REACHED: 'Not reached' },
} as const

/** What the trail calls the records of help. */
export const measureEntities = {
  Measure: 'Measure of help',
  Referral: 'Referral',
  FollowUp: 'Follow-up',
} as const

/** What the trail calls the acts of help. */
export const measureActs = {
  planMeasures: 'Planned help',
  changeMeasure: 'Changed a measure',
  approveMeasure: 'Approved a measure',
  deliverMeasure: 'Recorded help that was given',
  failMeasure: 'Recorded help that was not given',
  sendReferral: 'Referred to a department',
  answerReferral: 'Recorded a department’s answer',
  finishReferral: 'Recorded the end of a referral',
  recordFollowUp: 'Recorded a follow-up',
  seekHelpers: 'Sought comrades as helpers',
  clueTemplate: 'Made a template for clues',
  importClues: 'Imported a sheet of clues',
} as const
