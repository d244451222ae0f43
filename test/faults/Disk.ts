import { spawn, spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { aFolder, removeFolder, Running } from '../launch/standIn'

/** A small disk in memory, for a database to run out of. Only root may mount one. */
export class Disk {
  private constructor(readonly folder: string) {}

  /** Undefined where this user, or this container, may not mount. */
  static mount(megabytes: number): Disk | undefined {
    const folder = aFolder()
    const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=700`, 'tmpfs', folder])
    if (status === 0) return new Disk(folder)
    removeFolder(folder)
    return undefined
  }

  /** Takes all the room that is left, in a process of its own: the tests' clock goes on. */
  async fill(): Promise<void> {
    const filling = new Running(spawn('dd', ['if=/dev/zero', `of=${this.ballast}`, 'bs=4k'], { env: { ...process.env, LC_ALL: 'C' } }))
    await filling.ended
    if (!/No space left/.test(filling.output)) throw new Error(filling.output)
  }

  /** Gives it back. */
  free(): void {
    rmSync(this.ballast, { force: true })
  }

  unmount(): void {
    spawnSync('umount', ['-l', this.folder])
    removeFolder(this.folder)
  }

  private get ballast(): string {
    return path.join(this.folder, 'ballast')
  }
}
