import { folded } from '#platform/db/folded.ts'

/** The letters beyond a–z that names in a country are written with, lower case. */
// biome-ignore format: letters read better in rows
const letters: Readonly<Record<string, string>> = {
  AL: 'ëç', AT: 'äöüß', BA: 'čćđšž', BE: 'éèêëàâçîïôûüö', CH: 'äöüéèêàçôî', CZ: 'áčďéěíňóřšťúůýž', DE: 'äöüß', DK: 'æøå',
  EE: 'äõöüšž', ES: 'áéíóúñüçàèòïí', FI: 'äöå', FR: 'éèêëàâçîïôûùüœæ', HR: 'čćđšž', HU: 'áéíóöőúüű', IE: 'áéíóú',
  IS: 'áðéíóúýþæö', IT: 'àèéìòù', LI: 'äöüß', LT: 'ąčęėįšųūž', LU: 'éèêëàâçîïôûüöä', LV: 'āčēģīķļņšūž', ME: 'čćđšž',
  MT: 'ċġħżà', NL: 'ëïéèöüó', NO: 'æøå', PL: 'ąćęłńóśźż', PT: 'áàâãçéêíóôõú', RE: 'éèêëàâçîïôûùü', RO: 'ăâîșț',
  RS: 'čćđšž', SE: 'åäöé', SI: 'čšž', SK: 'áäčďéíĺľňóôŕšťúýž', SM: 'àèéìòù', TR: 'çğıöşüâ', XK: 'ëç',
}

/** Two letters for one, where a keyboard has no umlauts. */
const spelledOut: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  ø: 'oe',
  å: 'aa',
  œ: 'oe',
}

const inWindows1252 = new Set(
  Array.from(new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 128 }, (_, at) => at + 128))),
)

/**
 * The letters that a lost one may have been, by how it is written in plain letters.
 * @param plain one or two letters of a–z, lower case
 * @param beyond only letters that windows-1252 does not hold: those that become question marks in it
 */
export function lettersFor(country: string, plain: string, beyond: boolean): string[] {
  const known = [...new Set(letters[country] ?? '')]
  const fitting = known.filter((letter) => folded(letter) === plain || spelledOut[letter] === plain)
  return beyond ? fitting.filter((letter) => !inWindows1252.has(letter)) : fitting
}

/** Whether a letter may have been lost: any beyond a–z, or only those beyond windows-1252. */
export function mayBeLost(letter: string, beyond: boolean): boolean {
  return /\p{L}/u.test(letter) && !/[a-z]/i.test(letter) && (!beyond || !inWindows1252.has(letter.toLowerCase()))
}

/** Upper case as the country writes it: in Turkish the capital of `ı` is `I` and that of `i` is `İ`. */
export function capitalOf(letter: string, country: string): string {
  return country === 'TR' && letter === 'ı' ? 'İ' : letter.toUpperCase()
}

/**
 * Words that stand in the names of schools and places so often that a damaged one is known again, and those whose plain
 * letters would fit several. Extended freely: one line for each country.
 */
// biome-ignore format: words read better in rows
export const frequentWords: Readonly<Record<string, string>> = {
  AT: 'für pädagogische universität österreich niederösterreich oberösterreich künste straße sankt pölten kärnten',
  BE: 'école écoles supérieure supérieur métiers liège communauté française régional technologie',
  CZ: 'vyšší škola střední vysoká odborná české budějovice meziříčí průmyslová',
  DE: 'für universität künste düsseldorf münchen köln nürnberg würzburg tübingen württemberg baden-württemberg pädagogische fakultät straße gemeinnützige',
  ES: 'formación educación enseñanza enseñanzas fundación fundació formació diseño música málaga córdoba cádiz león aragón jaén ávila coruña almería josé maría ramón sebastián pérez garcía lópez martínez hernández técnico politécnico superior público dramático conservación restauración hostelería señora ángel ángeles asociación gestión promoción concepción investigación administración cataluña andalucía logroño gijón avilés mérida cáceres castellón matrícula científica católica mediterráneo cañada tomás félix nicolás cristóbal andújar úbeda ramírez rodríguez sánchez fernández gonzález jiménez muñoz núñez vicenç geltrú rubí mataró alcalá monzón sevilla málaga óptica',
  FR: 'lycée lycées école écoles supérieure supérieur supérieures supérieurs général générale métiers métier université régional régionale santé privé privée polytechnique hôtelier hôtellerie collège académie développement institut françois françoise française français rené andré nîmes besançon chambéry sèvres mézières saône saint-étienne évry orléans angoulême béziers alès médecine vétérinaire ingénieurs formation technologique génie économie économique européen européenne éducation études électronique agricole pôle préfecture théâtre beauté esthétique réunion sacré-cœur notre-dame émile édouard étienne élisée éric jérôme raphaël joël',
  HU: 'főiskola egyetem művészeti győr pécs hittudományi',
  LV: 'rīga liepāja jūrmala rēzekne ventspils daugavpils',
  PL: 'łódź łomża żary żywiec świętokrzyski wyższa szkoła uczelnia wałbrzych białystok częstochowa gdańsk poznań kraków toruń wrocław płock rzeszów śląska górnicza dąbrowa',
  PT: 'educação formação administração gestão superior politécnico santarém évora bragança setúbal guimarães tecnologia saúde agrária é lusófona técnica',
  RO: 'iași timișoara bucurești constanța târgu mureș pitești ploiești brașov galați',
  TR: 'üniversitesi istanbul i̇stanbul diyarbakır şırnak muğla iğdır ağrı eskişehir kırşehir nevşehir tekirdağ balıkesir çanakkale çankırı aydın',
}
