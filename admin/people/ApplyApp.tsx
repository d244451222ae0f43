import { QueryClient } from '@tanstack/react-query'
import { CoreAdminContext } from 'ra-core'
import { makeClient } from '../data/client'
import { makeDataProvider } from '../data/dataProvider'
import { Drafts } from '../data/drafts'
import { Session } from '../data/session'
import { makeI18nProvider } from '../i18n/i18nProvider'
import { ConsoleProviders } from '../ui/Console'
import { consoleStore } from '../ui/consoleStore'
import { ConsoleTheme } from '../ui/ConsoleTheme'
import { ApplyForm } from './ApplyForm'

const i18nProvider = makeI18nProvider()
const provider = makeDataProvider(makeClient(() => i18nProvider.getLocale()), [])
const session = new Session(provider)
const drafts = new Drafts(session)
const store = consoleStore()
const queryClient = new QueryClient()

/** The public form for whoever offers to serve: without an account, and without the rest of the console. */
export default function ApplyApp() {
  return (
    <CoreAdminContext dataProvider={provider} i18nProvider={i18nProvider} store={store} queryClient={queryClient}>
      <ConsoleTheme>
        <ConsoleProviders value={{ provider, session, drafts, entries: [] }}>
          <ApplyForm />
        </ConsoleProviders>
      </ConsoleTheme>
    </CoreAdminContext>
  )
}
