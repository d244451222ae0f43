import { accounts, apiKeys, consentNotices, paperTemplates, plans, programmes, regions, settings, stations, tasks, workingDays } from './bureau/definitions'
import type { MenuEntry } from './data/Definition'
import { bulletins } from './overview/bulletins/definitions'
import { auditTrail } from './overview/definitions'
import { beneficiaries, memberships, peopleFigures, persons, squadProposals, teams, villagesWithout, volunteerApplications, volunteerImports, volunteers } from './people/definitions'
import { credentials } from './people/credentials/definitions'
import { employers, employerSheet, employments } from './people/employers/definitions'
import { certificates, verifyPage } from './people/certificates/definitions'
import { hoursPage, serviceObjections, serviceRecords, starsPage } from './people/hours/definitions'
import { activities, activityCalendar, activityCode, activityFigures, checkin, coverage, dutyMatrix, needRequests, pairings, signUps, visitCalendar, visits, weatherWarnings } from './programmes/definitions'
import { caseBoard, caseCalendar, clueSheet, followUps, hardshipCases, helpPolicies, measures, myCases, referrals, reportClue } from './programmes/hardship/definitions'
import { pioneerPosts, postBoard, postFeedback, postFigures, postReviews, postRules, postServiceLogs, reviewRounds } from './programmes/posts/definitions'

/** Every kind of record and every page of the console, in the order of the menu: one line each. */
export const entries: readonly MenuEntry[] = [
  tasks,
  beneficiaries,
  volunteers,
  volunteerImports,
  volunteerApplications,
  teams,
  memberships,
  squadProposals,
  villagesWithout,
  peopleFigures,
  persons,
  employers,
  employerSheet,
  employments,
  serviceRecords,
  serviceObjections,
  certificates,
  hoursPage,
  starsPage,
  verifyPage,
  pairings,
  visits,
  visitCalendar,
  needRequests,
  weatherWarnings,
  coverage,
  hardshipCases,
  myCases,
  caseBoard,
  caseCalendar,
  reportClue,
  clueSheet,
  helpPolicies,
  measures,
  referrals,
  followUps,
  pioneerPosts,
  postBoard,
  postServiceLogs,
  reviewRounds,
  postReviews,
  postFeedback,
  postFigures,
  postRules,
  activities,
  dutyMatrix,
  activityFigures,
  activityCalendar,
  activityCode,
  checkin,
  signUps,
  bulletins,
  plans,
  programmes,
  consentNotices,
  credentials,
  stations,
  regions,
  workingDays,
  settings,
  paperTemplates,
  accounts,
  apiKeys,
  auditTrail,
]
