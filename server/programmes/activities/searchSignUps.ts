import type { Context } from '../../kernel/context'
import { search } from '../../kernel/lists'
import type { Query } from '../../kernel/query'
import type { SignUpFilter, SignUpSort } from './inputs'
import { SignUp, SignUpState } from './SignUp'

/** Who is to be seen to first: those to decide on, those who are there, those who are to come, then the rest. */
const STAGES: readonly SignUpState[] = [SignUpState.APPLIED, SignUpState.CHECKED_IN, SignUpState.CHECKED_OUT, SignUpState.ACCEPTED, SignUpState.CONFIRMED, SignUpState.WAITLIST, SignUpState.NO_SHOW, SignUpState.DECLINED, SignUpState.CANCELLED]

/** The sign-ups within reach, as they are asked for. */
export function searchSignUps(ctx: Context, filter: SignUpFilter, sort: SignUpSort | null): Query<SignUp> {
  return search(ctx, SignUp, { filter, sort, sorts: { STAGE: `FIELD(it.state, ${STAGES.map(state => `'${state}'`).join(',')})` } })
}
