import 'reflect-metadata'
import type { GraphQLSchema } from 'graphql'
import { buildSchemaSync, registerEnumType } from 'type-graphql'
import { declareRoles, ruleOf } from './kernel/access'
import { sayWhatIsRead } from './kernel/asked'
import { AuditEntry, AuditSeal } from './kernel/audit'
import { ClusterLock } from './kernel/clusterLocks'
import { frontDoor } from './kernel/door'
import type { Type } from './kernel/entity'
import { RefusalCode } from './kernel/errors'
import { StoredFile } from './kernel/files'
import { JobResolver } from './kernel/jobResolver'
import { JobRun } from './kernel/jobs'
import { KeptTotal } from './kernel/keptTotals'
import { noRuleMayWait } from './kernel/leanArguments'
import { leanFields } from './kernel/leanFields'
import { LongJob } from './kernel/longJobs'
import { RevealResolver } from './kernel/reveal'
import { followReferences } from './kernel/follows'
import { DateTime } from './kernel/scalars'
import { SealedFile, SealedFilePart } from './kernel/sealedFiles'
import { SearchToken } from './kernel/searchTokens'
import { Throttle } from './kernel/throttle'
import { RULES } from './kernel/validation'
import { workflows } from './kernel/workflow'
import { AboutResolver } from './about'
import { modules } from './modules'
import { roles } from './roles'

registerEnumType(RefusalCode, { name: 'RefusalCode', description: 'Every code that an error may carry in extensions.code.' })

/** Every table of the product. */
export const entities: readonly Function[] = [AuditEntry, AuditSeal, ClusterLock, JobRun, KeptTotal, LongJob, SealedFile, SealedFilePart, SearchToken, StoredFile, Throttle, ...modules.flatMap(module => module.entities)]

/** Builds the schema behind its front door, and refuses to where something that must be said was not. */
export function buildFrontedSchema(): GraphQLSchema {
  declareRoles(roles)
  for (const entity of entities) ruleOf(entity)
  noRuleMayWait()
  for (const { name, workflow } of workflows()) {
    const lost = workflow.unreachable()
    if (lost.length > 0) throw new Error(`${name}: no path leads to ${lost.join(', ')}.`)
  }
  const schema = buildSchemaSync({
    resolvers: [AboutResolver, JobResolver, RevealResolver, ...modules.flatMap(module => module.resolvers)] as unknown as [Function],
    orphanedTypes: [],
    // TypeGraphQL would introspect the whole schema to see that it is valid, for a fifth of a second; Apollo looks as it starts.
    skipCheck: true,
    validate: RULES,
    scalarsMap: [{ type: Date, scalar: DateTime }],
  })
  const byName = new Map(entities.map(entity => [entity.name, entity as Type]))
  const typeNamed = (name: string): Type | undefined => byName.get(name)
  leanFields(schema)
  followReferences(schema, typeNamed)
  sayWhatIsRead(schema, typeNamed)
  return frontDoor(schema, typeNamed)
}
