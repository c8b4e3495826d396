import { useTranslation } from 'react-i18next'
import { Checkbox } from '#ui/checkbox.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import type { Visibility } from '../schema.ts'
import type { ListingFields } from './listing-fields.tsx'

const visibilities = ['public', 'members', 'anonymous', 'match-only'] as const satisfies readonly Visibility[]

/** Who sees a listing, and whether they see whose it is. */
export function VisibilityChoice({ fields }: { fields: ListingFields }) {
  const { t } = useTranslation('listings')
  return (
    <div className="e-form">
      <RadioGroup
        {...fields.one('visibility')}
        required
        cards
        defaultValue={fields.text('visibility') || 'public'}
        options={visibilities.map((value) => ({
          value,
          label: t(`visibility.${value}.label`),
          hint: t(`visibility.${value}.hint`),
        }))}
      />
      <Checkbox
        {...fields.field('dissemination')}
        hint={t('hint.dissemination')}
        defaultChecked={fields.ticked('dissemination')}
      />
    </div>
  )
}
