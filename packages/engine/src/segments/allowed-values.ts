import { z } from "zod";
import type { Text } from "../text.ts";

/** The part of JSON Schema that parameters use. */
interface Schema {
  readonly type?: string;
  readonly anyOf?: readonly Schema[];
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly propertyNames?: Schema;
  readonly additionalProperties?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
}

/** What a parameter accepts, in words for a refusal: "a number above 0 and below 1". */
export function allowedValues(schema: z.ZodType): Text {
  return describe(z.toJSONSchema(schema) as Schema);
}

/** The same for a part of a structure; null where there is no such part, or a table of plain values says it as a whole. */
export function allowedInside(schema: z.ZodType, path: readonly PropertyKey[]): Text | null {
  let part: Schema | undefined = z.toJSONSchema(schema) as Schema;
  if (part.properties === undefined && path.length === 1) return null;
  for (const name of path) {
    part =
      typeof name === "number" ? part.items : (part.properties?.[String(name)] ?? part.additionalProperties);
    if (part === undefined) return null;
  }
  return describe(part);
}

function describe(schema: Schema): Text {
  if (schema.anyOf !== undefined) return join(schema.anyOf.map(describe));
  if (schema.enum !== undefined) {
    const values = schema.enum.map(String).join(", ");
    return { de: `eines von ${values}`, en: `one of ${values}` };
  }
  switch (schema.type) {
    case "null":
      return { de: "leer (null)", en: "empty (null)" };
    case "integer":
      return bounded({ de: "eine ganze Zahl", en: "a whole number" }, schema);
    case "number":
      return bounded({ de: "eine Zahl", en: "a number" }, schema);
    case "string":
      return describeText(schema);
    case "object":
      return describeTable(schema);
    default:
      return { de: "ein Wert dieser Art", en: "a value of this kind" };
  }
}

function join(texts: readonly Text[]): Text {
  return { de: texts.map(({ de }) => de).join(" oder "), en: texts.map(({ en }) => en).join(" or ") };
}

function bounded(kind: Text, schema: Schema): Text {
  const limits: Text[] = [];
  if (schema.exclusiveMinimum !== undefined)
    limits.push({ de: `über ${schema.exclusiveMinimum}`, en: `above ${schema.exclusiveMinimum}` });
  if (schema.minimum !== undefined) limits.push({ de: `ab ${schema.minimum}`, en: `from ${schema.minimum}` });
  if (schema.exclusiveMaximum !== undefined)
    limits.push({ de: `unter ${schema.exclusiveMaximum}`, en: `below ${schema.exclusiveMaximum}` });
  // Every integer carries the largest safe one as its maximum; nobody wants to read it.
  if (schema.maximum !== undefined && schema.maximum < Number.MAX_SAFE_INTEGER)
    limits.push({ de: `bis ${schema.maximum}`, en: `up to ${schema.maximum}` });
  const words = (language: "de" | "en", and: string) =>
    [kind[language], limits.map((limit) => limit[language]).join(and)].filter(Boolean).join(" ");
  return { de: words("de", " und "), en: words("en", " and ") };
}

function describeText({ pattern, maxLength }: Schema): Text {
  if (pattern === "^[A-Z]{3}$") {
    return { de: "drei Grossbuchstaben wie CHF", en: "three capital letters such as CHF" };
  }
  if (maxLength === undefined) return { de: "ein Text", en: "a text" };
  return { de: `ein Text bis ${maxLength} Zeichen`, en: `a text of up to ${maxLength} characters` };
}

function describeTable({ properties, propertyNames, additionalProperties }: Schema): Text {
  if (properties !== undefined) {
    const names = Object.keys(properties).join(", ");
    return { de: `ein Wert mit ${names}`, en: `a value with ${names}` };
  }
  const name = describe(propertyNames ?? {});
  const value = describe(additionalProperties ?? {});
  return {
    de: `eine Tabelle {Name: Wert}; Name: ${name.de}; Wert: ${value.de}`,
    en: `a table {name: value}; name: ${name.en}; value: ${value.en}`,
  };
}
