/** Frame, first page, settings, errors: German in Swiss spelling. */
export const frame = {
  skip: "Zum Inhalt",
  menu: "Bereiche",
  tools: "Werkzeuge",
  fold: "Einklappen",
  unfold: "Ausklappen",
  settings: "Einstellungen",
  toCompany: "Zu meinen Daten",
  toExample: "Zum Beispiel",
  exampleBadge: "Beispielfirma",
  search: "Suchen oder Befehl",
  searchPlaceholder: "Kunde, Seite oder Befehl",
  searching: "Sucht …",
  nothingFound: "Nichts gefunden",
  searchGroups: { customers: "Kunden", pages: "Seiten", actions: "Befehle" },
  actions: {
    import: "Dateien importieren",
    start: "Zur ersten Seite",
  },
  asOf: "Stand {{date}}",
  asOfHint: "Datum des letzten Belegs; alle Zeiträume enden hier",
  addData: "Daten ergänzen",
  copyLink: "Link kopieren",
  linkCopied: "Link kopiert",
  linkLocal: "Er funktioniert nur auf diesem Rechner, bis es eine Anmeldung gibt.",
  language: "Sprache",
  light: "Hell anzeigen",
  dark: "Dunkel anzeigen",
  close: "Schliessen",
  cancel: "Abbrechen",
  save: "Speichern",
  undo: "Rückgängig",
  print: "Drucken",
  export: "Exportieren",
  yes: "ja",
  no: "nein",
  unclear: "unklar",
  loading: "Wird geladen …",
  days: {
    ago_zero: "am Datum des Stands",
    ago_one: "vor einem Tag",
    ago_other: "vor {{n}} Tagen",
    every_one: "jeden Tag",
    every_other: "alle {{n}} Tage",
  },
  noPrevious: "kein Vorjahr zum Vergleich",
  changeToPrevious: "{{change}} zu den 12 Monaten davor",
  bottom: {
    label: "Wichtigste Seiten",
    overview: "Übersicht",
    quiet: "Anrufen",
    customers: "Kunden",
    data: "Daten",
  },
};

export const tiers = {
  title: "Worauf die Zahlen beruhen",
  T0: {
    badge: "Kunden und Rechnungen",
    name: "Kunden und Rechnungen",
    brings: "Grösse, Konzentration, Bestellwerte, Kaufrhythmus und wer länger still ist als üblich",
  },
  T1: {
    badge: "Mit Warenkosten",
    name: "dazu Warenkosten und Bestellwege",
    brings: "Deckungsbeitrag je Kunde und was kleine Bestellungen kosten",
  },
  T2: {
    badge: "Mit Besuchen und Telefonaten",
    name: "dazu Besuche und Telefonate",
    brings: "wohin die Zeit des Verkaufs geht",
  },
  T3: {
    badge: "Mit Servicefällen",
    name: "dazu Servicefälle und Retouren",
    brings: "welche Anfragen aus eigenen Fehlern entstehen",
  },
  T4: {
    badge: "Mit Portal und Händlern",
    name: "dazu Portal, Umfragen und Händlerdaten",
    brings: "was Kunden selbst anstossen und wie Partner betreuen",
  },
};

export const first = {
  title: "Viele kleine Kunden, ein klares Bild.",
  lead: "Kleinod liest die Exporte aus ERP und CRM und zeigt, wer Ihre kleinen Kunden sind, was sie kaufen und wer länger still ist als üblich.",
  continue: "Weiter mit meinen Daten",
  example: "Beispiel ansehen",
  exampleText:
    "Eine erfundene Firma mit allen Seiten, zum Ausprobieren. Ihre eigenen Daten bleiben davon getrennt.",
  exampleStart: "Beispiel ansehen",
  own: "Mit meinen Dateien beginnen",
  ownText:
    "Kundenliste und Rechnungszeilen genügen, als CSV, Excel oder Parquet. Sie sehen zuerst eine Vorschau.",
  ownLocal: "Alles bleibt auf diesem Rechner.",
  ownStart: "Mit meinen Dateien beginnen",
  ownMore: "Weitere Dateien importieren",
};

export const settings = {
  localOnly: "Kleinod ist zurzeit nur von diesem Rechner aus erreichbar.",
  view: "Ansicht",
  theme: "Farben",
  themeAuto: "Wie das System",
  themeLight: "Hell",
  themeDark: "Dunkel",
  data: "Daten",
  version: "Version",
  directory: "Ordner der Daten",
  address: "Adresse",
  lines: "Belegzeilen",
  customers: "Kunden",
};

