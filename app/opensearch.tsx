import type { LoaderFunctionArgs } from 'react-router'
import { requestOf } from '#web/request.ts'
import { escapeXml } from './xml.ts'

/** Lets browsers offer the search of this site (OpenSearch 1.1). */
export function loader({ context }: LoaderFunctionArgs) {
  const origin = escapeXml(requestOf(context).origin)
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>Entente</ShortName>
  <Description>Needs, offers and organisations on Entente</Description>
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
