import type { RegisterId } from '../../criteria/registers.ts';
import { defineKind, trait } from '../kind.ts';
import type { FilePlace } from '../place.ts';

/** A file that a policy says holds a register. */
export interface NamedRegister {
  target: string;
  found: boolean;
  /** The title of the policy. */
  document: string;
  at: FilePlace;
}

export const register = defineKind({
  name: 'register',
  about:
    'A register or record that is usual where SOC 2 is the aim, made of all files that hold it or of its absence where it is expected.',
  plural: 'registers',
  inventory: false,
  traits: {
    registered: trait<RegisterId>('Which of the usual ones it is.'),
    files: trait<readonly string[]>('The files that hold it.'),
    declaredHereAt: trait<FilePlace | undefined>('Where the config says that records are kept here.'),
    named: trait<readonly NamedRegister[]>('What policies say of where it is, and whether it is there.'),
  },
});
