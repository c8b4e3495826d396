import { useTranslation } from 'react-i18next'
import { Link, type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router'
import { Badge } from '#ui/badge.tsx'
import { LinkButton } from '#ui/button.tsx'
import { WithAside } from '#ui/grid.tsx'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Stat, Stats } from '#ui/stat.tsx'
import { load } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { requestOf } from '#web/request.ts'
import { usePartyName } from '../../expressions-of-interest/parts/party-name.tsx'
import { ReplyClock } from '../../expressions-of-interest/parts/reply-clock.tsx'
import { StageBadge } from '../../expressions-of-interest/parts/stage-badge.tsx'
import { DeadlineClock } from '../../listings/parts/deadline-clock.tsx'
import { dayIn } from '../../listings/parts/listing-day.tsx'
import { OwnerLine } from '../../listings/parts/listing-owner.tsx'
import { SideBadge } from '../../listings/parts/side-badge.tsx'
import { FirstSteps } from '../parts/first-steps.tsx'
import { LineList } from '../parts/line-list.tsx'
import { WaitingPeople } from '../parts/waiting-people.tsx'

const SHOWN = 5
/** How far ahead an end is worth a word. */
const SOON = 30 * 86_400_000

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { api, reader, now } = requestOf(context)
  if (!reader) throw redirect('/sign-in?to=/home')
  const { expressionsOfInterest: eoi, listings } = api
  return load(request, async () => {
    const [counts, owed, news, matches, unread, drafts, published, mine] = await Promise.all([
      eoi.counts({}),
      eoi.list({ box: 'in', awaitingReply: true, sort: 'due', perPage: SHOWN }),
      eoi.list({ unread: true, perPage: SHOWN * 2 }),
      api.matches.mine({ sort: 'newest', perPage: SHOWN }),
      api.notifications.unread({}),
      listings.mine({ status: ['draft', 'returned'], perPage: SHOWN }),
      listings.mine({ status: ['published'], sort: 'deadline', perPage: 100 }),
      api.organisations.mine({}),
    ])
    const soon = new Date(Date.parse(now) + SOON).toISOString()
    const ending = published.rows
      .map(({ id, reference, title, language, side, deadline, expiresAt }) => ({
        ...{ id, reference, title, language, side },
        end: [deadline, expiresAt].filter((end) => end !== null && end > now).sort()[0] ?? null,
      }))
      .filter(({ end }) => end !== null && end < soon)
      .sort((a, b) => (a.end ?? '').localeCompare(b.end ?? ''))
    return {
      ...{ counts, owed, matches, now },
      name: reader.name,
      news: news.rows.filter(({ id }) => !owed.rows.some((one) => one.id === id)).slice(0, SHOWN),
      unread: unread.count,
      drafts: drafts.rows,
      ending: ending.slice(0, SHOWN),
      published: published.byStatus.published,
      invitations: mine.invitations,
      asked: mine.memberships.filter(({ waiting }) => waiting > 0),
      begun: {
        confirmed: reader.emailVerified,
        organisation: mine.memberships.length > 0,
        posted: Object.values(published.byStatus).some((count) => count > 0),
      },
    }
  })
}

