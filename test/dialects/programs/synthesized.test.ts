import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cdk } from '../../../src/dialects/cdk/index.ts';
import { cloudformation } from '../../../src/dialects/cloudformation/index.ts';
import type { Resource } from '../../../src/dialects/dialect.ts';
import type { Value } from '../../../src/model/value.ts';
import { readWith } from '../read.ts';
import { differences, verdictsOf as verdicts } from './verdicts.ts';

// Programs of our own, against the templates that the AWS CDK makes of them (`npm run check:cdk` makes them anew; which version made
// them stands in each): without feature flags, and with those that new projects are given.

const folder = 'test/dialects/programs/cdk';
const text = (name: string): string => readFileSync(join(folder, name), 'utf8');
const programs = readdirSync(folder).filter((name) => name.endsWith('.ts'));

/** What both know of a value and say otherwise. What is unknown in one of them may be anything. */
function disagreements(ours: Value, theirs: Value | undefined, path: string): string[] {
  if (ours.type === 'unknown' || theirs?.type === 'unknown') return [];
  // Clusters are made by a function of the library’s own, which is told them in other words.
  if (path.endsWith('.cluster_logging')) return [];
  // Ends in a hash of the library’s own.
  if (ours.type === 'string' && ours.value.startsWith('Automatic')) return [];
  if (!theirs) return [`${path}: only the program has it`];
  if (ours.type === 'object' && theirs.type === 'object')
    return [...ours.entries].flatMap(([key, value]) => {
      const there = theirs.entries.get(key);
      const at = `${path}.${key}`;
      // What the library grants by itself stands beside what the program states.
      if (key === 'Statement' && value.type === 'list' && there?.type === 'list')
        return value.items.flatMap((item, i) =>
          there.items.some((other) => disagreements(item, other, '').length === 0) ? [] : [`${at}[${i}]: only here`],
        );
      return disagreements(value, there, at);
    });
  if (ours.type === 'list' && theirs.type === 'list') {
    const open = !ours.complete || !theirs.complete;
    if (path === '' || path.startsWith('.')) return ours.items.flatMap((item) => disagreements(item, theirs, path));
    if (!open && ours.items.length !== theirs.items.length)
      return [`${path}: ${ours.items.length} items, ${theirs.items.length} in the template`];
    return ours.items.flatMap((item, i) => disagreements(item, theirs.items[i], `${path}[${i}]`));
  }
  // A policy may say for several at once what the program says one by one.
  if (theirs.type === 'list' && theirs.items.some((item) => disagreements(ours, item, path).length === 0)) return [];
  if (ours.type === 'list' && ours.items.length === 1) return disagreements(ours.items[0]!, theirs, path);
  const [left, right] = [ours, theirs].map((value) => ('value' in value ? String(value.value) : value.type));
  return left === right ? [] : [`${path}: ${left}, ${right} in the template`];
}

/** Functions that the library brings for its own work, in each stack once. */
const helpers =
  /Custom::|BucketNotificationsHandler|\/AWS[0-9a-f]{30,}|LogRetention[0-9a-f]{20,}|KubectlHandlerRole|SingletonLambda|framework-on/;

/** Where the template says more than the program does here, and nothing is wrong with it. */
const isOnlySeen = (difference: string): boolean => helpers.test(difference) || difference.endsWith(': -, pass');

/** The path of a construct, and which part of its resource: subnets are one in each zone, and alike. */
function called(name: string): string {
  const [, path = '', part = ''] = /^(\S.*?)(?: \w+::[\w:-]+\.\w+(?:\.(\S+))?)?$/.exec(name) ?? [];
  const alike = path
    .replace(/(?:\/(?:Resource|Default))+$/, '')
    .replace(/Subnet\d$/, 'Subnet1')
    .replace(/Subnet\d\//, 'Subnet1/')
    .replace(/ECSPrivateGroup$/, 'ECSGroup')
    .replace(/Invoke\S*=$/, 'Invoke');
  return part === '' ? alike : `${alike}.${part}`;
}

const verdictsOf = (files: Readonly<Record<string, string>>) => verdicts(files, called);

/** Rules of groups among each other, which the library names by a hash, and rotations, which stand under the secret there. */
const isElsewhere = (path: string): boolean =>
  /\/(?:from|to) |^aws_secretsmanager_secret_rotation .*\/RotationSchedule$/.test(path);

const byPath = (resources: readonly Resource[]): Map<string, Resource> =>
  new Map(resources.map((resource) => [`${resource.type} ${called(resource.name)}`, resource]));

describe.each(programs)('the program %s', (program) => {
  it.each([
    ['without flags', 'template', '{ "context": {} }'],
    ['with the flags of new projects', 'flags.template', text('recommended-flags.json')],
  ])('says what its template says, %s', async (_, kind, project) => {
    const template = text(program.replace('.ts', `.${kind}.json`));
    const read = await readWith(cdk, { 'bin/app.ts': text(program), 'cdk.json': project });
    const made = await readWith(cloudformation, { 'app.template.json': template });
    expect(read.problems).toEqual([]);
    expect(read.unresolved.map(({ name }) => name)).toEqual([]);
    const theirs = byPath(made.resources);
    const wrong = [...byPath(read.resources)].flatMap(([path, resource]) => {
      const there = theirs.get(path);
      if (isElsewhere(path)) return [];
      return there ? disagreements(resource.body, there.body, path) : [`${path}: only the program has it`];
    });
    expect(wrong).toEqual([]);
  });

  it.each([
    ['without flags', 'template', '{ "context": {} }'],
    ['with the flags of new projects', 'flags.template', text('recommended-flags.json')],
  ])('is judged as its template is, %s', async (_, kind, project) => {
    const inProgram = await verdictsOf({ 'bin/app.ts': text(program), 'cdk.json': project });
    const inTemplate = await verdictsOf({ 'app.template.json': text(program.replace('.ts', `.${kind}.json`)) });
    expect(inProgram.size).toBeGreaterThan(0);
    expect(differences(inProgram, inTemplate).filter((line) => !isOnlySeen(line))).toEqual([]);
  });
});
