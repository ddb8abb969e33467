import type { Model } from '../../dialects/github-actions/read.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { alwaysTrue, bySubstring, running } from '../workflow-job/conditions.ts';
import { hiddenMeaning } from '../workflow-job/hidden.ts';
import { latestTools } from '../workflow-job/latest-tools.ts';
import { publishTokensIn } from '../workflow-job/publish-tokens.ts';
import { looseInstalls, openVersions } from '../workflow-job/open-versions.ts';
import { inputsInScripts, pipedScripts, untrustedInScripts } from '../workflow-job/steps.ts';

export default mapping<'local-action', Model>({
  kind: 'local-action',
  dialect: 'github-actions',
  types: ['action'],
  map: (resource) => {
    if (!('action' in resource.model)) return undefined;
    const { file } = resource.model.action;
    const steps = running(resource.model.action.steps);
    // One in JavaScript or in a container has no scripts that show here.
    if (steps.length === 0) return undefined;
    return {
      kind: 'local-action',
      provider: 'github',
      ...subjectOf(resource),
      traits: {
        untrustedInScripts: untrustedInScripts(steps, []),
        // Under .github/ an action is for the workflows of its own repository.
        inputsInScripts: file.startsWith('.github/') ? undefined : inputsInScripts(steps),
        pipedScripts: pipedScripts(steps),
        alwaysTrueConditions: alwaysTrue(steps),
        substringConditions: bySubstring(steps),
        openVersions: openVersions(steps),
        hiddenMeaning: hiddenMeaning(steps),
        looseInstalls: looseInstalls(steps),
        latestTools: latestTools(steps),
        publishTokens: publishTokensIn(steps),
      },
    };
  },
});
