import type { Page } from 'playwright-core'

/**
 * Notes whatever goes wrong in a page: what its console reports as an error (what the content security policy stopped
 * among it), what its scripts throw (failed hydration among it), answers that are server errors or missing files.
 * @returns what was noted since the last call
 */
export function watch(page: Page): () => string[] {
  const faults: string[] = []
  page.on('console', (message) => {
    // A page that is refused says so with its status; that is for the test to expect or not.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`))
  page.on('response', (answer) => {
    const missing = answer.status() === 404 && answer.request().resourceType() !== 'document'
    if (answer.status() >= 500 || missing) faults.push(`${answer.status()} ${answer.url()}`)
  })
  return () => faults.splice(0)
}
