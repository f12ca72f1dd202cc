/** Country names in German and English as exports write them, enough to recognise a country column by its cells. */
export const countryNames: ReadonlySet<string> = new Set(
  `schweiz switzerland suisse svizzera deutschland germany allemagne österreich austria autriche liechtenstein frankreich
  france italien italy italia spanien spain portugal belgien belgium niederlande netherlands luxemburg luxembourg
  grossbritannien united_kingdom uk great_britain england irland ireland eire dänemark denmark schweden sweden norwegen
  norway finnland finland island iceland polen poland tschechien czech_republic czechia slowakei slovakia ungarn hungary
  slowenien slovenia kroatien croatia serbien serbia rumänien romania bulgarien bulgaria griechenland greece türkei turkey
  zypern cyprus malta estland estonia lettland latvia litauen lithuania usa united_states united_states_of_america kanada
  canada mexiko mexico brasilien brazil argentinien argentina chile kolumbien colombia china japan korea south_korea indien
  india australien australia neuseeland new_zealand südafrika south_africa kenia kenya ägypten egypt marokko morocco israel
  jordanien jordan saudi-arabien saudi_arabia united_arab_emirates bahrain lebanon singapur singapore hongkong hong_kong
  taiwan thailand vietnam philippinen philippines philipines indonesien indonesia malaysia panama russland russia ukraine
  channel_islands european_community unspecified nigeria bermuda`
    .split(/\s+/)
    .map((name) => name.replaceAll("_", " ")),
);
