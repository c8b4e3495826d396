import { useTranslation } from 'react-i18next'
import Gallery from '#ui/gallery.tsx'
import { Head } from '#web/head.tsx'

/** What the pages are made of. */
export default function Design() {
  const { t } = useTranslation('ui')
  return (
    <>
      <Head title={t('gallery.title')} description={t('gallery.lead')} hidden />
      <Gallery />
    </>
  )
}
