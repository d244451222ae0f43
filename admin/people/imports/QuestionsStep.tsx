import { Alert, Box, Button, FormControlLabel, FormLabel, Paper, Radio, RadioGroup, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { VolunteerImport } from './imports'

interface QuestionsStepProps {
  one: VolunteerImport
  onCheck: (answers: { key: string; value: string }[]) => Promise<void>
}

/** What is not clear is asked, once for all the rows that it concerns; what is not answered is not imported. */
export function QuestionsStep({ one, onCheck }: QuestionsStepProps) {
  const translate = useTranslate()
  const [answers, setAnswers] = useState<Record<string, string>>({})
  const [running, setRunning] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const send = async (): Promise<void> => {
    setRunning(true)
    setRefused(null)
    await onCheck(Object.entries(answers).map(([key, value]) => ({ key, value }))).catch((error: Error) => setRefused(error.message))
    setRunning(false)
  }
  return (
    <Paper variant="outlined" sx={{ p: 2, mb: 2 }}>
      <Typography variant="h2" sx={{ fontSize: '1.0625rem', mb: 1 }}>
        {translate('resources.volunteerImports.questions', { smart_count: one.questions.length })}
      </Typography>
      {one.questions.map(({ key, text, rows, choices }) => (
        <Box key={key} sx={{ mb: 1.5 }}>
          <FormLabel id={key}>{`${text} (${translate('resources.volunteerImports.rowsOf', { smart_count: rows })})`}</FormLabel>
          <RadioGroup row aria-labelledby={key} value={answers[key] ?? ''} onChange={event => setAnswers({ ...answers, [key]: event.target.value })}>
            {choices.map(choice => (
              <FormControlLabel key={choice.value} value={choice.value} control={<Radio />} label={choice.label} sx={{ minHeight: 44 }} />
            ))}
          </RadioGroup>
        </Box>
      ))}
      {refused && <Alert severity="error">{translate(refused, { _: refused })}</Alert>}
      <Button variant="contained" loading={running} disabled={Object.keys(answers).length === 0} onClick={() => void send()}>
        {translate('resources.volunteerImports.answer')}
      </Button>
    </Paper>
  )
}
