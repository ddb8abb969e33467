import type { Item } from './items.ts';

export interface Variable {
  value: Item;
  /** How many unknown conditions it was made under: what is written under more of them may not be. */
  level: number;
}

/** The names of a block, a function or a file. */
export class Environment {
  readonly variables = new Map<string, Variable>();
  readonly parent: Environment | undefined;

  constructor(parent?: Environment) {
    this.parent = parent;
  }

  find(name: string): Variable | undefined {
    return this.variables.get(name) ?? this.parent?.find(name);
  }

  declare(name: string, value: Item, level: number): void {
    this.variables.set(name, { value, level });
  }
}
