import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '../breadcrumbs.tsx'
import { Workspace } from '../grid.tsx'
import { Menu } from '../menu.tsx'
import { SideNav } from '../side-nav.tsx'
import { Stepper } from '../stepper.tsx'
import { Tabs } from '../tabs.tsx'
import { Sample } from './sample.tsx'

export function NavigationSamples() {
  const { t } = useTranslation('ui')
  return (
    <div className="grid gap-10">
      <Sample name="Breadcrumbs, Tabs">
        <Breadcrumbs
          items={[
            { label: 'All', to: '/all' },
            { label: 'A longer step between', to: '/all/some' },
          ]}
        />
        <Tabs
          label="Sample tabs"
          tabs={[
            { to: '/design', label: 'Overview' },
            { to: '/design/partners', label: 'Partners', count: 12 },
            { to: '/design/plan', label: 'Work plan' },
            { to: '/design/documents', label: 'Documents', count: 3 },
          ]}
        />
      </Sample>
      <Sample name="Workspace, SideNav" note={t('gallery.sideNav')}>
        <Workspace
          nav={
            <SideNav
              label="Sample workspace"
              groups={[
                {
                  items: [
                    { to: '/design', label: 'Overview', icon: 'grid' },
                    { to: '/x/partners', label: 'Partners', icon: 'users', count: 12 },
                  ],
                },
                {
                  title: 'Work',
                  items: [
                    { to: '/x/plan', label: 'Plan', icon: 'flag' },
                    { to: '/x/files', label: 'Documents', icon: 'folder' },
                  ],
                },
              ]}
            />
          }
        >
          <Stepper label="Sample steps" steps={['What you lack', 'Who may see it', 'Publish']} current={1} />
        </Workspace>
      </Sample>
      <Sample name="Menu">
        <div className="e-button-group">
          <Menu
            label="Export"
            icon="download"
            links={[
              { to: '/x.csv', label: 'Spreadsheet', icon: 'file', plain: true },
              { to: '/x.ics', label: 'Calendar file', icon: 'calendar', plain: true },
            ]}
          />
          <Menu
            label="More"
            icon="more"
            iconOnly
            kind="quiet"
            links={[
              { to: '#edit', label: 'Edit', icon: 'edit' },
              { to: '#delete', label: 'Delete', icon: 'trash', danger: true },
            ]}
          />
        </div>
      </Sample>
    </div>
  )
}
