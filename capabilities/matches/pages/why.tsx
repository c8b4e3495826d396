import { useTranslation } from 'react-i18next'
import { Form, Link, type LoaderFunctionArgs, useLoaderData, useLocation } from 'react-router'
import { Button, LinkButton } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FormActions } from '#ui/form-actions.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { load, problemOf } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { requestOf } from '#web/request.ts'
import { findListing } from '../../listings/parts/find-listing.tsx'
import { ListingCard } from '../../listings/parts/listing-card.tsx'
import { OrganisationCard } from '../../organisations/parts/organisation-card.tsx'
import { ConditionList } from '../parts/condition-list.tsx'
import { MarkButtons } from '../parts/mark-buttons.tsx'
import { ReasonList } from '../parts/reason-list.tsx'
import { MatchStrength } from '../parts/score-parts.tsx'
import { UndoNotice, withoutUndo } from '../parts/undo-notice.tsx'
import { WarmingNotice } from '../parts/warming-notice.tsx'
import { KEPT_FROM, type MatchReasons } from '../schema.ts'

type Api = ReturnType<typeof requestOf>['api']
const REFERENCE = /^[no]-\d{4}-\d{5,}$/i

/** The id behind what somebody typed: a reference, an id, or the last part of an address. */
async function idOf(api: Api, typed: string): Promise<string> {
  const name = typed.trim().split(/[/?#]/).filter(Boolean).at(-1) ?? ''
  if (REFERENCE.test(name)) return (await findListing(api, name)).id
  if (/^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(name)) return name
  return (await api.organisations.getBySlug({ slug: name.slice(0, 80) })).id
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { api, reader } = requestOf(context)
  const { searchParams } = new URL(request.url)
  const [listing, candidate] = [searchParams.get('listing') ?? '', searchParams.get('candidate') ?? '']
  const asked = { listing, candidate, now: new Date().toISOString(), member: (reader?.organisations.length ?? 0) > 0 }
  if (listing === '' || candidate === '') return { ...asked, answer: null, missing: null }
  return load(request, async () => {
    const ids: { listing?: string; candidate?: string } = {}
    for (const [name, typed] of [
      ['listing', listing],
      ['candidate', candidate],
    ] as const) {
      try {
        ids[name] = await idOf(api, typed)
      } catch (error) {
        if (problemOf(error)?.status !== 404) throw error
        return { ...asked, answer: null, missing: name }
      }
    }
    try {
      const answer = await api.matches.explain({ listing: ids.listing ?? '', candidate: ids.candidate ?? '' })
      return { ...asked, answer, missing: null }
    } catch (error) {
      if (problemOf(error)?.status !== 404) throw error
      return { ...asked, answer: null, missing: 'candidate' as const }
    }
  })
}

function verdictOn({ eligible, score, strength }: MatchReasons) {
  if (score === 0) return 'nothing'
  if (!eligible) return 'failed'
  return strength >= KEPT_FROM ? 'fits' : 'weak'
}

/** Why two fit each other, or why not. */
export default function Why() {
  const { listing, candidate, answer, missing, now } = useLoaderData<typeof loader>()
  const { t } = useTranslation('matches')
  const { pathname, search } = useLocation()
  const errors = missing ? { [missing]: t(`why.missing.${missing}`) } : undefined
  const reasons = answer?.reasons
  const theirs = answer?.listing?.side ?? 'profile'
  const verdict = reasons && verdictOn(reasons)
  return (
    <Page width="text">
      <Head title={t('why.title')} hidden />
      <PageHeader
        title={t('why.title')}
        lead={t('why.lead')}
        breadcrumbs={[{ label: t('mine.title'), to: '/matches' }]}
      />
      <UndoNotice />
      {answer?.state === 'warming' && <WarmingNotice />}
      {answer && (
        <>
          <p className="text-ink-soft">
            {t(`why.asks.${answer.own.side}`)}{' '}
            <Link to={`/listings/${answer.own.reference}`} lang={answer.own.language}>
              {answer.own.title}
            </Link>
          </p>
          {answer.listing && <ListingCard listing={answer.listing} now={now} />}
          {answer.organisation && <OrganisationCard organisation={answer.organisation} />}
          {verdict && (
            <Notice
              tone={verdict === 'fits' ? 'success' : verdict === 'weak' ? 'info' : 'warning'}
              title={t(`why.verdict.${verdict}`)}
            >
              {t(`why.verdictText.${verdict}`)}
            </Notice>
          )}
          {reasons && (
            <>
              {reasons.score > 0 && (
                <Section title={t('why.common')}>
                  <div className="grid gap-4">
                    <MatchStrength reasons={reasons} />
                    <ReasonList
                      reasons={reasons}
                      languages={{
                        own: answer.own.language,
                        theirs: answer.listing?.language ?? answer.organisation?.language ?? 'en',
                      }}
                    />
                  </div>
                </Section>
              )}
              <Section title={t('why.conditions')}>
                <ConditionList conditions={reasons.conditions} sides={{ own: answer.own.side, theirs }} />
              </Section>
            </>
          )}
          {answer.listing && (
            <div className="flex flex-wrap items-center gap-2">
              {answer.listing.can.answer && (
                <LinkButton
                  icon="handshake"
                  to={`/listings/${answer.listing.reference}/interest${answer.markAs ? `?ownListing=${answer.own.id}` : ''}`}
                >
                  {t('entry.write')}
                </LinkButton>
              )}
              {answer.markAs && (
                <MarkButtons
                  pair={{ organisation: answer.markAs, listing: answer.own.id, candidate: answer.listing.id }}
                  mark={answer.mark}
                  to={withoutUndo(pathname + search)}
                  title={answer.listing.title}
                />
              )}
            </div>
          )}
        </>
      )}
      <Section title={t(answer ? 'why.another' : 'why.which')}>
        <Form method="get" action={pathname} className="e-form" noValidate>
          <ErrorSummary errors={errors} />
          <TextInput
            name="listing"
            label={t('why.listing')}
            hint={t('why.listingHint')}
            required
            defaultValue={listing}
            error={errors?.listing}
          />
          <TextInput
            name="candidate"
            label={t('why.candidate')}
            hint={t('why.candidateHint')}
            required
            defaultValue={candidate}
            error={errors?.candidate}
          />
          <FormActions>
            <Button kind={answer ? 'plain' : 'primary'}>{t('why.explain')}</Button>
          </FormActions>
        </Form>
      </Section>
    </Page>
  )
}
