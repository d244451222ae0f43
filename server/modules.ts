import * as consentNotices from './bureau/consentNotices'
import * as plans from './bureau/plans'
import * as programmes from './bureau/programmes'
import * as regions from './bureau/regions'
import * as settings from './bureau/settings'
import * as stations from './bureau/stations'
import * as tasks from './bureau/tasks'
import * as templates from './bureau/templates'
import * as workingDays from './bureau/workingDays'
import * as auditTrail from './overview/auditTrail'
import * as accounts from './people/accounts'
import * as applications from './people/applications'
import * as records from './people/records'
import * as bulletins from './overview/bulletins'
import * as comrades from './overview/comrades'
import * as dashboard from './overview/dashboard'
import * as exporting from './overview/exports'
import * as inbox from './overview/inbox'
import * as savedQueries from './overview/savedQueries'
import * as beneficiaries from './people/beneficiaries'
import * as certificates from './people/certificates'
import * as employers from './people/employers'
import * as hours from './people/hours'
import * as imports from './people/imports'
import * as persons from './people/persons'
import * as teams from './people/teams'
import * as volunteers from './people/volunteers'
import * as activities from './programmes/activities'
import * as hardship from './programmes/hardship'
import * as pairings from './programmes/pairings'
import * as posts from './programmes/posts'

/** A module, as its index gives it. */
export interface Module {
  readonly entities: readonly Function[]
  readonly resolvers: readonly Function[]
}

/** The modules, one line each; lower tiers first. */
export const modules: readonly Module[] = [
  regions,
  stations,
  plans,
  programmes,
  settings,
  consentNotices,
  workingDays,
  templates,
  tasks,
  accounts,
  persons,
  employers,
  teams,
  volunteers,
  imports,
  applications,
  records,
  hours,
  certificates,
  beneficiaries,
  pairings,
  posts,
  activities,
  hardship,
  comrades,
  dashboard,
  bulletins,
  inbox,
  auditTrail,
  exporting,
  savedQueries,
]
