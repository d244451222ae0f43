import { Box, Chip } from '@mui/material'
import { useTranslate } from 'ra-core'
import type { Row } from '../data/Definition'
import { useRegions } from '../ui/inputs/regions'
import { ShowPage } from '../ui/record/ShowPage'
import { type TwoNames, useName } from './programmeName'

type ProgrammeRow = Row & TwoNames & { services: (TwoNames & { id: string })[]; regionCode: string | null; content: string | null; active: boolean }

/** A programme and the services that it offers. */
export default function ProgrammeShow() {
  const name = useName()
  const translate = useTranslate()
  const { tree } = useRegions()
  return (
    <ShowPage<ProgrammeRow>
      title={name}
      summary={row => [
        { label: 'regionCode', value: row.regionCode ? (tree?.byCode.get(row.regionCode)?.name ?? row.regionCode) : translate('enums.RegionLevel.BANNER') },
        { label: 'active', value: translate(row.active ? 'ra.boolean.true' : 'ra.boolean.false') },
        { label: 'content', value: row.content, wide: true },
        {
          label: 'services',
          wide: true,
          value: row.services.length === 0 ? null : (
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
              {row.services.map(service => (
                <Chip key={service.id} label={name(service)} size="small" variant="outlined" />
              ))}
            </Box>
          ),
        },
      ]}
    />
  )
}
