import { z } from 'zod';
import { contractProblems, contractVersion, schemas } from './contract.ts';
import { type Operation, operations } from './operations.ts';

/**
 * The contract as an OpenAPI 3.1 document, from the very schemas that read the exchange's answers.
 * It is kept in docs/reference/; a test compares, and writes it anew when run with `-u`.
 */
export function contractDocument(): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const [name, operation] of Object.entries<Operation>(operations)) {
    const path = paths[operation.path] ?? {};
    paths[operation.path] = path;
    path[operation.method.toLowerCase()] = operationOf(name, operation);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'What Kaeru asks of an exchange',
      version: contractVersion,
      description: 'The words to it, and how requests are signed: exchange-contract.md.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    security: [{ kaeruSignature: [] }],
    paths,
    components: {
      schemas: Object.fromEntries(
        Object.entries(schemas).map(([name, schema]) => [name, jsonSchema(schema)]),
      ),
      responses: Object.fromEntries(
        Object.entries(problemsByStatus()).map(([status, codes]) => [`Problem${status}`, codes]),
      ),
      securitySchemes: {
        kaeruSignature: {
          type: 'apiKey',
          in: 'header',
          name: 'kaeru-signature',
          description:
            'Ed25519, base64url, together with kaeru-key, kaeru-time, kaeru-nonce and ' +
            'kaeru-body-sha256: see exchange-contract.md.',
        },
      },
    },
  };
}

function operationOf(name: string, operation: Operation): object {
  return {
    operationId: name,
    summary: operation.summary,
    ...(operation.parameters ? { parameters: parametersOf(operation.parameters) } : {}),
    ...(operation.body ? { requestBody: { required: true, ...content(operation.body) } } : {}),
    responses: {
      '200': { description: 'Done, or told.', ...content(operation.answer) },
      ...Object.fromEntries(
        Object.keys(problemsByStatus()).map((status) => [
          status,
          { $ref: `#/components/responses/Problem${status}` },
        ]),
      ),
    },
  };
}

function parametersOf(parameters: NonNullable<Operation['parameters']>): object[] {
  return Object.entries(parameters).map(([name, parameter]) => ({
    name,
    in: parameter.in,
    required: !parameter.schema.safeParse(undefined).success,
    schema: jsonSchema(parameter.schema),
  }));
}

function content(name: keyof typeof schemas): object {
  return { content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } } };
}

function problemsByStatus(): Record<string, object> {
  const statuses = [...new Set(Object.values(contractProblems).map(([status]) => status))];
  return Object.fromEntries(
    statuses.map((status) => {
      const ofStatus = Object.entries(contractProblems).filter(([, [one]]) => one === status);
      const description = ofStatus.map(([code, [, says]]) => `\`${code}\`: ${says}`).join(' ');
      return [status, { description, ...content('Problem') }];
    }),
  );
}

/** As it stands in the JSON, before it is read into our own values. */
function jsonSchema(schema: z.ZodType): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', reused: 'inline' });
  return rest;
}
