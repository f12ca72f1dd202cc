import { type ImportKind, words } from "./contract.ts";

export const products: ImportKind = {
  code: "products",
  label: { de: "Artikel", en: "Products" },
  description: { de: "Eine Zeile je Artikel", en: "One row per product" },
  keyFields: ["productCode"],
  nameAsKey: { key: "productCode", name: "productName", unique: true },
  oneOfGroups: [],
  signatureFields: ["productName", "productGroup", "productSubgroup", "listPrice", "unit"],
  fileNameHints: words("product artikel material item mara katalog catalog sortiment"),
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
        artikel article nr no number nummer id produkt product item`),
      example: "4711-20",
    },
    {
      code: "productName",
      type: "text",
      required: false,
      label: { de: "Artikelbezeichnung", en: "Product name" },
      description: { de: "Bezeichnung des Artikels", en: "Name of the product" },
      synonyms:
        words(`productname maktx artikelbezeichnung bezeichnung artikeltext artikelname name internname
        description productdescription itemdescription itemname produktname produktbezeichnung materialkurztext kurztext
        materialbezeichnung text designation produkt product artikel item title`),
      example: "Dübel 8 x 50, 100 Stück",
    },
    {
      code: "productGroup",
      type: "text",
      required: false,
      label: { de: "Warengruppe", en: "Product group" },
      description: {
        de: "Gruppe des Artikels, für Sortimentsbreite und Margen je Gruppe",
        en: "Group of the product, for product breadth and margins by group",
      },
      synonyms: words(`productgroup matkl warengruppe artikelgruppe produktgruppe englishproductcategoryname
        productcategory categoryname category categoryid kategorie productline series sortiment prodh produkthierarchie
        itemgroup itemcategory materialgroup hauptgruppe gruppe group`),
      example: "Befestigung",
    },
    {
      code: "productGroupName",
      type: "text",
      required: false,
      label: { de: "Bezeichnung der Warengruppe", en: "Name of the product group" },
      description: {
        de: "Wie die Gruppe heisst; steht dann statt ihrer Nummer auf Bildern und Listen",
        en: "What the group is called; stands instead of its code on pictures and lists",
      },
      synonyms: words(`productgroupname wgbez warengruppenbezeichnung warengruppentext bezeichnungwarengruppe
        bezeichnungderwarengruppe artikelgruppenbezeichnung groupname itemgroupname materialgroupdescription
        productcategorydescription`),
      example: "Dübel und Schrauben",
    },
    {
      code: "productSubgroup",
      type: "text",
      required: false,
      label: { de: "Untergruppe", en: "Product subgroup" },
      description: { de: "Feinere Gruppe des Artikels", en: "Finer group of the product" },
      synonyms: words(
        "productsubgroup subcategory productsubcategory untergruppe unterkategorie subgroup unterwarengruppe",
      ),
      example: "Dübel",
    },
    {
      code: "unit",
      type: "text",
      required: false,
      label: { de: "Mengeneinheit", en: "Unit" },
      description: { de: "Einheit der Menge", en: "Unit of the quantity" },
      synonyms: words(
        "unit meins vrkme einheit mengeneinheit me uom unitofmeasure baseunit basismengeneinheit quantityperunit unite",
      ),
      example: "Stk",
    },
    {
      code: "listPrice",
      type: "unitPrice",
      required: false,
      label: { de: "Listenpreis", en: "List price" },
      description: { de: "Verkaufspreis laut Liste je Einheit", en: "Selling price by list per unit" },
      synonyms: words(
        "listprice listenpreis bruttopreis verkaufspreis vkpreis salesprice saleprice unitprice price preis katalogpreis",
      ),
      example: "9.80",
    },
    {
      code: "unitCost",
      type: "unitPrice",
      required: false,
      label: { de: "Einstandspreis", en: "Unit cost" },
      description: { de: "Einstandskosten je Einheit", en: "Cost of goods per unit" },
      synonyms:
        words(`unitcost standardcost einstandspreis ekpreis einkaufspreis purchaseprice costprice cost ek verpr
        stprs standardpreis selbstkosten herstellkosten productstandardcost buyingprice`),
      example: "5.10",
    },
    {
      code: "currency",
      type: "currency",
      required: false,
      label: { de: "Währung", en: "Currency" },
      description: { de: "Währung der Preise als ISO-Code", en: "Currency of the prices as ISO code" },
      synonyms: words("currency waers waerk waehrung currencycode currencyisocode currencyid devise"),
      example: "CHF",
    },
    {
      code: "isProduct",
      type: "boolean",
      required: false,
      label: { de: "Ist Produkt", en: "Is a product" },
      description: {
        de: "Nein bei Fracht, Gebühren und Korrekturen, die als Artikel geführt werden",
        en: "No for freight, fees and corrections that are kept as articles",
      },
      synonyms: words("isproduct istprodukt lagerartikel isstockitem produktartikel"),
      example: "ja",
    },
  ],
};
