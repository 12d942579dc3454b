/** Writes docs/reference/openapi.gen.json and client/kaeru.gen.ts. Run: npm run client */
import { writeFileSync } from 'node:fs';
import { generated } from './generated-client.ts';

for (const { file, text } of generated()) writeFileSync(file, text);
