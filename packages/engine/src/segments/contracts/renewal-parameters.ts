import { z } from "zod";
import type { ParameterSpec } from "./parameter-spec.ts";

/** How contracts and sale lines go together. */
export const renewalParameters: readonly ParameterSpec[] = [
  {
    code: "contracts.areInvoiced",
    schema: z.boolean(),
    default: true,
    isAssumption: true,
    unit: "yes or no",
    label: { de: "Verträge stehen in den Rechnungen", en: "Contracts stand in the invoices" },
    description: {
      de: "Ja: was Verträge bringen, steht auch in den Rechnungszeilen und wird nicht doppelt gezählt. Nein: es kommt dazu",
      en: "Yes: what contracts bring also stands in the sale lines and is not counted twice. No: it comes on top",
    },
    affects: ["lifetime"],
  },
];
