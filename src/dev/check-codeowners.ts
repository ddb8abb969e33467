// Compares the CODEOWNERS parser and matcher with labelled cases: npm run check:codeowners, with the folder that holds them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { matchesPattern } from '../parse/codeowners/match.ts';
import { parseCodeowners } from '../parse/codeowners/parse.ts';

type Case = {
  src: string;
  name: string;
  pattern: string;
  path: string;
  match: boolean;
  contents: string;
  error: boolean;
};

const [shared = '../shared'] = process.argv.slice(2);
const cases = readFileSync(join(shared, 'labels/codeowners.jsonl'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Case);
// Differences on purpose: these cases are about settings of another library, or about what GitHub itself refuses.
const explained = new Map([
  ['patterns with escaped brackets', 'GitHub knows no ranges, escaped or not'],
  ['empty rule', 'an empty line is nothing, as on GitHub'],
  ['email owners without email matcher', 'owners of all kinds are known here'],
  ['team owners without team matcher', 'owners of all kinds are known here'],
  ['username owners without username matcher', 'owners of all kinds are known here'],
]);
let onPurpose = 0;
let wrong = 0;
const tell = (message: string) => {
  if (explained.has(message.split(':')[0]!)) return void onPurpose++;
  wrong++;
  console.log(message);
};
for (const { src, name, pattern, path, match, contents, error } of cases) {
  if (src === 'hmarr/patterns') {
    if (matchesPattern(pattern, path) !== match)
      tell(`${name}: ${pattern} ${match ? 'should match' : 'should not match'} ${path}`);
  } else if (src === 'hmarr/parse') {
    const problems = parseCodeowners(contents).problems.map((problem) => problem.message);
    if (problems.length > 0 !== Boolean(error))
      tell(`${name}: ${JSON.stringify(contents)}: ${error ? 'should be refused' : problems.join('; ')}`);
  }
}
console.log(`${cases.length} cases, ${wrong} differ, ${onPurpose} differ on purpose`);
process.exitCode = wrong > 0 ? 1 : 0;
