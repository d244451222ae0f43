import AddAPhotoIcon from '@mui/icons-material/AddAPhoto'
import CancelIcon from '@mui/icons-material/Cancel'
import { Box, Button, FormControl, FormHelperText, FormLabel, IconButton } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { type ChangeEvent, useId, useRef, useState } from 'react'
import { pictureAddress, sendPhoto } from '../../data/files'
import { type FieldProps, useFormField } from './useFormField'

const MOST = 9

/** Photos, made small in the browser and sent at once; the form holds their ids. */
export function PhotosInput(asked: FieldProps) {
  const { value, change, shown } = useFormField(asked)
  const translate = useTranslate()
  const locale = useLocale()
  const id = useId()
  const picker = useRef<HTMLInputElement>(null)
  const [sending, setSending] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const ids = Array.isArray(value) ? (value as string[]) : []

  const send = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const chosen = [...(event.target.files ?? [])].slice(0, MOST - ids.length)
    event.target.value = ''
    setSending(true)
    setRefused(null)
    let sent = ids
    try {
      for (const photo of chosen) change((sent = [...sent, await sendPhoto(photo, locale)]))
    } catch (error) {
      setRefused(translate((error as Error).message, { _: (error as Error).message }))
    } finally {
      setSending(false)
    }
  }
  return (
    <FormControl error={shown.error || refused !== null} disabled={shown.disabled}>
      <FormLabel id={id} sx={{ mb: 1 }}>
        {shown.label}
      </FormLabel>
      <Box role="group" aria-labelledby={id} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {ids.map((photo, index) => (
          <Box key={photo} sx={{ position: 'relative' }}>
            <Thumbnail id={photo} label={translate('console.photos.nth', { number: index + 1 })} />
            <IconButton
              size="small"
              onClick={() => change(ids.filter(one => one !== photo))}
              aria-label={translate('console.photos.remove', { number: index + 1 })}
              sx={{ position: 'absolute', top: -8, right: -8, bgcolor: 'background.paper', '&:hover': { bgcolor: 'background.paper' } }}
            >
              <CancelIcon />
            </IconButton>
          </Box>
        ))}
        {ids.length < MOST && (
          <Button variant="outlined" loading={sending} startIcon={<AddAPhotoIcon />} onClick={() => picker.current?.click()} sx={{ minHeight: 96, minWidth: 96 }}>
            {translate('console.photos.add')}
          </Button>
        )}
        <input ref={picker} type="file" accept="image/*" multiple hidden onChange={event => void send(event)} />
      </Box>
      <FormHelperText>{refused ?? shown.helperText}</FormHelperText>
    </FormControl>
  )
}

function Thumbnail({ id, label }: { id: string; label: string }) {
  return <Box component="img" src={pictureAddress(id, true)} alt={label} loading="lazy" sx={{ width: 96, height: 96, objectFit: 'cover', borderRadius: 1, display: 'block', border: 1, borderColor: 'divider' }} />
}

/** Photos of a record as thumbnails, each opening the whole picture. */
export function Photos({ ids }: { ids: readonly string[] }) {
  const translate = useTranslate()
  if (ids.length === 0) return <>–</>
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {ids.map((id, index) => (
        <a key={id} href={pictureAddress(id)} target="_blank" rel="noreferrer">
          <Thumbnail id={id} label={translate('console.photos.nth', { number: index + 1 })} />
        </a>
      ))}
    </Box>
  )
}
