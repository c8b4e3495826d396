import { type Browser, chromium } from 'playwright-core'
import { findChromium } from '../scripts/chromium.ts'

/**
 * Starts the machine's Chromium for a journey. Close it when the file ends.
 * @throws Error saying what to install when there is none: journeys are never skipped.
 */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath) {
    throw new Error('No Chromium found: install chromium or Google Chrome, or set CHROMIUM to its path.')
  }
  // Chromium's own sandbox needs namespaces that root and many containers do not have; the pages visited are ours.
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] })
}
