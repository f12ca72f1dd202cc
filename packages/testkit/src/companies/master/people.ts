import type { Random } from "../../random.ts";
import type { Language } from "./places.ts";

/** Somebody who does not exist: given name and surname are drawn independently from lists of common ones. */
export interface Person {
  readonly isWoman: boolean;
  readonly givenName: string;
  readonly surname: string;
}

interface NameLists {
  readonly women: readonly string[];
  readonly men: readonly string[];
  readonly surnames: readonly string[];
}

const lists: Record<Language, NameLists> = {
  de: {
    women: words(
      "Anna Barbara Beatrice Brigitte Claudia Corinne Daniela Doris Elisabeth Eveline Franziska Gabriela Heidi Irene Jasmin Karin Lea Manuela Monika Nadja Nicole Petra Regula Sandra Silvia Susanne Ursula Verena",
    ),
    men: words(
      "Adrian Andreas Beat Bruno Christian Daniel Erich Fabian Felix Fritz Hans Heinz Jürg Kurt Lukas Marcel Marco Markus Martin Matthias Michael Patrick Peter Reto Roland Roman Stefan Thomas Ueli Urs Walter Werner",
    ),
    surnames: words(
      "Aebi Aeschbacher Ammann Amstutz Arnold Bachmann Baumann Baumgartner Berger Bieri Bischof Bosshard Brunner Bucher Bühler Bühlmann Bürgi Burkhalter Christen Eberle Egli Eichenberger Erni Fässler Fischer Flückiger Frei Frey Friedli Fuchs Furrer Gasser Gerber Giger Gisler Gloor Graf Grob Gubler Gut Häfliger Haller Hartmann Hasler Hauser Herzog Hess Hofer Hofmann Huber Hug Hunziker Hürlimann Imhof Iten Jäggi Jenni Jost Kägi Kaiser Käser Kaufmann Keller Kessler Koch Kohler Koller Kunz Küng Kuster Landolt Lang Lehmann Leu Leuenberger Liechti Locher Lüscher Lustenberger Lüthi Lutz Marti Mathys Maurer Meier Meister Meyer Michel Moser Mosimann Mühlemann Müller Näf Niederberger Nussbaumer Oberholzer Odermatt Ott Peter Pfister Portmann Ramseier Rohner Roth Rüegg Rüegger Ruf Rutz Schaffner Schär Schärer Schaub Scheidegger Schenk Schläpfer Schmid Schneider Schnyder Schoch Schuler Schumacher Schürch Schwab Schwarz Seiler Senn Siegenthaler Sieber Sigrist Spörri Stadelmann Stalder Staub Steffen Steiner Stettler Stocker Strebel Studer Stutz Suter Sutter Tanner Thommen Tobler Trachsel Troxler Ulrich Vogel Vogt Wäfler Wagner Walder Walser Weber Wehrli Weiss Wenger Widmer Wirth Wirz Wittwer Wolf Wüthrich Wyss Zbinden Zehnder Ziegler Zimmermann Zollinger Zuber Zürcher Zumstein Zwahlen",
    ),
  },
  fr: {
    women: words(
      "Anne Aline Catherine Céline Chantal Christine Florence Françoise Isabelle Laurence Nathalie Sophie Valérie Véronique",
    ),
    men: words(
      "Alain Antoine Bernard Christophe Claude Didier Eric François Frédéric Gilles Jérôme Laurent Olivier Pascal Philippe Yves",
    ),
    surnames: words(
      "Aubert Badoux Berset Bonvin Bovet Chappuis Cornu Crettenand Cuche Delaloye Descloux Dubois Ducret Dumont Dupraz Emery Fasel Favre Gaillard Genoud Girard Golay Grandjean Jaccard Jacot Jaquier Jeanneret Magnin Maillard Martin Mayor Mercier Monnet Monnier Morel Overney Pasche Perrin Perroud Piguet Pittet Python Rey Rochat Rossier Roulin Savoy Thévenaz Vuilleumier",
    ),
  },
  it: {
    women: words("Alessandra Barbara Carla Chiara Elena Francesca Giulia Laura Lucia Paola Sara Silvia"),
    men: words(
      "Alessandro Andrea Claudio Davide Enrico Fabio Giorgio Luca Marco Matteo Paolo Roberto Stefano",
    ),
    surnames: words(
      "Bernasconi Bianchi Bordoli Bossi Cattaneo Cavalli Crivelli Ferrari Fontana Galli Ghirlanda Lepori Maggi Molteni Pedrini Pellegrini Poretti Quadri Rezzonico Riva Robbiani Rossi Sala Solari Soldini Valsangiacomo",
    ),
  },
};

/** A given name and a surname of the language region. */
export function drawPerson(language: Language, random: Random): Person {
  const isWoman = random.chance(0.28);
  const { women, men, surnames } = lists[language];
  return { isWoman, givenName: random.pick(isWoman ? women : men), surname: random.pick(surnames) };
}

/** Another surname of the region, e.g. of a partner in the firm. */
export function drawSurname(language: Language, random: Random): string {
  return random.pick(lists[language].surnames);
}

function words(list: string): readonly string[] {
  return list.split(" ");
}
