import { Field, ID, InputType } from 'type-graphql'
import { MaxLength } from '../../kernel/inputRules'
import { ImportSource } from './VolunteerImport'

/** A sheet that was sent to POST /sheets, and where it comes from. */
@InputType()
export class ImportSheetInput {
  @Field(() => ID, { description: 'As POST /sheets answered.' }) fileId: string
  @Field(() => ImportSource) source: ImportSource
  @Field(() => String, { nullable: true }) @MaxLength(64) clientKey?: string | null
}

/** The answer to one of an import's questions. */
@InputType()
export class ImportAnswerInput {
  @Field({ description: 'The question’s key.' }) @MaxLength(60) key: string
  @Field({ description: 'One of its choices.' }) @MaxLength(40) value: string
}
