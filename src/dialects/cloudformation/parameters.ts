import type { Place } from '../../model/place.ts';
import type { Value } from '../../model/value.ts';
import { child, itemsOf, textOf } from '../../parse/look.ts';
import { valueOf } from '../tree-value.ts';
import type { Section } from './template.ts';
import { asText, list, reason, text, unknown } from './values.ts';

/**
 * What a parameter comes to: what the stack that nests the template gives, else its default, else the one value that is
 * allowed: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
 */
export function parameterValue(file: string, { key, value }: Section, given: Value | undefined): Value {
  const type = textOf(child(value, 'Type')) ?? 'String';
  const at: Place = { file, span: key.span };
  const stated = given ?? statedValue(file, value);
  const secret = /^true$/i.test(textOf(child(value, 'NoEcho')) ?? '');
  if (!stated)
    return unknown(
      reason('no-value', `parameter ${key.text}`, 'a default, or a value from the template that nests this one'),
      at,
      secret ? { secret: true } : {},
    );
  const converted = convert(stated, type, key.text, at);
  return secret ? { ...converted, secret: true } : converted;
}

function statedValue(file: string, declared: Node): Value | undefined {
  const written = child(declared, 'Default');
  if (written) return valueOf(written, file);
  const allowed = itemsOf(child(declared, 'AllowedValues'));
  return allowed.length === 1 && allowed[0] ? valueOf(allowed[0], file) : undefined;
}

type Node = Section['value'];

function convert(value: Value, type: string, name: string, at: Place): Value {
  // The default is the name under which Systems Manager keeps the value.
  if (type.startsWith('AWS::SSM::Parameter::Value'))
    return unknown(reason('data-source', `parameter ${name}`, 'the value that Systems Manager keeps'), at);
  const written = asText(value);
  if (written === undefined) return value;
  if (type === 'CommaDelimitedList' || type.startsWith('List<'))
    return {
      ...list(written === '' ? [] : written.split(',').map((item) => text(item.trim(), value.at)), value.at),
      via: value.via,
    };
  if (type === 'Number' && written.trim() !== '' && Number.isFinite(Number(written)))
    return { type: 'number', value: Number(written), at: value.at, via: value.via };
  return text(written, value.at, { via: value.via, ...(value.references && { references: value.references }) });
}
