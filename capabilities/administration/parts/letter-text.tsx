import { Fragment } from 'react'

interface Props {
  text: string
  /** The site's own address: only what leads there becomes a link. */
  origin: string
  lang: string
}

/** A plain letter, line by line, in which the links to this site can be followed. */
export function LetterText({ text, origin, lang }: Props) {
  return (
    <div
      className="max-w-prose bg-surface p-6 text-lg whitespace-pre-line shadow-sm [overflow-wrap:anywhere]"
      lang={lang}
    >
      {pieces(text).map(({ at, piece }) =>
        piece.startsWith(`${origin}/`) ? (
          <a key={at} href={piece}>
            {piece}
          </a>
        ) : (
          <Fragment key={at}>{piece}</Fragment>
        ),
      )}
    </div>
  )
}

/** The text cut before and after each address, with where each piece begins. */
function pieces(text: string) {
  let at = 0
  return text.split(/(https?:\/\/\S+)/).map((piece) => {
    const from = at
    at += piece.length
    return { at: from, piece }
  })
}
