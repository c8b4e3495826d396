/** What one accepted media type is to us. */
export interface Kind {
  type: string
  /** Without the dot; the first is the usual one. */
  endings: readonly [string, ...string[]]
  family: 'document' | 'office' | 'picture' | 'text'
}

const office = 'application/vnd.openxmlformats-officedocument'
const open = 'application/vnd.oasis.opendocument'

/** Every kind of file that is accepted, and how it is kept. Anything else is refused. */
export const kinds: readonly Kind[] = [
  { type: 'application/pdf', endings: ['pdf'], family: 'document' },
  { type: 'image/png', endings: ['png'], family: 'picture' },
  { type: 'image/jpeg', endings: ['jpg', 'jpeg'], family: 'picture' },
  { type: 'image/webp', endings: ['webp'], family: 'picture' },
  { type: 'image/avif', endings: ['avif'], family: 'picture' },
  { type: 'image/gif', endings: ['gif'], family: 'picture' },
  { type: 'text/plain', endings: ['txt'], family: 'text' },
  { type: 'text/csv', endings: ['csv'], family: 'text' },
  { type: 'text/markdown', endings: ['md', 'markdown'], family: 'text' },
  { type: `${office}.wordprocessingml.document`, endings: ['docx'], family: 'office' },
  { type: `${office}.spreadsheetml.sheet`, endings: ['xlsx'], family: 'office' },
  { type: `${office}.presentationml.presentation`, endings: ['pptx'], family: 'office' },
  { type: `${open}.text`, endings: ['odt'], family: 'office' },
  { type: `${open}.spreadsheet`, endings: ['ods'], family: 'office' },
  { type: `${open}.presentation`, endings: ['odp'], family: 'office' },
]

/** For the `accept` attribute of a file field. */
export const acceptedEndings: string = kinds.flatMap(({ endings }) => endings.map((ending) => `.${ending}`)).join(',')

export const acceptedPictures = 'image/png,image/jpeg,image/webp,image/avif,image/gif'
