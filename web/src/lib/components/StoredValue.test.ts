import { createRawSnippet, type Component } from 'svelte';
import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import Box from './Box.svelte';
import Boxes from './Boxes.svelte';
import Choice from './Choice.svelte';
import Field from './Field.svelte';

/** A part of a page whose form was refused with these values. */
function shown(part: Component<object>, props: object, values: Record<string, string>, code = 'request.precondition-failed', search = '?/save'): string {
	const page = { data: { language: 'en' }, form: { refusal: { code, message: '', fields: {} }, values }, url: new URL(`https://forum.example.org/administration${search}`) };
	return render(part, { props, context: new Map([['__request__', { page }]]) }).body;
}

const NOW = 'The version that is stored now: <bdi';

it('a field shows what is stored beside what was written when somebody else changed it', () => {
	const field = (written: string, value: string | undefined, ...where: string[]) => shown(Field as never, { name: 'name', label: 'Name', value, action: '?/save' }, { name: written }, ...where);
	expect(field('Mine', 'Theirs')).toMatch(/value="Mine".*stored now: <bdi[^>]*>Theirs</s);
	expect(field('Mine', '')).toMatch(/stored now: <bdi[^>]*>–</);
	expect(field('Mine', 'Mine')).not.toContain(NOW);
	expect(field('Mine', undefined)).not.toContain(NOW);
	expect(field('Mine', 'Theirs', 'request.invalid')).not.toContain(NOW);
	expect(field('Mine', 'Theirs', 'request.precondition-failed', '?/move')).not.toContain(NOW);
});

it('choices show what is stored in the words of their options', () => {
	const options = [{ value: 'a', text: 'Animals' }, { value: 'p', text: 'Plants' }];
	expect(shown(Choice as never, { name: 'kind', label: 'Kind', options, value: 'p' }, { kind: 'a' })).toMatch(/stored now: <bdi[^>]*>Plants</);
	expect(shown(Choice as never, { name: 'kind', label: 'Kind', options, proposed: 'p' }, { kind: 'a' })).not.toContain(NOW);
	expect(shown(Choice as never, { name: 'kind', label: 'Kind', options, proposed: 'p' }, {})).toMatch(/value="p" selected/);
	const boxes = (kind: string) => shown(Boxes as never, { name: 'kind', label: 'Kind', values: ['a', 'p'], texts: ['Animals', 'Plants'], chosen: ['p', 'a'] }, { kind });
	expect(boxes('p')).toMatch(/stored now: <bdi[^>]*>Animals, Plants</);
	expect(boxes('a p')).not.toContain(NOW);
});

it('a box shows whether it is checked now, if it is stored at all', () => {
	const children = createRawSnippet(() => ({ render: () => '<b>Hidden</b>' }));
	const box = (given: string, checked?: boolean) => shown(Box as never, { name: 'hidden', checked, children }, { hidden: given });
	expect(box('', true)).toMatch(/stored now: <bdi[^>]*>Yes</);
	expect(box('on', true)).not.toContain(NOW);
	expect(box('on')).not.toContain(NOW);
});
