import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  casing: 'snake_case',
  schema: ['./platform/*/table.ts', './platform/idempotency.ts', './capabilities/*/table.ts'],
  out: './migrations',
})
