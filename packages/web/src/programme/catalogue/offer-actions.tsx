import type { OfferWithCheck } from "@kleinod/engine/programme/offers/catalogue-contract.ts";
import { Button, Group, TextInput } from "@mantine/core";
import { useState } from "react";
import { changeOffer } from "../../api/offer-queries.ts";
import { useTexts } from "../../i18n/index.ts";
import { useSpace } from "../../ui/use-space.ts";
import { useChange } from "./use-change.ts";

/** The shortest reason that the server takes for publishing despite a conflict. */
const leastReason = 5;

interface OfferActionsProps {
  offer: OfferWithCheck;
  /** Null: retired, only bringing back is possible. */
  onEdit: (() => void) | null;
}

/** Change, publish, retire, bring back; a conflict asks for the reason first. */
export function OfferActions({ offer, onEdit }: OfferActionsProps) {
  const { t } = useTexts();
  const space = useSpace();
  const change = useChange();
  const [reason, setReason] = useState("");
  const { code, draft, published, check } = offer;
  const name = (draft ?? published)?.name ?? code;
  const isBlocked = check?.findings.some(({ severity }) => severity === "block") === true;
  const isIncomplete = (check?.missing.length ?? 0) > 0;
  const publish = () => {
    if (draft === null) return;
    change.run({
      run: async () => {
        await changeOffer(space, code, "publish", {
          version: draft.version,
          ...(isBlocked ? { override: reason.trim() } : {}),
        });
        // What was published before comes back; without one the offer is retired again.
        return () =>
          published === null
            ? changeOffer(space, code, "retire", { version: draft.version })
            : changeOffer(space, code, "restore", { version: published.version });
      },
      done: t("catalogue.offers.published", { name }),
    });
  };
  const retire = () => {
    if (published === null) return;
    change.run({
      run: async () => {
        await changeOffer(space, code, "retire", { version: published.version });
        return () => changeOffer(space, code, "restore", { version: published.version });
      },
      done: t("catalogue.offers.retired", { name }),
    });
  };
  const restore = () =>
    change.run({
      run: async () => {
        await changeOffer(space, code, "restore");
        return () => changeOffer(space, code, "retire");
      },
      done: t("catalogue.offers.published", { name }),
    });
  return (
    <Group gap="xs" mt="sm" align="flex-end" className="k-no-print">
      {draft === null || !isBlocked ? null : (
        <TextInput
          label={t("catalogue.offers.overrideReason")}
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.currentTarget.value)}
          style={{ flex: "1 1 16rem" }}
        />
      )}
      {draft === null ? null : (
        <Button
          disabled={isIncomplete || (isBlocked && reason.trim().length < leastReason)}
          loading={change.isPending}
          onClick={publish}
        >
          {isBlocked ? t("catalogue.offers.publishOverride") : t("catalogue.offers.publish")}
        </Button>
      )}
      {onEdit === null ? (
        <Button variant="default" loading={change.isPending} onClick={restore}>
          {t("catalogue.offers.restore")}
        </Button>
      ) : (
        <Button variant="default" onClick={onEdit}>
          {t("catalogue.offers.change")}
        </Button>
      )}
      {published === null ? null : (
        <Button variant="default" loading={change.isPending} onClick={retire}>
          {t("catalogue.offers.retire")}
        </Button>
      )}
    </Group>
  );
}