/** The day of somebody who is signed in: what waits for them, what is new, what ends. */
export default function Home() {
  const data = useLoaderData<typeof loader>()
  const { counts, owed, news, matches, unread, drafts, ending, published, invitations, asked, begun, now } = data
  const { t, i18n } = useTranslation('home')
  const nameOf = usePartyName()
  const number = new Intl.NumberFormat(i18n.language)
  const today = new Intl.DateTimeFormat(i18n.language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
  return (
    <Page>
      <Head title={t('home.title')} hidden />
      <PageHeader
        kicker={<span>{data.name}</span>}
        title={<span className="inline-block first-letter:uppercase">{today.format(new Date(now))}</span>}
        actions={
          <>
            <LinkButton kind={begun.posted ? 'primary' : undefined} icon="plus" to="/listings/new?side=need">
              {t('start.need')}
            </LinkButton>
            <LinkButton icon="plus" to="/listings/new?side=offer">
              {t('start.offer')}
            </LinkButton>
          </>
        }
      />
      <Stats>
        <Stat
          value={number.format(counts.owed)}
          label={t('home.owed', { count: counts.owed })}
          to="/inbox?box=in&awaitingReply=true&sort=due"
        />
        <Stat
          value={number.format(counts.unread)}
          label={t('home.unread', { count: counts.unread })}
          to="/inbox?unread=true"
        />
        <Stat
          value={number.format(matches.counts.all)}
          label={t('home.matches', { count: matches.counts.all })}
          to="/matches"
        />
        <Stat
          value={number.format(published)}
          label={t('home.published', { count: published })}
          to="/my/listings/published"
        />
        <Stat
          value={unread > 99 ? '99+' : number.format(unread)}
          label={t('home.notifications', { count: unread })}
          to="/notifications?unread=true"
        />
      </Stats>
      <WithAside
        aside={
          <>
            <Section title={t('home.ending')} action={<Link to="/my/listings/published">{t('home.mine')}</Link>}>
              {ending.length === 0 ? (
                <p className="text-ink-soft">{t('home.endingNone')}</p>
              ) : (
                <LineList
                  lines={ending.map(({ id, reference, title, language, end }) => ({
                    key: id,
                    to: `/listings/${reference}`,
                    title,
                    lang: language,
                    detail: end && <DeadlineClock deadline={end} now={now} />,
                  }))}
                />
              )}
            </Section>
            {drafts.length > 0 && (
              <Section title={t('home.drafts')} action={<Link to="/my/listings">{t('home.mine')}</Link>}>
                <LineList
                  lines={drafts.map(({ id, reference, title, language, status, updatedAt }) => ({
                    key: id,
                    to: `/listings/${reference}/edit`,
                    title,
                    lang: language,
                    detail: (
                      <>
                        {status === 'returned' && <Badge tone="danger">{t('home.returned')}</Badge>}
                        <span>{t('home.changed', { date: dayIn(i18n.language, updatedAt) })}</span>
                      </>
                    ),
                  }))}
                />
              </Section>
            )}
          </>
        }
      >
        <FirstSteps begun={begun} />
        <WaitingPeople invitations={invitations} asked={asked} />
        <Section
          title={t('home.owedTitle')}
          action={owed.total > SHOWN && <Link to="/inbox?box=in&awaitingReply=true&sort=due">{t('start.all')}</Link>}
        >
          {owed.rows.length === 0 ? (
            <p className="text-ink-soft">{t('home.owedNone')}</p>
          ) : (
            <LineList
              lines={owed.rows.map(({ id, listing, from, clock }) => ({
                key: id,
                to: `/inbox/${id}`,
                title: listing.title,
                lang: listing.language,
                detail: (
                  <>
                    <span>{nameOf(from)}</span>
                    <ReplyClock clock={clock} owed />
                  </>
                ),
              }))}
            />
          )}
        </Section>
        {news.length > 0 && (
          <Section title={t('home.newsTitle')} action={<Link to="/inbox?unread=true">{t('home.inbox')}</Link>}>
            <LineList
              lines={news.map(({ id, listing, sides, from, to, stage }) => ({
                key: id,
                to: `/inbox/${id}`,
                title: listing.title,
                lang: listing.language,
                detail: (
                  <>
                    <StageBadge stage={stage} />
                    <span>{nameOf(sides.includes('owner') ? from : to)}</span>
                  </>
                ),
              }))}
            />
          </Section>
        )}
        <Section title={t('home.matchesTitle')} action={<Link to="/matches">{t('start.all')}</Link>}>
          {matches.rows.length === 0 ? (
            <p className="max-w-prose text-ink-soft">
              {t(matches.listings === 0 ? 'home.matchesUnposted' : 'home.matchesNone')}
            </p>
          ) : (
            <LineList
              lines={matches.rows.map(({ own, listing, organisation }) => ({
                key: `${own?.id ?? organisation} ${listing.id}`,
                to: `/listings/${listing.reference}`,
                title: listing.title,
                lang: listing.language,
                detail: (
                  <>
                    <SideBadge side={listing.side} />
                    <OwnerLine listing={listing} />
                    {own && <span>{t('home.fits', { title: own.title })}</span>}
                  </>
                ),
              }))}
            />
          )}
        </Section>
      </WithAside>
    </Page>
  )
}
