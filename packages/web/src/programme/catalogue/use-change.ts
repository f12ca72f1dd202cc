import { useMutation, useQueryClient } from "@tanstack/react-query";
import { offersKey } from "../../api/offer-queries.ts";
import { useTexts } from "../../i18n/index.ts";
import { notifyDone, notifyProblem } from "../../ui/notify.ts";
import { notifyWithUndo } from "../../ui/undo-notification.tsx";
import { useSpace } from "../../ui/use-space.ts";

interface Change {
  /** Does it and gives what takes it back; null: nothing to take back. */
  readonly run: () => Promise<(() => Promise<unknown>) | null>;
  /** What is said afterwards. */
  readonly done: string;
  readonly after?: () => void;
}

/** A change of catalogue, ledger or record: done, shown anew, and undone with one click. */
export function useChange() {
  const { t } = useTexts();
  const space = useSpace();
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: async ({ run, done, after }: Change) => ({ undo: await run(), done, after }),
    onSuccess: async ({ undo, done, after }) => {
      await client.invalidateQueries({ queryKey: [space, offersKey] });
      if (undo === null) notifyDone(done);
      else {
        notifyWithUndo(done, t("catalogue.undo"), () =>
          change.mutate({
            run: async () => {
              await undo();
              return null;
            },
            done: t("catalogue.undone"),
          }),
        );
      }
      after?.();
    },
    onError: (error) => notifyProblem(t("catalogue.failed"), error, ""),
  });
  return { run: change.mutate, isPending: change.isPending };
}
