import { createServer, type Server } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { systemClock } from '../clock.ts'
import type { S3Settings } from '../config.ts'

/** A service that speaks as much of S3 as the file store uses, listing one key a page. */
export async function startBucket(): Promise<{ settings: S3Settings; server: Server }> {
  const objects = new Map<string, { bytes: Buffer; type: string; at: Date }>()
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '', 'http://localhost')
    const key = decodeURIComponent(url.pathname.replace(/^\/bucket\/?/, ''))
    const object = objects.get(key)
    if (!request.headers.authorization?.includes('AWS4-HMAC-SHA256')) response.writeHead(403).end()
    else if (request.method === 'PUT') {
      const type = request.headers['content-type'] ?? ''
      objects.set(key, { bytes: await buffer(request), type, at: systemClock.now() })
      response.end()
    } else if (request.method === 'DELETE') {
      objects.delete(key)
      response.writeHead(204).end()
    } else if (key === '') {
      const after = url.searchParams.get('continuation-token') ?? ''
      const prefix = url.searchParams.get('prefix') ?? ''
      const rest = [...objects.keys()].filter((each) => each.startsWith(prefix) && each > after).sort()
      response.setHeader('content-type', 'application/xml').end(
        `<ListBucketResult><IsTruncated>${rest.length > 1}</IsTruncated>${rest.slice(0, 1).map(
          (each) =>
            `<NextContinuationToken>${each}</NextContinuationToken><Contents><Key>${each}</Key>
             <LastModified>${objects.get(each)?.at.toISOString()}</LastModified></Contents>`,
        )}</ListBucketResult>`,
      )
    } else if (object) response.setHeader('content-type', object.type).end(object.bytes)
    else response.writeHead(404, { 'content-type': 'application/xml' }).end('<Error><Code>NoSuchKey</Code></Error>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    server,
    settings: {
      endpoint: `http://127.0.0.1:${address.port}`,
      region: 'eu-central-1',
      bucket: 'bucket',
      accessKeyId: 'key',
      secretAccessKey: 'secret',
    },
  }
}
