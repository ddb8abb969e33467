// Cuts GitHub's OpenAPI description down to what the Action asks for: npm run github-description -- FILE, with FILE the
// generated/api.github.com.json of the npm package @octokit/openapi. Only shapes are kept, none of its sentences, told in JSON
// Schema where OpenAPI 3.0 has words of its own.
import { readFileSync, writeFileSync } from 'node:fs';
import { shapeOf } from './shape-of.ts';

interface Json {
  [key: string]: Json | Json[] | string | number | boolean | null | undefined;
}

/** What is asked for. The first word is how the tests call it. */
const asked = {
  'GET comments': '/repos/{owner}/{repo}/issues/{issue_number}/comments',
  'POST comments': '/repos/{owner}/{repo}/issues/{issue_number}/comments',
  'PATCH comment': '/repos/{owner}/{repo}/issues/comments/{comment_id}',
  'GET files': '/repos/{owner}/{repo}/pulls/{pull_number}/files',
  'GET compare': '/repos/{owner}/{repo}/compare/{basehead}',
  'POST check-runs': '/repos/{owner}/{repo}/check-runs',
  'PATCH check-run': '/repos/{owner}/{repo}/check-runs/{check_run_id}',
  'GET user': '/user',
  'GET repo': '/repos/{owner}/{repo}',
  'GET branch': '/repos/{owner}/{repo}/branches/{branch}',
  'GET rules': '/repos/{owner}/{repo}/rules/branches/{branch}',
  'GET rulesets': '/repos/{owner}/{repo}/rulesets',
  'GET ruleset': '/repos/{owner}/{repo}/rulesets/{ruleset_id}',
  'GET protection': '/repos/{owner}/{repo}/branches/{branch}/protection',
  'GET environments': '/repos/{owner}/{repo}/environments',
  'GET deployment-branches': '/repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies',
  'GET reporting': '/repos/{owner}/{repo}/private-vulnerability-reporting',
  'GET codeowners-errors': '/repos/{owner}/{repo}/codeowners/errors',
  'GET alerts': '/repos/{owner}/{repo}/vulnerability-alerts',
  'GET actions': '/repos/{owner}/{repo}/actions/permissions',
  'GET workflow-permissions': '/repos/{owner}/{repo}/actions/permissions/workflow',
  'GET org': '/orgs/{org}',
} as const;

const [file] = process.argv.slice(2);
if (!file) throw new Error('Which file? The generated/api.github.com.json of @octokit/openapi.');
const whole = JSON.parse(readFileSync(file, 'utf8')) as Json & {
  paths: { [path: string]: { [method: string]: Json } };
  info: { version: string };
};
const at = (ref: string) =>
  ref
    .slice(2)
    .split('/')
    .reduce<Json>((node, key) => node[key] as Json, whole);
const resolved = (node: Json): Json => (typeof node['$ref'] === 'string' ? at(node['$ref']) : node);

const schemas: { [name: string]: unknown } = {};
/** Takes along what a shape refers to. */
function follow(node: unknown): void {
  if (Array.isArray(node)) return node.forEach(follow);
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (key !== '$ref' || typeof value !== 'string') {
      follow(value);
      continue;
    }
    const name = value.replace('#/components/schemas/', '');
    if (name in schemas) continue;
    schemas[name] = shapeOf(at(value));
    follow(schemas[name]);
  }
}
const schemaOf = (body: Json | undefined) => {
  const content = body && (resolved(body)['content'] as Json | undefined);
  const kept = content && shapeOf((content['application/json'] as Json | undefined)?.['schema']);
  follow(kept);
  return kept;
};

const operations = Object.entries(asked).map(([name, path]) => {
  const operation = whole.paths[path]![name.split(' ')[0]!.toLowerCase()]!;
  const parameters = (operation['parameters'] as Json[]).map(resolved);
  const responses = Object.entries(operation['responses'] as { [status: string]: Json });
  const body = schemaOf(operation['requestBody'] as Json | undefined);
  return {
    name,
    page: (operation['externalDocs'] as Json | undefined)?.['url'],
    path,
    query: Object.fromEntries(
      parameters.filter((one) => one['in'] === 'query').map((one) => [one['name'], shapeOf(one['schema'])]),
    ),
    ...(body !== undefined && { body }),
    answers: Object.fromEntries(responses.map(([status, answer]) => [status, schemaOf(answer) ?? null])),
  };
});
const source = `https://github.com/github/rest-api-description by @octokit/openapi ${whole.info.version} (MIT), cut down by src/dev/github-description.ts`;
writeFileSync(
  'test/action/github-description.json',
  `${JSON.stringify({ source, operations, components: { schemas } })}\n`,
);
