import type { ReactNode } from 'react'
import { useMay } from '../Console'
import { NotHere } from './NotHere'

/** Shows a page only to those who hold its permission; the server refuses the others anyway. */
export function RequireMay({ permission, children }: { permission: string; children: ReactNode }) {
  const may = useMay()
  return may(permission) ? <>{children}</> : <NotHere code="FORBIDDEN" />
}
