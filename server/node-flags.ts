/**
 * How Node runs the server. On a machine with much memory V8 lets the space for young objects grow to a hundred megabytes
 * while modules load, and keeps it; 8 MB serve requests as fast. Garbage is collected by hand once, when all is loaded.
 */
export const nodeFlags = ['--max-semi-space-size=8', '--expose-gc']
