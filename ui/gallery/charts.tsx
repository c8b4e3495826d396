import { BarChart } from '../bar-chart.tsx'
import { DataTable } from '../data-table.tsx'
import { Gantt } from '../gantt.tsx'
import { GapChart } from '../gap-chart.tsx'
import { Grid } from '../grid.tsx'
import { MapFigure } from '../map-figure.tsx'
import { Radar } from '../radar.tsx'
import { SeriesTable } from '../series-table.tsx'
import { Sample } from './sample.tsx'

const series = ['Looking for', 'Offering']
const rows = [
  { label: 'Austria', to: '#austria', values: [31, 12] },
  { label: 'Ireland', to: '#ireland', values: [22, 17] },
  { label: 'Bosnia and Herzegovina', to: '#bosnia', values: [1, 0] },
]
const axes = ['Management', 'Data', 'Research partners', 'Staff skills', 'Sales abroad', 'Funding']
const profiles = [
  [4, 2, 1, 3, 2, 3],
  [4, 4, 3, 4, 3, 4],
]
const plan = [
  { key: '1', label: '1 Understand', to: '#w1', start: '2027-01-01', end: '2027-12-31', done: 0.7 },
  {
    key: '1.1',
    label: 'Interviews',
    start: '2027-01-01',
    end: '2027-05-31',
    done: 1,
    inner: true,
    milestones: [{ date: '2027-05-31', label: 'Report' }],
  },
  { key: '2', label: '2 Try it out in three halls', to: '#w2', start: '2027-09-01', end: '2029-03-31', done: 0.1 },
  {
    key: '3',
    label: '3 Hand it on',
    start: '2029-01-01',
    end: '2029-12-31',
    milestones: [{ date: '2029-12-15', label: 'Final meeting' }],
  },
]

export function ChartSamples() {
  return (
    <>
      <Sample name="BarChart, SeriesTable">
        <Grid min={26}>
          <MapFigure
            caption="Posted in each country"
            legend={series}
            csvHref="/x.csv"
            table={<SeriesTable caption="Posted in each country" rowHeader="Country" series={series} rows={rows} />}
          >
            <BarChart label="Posted in each country" series={series} rows={rows} />
          </MapFigure>
          <MapFigure
            caption="The same, stacked"
            legend={series}
            table={<SeriesTable caption="The same, stacked" rowHeader="Country" series={series} rows={rows} />}
          >
            <BarChart label="The same, stacked" series={series} rows={rows} stacked />
          </MapFigure>
        </Grid>
      </Sample>
      <Sample name="Radar, GapChart">
        <Grid min={26}>
          <MapFigure
            caption="How ready we are"
            legend={[
              { label: 'Now', swatch: 'var(--color-series-1)' },
              { label: 'Wanted, dashed', swatch: 'var(--color-series-2)' },
            ]}
            table={
              <SeriesTable
                caption="How ready we are"
                rowHeader="Field"
                series={['Now', 'Wanted']}
                rows={axes.map((label, index) => ({ label, values: profiles.map((profile) => profile[index] ?? 0) }))}
              />
            }
          >
            <Radar label="Readiness in six fields, now and wanted" axes={axes} profiles={profiles} max={5} />
          </MapFigure>
          <MapFigure
            caption="Skills there and needed"
            table={
              <SeriesTable
                caption="Skills there and needed"
                rowHeader="Skill"
                series={['There', 'Needed']}
                rows={[
                  { label: 'Drying', values: [2, 4] },
                  { label: 'Sensors', values: [3, 3] },
                ]}
              />
            }
          >
            <GapChart
              label="Skills there and needed"
              hasLabel="there"
              needsLabel="needed"
              max={5}
              rows={[
                { label: 'Drying of hardwood', has: 2, needs: 4 },
                { label: 'Sensors', has: 3, needs: 3 },
                { label: 'Planning a hall', has: 0, needs: 2 },
              ]}
            />
          </MapFigure>
        </Grid>
      </Sample>
      <Sample name="Gantt">
        <MapFigure
          caption="The plan"
          table={
            <DataTable
              caption="The plan"
              hideCaption
              rows={plan}
              rowKey={(row) => row.key}
              columns={[
                { key: 'label', header: 'Work', cell: (row) => row.label },
                { key: 'start', header: 'From', cell: (row) => row.start },
                { key: 'end', header: 'To', cell: (row) => row.end },
              ]}
            />
          }
        >
          <Gantt label="The plan" from="2027-01-01" to="2029-12-31" today="2027-10-20" rows={plan} />
        </MapFigure>
      </Sample>
    </>
  )
}
