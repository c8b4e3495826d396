import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import asc from 'assemblyscript/asc'

const kernel = join(import.meta.dirname, '../engines/matching/kernel')
const folder = join(kernel, 'assembly')
/** Kept with the sources, so that nobody needs the compiler to run the engine. */
export const compiled = join(kernel, 'kernel-bytes.ts')

/** Compiles the kernel. @returns the text of `kernel-bytes.ts` */
export async function compileKernel(): Promise<string> {
  let binary: Uint8Array | undefined
  const { error, stderr } = await asc.main(
    [
      'kernel.ts',
      ...['--outFile', 'kernel.wasm', '--runtime', 'stub', '-O3', '--noAssert', '--uncheckedBehavior', 'always'],
      ...['--enable', 'simd', '--enable', 'bulk-memory', '--enable', 'threads', '--importMemory', '--sharedMemory'],
      ...['--maximumMemory', '65536', '--memoryBase', '45056', '--use', 'abort='],
      '--disableWarning',
    ],
    {
      // The compiler knows its files by the ending of TypeScript, which they are not quite.
      readFile: (name) => {
        const path = join(folder, basename(name).replace(/\.ts$/, '.as'))
        return existsSync(path) ? readFileSync(path, 'utf8') : null
      },
      writeFile: (_name, contents) => {
        if (typeof contents !== 'string') binary = contents
      },
      listFiles: () => [],
    },
  )
  if (error || !binary) throw new Error(`The kernel does not compile.\n${error?.message}\n${stderr}`)
  return `// Made from assembly/ by build-kernel.ts.
export const KERNEL =
  '${Buffer.from(binary).toString('base64')}'
`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(compiled, await compileKernel())
