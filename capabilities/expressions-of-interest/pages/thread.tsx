import { useTranslation } from 'react-i18next'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
  useNavigation,
} from 'react-router'
import { Badge } from '#ui/badge.tsx'
import { WithAside } from '#ui/grid.tsx'
import { Page } from '#ui/page.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Stepper } from '#ui/stepper.tsx'
import { fieldsOf } from '#web/fields.ts'
import { redirectSaying } from '#web/flash.ts'
import { attempt, load, type Refused, typed } from '#web/form.ts'
import { Head } from '#web/head.tsx'
import { requestOf } from '#web/request.ts'
import { SideBadge } from '../../listings/parts/side-badge.tsx'
import type { ReportReason } from '../../reports/schema.ts'
import type { AgreementType } from '../../vocabularies/agreement-types.ts'
import { Agreement } from '../parts/agreement.tsx'
import { Conversation } from '../parts/conversation.tsx'
import type { Intent } from '../parts/deed.tsx'
import { FurtherSteps } from '../parts/further-steps.tsx'
import { MarkSeen } from '../parts/mark-seen.tsx'
import { NextStep } from '../parts/next-step.tsx'
import { Opening } from '../parts/opening.tsx'
import { usePartyName } from '../parts/party-name.tsx'
import { ReplyForm } from '../parts/reply-form.tsx'
import { StageBadge } from '../parts/stage-badge.tsx'
import { ThreadFacts } from '../parts/thread-facts.tsx'
import { type DeclineKind, type Side, type Stage, sides } from '../schema.ts'

const path = ['received', 'in-conversation', 'met', 'agreed'] as const

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { api } = requestOf(context)
  return load(request, () => api.expressionsOfInterest.get({ id: params.id ?? '' }))
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { api } = requestOf(context)
  const eoi = api.expressionsOfInterest
  const form = await request.formData()
  const { text, string, list, checked, number } = fieldsOf(form)
  const id = params.id ?? ''
  const here = `/inbox/${id}`
  const named = sides.find((side) => side === text('as'))
  const as: { as?: Side } = named ? { as: named } : {}
  const acknowledged = list('acknowledged')
  return attempt(form, async () => {
    switch (text('intent') as Intent | null) {
      case 'reply': {
        const files = form.getAll('files').filter((file) => file instanceof File && file.size > 0) as File[]
        await eoi.reply({ id, body: string('body'), files, acknowledged, ...as })
        return redirectSaying(here, 'expressions-of-interest:done.replied')
      }
      case 'met':
        await eoi.moveStage({ id, stage: 'met', ...as })
        return redirectSaying(here, 'expressions-of-interest:done.met')
      case 'propose':
        await eoi.proposeAgreement({
          id,
          // Empty choices are for the API to refuse.
          agreementType: text('agreementType') as AgreementType,
          summary: string('summary'),
          closeListing: checked('closeListing'),
          acknowledged,
          ...as,
        })
        return redirectSaying(here, 'expressions-of-interest:done.proposed')
      case 'confirm':
        await eoi.confirmAgreement({
          id,
          version: number('version') ?? 0,
          closeListing: checked('closeListing'),
          ...as,
        })
        return redirectSaying(here, 'expressions-of-interest:done.agreed')
      case 'reveal': {
        if (!checked('confirmed')) {
          const problem = { status: 422, reason: 'unconfirmed', message: '', errors: {} }
          return data<Refused>({ problem, values: typed(form) }, { status: 422 })
        }
        await eoi.reveal({ id })
        return redirectSaying(here, 'expressions-of-interest:done.revealed')
      }
      case 'decline':
        await eoi.decline({ id, kind: text('kind') as DeclineKind, text: string('text'), acknowledged })
        return redirectSaying(here, 'expressions-of-interest:done.declined')
      case 'withdraw':
        await eoi.withdraw({ id })
        return redirectSaying(here, 'expressions-of-interest:done.withdrawn')
      case 'report':
        await eoi.report({ id, reason: text('reason') as ReportReason, text: string('text') })
        return redirectSaying(here, 'reports:done.reported')
      case 'seen':
        await eoi.markSeen({ id })
        return null
      default:
        return null
    }
  })
}

/** One expression of interest: how it began, what was written, where it stands, and what can be done now. */
export default function ExpressionThread() {
  const thread = useLoaderData<typeof loader>()
  const { t } = useTranslation('expressions-of-interest')
  const refused = useActionData<Refused | null>() ?? undefined
  const navigation = useNavigation()
  const nameOf = usePartyName()
  const { id, listing, from, to, stage, sides: own, unread, can, clock } = thread
  const reached = (path as readonly Stage[]).indexOf(stage)
  const of = (intent: Intent) => (refused?.values.intent === intent ? refused : undefined)
  const lead =
    own.length === 1
      ? t(own[0] === 'owner' ? 'thread.received' : 'thread.sent', {
          name: nameOf(own[0] === 'owner' ? from : to),
        })
      : t('thread.between', { from: nameOf(from), to: nameOf(to) })
  return (
    <Page>
      <Head title={t('thread.title', { title: listing.title })} hidden />
      <PageHeader
        breadcrumbs={[{ label: t('inbox.title'), to: '/inbox' }]}
        kicker={
          <>
            <SideBadge side={listing.side} />
            <StageBadge stage={stage} />
            {clock.state === 'running' && own.includes('owner') && <Badge tone="warning">{t('thread.owed')}</Badge>}
          </>
        }
        title={<span lang={listing.language}>{listing.title}</span>}
        lead={lead}
      >
        {reached >= 0 && (
          <Stepper
            label={t('thread.stages')}
            steps={path.map((one) => t(`stage.${one}`))}
            current={stage === 'agreed' ? path.length : reached}
          />
        )}
      </PageHeader>
      {unread && own.length > 0 && <MarkSeen id={id} />}
      <WithAside aside={<ThreadFacts thread={thread} />}>
        <NextStep thread={thread} />
        <Agreement thread={thread} refused={of('confirm')} pending={navigation.formData?.get('intent') === 'confirm'} />
        <Opening thread={thread} />
        <Conversation thread={thread} />
        {can.reply && <ReplyForm thread={thread} refused={of('reply')} first={!can.confirm} />}
        <FurtherSteps thread={thread} refused={refused} />
      </WithAside>
    </Page>
  )
}
