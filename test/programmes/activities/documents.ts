import { codeOf, stepAt } from '../../../server/programmes/activities/checkCode'
import { person, type Person } from '../../support/app'
import { asOwner } from '../../support/database'

/** The activity of these tests: 28 November 2026, 9 to 11 o'clock in Shanghai. */
export const [BEFORE, OPEN, DURING, OVER] = ['2026-11-25T04:00:00Z', '2026-11-28T00:50:00Z', '2026-11-28T02:00:00Z', '2026-11-28T03:10:00Z']
export const FIELDS = 'id version state openActions needsBureau stateReason'
export const CREATE = `mutation($input: ActivityInput!) { createActivity(input: $input) { ${FIELDS} activityNo placeRegion { code } leader { id } } }`
export const UPDATE = `mutation($id: ID!, $version: Int!, $input: ActivityChange!) { updateActivity(id: $id, version: $version, input: $input) { ${FIELDS} title } }`
export const MOVE = `mutation($id: ID!, $version: Int!, $action: ActivityAction!, $note: String) { moveActivity(id: $id, version: $version, action: $action, note: $note) { ${FIELDS} } }`
export const PUBLISH = `mutation($id: ID!, $version: Int!, $input: PublishActivityInput!) { publishActivity(id: $id, version: $version, input: $input) { ${FIELDS} riskNote } }`
export const ONE = `query($id: ID!) { activity(id: $id) { ${FIELDS} mayRun counts { applied placed waiting present confirmed minutes } mySignUp { id version state } history { action note } } }`
export const SIGN_UP = 'mutation($input: SignUpInput!) { signUp(input: $input) { id version state riskAckAt } }'
export const CANCEL = 'mutation($id: ID!, $version: Int!) { cancelSignUp(id: $id, version: $version, reason: "家里有事") { id state } }'
export const MOVE_PART = 'mutation($id: ID!, $version: Int!, $action: SignUpAction!) { moveSignUp(id: $id, version: $version, action: $action) { id version state } }'
export const CHECK_IN = 'mutation($input: CheckInput!) { checkIn(input: $input) { id state checkedInAt inManner } }'
export const CHECK_OUT = 'mutation($input: CheckInput!) { checkOut(input: $input) { id state checkedOutAt outManner } }'
export const WALK_UP = 'mutation($input: WalkUpInput!) { addWalkUp(input: $input) { id state walkUp } }'
export const ATTEND = 'mutation($input: AttendanceInput!) { confirmAttendance(input: $input) { id version counts { confirmed minutes } } }'
export const CLOSE = `mutation($id: ID!, $version: Int!, $input: CloseActivityInput!) { closeActivity(id: $id, version: $version, input: $input) { ${FIELDS} } }`
export const CODE = 'query($id: ID!, $purpose: CheckPurpose!) { checkCode(activityId: $id, purpose: $purpose) { path digits nextAt opensAt closesAt } }'
export const plan = (teamId: string, more: object = {}) => ({ title: '清扫村道', programme: 'RURAL', purpose: 'SPECIAL', teamId, place: '村部门前', startsAt: '2026-11-28T01:00:00Z', endsAt: '2026-11-28T03:00:00Z', capacity: 20, ...more })
export const of = (volunteer: { id: string; personId: string }): Promise<Person> => person('volunteer', { volunteerId: volunteer.id, personId: volunteer.personId })
export const now = (moment: string, purpose: 'IN' | 'OUT', id: string) => codeOf(id, purpose, stepAt(new Date(moment), 60))
export const minutesOf = async (id: string) => Number((await asOwner('SELECT totalMinutes AS n FROM volunteers WHERE id = ?', [id]))[0]!.n)
