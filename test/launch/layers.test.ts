import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { project } from './standIn'

/** Asks the layer rules of npm run check about imports of one file by another: a sentence, or null. */
function faultsOf(imports: (readonly [string, string])[]): (string | null)[] {
  const program = `import { faultOf } from '${path.join(project, 'server/launch/layers.mjs')}'
    console.log(JSON.stringify(${JSON.stringify(imports)}.map(([file, target]) => faultOf(file, target) ?? null)))`
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' })) as (string | null)[]
}

it('lets imports go down the tiers, and a page of the console use its pieces', () => {
  const good = [
    ['server/people/persons/Person.ts', 'server/bureau/regions/Region'],
    ['server/programmes/pairings/Pairing.ts', 'server/kernel/store'],
    ['server/programmes/pairings/pairElder.ts', 'server/programmes/pairings/Pairing'],
    ['server/people/volunteers/Volunteer.ts', 'server/people/persons/Person'],
    ['server/app.ts', 'server/modules'],
    ['admin/programmes/pairings/index.tsx', 'admin/ui/StateField'],
    ['admin/data/client.ts', 'schema/schema.graphql'],
  ] as const
  expect(faultsOf([...good])).toEqual(good.map(() => null))
})

it('refuses every import that goes up, across, or to the other side', () => {
  const bad = [
    ['server/kernel/store.ts', 'server/people/persons/Person', 'kernel is below people'],
    ['server/bureau/regions/Region.ts', 'server/programmes/pairings/Pairing', 'bureau is below programmes'],
    ['server/programmes/pairings/Pairing.ts', 'server/programmes/hardship/HardshipCase', 'two modules of one tier do not know each other'],
    ['server/people/persons/Person.ts', 'server/people/volunteers/Volunteer', 'two modules of one tier do not know each other'],
    ['server/people/persons/Person.ts', 'server/app', 'what composes the product is above every tier'],
    ['server/people/persons/Person.ts', 'test/support/world', 'server stands without test'],
    ['admin/main.tsx', 'server/roles', 'admin stands without server'],
    ['admin/ui/StateField.tsx', 'admin/programmes/pairings/index', 'a piece of the console knows no page'],
  ] as const
  expect(faultsOf(bad.map(([file, target]) => [file, target] as const))).toEqual(bad.map(([file, target, why]) => `${file} imports ${target}: ${why}`))
})
