import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';
import { encryptedWithOwnKey, openNetwork, publicByPolicy, sharedKeysAccepted } from './shared.ts';
export const imageRepository = defineKind({
  name: 'image-repository',
  about: 'Where container images are kept and pulled from.',
  plural: 'image repositories',
  inventory: true,
  traits: {
    tagsFixed: trait<Fact<boolean>>('Whether a tag can’t be moved to another image.'),
    scannedOnPush: trait<Fact<boolean>>('Whether images are looked through for known weaknesses as they arrive.'),
    heldUntilChecked: trait<Fact<boolean>>('Whether an image can’t be pulled before something has looked at it.'),
    publicByPolicy,
    openNetwork,
    sharedKeysAccepted,
    encryptedWithOwnKey,
  },
});
