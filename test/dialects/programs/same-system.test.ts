import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { differences, verdictsOf } from './verdicts.ts';

// One system, in four languages, as it should be and as it shouldn’t: what is right and what is wrong with it is the same in each.

const folder = 'test/dialects/programs';
const text = (name: string): string => readFileSync(join(folder, name), 'utf8');

const things = new Set(
  `key data net web db lb https jobs dead news worker logs cluster table files role policy secret images trail get prod site`.split(
    ' ',
  ),
);

/** Things are called alike in all of them, but for what stands before. */
const named = (name: string): string | undefined => {
  const last = name.split(' ')[0]!.split(/[./]/).at(-1)!.toLowerCase();
  return things.has(last) ? last : undefined;
};

describe.each(['good', 'bad'])('a %s system in four languages', (kind) => {
  it('is judged alike, rule by rule', async () => {
    const inTerraform = await verdictsOf({ 'main.tf': text(`system/${kind}.tf`) }, named);
    const inCloudformation = await verdictsOf({ 'stack.yaml': text(`system/${kind}.yaml`) }, named);
    const inPulumi = await verdictsOf({ 'index.ts': text(`system/${kind}.pulumi.ts`) }, named);
    const inCdk = await verdictsOf({ 'app.ts': text(`cdk/${kind}-system.ts`), 'cdk.json': '{}' }, named);
    expect(inTerraform.size).toBeGreaterThan(100);
    expect(differences(inTerraform, inPulumi)).toEqual([]);
    // A template can’t say what the default group of a network lets through, so it is not asked.
    expect(differences(inTerraform, inCloudformation)).toEqual(['default-groups-are-emptied  net: fail, -']);
    expect(differences(inCloudformation, inCdk)).toEqual([]);
  });
});

describe('a system of Azure, in the words of Terraform and in Azure’s own by Pulumi', () => {
  it('is judged alike, rule by rule', async () => {
    const last = (name: string): string => name.split('.').at(-1)!;
    const inTerraform = await verdictsOf({ 'main.tf': text('system/azure.tf') }, last);
    const inPulumi = await verdictsOf({ 'index.ts': text('system/azure.pulumi.ts') }, last);
    expect(inTerraform.size).toBeGreaterThan(100);
    // Versions and deleted blobs are settings of the blob service there, which is a resource of its own.
    expect(differences(inTerraform, inPulumi)).toEqual([
      'deleted-objects-can-be-restored  shop: fail, unknown',
      'deleted-objects-can-be-restored  store: fail, unknown',
      'objects-are-versioned  shop: fail, unknown',
      'objects-are-versioned  store: fail, unknown',
    ]);
  });
});
