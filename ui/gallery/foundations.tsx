import { useTranslation } from 'react-i18next'
import { Badge, Status, Tag, Tags } from '../badge.tsx'
import { Mark, Wordmark } from '../brand.tsx'
import { Button, LinkButton } from '../button.tsx'
import { Icon, type IconName } from '../icon.tsx'
import { IconButton } from '../icon-button.tsx'
import { iconShapes } from '../icon-shapes.tsx'
import { Sample } from './sample.tsx'

const grounds = [
  'paper',
  'surface',
  'sunken',
  'accent-wash',
  'success-wash',
  'warning-wash',
  'danger-wash',
  'info-wash',
]
const inks = ['ink', 'ink-soft', 'accent', 'success', 'warning', 'danger', 'info', 'edge', 'rule', 'focus']
const series = ['series-1', 'series-2', 'series-3', 'series-4', 'series-5', 'series-6']
const sizes = ['text-4xl', 'text-3xl', 'text-2xl', 'text-xl', 'text-lg'] as const
const iconNames = Object.keys(iconShapes) as IconName[]

export function FoundationSamples() {
  const { t } = useTranslation('ui')
  return (
    <div className="grid gap-10">
      <Sample name="Mark, Wordmark" note={t('gallery.mark')}>
        <div className="flex flex-wrap items-center gap-8">
          <Mark size={96} title="Entente" />
          <Mark size={32} />
          <Mark size={16} />
          <Wordmark name="Entente" />
        </div>
      </Sample>
      <Sample name="Type">
        <div className="grid gap-2">
          {sizes.map((size) => (
            <p key={size} className={`font-serif font-semibold ${size}`}>
              Understanding, then alliance
            </p>
          ))}
          <p className="max-w-prose">
            Text is Source Sans: Köln, Łódź, Çeşme, Αθήνα, София, 1 234,50 €. <a href="#type">Linked words</a>,{' '}
            <strong>strong</strong>, <em>stressed</em>, <mark>found</mark>, <code>code</code>.
          </p>
          <p className="text-sm text-ink-soft">Small and soft, for what can be skipped.</p>
        </div>
      </Sample>
      <Sample name="Colour">
        <Swatches names={grounds} />
        <Swatches names={inks} />
        <Swatches names={series} />
      </Sample>
      <Sample name="Button, LinkButton, IconButton" note={t('gallery.buttons')}>
        <div className="e-button-group">
          <Button kind="primary" type="button">
            Send it
          </Button>
          <Button type="button" icon="calendar">
            Propose a day
          </Button>
          <Button kind="quiet" type="button">
            Not now
          </Button>
          <Button kind="danger" type="button" icon="trash">
            Delete
          </Button>
          <LinkButton to="#more" iconAfter="arrow">
            Read on
          </LinkButton>
          <IconButton icon="bookmark" label="Keep" />
          <IconButton icon="more" label="More" kind="plain" />
        </div>
        <div className="e-button-group">
          <Button kind="primary" size="large" type="button">
            Large
          </Button>
          <Button kind="primary" size="small" type="button">
            Small
          </Button>
          <Button kind="primary" pending type="button">
            Sending
          </Button>
          <Button disabled type="button">
            Disabled
          </Button>
          <Button type="button">A label so long that it has to break on a narrow telephone in Luxembourgish</Button>
        </div>
      </Sample>
      <Sample name="Badge, Status, Tag" note={t('gallery.badges')}>
        <div className="flex flex-wrap items-center gap-3">
          <Badge>Neutral</Badge>
          <Badge tone="accent" icon="search">
            Looking for
          </Badge>
          <Badge tone="info">New</Badge>
          <Badge tone="success">Open</Badge>
          <Badge tone="warning">Closes soon</Badge>
          <Badge tone="danger">Late</Badge>
        </div>
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <Status>Waiting</Status>
          <Status tone="success">Answered</Status>
          <Status tone="warning">Due in 2 days</Status>
          <Status tone="danger">3 days late</Status>
          <Status tone="info">Draft</Status>
          <Status icon="lock">Only for partners</Status>
        </div>
        <Tags
          items={[
            { label: 'additive manufacturing', to: '#am' },
            { label: 'timber', to: '#timber' },
          ]}
        />
        <div>
          <Tag>no link</Tag>
        </div>
      </Sample>
      <Sample name="Icon" note={t('gallery.icons')}>
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-x-4 gap-y-2 text-sm">
          {iconNames.map((name) => (
            <li key={name} className="flex items-center gap-2">
              <Icon name={name} className="text-xl" /> {name}
            </li>
          ))}
        </ul>
      </Sample>
    </div>
  )
}

function Swatches({ names }: { names: readonly string[] }) {
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(7rem,1fr))] gap-3 text-sm">
      {names.map((name) => (
        <li key={name} className="grid gap-1">
          <span className="h-10 border border-edge" style={{ background: `var(--color-${name})` }} />
          {name}
        </li>
      ))}
    </ul>
  )
}
