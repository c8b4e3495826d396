import type { AgreementType } from './agreement-types.ts'
import type { CooperationType } from './cooperation-types.ts'
import type { DevelopmentStage } from './development-stages.ts'
import type { Ecosystem } from './ecosystems.ts'
import type { EqfLevel } from './eqf.ts'
import type { CountryGroup } from './groups.ts'
import type { IprStatus } from './ipr-status.ts'
import type { ListingKind, PartneringProfile } from './listing-kinds.ts'
import type { MembershipNote, MembershipState } from './memberships.ts'
import type { NaceSection } from './nace.ts'
import type { OrganisationType } from './organisation-types.ts'
import type { PartnerType } from './partner-types.ts'
import type { RoleCategory, RoleTag } from './role-tags.ts'
import type { Sdg } from './sdgs.ts'
import type { Size } from './sizes.ts'
import type { Confidence, SourceId } from './sources.ts'
import type { Trl } from './trl.ts'

/**
 * The key of the text that names an id, with its namespace: `t(labelKeys.ecosystem('agri-food'))` in any component.
 * Countries and languages have none: their names come from `countryName` and `languageName`.
 */
export const labelKeys = {
  agreementType: (id: AgreementType) => `vocabularies:agreementType.${id}` as const,
  confidence: (id: Confidence) => `vocabularies:confidence.${id}` as const,
  cooperationType: (id: CooperationType) => `vocabularies:cooperationType.${id}` as const,
  countryGroup: (id: CountryGroup) => `vocabularies:countryGroup.${id}` as const,
  developmentStage: (id: DevelopmentStage) => `vocabularies:developmentStage.${id}` as const,
  ecosystem: (id: Ecosystem) => `vocabularies:ecosystem.${id}` as const,
  eqf: (id: EqfLevel) => `vocabularies:eqf.${id}` as const,
  iprStatus: (id: IprStatus) => `vocabularies:iprStatus.${id}` as const,
  listingKind: (id: ListingKind) => `vocabularies:listingKind.${id}` as const,
  membershipNote: (id: MembershipNote) => `vocabularies:membershipNote.${id}` as const,
  membershipState: (id: MembershipState) => `vocabularies:membershipState.${id}` as const,
  naceSection: (id: NaceSection) => `vocabularies:naceSection.${id}` as const,
  organisationType: (id: OrganisationType) => `vocabularies:organisationType.${id}` as const,
  partneringProfile: (id: PartneringProfile) => `vocabularies:partneringProfile.${id}` as const,
  partnerType: (id: PartnerType) => `vocabularies:partnerType.${id}` as const,
  roleCategory: (id: RoleCategory) => `vocabularies:roleCategory.${id}` as const,
  roleTag: (id: RoleTag) => `vocabularies:roleTag.${id}` as const,
  sdg: (id: Sdg) => `vocabularies:sdg.${id}` as const,
  size: (id: Size) => `vocabularies:size.${id}` as const,
  source: (id: SourceId) => `vocabularies:source.${id}` as const,
  trl: (id: Trl) => `vocabularies:trl.${id}` as const,
}

/** The key of the sentence that explains an id, for the vocabularies that need explaining. */
export const descriptionKeys = {
  developmentStage: (id: DevelopmentStage) => `vocabularies:developmentStageDescription.${id}` as const,
  eqf: (id: EqfLevel) => `vocabularies:eqfDescription.${id}` as const,
  listingKind: (id: ListingKind) => `vocabularies:listingKindDescription.${id}` as const,
  roleTag: (id: RoleTag) => `vocabularies:roleTagDescription.${id}` as const,
  size: (id: Size) => `vocabularies:sizeDescription.${id}` as const,
  trl: (id: Trl) => `vocabularies:trlDescription.${id}` as const,
}
