import { known, unknownFact, type Fact, type UnknownReason } from '../model/fact.ts';
import { asString, knownOf, unknownOf, type Reader } from './read.ts';

/** What the name of an image says of its version. */
interface Image {
  tag: string | undefined;
  digest: boolean;
}

export function imageIn(text: string): Image {
  const [name = ''] = text.split('@', 1);
  const last = name.slice(name.lastIndexOf('/') + 1);
  const colon = last.indexOf(':');
  return { tag: colon < 0 ? undefined : last.slice(colon + 1), digest: /@sha\d+:[0-9a-f]+$/i.test(text) };
}

/** The `image` of a container: https://kubernetes.io/docs/concepts/containers/images/: without a tag it is `latest`. */
export function imageFact(own: Reader, filledIn = false): Fact<Image> {
  const value = own.value('image');
  if (!value) return known({ tag: undefined, digest: false }, own.at);
  if (value.type === 'unknown') {
    const end = value.suffix ?? '';
    if (/@sha256:/.test(end)) return known({ tag: undefined, digest: true }, value.at, value.via);
    const tag = /:([\w.-]+)$/.exec(end)?.[1];
    return tag === undefined ? unknownOf(value) : known({ tag, digest: false }, value.at, value.via);
  }
  const text = asString(value) ?? '';
  // https://skaffold.dev/docs/builders/#image-names: a bare name is that of an artifact.
  if (filledIn && /^[\w.-]+$/.test(text)) return unknownFact(filledInLater, value.at, value.via);
  return knownOf(value, imageIn(text));
}

/** The registry that an image comes from: https://github.com/distribution/reference/blob/main/reference.go */
export function registryFact(own: Reader): Fact<string> {
  const value = own.value('image');
  if (!value) return unknownFact({ code: 'no-value', subject: 'image', settledBy: 'the name of the image' }, own.at);
  const text = value.type === 'unknown' ? value.prefix : asString(value);
  const first = /^([^/]+)\//.exec(text ?? '')?.[1];
  if (first !== undefined && (/[.:]/.test(first) || first === 'localhost'))
    return known(first.toLowerCase(), value.at, value.via);
  return value.type === 'unknown' ? unknownOf(value) : knownOf(value, 'docker.io');
}

const filledInLater: UnknownReason = {
  code: 'not-rendered',
  subject: 'the version of the image',
  settledBy: 'the manifest as Skaffold deploys it',
};
