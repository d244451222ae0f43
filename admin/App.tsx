import { QueryClient } from '@tanstack/react-query'
import { CoreAdminContext, CoreAdminUI, CustomRoutes, Resource } from 'ra-core'
import { lazy, Suspense } from 'react'
import { Route, useLocation } from 'react-router-dom'
import { makeAuthProvider } from './data/authProvider'
import { makeClient } from './data/client'
import { makeDataProvider } from './data/dataProvider'
import type { Definition, PageDefinition } from './data/Definition'
import { Drafts } from './data/drafts'
import { codeOf } from './data/Refusal'
import { Session } from './data/session'
import { makeI18nProvider } from './i18n/i18nProvider'
import { entries } from './resources'
import { ConsoleProviders } from './ui/Console'
import { consoleStore } from './ui/consoleStore'
import { ConsoleTheme } from './ui/ConsoleTheme'
import { AppLayout } from './ui/shell/AppLayout'
import { ChangePassword } from './ui/shell/ChangePassword'
import { NotHere } from './ui/shell/NotHere'
import { RequireMay } from './ui/shell/RequireMay'
import { Notices } from './ui/shell/Notices'
import { SecondFactor } from './ui/shell/SecondFactor'
import { SignIn } from './ui/shell/SignIn'
import { Waiting } from './ui/views/Waiting'

const Workbench = lazy(() => import('./overview/Workbench'))

const resources = entries.filter((entry): entry is Definition => entry.kind === 'resource')
const pages = entries.filter((entry): entry is PageDefinition => entry.kind === 'page')
const i18nProvider = makeI18nProvider()
const provider = makeDataProvider(makeClient(() => i18nProvider.getLocale()), resources)
const session = new Session(provider)
const drafts = new Drafts(session)
const authProvider = makeAuthProvider(provider, session, entries)
const store = consoleStore()
const queryClient = new QueryClient({
  // What failed because nobody answered is asked once more; a refusal is an answer.
  defaultOptions: { queries: { retry: (failures, error) => failures < 1 && ['UNREACHABLE', 'UNAVAILABLE'].includes(codeOf(error)) } },
})

/** The console; and what everybody may open, signed in or not. */
export function App() {
  return (
    <CoreAdminContext dataProvider={provider} authProvider={authProvider} i18nProvider={i18nProvider} store={store} queryClient={queryClient}>
      <ConsoleTheme>
        <ConsoleProviders value={{ provider, session, drafts, entries }}>
          <Doors />
          <Notices />
        </ConsoleProviders>
      </ConsoleTheme>
    </CoreAdminContext>
  )
}

/** Pages that are open to everybody stand before the console, which asks who one is. */
function Doors() {
  const { pathname } = useLocation()
  const Open = pages.find(page => page.open && pathname === `/${page.name}`)?.Page
  return Open ? (
    <Suspense fallback={<Waiting />}>
      <Open />
    </Suspense>
  ) : (
    <SignedIn />
  )
}

function SignedIn() {
  return (
    <CoreAdminUI
      disableTelemetry
      requireAuth
      layout={AppLayout}
      dashboard={Workbench}
      loginPage={SignIn}
      loading={Waiting}
      catchAll={() => <NotHere code="NOT_FOUND" />}
      accessDenied={() => <NotHere code="FORBIDDEN" />}
      authenticationError={() => <NotHere code="other" />}
    >
      {resources.map(({ name, List, Show, Create, Edit, icon, text }) => (
        <Resource key={name} name={name} list={List} show={Show} create={Create} edit={Edit} icon={icon} recordRepresentation={text as (record: object) => string} />
      ))}
      <CustomRoutes>
        <Route path="/account/password" element={<ChangePassword />} />
        <Route path="/account/totp" element={<SecondFactor />} />
        {pages.filter(page => !page.open).map(({ name, Page, permission }) => (
          <Route
            key={name}
            path={`/${name}/*`}
            element={
              <RequireMay permission={permission}>
                <Page />
              </RequireMay>
            }
          />
        ))}
      </CustomRoutes>
    </CoreAdminUI>
  )
}
