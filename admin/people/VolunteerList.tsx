import UploadFileIcon from '@mui/icons-material/UploadFile'
import { Button } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { useMay } from '../ui/Console'
import type { Column } from '../ui/list/columns'
import { ListPage } from '../ui/list/ListPage'
import { StateChip } from '../ui/record/StateChip'
import { Stars } from './hours/Stars'
import { starsQuery } from './hours/starsQuery'
import { PhoneCell } from './PhoneCell'
import type { VolunteerRow } from './rows'
import { useHours, usePersonLine, useWords } from './words'

/** Who serves, and how much. */
export default function VolunteerList() {
  const words = useWords()
  const line = usePersonLine()
  const hours = useHours()
  const translate = useTranslate()
  const may = useMay()
  const columns: Column<VolunteerRow>[] = [
    { source: 'person.name', card: 'title' },
    { source: 'volunteerNo' },
    { source: 'state', card: 'chip', render: row => <StateChip of="VolunteerState" value={row.state} /> },
    { source: 'person.sex', label: 'resources.persons.sexAge', render: row => line(row.person) },
    { source: 'person.phone', render: row => <PhoneCell person={row.person} /> },
    { source: 'region.name' },
    { source: 'team.name', render: row => row.team?.name ?? translate('resources.volunteers.noTeam') },
    { source: 'load', render: row => `${row.load} / ${row.loadLimit}` },
    { source: 'totalMinutes', render: row => hours(row.totalMinutes) },
    { source: 'stars', render: row => <Stars count={row.stars} /> },
    { source: 'skills', render: row => words('Skill', row.skills) || '–', hidden: true, wrap: true },
    { source: 'languages', render: row => words('Language', row.languages) || '–', hidden: true },
  ]
  return (
    <ListPage
      columns={columns}
      actions={
        may('sheet.import') && (
          <Button component={RouterLink} to="/volunteerImports/create" variant="outlined" startIcon={<UploadFileIcon />}>
            {translate('resources.volunteerImports.create')}
          </Button>
        )
      }
      query={[
        { source: 'q', kind: 'text', placeholder: 'resources.persons.ask' },
        { source: 'region', kind: 'region' },
        { source: 'state', kind: 'enum', of: 'VolunteerState', many: true },
        { source: 'teamId', kind: 'record', of: 'teams' },
        { source: 'skills', kind: 'enum', of: 'Skill', many: true },
        { source: 'languages', kind: 'enum', of: 'Language', many: true },
        starsQuery,
      ]}
    />
  )
}
