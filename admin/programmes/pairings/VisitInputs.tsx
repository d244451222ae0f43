import { Alert, Box, Chip, FormControl, FormHelperText, FormLabel, ToggleButton, ToggleButtonGroup } from '@mui/material'
import { required, useTranslate } from 'ra-core'
import { type ReactNode, useId } from 'react'
import { useWatch } from 'react-hook-form'
import type { ActionValues } from '../../ui/record/ActionDialog'
import { addDays, instantAt, today } from '../../ui/days'
import { useEnumWord, valuesOf } from '../../ui/enums'
import { ChoiceInput, FlagInput } from '../../ui/inputs/FlagInput'
import { PhotosInput } from '../../ui/inputs/PhotosInput'
import { DayInput, NumberInput, TextInput, TimeInput } from '../../ui/inputs/TextInput'
import { type FieldProps, useFormField } from '../../ui/inputs/useFormField'
import { useMay } from '../../ui/Console'
import type { Holder } from '../people'
import { useServices } from './useServices'
import { WhoInput } from './WhoInput'

/** How far back a visit may be written down from the form. */
const BACK = 30

/** What a visit's form begins with: today, at home, an hour less than most, met. */
export const visitDefaults = (): ActionValues => ({ visitedOn: today(), startedAt: null, manner: 'HOME', contactMade: true, minutes: 30, services: [], flags: [], photoIds: [], condition: null, needs: '', note: '', amount: '', receiptIds: [], noReceiptReason: '', signedBackBy: '' })

/** A visit in under a minute: what is usual stands there already, the rest is touched, not typed. */
export function VisitInputs({ programme, photos, volunteers }: { programme: string; photos: boolean; volunteers: readonly Holder[] }) {
  const translate = useTranslate()
  const may = useMay()
  const met = useWatch({ name: 'contactMade' }) === true
  return (
    <>
      <WhoInput source="volunteerId" label="resources.visits.who" volunteers={volunteers} />
      <DayInput source="visitedOn" validate={required()} max={today()} min={addDays(today(), -BACK)} />
      <Side>
        <TimeInput source="startedAt" label="resources.visits.start" />
        <NumberInput source="minutes" validate={required()} min={0} max={600} step={5} />
      </Side>
      <ChoiceInput source="manner" of="VisitManner" />
      <FlagInput source="contactMade" />
      {!met && <Alert severity="info">{translate('resources.visits.notMet')}</Alert>}
      <FoundInputs programme={programme} met={met} />
      <ErrandInputs />
      {may('file.upload') && (photos ? <PhotosInput source="photoIds" /> : <Alert severity="info">{translate('resources.visits.noPhotoConsent')}</Alert>)}
      <TextInput source="needs" rows={2} maxLength={1500} helperText={translate('resources.visits.needsHint')} />
      <TextInput source="note" rows={2} maxLength={1000} />
    </>
  )
}

/** What was done and how the elder was found; the services only where somebody was met. */
export function FoundInputs({ programme, met }: { programme: string; met: boolean }) {
  const { services } = useServices(programme)
  return (
    <>
      {met && <ChipsInput source="services" choices={services} />}
      {met && <ConditionInput source="condition" />}
      <FlagsInput source="flags" />
    </>
  )
}

/** Two short inputs side by side. */
export const Side = ({ children }: { children: ReactNode }) => <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)', gap: 2 }}>{children}</Box>

/** The input of `recordVisit`, made of what the form holds. */
export function visitInput(values: ActionValues, pairingId: string, clientKey: string): Record<string, unknown> {
  const needs = String(values.needs ?? '')
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
  const met = values.contactMade === true
  return { ...values, startedAt: startOf(values), pairingId, clientKey, contactMade: met, minutes: met ? values.minutes : 0, services: met ? values.services : [], condition: met && values.condition ? Number(values.condition) : null, needs, ...accountOf(values) }
}

/** The services on which a volunteer lays out money; the server knows the same. */
const ERRANDS = ['BUYING', 'ERRANDS', 'SHOPPING_FESTIVAL']
const isErrand = (values: ActionValues): boolean => values.contactMade === true && values.manner === 'HOME' && (values.services as string[] | undefined)?.some(service => ERRANDS.includes(service)) === true

