import { useTranslation } from 'react-i18next'
import { Avatar, NameCard } from '../avatar.tsx'
import { Badge, Status, Tags } from '../badge.tsx'
import { LinkButton } from '../button.tsx'
import { Card, CardList } from '../card.tsx'
import { EmptyState } from '../empty-state.tsx'
import { FilterBar } from '../filter-bar.tsx'
import { Grid } from '../grid.tsx'
import { Pagination } from '../pagination.tsx'
import { SortLinks } from '../sort-links.tsx'
import { Sample } from './sample.tsx'

const names = ['Montanuniversität', 'Cork Institute', 'Łódź Textiles', 'Αθήνα Lab', 'Bologna Fiere', 'Tartu Robotics']

export function ListSamples() {
  const { t } = useTranslation('ui')
  return (
    <div className="grid gap-10">
      <Sample name="FilterBar, SortLinks, Card, CardList, Pagination" note={t('gallery.filter')}>
        <FilterBar
          action="/design"
          search={{ label: 'Search what is posted', placeholder: 'Drying of timber, hall for tests, …', value: '' }}
          facets={[
            {
              name: 'kind',
              label: 'Kind',
              choose: 'one',
              options: [
                { value: 'n', label: 'Looking for', count: 81 },
                { value: 'o', label: 'Offering', count: 47 },
              ],
            },
            {
              name: 'country',
              label: 'Country',
              options: [
                { value: 'AT', label: 'Austria', count: 31, selected: true },
                { value: 'IE', label: 'Ireland', count: 12, selected: true },
                { value: 'IT', label: 'Italy', count: 1204 },
              ],
            },
            { name: 'theme', label: 'Theme', options: [{ value: 'w', label: 'Timber', count: 9 }] },
          ]}
          active={[
            { label: 'Austria', removeHref: '#at' },
            { label: 'Ireland', removeHref: '#ie' },
          ]}
          clearHref="#clear"
          count="128 found"
          sort={
            <SortLinks
              choices={[
                { label: 'Best fit', href: '#fit', current: true },
                { label: 'Newest', href: '#new' },
                { label: 'Closing first', href: '#close' },
              ]}
            />
          }
          views={[
            { kind: 'list', label: 'List', href: '#list', current: true },
            { kind: 'map', label: 'Map', href: '#map' },
            { kind: 'calendar', label: 'Calendar', href: '#calendar' },
          ]}
          exports={[
            { label: 'Spreadsheet', href: '/x.csv' },
            { label: 'Calendar file', href: '/x.ics' },
          ]}
        />
        <CardList label="Sample entries">
          <Card
            to="#one"
            title="Drying beech without cracks, at the scale of one lorry a week"
            level={4}
            kicker={
              <>
                <Badge tone="accent">Looking for</Badge>
                <Status tone="warning">Closes in 4 days</Status>
              </>
            }
            foot={
              <>
                <span>Holzbau Mur, Austria</span>
                <Tags
                  items={[
                    { label: 'timber', to: '#timber2' },
                    { label: 'heat', to: '#heat' },
                  ]}
                />
              </>
            }
          >
            We lose a fifth of every load. We have the waste heat of the saw mill and a hall; we lack somebody who has
            done it.
          </Card>
          <Card
            to="#two"
            title="Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
            level={4}
            kicker={<Badge>Offering</Badge>}
            foot={<span>Wien, Austria</span>}
          >
            A name that nobody expected.
          </Card>
        </CardList>
        <Pagination page={7} pageSize={20} total={1284} href={(page) => `#page-${page}`} />
      </Sample>
      <Sample name="Grid, Card boxed, Avatar, NameCard" note={t('gallery.cards')}>
        <Grid>
          {names.slice(0, 3).map((name) => (
            <Card
              key={name}
              boxed
              to={`#${name}`}
              title={name}
              level={4}
              kicker={<Avatar name={name} kind="organisation" size={3} />}
              foot={<span>Answers within 2 days</span>}
            >
              Short words on what they do, so that one can tell whether to look closer.
            </Card>
          ))}
        </Grid>
        <div className="flex flex-wrap items-center gap-3">
          {names.map((name) => (
            <Avatar key={name} name={name} kind="organisation" />
          ))}
          {names.map((name) => (
            <Avatar key={name} name={name} />
          ))}
          <NameCard name="Aoife Byrne" detail="Cork Institute" />
        </div>
      </Sample>
      <Sample name="EmptyState" note={t('gallery.empty')}>
        <EmptyState
          level={3}
          icon="inbox"
          title="Answers will gather here"
          action={
            <LinkButton kind="primary" to="#post">
              Post what you are looking for
            </LinkButton>
          }
        >
          As soon as somebody can help with what you posted, you find them here, with the reasons why they fit.
        </EmptyState>
      </Sample>
    </div>
  )
}
