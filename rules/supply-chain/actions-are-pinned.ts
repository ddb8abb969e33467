import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'actions-are-pinned',
  title: 'Foreign pipeline code is pinned to content that cannot change',
  severity: 'high',
  criteria: {
    'CC6.8': 'Code of others that was not looked at can’t get into the pipeline by a tag that moves.',
    'CC8.1': 'What a reviewed change runs is what was reviewed: the pipeline changes only by a change to it.',
  },
  do: 'Name the full commit with the version behind it as a comment (owner/action@<40-hex commit> # v1.2.3), or the image’s digest.',
  aspects: {
    action: { zizmor: ['unpinned-uses'], kics: ['555ab8f9-2001-455e-a077-f2d0f41e2fb9'] },
    image: { zizmor: ['unpinned-images'] },
  },
  on: on('action-reference'),
  check: ({ traits: { reference, pinned, isImage } }) => {
    const outcome = expect(pinned, (is) => is, `${reference} can change without a change here.`, {
      label: isImage ? 'not a digest' : 'not a commit',
    });
    return { action: isImage ? [] : outcome, image: isImage ? outcome : [] };
  },
});
