import { type Provenance, provenance } from './sources.ts'

/** The 14 industrial ecosystems of the European Union. */
export const ecosystemIds = [
  'aerospace-defence',
  'agri-food',
  'construction',
  'cultural-creative',
  'digital',
  'electronics',
  'energy-intensive',
  'renewable-energy',
  'health',
  'mobility',
  'proximity-social-economy',
  'retail',
  'textiles',
  'tourism',
] as const
export type Ecosystem = (typeof ecosystemIds)[number]

export type EcosystemEntry = Provenance & {
  /** The name as calls write it today. */
  readonly name: string
  /** Older or shorter spellings found in calls and documents. */
  readonly aliases: readonly string[]
}

function ecosystem(name: string, ...aliases: string[]): EcosystemEntry {
  return { ...provenance('eu-industrial-ecosystems', 'stated'), name, aliases }
}

export const ecosystems: Readonly<Record<Ecosystem, EcosystemEntry>> = {
  'aerospace-defence': ecosystem('Aerospace & defence', 'Aerospace'),
  'agri-food': ecosystem('Agri-food', 'Agrifood', 'Agri-food industries'),
  construction: ecosystem('Construction'),
  'cultural-creative': ecosystem(
    'Cultural and creative industries',
    'Creative and cultural industries',
    'Creative & cultural',
    'Creative industries',
  ),
  digital: ecosystem('Digital', 'Digital industries'),
  electronics: ecosystem('Electronics'),
  'energy-intensive': ecosystem(
    'Energy-intensive industries',
    'Energy intensive',
    'Low-carbon energy-intensive industries',
  ),
  'renewable-energy': ecosystem('Energy-renewables', 'Renewable energy', 'Renewables', 'Energy and renewables'),
  health: ecosystem('Health', 'Health industries'),
  mobility: ecosystem('Mobility-transport-automotive', 'Mobility', 'Automotive', 'Transport and automotive'),
  'proximity-social-economy': ecosystem(
    'Proximity, social economy and civil society',
    'Proximity & social economy',
    'Social economy and civil security',
    'Social economy',
  ),
  retail: ecosystem('Retail'),
  textiles: ecosystem('Textiles', 'Textile', 'Textiles, clothing, leather and footwear'),
  tourism: ecosystem('Tourism', 'Tourism and hospitality'),
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/[^a-z]+/g, ' ')
    .trim()
}

const byBareName = new Map(
  ecosystemIds.flatMap((id) =>
    [id, ecosystems[id].name, ...ecosystems[id].aliases].map((name): [string, Ecosystem] => [bare(name), id]),
  ),
)

/** The ecosystem an English name, alias or id stands for, whatever its case and punctuation; else `undefined`. */
export function findEcosystem(name: string): Ecosystem | undefined {
  return byBareName.get(bare(name))
}
