import { ActionIcon, Group, Text } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { overrulingReviewQuery } from "../api/programme-queries.ts";
import { useTexts } from "../i18n/index.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { LinkButton } from "../ui/link.tsx";
import { Page, PageSkeleton } from "../ui/page.tsx";
import { useSpace } from "../ui/use-space.ts";
import { quarterAfter } from "./findings/quarter-after.ts";
import { ReviewedOverruling } from "./findings/reviewed-overruling.tsx";
import "./programme.css";

/** Once a quarter: what people decided against a rule, and what became of it. */
export function ReviewPage() {
  const { t, format } = useTexts();
  const space = useSpace();
  const navigate = useNavigate({ from: "/$space/programme/review" });
  const { quarter } = useSearch({ from: "/$space/programme/review" });
  const review = useQuery(overrulingReviewQuery(space, quarter));
  if (review.isError) return <ErrorState error={review.error} retry={() => void review.refetch()} />;
  if (review.data === undefined) return <PageSkeleton />;
  const { overrulings, from, to } = review.data;
  const overdue = overrulings.filter(({ isOverdue }) => isOverdue).length;
  const go = (steps: number) =>
    void navigate({ search: () => ({ quarter: quarterAfter(review.data.quarter, steps) }), replace: true });
  return (
    <Page
      title={t("programme.review.title")}
      sentence={
        overrulings.length === 0
          ? t("programme.review.none")
          : overdue === 0
            ? t("programme.review.sentence", {
                count: overrulings.length,
                n: format.count(overrulings.length),
              })
            : t("programme.review.sentenceDue", { count: overdue, n: format.count(overdue) })
      }
      note={t("programme.review.note")}
      actions={
        <LinkButton to="/$space/programme" params={{ space }} variant="default">
          {t("programme.board.back")}
        </LinkButton>
      }
    >
      <Group gap="xs" className="k-no-print">
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t("programme.review.before")}
          onClick={() => go(-1)}
        >
          <IconChevronLeft size={18} stroke={1.6} />
        </ActionIcon>
        <Text fw={600}>
          {review.data.quarter} ({format.date(from)} – {format.date(to)})
        </Text>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t("programme.review.after")}
          onClick={() => go(1)}
        >
          <IconChevronRight size={18} stroke={1.6} />
        </ActionIcon>
      </Group>
      <ul className="k-plain-list">
        {overrulings.map((overruling) => (
          <ReviewedOverruling key={overruling.id} overruling={overruling} />
        ))}
      </ul>
    </Page>
  );
}
