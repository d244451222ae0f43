import { taskSheet } from '../../bureau/tasks/sheet'
import type { Sheet } from '../../kernel/sheets'
import { beneficiarySheet } from '../../people/beneficiaries/sheet'
import { certificateSheet } from '../../people/certificates/sheet'
import { employerSheet } from '../../people/employers/sheet'
import { serviceSheet } from '../../people/hours/sheet'
import { personSheet } from '../../people/persons/sheet'
import { teamSheet } from '../../people/teams/sheet'
import { membershipSheet, volunteerSheet } from '../../people/volunteers/sheet'
import { complianceSheet } from '../../programmes/activities/complianceSheet'
import { activitySheet, signUpSheet } from '../../programmes/activities/sheet'
import { caseSheet } from '../../programmes/hardship/sheet'
import { needSheet, pairingSheet, visitSheet } from '../../programmes/pairings/sheet'
import { postLogSheet, postReviewSheet, postSheet } from '../../programmes/posts/sheet'
import { trailSheet } from '../auditTrail/sheet'

/** Every list that may leave as a sheet, one line each. */
export const lists: readonly Sheet[] = [personSheet, volunteerSheet, teamSheet, membershipSheet, employerSheet, serviceSheet, certificateSheet, beneficiarySheet, pairingSheet, visitSheet, needSheet, activitySheet, signUpSheet, complianceSheet, caseSheet, postSheet, postLogSheet, postReviewSheet, taskSheet, trailSheet]
