import { Autocomplete, TextField, Typography } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useTranslate } from 'ra-core'
import type { ReactNode } from 'react'
import type { Row } from '../../data/Definition'
import { useConsole, useDefinition } from '../Console'
import { type FieldProps, useFormField } from './useFormField'
import { useTyped } from './useTyped'

interface RecordPickerProps {
  /** The resource to choose from, e.g. `volunteers`. */
  of: string
  label: ReactNode
  /** The chosen record's id. */
  value: unknown
  onChange: (id: string | null, row: Row | null) => void
  /** Narrows the choice, e.g. `{ state: ['ACTIVE'] }`. */
  filter?: Record<string, unknown>
  /** A second line under a choice: what tells two people of one name apart. */
  detail?: (row: Row) => string
  required?: boolean
  disabled?: boolean
  error?: boolean
  helperText?: ReactNode
  onBlur?: () => void
  name?: string
}

const FEW = 12

/** Finds one record by name, pinyin, initials or number, and chooses it. */
export function RecordPicker({ of, label, value, onChange, filter = {}, detail, required, disabled, error, helperText, onBlur, name }: RecordPickerProps) {
  const translate = useTranslate()
  const { provider } = useConsole()
  const definition = useDefinition(of)
  const id = typeof value === 'string' && value !== '' ? value : null
  const { settled, set, handlers } = useTyped()
  const { data: chosen } = useQuery({ queryKey: ['picked', of, id], enabled: id !== null, staleTime: 60_000, queryFn: async () => (await provider.getMany<Row>(of, { ids: [id!] })).data[0] ?? null })
  const asked = chosen && settled === definition.text(chosen) ? '' : settled
  const { data: found = [], isFetching } = useQuery({
    queryKey: ['pick', of, asked, filter],
    queryFn: async ({ signal }) => (await provider.getList<Row>(of, { filter: { ...filter, ...(asked && { q: asked }) }, pagination: { page: 1, perPage: FEW }, signal })).data,
  })
  const current = id !== null && chosen?.id === id ? chosen : null
  const options = current && !found.some(row => row.id === current.id) ? [current, ...found] : found
  return (
    <Autocomplete<Row>
      options={options}
      value={current}
      loading={isFetching}
      disabled={disabled}
      disableClearable={false}
      filterOptions={all => all}
      getOptionLabel={row => definition.text(row)}
      getOptionKey={row => row.id}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      noOptionsText={translate('console.picker.none')}
      loadingText={translate('ra.page.loading')}
      onChange={(_, row) => {
        set(row ? definition.text(row) : '')
        onChange(row?.id ?? null, row)
      }}
      onBlur={onBlur}
      renderOption={({ key, ...props }, row) => (
        <li key={key} {...props}>
          <span>
            {definition.text(row)}
            {detail && (
              <Typography component="span" variant="body2" color="text.secondary" sx={{ display: 'block' }}>
                {detail(row)}
              </Typography>
            )}
          </span>
        </li>
      )}
      renderInput={params => (
        <TextField
          {...params}
          label={label}
          required={required}
          error={error}
          helperText={helperText}
          name={name}
          placeholder={translate('console.picker.hint')}
          onChange={handlers.onChange}
          onCompositionStart={handlers.onCompositionStart}
          onCompositionEnd={handlers.onCompositionEnd}
        />
      )}
    />
  )
}

/** `RecordPicker` as a field of a form: `<RecordInput source="volunteerId" of="volunteers" />`. */
export function RecordInput({ of, filter, detail, ...asked }: FieldProps & Pick<RecordPickerProps, 'of' | 'filter' | 'detail'>) {
  const { value, change, shown } = useFormField(asked)
  const { inputRef: _, ...rest } = shown
  return <RecordPicker of={of} filter={filter} detail={detail} value={value} onChange={change} {...rest} />
}

/** A person from the registry, told apart by village and birth year. */
export const PersonInput = (asked: FieldProps) => <RecordInput of="persons" detail={row => [row.birthYear, (row.region as { name?: string } | null)?.name].filter(Boolean).join(' · ')} {...asked} />
