import type { Resource } from '../../dialects/dialect.ts';
import type { ImageBuild, Stage } from '../../dialects/dockerfile/model.ts';
import { assignments, filled } from '../../dialects/dockerfile/variables.ts';
import { anyItem, byDefault, known, mapFact, unknownFact, type Fact, type FactList } from '../../model/fact.ts';
import type { Written } from '../../model/kinds/container-image.ts';
import type { FilePlace } from '../../model/place.ts';
import type { Instruction } from '../../parse/dockerfile/parse.ts';
import { imageIn } from '../image-name.ts';
import { readsAsSecret } from '../kubernetes-object.ts';
import { openPackage } from './packages.ts';
import { keyFiles, secretArguments } from './secrets.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { startsAsRoot } from './base-images.ts';
import { stepsOf, type Step } from './steps.ts';
import { uncheckedConnection, uncheckedPackage } from './unchecked.ts';

export default mapping<'container-image', ImageBuild>({
  kind: 'container-image',
  dialect: 'dockerfile',
  types: ['image'],
  map: (image) => {
    const { stages } = image.model;
    const last = stages.at(-1);
    if (!last) return undefined;
    const shipped = chainOf(last);
    const file = image.at.file;
    const all = stages.flatMap((stage) => stage.instructions.flatMap(withTrigger));
    const ships = shipped.flatMap((stage) => stage.instructions);
    const [everywhere, inShipped] = [stepsOf(all, file), stepsOf(ships, file)];
    const shipsLater = ships.flatMap(withTrigger);
    return {
      kind: 'container-image',
      ...subjectOf(image),
      traits: {
        startsAsRoot: user(shipped, image),
        movingBases: movingBases(stages, image),
        uncheckedConnections: found(everywhere, uncheckedConnection, image),
        uncheckedPackages: found(everywhere, uncheckedPackage, image),
        remoteFiles: remoteFiles(all, image),
        opensSsh: opensSsh(ships, image),
        usesSudo: anyItem(
          found(inShipped, ({ words }) => (words[0] === 'sudo' ? 'sudo' : undefined), image),
          () => true,
        ),
        setsPasswords: anyItem(
          found(inShipped, ({ words }) => (words[0] === 'chpasswd' ? 'chpasswd' : undefined), image),
          () => true,
        ),
        healthChecked: healthChecked(ships, image),
        secretArguments: secretArguments(shipsLater, image),
        keyFiles: keyFiles(shipsLater, image),
        openPackages: found(everywhere, openPackage, image),
        secretInCode: secretInCode(all, everywhere, image),
      },
    };
  },
});

/** An instruction, and what ONBUILD puts off. */
const withTrigger = (instruction: Instruction): readonly Instruction[] =>
  instruction.trigger ? [instruction, instruction.trigger] : [instruction];

/** The stage that ships and those it goes on from, the oldest first. */
function chainOf(stage: Stage): readonly Stage[] {
  const chain: Stage[] = [];
  for (let at: Stage | undefined = stage; at && !chain.includes(at); at = at.base) chain.unshift(at);
  return chain;
}

const written = (text: string, at: FilePlace): Fact<Written> => known({ text, at }, at);

type Image = Resource<ImageBuild>;

const placeOf = (image: Image, { span }: Pick<Instruction, 'span'>): FilePlace => ({ file: image.at.file, span });

function user(shipped: readonly Stage[], image: Image): Fact<boolean> {
  for (const stage of shipped.toReversed()) {
    const last = stage.instructions.findLast(({ name }) => name === 'USER');
    if (!last) continue;
    const { text, open } = filled(last.rest.text.trim(), stage.variables);
    const at = placeOf(image, last);
    if (open !== undefined) return unknownFact(noValue(open), at);
    return known(/^(?:root|0|Administrator|ContainerAdministrator)(?::|$)/i.test(text), at);
  }
  const [first] = shipped;
  const at = placeOf(image, first!.from);
  if (first!.image.open !== undefined) return unknownFact(noValue(first!.image.open), at);
  const root = startsAsRoot(first!.image.text);
  if (root === undefined)
    return unknownFact(
      { code: 'not-in-repository', subject: first!.image.text, settledBy: 'a USER, as its base image may have one' },
      at,
    );
  return byDefault(root, at, 'https://docs.docker.com/reference/dockerfile/#user');
}

const noValue = (name: string) => ({
  code: 'no-value' as const,
  subject: `ARG ${name}`,
  settledBy: 'a default for it in the file',
});

function movingBases(stages: readonly Stage[], image: Image): FactList<Written> {
  const items = stages.flatMap((stage): Fact<Written>[] => {
    const { text, open } = stage.image;
    if (stage.base || text === 'scratch') return [];
    const at = placeOf(image, stage.from);
    const { tag, digest } = imageIn(text);
    if (digest || (tag !== undefined && tag !== 'latest' && (open === undefined || !tag.startsWith('$')))) return [];
    return [open === undefined ? written(text, at) : unknownFact(noValue(open), at)];
  });
  return { items, complete: true, at: image.at };
}

function found(steps: readonly Step[], test: (step: Step) => string | undefined, image: Image): FactList<Written> {
  const items = steps.flatMap((step) => {
    const what = test(step);
    return what === undefined ? [] : [written(what, step.at)];
  });
  return { items, complete: true, at: image.at };
}

/** `ADD --checksum` says what has to come; a repository is named by its commit. */
function remoteFiles(all: readonly Instruction[], image: Image): FactList<Written> {
  const items = all.flatMap((instruction) => {
    if (instruction.name !== 'ADD' || instruction.flags.some(({ name }) => name === 'checksum')) return [];
    const words = instruction.json ?? instruction.rest.text.trim().split(/\s+/);
    const remote = words
      .slice(0, -1)
      .find((word) => /^(?:https?|ftp):\/\//.test(word) && !/\.git(?:#[0-9a-f]{40}|$)/.test(word));
    return remote === undefined ? [] : [written(remote, placeOf(image, instruction))];
  });
  return { items, complete: true, at: image.at };
}

function opensSsh(ships: readonly Instruction[], image: Image): Fact<boolean> {
  const open = ships.find(
    ({ name, rest }) => name === 'EXPOSE' && rest.text.split(/\s+/).some((port) => /^22(?:\/tcp)?$/.test(port)),
  );
  return known(open !== undefined, open ? placeOf(image, open) : image.at);
}

function healthChecked(ships: readonly Instruction[], image: Image): Fact<boolean> {
  const check = ships.findLast(({ name }) => name === 'HEALTHCHECK');
  return check ? known(!/^\s*NONE\s*$/i.test(check.rest.text), placeOf(image, check)) : known(false, image.at);
}

/** Values that stay in the image, or in its history: https://docs.docker.com/build/building/secrets/ */
function secretInCode(all: readonly Instruction[], steps: readonly Step[], image: Image): Fact<boolean> {
  for (const { name: kind, rest } of all) {
    if (kind !== 'ENV' && kind !== 'ARG') continue;
    const secret = assignments(rest.text).find(({ name, value }) => value !== undefined && readsAsSecret(name, value));
    if (secret)
      return { ...known(true, { file: image.at.file, span: rest.span(secret.start, secret.end) }), secret: true };
  }
  const command = steps.find(({ variables, words }) =>
    [...variables, ...(words[0] === 'export' ? words.slice(1) : [])].some((text) => {
      const [, name = '', value = ''] = /^(\w+)=(.*)$/s.exec(text) ?? [];
      return readsAsSecret(name, value);
    }),
  );
  return command ? { ...known(true, command.at), secret: true } : mapFact(known(false, image.at), (is) => is);
}
