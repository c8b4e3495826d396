import { reactRouter } from '@react-router/dev/vite'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig, type Plugin } from 'vite'

/** What only the server says: sentences of refusals, of mails and of notifications. */
const saidByTheServer = ['mail', 'notifications', 'invalid']

/** Leaves out of the browser's texts what pages never say themselves. */
function browserTexts(): Plugin {
  return {
    name: 'browser-texts',
    enforce: 'pre',
    transform(code, id) {
      if (this.environment.name !== 'client' || !/\/messages\/\w+\.json$/.test(id)) return null
      const texts: Record<string, unknown> = JSON.parse(code)
      for (const part of saidByTheServer) delete texts[part]
      return { code: JSON.stringify(texts), map: null }
    },
  }
}

export default defineConfig(({ mode }) => ({
  // The tests run without the pages' build.
  plugins: mode === 'test' ? [] : [browserTexts(), tailwindcss(), reactRouter()],
  build: { target: 'es2023', assetsInlineLimit: 0 },
}))
