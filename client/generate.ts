/** Turns an OpenAPI 3.1 document into the typed client's source. Pure: text in, text out. */

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
}

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
}

export interface OpenApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

/** The source of client/kaeru.gen.ts for `document`. */
export function generateClient(document: OpenApiDocument): string {
  const schemas = Object.entries(document.components?.schemas ?? {});
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  return [
    '// Written by `npm run client` from the OpenAPI document. Do not edit.\n',
    "import { type Answer, Transport, type TransportOptions } from './transport.ts';\n\n",
    ...schemas.map(([name, schema]) => `export type ${name} = ${typeOf(schema, '')};\n\n`),
    '/** Every operation of the HTTP API as a method; refusals come back as problems, not throws. */\n',
    'export class KaeruClient {\n',
    '  readonly #transport: Transport;\n\n',
    '  constructor(options: TransportOptions) {\n',
    '    this.#transport = new Transport(options);\n  }\n\n',
    operations
      .map(({ path, method, operation }) => methodSource(path, method, operation))
      .join('\n'),
    '}\n',
  ].join('');
}

function methodSource(path: string, method: string, operation: Operation): string {
  const parameters = operation.parameters ?? [];
  const inPath = parameters.filter((one) => one.in === 'path');
  const inQuery = parameters.filter((one) => one.in === 'query');
  const body = jsonSchema(operation.requestBody);
  const fields = [
    ...inPath.map((one) => `${one.name}: ${typeOf(one.schema, '  ')}`),
    ...inQuery.map((one) => inputField(one.name, one.required === true, one.schema)),
    ...(body ? [`body: ${typeOf(body, '  ')}`] : []),
    ...(method === 'get' ? [] : ['idempotencyKey?: string | undefined']),
  ];
  const optional = fields.every((field) => /^\w+\?:/.test(field));
  const input =
    fields.length === 0 ? '' : `input: { ${fields.join('; ')} }${optional ? ' = {}' : ''}`;
  const success = Object.entries(operation.responses).find(([status]) => status.startsWith('2'));
  const answer = success ? jsonSchema(success[1]) : undefined;
  const url = path.replace(/\{(\w+)\}/g, (_, name) => `\${encodeURIComponent(input.${name})}`);
  const sent = [
    `method: '${method.toUpperCase()}'`,
    `path: \`${url}\``,
    ...(inQuery.length > 0
      ? [`query: { ${inQuery.map((one) => `${one.name}: input.${one.name}`).join(', ')} }`]
      : []),
    ...(body ? ['body: input.body'] : []),
    ...(method === 'get' ? [] : ['idempotencyKey: input.idempotencyKey']),
  ];
  return [
    `  /** ${operation.summary} */\n`,
    `  ${operation.operationId}(${input}): Promise<Answer<${answer ? typeOf(answer, '  ') : 'null'}>> {\n`,
    `    return this.#transport.send({ ${sent.join(', ')} });\n  }\n`,
  ].join('');
}

/** What may be left out may be said to be left out, too. */
function inputField(name: string, isRequired: boolean, schema: Schema): string {
  const type = typeOf(schema, '  ');
  return isRequired ? `${name}: ${type}` : `${name}?: ${type} | undefined`;
}

function jsonSchema(content: Content | undefined): Schema | undefined {
  return content?.content?.['application/json']?.schema;
}

function typeOf(schema: Schema, indent: string): string {
  if (schema.$ref) return schema.$ref.split('/').at(-1) ?? 'unknown';
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return choices.map((one) => typeOf(one, indent)).join(' | ');
  if (schema.allOf) return schema.allOf.map((one) => typeOf(one, indent)).join(' & ');
  const types = Array.isArray(schema.type) ? schema.type : [schema.type];
  return types.map((type) => plainType(type, schema, indent)).join(' | ');
}

function plainType(type: string | undefined, schema: Schema, indent: string): string {
  if (type === 'string' || type === 'boolean' || type === 'null') return type;
  if (type === 'integer' || type === 'number') return 'number';
  if (type === 'array') return `readonly (${typeOf(schema.items ?? {}, indent)})[]`;
  if (type !== 'object') return 'unknown';
  const fields = Object.entries(schema.properties ?? {}).map(([name, field]) => {
    const optional = schema.required?.includes(name) ? '' : '?';
    return `${indent}  readonly ${JSON.stringify(name)}${optional}: ${typeOf(field, `${indent}  `)};\n`;
  });
  const extra = schema.additionalProperties;
  if (fields.length === 0 && typeof extra === 'object') {
    return `Readonly<Record<string, ${typeOf(extra, indent)}>>`;
  }
  if (fields.length === 0) return 'Readonly<Record<string, never>>';
  return `{\n${fields.join('')}${indent}}`;
}
