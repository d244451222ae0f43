import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql'
import { getMetadataStorage } from 'type-graphql'
import { classesOf } from './classesOf'
import { takeArgument, takeArguments } from './leanArguments'

type Resolve = GraphQLFieldResolver<unknown, unknown>
type Pick = (...asked: Parameters<Resolve>) => unknown
type Method = (this: unknown, ...params: unknown[]) => unknown
type Storage = ReturnType<typeof getMetadataStorage>
type FieldMetadata = Storage['fields'][number]
type Resolver = Storage['fieldResolvers'][number]
type Root = Storage['queries'][number]

/**
 * Takes from the fields what type-graphql does around each value and ours do not need: a plain property is read as such, and a method is called
 * as such, with what it asks for. What has middlewares or roles keeps its way, and so does whatever this cannot tell.
 */
export function leanFields(schema: GraphQLSchema): void {
  const { objectTypes, fieldResolvers, queries, mutations } = getMetadataStorage()
  // With those that another class adds to a type, which are no fields of its own class.
  const declared = new Map(objectTypes.map(one => [one.target, new Map(one.fields?.map(field => [field.schemaName, field]))]))
  const methods = new Map<Function | undefined, Map<string, Resolver>>()
  for (const one of fieldResolvers) {
    const owner = one.getObjectType?.()
    if (!methods.has(owner)) methods.set(owner, new Map())
    methods.get(owner)!.set(one.schemaName, one)
  }
  for (const [root, coded] of [[schema.getQueryType(), queries], [schema.getMutationType(), mutations]] as const) {
    for (const one of coded) {
      const field = root?.getFields()[one.schemaName]
      if (field?.resolve) field.resolve = calling(one, field.resolve as Resolve)
    }
  }
  for (const { name, target } of objectTypes) {
    const type = schema.getType(name)
    if (!type || !('getFields' in type)) continue
    const classes = classesOf(target)
    for (const field of Object.values(type.getFields())) {
      const owner = classes.find(each => declared.get(each)?.has(field.name))
      const metadata = owner && declared.get(owner)!.get(field.name)
      if (!metadata || !('resolve' in field) || !field.resolve || guarded(metadata)) continue
      const coded = methods.get(owner)?.get(field.name)
      if (coded) field.resolve = calling(coded, field.resolve as Resolve)
      else field.resolve = isPlain(metadata, field.name) ? undefined : reading(metadata.name)
    }
  }
}

const guarded = ({ middlewares, roles }: { middlewares?: unknown[]; roles?: unknown[] }): boolean => Boolean(middlewares?.length || roles)

/** A property that the row itself has, under the field's own name. Compiled code reads it bare: it must neither throw nor be waited for. */
function isPlain({ target, name }: FieldMetadata, as: string): boolean {
  const prototype = target.prototype as object
  return name === as && !(name in prototype) && Reflect.getMetadata('design:type', prototype, name) !== Promise
}

const reading = (property: string): Resolve => source => (source as Record<string, unknown>)[property]

const instances = new Map<Function, object>()

function instanceOf(type: Function): object {
  let instance = instances.get(type)
  if (!instance) instances.set(type, (instance = new (type as new () => object)()))
  return instance
}

/** Calls a method with what it asks for. A source that is no instance yet of what the method expects goes the long way, which makes one. */
function calling(coded: Resolver | Root, long: Resolve): Resolve {
  const params = [...(coded.params ?? [])].sort((a, b) => a.index - b.index)
  const picks = params.map(pickOf)
  const expected = params.flatMap(param => (param.kind === 'root' && param.getType ? [param.getType() as Function] : []))
  const own = 'kind' in coded && coded.kind === 'internal'
  const of = own ? undefined : instanceOf(coded.target)
  const method = (coded.target.prototype as Record<string, Method | undefined>)[coded.methodName]
  if (guarded(coded) || typeof method !== 'function' || !picks.every(pick => pick !== undefined)) return long
  const [first, second] = picks
  const types = own ? [...expected, coded.target] : expected
  const fits = (source: unknown): boolean => types.every(type => source instanceof type)
  if (picks.length <= 2) return (source, args, ctx, info) => (fits(source) ? method.call(of ?? source, first?.(source, args, ctx, info), second?.(source, args, ctx, info)) : long(source, args, ctx, info))
  return (source, args, ctx, info) => (fits(source) ? method.apply(of ?? source, picks.map(pick => pick(source, args, ctx, info))) : long(source, args, ctx, info))
}

function pickOf(param: NonNullable<Resolver['params']>[number]): Pick | undefined {
  if (param.kind === 'info') return (_source, _args, _ctx, info) => info
  if (param.kind === 'root' && !param.propertyName) return source => source
  if (param.kind === 'context') return param.propertyName ? undefined : (_source, _args, ctx) => ctx
  if (param.kind === 'arg' || param.kind === 'args') return taking(param)
  if (param.kind === 'custom' && !param.options.arg) return (root, args, context, info) => param.resolver({ root, args, context: context as object, info })
  return undefined
}

type Argument = Extract<NonNullable<Resolver['params']>[number], { kind: 'arg' | 'args' }>

function taking(param: Argument): Pick | undefined {
  if (param.validateFn || param.validateSettings !== undefined) return undefined
  const type = param.getType() as Function
  const take = param.kind === 'arg' ? takeArgument(param.name, type) : takeArguments(type)
  return (_source, args) => take(args)
}
