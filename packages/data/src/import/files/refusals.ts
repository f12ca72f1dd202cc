import type { Refusal } from "@kleinod/engine/import/refusal.ts";

const refusal = (code: string, de: string, en: string): Refusal => ({ code, message: { de, en } });

export const isRefusal = (value: object): value is Refusal => "code" in value && "message" in value;

const megabytes = (bytes: number) => `${Math.round(bytes / 100_000) / 10} MB`;

/** Every sentence with which the file layer declines, `file` being the name that the user knows. */
export const refuse = {
  notFound: (file: string) =>
    refusal("notFound", `${file}: Es gibt keine solche Datei.`, `${file}: there is no such file.`),

  notReadable: (file: string) =>
    refusal(
      "notReadable",
      `${file}: Die Datei darf nicht gelesen werden; es fehlt die Berechtigung.`,
      `${file}: the file may not be read; permission is missing.`,
    ),

  notAFile: (file: string) =>
    refusal(
      "notAFile",
      `${file} ist keine gewöhnliche Datei (sondern ein Ordner, Gerät oder Kanal).`,
      `${file} is no ordinary file (but a folder, device or pipe).`,
    ),

  symlink: (file: string) =>
    refusal(
      "symlink",
      `${file} ist eine Verknüpfung; Verknüpfungen werden nicht verfolgt. Geben Sie die Datei selbst an.`,
      `${file} is a symbolic link; links are not followed. Name the file itself.`,
    ),

  pathOutside: (file: string) =>
    refusal(
      "pathOutside",
      `${file} liegt ausserhalb des angegebenen Ordners.`,
      `${file} lies outside of the given folder.`,
    ),

  noInput: (folder: string) =>
    refusal(
      "noInput",
      `${folder} enthält keine Datei, die importiert werden kann (CSV, TSV, TXT, GZ, XLSX, Parquet). Unterordner werden nicht durchsucht.`,
      `${folder} holds no file that can be imported (CSV, TSV, TXT, GZ, XLSX, Parquet). Subfolders are not searched.`,
    ),

  fileChanging: (file: string) =>
    refusal(
      "fileChanging",
      `${file} wurde während des Lesens verändert. Warten Sie, bis der Export fertig ist, und importieren Sie dann noch einmal.`,
      `${file} changed while it was read. Wait until the export is finished, then import again.`,
    ),

  diskFull: (file: string) =>
    refusal(
      "diskFull",
      `${file}: Auf dem Datenträger ist nicht genug Platz, um die Datei umzuwandeln.`,
      `${file}: there is not enough space on the disk to convert the file.`,
    ),

  emptyFile: (file: string) => refusal("emptyFile", `${file} ist leer.`, `${file} is empty.`),

  headerOnly: (file: string) =>
    refusal(
      "headerOnly",
      `${file} enthält nur eine Kopfzeile und keine Daten.`,
      `${file} holds a header line only and no data.`,
    ),

  binaryFile: (file: string) =>
    refusal(
      "binaryFile",
      `${file} ist keine Textdatei. Lesbar sind CSV, TSV, XLSX und Parquet, auch als .gz.`,
      `${file} is not a text file. CSV, TSV, XLSX and Parquet can be read, also as .gz.`,
    ),

  zeroByte: (file: string, line: number, position: number) =>
    refusal(
      "binaryFile",
      `${file}: Zeile ${line} enthält ein Null-Byte (Position ${position}); die Datei ist beschädigt oder kein Text. Exportieren Sie sie neu.`,
      `${file}: line ${line} holds a zero byte (position ${position}); the file is damaged or no text. Export it again.`,
    ),

  giganticLine: (file: string, line: number, position: number, limitBytes: number) =>
    refusal(
      "giganticLine",
      `${file}: Zeile ${line} (ab Byte ${position}) ist länger als ${megabytes(limitBytes)}; so lang ist kein Datensatz. Prüfen Sie den Export.`,
      `${file}: line ${line} (from byte ${position}) is longer than ${megabytes(limitBytes)}; no record is that long. Check the export.`,
    ),

  quoteUnclosed: (file: string, line: number, position: number) =>
    refusal(
      "quoteUnclosed",
      `${file}: Das Anführungszeichen, das in Zeile ${line} (Byte ${position}) beginnt, wird nie geschlossen; alles danach gälte als ein Feld. Prüfen Sie diese Zeile oder ob die Datei abgeschnitten ist.`,
      `${file}: the quotation mark that opens in line ${line} (byte ${position}) is never closed; everything after it would count as one field. Check that line, or whether the file is cut off.`,
    ),

  zipBomb: (file: string, limit: string) =>
    refusal(
      "zipBomb",
      `${file} wird entpackt unverhältnismässig gross (Grenze: ${limit}) und wird nicht gelesen.`,
      `${file} grows out of all proportion when unpacked (limit: ${limit}) and is not read.`,
    ),

  gzipDamaged: (file: string) =>
    refusal(
      "gzipDamaged",
      `${file} ist beschädigt oder abgeschnitten und lässt sich nicht entpacken. Übertragen Sie die Datei noch einmal.`,
      `${file} is damaged or cut off and cannot be unpacked. Transfer the file again.`,
    ),

  packedTwice: (file: string) =>
    refusal(
      "packedTwice",
      `${file} enthält keine Textdatei, sondern ein weiteres Archiv oder eine Binärdatei. Entpacken Sie es zuerst.`,
      `${file} holds no text file but another archive or a binary file. Unpack it first.`,
    ),

  oldExcel: (file: string) =>
    refusal(
      "oldExcel",
      `${file} ist eine alte oder verschlüsselte Excel-Datei. Speichern Sie sie in Excel ohne Kennwort als «.xlsx» oder «CSV UTF-8».`,
      `${file} is an old or encrypted Excel file. Save it in Excel without a password as ".xlsx" or "CSV UTF-8".`,
    ),

  binaryExcel: (file: string) =>
    refusal(
      "binaryExcel",
      `${file} ist eine Excel-Binärmappe (.xlsb). Speichern Sie sie in Excel als «.xlsx» oder «CSV UTF-8».`,
      `${file} is an Excel binary workbook (.xlsb). Save it in Excel as ".xlsx" or "CSV UTF-8".`,
    ),

  openDocument: (file: string) =>
    refusal(
      "openDocument",
      `${file} ist eine OpenDocument-Tabelle. Speichern Sie sie in LibreOffice als «.xlsx» oder «Text CSV».`,
      `${file} is an OpenDocument spreadsheet. Save it in LibreOffice as ".xlsx" or "Text CSV".`,
    ),

  pdf: (file: string) =>
    refusal(
      "pdf",
      `${file} ist ein PDF; daraus lassen sich keine Tabellen lesen. Exportieren Sie dieselbe Liste als CSV oder .xlsx.`,
      `${file} is a PDF; tables cannot be read from it. Export the same list as CSV or .xlsx.`,
    ),

  image: (file: string) =>
    refusal(
      "image",
      `${file} ist ein Bild. Exportieren Sie die Liste als CSV oder .xlsx.`,
      `${file} is a picture. Export the list as CSV or .xlsx.`,
    ),

  markup: (file: string) =>
    refusal(
      "markup",
      `${file} ist eine Webseite, XML oder JSON und keine Tabelle (auch wenn die Endung anders lautet). Exportieren Sie als CSV oder .xlsx.`,
      `${file} is a web page, XML or JSON and no table (whatever its extension says). Export as CSV or .xlsx.`,
    ),

  archive: (file: string) =>
    refusal(
      "archive",
      `${file} ist ein Archiv. Entpacken Sie es und geben Sie den Ordner an.`,
      `${file} is an archive. Unpack it and name the folder.`,
    ),

  sheetDamaged: (file: string, part: string) =>
    refusal(
      "sheetDamaged",
      `${file}: Die Arbeitsmappe ist beschädigt (${part}). Öffnen Sie sie in Excel und speichern Sie sie neu.`,
      `${file}: the workbook is damaged (${part}). Open it in Excel and save it again.`,
    ),

  sheetUnsafe: (file: string, part: string) =>
    refusal(
      "sheetUnsafe",
      `${file}: Die Arbeitsmappe enthält etwas, das in keine Tabelle gehört (${part}), und wird nicht gelesen.`,
      `${file}: the workbook holds something that belongs in no table (${part}) and is not read.`,
    ),

  sheetMissing: (file: string, sheet: string, sheets: readonly string[]) =>
    refusal(
      "sheetMissing",
      `${file} hat kein Blatt «${sheet}». Es gibt: ${sheets.join(", ")}.`,
      `${file} has no sheet "${sheet}". There are: ${sheets.join(", ")}.`,
    ),

  sheetTooWide: (file: string, sheet: string, columns: number, limit: number) =>
    refusal(
      "sheetTooWide",
      `${file}: Das Blatt «${sheet}» hat ${columns} Spalten; erlaubt sind ${limit}. Löschen Sie Zellen weit rechts der Tabelle.`,
      `${file}: the sheet "${sheet}" has ${columns} columns; ${limit} are allowed. Delete cells far right of the table.`,
    ),

  sheetTexts: (file: string) =>
    refusal(
      "sheetTexts",
      `${file} enthält zu viel Text für eine Arbeitsmappe. Speichern Sie das Blatt als «CSV UTF-8».`,
      `${file} holds too much text for a workbook. Save the sheet as "CSV UTF-8".`,
    ),

  parquetDamaged: (file: string) =>
    refusal(
      "parquetDamaged",
      `${file} ist eine abgeschnittene Parquet-Datei: Das Ende fehlt. Übertragen Sie sie noch einmal.`,
      `${file} is a Parquet file that was cut off: its end is missing. Transfer it again.`,
    ),
};
