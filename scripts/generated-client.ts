import { join } from 'node:path';
import { generateClient, type OpenApiDocument } from '../client/generate.ts';
import { allRoutes, openApiDocument } from '../src/http/index.ts';

/** The files that are written from the routes: the OpenAPI document, and the client made from it. */
export function generated(): { readonly file: string; readonly text: string }[] {
  const document = openApiDocument(allRoutes);
  const root = join(import.meta.dirname, '..');
  return [
    {
      file: join(root, 'docs/reference/openapi.gen.json'),
      text: `${JSON.stringify(document, null, 2)}\n`,
    },
    {
      file: join(root, 'client/kaeru.gen.ts'),
      text: generateClient(document as OpenApiDocument),
    },
  ];
}
