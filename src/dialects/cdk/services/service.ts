import type { Construct, Stated } from '../construct.ts';

/** What a class of the library makes in CloudFormation, with what the library itself writes where nothing is. */
export type Service = (construct: Construct) => readonly Stated[];

export type Services = Readonly<Record<string, Service>>;
