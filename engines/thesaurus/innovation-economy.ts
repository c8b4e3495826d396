import type { Concept } from './concept.ts'
import digital from './data/concepts/digital.json' with { type: 'json' }
import energyAndEnvironment from './data/concepts/energy-and-environment.json' with { type: 'json' }
import facilities from './data/concepts/facilities.json' with { type: 'json' }
import lifeSciences from './data/concepts/life-sciences.json' with { type: 'json' }
import markets from './data/concepts/markets.json' with { type: 'json' }
import materials from './data/concepts/materials.json' with { type: 'json' }
import processes from './data/concepts/processes.json' with { type: 'json' }
import sectors from './data/concepts/sectors.json' with { type: 'json' }
import services from './data/concepts/services.json' with { type: 'json' }
import skills from './data/concepts/skills.json' with { type: 'json' }
import technologies from './data/concepts/technologies.json' with { type: 'json' }
import { createThesaurus, type Thesaurus } from './thesaurus.ts'
import { conceptsOf } from './vocabulary-file.ts'

/** The concepts of the innovation economy that come with Entente, in eight languages. */
export const INNOVATION_ECONOMY: readonly Concept[] = [
  ...conceptsOf('digital', digital),
  ...conceptsOf('energy-and-environment', energyAndEnvironment),
  ...conceptsOf('facilities', facilities),
  ...conceptsOf('life-sciences', lifeSciences),
  ...conceptsOf('markets', markets),
  ...conceptsOf('materials', materials),
  ...conceptsOf('processes', processes),
  ...conceptsOf('sectors', sectors),
  ...conceptsOf('services', services),
  ...conceptsOf('skills', skills),
  ...conceptsOf('technologies', technologies),
]

let thesaurus: Thesaurus | undefined

/** The thesaurus over those concepts, made once. */
export function innovationThesaurus(): Thesaurus {
  thesaurus ??= createThesaurus(INNOVATION_ECONOMY)
  return thesaurus
}
