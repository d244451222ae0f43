import { QueryClient } from '@tanstack/react-query'
import { CoreAdminContext } from 'ra-core'
import type { ReactNode } from 'react'
import { makeClient } from '../data/client'
import { makeDataProvider } from '../data/dataProvider'
import { Drafts } from '../data/drafts'
import { Session } from '../data/session'
import { makeI18nProvider } from '../i18n/i18nProvider'
import { ConsoleProviders } from './Console'
import { consoleStore } from './consoleStore'
import { ConsoleTheme } from './ConsoleTheme'

const i18nProvider = makeI18nProvider()
const provider = makeDataProvider(makeClient(() => i18nProvider.getLocale()), [])
const session = new Session(provider)
const drafts = new Drafts(session)
const store = consoleStore()
const queryClient = new QueryClient()

/** What a page for whoever has no account stands in: the words, the looks and the API, without the rest of the console. */
export function PublicApp({ children }: { children: ReactNode }) {
  return (
    <CoreAdminContext dataProvider={provider} i18nProvider={i18nProvider} store={store} queryClient={queryClient}>
      <ConsoleTheme>
        <ConsoleProviders value={{ provider, session, drafts, entries: [] }}>{children}</ConsoleProviders>
      </ConsoleTheme>
    </CoreAdminContext>
  )
}
