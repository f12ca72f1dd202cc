import { numberText } from "@kleinod/engine/figure-text.ts";
import type {
  DeviationKind,
  DeviationReport,
} from "@kleinod/engine/programme/deviations/deviation-contract.ts";
import type { Io } from "../output/io.ts";
import { formatCount, formatMoney } from "../output/language.ts";
import { tableText } from "../output/table.ts";

/** The ledger in words: what piles up with both ways out, then the kinds and the variant load. */
export function deviationsText(report: DeviationReport, io: Io): string {
  const { language } = io;
  const { variantLoad } = report;
  const count = (value: number) => formatCount(value, language);
  const drifting = report.kinds.filter(({ isDrift }) => isDrift);
  return [
    io.text(report.sentence),
    ...drifting.flatMap(({ sentence, standardise, close }) => [
      "",
      io.text(sentence),
      ...(standardise === null ? [] : [`  ${io.text(standardise.sentence)}`]),
      ...(close === null ? [] : [`  ${io.text(close.sentence)}`]),
    ]),
    ...(report.kinds.length === 0
      ? []
      : [
          "",
          tableText<DeviationKind>(
            [
              {
                title: io.text({ de: "Art", en: "Kind" }),
                value: ({ kind, origin }) => kindName(kind, origin, io),
              },
              {
                title: io.text({ de: `in ${report.driftDays} Tagen`, en: `in ${report.driftDays} days` }),
                value: ({ inWindow }) => count(inWindow),
                align: "right",
              },
              {
                title: io.text({ de: "in 12 Monaten", en: "in 12 months" }),
                value: ({ inYear }) => count(inYear),
                align: "right",
              },
              {
                title: io.text({ de: "Kunden", en: "Customers" }),
                value: ({ customers }) => count(customers),
                align: "right",
              },
            ],
            report.kinds,
          ),
        ]),
    "",
    io.text({
      de: `Variantenlast: ${variantLoad.liveVariants} × ${formatMoney(variantLoad.centsPerVariant, report.currency, language)} = ${formatMoney(variantLoad.cents, report.currency, language)} im Jahr; je 1000 Bestellungen ${rate(variantLoad.per1000Orders, io)} Abweichungen.`,
      en: `Variant load: ${variantLoad.liveVariants} × ${formatMoney(variantLoad.centsPerVariant, report.currency, language)} = ${formatMoney(variantLoad.cents, report.currency, language)} a year; deviations per 1,000 orders: ${rate(variantLoad.per1000Orders, io)}.`,
    }),
    ...report.unclear.map(({ text }) => `${io.text({ de: "Unklar", en: "Unclear" })}: ${io.text(text)}`),
  ].join("\n");
}

const kindName = (kind: string, origin: DeviationKind["origin"], io: Io) =>
  origin === "data"
    ? io.text({ de: "Eilbestellungen (aus den Daten)", en: "expedited orders (from the data)" })
    : kind;

const rate = (value: number | null, io: Io) =>
  value === null ? io.text({ de: "unklar", en: "unclear" }) : io.text(numberText(value, 1, 1));
