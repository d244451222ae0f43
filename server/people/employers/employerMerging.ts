import { WrongState } from '../../kernel/errors'
import { announce } from '../../kernel/events'
import { say } from '../../kernel/text'
import { Merging } from '../persons/merging'
import { Employer, EmployerState } from './Employer'
import { EmployerMerge } from './EmployerMerge'
import './events'

/** How two records of one employer become one, which goes by the names of both. */
export const employerMerging = new Merging<Employer, EmployerMerge>({
  type: Employer,
  merge: EmployerMerge,
  namedBy: 'employerId',
  fillable: ['creditCode', 'creditCodeReason', 'industryCode', 'premises', 'contactName', 'contactPhone'],
  differ: (from, into) => Boolean(from.creditCode && into.creditCode && from.creditCode !== into.creditCode),
  mustBeFree({ state }) {
    if (state !== EmployerState.ACTIVE) throw new WrongState(state, [], say('其中一个单位已被合并或注销。', 'One of them has been merged or closed already.'))
  },
  mustBePartable({ state }) {
    if (state !== EmployerState.ACTIVE) throw new WrongState(state, [], say('保留的单位后来又被合并或注销，不能撤销。', 'The remaining employer was itself merged or closed since.'))
  },
  give(employer, field, value) {
    if (field === 'creditCode') employer.register(value as string | null, employer.creditCodeReason)
    else Object.assign(employer, { [field]: value })
  },
  retire: (from, into) => void Object.assign(from, { state: EmployerState.MERGED, mergedIntoId: into.id, creditCodeKey: null }),
  revive: from => void Object.assign(from, { state: EmployerState.ACTIVE, mergedIntoId: null, creditCodeKey: from.creditCode }),
  takeOver(into, from) {
    into.aliases = [...new Set([...into.formerNames(), from.name, ...from.formerNames()])].filter(name => name !== into.name).join('\n').slice(0, 1000) || null
  },
  giveBack(into, from) {
    into.aliases = into.formerNames().filter(name => name !== from.name).join('\n') || null
  },
  merged: (ctx, told) => announce(ctx, 'employers.merged', told),
  unmerged: (ctx, told) => announce(ctx, 'employers.unmerged', told),
})
