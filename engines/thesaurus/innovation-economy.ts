import type { Concept } from './concept.ts'
import agricultureAndNature from './data/concepts/agriculture-and-nature.json' with { type: 'json' }
import biotechnology from './data/concepts/biotechnology.json' with { type: 'json' }
import building from './data/concepts/building.json' with { type: 'json' }
import businessAndFinance from './data/concepts/business-and-finance.json' with { type: 'json' }
import cultureAndSociety from './data/concepts/culture-and-society.json' with { type: 'json' }
import digital from './data/concepts/digital.json' with { type: 'json' }
import electronicsAndPhotonics from './data/concepts/electronics-and-photonics.json' with { type: 'json' }
import energyAndClimate from './data/concepts/energy-and-climate.json' with { type: 'json' }
import energyAndEnvironment from './data/concepts/energy-and-environment.json' with { type: 'json' }
import facilities from './data/concepts/facilities.json' with { type: 'json' }
import food from './data/concepts/food.json' with { type: 'json' }
import health from './data/concepts/health.json' with { type: 'json' }
import informationTechnology from './data/concepts/information-technology.json' with { type: 'json' }
import learningAndWork from './data/concepts/learning-and-work.json' with { type: 'json' }
import lifeSciences from './data/concepts/life-sciences.json' with { type: 'json' }
import machinesAndComponents from './data/concepts/machines-and-components.json' with { type: 'json' }
import markets from './data/concepts/markets.json' with { type: 'json' }
import materials from './data/concepts/materials.json' with { type: 'json' }
import materialsAndChemistry from './data/concepts/materials-and-chemistry.json' with { type: 'json' }
import processes from './data/concepts/processes.json' with { type: 'json' }
import production from './data/concepts/production.json' with { type: 'json' }
import sectors from './data/concepts/sectors.json' with { type: 'json' }
import services from './data/concepts/services.json' with { type: 'json' }
import skills from './data/concepts/skills.json' with { type: 'json' }
import technologies from './data/concepts/technologies.json' with { type: 'json' }
import transportAndSpace from './data/concepts/transport-and-space.json' with { type: 'json' }
import { createThesaurus, type Thesaurus } from './thesaurus.ts'
import { conceptsOf } from './vocabulary-file.ts'

/** The concepts of the innovation economy that come with Entente, in eight languages. */
export const INNOVATION_ECONOMY: readonly Concept[] = [
  ...conceptsOf('agriculture-and-nature', agricultureAndNature),
  ...conceptsOf('biotechnology', biotechnology),
  ...conceptsOf('building', building),
  ...conceptsOf('business-and-finance', businessAndFinance),
  ...conceptsOf('culture-and-society', cultureAndSociety),
  ...conceptsOf('digital', digital),
  ...conceptsOf('electronics-and-photonics', electronicsAndPhotonics),
  ...conceptsOf('energy-and-climate', energyAndClimate),
  ...conceptsOf('energy-and-environment', energyAndEnvironment),
  ...conceptsOf('facilities', facilities),
  ...conceptsOf('food', food),
  ...conceptsOf('health', health),
  ...conceptsOf('information-technology', informationTechnology),
  ...conceptsOf('learning-and-work', learningAndWork),
  ...conceptsOf('life-sciences', lifeSciences),
  ...conceptsOf('machines-and-components', machinesAndComponents),
  ...conceptsOf('markets', markets),
  ...conceptsOf('materials', materials),
  ...conceptsOf('materials-and-chemistry', materialsAndChemistry),
  ...conceptsOf('processes', processes),
  ...conceptsOf('production', production),
  ...conceptsOf('sectors', sectors),
  ...conceptsOf('services', services),
  ...conceptsOf('skills', skills),
  ...conceptsOf('technologies', technologies),
  ...conceptsOf('transport-and-space', transportAndSpace),
]

let thesaurus: Thesaurus | undefined

/** The thesaurus over those concepts, made once. */
export function innovationThesaurus(): Thesaurus {
  thesaurus ??= createThesaurus(INNOVATION_ECONOMY)
  return thesaurus
}
