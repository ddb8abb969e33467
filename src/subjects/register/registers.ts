import { posix } from 'node:path';
import { registerIds, registers, type RegisterId } from '../../criteria/registers.ts';
import type { Resource } from '../../dialects/dialect.ts';
import type { PolicyDocument } from '../../dialects/documents/model.ts';
import { recordIn, type RecordDocument } from '../../dialects/documents/records.ts';
import type { NamedRegister } from '../../model/kinds/register.ts';
import type { Subject } from '../../model/subject.ts';
import { mapping, setOf, type MappingContext } from '../mapping.ts';

export default mapping({
  kind: 'register',
  dialect: 'documents',
  types: ['policies'],
  map: (_, context) => {
    const there = setOf(context.paths);
    // A scan of some files doesn't know what else there is.
    const policies = there.size === 0 ? [] : context.all('documents', 'policy');
    const named = (policies as readonly Resource<PolicyDocument>[])
      .filter(({ role }) => role === 'system')
      .flatMap(({ model }) => namedIn(model))
      .map(({ paths, ...one }): Named => ({ ...one, found: paths.some((path) => there.has(path)) }));
    return registerIds.flatMap((id) => registerOf(id, context, named));
  },
});

type Named = NamedRegister & { which: RegisterId };

function registerOf(id: RegisterId, { all, holds, categories }: MappingContext, named: readonly Named[]) {
  const kept = (all('documents', 'record') as readonly Resource<RecordDocument>[]).filter(
    ({ role, model }) => role === 'system' && model.record === id,
  );
  const own = named.filter(({ which }) => which === id);
  const { title, neededFor } = registers[id];
  const needed = neededFor !== 'optional' && (neededFor === 'security' || (categories?.includes(neededFor) ?? false));
  const expectedAt = needed ? holds.get('records') : undefined;
  if (kept.length === 0 && own.length === 0 && !expectedAt) return [];
  const [first, ...others] = kept;
  return [
    {
      kind: 'register',
      name: title,
      role: 'system',
      at: first?.at ?? { absent: true },
      ...(first && { block: first.block }),
      parts: others.map(({ name, at, block }) => ({ name, at, block })),
      calls: [],
      traits: { registered: id, files: kept.map(({ model }) => model.path), declaredHereAt: expectedAt, named: own },
    } satisfies Subject<'register'>,
  ];
}

// A path in code, as policies write where a record is kept. Elsewhere there may be more than is seen here: it has a folder.
const path = /`((?:[\w.-]+\/)+[\w.-]+\.(?:md|csv|ya?ml|json))`/g;

type Target = Omit<Named, 'found'> & { paths: readonly string[] };
const targets = new WeakMap<PolicyDocument, readonly Target[]>();

/** The registers that a policy says are in a file of this repository, with the paths that it may mean. */
function namedIn(model: PolicyDocument): readonly Target[] {
  let named = targets.get(model);
  if (!named) targets.set(model, (named = targetsIn(model)));
  return named;
}

const targetsIn = ({ lines, title, path: file }: PolicyDocument): Target[] =>
  lines.flatMap((line, i) =>
    [...line.matchAll(path)].flatMap(({ index, 1: target = '' }): Target[] => {
      const which = recordIn(target);
      if (!which) return [];
      const span = { startLine: i + 1, startColumn: index + 2, endLine: i + 1, endColumn: index + 2 + target.length };
      const paths = [target, posix.join(posix.dirname(file), target)];
      return [{ which, target, paths, document: title, at: { file, span } }];
    }),
  );
