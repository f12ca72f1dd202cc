import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { fileName, saveFile } from "../../charts/svg-file.ts";
import { useTexts } from "../../i18n/index.ts";
import { type CsvColumn, tableCsv } from "./table-csv.ts";

interface CsvButtonProps<Row> {
  /** Names the file. */
  title: string;
  columns: readonly CsvColumn<Row>[];
  rows: readonly Row[];
}

/** The table below as a file, with every cent. */
export function CsvButton<Row>({ title, columns, rows }: CsvButtonProps<Row>) {
  const { language } = useTexts();
  return (
    <Button
      className="k-no-print"
      variant="default"
      size="compact-md"
      leftSection={<IconDownload size={16} stroke={1.6} />}
      aria-label={`CSV: ${title}`}
      onClick={() =>
        saveFile(
          `${fileName(title)}.csv`,
          new Blob([tableCsv(columns, rows, language)], { type: "text/csv;charset=utf-8" }),
        )
      }
    >
      CSV
    </Button>
  );
}
