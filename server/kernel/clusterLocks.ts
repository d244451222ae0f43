import { PrimaryColumn, Entity as Table } from 'typeorm'
import { Within } from './access'
import type { Line } from './Line'
import { Stored } from './stored'

/** An id is random at its end: so there are at most 32,768 rows, and two acts seldom meet by chance. */
const ENDING = 3

/**
 * What acts hold on a cluster. There a lock keeps out only who asks the same node; what is written here is compared between the
 * nodes, so that of two acts that hold the same row one is undone and tried again, whether they change that row or not.
 */
@Table('cluster_locks')
@Within({})
export class ClusterLock {
  /** The last characters of the ids of rows. */
  @PrimaryColumn({ type: 'char', length: ENDING, charset: 'ascii', collation: 'ascii_bin' }) ending: string
  /** Turned by each act, since only what changes is compared. */
  @Stored.flag() turned: boolean
}

/** Holds rows against the acts of other nodes until the transaction ends. What those wrote before is seen by what is read afterwards. */
export async function lockOnCluster(line: Pick<Line, 'query'>, ids: readonly string[]): Promise<void> {
  const endings = [...new Set(ids.map(id => id.slice(-ENDING)))].sort()
  if (endings.length > 0) await line.query(`INSERT INTO cluster_locks (ending, turned) VALUES ${endings.map(() => '(?, 0)').join(',')} ON DUPLICATE KEY UPDATE turned = 1 - turned`, endings)
}
