import { useTranslation } from 'react-i18next'
import { FeedbackSamples } from './gallery/feedback.tsx'
import { FormSamples } from './gallery/form-samples.tsx'
import { FoundationSamples } from './gallery/foundations.tsx'
import { ListSamples } from './gallery/lists.tsx'
import { NavigationSamples } from './gallery/navigation-samples.tsx'
import { PictureSamples } from './gallery/pictures.tsx'
import { WorkSamples } from './gallery/work.tsx'
import { Page } from './page.tsx'
import { PageHeader } from './page-header.tsx'
import { Section } from './section.tsx'

/** Every component in its states, on one page. Sample content is English on purpose: it is never shown as the site's own. */
export default function Gallery() {
  const { t } = useTranslation('ui')
  return (
    <Page>
      <PageHeader title={t('gallery.title')} lead={t('gallery.lead')} />
      <Section title={t('gallery.foundations')} lead={t('gallery.foundationsLead')}>
        <FoundationSamples />
      </Section>
      <Section title={t('gallery.forms')} lead={t('gallery.formsLead')}>
        <FormSamples />
      </Section>
      <Section title={t('gallery.lists')} lead={t('gallery.listsLead')}>
        <ListSamples />
      </Section>
      <Section title={t('gallery.work')} lead={t('gallery.workLead')}>
        <WorkSamples />
      </Section>
      <Section title={t('gallery.pictures')} lead={t('gallery.picturesLead')}>
        <PictureSamples />
      </Section>
      <Section title={t('gallery.navigation')} lead={t('gallery.navigationLead')}>
        <NavigationSamples />
      </Section>
      <Section title={t('gallery.feedback')} lead={t('gallery.feedbackLead')}>
        <FeedbackSamples />
      </Section>
    </Page>
  )
}
