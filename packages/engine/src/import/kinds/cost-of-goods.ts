import { type ImportKind, words } from "./contract.ts";

export const costOfGoods: ImportKind = {
  code: "costOfGoods",
  label: { de: "Einstandspreise", en: "Cost of goods" },
  description: {
    de: "Eine Zeile je Artikel und Gültigkeitsbeginn",
    en: "One row per product and start of validity",
  },
  keyFields: ["productCode", "validFrom"],
  oneOfGroups: [],
  signatureFields: ["validFrom", "unitCost"],
  fileNameHints: words("cost kosten einstand einkauf standardcost mbew ekpreis cogs"),
  fields: [
    {
      code: "productCode",
      type: "id",
      required: true,
      label: { de: "Artikelnummer", en: "Product code" },
      description: {
        de: "Nummer, unter der die Belege den Artikel nennen",
        en: "Code by which the documents name the product",
      },
      synonyms:
        words(`productcode matnr artikelnr artikelnummer artnr artikelcode sku stockcode productkey productid
        productno productnumber itemno itemnumber itemid itemcode articlenumber articleno articleid materialnummer
        materialnr materialnumber produktnr produktnummer produktid interncode partno partnumber teilenummer material
        artikel article produkt product item`),
      example: "4711-20",
    },
    {
      code: "validFrom",
      type: "date",
      required: false,
      label: { de: "Gültig ab", en: "Valid from" },
      description: {
        de: "Erster Tag, an dem der Preis gilt; ohne Datum gilt er immer",
        en: "First day on which the cost holds; without a date it always holds",
      },
      synonyms: words(
        "validfrom gueltigab gueltigvon datab ab startdate startingdate effectivedate datum date",
      ),
      example: "01.01.2026",
    },
    {
      code: "unitCost",
      type: "unitPrice",
      required: true,
      label: { de: "Einstandspreis", en: "Unit cost" },
      description: { de: "Einstandskosten je Einheit", en: "Cost of goods per unit" },
      synonyms:
        words(`unitcost standardcost einstandspreis ekpreis einkaufspreis purchaseprice costprice cost ek verpr
        stprs standardpreis selbstkosten herstellkosten productstandardcost buyingprice einstand kosten`),
      example: "5.10",
    },
    {
      code: "currency",
      type: "currency",
      required: false,
      label: { de: "Währung", en: "Currency" },
      description: { de: "Währung der Preise als ISO-Code", en: "Currency of the costs as ISO code" },
      synonyms: words("currency waers waehrung currencycode currencyisocode currencyid devise"),
      example: "CHF",
    },
  ],
};
