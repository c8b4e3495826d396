import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { keepVisitorAnswers } from './visitor-answers.ts'

/** A site whose one page says how often it was made, each time it is let go. */
function site() {
  let now = 0
  let made = 0
  const waiting: (() => void)[] = []
  const answers = keepVisitorAnswers(() => now)
  const app = new Hono()
  app.use(answers.middleware((request) => app.fetch(request)))
  app.get('/page', async (c) => {
    made += 1
    const turn = made
    await new Promise<void>((resolve) => waiting.push(resolve))
    return c.text(`page ${turn}`, c.req.query('status') === '404' ? 404 : 200)
  })
  return {
    answers,
    ask: async (address = '/page', headers: Record<string, string> = {}) =>
      (await app.request(address, { headers })).text(),
    /** Lets the pages that are being made, once there are so many, be finished. */
    async finish(number: number) {
      while (waiting.length < number) await new Promise((resolve) => setImmediate(resolve))
      for (const go of waiting.splice(0)) go()
    },
    pass: (milliseconds: number) => {
      now += milliseconds
    },
  }
}

describe('answers to visitors', () => {
  it('are made once for all who ask at the same time and afterwards', async () => {
    const { ask, finish } = site()
    const together = Promise.all([ask(), ask(), ask()])
    await finish(1)
    expect(await together).toEqual(['page 1', 'page 1', 'page 1'])
    expect(await ask()).toBe('page 1')
  })

  it('are made anew for whoever asks after a change, also while an older one is under way', async () => {
    const { answers, ask, finish } = site()
    const before = ask()
    answers.forget()
    const after = ask()
    await finish(2)
    expect(await before).toBe('page 1')
    expect(await after).toBe('page 2')
    expect(await ask()).toBe('page 2')
  })

  it('grow old: then they are made anew behind whoever asks, much later before', async () => {
    const { ask, finish, pass } = site()
    const first = ask()
    await finish(1)
    await first
    pass(59_000)
    expect(await ask()).toBe('page 1')
    pass(2_000)
    expect(await Promise.all([ask(), ask()])).toEqual(['page 1', 'page 1'])
    await finish(1)
    while ((await ask()) !== 'page 2') await new Promise((resolve) => setImmediate(resolve))
    pass(600_000)
    const renewed = ask()
    await finish(1)
    expect(await renewed).toBe('page 3')
  })

  it('are nobody else’s who signed in, brings a token or reads another language', async () => {
    const { ask, finish } = site()
    const all = [
      ask('/page', { cookie: 'session=1' }),
      ask('/page', { authorization: 'Bearer ent_x' }),
      ask('/page', { 'accept-language': 'fr' }),
      ask('/page', { cookie: 'theme=dark' }),
      ask(),
    ]
    await finish(5)
    expect(new Set(await Promise.all(all)).size).toBe(5)
  })

  it('are shared only where they are kept: a refusal is each one’s own', async () => {
    const { ask, finish } = site()
    const first = ask('/page?status=404')
    const second = ask('/page?status=404')
    await finish(1)
    expect(await first).toBe('page 1')
    await finish(1)
    expect(await second).toBe('page 2')
  })
})
