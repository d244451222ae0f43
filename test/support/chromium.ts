/** The browser that tests and the bench drive. */
export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'
/** It asks nobody outside anything of its own accord. */
export const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
