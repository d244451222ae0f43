import './fallShort'
import './feedback/watches'
import './followEmployers'
import './reviews/watches'
import './watches'
import { PostFeedback } from './feedback/PostFeedback'
import { PostFeedbackHistory, PostFeedbackResolver } from './feedback/resolver'
import { PostFigureResolver } from './figures'
import { PostServiceLog } from './logs/PostServiceLog'
import { PostServiceLogHistory, PostServiceLogResolver } from './logs/resolver'
import { PostHolderResolver, PostObjectionHistory, PostObjectionResolver, PostPartsResolver, PostScoreResolver, SiteCheckResolver } from './partsResolver'
import { PioneerPost } from './PioneerPost'
import { PostCounter } from './PostCounter'
import { PostHolder } from './PostHolder'
import { PostObjection } from './PostObjection'
import { ChecklistItem, PostRule } from './PostRule'
import { PublicPostResolver } from './publicPosts'
import { PioneerPostHistory, PioneerPostResolver } from './resolver'
import { PostReview } from './reviews/PostReview'
import { PostReviewHistory, PostReviewResolver, ReviewRoundResolver } from './reviews/resolver'
import { ReviewRound } from './reviews/ReviewRound'
import { PostRuleHistory, PostRuleResolver } from './ruleResolver'
import { PostScore, SiteCheck } from './SiteCheck'
import { PostStaffResolver } from './staff'

export const entities = [PostRule, ChecklistItem, PioneerPost, PostHolder, PostCounter, SiteCheck, PostScore, PostObjection, PostServiceLog, ReviewRound, PostReview, PostFeedback]
export const resolvers = [
  PioneerPostResolver, PioneerPostHistory, PostPartsResolver, PostHolderResolver, SiteCheckResolver, PostScoreResolver, PostObjectionResolver, PostObjectionHistory, PostRuleResolver, PostRuleHistory,
  PostServiceLogResolver, PostServiceLogHistory, ReviewRoundResolver, PostReviewResolver, PostReviewHistory, PostFeedbackResolver, PostFeedbackHistory, PublicPostResolver, PostFigureResolver, PostStaffResolver,
]
