import { Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { call } from "../../api/client.ts";
import { useTexts } from "../../i18n/index.ts";
import { notifyProblem } from "../../ui/notify.ts";
import { notifyWithUndo } from "../../ui/undo-notification.tsx";
import { useSpace } from "../../ui/use-space.ts";

interface NoteFieldProps {
  customerId: number;
  note: string | null;
  /** Name of the customer, for screen readers. */
  label: string;
  rows?: number;
}

/** A note that saves itself when the field is left; the note before can be brought back. */
export function NoteField({ customerId, note, label, rows = 1 }: NoteFieldProps) {
  const { t } = useTexts();
  const space = useSpace();
  const [text, setText] = useState(note ?? "");
  const saved = useRef(note ?? "");
  const save = useMutation({
    mutationFn: (value: string) =>
      call<{ note: string | null }>(`/customers/${customerId}/note`, space, {
        method: "PUT",
        body: { text: value },
      }),
  });
  const store = (value: string) => {
    const before = saved.current;
    if (value === before) return;
    save.mutate(value, {
      onSuccess: () => {
        saved.current = value;
        notifyWithUndo(t("quiet.noteSaved", { name: label }), t("frame.undo"), () => {
          setText(before);
          store(before);
        });
      },
      onError: (error) => notifyProblem(t("quiet.noteFailed"), error, t("quiet.noteKept")),
    });
  };
  return (
    <Textarea
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => store(text)}
      autosize
      minRows={rows}
      maxRows={6}
      size="xs"
      aria-label={t("quiet.noteFor", { name: label })}
      placeholder={t("quiet.notePlaceholder")}
      styles={{ input: { background: "transparent" } }}
    />
  );
}
