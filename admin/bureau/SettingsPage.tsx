import EditIcon from '@mui/icons-material/Edit'
import { Box, Button, Paper, Typography } from '@mui/material'
import { ResourceContextProvider, required, useLocale, useTranslate } from 'ra-core'
import { useState } from 'react'
import { useAct, useAsk, useMay } from '../ui/Console'
import { NumberInput } from '../ui/inputs/TextInput'
import { ActionDialog } from '../ui/record/ActionDialog'
import { ToneChip } from '../ui/record/StateChip'
import { PageHead } from '../ui/shell/PageHead'
import { ErrorPanel } from '../ui/views/ErrorPanel'
import { Waiting } from '../ui/views/Waiting'
import { basisOf } from './settingWords'

interface Setting {
  id: string
  key: string
  zh: string
  en: string
  value: number
  default: number
  unit: string
  least: number
  most: number
  source: string
  version: number
}

/** Every number of a rule. */
export const SETTINGS = 'query settings { settings { total items { id key zh en value default unit least most source version } } }'

/** The numbers of the rules: what they are, what they were meant to be, and where that comes from. */
export default function SettingsPage() {
  const translate = useTranslate()
  const may = useMay()
  const locale = useLocale()
  const { act } = useAct()
  const [chosen, setChosen] = useState<Setting | null>(null)
  const { data, error, isPending, refetch } = useAsk<{ settings: { items: Setting[] } }>(SETTINGS)
  const meaning = (setting: Setting): string => (locale === 'en' ? setting.en : setting.zh)
  const unitOf = ({ unit }: Setting): string => translate(`resources.settings.units.${unit}`, { _: unit })
  const sourceOf = ({ source }: Setting): string => {
    const { basis, named } = basisOf(source)
    return [translate(`resources.settings.basis.${basis}`), named].filter(Boolean).join(translate('resources.settings.colon'))
  }
  return (
    <ResourceContextProvider value="settings">
      <PageHead title={translate('resources.settings.name', { smart_count: 2 })} crumbs={[{ label: translate('console.groups.bureau') }]} />
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {isPending && <Waiting />}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' } }}>
        {data?.settings.items.map(setting => (
          <Paper key={setting.key} component="li" variant="outlined" sx={{ p: 2, display: 'flex', gap: 2, alignItems: 'center' }}>
            <Box sx={{ mr: 'auto', minWidth: 0 }}>
              <Typography sx={{ fontWeight: 600 }}>{meaning(setting)}</Typography>
              <Typography variant="body2" color="text.secondary">
                {[`${translate('resources.settings.fields.default')} ${setting.default} ${unitOf(setting)}`, sourceOf(setting)].join(' · ')}
              </Typography>
            </Box>
            {setting.value !== setting.default && <ToneChip label={translate('resources.settings.changed')} tone="info" />}
            <Typography sx={{ fontSize: '1.25rem', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>{`${setting.value} ${unitOf(setting)}`}</Typography>
            {may('setting.write') && (
              <Button size="small" startIcon={<EditIcon />} onClick={() => setChosen(setting)} aria-label={`${translate('ra.action.edit')} ${meaning(setting)}`} sx={{ flexShrink: 0 }}>
                {translate('ra.action.edit')}
              </Button>
            )}
          </Paper>
        ))}
      </Box>
      {chosen && (
        <ActionDialog
          title={meaning(chosen)}
          consequence={translate('resources.settings.consequence', { least: chosen.least, most: chosen.most, unit: unitOf(chosen), default: chosen.default })}
          confirm="ra.action.save"
          defaults={{ value: chosen.value }}
          onClose={() => setChosen(null)}
          run={async ({ value }) => {
            await act('settings', 'updateSetting(key: String!, version: Int!, value: Int!)', { key: chosen.key, version: chosen.version, value })
            await refetch()
          }}
        >
          <NumberInput source="value" min={chosen.least} max={chosen.most} validate={required()} />
        </ActionDialog>
      )}
    </ResourceContextProvider>
  )
}
