import type { CatalogueReport } from "@kleinod/engine/programme/offers/catalogue-contract.ts";
import type { ElementRow } from "@kleinod/engine/programme/offers/element-contract.ts";
import type { Io } from "../output/io.ts";
import { formatCount, formatMoney, formatPercent } from "../output/language.ts";
import { tableText } from "../output/table.ts";

const proposals = {
  core: { de: "Kern", en: "core" },
  optIn: { de: "zur Wahl", en: "opt-in" },
  drop: { de: "weglassen", en: "drop" },
  keepAsReasonToStay: { de: "behalten (Grund zu bleiben)", en: "keep (reason to stay)" },
  unclear: { de: "unklar, zuerst fragen", en: "unclear, ask first" },
} as const;

/** The catalogue in words: the answer, the elements, offers with what stops them, and what moved. */
export function catalogueText({ elements, offers, transfers }: CatalogueReport, io: Io): string {
  const { language } = io;
  return [
    io.text(elements.sentence),
    ...(elements.elements.length === 0 ? [] : ["", elementTable(elements.elements, elements.currency, io)]),
    ...offers.flatMap(({ code, published, draft, check }) => {
      const shown = draft ?? published;
      if (shown === null) return [];
      const money = formatMoney(shown.centsPerCustomerYear, elements.currency, language);
      return [
        "",
        io.text({
          de: `Leistung ${code} «${shown.name}», ${shown.state === "published" ? "veröffentlicht" : "Entwurf"}: ${money} je Kunde und Jahr.`,
          en: `Offer ${code} "${shown.name}", ${shown.state}: ${money} per customer and year.`,
        }),
        ...(check === null
          ? []
          : [...check.missing, ...check.findings].map(({ sentence }) => `  ${io.text(sentence)}`)),
        ...(check?.cannibalisation == null ? [] : [`  ${io.text(check.cannibalisation.sentence)}`]),
      ];
    }),
    "",
    io.text(transfers.sentence),
    ...elements.unclear.map(({ text }) => `${io.text({ de: "Unklar", en: "Unclear" })}: ${io.text(text)}`),
  ].join("\n");
}

function elementTable(rows: readonly ElementRow[], currency: string | null, io: Io): string {
  const { language } = io;
  const percent = (ratio: number | null) => formatPercent(ratio, language);
  return tableText<ElementRow>(
    [
      { title: io.text({ de: "Leistung", en: "Element" }), value: ({ element }) => element },
      {
        title: io.text({ de: "Nutzer", en: "Users" }),
        value: ({ users }) => formatCount(users, language),
        align: "right",
      },
      { title: "%", value: ({ userRatio }) => percent(userRatio), align: "right" },
      {
        title: io.text({ de: "Kosten", en: "Cost" }),
        value: ({ costCents }) => formatMoney(costCents, currency, language),
        align: "right",
      },
      {
        title: io.text({ de: "der Kosten", en: "of cost" }),
        value: ({ costShareRatio }) => percent(costShareRatio),
        align: "right",
      },
      {
        title: io.text({ de: "Grund zu bleiben", en: "Reason to stay" }),
        value: ({ reasonToStayRatio }) => percent(reasonToStayRatio),
        align: "right",
      },
      {
        title: io.text({ de: "Vorschlag", en: "Proposal" }),
        value: ({ proposal }) => io.text(proposals[proposal]),
      },
    ],
    rows,
  );
}
