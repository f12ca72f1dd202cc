import { Anchor, Button, FileButton, Group, Progress, Stack, Table, Text } from "@mantine/core";
import { IconUpload } from "@tabler/icons-react";
import { type DragEvent, useRef, useState } from "react";
import { ApiError, apiUrl, call, uploadFile } from "../../api/client.ts";
import type { Space, Upload } from "../../api/types.ts";
import { useTexts } from "../../i18n/index.ts";
import { ErrorState } from "../../ui/error-state.tsx";
import { importKinds, useKindLabel } from "../labels.ts";
import type { ImportDraft } from "./use-import-draft.ts";

interface Pending {
  readonly name: string;
  readonly bytes: number;
  readonly share: number;
  readonly problem: string | null;
}

/** Files are dropped or chosen, and sent to the server on this machine one after the other. */
export function FilesStep({ space, draft }: { space: Space; draft: ImportDraft }) {
  const { t, format, language } = useTexts();
  const kindLabel = useKindLabel();
  const [pending, setPending] = useState<readonly Pending[]>([]);
  const [isOver, setOver] = useState(false);
  const cancel = useRef(new AbortController());
  const update = (name: string, change: Partial<Pending>) =>
    setPending((before) => before.map((file) => (file.name === name ? { ...file, ...change } : file)));
  const send = async (files: readonly File[]) => {
    setPending((before) => [
      ...before.filter((file) => !files.some((added) => added.name === file.name)),
      ...files.map((file) => ({ name: file.name, bytes: file.size, share: 0, problem: null })),
    ]);
    for (const file of files) {
      try {
        const upload = await uploadFile<Upload>(
          file,
          space,
          (share) => update(file.name, { share }),
          cancel.current.signal,
        );
        draft.addUpload(upload);
        setPending((before) => before.filter((one) => one.name !== file.name));
      } catch (error) {
        if (error instanceof DOMException) return;
        const detail =
          error instanceof ApiError && error.message !== "" ? error.message : t("errors.unreachable");
        update(file.name, { problem: detail });
      }
    }
  };
  const remove = (upload: Upload) => {
    draft.removeUpload(upload.ref);
    // The file is forgotten here either way; the server clears leftovers itself.
    void call<unknown>(`/uploads/${encodeURIComponent(upload.ref)}`, space, { method: "DELETE" }).catch(
      () => undefined,
    );
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void send([...event.dataTransfer.files]);
  };
  const isSending = pending.some((file) => file.problem === null);
  return (
    <Stack gap="md">
      <section
        aria-label={t("wizard.drop")}
        className="k-card"
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
        style={{
          borderStyle: "dashed",
          borderWidth: 2,
          borderColor: isOver ? "var(--k-accent)" : "var(--k-line-strong)",
          background: isOver ? "var(--k-accent-wash)" : "var(--k-surface)",
          padding: "40px 24px",
        }}
      >
        <Stack align="center" gap="sm">
          <IconUpload size={32} stroke={1.4} aria-hidden />
          <Text size="lg" fw={600} ta="center">
            {t("wizard.drop")}
          </Text>
          <FileButton
            onChange={(files) => void send(files)}
            multiple
            accept=".csv,.tsv,.txt,.gz,.xlsx,.parquet"
            inputProps={{ "aria-label": t("wizard.choose") }}
          >
            {(props) => <Button {...props}>{t("wizard.choose")}</Button>}
          </FileButton>
          <Text size="sm" c="dimmed" ta="center" maw="40rem">
            {t("wizard.formats")}
          </Text>
        </Stack>
      </section>
      {draft.uploads.length + pending.length > 0 ? (
        <div className="k-scroll">
          <Table verticalSpacing="xs">
            <Table.Tbody>
              {draft.uploads.map((upload) => (
                <Table.Tr key={upload.ref}>
                  <Table.Td fw={600}>{upload.file}</Table.Td>
                  <Table.Td className="k-number">{format.bytes(upload.bytes)}</Table.Td>
                  <Table.Td w="40%">{t("wizard.uploaded")}</Table.Td>
                  <Table.Td>
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      aria-label={t("wizard.removeFile", { file: upload.file })}
                      onClick={() => remove(upload)}
                    >
                      {t("wizard.remove")}
                    </Button>
                  </Table.Td>
                </Table.Tr>
              ))}
              {pending.map((file) => (
                <Table.Tr key={file.name}>
                  <Table.Td fw={600}>{file.name}</Table.Td>
                  <Table.Td className="k-number">{format.bytes(file.bytes)}</Table.Td>
                  <Table.Td w="40%">
                    {file.problem === null ? (
                      <Progress
                        value={file.share * 100}
                        aria-label={t("wizard.uploading", { file: file.name })}
                      />
                    ) : (
                      <Text size="sm">{file.problem}</Text>
                    )}
                  </Table.Td>
                  <Table.Td>
                    {file.problem === null ? (
                      <Button
                        size="compact-sm"
                        variant="subtle"
                        onClick={() => {
                          cancel.current.abort();
                          cancel.current = new AbortController();
                          setPending([]);
                        }}
                      >
                        {t("jobs.cancel")}
                      </Button>
                    ) : null}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      ) : null}
      {draft.inspectError === null ? null : (
        <ErrorState error={draft.inspectError} retry={() => draft.startInspection()} />
      )}
      <Group>
        <Button
          disabled={draft.uploads.length === 0 || isSending}
          loading={draft.isInspecting}
          onClick={() => draft.startInspection()}
        >
          {t("wizard.toMapping")}
        </Button>
      </Group>
      <section className="k-card" aria-label={t("wizard.templates")}>
        <Text fw={600}>{t("wizard.templates")}</Text>
        <Text size="sm" c="dimmed" mb="xs">
          {t("wizard.templatesHint")}
        </Text>
        <Group gap="md">
          {importKinds.map((kind) => (
            <Anchor
              key={kind}
              href={apiUrl(`/import/templates/${kind}`, space, { lang: language })}
              download={`${kind}.csv`}
              size="sm"
            >
              {kindLabel(kind)}
            </Anchor>
          ))}
        </Group>
      </section>
    </Stack>
  );
}
