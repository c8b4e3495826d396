import { useTranslation } from 'react-i18next'
import { Status } from '../badge.tsx'
import { CopyField } from '../copy-field.tsx'
import { DataTable } from '../data-table.tsx'
import { DescriptionList } from '../description-list.tsx'
import { Grid } from '../grid.tsx'
import { Meter } from '../meter.tsx'
import { Progress } from '../progress.tsx'
import { ScoreBar } from '../score-bar.tsx'
import { Stat, Stats } from '../stat.tsx'
import { Thread } from '../thread.tsx'
import { Timeline } from '../timeline.tsx'
import { Sample } from './sample.tsx'

const rows = [
  { id: '1', name: 'Report on drying', owner: 'Cork Institute', due: '31 Mar 2027', share: 80, late: false },
  { id: '2', name: 'Hall ready for tests', owner: 'Holzbau Mur', due: '15 Jan 2027', share: 20, late: true },
  { id: '3', name: 'Course for foremen', owner: 'Łódź Textiles', due: '1 Jun 2027', share: 0, late: false },
]
const parts = [
  { label: 'Themes in common', value: 38 },
  { label: 'Place and reach', value: 16 },
  { label: 'Answers fast', value: 12 },
  { label: 'Worked together before', value: 6 },
]

export function WorkSamples() {
  const { t } = useTranslation('ui')
  return (
    <div className="grid gap-10">
      <Sample name="Stat, Stats" note={t('gallery.stats')}>
        <Stats>
          <Stat value="128" label="meetings held" to="#meetings" note="of 150 planned" />
          <Stat value="41%" label="led to something" to="#led" />
          <Stat value="€2.4m" label="raised together" to="#raised" note="since 2025" />
          <Stat value="0" label="left unanswered" />
        </Stats>
      </Sample>
      <Sample name="DataTable" note={t('gallery.table')}>
        <DataTable
          caption="What is due"
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { key: 'name', header: 'What', cell: (row) => <a href={`#${row.id}`}>{row.name}</a>, sortHref: '#by-name' },
            { key: 'owner', header: 'Who', cell: (row) => row.owner },
            { key: 'due', header: 'When', cell: (row) => row.due, sortHref: '#by-due', sorted: 'ascending' },
            {
              key: 'state',
              header: 'State',
              cell: (row) => (row.late ? <Status tone="danger">Late</Status> : <Status>Under way</Status>),
            },
            { key: 'share', header: 'Done, %', cell: (row) => row.share, align: 'end', foot: 33 },
          ]}
        />
      </Sample>
      <Grid min={24}>
        <Sample name="ScoreBar" note={t('gallery.score')}>
          <ScoreBar label="fit" parts={parts} />
        </Sample>
        <Sample name="Progress, Meter">
          <Progress label="Partners who have signed" value={7} max={12} text="7 of 12" />
          <Progress label="Import" value={0.35} max={1} />
          <Meter label="Answered in time" value={92} max={100} text="92 of 100" />
        </Sample>
        <Sample name="DescriptionList">
          <DescriptionList
            facts={[
              { term: 'Coordinator', value: 'Montanuniversität' },
              { term: 'Start', value: '1 January 2027' },
              { term: 'Length', value: '36 months' },
              { term: 'Left out', value: undefined },
            ]}
          />
        </Sample>
        <Sample name="Timeline">
          <Timeline
            entries={[
              { key: 'a', when: '3 Sep 2026', dateTime: '2026-09-03', title: 'Question posted' },
              {
                key: 'b',
                when: '9 Sep 2026',
                dateTime: '2026-09-09',
                title: 'First meeting',
                state: 'current',
                children: <p>Four came, two stayed.</p>,
              },
              { key: 'c', when: 'Spring 2027', title: 'Agreement', state: 'ahead' },
            ]}
          />
        </Sample>
      </Grid>
      <Sample name="Thread">
        <Thread
          label="Sample conversation"
          messages={[
            {
              key: '1',
              author: 'Aoife Byrne',
              detail: 'Cork Institute',
              when: '9 Sep, 10:12',
              dateTime: '2026-09-09T10:12Z',
              body: 'We have dried oak for ten years.\nWould Thursday suit you?',
            },
            {
              key: '2',
              author: 'Jan Gruber',
              when: '9 Sep, 11:40',
              dateTime: '2026-09-09T11:40Z',
              mine: true,
              body: 'Thursday at nine. I bring the numbers.',
            },
          ]}
        />
      </Sample>
      <Sample name="CopyField">
        <CopyField label="Link to share" value="https://entente.example/l/7f3a" />
      </Sample>
    </div>
  )
}
