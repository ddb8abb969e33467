// Keeps the shapes of the OASIS schema of SARIF 2.1.0, none of its sentences: npm run sarif-schema -- FILE, with FILE the
// sarif-schema-2.1.0.json of https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/.
import { readFileSync, writeFileSync } from 'node:fs';
import { shapeOf } from './shape-of.ts';

const [file] = process.argv.slice(2);
if (!file) throw new Error('Which file? The sarif-schema-2.1.0.json of OASIS.');
const { id, ...schema } = shapeOf(JSON.parse(readFileSync(file, 'utf8'))) as { id: string };
// Draft 4 names an id `id`; nothing else in it differs from draft 7.
const named = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $comment: `Cut from ${id} by src/dev/sarif-schema.ts.`,
};
writeFileSync('test/report/sarif.schema.json', `${JSON.stringify({ ...schema, ...named })}\n`);
