import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { Guarded } from '../../kernel/access'
import { Context } from '../../kernel/context'
import { Volunteer } from '../volunteers/Volunteer'
import { CredentialKind } from './Credential'
import { nameIt } from './nameIt'
import { AwardInput, EvaluationInput, InsuranceInput, QualificationInput, TrainingInput } from './inputs'
import { Award, Evaluation, Insurance, Qualification, Training } from './records'
import { inOrder, notAfter, recordsOf } from './recordsOf'

/** The kinds of record of a volunteer, each with its rules. */
export const registers = [
  recordsOf(Qualification, { name: 'qualification', input: QualificationInput, complete: (ctx, record, said) => nameIt(ctx, record, 'title', CredentialKind.QUALIFICATION, said), check: ({ issuedOn, validUntil }, today) => ({ ...notAfter('issuedOn', issuedOn, today), ...inOrder('validUntil', issuedOn, validUntil) }) }),
  recordsOf(Insurance, { name: 'insurance', input: InsuranceInput, check: ({ fromOn, toOn }) => inOrder('toOn', fromOn, toOn) }),
  recordsOf(Training, { name: 'training', input: TrainingInput, complete: (ctx, record, said) => nameIt(ctx, record, 'course', CredentialKind.TRAINING, said), check: ({ heldOn, validUntil }, today) => ({ ...notAfter('heldOn', heldOn, today), ...inOrder('validUntil', heldOn, validUntil) }) }),
  recordsOf(Award, { name: 'award', input: AwardInput, check: ({ awardedOn }, today) => notAfter('awardedOn', awardedOn, today) }),
  recordsOf(Evaluation, { name: 'evaluation', input: EvaluationInput, check: ({ evaluatedOn }, today) => notAfter('evaluatedOn', evaluatedOn, today) }),
]

const NULL = 'Null for whoever may not read them.'

/** The records of a volunteer, each kind for whoever may read it. */
@Resolver(() => Volunteer)
export class VolunteerRecordsResolver {
  @Guarded('qualification.read')
  @FieldResolver(() => [Qualification], { nullable: true, description: NULL })
  qualifications(@Root() volunteer: Volunteer, @Ctx() ctx: Context): Promise<Qualification[]> {
    return ctx.store.parts(Qualification, 'volunteerId', volunteer.id, 'it.issuedOn, it.id')
  }

  @Guarded('insurance.read')
  @FieldResolver(() => [Insurance], { nullable: true, description: NULL })
  insurances(@Root() volunteer: Volunteer, @Ctx() ctx: Context): Promise<Insurance[]> {
    return ctx.store.parts(Insurance, 'volunteerId', volunteer.id, 'it.fromOn, it.id')
  }

  @Guarded('training.read')
  @FieldResolver(() => [Training], { nullable: true, description: NULL })
  trainings(@Root() volunteer: Volunteer, @Ctx() ctx: Context): Promise<Training[]> {
    return ctx.store.parts(Training, 'volunteerId', volunteer.id, 'it.heldOn, it.id')
  }

  @Guarded('award.read')
  @FieldResolver(() => [Award], { nullable: true, description: NULL })
  awards(@Root() volunteer: Volunteer, @Ctx() ctx: Context): Promise<Award[]> {
    return ctx.store.parts(Award, 'volunteerId', volunteer.id, 'it.awardedOn, it.id')
  }

  @Guarded('evaluation.read')
  @FieldResolver(() => [Evaluation], { nullable: true, description: NULL })
  evaluations(@Root() volunteer: Volunteer, @Ctx() ctx: Context): Promise<Evaluation[]> {
    return ctx.store.parts(Evaluation, 'volunteerId', volunteer.id, 'it.evaluatedOn, it.id')
  }
}
