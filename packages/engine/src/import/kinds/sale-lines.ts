import { type ImportKind, words } from "./contract.ts";

/** Orders or invoices by line; with one row per document it works too (lines without products). */
export const saleLines: ImportKind = {
  code: "saleLines",
  label: { de: "Verkaufszeilen", en: "Sale lines" },
  description: {
    de: "Eine Zeile je Position einer Rechnung, einer Gutschrift oder eines Auftrags",
    en: "One row per line of an invoice, a credit note or an order",
  },
  keyFields: ["documentNumber"],
  nameAsKey: { key: "accountKey", name: "accountName", unique: false },
  oneOfGroups: [["amount"], ["quantity", "unitPrice"]],
  signatureFields: ["documentNumber", "documentDate", "quantity", "amount", "unitPrice", "productCode"],
  fileNameHints: words(
    "sales saleline invoice rechnung faktura umsatz verkauf order auftrag beleg retail vbrp vbap vbrk vbak",
  ),
  fields: [
    {
      code: "documentNumber",
      type: "id",
      required: true,
      label: { de: "Belegnummer", en: "Document number" },
      description: {
        de: "Nummer der Rechnung, Gutschrift oder des Auftrags; Zeilen mit derselben Nummer sind ein Beleg",
        en: "Number of the invoice, credit note or order; rows with the same number are one document",
      },
      synonyms:
        words(`documentnumber invoice invoiceno invoicenumber invoicenr invoiceid rechnungsnr rechnungsnummer
        rechnungnr rechnung renr reno fakturanr fakturanummer faktura belegnr belegnummer beleg vbeln vbelnvf vbelnva
        documentno documentnr documentid docnumber docno billingdocument billingdoc billingdocumentnumber salesdocument
        verkaufsbeleg salesordernumber salesorderno salesorderid ordernumber orderno orderid ordernr auftragsnr
        auftragsnummer auftragnr auftrag order dokumentnr dokumentnummer salesid numerofacture nofacture facture
        verkaufsbelegnr rechnungsnummernr invoicedocument numerofattura fattura`),
      example: "90001234",
    },
    {
      code: "lineNumber",
      type: "id",
      required: false,
      label: { de: "Positionsnummer", en: "Line number" },
      description: {
        de: "Nummer der Zeile im Beleg; erlaubt es, einen geänderten Beleg zeilenweise zu vergleichen",
        en: "Number of the line in the document; lets a changed document be compared by line",
      },
      synonyms:
        words(`posnr position pos positionsnr positionsnummer posno line lineno linenumber lineid linenr zeile
        zeilennr zeilennummer salesorderlinenumber itemline lineitem lineitemnumber item belegposition posten
        invoicelinenumber internalposition`),
      example: "10",
    },
    {
      code: "documentType",
      type: "enum",
      required: false,
      label: { de: "Belegart", en: "Document type" },
      description: {
        de: "Rechnung, Gutschrift, Storno, Auftrag oder Korrektur; ohne Spalte aus Nummer und Vorzeichen abgeleitet",
        en: "Invoice, credit note, cancellation, order or correction; derived from number and sign when absent",
      },
      synonyms:
        words(`documenttype fkart vbtyp auart belegart belegtyp dokumentart dokumenttyp doctype billingtype
        salesdocumenttype invoicetype ordertype transactiontype vorgangsart fakturaart auftragsart documentkind art typ
        type`),
      example: "Rechnung",
    },
    {
      code: "documentDate",
      type: "date",
      required: true,
      label: { de: "Belegdatum", en: "Document date" },
      description: {
        de: "Tag der Rechnung (oder des Auftrags, wenn die Datei Aufträge enthält)",
        en: "Day of the invoice (or of the order when the file holds orders)",
      },
      synonyms:
        words(`documentdate invoicedate rechnungsdatum fkdat fakturadatum belegdatum bldat billingdate orderdate
        auftragsdatum audat bestelldatum salesdate transactiondate buchungsdatum budat postingdate isvalidfrom erdat
        datum date datefacture datafattura dateordered rechnungstag createdon`),
      example: "31.01.2026",
    },
    {
      code: "accountKey",
      type: "id",
      required: true,
      blankAllowed: true,
      label: { de: "Kundennummer", en: "Customer number" },
      description: {
        de: "Nummer des Auftraggebers; Zeilen ohne Nummer bleiben im Total und werden niemandem zugerechnet",
        en: "Number of the sold-to account; lines without one stay in the totals and are attributed to nobody",
      },
      synonyms:
        words(`accountkey kunag kunnr kundennr kundennummer kundenr kdnr knr debitor debitornr debitorennr
        debitorennummer debitorenkonto customerid customerkey customerno customernumber customernr customercode custid
        custno custkey resellerkey resellerid soldto soldtoparty auftraggeber selltocustomerno accountnumber accountno
        accountid kundenid clientid clientno clientnumber numeroclient noclient codecliente contactid contactno kontaktnr
        kontaktnummer adressnr adressnummer partnerid bpnumber businesspartner geschaeftspartner parentcustomerid
        customer kunde account client konto kontonr billtocustomerno`),
      example: "0000104711",
    },
    {
      code: "accountName",
      type: "text",
      required: false,
      label: { de: "Kundenname", en: "Customer name" },
      description: {
        de: "Name des Kunden, wie er auf dem Beleg steht; gilt, solange keine Kundendatei ihn nennt",
        en: "Name of the customer as on the document; used until a customer file names it",
      },
      synonyms:
        words(`accountname kundenname customername resellername firma firmenname companyname company name1 name
        debitorname kundenbezeichnung selltocustomername auftraggebername soldtoname shipname clientname nomclient kunde
        customer client account`),
      example: "Muster Metallbau AG",
    },
    {
      code: "productCode",
      type: "id",
      required: false,
      label: { de: "Artikelnummer", en: "Product code" },
      description: {
        de: "Nummer des Artikels; Gebühren, Fracht und Korrekturen werden daran als Nicht-Produkte erkannt",
        en: "Code of the product; fees, freight and corrections are recognised by it as no products",
      },
      synonyms:
        words(`productcode matnr artikelnr artikelnummer artnr artikelcode stockcode sku productkey productid
        productno productnumber itemno itemnumber itemid itemcode articlenumber articleno articleid materialnummer
        materialnr materialnumber produktnr produktnummer produktid interncode artikelid partno partnumber teilenummer
        material artikel article produkt product codearticle`),
      example: "4711-20",
    },
    {
      code: "productName",
      type: "text",
      required: false,
      label: { de: "Artikelbezeichnung", en: "Product name" },
      description: {
        de: "Bezeichnung des Artikels auf dem Beleg",
        en: "Name of the product on the document",
      },
      synonyms:
        words(`productname arktx artikelbezeichnung artikeltext maktx bezeichnung artikelname description
        productdescription itemdescription itemname produktname produktbezeichnung materialkurztext materialbezeichnung
        kurztext warenbezeichnung positionstext text designation libelle produkt product artikel item`),
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
      synonyms:
        words(`productgroup matkl warengruppe artikelgruppe produktgruppe productcategory categoryname category
        kategorie productline sortiment prodh produkthierarchie englishproductcategoryname itemgroup itemcategory
        materialgroup warengruppennr`),
      example: "Befestigung",
    },
    {
      code: "quantity",
      type: "quantity",
      required: false,
      label: { de: "Menge", en: "Quantity" },
      description: {
        de: "Menge der Zeile; negativ bei Rücknahme",
        en: "Quantity of the line; negative for a return",
      },
      synonyms:
        words(`quantity fkimg kwmeng menge qty anzahl orderquantity fakturiertemenge fakturamenge auftragsmenge
        stueck stueckzahl stk units unitssold quantityinvoiced quantite quantita numberofcds mengeme`),
      example: "12",
    },
    {
      code: "unitPrice",
      type: "unitPrice",
      required: false,
      label: { de: "Einzelpreis", en: "Unit price" },
      description: {
        de: "Nettopreis je Mengeneinheit; nur nötig, wenn kein Zeilenbetrag vorhanden ist",
        en: "Net price per unit; only needed where there is no line amount",
      },
      synonyms:
        words(`unitprice einzelpreis stueckpreis netpr nettopreis preis price verkaufspreis vkpreis priceperunit
        unitnetprice preisproeinheit preisjeeinheit epreis prixunitaire`),
      example: "8.50",
    },
    {
      code: "amount",
      type: "money",
      required: false,
      label: { de: "Zeilenbetrag netto", en: "Net line amount" },
      description: {
        de: "Betrag der Zeile ohne Mehrwertsteuer; fehlt er, gilt Menge mal Einzelpreis",
        en: "Amount of the line without value-added tax; quantity times unit price where it is absent",
      },
      synonyms:
        words(`amount netwr nettowert nettobetrag betragnetto netto netamount netvalue netlineamount lineamount
        salesamount extendedamount extendedprice linetotal positiontotal linevalue totalnet nettoumsatz umsatznetto umsatz positionswert
        positionsbetrag zeilenbetrag betrag warenwert baseamount total totalamount summe wert value revenue sales turnover
        erloes montantht montant importo dollarvalue brutto bruttobetrag betragbrutto totalgross grossamount
        amountincludingvat bruttoumsatz betraginklmwst`),
      example: "102.00",
    },
    {
      code: "costAmount",
      type: "money",
      required: false,
      label: { de: "Wareneinsatz der Zeile", en: "Cost of the line" },
      description: {
        de: "Einstandskosten der ganzen Zeile (nicht je Stück)",
        en: "Cost of goods of the whole line (not per unit)",
      },
      synonyms:
        words(`costamount wavwr wareneinsatz totalproductcost totalcost linecost costofgoods costofgoodssold cogs
        einstandswert ekwert verrechnungswert wareneinstand kosten cost totalstandardcost selbstkostenwert
        einstandsbetrag`),
      example: "61.20",
    },
    {
      code: "unitCost",
      type: "unitPrice",
      required: false,
      label: { de: "Einstandspreis", en: "Unit cost" },
      description: {
        de: "Einstandskosten je Mengeneinheit",
        en: "Cost of goods per unit",
      },
      synonyms:
        words(`unitcost standardcost productstandardcost einstandspreis ekpreis einkaufspreis ek verpr stprs
        standardpreis unitcostlcy costprice purchaseprice buyingprice einstand selbstkosten`),
      example: "5.10",
    },
    {
      code: "currency",
      type: "currency",
      required: false,
      label: { de: "Währung", en: "Currency" },
      description: {
        de: "Währung der Beträge als ISO-Code",
        en: "Currency of the amounts as ISO code",
      },
      synonyms: words(`currency waerk waehrung waers currencycode currencyisocode isocode whg wkz currencyid
        transactioncurrencyid devise valuta belegwaehrung`),
      example: "CHF",
    },
    {
      code: "country",
      type: "country",
      required: false,
      label: { de: "Land", en: "Country" },
      description: {
        de: "Land des Kunden, wie es auf dem Beleg steht",
        en: "Country of the customer as on the document",
      },
      synonyms: words(
        "country land land1 landlx landname countrycode countryname countryregion shipcountry billingcountry pays",
      ),
      example: "CH",
    },
    {
      code: "entryChannel",
      type: "text",
      required: false,
      label: { de: "Bestellkanal", en: "Entry channel" },
      description: {
        de: "Weg, auf dem die Bestellung kam: Telefon, Shop, E-Mail, EDI",
        en: "How the order came in: telephone, shop, e-mail, EDI",
      },
      synonyms:
        words(`entrychannel bsark bestellart bestellkanal eingangskanal auftragskanal auftragsweg bestellweg
        ordersource orderchannel saleschannel kanal channel herkunft ordercategory`),
      example: "Telefon",
    },
    {
      code: "seller",
      type: "text",
      required: false,
      label: { de: "Verkäufer", en: "Seller" },
      description: {
        de: "Person oder Gruppe, die den Beleg erfasst oder verkauft hat",
        en: "Person or group that entered or sold the document",
      },
      synonyms: words(`seller verkaeufer salesperson salespersoncode salesagent salesrep salesrepid vertreter
        aussendienst sachbearbeiter verkaeufergruppe vkgrp ernam erfasser employeekey employeeid mitarbeiter ownerid
        userid vendeur`),
      example: "M. Keller",
    },
    {
      code: "originalDocumentNumber",
      type: "id",
      required: false,
      label: { de: "Bezugsbeleg", en: "Original document number" },
      description: {
        de: "Beleg, auf den sich Gutschrift oder Storno bezieht",
        en: "Document that the credit note or cancellation refers to",
      },
      synonyms:
        words(`originaldocumentnumber originaldocument vgbel sfakn bezugsbeleg referenzbeleg refbelegnr referenzbelegnr
        originalinvoice originalinvoicenumber originalrechnung appliestodocno stornozu gutschriftzu referencedocument
        ursprungsbeleg`),
      example: "90001187",
    },
  ],
};
