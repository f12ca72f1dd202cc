/** The shape of the cost model: roles that work, activities that take their time. Content, edited in the app. */
import { z } from "zod";
import {
  type ActivityType,
  activityTypes,
  type EntryChannel,
  entryChannels,
} from "../../facts/events/contract.ts";
import { costEvents } from "./drivers-contract.ts";
import { parseTimeEquation } from "./time-equation.ts";

const text = z.object({ de: z.string().min(1), en: z.string().min(1) });
const code = z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/, "letters and digits, a letter first");
const ratio = z.number().min(0).max(1);
/** A: peer-reviewed or official … D: anecdote or a single firm; see domain.md. */
const grade = z.enum(["A", "B", "C", "D"]);

/** Role of an activity whose role each logged event names itself. */
export const asLogged = "asLogged";
/** "Role" of costs that a file states in money: freight, write-offs of returns. */
export const direct = "direct";

/** Months until a cost really disappears when its activity does. */
export const horizons = [3, 12, 24] as const;
export type Horizon = (typeof horizons)[number];

export const roleSchema = z.object({
  code,
  label: text,
  /** Other names of the role in files; compared without case, accents and punctuation. */
  aliases: z.array(z.string()),
  /** Used on days without a cost pool of the role. Cents per minute, may have decimals. */
  assumedRateCentsPerMinute: z.number().min(0).max(100_000),
  /** Key account, field sales, expert: time that is meant for others than small customers. */
  isSpecialist: z.boolean(),
  /** Share of the work that gets logged, 1 = all. Below 1 the interval of logged work opens upwards. */
  loggedRatio: z.number().gt(0).max(1),
  grade,
});
export type CostRole = z.infer<typeof roleSchema>;

export const rolesSchema = z
  .array(roleSchema)
  .min(1)
  .superRefine((roles, context) => {
    for (const [index, role] of roles.entries()) {
      if (roles.findIndex((other) => other.code === role.code) === index) continue;
      refuse(context, [index, "code"], {
        de: `Die Rolle «${role.code}» steht zweimal in der Liste.`,
        en: `The role "${role.code}" is in the list twice.`,
      });
    }
  });

export const activitySchema = z.object({
  code,
  label: text,
  /** What happens. `planned` happens in no file: it only stands in for another activity (`insteadBy`). */
  event: z.enum(costEvents),
  /** Narrows the events; the first activity of the list that fits an event is the one. */
  when: z
    .object({ channel: z.enum(entryChannels).optional(), activityType: z.enum(activityTypes).optional() })
    .optional(),
  /** Code of a role, `asLogged`, or `direct` for events that are money already. */
  role: z.string(),
  /** With `asLogged`: the role where the event names none. */
  roleIfNotLogged: z.string().optional(),
  /** Minutes of one event, e.g. `5 + 3*lines + 15[newCustomer]`. Logged minutes win over it. */
  equation: z.string().max(500),
  /** Share of the cost that disappears within so many months when the activity does. */
  avoidableRatio: z.object({ "3": ratio, "12": ratio, "24": ratio }),
  /** Spread over customers rather than caused by one: leaves contribution II untouched. */
  isAllocated: z.boolean(),
  /** Half width of an 80 % interval of what the equation says. */
  uncertaintyRatio: z.number().min(0).max(2),
  grade,
  isAssumption: z.boolean(),
  /** The lighter way that could take its place, and for which share of the events. */
  insteadBy: z
    .object({
      activity: z.string(),
      feasibleRatio: z.object({ low: ratio, mid: ratio, high: ratio }),
      /** Events of the other activity for one of this. */
      eventsEach: z.number().positive().max(100).default(1),
    })
    .optional(),
});
export type CostActivity = z.infer<typeof activitySchema>;

export const activitiesSchema = z
  .array(activitySchema)
  .min(1)
  .superRefine((activities, context) => {
    const codes = new Set(activities.map((activity) => activity.code));
    for (const [index, activity] of activities.entries()) {
      if (activities.findIndex((other) => other.code === activity.code) !== index) {
        refuse(context, [index, "code"], {
          de: `Die Tätigkeit «${activity.code}» steht zweimal in der Liste.`,
          en: `The activity "${activity.code}" is in the list twice.`,
        });
      }
      const parsed = parseTimeEquation(activity.equation, activity.event);
      if (!parsed.ok) {
        refuse(context, [index, "equation"], {
          de: `Tätigkeit «${activity.code}»: ${parsed.message.de}`,
          en: `Activity "${activity.code}": ${parsed.message.en}`,
        });
      }
      const other = activity.insteadBy?.activity;
      if (other !== undefined && (!codes.has(other) || other === activity.code)) {
        refuse(context, [index, "insteadBy"], {
          de: `Tätigkeit «${activity.code}»: «${other}» kann nicht an ihre Stelle treten; erlaubt sind die anderen Tätigkeiten der Liste.`,
          en: `Activity "${activity.code}": "${other}" cannot take its place; allowed are the other activities of the list.`,
        });
      }
    }
  });

interface Refinement {
  addIssue(issue: {
    code: "custom";
    path: (string | number)[];
    message: string;
    params: { de: string; en: string };
  }): void;
}

/** The sentence in both languages travels in `params`, so that a refusal can speak the reader's language. */
function refuse(context: Refinement, path: (string | number)[], message: { de: string; en: string }): void {
  context.addIssue({ code: "custom", path, message: message.en, params: message });
}

export type { ActivityType, EntryChannel };
