/** Endings of names that say what an organisation is in law. */
// biome-ignore format: words read better in rows
const LEGAL_FORMS = new Set([
  'ab', 'ag', 'ao', 'aps', 'as', 'asbl', 'bv', 'bvba', 'co', 'company', 'coop', 'corp', 'cv', 'doo', 'dd', 'ev', 'eg',
  'eood', 'eurl', 'gbr', 'ggmbh', 'gie', 'gmbh', 'inc', 'kft', 'kg', 'limited', 'llc', 'llp', 'ltd', 'mbh', 'nv', 'nyrt',
  'od', 'ohg', 'ood', 'ou', 'oy', 'oyj', 'plc', 'rt', 'sa', 'sarl', 'sas', 'sasu', 'scarl', 'sce', 'scop', 'scrl', 'se',
  'sia', 'sl', 'sll', 'slu', 'snc', 'spa', 'spzoo', 'sp', 'zoo', 'srl', 'srls', 'sro', 'ug', 'uab', 'vof', 'vzw', 'zrt',
  'sti', 'sirketi', 'anonim', 'san', 'tic',
])

/** Words of names that many organisations share, folded, in the languages of the site's neighbourhood. */
const SHARED_WORDS = new Set(
  `academia academie academy accademia advanced agency agentur akademie alliance allianz alps alpine applied
  arts associacao asociacion asociatia association associazione austria autonoma authority automation baltic bank
  based bayern berlin bildung biotech board business camara camera cameras care centre center central centro centrum
  chamber chambre city civil clean climate cloud cluster college commerce commercial community companies company
  competence comune concept confederation conseil consortium consult consultancy consulting control council county
  craft creative culture cultural data deutsche deutschland development digital design department district
  ecole economic economy education eesti electric electrical electronic electronics energia energie energy engineering
  enterprise enterprises entwicklung environment espana europe european europa europea europeen
  fabrik fachhochschule faculty farm federation federazione film finance first food foods forschung forum fondation
  fondazione foundation france francaise fraunhofer fundacion fundatia future general generale gesellschaft germany
  global green group grupo gruppe gruppo habitat handel handels handwerk handwerkskammer health high higher hochschule
  holding house ideas industria industrial industrie industries industriekammer industry informatik information
  innovacion innovate innovation innovations innovative innovazione ingenieria initiative institut institute instituto
  institutt intelligent international internazionale investment istituto italia italian kammer kompetenz lab laboratories
  laboratory labs land life light limited living local logistics machine machines management manufacturing marine
  maritime market maschinen maschinenbau material materials mechanical medical medicine metal metall micro ministry
  mobility municipality national nacional nazionale nature network netzwerk nord nordic north northern office organic
  park partner partners plastics platform polytechnic politecnico politecnica politehnica polytechnique power precision
  process product production products professional programme project public quality region regional regione
  renewable republic research resources robotics romania romanian rural school schule sciences science scientific sector
  security services service skills small smart social societe society software solar solutions solution sozial
  space spain spanish startup state stiftung studies sud sudwest south southern sustainable sustainability
  suisse swiss switzerland system systeme systems team tech technical technik technische technologie technologies
  technology technologia tecnica tecnologia tecnologico test textile textil the tourism trade training transport union united
  universidad universidade universita universitaet universitat universitatea universite universitet universiteit university urban vereniging
  verband verein ventures vocational water welfare west western wind wirtschaft women wood works world young zentrum
  angewandte wissenschaften applicata applied aplicadas appliquees professionnelle superieure superiore superior formation
  formazione formacion ausbildung berufliche berufsschule lycee liceo gymnasium skola hogskola universitesi sanayi ticaret
  odasi belediyesi kalkinma ajansi makina tekstil bilgi teknoloji yazilim`
    .trim()
    .split(/\s+/),
)

/** The words of a name without those at its end that say its legal form. */
export function withoutLegalForm(words: readonly string[]): string[] {
  let end = words.length
  while (end > 1 && isLegalForm(words[end - 1] ?? '')) end--
  return words.slice(0, end)
}

function isLegalForm(word: string): boolean {
  // "S.L." and "S.p.A." come as single letters.
  return word.length === 1 || LEGAL_FORMS.has(word)
}

/** Whether one word of a name points to the organisation by itself. */
export function isTelling(word: string): boolean {
  return word.length >= 4 && !/^\d+$/.test(word) && !LEGAL_FORMS.has(word) && !SHARED_WORDS.has(word)
}
