import { defineKind, trait } from '../kind.ts';
import type { FilePlace } from '../place.ts';

/** A name by which code speaks of somebody outside. */
export interface OutsideService {
  /** A host, the publisher of an image, a provider of infrastructure as code. */
  name: string;
  as: 'image' | 'registry' | 'provider' | 'host';
  at: FilePlace;
}

export const outsideServices = defineKind({
  name: 'outside-services',
  about: 'Everybody outside whom code and settings name, where a register of vendors is kept to hold against them.',
  plural: 'services of others',
  inventory: false,
  traits: {
    namedInCode: trait<readonly OutsideService[]>('Whose images, registries, providers and hosts are used, each once.'),
  },
});
