import { foldText } from "./fold-text.ts";

/** Joining words that one clerk writes and the next one leaves out. */
const connectors =
  "und and et e y & der die das des vom von zum zur im am in le la les du de di del della dei the of for für inh inhaber c/o co";

/**
 * Words that say what a firm does or where, not who it is. They are compared on their own, so that
 * `Restaurant Krone` and `Restaurant Sonne` share nothing, and `Meier Elektro` differs from `Meier Immobilien`.
 */
const trades = `
  restaurant hotel gasthof gasthaus gaststätte café cafe bar bistro pizzeria ristorante albergo auberge take away catering
  bäckerei konditorei confiserie metzgerei fleischerei boulangerie macelleria käserei molkerei weinbau kellerei getränke
  bau bauunternehmung baugeschäft hochbau tiefbau holzbau stahlbau metallbau innenausbau trockenbau gartenbau fensterbau
  schreinerei tischlerei zimmerei schlosserei spenglerei dachdeckerei malerei maler malergeschäft gipser gipserei plattenleger
  elektro elektrotechnik elektroinstallationen sanitär heizung heizungen lüftung klima haustechnik gebäudetechnik installationen
  garage auto autos automobile autohaus carrosserie karosserie pneu pneuhaus reifen fahrzeuge motos velo velos landmaschinen
  transport transporte logistik spedition reisen taxi umzüge handel handels vertrieb import export grosshandel shop markt
  treuhand steuerberatung immobilien verwaltung versicherungen finanz finanzen consulting beratung partner advisory
  architektur architekten architekturbüro ingenieure ingenieurbüro planung design studio atelier grafik druck druckerei verlag
  software informatik it edv computer systems systeme solutions lösungen technik technologie technologies technology engineering
  maschinen maschinenbau werkzeuge werkzeugbau mechanik metall kunststoff holz glas textil mode möbel küchen apparatebau
  service services dienstleistungen reinigung reinigungen hauswartung facility management unterhalt montage montagen
  praxis arztpraxis zahnarztpraxis apotheke drogerie optik physiotherapie coiffeur friseur salon kosmetik beauty fitness
  gruppe group groupe holding international europe schweiz suisse svizzera switzerland swiss deutschland germany österreich austria
  firma geschäft betrieb betriebe unternehmen unternehmung company compagnie gebrüder söhne sohn fils figli frères nachfolger
  landwirtschaft gärtnerei blumen floristik forst schule zentrum center verein gemeinde stadt werke werk fabrik industrie
`;

const connectorWords: ReadonlySet<string> = new Set(connectors.split(/\s+/).map(foldText).filter(Boolean));
const tradeWords: ReadonlySet<string> = new Set(trades.split(/\s+/).map(foldText).filter(Boolean));

/** Is this folded word a mere connector (und, et, the, Inh.)? */
export function isConnector(word: string): boolean {
  return connectorWords.has(word);
}

/** Is this folded word a trade, place or group word that many firms share? */
export function isTradeWord(word: string): boolean {
  return tradeWords.has(word);
}
