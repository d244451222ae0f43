import { readFileSync } from 'node:fs'

/**
 * Names a process so that a recycled process id, or the same id after a reboot, is never taken for it:
 * `pid-startTime-boot` on Linux, the process id alone elsewhere.
 */
export function tagOf(pid) {
  const start = startTime(pid)
  return start === undefined ? `${pid}-0-0` : `${pid}-${start}-${bootId}`
}

/** The tag of this very process. */
export const ownTag = () => tagOf(process.pid)

/** The process id inside a tag. */
export const pidOf = (tag) => Number(String(tag).split('-')[0])

/** Whether the process a tag names is still running; a zombie counts as dead. */
export function isAlive(tag) {
  const pid = pidOf(tag)
  if (!Number.isInteger(pid) || pid <= 0) return false
  if (process.platform === 'linux') return startTime(pid) !== undefined && tagOf(pid) === String(tag)
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** The npm that runs this process, be there a shell between; undefined when there is none or it cannot be seen. */
export function npmAbove() {
  let pid = process.ppid
  for (let steps = 0; steps < 3 && pid > 1; steps++) {
    if (/^npm |[/]npm-cli\.js/.test(read(`/proc/${pid}/cmdline`).replaceAll('\0', ' '))) return tagOf(pid)
    pid = Number(/^PPid:\s*(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0)
  }
  return undefined
}

const bootId = read('/proc/sys/kernel/random/boot_id').slice(0, 8)

/** Field 22 of /proc/pid/stat, the clock ticks between boot and the start of the process. */
function startTime(pid) {
  const stat = read(`/proc/${pid}/stat`)
  if (!stat) return undefined
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19]
}

function read(file) {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return ''
  }
}
