import { useTranslation } from 'react-i18next'
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { LinkButton } from '#ui/button.tsx'
import { CardList } from '#ui/card.tsx'
import { Section } from '#ui/section.tsx'
import { load } from '#web/form.ts'
import { requestOf } from '#web/request.ts'
import { ListingCard } from '../parts/listing-card.tsx'

const SHOWN = 10

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { api } = requestOf(context)
  return load(request, async () => {
    const { id, can } = await api.organisations.getBySlug({ slug: params.slug ?? '' })
    const { rows, total } = await api.listings.list({ organisation: id, perPage: SHOWN })
    return { id, rows, total, post: can.post, now: new Date().toISOString() }
  })
}

/** What an organisation needs and offers just now, on its page. */
export default function ListingsOfOrganisation() {
  const { id, rows, total, post, now } = useLoaderData<typeof loader>()
  const { t } = useTranslation('listings')
  return (
    <Section
      title={t('ofOrganisation.title')}
      action={
        total > SHOWN && <Link to={`/discover?organisation=${id}`}>{t('ofOrganisation.all', { count: total })}</Link>
      }
    >
      {rows.length === 0 ? (
        <p className="text-ink-soft">{t('ofOrganisation.none')}</p>
      ) : (
        <CardList>
          {rows.map((row) => (
            <ListingCard key={row.id} listing={row} now={now} level={3} ownerless />
          ))}
        </CardList>
      )}
      {post && (
        <p className="e-button-group">
          <LinkButton icon="plus" to={`/listings/new?side=need&organisation=${id}`}>
            {t('discover.postNeed')}
          </LinkButton>
          <LinkButton icon="plus" to={`/listings/new?side=offer&organisation=${id}`}>
            {t('discover.postOffer')}
          </LinkButton>
        </p>
      )}
    </Section>
  )
}
