import fc from 'fast-check';

/** As much of JSON Schema as the routes' own schemas use. */
interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly pattern?: string;
  readonly format?: string;
  readonly maxLength?: number;
}

const hex = (digits: number) =>
  fc.array(fc.constantFrom(...'0123456789abcdefABCDEF'), { minLength: digits, maxLength: digits });

/** Texts that people and machines send here, and texts that nobody should. */
const texts: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  hex(64).map((digits) => `0x${digits.join('')}`),
  hex(40).map((digits) => `0x${digits.join('')}`),
  fc.constantFrom('', ' ', '\0', '\ud800', '__proto__', 'null', '-1', '１２３', 'ﷺ'.repeat(20)),
  fc.uuid(),
);

/**
 * Values that a schema describes; now and then one that it does not. Fields that are not required
 * are left out at times.
 */
export function arbitraryOf(schema: Schema): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 15, arbitrary: rightOf(schema) },
    { weight: 1, arbitrary: fc.jsonValue() },
  );
}

function rightOf(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choices) return fc.oneof(...choices.map(arbitraryOf));
  const type = typeof schema.type === 'string' ? schema.type : (schema.type?.[0] ?? 'any');
  switch (type) {
    case 'object':
      return objectOf(schema);
    case 'array':
      return fc.array(arbitraryOf(schema.items ?? {}), {
        minLength: Math.min(schema.minItems ?? 0, 3),
        maxLength: Math.min(schema.maxItems ?? 3, 3),
      });
    case 'integer':
    case 'number':
      return fc.oneof(fc.integer(), fc.constantFrom(0, 1, -1, 2 ** 31, 2 ** 53 - 1), fc.double());
    case 'boolean':
      return fc.boolean();
    case 'string':
      return textOf(schema);
    default:
      return fc.jsonValue();
  }
}

function objectOf({ properties = {}, required = [] }: Schema): fc.Arbitrary<unknown> {
  const fields = Object.entries(properties).map(([name, one]) => [name, arbitraryOf(one)]);
  return fc.record(Object.fromEntries(fields) as Record<string, fc.Arbitrary<unknown>>, {
    requiredKeys: [...required],
  });
}

function textOf({ pattern, format, maxLength }: Schema): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.oneof(fc.uuid(), texts);
  if (pattern) return fc.oneof(fc.stringMatching(new RegExp(pattern)), texts);
  const atLimit = fc.constant('a'.repeat(Math.min(maxLength ?? 1_000, 5_000)));
  return fc.oneof({ weight: 20, arbitrary: texts }, { weight: 1, arbitrary: atLimit });
}
