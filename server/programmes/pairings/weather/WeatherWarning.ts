import { Field, ObjectType, registerEnumType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../../kernel/access'
import { Entity } from '../../../kernel/entity'
import { DateTime } from '../../../kernel/scalars'
import { Stored } from '../../../kernel/stored'
import { Workflow } from '../../../kernel/workflow'

export enum WeatherKind {
  RAINSTORM = 'RAINSTORM',
  GALE = 'GALE',
  BLIZZARD = 'BLIZZARD',
  HEAT = 'HEAT',
  COLD_WAVE = 'COLD_WAVE',
}
registerEnumType(WeatherKind, { name: 'WeatherKind', description: '暴雨、大风、暴雪、高温、寒潮' })

export enum WeatherLevel {
  BLUE = 'BLUE',
  YELLOW = 'YELLOW',
  ORANGE = 'ORANGE',
  RED = 'RED',
}
registerEnumType(WeatherLevel, { name: 'WeatherLevel', description: '蓝色、黄色、橙色、红色' })

export enum WarningState {
  STANDING = 'STANDING',
  LIFTED = 'LIFTED',
  PASSED = 'PASSED',
}
registerEnumType(WarningState, { name: 'WarningState', description: '生效、已解除、已过期' })

export enum WarningAction {
  LIFT = 'LIFT',
  PASS = 'PASS',
}
registerEnumType(WarningAction, { name: 'WarningAction' })

/** A warning stands until it is lifted or its time is over. */
export const warningWorkflow = new Workflow<WarningState, WarningAction>('WeatherWarning', WarningState.STANDING, Object.values(WarningState), {
  LIFT: { from: [WarningState.STANDING], to: WarningState.LIFTED, allow: 'warning.write' },
  PASS: { from: [WarningState.STANDING], to: WarningState.PASSED, allow: 'warning.write', silent: true },
})

/** Weather that the elders at high risk must be looked in on for: where, from when, until when (programmes.md 4.8). */
@ObjectType({ description: 'A weather warning: the elders at high risk in its divisions are looked in on.' })
@Table('weather_warnings')
@Within('everyone')
@Index(['state', 'endsAt'])
export class WeatherWarning extends Entity {
  @Field(() => WeatherKind)
  @Stored.code(24)
  kind: WeatherKind

  @Field(() => WeatherLevel)
  @Stored.code(24)
  level: WeatherLevel

  @Field(() => WarningState)
  @Stored.code(24)
  state: WarningState

  /** The divisions that it is for, none within another. */
  @Stored.regions(400)
  regionCodes: string[]

  @Field(() => DateTime)
  @Stored.instant()
  startsAt: Date

  @Field(() => DateTime)
  @Stored.instant()
  endsAt: Date

  @Field({ description: 'What was announced, and what to look to.' })
  @Stored.text(500)
  text: string

  @Field(() => DateTime, { nullable: true, description: 'When it was lifted or passed.' })
  @Stored.instant({ nullable: true })
  closedAt: Date | null

  @Stored.ref()
  issuedById: string

  /** What keeps the same warning from standing twice. */
  @Index({ unique: true })
  @Stored.code(500, { nullable: true })
  get standingKey(): string | null {
    return this.state === WarningState.STANDING ? [this.kind, this.startsAt.toISOString(), ...this.regionCodes].join('/') : null
  }

  set standingKey(_: string | null) {
    // Follows from the rest.
  }

  /** What its tasks are known by. */
  get cause(): string {
    return causeOf(this.id)
  }

  /** From when on a contact shows that an elder has been reached: the start, or the warning itself where that came first. */
  get reachedFrom(): Date {
    return this.createdAt < this.startsAt ? this.createdAt : this.startsAt
  }
}

/** What the tasks of a warning are known by. */
export const causeOf = (warningId: string): string => `WEATHER/${warningId}`
