import { z } from "zod";

interface Text {
  readonly de: string;
  readonly en: string;
}

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
}

/** What a parameter accepts, in words for a refusal: "a number above 0 and below 1". */
export function allowedValues(schema: z.ZodType): Text {
  return describe(z.toJSONSchema(schema) as Schema);
}

function describe(schema: Schema): Text {
  if (schema.anyOf !== undefined) return join(schema.anyOf.map(describe));
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

function describeTable({ propertyNames, additionalProperties }: Schema): Text {
  const name = describe(propertyNames ?? {});
  const value = describe(additionalProperties ?? {});
  return {
    de: `eine Tabelle {Name: Wert}; Name: ${name.de}; Wert: ${value.de}`,
    en: `a table {name: value}; name: ${name.en}; value: ${value.en}`,
  };
}
