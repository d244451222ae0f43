import { Button } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import type { Row } from '../data/Definition'
import { useMay } from '../ui/Console'
import { useEnumWord } from '../ui/enums'
import { useRegions } from '../ui/inputs/regions'
import { ShowPage } from '../ui/record/ShowPage'
import { listAddress } from '../ui/views/StatCard'
import { Flag } from './Flag'
import { RecodeButton } from './RecodeButton'
import { RegionMoves, type RegionMoveRow } from './RegionMoves'

/** A division, and the way to what lies in it. */
export default function RegionShow() {
  const word = useEnumWord()
  const translate = useTranslate()
  const may = useMay()
  const { tree } = useRegions()
  const yes = translate('ra.boolean.true')
  return (
    <ShowPage<Row>
      summary={row => [
        { label: 'code', value: String(row.code) },
        { label: 'kind', value: word('RegionKind', row.kind as string) },
        { label: 'parentCode', value: row.parentCode ? (tree?.byCode.get(row.parentCode as string)?.name ?? String(row.parentCode)) : null },
        { label: 'aliases', value: row.aliases as string | null },
        { label: 'validFrom', value: String(row.validFrom) },
        { label: 'validTo', value: row.validTo as string | null },
        row.predecessorCode !== null && { label: 'predecessorCode', value: String(row.predecessorCode) },
        { label: 'needsSquad', value: <Flag on={row.needsSquad} label={yes} /> },
        { label: 'hasStation', value: <Flag on={row.hasStation} label={yes} /> },
      ]}
      actions={row => (
        <>
          {row.level !== 'BANNER' && !row.validTo && may('region.write') && <RecodeButton region={row} />}
          {row.level !== 'VILLAGE' && (
            <Button component={RouterLink} to={listAddress('regions', { parentCode: row.code })} variant="outlined">
              {translate('resources.regions.within')}
            </Button>
          )}
        </>
      )}
      tabs={[{ key: 'moves', content: row => <RegionMoves moves={row.moves as RegionMoveRow[]} /> }]}
    />
  )
}
