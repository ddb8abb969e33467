import { describesRecord } from '../../dialects/documents/kept-elsewhere.ts';
import { stemOf } from '../../dialects/documents/identify.ts';
import type { PolicyDocument } from '../../dialects/documents/model.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';

const place =
  /\b(?:kept|stored|held|recorded|filed|maintained|archived|tracked|found|available|lives?|logged)\b[^\n.]{0,60}\b(?:in|at|on|by|with|under)\b|\b(?:portal|minute book|minutes of|system of record|share ?point|confluence|notion|google drive|jira|ticket(?:s|ing)?)\b/i;

export default mapping<'kept-elsewhere', PolicyDocument>({
  kind: 'kept-elsewhere',
  dialect: 'documents',
  types: ['policy'],
  map: (resource) => {
    const { model } = resource;
    const described = model.policy === undefined ? describesRecord(model.title, stemOf(model.path)) : undefined;
    if (!described) return undefined;
    const said = model.tree.blocks.find(({ text }) => place.test(text));
    return {
      kind: 'kept-elsewhere',
      ...subjectOf(resource),
      traits: { described, placeSaidAt: said && { file: model.path, span: said.span } },
    };
  },
});
