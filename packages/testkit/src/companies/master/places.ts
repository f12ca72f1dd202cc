export type Language = "de" | "fr" | "it";

/** A town with its real postcode; the streets and firms that we put there are invented. */
export interface Place {
  readonly postcode: string;
  readonly city: string;
  readonly land: "CH" | "LI";
  readonly language: Language;
  /** Dialling code of the region, with the leading zero. */
  readonly areaCode: string;
  /** Relative number of customers. */
  readonly weight: number;
}

// postcode city areaCode weight; the supplier sits in Winterthur, so the east of Switzerland weighs more.
const german = `
8400 Winterthur 052 9|8404 Winterthur 052 5|8408 Winterthur 052 4|8352 Elsau 052 1|8353 Elgg 052 1|8307 Effretikon 052 2
8500 Frauenfeld 052 4|8200 Schaffhausen 052 4|8212 Neuhausen am Rheinfall 052 1|8260 Stein am Rhein 052 1|8280 Kreuzlingen 071 2
8570 Weinfelden 071 2|8590 Romanshorn 071 1|9000 St. Gallen 071 5|9200 Gossau 071 2|9500 Wil 071 3|9400 Rorschach 071 1
9050 Appenzell 071 1|9100 Herisau 071 1|9450 Altstätten 071 1|9470 Buchs 081 1|7000 Chur 081 3|7270 Davos Platz 081 1|7500 St. Moritz 081 1
8001 Zürich 044 4|8005 Zürich 044 3|8048 Zürich 044 4|8050 Zürich 044 4|8600 Dübendorf 044 2|8610 Uster 044 3|8620 Wetzikon 044 2
8302 Kloten 044 2|8180 Bülach 044 2|8157 Dielsdorf 044 1|8953 Dietikon 044 2|8952 Schlieren 044 2|8800 Thalwil 044 1|8810 Horgen 044 1
8640 Rapperswil 055 2|8750 Glarus 055 1|8853 Lachen 055 1|6300 Zug 041 2|6430 Schwyz 041 1|6460 Altdorf 041 1|6003 Luzern 041 3
6010 Kriens 041 1|6210 Sursee 041 1|6370 Stans 041 1|6060 Sarnen 041 1|5000 Aarau 062 3|5200 Brugg 056 1|5400 Baden 056 2
5600 Lenzburg 062 1|4800 Zofingen 062 1|4600 Olten 062 2|4500 Solothurn 032 2|2540 Grenchen 032 1|2502 Biel/Bienne 032 2|4051 Basel 061 3
4410 Liestal 061 1|4132 Muttenz 061 1|4310 Rheinfelden 061 1|3007 Bern 031 3|3098 Köniz 031 1|3400 Burgdorf 034 1|3550 Langnau im Emmental 034 1
3600 Thun 033 2|3800 Interlaken 033 1|4900 Langenthal 062 1|3900 Brig 027 1|3930 Visp 027 1`;
const french = `
1003 Lausanne 021 3|1020 Renens 021 1|1110 Morges 021 1|1260 Nyon 022 1|1201 Genève 022 2|1227 Carouge 022 1|1400 Yverdon-les-Bains 024 1
1630 Bulle 026 1|1700 Fribourg 026 2|1800 Vevey 021 1|1870 Monthey 024 1|1920 Martigny 027 1|1950 Sion 027 1|2000 Neuchâtel 032 1
2300 La Chaux-de-Fonds 032 1|2800 Delémont 032 1`;
const italian = `6500 Bellinzona 091 1|6600 Locarno 091 1|6900 Lugano 091 1|6850 Mendrisio 091 1`;

/** About ninety towns: most of them German-speaking, as the customers of a supplier in Winterthur are. */
export const places: readonly Place[] = [
  ...read(german, "de"),
  ...read(french, "fr"),
  ...read(italian, "it"),
  { postcode: "9490", city: "Vaduz", land: "LI", language: "de", areaCode: "+423", weight: 1 },
];

const streetNames: Record<Language, readonly string[]> = {
  de: "Bahnhofstrasse Dorfstrasse Hauptstrasse Industriestrasse Gewerbestrasse Zürcherstrasse Schulstrasse Kirchgasse Wiesenweg Feldstrasse Bergstrasse Seestrasse Landstrasse Poststrasse Mühlestrasse Birkenweg Lindenstrasse Rosenweg Gartenstrasse Werkstrasse Fabrikstrasse Steinackerstrasse Rütistrasse Oberdorfstrasse Unterdorfstrasse Haldenstrasse Neuwiesenstrasse Tösstalstrasse Frauenfelderstrasse Schaffhauserstrasse Sägestrasse Bachstrasse Brühlstrasse Eichenweg Ahornstrasse Ringstrasse Talstrasse Sonnenbergstrasse Weststrasse Grabenstrasse".split(
    " ",
  ),
  fr: "Rue de la Gare|Rue du Lac|Route de Berne|Avenue de la Poste|Chemin des Vignes|Rue Centrale|Route Cantonale|Chemin du Moulin|Rue de l'Industrie|Avenue du Léman|Rue des Artisans|Route de la Plaine|Rue du Château|Chemin de la Forêt".split(
    "|",
  ),
  it: "Via Cantonale|Via Stazione|Via Industria|Via San Gottardo|Viale Franscini|Via alla Chiesa|Via Lugano|Via dei Pini|Via Ressiga|Via Motta".split(
    "|",
  ),
};

/** Street names of a language, without number. */
export function streetsOf(language: Language): readonly string[] {
  return streetNames[language];
}

function read(list: string, language: Language): Place[] {
  return list
    .trim()
    .split(/[|\n]/)
    .map((entry) => {
      const match = /^(\d{4}) (.+) (\d{3}) (\d+)$/.exec(entry.trim());
      if (!match)
        throw new Error(`place list (${language}): "${entry}" is not "postcode city areaCode weight"`);
      const [, postcode = "", city = "", areaCode = "", weight = ""] = match;
      return { postcode, city, land: "CH", language, areaCode, weight: Number(weight) };
    });
}
