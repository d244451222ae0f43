import MoreHorizIcon from '@mui/icons-material/MoreHoriz'
import { Box, Button, Menu, MenuItem, useMediaQuery, useTheme } from '@mui/material'
import { useRecordContext, useTranslate } from 'ra-core'
import { type ReactNode, useState } from 'react'
import { readSignature } from '../../data/buildQuery'
import type { Definition, Row } from '../../data/Definition'
import { useAct, useConsole, useDefinition } from '../Console'
import { TextInput } from '../inputs/TextInput'
import { ActionDialog, type ActionValues } from './ActionDialog'

/** How a page lets an action be given its data. Without one, an action asks for a note and goes through the resource's `move`. */
export interface ActionForm {
  /** The mutation, by its name in the resource's `mutations`; by default the resource's `move`. */
  mutation?: string
  inputs?: ReactNode
  /** The resource under which the inputs' labels stand, where it is not this one: `visits` for a visit recorded on a pairing. */
  labels?: string
  defaults?: ActionValues
  /** The mutation's `input` takes a `clientKey`. */
  keyed?: boolean
  /** The variables, where they are not simply id, version, action and the form's values. */
  variables?: (values: ActionValues, row: Row, clientKey: string) => Record<string, unknown>
  grave?: boolean
  /** Seldom what one came for: its button never stands out. */
  quiet?: boolean
  /** A long form, which on a phone takes the whole screen. */
  roomy?: boolean
  /** What will follow, where it depends on the record; a catalogue key or plain words. */
  consequence?: string
  /** This page offers the action elsewhere. */
  hidden?: boolean
}

interface WorkflowButtonsProps {
  /** Forms by action; an action that is not here needs no data of its own. */
  forms?: Readonly<Record<string, ActionForm>>
  /** The record, where it is not the page's. */
  row?: Row
  /** The resource, where it is not the page's. */
  of?: string
  size?: 'small' | 'medium'
  /** Only these actions, in this order; by default all that are open. */
  only?: readonly string[]
  /** So many stand there as buttons, the others behind one; on a phone these stay at the foot of the screen, for the thumb. */
  inSight?: number
}

/**
 * The actions that this person may take on this record now, as the server says in `openActions`. It knows no workflow: words are in
 * the catalogue under `resources.<resource>.actions.<ACTION>` (`name`, `consequence`), data come from the page's forms.
 */
export function WorkflowButtons({ forms = {}, row: given, of, size = 'medium', only, inSight }: WorkflowButtonsProps) {
  const translate = useTranslate()
  const definition = useDefinition(of)
  const here = useRecordContext<Row>()
  const row = given ?? here
  const theme = useTheme()
  const narrow = useMediaQuery(theme.breakpoints.down('sm'))
  const [chosen, setChosen] = useState<string | null>(null)
  const { act } = useAct()
  const { drafts } = useConsole()
  if (!row) return null
  const open = row.openActions ?? []
  const actions = (only ? only.filter(action => open.includes(action)) : open).filter(action => !forms[action]?.hidden)
  const first = actions.slice(0, inSight === undefined ? actions.length : narrow ? 1 : inSight)
  const form = chosen === null ? undefined : forms[chosen]
  const draftOf = (action: string): string => `${definition.name}/${row.id}/${action}`
  const say = (action: string, part: string, otherwise: string): string => translate(`resources.${definition.name}.actions.${action}.${part}`, { _: otherwise })
  const wordOf = (action: string): string => say(action, 'name', action) + (drafts.has(draftOf(action)) ? ` · ${translate('console.draft.name')}` : '')
  if (actions.length === 0) return null
  return (
    <>
      <Box sx={inSight !== undefined && narrow ? AT_FOOT : size === 'small' ? { display: 'flex', flexWrap: 'wrap', gap: 1 } : { display: 'contents' }}>
        {first.map((action, index) => (
          <Button key={action} size={size} variant={index === 0 && !forms[action]?.grave && !forms[action]?.quiet ? 'contained' : 'outlined'} color={forms[action]?.grave ? 'error' : 'primary'} onClick={() => setChosen(action)}>
            {wordOf(action)}
          </Button>
        ))}
        {actions.length > first.length && <MoreActions actions={actions.slice(first.length)} wordOf={wordOf} grave={action => forms[action]?.grave === true} onChoose={setChosen} />}
      </Box>
      {chosen !== null && (
        <ActionDialog
          title={say(chosen, 'name', chosen)}
          consequence={form?.consequence ?? (say(chosen, 'consequence', '') || undefined)}
          roomy={form?.roomy}
          confirm={say(chosen, 'name', 'ra.action.confirm')}
          grave={form?.grave}
          defaults={form?.defaults}
          resource={form?.labels ?? definition.name}
          draft={draftOf(chosen)}
          onClose={() => setChosen(null)}
          run={(values, clientKey) => {
            const { mutation, variables } = requestFor(definition, row, chosen, form, values, clientKey)
            return act(definition.name, mutation, variables, `resources.${definition.name}.actions.${chosen}.done`)
          }}
        >
          {form?.inputs ?? <TextInput source="note" label="console.note" rows={3} maxLength={500} />}
        </ActionDialog>
      )}
    </>
  )
}

/** At the foot of a phone's screen, over what scrolls. */
const AT_FOOT = { position: 'fixed', left: 0, right: 0, bottom: 0, zIndex: 'appBar', display: 'flex', gap: 1, p: 1, pb: 'max(8px, env(safe-area-inset-bottom))', bgcolor: 'background.paper', borderTop: 1, borderColor: 'divider', '& > :first-of-type': { flex: 1 } } as const

interface MoreActionsProps {
  actions: readonly string[]
  wordOf: (action: string) => string
  grave: (action: string) => boolean
  onChoose: (action: string) => void
}

/** The actions that are seldom taken, behind one button. */
function MoreActions({ actions, wordOf, grave, onChoose }: MoreActionsProps) {
  const translate = useTranslate()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const choose = (action: string): void => {
    setAnchor(null)
    onChoose(action)
  }
  return (
    <>
      <Button variant="outlined" startIcon={<MoreHorizIcon />} aria-haspopup="menu" aria-expanded={anchor !== null} onClick={event => setAnchor(event.currentTarget)}>
        {translate('console.moreActions')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {actions.map(action => (
          <MenuItem key={action} onClick={() => choose(action)} sx={grave(action) ? { color: 'error.main' } : undefined}>
            {wordOf(action)}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}

/** The mutation of an action and its variables: `id`, `version` and `action` from the record, everything else from the form. */
export function requestFor(definition: Pick<Definition, 'name' | 'mutations'>, row: Row, action: string, form: ActionForm | undefined, values: ActionValues, clientKey: string) {
  const { move } = definition.mutations ?? {}
  const mutation = form?.mutation ?? (move && readSignature(move).name)
  if (!mutation) throw new Error(`${definition.name} has no mutation for ${action}.`)
  const keyed = form?.keyed ? { clientKey } : {}
  const variables = form?.variables?.(values, row, clientKey) ?? { ...values, ...keyed, id: row.id, version: row.version, action, input: { ...values, ...keyed } }
  return { mutation, variables }
}
