import { defineSetting } from '../../bureau/settings/defineSetting'

/** How often one address may praise or complain in an hour. The numbers of the posts themselves are their rules', with validity. */
export const feedbackPerHour = defineSetting({ key: 'post.feedbackPerHour', default: 6, unit: '次', zh: '同一网络地址每小时最多提交示范岗评价', en: 'Words on posts from one address in an hour', source: '[D]', least: 1, most: 1000 })
