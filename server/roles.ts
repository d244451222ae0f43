import type { RoleDefinition } from './kernel/access'

/** What everybody in the bureau's own house may read. */
const house = ['region.read', 'station.read', 'plan.read', 'programme.read', 'setting.read', 'workingDay.read', 'notice.read', 'credential.read', 'dashboard.read', 'bulletin.read'] as const
/** What whoever looks after elders needs to see of people. */
const people = ['person.read', 'volunteer.read', 'team.read', 'beneficiary.read', 'pairing.read', 'visit.read', 'need.read', 'task.read', 'warning.read', 'activity.read', 'employer.read', 'post.read'] as const
/** What leaves in sheets. */
const sheets = ['sheet.export'] as const
/** Planning activities and running them. */
const activityWork = ['activity.write', 'signUp.decide'] as const
/** What is kept of a volunteer beside their service (志愿服务条例 art. 19). */
const records = ['qualification.read', 'insurance.read', 'training.read', 'award.read', 'evaluation.read'] as const
/** What whoever has cases of hardship in hand does: to see them, keep them, register and investigate them. */
const caseWork = ['case.read', 'case.report', 'case.register', 'case.keep', 'case.investigate', 'policy.read'] as const
/** What a station's head does beside: to assign cases, to review for the township, to answer objections. */
const caseReview = ['case.assign', 'case.review', 'case.return', 'case.answer', 'case.reopen', 'case.exclusion'] as const
/** The county's check of a case. */
const caseCheck = ['case.read', 'case.report', 'case.keep', 'case.assign', 'case.pay', 'measure.approve', 'case.check', 'case.return', 'case.answer', 'case.reopen', 'case.exclusion', 'policy.read'] as const
/** The decision on a case. */
/** Pioneer posts: what the station does, what the bureau does, what its leader decides. */
const postWork = ['post.apply', 'post.recommend', 'post.object', 'post.log', 'post.answerFeedback'] as const
const postReview = ['post.review'] as const
const postCheck = ['post.inspect', 'post.answer', ...postReview, 'post.openRound'] as const
const postDecision = ['post.grant', 'post.answer', 'post.openRound', ...postReview] as const
/** Employers and what is kept of them; two records of one are joined by whoever keeps persons too. */
const employerWork = ['employer.write', 'employer.close', 'employer.revealContact'] as const
const employerMerging = ['employer.merge'] as const
const caseDecision = ['case.read', 'case.report', 'case.assign', 'case.return', 'case.decide', 'measure.approve', 'case.answer', 'case.reopen', 'case.exclusion', 'policy.read'] as const
/** The daily work of a station. */
const stationWork = [
  'person.write', 'person.revealPhone', 'person.revealIdCard', 'person.revealAddress',
  'volunteer.register', 'volunteer.activate', 'volunteer.write', 'volunteer.pause', 'team.write',
  'member.request', 'member.confirm', 'squad.propose', 'squad.check',
  ...records, 'qualification.write', 'insurance.write', 'training.write', 'award.write', 'evaluation.write', 'application.read', 'application.review', 'volunteer.health', 'volunteer.contact',
  'beneficiary.register', 'beneficiary.write', 'beneficiary.grade', 'beneficiary.consent', 'beneficiary.end', 'beneficiary.assign', 'beneficiary.health', 'beneficiary.contacts',
  'pairing.propose', 'pairing.activate', 'pairing.pause', 'pairing.end', 'pairing.handOver', 'pairing.suggest',
  'visit.plan', 'visit.record', 'visit.confirm', 'visit.cancel', 'visit.void', 'need.raise', 'need.move', 'task.settle', 'file.upload',
  ...employerWork, ...postWork,
  'service.enter', 'service.correct', 'certificate.read', 'certificate.request', 'warning.write', 'sheet.import',
  ...activityWork, 'activity.approve',
] as const

