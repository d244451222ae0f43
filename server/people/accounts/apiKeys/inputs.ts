import { Field, ID, InputType, Int } from 'type-graphql'
import { ArrayMaxSize, IsNotEmpty, Max, MaxLength, Min } from '../../../kernel/inputRules'
import { ApiKeyState } from './ApiKey'

@InputType()
export class ApiKeyInput {
  @Field() @IsNotEmpty() @MaxLength(60) name: string
  @Field(() => [String], { defaultValue: [] }) @ArrayMaxSize(10) @MaxLength(90, { each: true }) origins: string[]
  @Field(() => [String]) @ArrayMaxSize(40) operations: string[]
  @Field(() => Int, { defaultValue: 600 }) @Min(1) @Max(100_000) perMinute: number
  @Field(() => String, { nullable: true }) @MaxLength(64) clientKey?: string | null
}

@InputType()
export class ApiKeyChange {
  @Field(() => String, { nullable: true }) @MaxLength(60) name?: string
  @Field(() => [String], { nullable: true }) @ArrayMaxSize(10) @MaxLength(90, { each: true }) origins?: string[]
  @Field(() => [String], { nullable: true }) @ArrayMaxSize(40) operations?: string[]
  @Field(() => Int, { nullable: true }) @Min(1) @Max(100_000) perMinute?: number
}

@InputType()
export class ApiKeyFilter {
  @Field(() => [ID], { nullable: true }) ids?: string[] | null
  @Field(() => [ApiKeyState], { nullable: true }) state?: ApiKeyState[] | null
}
