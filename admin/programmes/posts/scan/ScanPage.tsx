import { Alert, AlertTitle, Box, Link, Paper, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useEffect } from 'react'
import { useName } from '../../../bureau/programmeName'
import { useAsk } from '../../../ui/Console'
import { useEnumWord } from '../../../ui/enums'
import { Facts } from '../../../ui/record/Facts'
import { LooksMenu } from '../../../ui/shell/LooksMenu'
import { Mark } from '../../../ui/shell/Mark'
import { ErrorPanel } from '../../../ui/views/ErrorPanel'
import { Waiting } from '../../../ui/views/Waiting'
import { Say } from './Say'
import { scannedNumber } from './scanAddress'

/** The post of a plaque, as anybody may see it. */
export const PUBLIC_POST = 'query publicPost($plaqueNo: String!) { publicPost(plaqueNo: $plaqueNo) { plaqueNo live title employerName placeKind place region { name fullName } items { id nameZh nameEn } serviceNote pledge openingHours grantedOn validTo endedOn } }'

interface Seen {
  plaqueNo: string
  live: boolean
  title: string
  employerName: string
  placeKind: string
  place: string
  region: { name: string; fullName: string }
  items: { id: string; nameZh: string; nameEn: string }[]
  serviceNote: string | null
  pledge: string | null
  openingHours: string | null
  grantedOn: string
  validTo: string
  endedOn: string | null
}

/** What the code on a plaque opens: whether the plaque holds, who serves what there and when, and where one says how it was. */
export function ScanPage() {
  const translate = useTranslate()
  const plaqueNo = scannedNumber(window.location.hash)
  const { data, error, refetch } = useAsk<{ publicPost: Seen | null }>(PUBLIC_POST, { plaqueNo }, { enabled: plaqueNo !== '' })
  const post = plaqueNo === '' ? null : data?.publicPost
  useEffect(() => {
    document.title = [post?.title, translate('scan.title')].filter(Boolean).join(' · ')
  }, [post, translate])
  return (
    <Box component="main" sx={{ minHeight: '100vh', display: 'grid', justifyItems: 'center', alignContent: 'start', p: 2, bgcolor: 'background.default' }}>
      <Box sx={{ position: 'absolute', top: 8, right: 8 }}>
        <LooksMenu />
      </Box>
      <Box sx={{ width: '100%', maxWidth: 560 }}>
        <Box sx={{ textAlign: 'center', mt: 3, mb: 2 }}>
          <Mark size={40} />
          <Typography color="text.secondary" sx={{ mt: 1 }}>
            {translate('scan.title')}
          </Typography>
        </Box>
        {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
        {post === undefined && !error && <Waiting />}
        {post === null && <None plaqueNo={plaqueNo} />}
        {post && <Post post={post} />}
        <Typography variant="body2" sx={{ textAlign: 'center', mt: 3 }}>
          <Link href="/#/login">{translate('scan.signIn')}</Link>
        </Typography>
      </Box>
    </Box>
  )
}

function None({ plaqueNo }: { plaqueNo: string }) {
  const translate = useTranslate()
  return (
    <>
      <Typography variant="h1" sx={{ textAlign: 'center', mb: 2 }}>
        {translate('scan.none')}
      </Typography>
      <Alert severity="warning">{translate('scan.noneHint', { plaqueNo: plaqueNo || '–' })}</Alert>
    </>
  )
}

function Post({ post }: { post: Seen }) {
  const translate = useTranslate()
  const word = useEnumWord()
  const nameOf = useName()
  return (
    <>
      <Box sx={{ textAlign: 'center', mb: 2 }}>
        <Typography variant="h1">{post.title}</Typography>
        <Typography sx={{ mt: 0.5 }}>{post.employerName}</Typography>
      </Box>
      <Alert severity={post.live ? 'success' : 'error'} sx={{ mb: 2 }}>
        <AlertTitle>{translate(post.live ? 'scan.live' : 'scan.dead')}</AlertTitle>
        {translate(post.live ? 'scan.liveHint' : 'scan.deadHint', { plaqueNo: post.plaqueNo, from: post.grantedOn, to: post.validTo, ended: post.endedOn ?? post.validTo })}
      </Alert>
      <Paper variant="outlined" sx={{ p: { xs: 2, sm: 3 }, mb: 2, '& dl': { gridTemplateColumns: 'minmax(0, 1fr)' } }}>
        <Facts
          items={[
            { label: 'scan.services', value: [post.items.map(nameOf).join(translate('resources.pioneerPosts.and')), post.serviceNote].filter(Boolean).join('\n') },
            post.openingHours !== null && { label: 'scan.when', value: post.openingHours },
            { label: 'scan.where', value: [post.region.fullName, `${word('PostPlaceKind', post.placeKind)} · ${post.place}`].join('\n') },
            post.pledge !== null && { label: 'scan.pledge', value: post.pledge },
          ]}
        />
      </Paper>
      {post.live && <Say plaqueNo={post.plaqueNo} />}
    </>
  )
}
