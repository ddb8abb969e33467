import { assignments } from '../../dialects/dockerfile/variables.ts';
import type { FilePlace } from '../../model/place.ts';
import type { Instruction, SourceText } from '../../parse/dockerfile/parse.ts';
import { commandsIn } from '../../parse/dockerfile/shell.ts';

/** A command that a build runs, or variables that it sets. */
export interface Step {
  /** `NAME=value`. */
  variables: readonly string[];
  words: readonly string[];
  at: FilePlace;
}

/** What RUN runs, and what ENV and ARG set. */
export const stepsOf = (instructions: readonly Instruction[], file: string): readonly Step[] =>
  instructions.flatMap((instruction): Step[] => {
    const { name, rest, json, heredocs, span } = instruction;
    if (name === 'ENV' || name === 'ARG')
      return assignments(rest.text).map(({ name: variable, value = '', start, end }) => ({
        variables: [`${variable}=${value}`],
        words: [],
        at: { file, span: rest.span(start, end) },
      }));
    if (name !== 'RUN') return [];
    if (json) return [{ variables: [], words: json, at: { file, span } }];
    return [rest, ...heredocs.map(({ content }) => content)].flatMap((text) => inScript(text, file));
  });

const inScript = (source: SourceText, file: string): Step[] =>
  commandsIn(source.text).map(({ variables, words }) => {
    const all = [...variables, ...words];
    return {
      variables: variables.map(({ text }) => text),
      words: words.map(({ text }) => text),
      at: { file, span: source.span(all[0]!.start, all.at(-1)!.end) },
    };
  });
