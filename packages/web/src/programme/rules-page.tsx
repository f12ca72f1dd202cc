import { useSearch } from "@tanstack/react-router";
import { useTexts } from "../i18n/index.ts";
import { LinkButton } from "../ui/link.tsx";
import { Page, PageSkeleton, Section } from "../ui/page.tsx";
import { useSpace } from "../ui/use-space.ts";
import "./programme.css";
import { OwnRuleForm } from "./rules/own-rule-form.tsx";
import { RuleList } from "./rules/rule-list.tsx";
import { missingStatements, StatementsForm } from "./rules/statements-form.tsx";
import { useRules } from "./rules/use-rules.ts";

/** Rules are content: what only people know is stated here, and every rule can be moved, reworded or switched off. */
export function RulesPage() {
  const { t, format } = useTexts();
  const space = useSpace();
  const { plan } = useSearch({ from: "/$space/programme/rules" });
  const rules = useRules(space);
  if (rules === null) return <PageSkeleton />;
  const missing = missingStatements(rules.parameter.statements).length;
  return (
    <Page
      title={t("programme.rules.title")}
      sentence={
        missing === 0
          ? t("programme.rules.sentenceAll", { n: format.count(rules.inForce.length) })
          : t("programme.rules.sentence", { count: missing, n: format.count(rules.inForce.length) })
      }
      note={t("programme.rules.note")}
      actions={
        plan === undefined ? (
          <LinkButton to="/$space/programme" params={{ space }} variant="default">
            {t("programme.board.back")}
          </LinkButton>
        ) : (
          <LinkButton to="/$space/programme/$planId" params={{ space, planId: plan }} variant="default">
            {t("programme.rules.toPlan")}
          </LinkButton>
        )
      }
    >
      <Section title={t("programme.rules.statements")} hint={t("programme.rules.statementsHint")}>
        <StatementsForm key={JSON.stringify(rules.parameter.statements)} rules={rules} />
      </Section>
      <Section title={t("programme.rules.list")} hint={t("programme.rules.listHint")}>
        <RuleList rules={rules} />
      </Section>
      <Section title={t("programme.rules.own")} hint={t("programme.rules.ownHint")}>
        <OwnRuleForm key={rules.parameter.own.length} rules={rules} />
      </Section>
    </Page>
  );
}
