import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3'
import type { S3Settings } from '../config.ts'
import { isKey, safeKey } from './key.ts'
import type { FileStore } from './store.ts'

/** Ours within a bucket that may hold other things, such as backups. */
const PREFIX = 'files/'

/** Files in a bucket of Amazon S3, or of a service that speaks its language at `endpoint`. */
export function openBucket({ endpoint, region, bucket, accessKeyId, secretAccessKey }: S3Settings): FileStore {
  const client = new S3Client({
    region,
    credentials: { accessKeyId, secretAccessKey },
    // Other services than Amazon's seldom know bucket names as host names, or the newer checksums.
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  const place = (key: string) => ({ Bucket: bucket, Key: PREFIX + safeKey(key) })
  return {
    put: async (key, bytes, type) => {
      // S3 wants to know the length beforehand; files are small enough to be held.
      const body = bytes instanceof Readable ? await buffer(bytes) : bytes
      await client.send(new PutObjectCommand({ ...place(key), Body: body, ContentType: type }))
    },
    get: async (key) => {
      try {
        const { Body } = await client.send(new GetObjectCommand(place(key)))
        return Body instanceof Readable ? Body : null
      } catch (error) {
        if (error instanceof NoSuchKey) return null
        throw error
      }
    },
    remove: async (key) => {
      await client.send(new DeleteObjectCommand(place(key)))
    },
    list: async function* () {
      for await (const page of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: PREFIX })) {
        for (const { Key, LastModified } of page.Contents ?? []) {
          const key = Key?.slice(PREFIX.length)
          if (key && isKey(key) && LastModified) yield { key, at: LastModified }
        }
      }
    },
  }
}
