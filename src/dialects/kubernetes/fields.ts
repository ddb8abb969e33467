import type { ObjectValue, Value } from '../../model/value.ts';
import type { Manifest } from './manifest.ts';
import { textAt } from './patch.ts';

/** A value with another one at a path of keys. `make` is given what is there; what it doesn't give stays away. */
export function withField(
  value: ObjectValue,
  [key = '', ...rest]: readonly string[],
  make: (there: Value | undefined) => Value | undefined,
): ObjectValue {
  const there = value.entries.get(key);
  let next: Value | undefined;
  if (rest.length === 0) next = make(there);
  else if (there?.type === 'object') next = withField(there, rest, make);
  else if (there === undefined || there.type === 'null') {
    const made = withField({ type: 'object', entries: new Map(), complete: true, at: value.at, via: [] }, rest, make);
    next = made.entries.size > 0 ? made : undefined;
  } else return value;
  return next === undefined || next === there ? value : { ...value, entries: new Map(value.entries).set(key, next) };
}

/** A value in which each text is looked at, with the key that it stands under. */
export function eachText(
  value: Value,
  change: (text: Value & { type: 'string' }, key: string) => Value,
  key = '',
  depth = 0,
): Value {
  if (depth > 60) return value;
  if (value.type === 'list')
    return { ...value, items: value.items.map((item) => eachText(item, change, key, depth + 1)) };
  if (value.type === 'object')
    return {
      ...value,
      entries: new Map([...value.entries].map(([name, entry]) => [name, eachText(entry, change, name, depth + 1)])),
    };
  return value.type === 'string' ? change(value, key) : value;
}

const ofCluster = new Set([
  'APIService',
  'CSIDriver',
  'ClusterRole',
  'ClusterRoleBinding',
  'CustomResourceDefinition',
  'IngressClass',
  'MutatingWebhookConfiguration',
  'Node',
  'PersistentVolume',
  'PodSecurityPolicy',
  'PriorityClass',
  'RuntimeClass',
  'StorageClass',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding',
  'ValidatingWebhookConfiguration',
]);

/** All objects in one namespace, the namespace itself by that name, and the accounts that bindings name with them. */
export function inNamespace(objects: readonly Manifest[], namespace: Value | undefined): readonly Manifest[] {
  if (!namespace) return objects;
  const accounts = new Set(
    objects.filter(({ kind }) => kind === 'ServiceAccount').map(({ body }) => textAt(body, 'metadata', 'name')),
  );
  const own = (subject: Value): Value =>
    subject.type === 'object' &&
    textAt(subject, 'kind') === 'ServiceAccount' &&
    (textAt(subject, 'name') === 'default' || accounts.has(textAt(subject, 'name')))
      ? { ...subject, entries: new Map(subject.entries).set('namespace', namespace) }
      : subject;
  return objects.map((object) => {
    let { body } = object;
    if (object.kind === 'Namespace') return { ...object, body: withField(body, ['metadata', 'name'], () => namespace) };
    if (/^(?:Cluster)?RoleBinding$/.test(object.kind))
      body = withField(body, ['subjects'], (there) =>
        there?.type === 'list' ? { ...there, items: there.items.map(own) } : there,
      );
    if (!ofCluster.has(object.kind)) body = withField(body, ['metadata', 'namespace'], () => namespace);
    return { ...object, body };
  });
}

export function withImages(object: Manifest, images: readonly Value[]): Manifest {
  const spec = object.body.entries.get('spec');
  if (images.length === 0 || !spec) return object;
  const changed = eachText(spec, (text, key) => (key === 'image' ? otherImage(text, images) : text));
  return { ...object, body: { ...object.body, entries: new Map(object.body.entries).set('spec', changed) } };
}

function otherImage(value: Value & { type: 'string' }, images: readonly Value[]): Value {
  const [, name = '', rest = ''] = /^(.*?)((?::[\w.-]+)?(?:@[\w:]+)?)$/.exec(value.value) ?? [];
  const image = images.find((entry) => textAt(entry, 'name') === name);
  if (!image) return value;
  const part = (key: string): string | undefined => textAt(image, key) || undefined;
  const [tag, digest, suffix] = [part('newTag'), part('digest'), part('tagSuffix')];
  const ending = suffix === undefined ? '' : suffix;
  const version =
    tag === undefined && digest === undefined
      ? rest.replace(/^:[\w.-]+/, (own) => own + ending)
      : `${tag === undefined ? '' : `:${tag}${ending}`}${digest === undefined ? '' : `@${digest}`}`;
  return { ...value, value: `${part('newName') ?? name}${version}`, at: image.at, via: [value.at, ...value.via] };
}
