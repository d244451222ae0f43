import { HttpError } from 'ra-core'
import type { ReactNode } from 'react'
import { ErrorBoundary } from 'react-error-boundary'
import { ErrorPanel } from './ErrorPanel'

const UNREACHED = new HttpError('console.error.unreachable', 503, { code: 'UNREACHABLE' })

/** Whether a part of the console itself could not be had: offline, or replaced by a newer version. Reading the page anew is what helps. */
const isMissingPart = (error: unknown): boolean => error instanceof Error && /dynamically imported module|importing a module script/i.test(error.message)

interface BoundaryProps {
  /** With another of these it tries again by itself. */
  resetKeys?: unknown[]
  children: ReactNode
}

/** What fails within it says so in its place, with a next step, and leaves what is around it alone. */
export function Boundary({ resetKeys, children }: BoundaryProps) {
  return (
    <ErrorBoundary resetKeys={resetKeys} fallbackRender={({ error, resetErrorBoundary }) => (isMissingPart(error) ? <ErrorPanel error={UNREACHED} onRetry={() => location.reload()} /> : <ErrorPanel error={error} onRetry={resetErrorBoundary} />)}>
      {children}
    </ErrorBoundary>
  )
}
