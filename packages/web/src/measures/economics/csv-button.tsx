import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { fileName, saveFile } from "../../charts/svg-file.ts";
import { useTexts } from "../../i18n/index.ts";
import { notifyProblem } from "../../ui/notify.ts";
import { type CsvColumn, tableCsv } from "./table-csv.ts";

interface CsvButtonProps<Row> {
  /** Names the file. */
  title: string;
  columns: readonly CsvColumn<Row>[];
  /** The rows, or a way to get all of them. */
  rows: readonly Row[] | (() => Promise<readonly Row[]>);
}

/** The table below as a file, with every cent. */
export function CsvButton<Row>({ title, columns, rows }: CsvButtonProps<Row>) {
  const { t, language } = useTexts();
  const save = useMutation({
    mutationFn: async () => {
      const all = typeof rows === "function" ? await rows() : rows;
      const file = new Blob([tableCsv(columns, all, language)], { type: "text/csv;charset=utf-8" });
      saveFile(`${fileName(title)}.csv`, file);
    },
    onError: (error) => notifyProblem(title, error, t("jobs.failed")),
  });
  return (
    <Button
      className="k-no-print"
      variant="default"
      size="compact-md"
      leftSection={<IconDownload size={16} stroke={1.6} />}
      aria-label={`CSV: ${title}`}
      loading={save.isPending}
      onClick={() => save.mutate()}
    >
      CSV
    </Button>
  );
}
