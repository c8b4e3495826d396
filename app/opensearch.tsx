import type { LoaderFunctionArgs } from 'react-router'
import { requestOf } from '#web/request.ts'
import { escapeXml } from './xml.ts'

/** Lets browsers offer the search of this site (OpenSearch 1.1). */
export function loader({ context }: LoaderFunctionArgs) {
  const { origin: given, say } = requestOf(context)
  const origin = escapeXml(given)
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>Entente</ShortName>
  <Description>${escapeXml(say('app:nav.searchHint'))}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Url type="text/html" template="${origin}/search?q={searchTerms}"/>
  <Url type="application/opensearchdescription+xml" rel="self" template="${origin}/opensearch.xml"/>
</OpenSearchDescription>
`
  return new Response(body, {
    headers: {
      'Content-Type': 'application/opensearchdescription+xml; charset=utf-8',
      'Cache-Control': 'public, max-age=86400',
    },
  })
}
