import { availableParallelism } from 'node:os'
import { configDefaults, defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{engines,platform,capabilities,ui,web,server,app,cli,bench,e2e,scripts}/**/*.test.{ts,tsx}'],
    exclude: [...configDefaults.exclude, '**/fixture/**', 'build/**', 'data/**'],
    globalSetup: ['scripts/test-database.ts'],
    environment: 'node',
    pool: 'forks',
    maxWorkers: Math.max(1, Math.min(8, availableParallelism())),
    // Room for a loaded machine; nothing here measures time.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    teardownTimeout: 60_000,
    restoreMocks: true,
    env: { TZ: 'UTC', NODE_ENV: 'test' },
  },
})
