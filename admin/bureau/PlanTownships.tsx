import { Link, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { useMay } from '../ui/Console'
import { today } from '../ui/days'
import { useEnumWord } from '../ui/enums'
import type { Part, Progress } from './planProgress'
import { countedBy } from './PlanTargets'

const SUBJECTS = ['TOWNSHIP_TEAMS', 'VILLAGE_TEAMS', 'SQUADS'] as const

/** Each township's part in the plan: what it has against what it is to have, and the villages with neither team nor squad. */
export function PlanTownships({ progress: { on, townships } }: { progress: Progress }) {
  const translate = useTranslate()
  const word = useEnumWord()
  const may = useMay()
  const current = on === today()
  const seesVillages = current && may('squad.propose')
  return (
    <TableContainer tabIndex={0} role="region" aria-label={translate('resources.plans.byTownship')}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('resources.plans.fields.region')}</TableCell>
            {SUBJECTS.map(subject => (
              <TableCell key={subject} align="right">
                {word('TargetSubject', subject)}
              </TableCell>
            ))}
            <TableCell align="right">{translate('pages.villagesWithout.name')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {townships.map(({ region, parts, villagesWithout }) => (
            <TableRow key={region.code} hover>
              <TableCell component="th" scope="row" sx={{ whiteSpace: 'nowrap' }}>
                {region.name}
              </TableCell>
              {SUBJECTS.map(subject => (
                <Reached key={subject} part={parts.find(part => part.subject === subject)} to={current && may('team.read') ? countedBy(subject, { region: region.code }) : undefined} />
              ))}
              <TableCell align="right" sx={{ fontVariantNumeric: 'tabular-nums' }}>
                {seesVillages && villagesWithout > 0 ? (
                  <Link component={RouterLink} to={`/villagesWithout?region=${region.code}`}>
                    {villagesWithout}
                  </Link>
                ) : (
                  villagesWithout
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  )
}

function Reached({ part, to }: { part: Part | undefined; to: string | undefined }) {
  const words = part ? `${part.reached} / ${part.number}` : '–'
  const short = part !== undefined && part.reached < part.number
  return (
    <TableCell align="right" sx={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>
      {to && part && part.reached > 0 ? (
        <Link component={RouterLink} to={to} color={short ? 'error' : 'primary'}>
          {words}
        </Link>
      ) : (
        words
      )}
    </TableCell>
  )
}
