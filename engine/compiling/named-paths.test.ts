import { describe, expect, it } from '@jest/globals';
import { namedPaths } from './named-paths.ts';

describe('namedPaths', () => {
  it.each([
    ['outcome = "accept"', ['outcome']],
    ['count(form.objects.land) > limit', ['form.objects.land', 'limit']],
    ['form.objects.land[area > 5].use', ['area', 'form.objects.land.use']],
    [
      'some piece in form.objects.land satisfies piece.area > form.limit',
      ['form.objects.land', 'form.objects.land.area', 'form.limit'],
    ],
    ['for a in form.land, b in a.parts return b.size', ['form.land', 'form.land.parts', 'form.land.parts.size']],
    ['{total: sum(form.areas), twice: total * 2}.twice', ['form.areas']],
    ['(function(x) x + y)(form.n)', ['y', 'form.n']],
    ['duration("P7D")', []],
    ['form', ['form']],
    ['if form.a = null then form.b else 3', ['form.a', 'form.b']],
  ])('%s', (feel, paths) => expect(namedPaths(feel).map((path) => path.join('.'))).toEqual(paths));
});