export const errors = {
  title: "Das hat nicht geklappt",
  unreachable: "Kleinod antwortet nicht",
  unreachableDetail:
    "Das Programm auf diesem Rechner ist beendet oder beschäftigt. Starten Sie es mit «npm start» neu.",
  kept: "Ihre Daten sind unverändert.",
  retry: "Nochmals versuchen",
  notFound: "Diese Seite gibt es nicht",
  notFoundDetail: "Die Adresse ist unvollständig oder veraltet.",
  toStart: "Zur ersten Seite",
};

export const jobs = {
  running: "Laufende Arbeit: {{title}}",
  goesOn: "Läuft weiter, auch wenn Sie die Seite verlassen.",
  cancel: "Abbrechen",
  cancelled: "Abgebrochen. Es wurde nichts gespeichert.",
  failed: "Nicht beendet",
  done: "Beendet",
  rows: "{{rows}} Zeilen",
  rowsOf: "{{rows}} von {{total}}",
  speed: "{{rows}} Zeilen je Sekunde",
  secondsLeft: "noch etwa {{n}} s",
  minutesLeft: "noch etwa {{n}} min",
  kinds: {
    import: "Import",
    inspect: "Dateien lesen",
    measure: "Kennzahlen rechnen",
    undo: "Import rückgängig machen",
    redo: "Import wiederherstellen",
    duplicates: "Doppelte Kunden suchen",
    example: "Beispiel vorbereiten",
    parameter: "Parameter anwenden",
    backup: "Sicherung",
    matching: "Doppelte Kunden suchen",
    sizeLine: "Grössenlinie anwenden",
  },
  steps: {
    queued: "wartet",
    prepare: "liest ein",
    generate: "erzeugt die Beispieldateien",
    fold: "ordnet Belege",
    normalise: "vereinheitlicht Angaben",
    block: "sucht mögliche Paare",
    compare: "vergleicht",
    score: "bewertet Paare",
    read: "liest",
    stage: "liest ein",
    apply: "speichert",
    store: "speichert",
    facts: "ordnet Belege",
    sales: "rechnet Umsatz",
    orders: "rechnet Bestellungen",
    rhythm: "rechnet Kaufrhythmus",
    expectation: "rechnet Erwartung",
    size: "rechnet Grösse",
  },
};

export const reasons = {
  costOfGoodsMissing: {
    why: "Warenkosten fehlen.",
    cure: "Warenkosten importieren oder eine Marge annehmen.",
  },
  currencyMissing: {
    why: "Die Datei nennt keine Währung.",
    cure: "Legen Sie die Firmenwährung unter Parameter fest.",
  },
  unconverted: {
    why: "Für eine Fremdwährung fehlt der Kurs.",
    cure: "Tragen Sie den Kurs unter Parameter ein.",
  },
  tooLittleHistory: { why: "Es gibt zu wenige Käufe.", cure: "Mit älteren Rechnungen wird es klarer." },
  sizeLineMissing: { why: "Es gibt noch keine Grössenlinie.", cure: "Legen Sie sie auf der Übersicht fest." },
  noPurchase: { why: "Es gibt keinen Kauf.", cure: "Mit einem ersten Kauf wird es klar." },
  other: { why: "Dafür fehlen Daten.", cure: "Die Datenqualität zeigt, welche." },
};

export const madeOf = {
  title: "Woraus besteht das?",
  open: "Woraus besteht das?",
  unit: "Einheit",
  period: "Zeitraum",
  unknown: "Unklar, wenn",
  inputs: "Grundlagen",
  source: "Quelle der Formel",
  tier: "Datenstufe",
  formula: "So wird gerechnet",
  parameters: "Parameter",
  version: "Fassung {{n}}",
  assumption: "Annahme",
  limits: "Grenzen",
  toCustomers: "Die Kunden dahinter",
  toDocuments: "Die Belege dahinter",
  sql: "Abfrage anzeigen",
};

export const empty = {
  sales: "Noch keine Rechnungen",
  salesWhy:
    "Ohne Rechnungszeilen gibt es weder Umsatz noch Kaufrhythmus. Eine Kundenliste und die Rechnungen der letzten 24 Monate genügen.",
  salesAction: "Dateien importieren",
  lookAtExample: "Zuerst das Beispiel ansehen",
  example: "Das Beispiel ist noch nicht bereit",
  exampleWhy: "Es wird einmal vorbereitet; das dauert etwa eine Minute.",
  exampleAction: "Zur ersten Seite",
};
