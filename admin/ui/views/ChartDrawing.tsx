import { Box, useTheme } from '@mui/material'
import { BarChart, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { useNavigate } from 'react-router-dom'
import type { ChartProps } from './Chart'
import { legendRows } from './legendRows'

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, AriaComponent, CanvasRenderer])

const LIGHT = ['#1b5e47', '#c07a12', '#0d5aa7', '#8c1d18', '#6a5acd', '#5b6b64', '#b0487e', '#2a8fa3', '#7a5230', '#8f8c1f']
const DARK = ['#8fd3b6', '#f5c26b', '#9ecbff', '#ffb4ab', '#c3baff', '#b6c0bb', '#f2a6cf', '#8fdbe8', '#d9b38c', '#dedc86']

/** Names along the axis: a few are broken over lines within their room, many stand aslant. */
const namesIn = (width: number, count: number) => (count > 8 ? { rotate: 40 } : { width: Math.max(40, Math.floor((width - 72) / Math.max(1, count)) - 6), overflow: 'break' as const })

/** The drawing itself, with ECharts; a category leads to where its name in the table leads. */
export default function ChartDrawing({ title, kind, categories, series, unit = '', height = 280 }: ChartProps) {
  const theme = useTheme()
  const navigate = useNavigate()
  const holder = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const box = holder.current
    if (!box) return
    const text = theme.palette.text.secondary
    const size = (parseFloat(getComputedStyle(document.documentElement).fontSize) * 14) / 16
    // A legend of many rows makes the drawing higher, and takes nothing from it.
    const fit = (width: number) => {
      const rows = series.length > 1 ? legendRows(series.map(({ name }) => name), width, size) : 0
      const legend = rows * (size + 10)
      box.style.height = `${height + Math.max(0, legend - size - 10)}px`
      return { left: 8, right: 16, top: 16 + legend, bottom: 8, containLabel: true }
    }
    const grid = fit(box.clientWidth)
    const chart = init(box)
    chart.setOption({
      color: theme.palette.mode === 'dark' ? DARK : LIGHT,
      textStyle: { fontFamily: theme.typography.fontFamily, fontSize: size },
      aria: { enabled: true, label: { description: title } },
      animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      grid,
      legend: series.length > 1 ? { top: 0, textStyle: { color: text, fontSize: size } } : undefined,
      // As a drawing and not as HTML, because the page's policy forbids inline styles.
      tooltip: { trigger: 'axis', renderMode: 'richText', valueFormatter: (value: unknown) => `${String(value)} ${unit}`.trim() },
      xAxis: { type: 'category', data: categories.map(({ name }) => name), axisLabel: { color: text, fontSize: size - 2, interval: 0, ...namesIn(box.clientWidth, categories.length) } },
      yAxis: { type: 'value', minInterval: 1, axisLabel: { color: text, fontSize: size - 2 }, splitLine: { lineStyle: { color: theme.palette.divider } } },
      series: series.map(({ name, values }) => ({ name, type: kind === 'line' ? 'line' : 'bar', stack: kind === 'stacked' ? 'all' : undefined, data: [...values], barMaxWidth: 36 })),
    })
    chart.on('click', ({ dataIndex }) => {
      const to = typeof dataIndex === 'number' ? categories[dataIndex]?.to : undefined
      if (to) void navigate(to)
    })
    const watch = new ResizeObserver(([seen]) => {
      chart.setOption({ grid: fit(seen!.contentRect.width) })
      chart.resize()
    })
    watch.observe(box)
    return () => {
      watch.disconnect()
      chart.dispose()
    }
  }, [title, kind, categories, series, unit, height, theme, navigate])
  return <Box ref={holder} role="img" aria-label={title} sx={{ width: '100%', height }} />
}
