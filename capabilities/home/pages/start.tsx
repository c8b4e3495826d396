import { useTranslation } from 'react-i18next'
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Tags } from '#ui/badge.tsx'
import { LinkButton } from '#ui/button.tsx'
import { CardList } from '#ui/card.tsx'
import { Grid } from '#ui/grid.tsx'
import { Page } from '#ui/page.tsx'
import { SearchBox } from '#ui/search-box.tsx'
import { Section } from '#ui/section.tsx'
import { Stat, Stats } from '#ui/stat.tsx'
import { load } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { requestOf } from '#web/request.ts'
import { ListingCard } from '../../listings/parts/listing-card.tsx'
import { countryName } from '../../vocabularies/countries.ts'

const SHOWN = 5

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { api, reader, now } = requestOf(context)
  const [needs, offers, closing, facets, organisations] = await load(request, () =>
    Promise.all([
      api.listings.list({ side: ['need'], sort: 'newest', perPage: SHOWN }),
      api.listings.list({ side: ['offer'], sort: 'newest', perPage: SHOWN }),
      api.listings.list({ sort: 'deadline', deadlineAfter: now, perPage: SHOWN }),
      api.listings.facets({}),
      api.organisations.list({ perPage: 1 }),
    ]),
  )
  const byCountry = Object.entries(facets.facets.country ?? {}).sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
  return { needs, offers, closing, byCountry, organisations: organisations.total, joined: reader !== null }
}

export default function Start() {
  const { needs, offers, closing, byCountry, organisations, joined } = useLoaderData<typeof loader>()
  const { t, i18n } = useTranslation('home')
  const number = new Intl.NumberFormat(i18n.language)
  return (
    <Page>
      <Head title={t('start.name')} description={t('start.lead')} />
      <header className="grid gap-6 border-b border-rule pb-8 pt-4 lg:grid-cols-[3fr_2fr] lg:gap-10">
        <div className="space-y-5">
          <h1 className="font-serif text-4xl leading-tight text-balance">{t('start.title')}</h1>
          <p className="max-w-prose text-lg text-ink-soft">{t('start.lead')}</p>
          <div className="max-w-lg">
            <SearchBox
              action="/search"
              id="start-q"
              label={t('start.search')}
              placeholder={t('start.searchHint')}
              suggests
            />
          </div>
          <p className="e-button-group">
            <LinkButton kind="primary" icon="plus" to="/listings/new?side=need">
              {t('start.need')}
            </LinkButton>
            <LinkButton to="/listings/new?side=offer">{t('start.offer')}</LinkButton>
          </p>
        </div>
        <div className="self-end">
          <Stats>
            <Stat value={number.format(needs.total)} label={t('start.needs')} to="/discover?side=need" />
            <Stat value={number.format(offers.total)} label={t('start.offers')} to="/discover?side=offer" />
            <Stat value={number.format(organisations)} label={t('start.organisations')} to="/organisations" />
            <Stat value={number.format(byCountry.length)} label={t('start.countries')} to="/map" />
          </Stats>
        </div>
      </header>
      <div className="grid items-start gap-x-10 lg:grid-cols-2">
        <Section title={t('start.newNeeds')} action={<Link to="/discover?side=need">{t('start.all')}</Link>}>
          <CardList>
            {needs.rows.map((row) => (
              <ListingCard key={row.id} listing={row} level={3} />
            ))}
          </CardList>
        </Section>
        <Section title={t('start.newOffers')} action={<Link to="/discover?side=offer">{t('start.all')}</Link>}>
          <CardList>
            {offers.rows.map((row) => (
              <ListingCard key={row.id} listing={row} level={3} />
            ))}
          </CardList>
        </Section>
      </div>
      {closing.rows.length > 0 && (
        <Section
          title={t('start.closing')}
          action={<Link to="/discover?view=calendar&sort=deadline">{t('start.calendar')}</Link>}
        >
          <CardList>
            {closing.rows.map((row) => (
              <ListingCard key={row.id} listing={row} level={3} />
            ))}
          </CardList>
        </Section>
      )}
      <Section title={t('start.where')} action={<Link to="/map">{t('start.map')}</Link>}>
        <Tags
          items={byCountry.map(([country, count]) => ({
            label: `${countryName(country, i18n.language)} ${number.format(count)}`,
            to: `/discover?country=${country}`,
          }))}
        />
      </Section>
      <Section title={t('how.title')}>
        <Grid min={16}>
          {(['post', 'match', 'meet', 'prove'] as const).map((step) => (
            <div key={step} className="space-y-2 border-t-2 border-accent pt-3">
              <h3 className="font-serif text-xl">{t(`how.${step}.title`)}</h3>
              <p className="text-ink-soft">{t(`how.${step}.text`)}</p>
            </div>
          ))}
        </Grid>
        {!joined && (
          <p className="e-button-group mt-6">
            <LinkButton kind="primary" to="/join">
              {t('how.join')}
            </LinkButton>
            <LinkButton kind="quiet" to="/about">
              {t('how.about')}
            </LinkButton>
          </p>
        )}
      </Section>
    </Page>
  )
}
