import type { DocumentSink } from "../market/sale-document.ts";
import type { ChunkWriter } from "../write/chunk-writer.ts";
import { BexioInvoices, writeBexioArticles, writeBexioContacts } from "./bexio.ts";
import { writeDynamicsContacts } from "./dynamics-contacts.ts";
import { MeridiaLines, writeMeridiaCustomers } from "./meridia.ts";
import { SapBilling } from "./sap-billing.ts";
import { writeSapCustomers } from "./sap-customers.ts";
import { writeSapMaterials } from "./sap-materials.ts";
import { accountNumber, shortAccountNumber, type World } from "./world.ts";

/** What a file holds; the codes are those of the import kinds. */
export type ExportKind = "customers" | "saleLines" | "products" | "contacts";

/** Sale lines go out while the history is played. */
export interface LineSink extends DocumentSink {
  readonly writer: ChunkWriter;
}

/** The files that one kind of system writes. */
export interface ExportFormat {
  readonly masterFiles: readonly {
    readonly name: string;
    readonly kind: ExportKind;
    /** Returns the rows written. */
    readonly write: (world: World, path: string) => Promise<number>;
  }[];
  readonly lineFile: string;
  readonly openLines: (world: World, path: string) => Promise<LineSink>;
  /** How accounts are numbered in these files, and so in the truth. */
  readonly numberOf: (account: number) => string;
}

export const exportFormats = {
  sap: {
    masterFiles: [
      { name: "KNA1_KNVV_Kunden.csv", kind: "customers", write: writeSapCustomers },
      { name: "MARA_Material.csv", kind: "products", write: writeSapMaterials },
      { name: "Dynamics_contacts.csv", kind: "contacts", write: writeDynamicsContacts },
    ],
    lineFile: "VBRP_Fakturapositionen.csv",
    openLines: SapBilling.open,
    numberOf: accountNumber,
  },
  bexio: {
    masterFiles: [
      { name: "bexio_kontakte.csv", kind: "customers", write: writeBexioContacts },
      { name: "bexio_artikel.csv", kind: "products", write: writeBexioArticles },
    ],
    lineFile: "bexio_rechnungen.csv",
    openLines: BexioInvoices.open,
    numberOf: shortAccountNumber,
  },
  meridia: {
    masterFiles: [{ name: "meridia_kunden.csv", kind: "customers", write: writeMeridiaCustomers }],
    lineFile: "meridia_rechnungspositionen.csv",
    openLines: MeridiaLines.open,
    numberOf: shortAccountNumber,
  },
} as const satisfies Record<string, ExportFormat>;
