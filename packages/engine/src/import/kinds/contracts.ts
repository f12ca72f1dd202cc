import { type ImportKind, words } from "./contract.ts";
import { accountField, currencyField, field, statedAtField } from "./event-fields.ts";

/** What customers have agreed to for a time: maintenance, rent, subscription, policy. One row per contract. */
export const contracts: ImportKind = {
  code: "contracts",
  label: { de: "Verträge", en: "Contracts" },
  description: {
    de: "Eine Zeile je Vertrag: Wartung, Miete, Abo, Police",
    en: "One row per contract: maintenance, rent, subscription, policy",
  },
  keyFields: ["contractNumber"],
  oneOfGroups: [],
  signatureFields: [
    "contractNumber",
    "startedOn",
    "endsOn",
    "termMonths",
    "noticeMonths",
    "cancelledOn",
    "periodMonths",
  ],
  fileNameHints: words(
    "contract vertrag vertraege abo abonnement subscription police policen policy policies lizenz licence license mietvertrag",
  ),
  tellingFields: ["contractNumber", "termMonths", "noticeMonths", "cancelledOn"],
  foreignHeaders:
    words(`rechnungsnr rechnungsnummer invoice invoiceno invoicenumber fkdat fkart fakturadatum rechnungsdatum invoicedate
    posnr position lineno linenumber positionsnummer positionsnr quantity qty menge fkimg kwmeng unitprice einzelpreis
    ticketnr ticketnumber caseno casenumber fallnr priority prioritaet severity caseorigin`),
  precedes: [
    "saleLines",
    "orderHeaders",
    "products",
    "costOfGoods",
    "partnerCustomers",
    "activities",
    "serviceCases",
  ],
  fields: [
    field(
      "contractNumber",
      "id",
      ["Vertragsnummer", "Contract number"],
      ["Nummer des Vertrags; eine Verlängerung behält sie", "Number of the contract; a renewal keeps it"],
      `vertragsnr vertragnr vertragsid vertragid vertrag contractno contractnr contractid contract agreementno agreementid
      agreement wartungsvertragsnr wartungsvertrag servicevertragsnr servicevertrag mietvertragsnr mietvertrag
      rahmenvertrag leasingvertrag abonr abonummer aboid abo abonnementnr abonnement subscriptionid subscriptionno
      subscriptionnumber subscription policennr policennummer policenr police policyno policynumber policyid policy
      lizenznr lizenznummer lizenz licenceno licenceid licence licenseno licenseid license vbeln`,
      "V-20417",
      { required: true },
    ),
    accountField,
    field(
      "product",
      "text",
      ["Vertragsgegenstand", "Product or service"],
      [
        "Was vereinbart ist: Wartung, Miete, Abo, Deckung",
        "What was agreed: maintenance, rent, subscription, cover",
      ],
      `gegenstand vertragsart vertragstyp contracttype contractname produkt produktname leistung leistungsart product
      productname service servicename plan planname tarif tariff paket package sparte cover deckung bezeichnung
      beschreibung description ktext title titel name`,
      "Wartung Kompressor",
      { exampleEn: "compressor maintenance" },
    ),
    field(
      "productCode",
      "id",
      ["Artikelnummer", "Product number"],
      ["Artikel, unter dem der Vertrag verrechnet wird", "Product under which the contract is billed"],
      "artikelnr artikel matnr produktnr produktnummer productcode productid productno sku itemno planid priceid",
      "WV-100",
    ),
    field(
      "startedOn",
      "date",
      ["Vertragsbeginn", "Contract start"],
      ["Erster Tag des Vertrags", "First day of the contract"],
      `vbegdat beginn beginnam vertragsstart start startdatum startdate contractstartdate contractstart startedon starts
      startson activeon activatedon effectivefrom effectivedate inceptiondate inception laufzeitvon vertragvon gueltigab
      gueltigvon validfrom von ab from begindatum abschlussdatum`,
      "01.04.2023",
      { required: true },
    ),
    field(
      "endsOn",
      "date",
      ["Vertragsende", "Contract end"],
      [
        "Letzter Tag: des beendeten Vertrags oder der vereinbarten Laufzeit; leer, solange er läuft",
        "Last day: of an ended contract or of the agreed term; empty while it runs",
      ],
      `venddat ende endetam enddatum vertragsablauf ablauf ablaufdatum laeuftab end enddate contractenddate contractend
      endson endedat expireson expirydate expirationdate expires expiry termend currentperiodend laufzeitbis vertragbis
      gueltigbis validto validuntil bis to until`,
      "31.03.2027",
    ),
    field(
      "termMonths",
      "months",
      ["Laufzeit", "Term"],
      [
        "Vereinbarte Laufzeit, um die er sich verlängert, in Monaten; auch «2 Jahre»",
        "Agreed term by which it renews, in months; also “2 years”",
      ],
      `laufzeitmonate laufzeitinmonaten laufzeitmon laufzeitjahre laufzeitinjahren vertragslaufzeit vertragsdauer vlaufz
      mindestlaufzeit term termmonths terminmonths contractterm contracttermmonths renewalterm duration dauer commitment`,
      "12",
    ),
    field(
      "noticeMonths",
      "months",
      ["Kündigungsfrist", "Notice"],
      [
        "Wie lange vor dem Ende gekündigt werden muss, in Monaten; auch «30 Tage»",
        "How long before the end notice must be given, in months; also “30 days”",
      ],
      `kuendigungsfristmonate kuendigungsfristinmonaten frist vkuefrist noticeperiod noticemonths noticeperiodmonths
      ownerexpirationnotice cancellationperiod`,
      "3",
    ),
    field(
      "value",
      "money",
      ["Betrag je Zahlung", "Amount per period"],
      [
        "Was je Zahlungsperiode verrechnet wird, ohne Mehrwertsteuer; braucht die Zahlungsperiode",
        "What is billed per billing period, without value-added tax; needs the billing period",
      ],
      `betragjeperiode periodenbetrag rate praemie premium gebuehr grundgebuehr pauschale mietzins miete preis price fee
      recurringamount recurringfee planamount unitamount netprice betrag amount wert value netwr`,
      "95.00",
    ),
    field(
      "periodMonths",
      "months",
      ["Zahlungsperiode", "Billing period"],
      [
        "Zeit, für die der Betrag gilt: monatlich, vierteljährlich, jährlich oder Monate",
        "Time that the amount is for: monthly, quarterly, yearly, or months",
      ],
      `periode abrechnungsperiode verrechnungsperiode fakturaperiode zahlweise zahlungsweise zahlungsrhythmus
      abrechnungsrhythmus rhythmus turnus intervall billingfrequency billingfrequencycode billinginterval billingcycle
      paymentfrequency frequency interval planinterval period`,
      "vierteljährlich",
      { exampleEn: "quarterly" },
    ),
    field(
      "valuePerMonth",
      "money",
      ["Betrag pro Monat", "Amount per month"],
      ["Was ein Monat bringt, ohne Mehrwertsteuer", "What a month brings, without value-added tax"],
      "monatsbetrag monatsgebuehr monatsrate monatsmiete monatspreis monatlich mrr monthlyamount monthlyfee monthlyprice",
      "31.65",
    ),
    field(
      "valuePerYear",
      "money",
      ["Betrag pro Jahr", "Amount per year"],
      [
        "Was ein Jahr bringt, ohne Mehrwertsteuer; gilt vor den anderen Beträgen",
        "What a year brings, without value-added tax; holds before the other amounts",
      ],
      `jahresbetrag jahreswert jahresgebuehr jahrespraemie jahresmiete jahrespreis jahresvolumen jaehrlich arr acv
      annualvalue annualamount annualfee annualpremium annualcontractvalue yearlyamount yearlyvalue yearlyfee`,
      "380.00",
    ),
    currencyField,
    field(
      "cancelledOn",
      "date",
      ["Gekündigt am", "Cancelled on"],
      ["Tag, an dem die Kündigung kam", "Day on which notice was given"],
      `gekuendigt kuendigungsdatum kuendigung kuendigungam vkuedat vwundat storniertam cancelled canceled cancelledat
      canceledat canceledon cancelon cancellationdate canceldate noticegiven noticedate terminatedon terminationdate`,
      "15.12.2026",
    ),
    field(
      "reason",
      "text",
      ["Kündigungsgrund", "Reason for leaving"],
      ["Weshalb er beendet wurde", "Why it was ended"],
      "grund vkuegru cancellationreason cancelreason churnreason reasoncode terminationreason reason",
      "Gerät ersetzt",
      { exampleEn: "machine replaced" },
    ),
    statedAtField,
  ],
};
