import CheckIcon from '@mui/icons-material/Check'
import RemoveIcon from '@mui/icons-material/Remove'
import { Accordion, AccordionDetails, AccordionSummary, Box, Button, Card, Link, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { Link as RouterLink, useNavigate } from 'react-router-dom'
import { useAct, useAsk, useMay } from '../../ui/Console'
import { useEnumWord } from '../../ui/enums'
import { TextInput } from '../../ui/inputs/TextInput'
import { ActionDialog } from '../../ui/record/ActionDialog'
import { EmptyState } from '../../ui/views/EmptyState'
import { ErrorPanel } from '../../ui/views/ErrorPanel'
import { Waiting } from '../../ui/views/Waiting'
import { type Holder, nameOf } from '../people'

interface Suggestion {
  volunteer: Holder & { languages: string[]; skills: string[]; region: { fullName: string } | null }
  reasons: { code: string; text: string; favourable: boolean }[]
}

interface NotOffered {
  volunteer: Holder & { region: { fullName: string } | null }
  reasons: { code: string; text: string }[]
}

export const SUGGESTIONS = `query suggestVolunteers($for: ID!, $programme: ProgrammeCode!) { suggestVolunteers(for: $for, programme: $programme) {
  items { volunteer { id languages skills region { code name fullName } person { id name sex } } score reasons { code text favourable } }
  notOffered { volunteer { id region { code name fullName } person { id name } } reasons { code text } }
  outOfReach
} }`

/** Who could look after an elder, best first with the reasons in words, and who was not offered and why. */
export function Suggestions({ beneficiaryId, programme }: { beneficiaryId: string; programme: string }) {
  const translate = useTranslate()
  const navigate = useNavigate()
  const { act } = useAct()
  const may = useMay()
  const [chosen, setChosen] = useState<Suggestion | null>(null)
  const { data, error, isPending, refetch } = useAsk<{ suggestVolunteers: { items: Suggestion[]; notOffered: NotOffered[]; outOfReach: number } }>(SUGGESTIONS, { for: beneficiaryId, programme })
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (isPending) return <Waiting />
  const { items: offered, notOffered, outOfReach } = data.suggestVolunteers
  return (
    <>
      <Typography variant="h2" sx={{ mb: 1.5 }}>
        {translate('resources.pairings.suggestions.title')}
      </Typography>
      {offered.length === 0 && <EmptyState title={translate('resources.pairings.suggestions.none')} />}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, mb: 2, display: 'grid', gap: 1.5, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(auto-fill, minmax(300px, 1fr))' } }}>
        {offered.map(one => (
          <SuggestionCard key={one.volunteer.id} suggestion={one} onChoose={may('pairing.propose') ? () => setChosen(one) : undefined} />
        ))}
      </Box>
      {outOfReach > 0 && (
        <Typography variant="body2" color="text.secondary" sx={{ mb: 2 }}>
          {translate('resources.pairings.suggestions.outOfReach', { smart_count: outOfReach })}
        </Typography>
      )}
      {notOffered.length > 0 && (
        <Accordion variant="outlined" disableGutters>
          <AccordionSummary sx={{ fontWeight: 600 }}>
            {translate('resources.pairings.suggestions.notOffered')} ({notOffered.length})
          </AccordionSummary>
          <AccordionDetails sx={{ pt: 0 }}>
            <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 0.5 }}>
              {notOffered.map(({ volunteer, reasons }) => (
                <Typography component="li" key={volunteer.id} variant="body2">
                  <strong>{nameOf(volunteer)}</strong>{' '}
                  <Typography component="span" variant="body2" color="text.secondary">
                    {[volunteer.region?.fullName, ...reasons.map(({ text }) => text)].filter(Boolean).join(' · ')}
                  </Typography>
                </Typography>
              ))}
            </Box>
          </AccordionDetails>
        </Accordion>
      )}
      {chosen && (
        <ActionDialog
          title={translate('resources.pairings.suggestions.proposeTo', { name: nameOf(chosen.volunteer) })}
          consequence="resources.pairings.suggestions.consequence"
          confirm="resources.pairings.suggestions.choose"
          onClose={() => setChosen(null)}
          run={async (values, clientKey) => {
            const pairing = await act('pairings', 'pairElder', { input: { ...values, beneficiaryId, programme, volunteerId: chosen.volunteer.id, clientKey } }, 'resources.pairings.suggestions.done')
            void navigate(`/pairings/${pairing.id}/show`)
          }}
        >
          <TextInput source="wish" label="resources.pairings.fields.wish" rows={3} maxLength={200} />
        </ActionDialog>
      )}
    </>
  )
}

function SuggestionCard({ suggestion: { volunteer, reasons }, onChoose }: { suggestion: Suggestion; onChoose?: () => void }) {
  const translate = useTranslate()
  const word = useEnumWord()
  return (
    <Card component="li" variant="outlined" sx={{ p: 2, display: 'flex', flexDirection: 'column', gap: 1 }}>
      <Box>
        <Link component={RouterLink} to={`/volunteers/${volunteer.id}/show`} underline="hover" sx={{ fontWeight: 600 }}>
          {nameOf(volunteer)}
        </Link>
        <Typography variant="body2" color="text.secondary">
          {[volunteer.region?.fullName, volunteer.languages.map(language => word('Language', language)).join(' / '), volunteer.skills.map(skill => word('Skill', skill)).join(' / ')].filter(Boolean).join(' · ')}
        </Typography>
      </Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, flex: 1 }}>
        {reasons.map(({ code, text, favourable: good }) => (
          <Box component="li" key={code + text} sx={{ display: 'flex', alignItems: 'center', gap: 0.75, fontSize: '0.875rem', color: good ? 'text.primary' : 'warning.main' }}>
            {good ? <CheckIcon fontSize="small" color="success" aria-hidden /> : <RemoveIcon fontSize="small" aria-hidden />}
            {text}
          </Box>
        ))}
      </Box>
      {onChoose && (
        <Button variant="outlined" onClick={onChoose}>
          {translate('resources.pairings.suggestions.choose')}
        </Button>
      )}
    </Card>
  )
}