/** Who may do what, and how far they see. The whole answer is on this page. */
export const roles = {
  /** 局管理员: keeps the house in order, and may do what a station does, everywhere. Does not read the trail. */
  bureauAdministrator: {
    reach: 'banner',
    may: [...house, ...people, ...stationWork, ...sheets, 'query.share', 'account.read', 'account.write', 'apiKey.write', 'region.write', 'station.write', 'plan.write', 'programme.write', 'setting.write', 'notice.write', 'credential.write', 'workingDay.write', 'template.read', 'template.write', 'team.found', 'squad.approve', 'person.merge', 'volunteer.block', 'certificate.approve', 'certificate.seal', 'activity.approveLarge', 'activity.reopen', 'policy.read', 'policy.write', ...employerMerging, ...postCheck],
  },
  /** 局领导: sees everything, decides what is put before them. */
  bureauLeader: { reach: 'banner', may: [...records, 'application.read', ...house, ...people, ...sheets, 'query.share', 'plan.write', 'notice.write', 'person.revealPhone', 'beneficiary.health', 'team.found', 'squad.approve', 'certificate.read', 'certificate.approve', 'activity.approve', 'activity.approveLarge', 'bulletin.issue', 'template.read', ...caseDecision, 'policy.write', 'employer.revealContact', ...postDecision] },
  /** 局业务人员（服务中心）: runs the programmes over the whole banner. */
  bureauOfficer: { reach: 'banner', may: [...house, ...people, ...stationWork, ...sheets, 'query.share', 'team.found', 'squad.approve', 'person.merge', 'volunteer.block', 'certificate.approve', 'certificate.seal', 'credential.write', 'programme.write', 'station.write', 'activity.approveLarge', 'bulletin.issue', 'template.read', 'template.write', ...caseCheck, ...employerMerging, ...postCheck] },
  /** 审计员: reads the trail; administers nothing, changes nothing, sees no sealed value. */
  auditor: { reach: 'banner', may: [...house, ...sheets, 'audit.read', 'audit.verify', 'account.read'] },
  /** 服务站站长: a station's work, and what needs its head. */
  stationHead: { reach: 'region', may: [...house, ...people, ...stationWork, ...sheets, 'query.share', 'person.merge', 'programme.write', 'certificate.approve', ...caseWork, ...caseReview, ...employerMerging, ...postReview] },
  /** 服务站工作人员 */
  stationWorker: { reach: 'region', may: [...house, ...people, ...stationWork, ...sheets, ...caseWork] },
  /** 嘎查村联络员: proposes, confirms, looks in. */
  villageLiaison: {
    reach: 'region',
    may: [...records, ...house, ...people, 'person.write', 'person.revealPhone', 'volunteer.register', 'member.request', 'squad.propose', 'beneficiary.register', 'beneficiary.consent', 'visit.record', 'visit.confirm', 'need.raise', 'pairing.suggest', 'file.upload', 'case.report'],
  },
  /** 个案工作者: the elders, pairings and cases entrusted to them. */
  caseWorker: {
    reach: 'assigned',
    may: [...house, 'person.read', 'volunteer.read', 'team.read', 'beneficiary.read', 'pairing.read', 'visit.read', 'need.read', 'task.read', 'warning.read', 'person.revealPhone', 'person.revealAddress', 'beneficiary.write', 'beneficiary.grade', 'beneficiary.consent', 'beneficiary.health', 'beneficiary.contacts', 'pairing.activate', 'pairing.pause', 'visit.plan', 'visit.record', 'visit.confirm', 'visit.cancel', 'need.raise', 'need.move', 'task.settle', 'file.upload', ...caseWork, 'case.check', 'case.return'],
  },
  /** 服务队队长: their own team. */
  teamLeader: {
    reach: 'team',
    may: [...records, 'evaluation.write', 'volunteer.contact', ...house, 'volunteer.read', 'volunteer.pause', 'team.read', 'pairing.read', 'visit.read', 'need.read', 'task.read', 'warning.read', 'person.revealPhone', 'member.confirm', 'pairing.handOver', 'visit.plan', 'visit.confirm', 'need.move', 'file.upload', 'activity.read', ...activityWork, 'case.report'],
  },
  /** 志愿者: what is theirs. */
  volunteer: {
    reach: 'self',
    may: [...records, 'region.read', 'programme.read', 'pairing.read', 'pairing.accept', 'visit.read', 'visit.plan', 'visit.record', 'visit.cancel', 'need.read', 'need.raise', 'need.answer', 'beneficiary.read', 'volunteer.read', 'member.request', 'person.revealPhone', 'person.revealAddress', 'file.upload', 'task.read', 'warning.read', 'service.object', 'certificate.read', 'certificate.request', 'activity.read', 'signUp.own', 'case.report'],
  },
  /** 用人单位联系人: their own employer and its posts. */
  employerContact: { reach: 'self', boundTo: 'employer', may: ['region.read', 'programme.read', 'employer.read', 'file.upload', 'post.read', 'post.apply', 'post.log'] },
  /** Nobody has signed in. */
  anonymous: { reach: 'public', may: [] },
} as const satisfies Record<string, RoleDefinition>

export type Role = keyof typeof roles
