interface Props {
  /** The page's own name, without the site's. */
  title: string
  /** One sentence for search engines and previews. */
  description?: string | undefined
  /** schema.org facts of what the page is about. */
  facts?: object | undefined
  /** For pages that are not to be found from outside. */
  hidden?: boolean | undefined
}

/** What stands in the head of a page; React moves it there. */
export function Head({ title, description, facts, hidden }: Props) {
  return (
    <>
      <title>{`${title} · Entente`}</title>
      <meta property="og:title" content={title} />
      <meta property="og:site_name" content="Entente" />
      {description && <meta name="description" content={description.slice(0, 300)} />}
      {description && <meta property="og:description" content={description.slice(0, 300)} />}
      {hidden && <meta name="robots" content="noindex" />}
      {facts && (
        <script
          type="application/ld+json"
          // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON with every < written as an escape
          dangerouslySetInnerHTML={{
            __html: JSON.stringify({ '@context': 'https://schema.org', ...facts }).replaceAll('<', '\\u003c'),
          }}
        />
      )}
    </>
  )
}
