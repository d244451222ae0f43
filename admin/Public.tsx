import { type ComponentType, lazy, type ReactNode, Suspense, useSyncExternalStore } from 'react'

const ScanApp = lazy(() => import('./programmes/posts/scan/ScanApp'))

/** The pages for whoever has no account, by how their address begins. */
const PAGES: Readonly<Record<string, ComponentType>> = {
  '#/apply': lazy(() => import('./people/ApplyApp')),
  '#/post?': ScanApp,
  '#/post/': ScanApp,
}

const watch = (tell: () => void): (() => void) => {
  window.addEventListener('hashchange', tell)
  return () => window.removeEventListener('hashchange', tell)
}

/** They stand apart from the console, which they do not load; everybody else gets the console. */
export function Public({ children }: { children: ReactNode }) {
  const hash = useSyncExternalStore(watch, () => window.location.hash)
  const Page = Object.entries(PAGES).find(([begins]) => hash.startsWith(begins))?.[1]
  if (!Page) return <>{children}</>
  return (
    <Suspense fallback={null}>
      <Page />
    </Suspense>
  )
}
