import 'reflect-metadata'
import { MaxLength, Min, registerDecorator, ValidateNested } from 'class-validator'
import { ArgsType, ArgumentValidationError, Field, getMetadataStorage, InputType, Int } from 'type-graphql'
import { noRuleMayWait, takeArgument, takeArguments } from '../../server/kernel/leanArguments'
import { fieldsOf } from '../../server/kernel/validation'

@InputType()
class Part {
  @Field() @MaxLength(3) name: string
  /** May hold itself. */
  @Field(() => Part, { nullable: true }) below?: Part | null
}
@InputType()
class Base {
  @Field(() => Int, { nullable: true }) @Min(1) most?: number | null
}
@InputType()
class Whole extends Base {
  @Field(() => [Part]) @ValidateNested({ each: true }) parts: Part[]
  @Field({ defaultValue: '老兵' }) title: string = '老兵'
}
@ArgsType()
class Which {
  @Field(() => Int) @Min(1) version: number
  @Field(() => Whole, { nullable: true }) whole?: Whole | null
}

// As the schema does when it is built: only then the fields are told by their classes.
getMetadataStorage().build({ resolvers: [] } as never)
const take = takeArgument('it', Whole)
const wrongIn = (work: () => unknown): Record<string, unknown> => {
  try {
    work()
  } catch (error) {
    return fieldsOf(error as ArgumentValidationError)
  }
  return {}
}

describe('an argument', () => {
  it('comes as an instance of its class, with what it inherits and holds, and lacks what was not given', () => {
    const whole = take({ it: { most: 2, parts: [{ name: '一', below: { name: '二' } }] } }) as Whole
    expect(whole).toBeInstanceOf(Whole)
    expect(whole.parts[0]).toBeInstanceOf(Part)
    expect(whole.parts[0]!.below).toBeInstanceOf(Part)
    expect([whole.most, whole.title]).toEqual([2, '老兵'])
    expect(Object.keys(take({ it: { parts: [] } }) as object)).not.toContain('most')
    expect([take({ it: null }), take({})]).toEqual([null, undefined])
    expect(take({ it: [{ parts: [] }, { parts: [] }] })).toEqual([expect.any(Whole), expect.any(Whole)])
  })

  it('is refused where a rule does not hold, by its path, and where one of several is wrong', () => {
    expect(Object.keys(wrongIn(() => take({ it: { most: 0, parts: [{ name: '一' }, { name: '一二三四' }] } }))).sort()).toEqual(['most', 'parts.1.name'])
    expect(Object.keys(wrongIn(() => take({ it: [{ parts: [] }, { most: 0, parts: [] }] })))).toEqual(['most'])
    expect(() => take({ it: { most: 0, parts: [] } })).toThrow(ArgumentValidationError)
  })

  it('comes with the others where they are a class together', () => {
    const which = takeArguments(Which)
    expect(which({ version: 1, whole: { parts: [] } })).toEqual(Object.assign(new Which(), { version: 1, whole: Object.assign(new Whole(), { parts: [] }) }))
    expect((which({ version: 1, whole: { parts: [] } }) as Which).whole).toBeInstanceOf(Whole)
    expect(Object.keys(wrongIn(() => which({ version: 0 })))).toEqual(['version'])
  })

  it('has no rule that waits: the schema is not built with one', () => {
    expect(noRuleMayWait).not.toThrow()
    registerDecorator({ target: Part, propertyName: 'name', async: true, validator: { validate: () => Promise.resolve(true) }, name: 'isKnownElsewhere' })
    expect(noRuleMayWait).toThrow('isKnownElsewhere')
  })
})
