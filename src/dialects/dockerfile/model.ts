import type { Instruction } from '../../parse/dockerfile/parse.ts';
import type { Variables } from './variables.ts';

/** One stage of a build. */
export interface Stage {
  /** Its instructions behind FROM. */
  instructions: readonly Instruction[];
  from: Instruction;
  /** The image as written, with arguments filled in as far as they have values. */
  image: { text: string; open: string | undefined };
  /** The stage that it goes on from, where that is one of the same file. */
  base: Stage | undefined;
  name: string | undefined;
  variables: Variables;
}

export interface ImageBuild {
  stages: readonly Stage[];
}
