import { widen } from '../../kernel/access'
import { Activity } from './Activity'

// A joint activity is seen by the station of every team that organises it; it is run by the organiser's alone.
widen(Activity, 'region', 'it.id IN (SELECT t.activityId FROM activity_teams t WHERE t.takesPart = 1 AND t.regionCode LIKE :region)')
