import type { Resource } from '../../dialects/dialect.ts';
import type { ImageBuild } from '../../dialects/dockerfile/model.ts';
import { assignments } from '../../dialects/dockerfile/variables.ts';
import { known, type FactList } from '../../model/fact.ts';
import type { Written } from '../../model/kinds/container-image.ts';
import type { Instruction } from '../../parse/dockerfile/parse.ts';
import { namesSecret, readsAsSecret } from '../kubernetes-object.ts';

type Image = Resource<ImageBuild>;

/** Both stay in the history of the image, whoever gives them: https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/ */
export function secretArguments(ships: readonly Instruction[], image: Image): FactList<Written> {
  const items = ships.flatMap(({ name: kind, rest }) => {
    if (kind !== 'ARG' && kind !== 'ENV') return [];
    return assignments(rest.text).flatMap(({ name, value, start, end }) => {
      // One that is written is another question; an empty one is filled in when the container starts.
      const given = value === undefined ? kind === 'ARG' : /\$\{?\w/.test(value);
      if (!namesSecret(name) || !given || readsAsSecret(name, value ?? '')) return [];
      const at = { file: image.at.file, span: rest.span(start, end) };
      return [known({ text: name, at }, at)];
    });
  });
  return { items, complete: true, at: image.at };
}

// By the names that programs give to private keys and stored passwords.
const keyFile =
  /(?:^|\/)(?:id_(?:rsa|dsa|ecdsa|ed25519)|\.env(?:\.(?!example|sample|template|dist|test|defaults?)[\w-]+)?|\.netrc|\.pgpass|\.git-credentials|\.htpasswd|\.dockercfg|\.docker\/config\.json|\.aws\/credentials|\.kube\/config|kubeconfig|credentials\.json|service[-_]?account[-_]?key\.json|[\w.-]+\.(?:key|p12|pfx|jks|keystore|ppk)|[\w.-]*(?:private|priv)[\w.-]*\.pem|key\.pem|[\w.-]+[-_.]key\.pem)$/;

/** Files that are copied into what ships and hold keys by their names. */
export function keyFiles(ships: readonly Instruction[], image: Image): FactList<Written> {
  const items = ships.flatMap((instruction) => {
    if (instruction.name !== 'COPY' && instruction.name !== 'ADD') return [];
    const words = instruction.json ?? instruction.rest.text.trim().split(/\s+/);
    const sources = words.slice(0, -1).filter((word) => !word.startsWith('<<') && !/^https?:/.test(word));
    const at = { file: image.at.file, span: instruction.span };
    return sources.filter((word) => word.length < 300 && keyFile.test(word)).map((text) => known({ text, at }, at));
  });
  return { items, complete: true, at: image.at };
}
