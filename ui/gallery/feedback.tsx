import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, LinkButton } from '../button.tsx'
import { ConfirmByName } from '../confirm-by-name.tsx'
import { Dialog } from '../dialog.tsx'
import { Disclosure } from '../disclosure.tsx'
import { Grid } from '../grid.tsx'
import { Notice } from '../notice.tsx'
import { Skeleton } from '../skeleton.tsx'
import { type Flash, ToastRegion } from '../toast.tsx'
import { Sample } from './sample.tsx'

export function FeedbackSamples() {
  const { t } = useTranslation('ui')
  const [flash, setFlash] = useState<Flash>()
  return (
    <div className="grid gap-10">
      <Sample name="Notice" note={t('gallery.notices')}>
        <Grid min={24}>
          <Notice title="Only you see this">It is a draft until you publish it.</Notice>
          <Notice tone="success" title="All three conditions are met">
            Checked against the guide of 2026.
          </Notice>
          <Notice
            tone="warning"
            title="One country is missing"
            actions={
              <LinkButton size="small" to="#candidates">
                See 14 candidates
              </LinkButton>
            }
          >
            Three are needed, you have two.
          </Notice>
          <Notice tone="danger" title="The call has closed">
            What you wrote is kept and can be moved to another one.
          </Notice>
        </Grid>
      </Sample>
      <Sample name="Dialog, ConfirmByName, ToastRegion" note={t('gallery.dialog')}>
        <div className="e-button-group">
          <Dialog title="Delete “R&D (Köln)”?" trigger={{ label: 'Delete …', kind: 'danger', icon: 'trash' }}>
            <ConfirmByName
              name="R&D (Köln)"
              warning="Its 12 records go with it. Nobody can bring them back."
              label="Delete for good"
            />
          </Dialog>
          <Button
            type="button"
            onClick={() => setFlash({ id: String(Number(flash?.id ?? 0) + 1), message: 'Moved to Thursday.' })}
          >
            Show a toast
          </Button>
        </div>
        <ToastRegion flash={flash} />
      </Sample>
      <Grid min={24}>
        <Sample name="Disclosure">
          <Disclosure summary="Why this fits">Both work on timber, within 300 km, in German.</Disclosure>
        </Sample>
        <Sample name="Skeleton">
          <Skeleton />
        </Sample>
      </Grid>
    </div>
  )
}
