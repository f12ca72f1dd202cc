import type * as de from "../de/frame.ts";

export const frame: typeof de.frame = {
  skip: "To the content",
  menu: "Areas",
  tools: "Tools",
  fold: "Fold",
  unfold: "Unfold",
  settings: "Settings",
  toCompany: "To my data",
  toExample: "To the example",
  exampleBadge: "Example company",
  search: "Search or command",
  searchPlaceholder: "Customer, page or command",
  searching: "Searching …",
  nothingFound: "Nothing found",
  searchGroups: { customers: "Customers", pages: "Pages", actions: "Commands" },
  actions: {
    import: "Import files",
    start: "To the first page",
  },
  asOf: "Data up to {{date}}",
  asOfHint: "Date of the latest document; every period ends here",
  addData: "Add data",
  copyLink: "Copy link",
  linkCopied: "Link copied",
  linkLocal: "It works on this machine only until there is a sign-in.",
  language: "Language",
  light: "Show light",
  dark: "Show dark",
  close: "Close",
  cancel: "Cancel",
  save: "Save",
  undo: "Undo",
  print: "Print",
  export: "Export",
  yes: "yes",
  no: "no",
  unclear: "unclear",
  loading: "Loading …",
  noPrevious: "no earlier period to compare",
  changeToPrevious: "{{change}} on the 12 months before",
  bottom: { label: "Main pages", overview: "Overview", quiet: "Call", customers: "Customers", data: "Data" },
};

export const tiers: typeof de.tiers = {
  title: "What the figures rest on",
  T0: {
    name: "Customers and invoices",
    brings: "size, concentration, order values, purchase rhythm and who is quiet for longer than usual",
  },
  T1: {
    name: "plus cost of goods and order channels",
    brings: "contribution per customer and what small orders cost",
  },
  T2: { name: "plus visits and calls", brings: "where the time of sales goes" },
  T3: { name: "plus service cases and returns", brings: "which requests come from our own mistakes" },
  T4: {
    name: "plus portal, surveys and dealer data",
    brings: "what customers start themselves and how partners care",
  },
};

export const first: typeof de.first = {
  title: "Many small customers, one clear picture.",
  lead: "Kleinod reads the exports of your ERP and CRM and shows who your small customers are, what they buy, and who has been quiet for longer than usual.",
  continue: "Continue with my data",
  example: "Look at the example",
  exampleText: "An invented company with every page, to try things out. Your own data stays apart from it.",
  exampleStart: "Look at the example",
  own: "Start with my files",
  ownText: "A customer list and invoice lines are enough, as CSV, Excel or Parquet. You see a preview first.",
  ownLocal: "Everything stays on this machine.",
  ownStart: "Start with my files",
  ownMore: "Import more files",
};

export const settings: typeof de.settings = {
  localOnly: "For now Kleinod can be reached from this machine only.",
  view: "View",
  theme: "Colours",
  themeAuto: "As the system",
  themeLight: "Light",
  themeDark: "Dark",
  data: "Data",
  version: "Version",
  directory: "Folder of the data",
  address: "Address",
  lines: "Document lines",
  customers: "Customers",
};

export const errors: typeof de.errors = {
  title: "That did not work",
  unreachable: "Kleinod does not answer",
  unreachableDetail: "The program on this machine has ended or is busy. Start it again with “npm start”.",
  kept: "Your data is unchanged.",
  retry: "Try again",
  notFound: "This page does not exist",
  notFoundDetail: "The address is incomplete or out of date.",
  toStart: "To the first page",
};

export const jobs: typeof de.jobs = {
  running: "Running: {{title}}",
  goesOn: "Goes on when you leave the page.",
  cancel: "Cancel",
  cancelled: "Cancelled. Nothing was stored.",
  failed: "Not finished",
  done: "Finished",
  rows: "{{rows}} rows",
  rowsOf: "{{rows}} of {{total}}",
  speed: "{{rows}} rows a second",
  secondsLeft: "about {{n}} s left",
  minutesLeft: "about {{n}} min left",
  kinds: {
    import: "Import",
    inspect: "Reading files",
    measure: "Computing figures",
    undo: "Undoing an import",
    redo: "Redoing an import",
    duplicates: "Looking for duplicates",
    example: "Preparing the example",
    parameters: "Applying parameters",
    sizeLine: "Applying the size line",
  },
  steps: {
    read: "reading",
    stage: "reading",
    apply: "storing",
    store: "storing",
    facts: "arranging documents",
    sales: "computing sales",
    orders: "computing orders",
    rhythm: "computing rhythm",
    expectation: "computing expectation",
    size: "computing size",
  },
};

export const reasons: typeof de.reasons = {
  costOfGoodsMissing: {
    why: "Cost of goods is missing.",
    cure: "Import cost of goods or assume a margin.",
  },
  currencyMissing: { why: "The file names no currency.", cure: "Set the company currency under Parameters." },
  unconverted: {
    why: "The rate of a foreign currency is missing.",
    cure: "Enter the rate under Parameters.",
  },
  tooLittleHistory: { why: "There are too few purchases.", cure: "Older invoices make it clearer." },
  sizeLineMissing: { why: "There is no size line yet.", cure: "Set it on the overview." },
  noPurchase: { why: "There is no purchase.", cure: "A first purchase makes it clear." },
  other: { why: "Data for it is missing.", cure: "Data quality shows which." },
};

export const madeOf: typeof de.madeOf = {
  title: "What is this made of?",
  open: "What is this made of?",
  unit: "Unit",
  period: "Period",
  unknown: "Unclear when",
  inputs: "Inputs",
  source: "Source of the formula",
  tier: "Data tier",
  formula: "How it is computed",
  parameters: "Parameters",
  version: "version {{n}}",
  assumption: "Assumption",
  limits: "Limits",
  toCustomers: "The customers behind it",
  toDocuments: "The documents behind it",
  sql: "Show the query",
};

export const empty: typeof de.empty = {
  sales: "No invoices yet",
  salesWhy:
    "Without invoice lines there are no sales and no purchase rhythm. A customer list and the invoices of the last 24 months are enough.",
  salesAction: "Import files",
  lookAtExample: "Look at the example first",
  example: "The example is not ready yet",
  exampleWhy: "It is prepared once; that takes about a minute.",
  exampleAction: "To the first page",
};
