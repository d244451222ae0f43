import { Button } from '@mui/material'
import { useTranslate } from 'ra-core'
import { type ReactNode, useState } from 'react'
import { useAct } from '../Console'
import { ActionDialog, type ActionValues } from './ActionDialog'

interface ActButtonProps {
  /** The resource, under whose `actions.<action>` the words stand and whose labels the inputs use. */
  of: string
  action: string
  /** The mutation, by its name in the resource's `mutations`. */
  mutation: string
  /** Its variables, made of what the form holds. */
  variables: (values: ActionValues, clientKey: string) => Record<string, unknown>
  children?: ReactNode
  /** What will follow, where it depends on the record. */
  consequence?: string
  defaults?: ActionValues
  grave?: boolean
  roomy?: boolean
  size?: 'small' | 'medium'
  contained?: boolean
  draft?: string
  /** When it is done: what the page reads by itself is read again. */
  onDone?: () => unknown
}

/** A button with its small form, for an act that no workflow offers: words from the catalogue, the refusal under the fields. */
export function ActButton({ of, action, mutation, variables, children, consequence, grave = false, size = 'medium', contained = false, onDone, ...dialog }: ActButtonProps) {
  const translate = useTranslate()
  const { act } = useAct()
  const [open, setOpen] = useState(false)
  const words = `resources.${of}.actions.${action}`
  return (
    <>
      <Button size={size} variant={contained ? 'contained' : 'outlined'} color={grave ? 'error' : 'primary'} onClick={() => setOpen(true)}>
        {translate(`${words}.name`)}
      </Button>
      {open && (
        <ActionDialog
          title={`${words}.name`}
          consequence={consequence ?? `${words}.consequence`}
          confirm={`${words}.name`}
          grave={grave}
          resource={of}
          onClose={() => setOpen(false)}
          run={async (values, clientKey) => {
            await act(of, mutation, variables(values, clientKey), `${words}.done`)
            await onDone?.()
          }}
          {...dialog}
        >
          {children}
        </ActionDialog>
      )}
    </>
  )
}