/** What an errand cost: asked for only where there was one. */
function ErrandInputs() {
  const translate = useTranslate()
  const [contactMade, manner, services, amount] = useWatch({ name: ['contactMade', 'manner', 'services', 'amount'] }) as unknown[]
  if (!isErrand({ contactMade, manner, services })) return null
  return (
    <>
      <TextInput source="amount" maxLength={10} helperText={translate('resources.visits.amountHint')} />
      {amount ? (
        <>
          <PhotosInput source="receiptIds" />
          <TextInput source="noReceiptReason" maxLength={200} helperText={translate('resources.visits.noReceiptHint')} />
          <TextInput source="signedBackBy" maxLength={50} validate={required()} helperText={translate('resources.visits.signedBackHint')} />
        </>
      ) : null}
    </>
  )
}

/** The part of the input about money; all of it null where there was no errand or nothing was spent. */
function accountOf(values: ActionValues): Record<string, unknown> {
  const amount = isErrand(values) ? String(values.amount ?? '').trim() : ''
  const kept = (value: unknown): string | null => (amount && String(value ?? '').trim()) || null
  return { amount: amount || null, receiptIds: amount ? values.receiptIds : [], noReceiptReason: kept(values.noReceiptReason), signedBackBy: kept(values.signedBackBy) }
}

/** When a visit began, where the form says so. */
export const startOf = ({ visitedOn, startedAt }: ActionValues): string | null => (visitedOn && startedAt ? instantAt(String(visitedOn), String(startedAt)) : null)

interface ChipsProps extends FieldProps {
  choices: readonly { code: string; name: string }[]
}

/** Any of a few, as chips that a thumb can hit. */
function ChipsInput({ choices, ...asked }: ChipsProps) {
  const { value, change, shown } = useFormField(asked)
  const id = useId()
  const chosen = Array.isArray(value) ? (value as string[]) : []
  return (
    <FormControl error={shown.error} disabled={shown.disabled}>
      <FormLabel id={id} sx={{ mb: 1 }}>
        {shown.label}
      </FormLabel>
      <Box role="group" aria-labelledby={id} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {choices.map(({ code, name }) => {
          const on = chosen.includes(code)
          return <Chip key={code} label={name} clickable aria-pressed={on} color={on ? 'primary' : 'default'} variant={on ? 'filled' : 'outlined'} onClick={() => change(on ? chosen.filter(one => one !== code) : [...chosen, code])} sx={{ height: { xs: 44, sm: 36 }, borderRadius: 22, px: 0.5 }} />
        })}
      </Box>
      {shown.helperText && <FormHelperText>{shown.helperText}</FormHelperText>}
    </FormControl>
  )
}

/** What must not wait; ticking one says what will follow. */
function FlagsInput(asked: FieldProps) {
  const word = useEnumWord()
  const translate = useTranslate()
  const ticked = useWatch({ name: asked.source }) as string[] | undefined
  return (
    <>
      <ChipsInput {...asked} choices={valuesOf('VisitFlag').map(code => ({ code, name: word('VisitFlag', code) }))} />
      {(ticked?.length ?? 0) > 0 && <Alert severity="warning">{translate('resources.visits.flagged')}</Alert>}
      {ticked?.includes('ABUSE_SUSPECTED') && <Alert severity="error">{translate('resources.visits.abuse')}</Alert>}
    </>
  )
}

/** How the elder is, from badly to well, by the word. */
function ConditionInput(asked: FieldProps) {
  const { value, change, shown } = useFormField(asked)
  const word = useEnumWord()
  const id = useId()
  return (
    <FormControl error={shown.error}>
      <FormLabel id={id} sx={{ mb: 1 }}>
        {shown.label}
      </FormLabel>
      <ToggleButtonGroup exclusive fullWidth aria-labelledby={id} value={value ? String(value) : null} onChange={(_, chosen: string | null) => change(chosen)}>
        {valuesOf('Condition').map(code => (
          <ToggleButton key={code} value={code} sx={{ px: 0.5, minHeight: 44, textTransform: 'none' }}>
            {word('Condition', code)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {shown.helperText && <FormHelperText>{shown.helperText}</FormHelperText>}
    </FormControl>
  )
}
