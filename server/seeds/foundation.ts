import type { Context } from '../kernel/context'
import { loadNotices } from '../bureau/consentNotices/loadNotices'
import { loadPlans } from '../bureau/plans/loadPlans'
import { loadProgrammes } from '../bureau/programmes/loadProgrammes'
import { loadCredentials } from '../people/records/loadCredentials'
import { loadRegions } from '../bureau/regions/loadRegions'
import { loadStations } from '../bureau/stations/loadStations'
import { loadWorkingDays } from '../bureau/workingDays/resolver'
import { loadPolicies } from '../programmes/hardship/policies'
import { loadPostRules } from '../programmes/posts/rules'

/** What every installation starts with: divisions, stations, programmes, the plan, the notice to volunteers, the catalogue of courses and certificates, holidays, the policy of help, the rules of posts. What is there already stays. */
export async function loadFoundation(ctx: Context): Promise<void> {
  await loadRegions(ctx)
  await loadStations(ctx)
  await loadProgrammes(ctx)
  await loadPlans(ctx)
  await loadNotices(ctx)
  await loadCredentials(ctx)
  await loadWorkingDays(ctx)
  await loadPolicies(ctx)
  await loadPostRules(ctx)
}
