import { Box } from '@mui/material'
import { useQuery } from '@tanstack/react-query'

/** How many modules stay white around the code, as readers need it. */
const QUIET = 4

/** A text as a QR code, drawn as one path, so that the page's policy needs no exception; the encoder loads when first needed. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data } = useQuery({ queryKey: ['qr', text], staleTime: Infinity, gcTime: 0, queryFn: () => drawn(text) })
  return (
    <Box sx={{ width: 220, height: 220, bgcolor: '#ffffff', borderRadius: 1, border: 1, borderColor: 'divider' }}>
      {data && (
        <svg role="img" aria-label={label} viewBox={`0 0 ${data.size} ${data.size}`} width="218" height="218" shapeRendering="crispEdges">
          <path d={data.path} fill="#000000" />
        </svg>
      )}
    </Box>
  )
}

async function drawn(text: string): Promise<{ size: number; path: string }> {
  const { create } = await import('qrcode')
  const { modules } = create(text, { errorCorrectionLevel: 'L' })
  const { size, data } = modules
  const path = Array.from(data, (dark, at) => (dark ? `M${(at % size) + QUIET} ${Math.floor(at / size) + QUIET}h1v1h-1z` : '')).join('')
  return { size: size + 2 * QUIET, path }
}
