import { describe, expect, test } from 'vitest';
import { generateClient, type OpenApiDocument } from './generate.ts';

type Operation = OpenApiDocument['paths'][string][string];
type Schema = NonNullable<NonNullable<OpenApiDocument['components']>['schemas']>[string];

const answers = (schema: Schema) => ({
  200: { content: { 'application/json': { schema } } },
  default: { content: { 'application/problem+json': { schema: { type: 'string' } } } },
});

/** The source of a client with one operation. */
function sourceOf(path: string, method: string, operation: Partial<Operation>): string {
  const whole = { operationId: 'act', summary: 'Acts.', responses: answers({ type: 'boolean' }) };
  return generateClient({ paths: { [path]: { [method]: { ...whole, ...operation } } } });
}

/** The type that a schema becomes. */
function typeOf(schema: Schema): string {
  const source = sourceOf('/x', 'get', { responses: answers(schema) });
  return /Promise<Answer<([\s\S]*?)>> \{\n {4}return/.exec(source)?.[1]?.replace(/\s+/g, ' ') ?? '';
}

describe('a generated method', () => {
  test('takes what its path needs, written so that no value leaves its place', () => {
    const source = sourceOf('/claims/{number}/x/{other}', 'get', {
      parameters: [
        { name: 'number', in: 'path', required: true, schema: { type: 'string' } },
        { name: 'other', in: 'path', required: true, schema: { type: 'integer' } },
      ],
    });
    expect(source).toContain(
      'act(input: { number: string; other: number }): Promise<Answer<boolean>>',
    );
    const sent = source.replaceAll(/\$\{/g, '<').replaceAll('}', '>');
    expect(sent).toContain(
      'path: `/claims/<encodeURIComponent(input.number)>/x/<encodeURIComponent(input.other)>`',
    );
  });

  test('may be called with nothing where nothing is required', () => {
    const parameters = [
      { name: 'state', in: 'query', required: false, schema: { enum: ['a', 'b'] } },
      { name: 'after', in: 'query', schema: { type: 'string' } },
    ];
    const source = sourceOf('/claims', 'get', { parameters });
    expect(source).toContain(
      'act(input: { state?: "a" | "b" | undefined; after?: string | undefined } = {})',
    );
    expect(source).toContain('query: { state: input.state, after: input.after }');
  });

  test('requires what the query requires', () => {
    const parameters = [{ name: 'q', in: 'query', required: true, schema: { type: 'string' } }];
    const source = sourceOf('/find', 'get', { parameters });
    expect(source).toContain('act(input: { q: string })');
  });

  test('takes a key when it acts, and none when it reads', () => {
    expect(sourceOf('/x', 'get', {})).toContain('act(): Promise');
    const acting = sourceOf('/x', 'delete', {});
    expect(acting).toContain('act(input: { idempotencyKey?: string | undefined } = {})');
    expect(acting).toContain('idempotencyKey: input.idempotencyKey');
  });

  test('takes a body, which is required', () => {
    const schema = { type: 'object', properties: { said: { type: 'string' } }, required: ['said'] };
    const requestBody = { content: { 'application/json': { schema } } };
    const source = sourceOf('/x', 'post', { requestBody });
    expect(source).toMatch(
      /act\(input: \{ body: \{\s+readonly "said": string;\s+\}; idempotencyKey/,
    );
    expect(source).toContain('body: input.body');
  });

  test('says in its comment what it does', () => {
    expect(sourceOf('/x', 'get', { summary: 'Reads it.' })).toContain('  /** Reads it. */\n');
  });
});

describe('a schema becomes a type', () => {
  test.each<[string, Schema, string]>([
    ['a text', { type: 'string' }, 'string'],
    ['a whole number', { type: 'integer' }, 'number'],
    ['a choice', { enum: ['a', 1, null] }, '"a" | 1 | null'],
    ['one value', { const: true }, 'true'],
    ['perhaps nothing', { type: ['string', 'null'] }, 'string | null'],
    ['one of several', { anyOf: [{ type: 'string' }, { type: 'null' }] }, 'string | null'],
    ['a name', { $ref: '#/components/schemas/Amount' }, 'Amount'],
    [
      'a list',
      { type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'null' }] } },
      'readonly (string | null)[]',
    ],
    [
      'a dictionary',
      { type: 'object', additionalProperties: { type: 'string' } },
      'Readonly<Record<string, string>>',
    ],
    ['anything', {}, 'unknown'],
    [
      'an object, some of whose fields may be left out',
      {
        type: 'object',
        properties: { a: { type: 'string' }, b: { type: 'number' } },
        required: ['a'],
      },
      '{ readonly "a": string; readonly "b"?: number; }',
    ],
  ])('%s', (_, schema, type) => {
    expect(typeOf(schema)).toBe(type);
  });
});
