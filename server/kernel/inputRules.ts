import type * as Library from 'class-validator'

/**
 * The rules that inputs have, and what applies them: all that the product uses of class-validator, each from the library's own file
 * for it. Whoever loads the library by its name gets some 250 files, every country's telephone numbers among them, and starts a
 * tenth later.
 */
function from<Name extends keyof typeof Library>(file: string, name: Name): (typeof Library)[Name] {
  return (require(`class-validator/cjs/${file}`) as typeof Library)[name]
}

export const ArrayMaxSize = from('decorator/array/ArrayMaxSize', 'ArrayMaxSize')
export const ArrayMinSize = from('decorator/array/ArrayMinSize', 'ArrayMinSize')
export const ArrayNotEmpty = from('decorator/array/ArrayNotEmpty', 'ArrayNotEmpty')
export const ArrayUnique = from('decorator/array/ArrayUnique', 'ArrayUnique')
export const IsNotEmpty = from('decorator/common/IsNotEmpty', 'IsNotEmpty')
export const IsOptional = from('decorator/common/IsOptional', 'IsOptional')
export const Matches = from('decorator/string/Matches', 'Matches')
export const Max = from('decorator/number/Max', 'Max')
export const MaxLength = from('decorator/string/MaxLength', 'MaxLength')
export const Min = from('decorator/number/Min', 'Min')
export const ValidateNested = from('decorator/common/ValidateNested', 'ValidateNested')

/** What the rules are declared into. */
export const declaredRules = from('metadata/MetadataStorage', 'getMetadataStorage')()

/** Applies the rules of an input's class to it. */
export const ruler = new (from('validation/Validator', 'Validator'))()
