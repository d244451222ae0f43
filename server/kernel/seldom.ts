/**
 * Libraries that take long to load and that no start needs: whoever first uses one waits for it once, instead of everybody at each
 * start. `require`, because who reads a name cannot wait.
 */
export const seldom = {
  /** How Chinese is read: its dictionary is made as it is loaded. */
  get pinyin() {
    return (require('pinyin-pro') as typeof import('pinyin-pro')).pinyin
  },
  /** Pictures. */
  get sharp() {
    return require('sharp') as typeof import('sharp')
  },
  /** The container of a docx. */
  get PizZip() {
    return require('pizzip') as typeof import('pizzip')
  },
  get RateLimiterMemory() {
    return (require('rate-limiter-flexible') as typeof import('rate-limiter-flexible')).RateLimiterMemory
  },
}
