// npm run new-rule <domain>/<id>: makes the pair of files a rule consists of.
import { existsSync, writeFileSync } from 'node:fs';
import { readdirSync } from 'node:fs';

const [path = ''] = process.argv.slice(2);
const [domain = '', id = ''] = path.split('/');
const domains = readdirSync('rules', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

if (!domains.includes(domain) || !/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(id)) {
  console.error(`usage: npm run new-rule <domain>/<id>
  domain  one of ${domains.join(', ')}
  id      the good condition in an auditor's words: storage-is-private`);
  process.exit(2);
}
const base = `rules/${domain}/${id}`;
for (const ending of ['.ts', '.md']) {
  if (!existsSync(base + ending)) continue;
  console.error(`${base}${ending} exists already`);
  process.exit(2);
}

writeFileSync(
  `${base}.md`,
  `<!-- end of generated header -->

What it looks at, and why it matters.

## What it can't show

## Examples

### Fails: what is wrong
\`\`\`hcl main.tf
resource "aws_s3_bucket" "logs" { # fails here
}
\`\`\`

### Passes: the same in good order
\`\`\`hcl main.tf
resource "aws_s3_bucket" "logs" {
}
\`\`\`
`,
);
writeFileSync(
  `${base}.ts`,
  `import { expect, having, rule } from '../../src/rule/rule.ts';

export default rule({
  id: '${id}',
  title: 'The good condition as a sentence',
  severity: 'medium',
  criteria: {
    'CC6.1': 'Why a pass is evidence for it, in one sentence.',
  },
  do: 'What to set, and where.',
  on: having('encryptedAtRest'),
  check: ({ name, traits: { encryptedAtRest } }) => expect(encryptedAtRest, (on) => on, \`\${name} is not …\`),
});
`,
);
console.log(`${base}.md   start here: the failing and the passing example
${base}.ts   then the rule
then: npm run generate && npx vitest run test/rules.test.ts -t ${id}`);
