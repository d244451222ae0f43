import { lazy, type ReactNode, Suspense, useSyncExternalStore } from 'react'

const ApplyApp = lazy(() => import('./people/ApplyApp'))

const watch = (tell: () => void): (() => void) => {
  window.addEventListener('hashchange', tell)
  return () => window.removeEventListener('hashchange', tell)
}

/** The pages for whoever has no account stand apart from the console, which they do not load; everybody else gets the console. */
export function Public({ children }: { children: ReactNode }) {
  const hash = useSyncExternalStore(watch, () => window.location.hash)
  if (!hash.startsWith('#/apply')) return <>{children}</>
  return (
    <Suspense fallback={null}>
      <ApplyApp />
    </Suspense>
  )
}
