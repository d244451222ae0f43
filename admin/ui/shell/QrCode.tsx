import { Box } from '@mui/material'
import { useQuery } from '@tanstack/react-query'

/** How many modules stay white around the code, as readers need it. */
const QUIET = 4

/** A text as a QR code, drawn as one path, so that the page's policy needs no exception; the encoder loads when first needed. A large one fills a phone's width, to be held up. */
export function QrCode({ text, label, large = false }: { text: string; label: string; large?: boolean }) {
  const { data } = useQuery({ queryKey: ['qr', text], staleTime: Infinity, gcTime: 0, queryFn: () => drawn(text) })
  return (
    <Box sx={{ width: large ? '100%' : 220, maxWidth: large ? 420 : 220, aspectRatio: '1', mx: large ? 'auto' : undefined, bgcolor: '#ffffff', borderRadius: 1, border: 1, borderColor: 'divider' }}>
      {data && (
        <svg role="img" aria-label={label} viewBox={`0 0 ${data.size} ${data.size}`} width="100%" height="100%" shapeRendering="crispEdges">
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
