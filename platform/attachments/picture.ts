import type { Sharp } from 'sharp'
import { Problem } from '../errors.ts'

/** Enough for the camera of any telephone in ordinary use. */
const MAX_MEGAPIXELS = 50

export interface Picture {
  bytes: Uint8Array
  type: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/avif'
  width: number
  height: number
}

/**
 * Draws the picture anew: upright, in sRGB, with its pixels and nothing else. Where and with what it was taken, its
 * thumbnail and whatever else was hidden in it are gone. A GIF becomes a WebP that moves as it did.
 * @throws Problem `notAnImage` when it cannot be read to its end, `tooManyPixels` above 50 million pixels over all frames
 */
export async function redraw(bytes: Uint8Array, type: string): Promise<Picture> {
  // Large, and wanted only where pictures are sent.
  const { default: sharp } = await import('sharp')
  const animated = type === 'image/gif' || type === 'image/webp'
  try {
    const { width = 0, height = 0 } = await sharp(bytes, { animated, limitInputPixels: false }).metadata()
    if (width * height > MAX_MEGAPIXELS * 1_000_000)
      throw new Problem('too-large', 'platform:errors.tooManyPixels', { values: { megapixels: MAX_MEGAPIXELS } })
    const source = sharp(bytes, {
      animated,
      failOn: 'error',
      limitInputPixels: MAX_MEGAPIXELS * 1_000_000,
    }).autoOrient()
    const { data, info } = await encode(source, type).toBuffer({ resolveWithObject: true })
    return { bytes: data, type: typeOf(type), width: info.width, height: info.pageHeight ?? info.height }
  } catch (error) {
    throw error instanceof Problem ? error : new Problem('invalid', 'platform:errors.notAnImage')
  }
}

function typeOf(given: string): Picture['type'] {
  if (given === 'image/jpeg' || given === 'image/png' || given === 'image/avif') return given
  return 'image/webp'
}

function encode(source: Sharp, type: string): Sharp {
  switch (typeOf(type)) {
    case 'image/jpeg':
      return source.jpeg({ quality: 88 })
    case 'image/png':
      return source.png()
    case 'image/avif':
      // The default effort takes half a minute for a large photograph.
      return source.avif({ quality: 60, effort: 2 })
    case 'image/webp':
      return source.webp({ quality: 85 })
  }
}
