import type { DocumentSink } from "../market/sale-document.ts";
import type { ChunkWriter } from "../write/chunk-writer.ts";
import { BexioInvoices, writeBexioArticles, writeBexioContacts } from "./bexio.ts";
import { openBexioOrders, openBexioTimes } from "./bexio-service.ts";
import { writeContracts } from "./contract-file.ts";
import { costPoolFile } from "./cost-pool-file.ts";
import { openDynamicsActivities } from "./dynamics-activities.ts";
import { openDynamicsCases } from "./dynamics-cases.ts";
import { writeDynamicsContacts } from "./dynamics-contacts.ts";
import { writeInsights } from "./insight-file.ts";
import { MeridiaLines, writeMeridiaCustomers } from "./meridia.ts";
import { openMeridiaCases, openMeridiaOrders, openMeridiaTalks } from "./meridia-service.ts";
import { writePartnerCustomers, writePartners } from "./partner-files.ts";
import { SapBilling } from "./sap-billing.ts";
import { writeSapCustomers } from "./sap-customers.ts";
import { openSapDeliveries } from "./sap-deliveries.ts";
import { openSapDunning } from "./sap-dunning.ts";
import { writeSapMaterials } from "./sap-materials.ts";
import { openSapOrders } from "./sap-orders.ts";
import { openSapReturns } from "./sap-returns.ts";
import { writeServiceElements } from "./service-element-file.ts";
import type { OpenServiceFile, WriteAfterHistory } from "./service-file.ts";
import { writeSurvey } from "./survey-file.ts";
import { accountNumber, shortAccountNumber, type World } from "./world.ts";

/** What a file holds; the codes are those of the import kinds. */
export type ExportKind =
  | "customers"
  | "saleLines"
  | "products"
  | "contacts"
  | "orderHeaders"
  | "deliveries"
  | "returns"
  | "activities"
  | "serviceCases"
  | "dunning"
  | "costPools"
  | "serviceElements"
  | "contracts"
  | "partners"
  | "partnerCustomers"
  | "surveys"
  | "insights";

/** Sale lines go out while the history is played. */
export interface LineSink extends DocumentSink {
  readonly writer: ChunkWriter;
}

interface NamedFile {
  readonly name: string;
  readonly kind: ExportKind;
}

/** The files that one kind of system writes. */
export interface ExportFormat {
  /** Written before the history. Each returns its rows. */
  readonly masterFiles: readonly (NamedFile & {
    readonly write: (world: World, path: string) => Promise<number>;
  })[];
  readonly lineFile: string;
  readonly openLines: (world: World, path: string) => Promise<LineSink>;
  /** Written while it is played. */
  readonly serviceFiles: readonly (NamedFile & { readonly open: OpenServiceFile })[];
  /** Written when it is over. */
  readonly lateFiles: readonly (NamedFile & { readonly write: WriteAfterHistory })[];
  /** How accounts and cases are numbered in these files, and so in the truth. */
  readonly numberOf: (account: number) => string;
}

export const exportFormats = {
  sap: {
    masterFiles: [
      { name: "KNA1_KNVV_Kunden.csv", kind: "customers", write: writeSapCustomers },
      { name: "MARA_Material.csv", kind: "products", write: writeSapMaterials },
      { name: "Dynamics_contacts.csv", kind: "contacts", write: writeDynamicsContacts },
      { name: "Haendler.csv", kind: "partners", write: writePartners },
      { name: "Workshop_Erkenntnisse.csv", kind: "insights", write: writeInsights },
    ],
    lineFile: "VBRP_Fakturapositionen.csv",
    openLines: SapBilling.open,
    serviceFiles: [
      { name: "VBAK_Auftragskoepfe.csv", kind: "orderHeaders", open: openSapOrders },
      { name: "LIKP_Lieferungen.csv", kind: "deliveries", open: openSapDeliveries },
      { name: "Retouren.csv", kind: "returns", open: openSapReturns },
      { name: "MHNK_Mahnungen.csv", kind: "dunning", open: openSapDunning },
      { name: "Dynamics_activities.csv", kind: "activities", open: openDynamicsActivities },
      { name: "Dynamics_cases.csv", kind: "serviceCases", open: openDynamicsCases },
    ],
    lateFiles: [
      { name: "Kostenstellen_Kapazitaet.csv", kind: "costPools", write: costPoolFile("windows-1252") },
      { name: "Leistungselemente.csv", kind: "serviceElements", write: writeServiceElements },
      { name: "Vertraege.csv", kind: "contracts", write: writeContracts },
      { name: "Haendler_Endkunden.csv", kind: "partnerCustomers", write: writePartnerCustomers },
      { name: "Kundenumfrage.csv", kind: "surveys", write: writeSurvey },
    ],
    numberOf: accountNumber,
  },
  bexio: {
    masterFiles: [
      { name: "bexio_kontakte.csv", kind: "customers", write: writeBexioContacts },
      { name: "bexio_artikel.csv", kind: "products", write: writeBexioArticles },
    ],
    lineFile: "bexio_rechnungen.csv",
    openLines: BexioInvoices.open,
    serviceFiles: [
      { name: "bexio_auftraege.csv", kind: "orderHeaders", open: openBexioOrders },
      { name: "bexio_zeiterfassung.csv", kind: "activities", open: openBexioTimes },
    ],
    lateFiles: [{ name: "Kapazitaeten.csv", kind: "costPools", write: costPoolFile("utf8") }],
    numberOf: shortAccountNumber,
  },
  meridia: {
    masterFiles: [{ name: "meridia_kunden.csv", kind: "customers", write: writeMeridiaCustomers }],
    lineFile: "meridia_rechnungspositionen.csv",
    openLines: MeridiaLines.open,
    serviceFiles: [
      { name: "meridia_auftraege.csv", kind: "orderHeaders", open: openMeridiaOrders },
      { name: "meridia_aktivitaeten.csv", kind: "activities", open: openMeridiaTalks },
      { name: "meridia_faelle.csv", kind: "serviceCases", open: openMeridiaCases },
    ],
    lateFiles: [{ name: "meridia_kapazitaeten.csv", kind: "costPools", write: costPoolFile("utf8") }],
    numberOf: shortAccountNumber,
  },
} as const satisfies Record<string, ExportFormat>;
