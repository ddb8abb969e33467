import type { Place } from '../../model/place.ts';
import type { Value } from '../../model/value.ts';
import { snake } from '../cloudformation/body.ts';

/** Maps whose keys are the writer's own. */
const free =
  /^(?:tags|tagsAll|defaultTags|labels|userLabels|annotations|variables|metadata|data|stringData|appSettings|environmentVariables|parameterValues|\w*[pP]olicy|\w*[pP]olicyDocument)$/;

/**
 * Arguments of a class in the words of Terraform: `kmsKeyId` is `kms_key_id`, and blocks that can be written several times are
 * lists with a plural name here (`ingress` stays, `lifecycleRules` is `lifecycle_rule`), so these have both names:
 * https://github.com/pulumi/pulumi-terraform-bridge/blob/main/pkg/tfbridge/names.go
 */
export function inTerraformWords(value: Value, depth = 0): Value {
  if (depth > 40) return value;
  if (value.type === 'list') return { ...value, items: value.items.map((item) => inTerraformWords(item, depth + 1)) };
  if (value.type !== 'object') return value;
  const entries = new Map<string, Value>();
  const keys = new Map<string, Place>();
  for (const [key, entry] of value.entries) {
    const name = snake(key);
    const at = value.keys?.get(key);
    const worded = free.test(key) ? entry : inTerraformWords(entry, depth + 1);
    // Each plural has two names, so what stands in plurals in plurals would be told many times.
    const single =
      depth <= deepestPlural && (entry.type === 'list' || entry.type === 'unknown') ? singular(name) : undefined;
    for (const one of single === undefined ? [name] : [name, single]) {
      if (one !== name && entries.has(one)) continue;
      entries.set(one, worded);
      if (at) keys.set(one, at);
    }
  }
  return { ...value, entries, keys };
}

/** How many levels down names are told in both numbers: resources have fewer. */
const deepestPlural = 12;

function singular(name: string): string | undefined {
  if (/(?:ss|us|is)$/.test(name)) return undefined;
  if (name.endsWith('ies')) return `${name.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh)es$/.test(name)) return name.slice(0, -2);
  return name.endsWith('s') ? name.slice(0, -1) : undefined;
}
