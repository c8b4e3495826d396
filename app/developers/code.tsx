// What scrolls must be reachable with the keyboard.
const scrolls = { tabIndex: 0 }

/** Lines to copy into a terminal or a file. */
export function Code({ children }: { children: string }) {
  return (
    <pre className="max-w-full overflow-x-auto bg-sunken p-4 font-mono text-sm leading-relaxed" {...scrolls}>
      <code>{children}</code>
    </pre>
  )
}
