import { cdnowLines } from "./cdnow.ts";

/** Purchases of CDNOW by column as they stand in the files: dates as YYYYMMDD, values in dollars, several rows on one day. */
export interface CdnowLog {
  readonly customer: string[];
  readonly time: string[];
  readonly value: number[];
}

/** The 1/10 sample; its files have a second customer number in front of the date. */
export const readCdnowSampleLog = (): CdnowLog => readLog("CDNOW_sample.txt", 2);

/** All 69,659 transactions. */
export const readCdnowMasterLog = (): CdnowLog => readLog("CDNOW_master.txt", 1);

function readLog(file: string, dateColumn: number): CdnowLog {
  const rows = cdnowLines(file)
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => /^\d{8}$/.test(fields[dateColumn] ?? ""));
  return {
    customer: rows.map((fields) => fields[0]!),
    time: rows.map((fields) => fields[dateColumn]!),
    value: rows.map((fields) => Number(fields[dateColumn + 2])),
  };
}
