import { reactRouter } from '@react-router/dev/vite'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'

export default defineConfig(({ mode }) => ({
  // The tests run without the pages' build.
  plugins: mode === 'test' ? [] : [tailwindcss(), reactRouter()],
  build: { target: 'es2023', assetsInlineLimit: 0 },
}))
