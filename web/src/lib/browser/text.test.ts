import { expect, it } from 'vitest';
import { composes, begunMention, begunTag, complete, completeTag, isTooLarge, isWhole, nextItem, suggestions, withLink, withQuote } from './text.ts';

it.each([
	[true, 13, true],
	[false, 229, true],
	[false, 13, false]
])('key that composes %s with code %d composes: %s', (isComposing, keyCode, expected) => {
	expect(composes({ isComposing, keyCode })).toBe(expected);
});

it.each([
	['a'.repeat(50_000), false],
	['क्षि '.repeat(16_000), false],
	['क्षि '.repeat(24_900), true],
	['👨‍👩‍👧‍👦'.repeat(11_000), true],
	['\n"'.repeat(70_000), true]
])('text %#, which has many bytes, is too large: %s', (text, expected) => {
	expect(isTooLarge(text)).toBe(expected);
});

it('quote names its author and links the post', () => {
	const author = { username: 'alice', post: '01KAG3C7D8E9F0G1H2J3K4M5N6' };
	expect(withQuote('I think \n', 'one\n\ntwo', author, 'wrote')).toBe(
		'I think\n\n> [@alice wrote](/posts/01KAG3C7D8E9F0G1H2J3K4M5N6)\n>\n> one\n>\n> two\n\n'
	);
});

it('quote begins with code, as the post does', () => {
	expect(withQuote('', ' \n\n    code\n\n', { username: 'a', post: '1' }, 'wrote')).toBe('> [@a wrote](/posts/1)\n>\n>     code\n\n');
});

it('quote names pictures, which belong to its author', () => {
	const quoted = withQuote('', 'See ![a hill \\[draft\\]](media:01KAG3C7D8E9F0G1H2J3K4M5N6).\n```\na\n```', { username: 'a', post: '1' }, 'wrote');
	expect(quoted).toBe('> [@a wrote](/posts/1)\n>\n> See a hill \\[draft\\].\n> ```\n> a\n> ```\n\n');
});

it.each([
	['@al', 'al'],
	['Hello (@al', 'al'],
	['Hello @', ''],
	['你好@al', 'al'],
	['你好＠al', 'al'],
	['@علي', 'علي'],
	['Hallo @Jürg', 'Jürg'],
	['@田中', '田中'],
	['mail@al', undefined],
	['Hello @al ', undefined],
	['Hello @@al', undefined],
	[':smi', ':smi'],
	['Hello :lächeln', ':lächeln'],
	['at 10:30', undefined],
	['Note:so', undefined],
	['https://a', undefined],
	[':)', undefined],
	[':a', undefined],
	[':smile:', undefined]
])('mention of "%s" is %s', (text, prefix) => {
	expect(begunMention(text, text.length)?.prefix).toBe(prefix);
});

it('emoji replaces the colon, too, and none is left out', () => {
	const text = 'Hello :tom';
	const begun = begunMention(text, text.length) ?? { start: 0, prefix: '' };
	expect(suggestions(['alice'], ['🍅 tomato', '😀 a'], begun.prefix)).toEqual(['🍅 tomato', '😀 a']);
	expect(complete(text, begun, '🍅')).toEqual({ text: 'Hello 🍅 ', cursor: 9 });
});

it('suggestions ignore case and what is complete', () => {
	expect(suggestions(['Alice', 'alan', 'bob', 'alan', 'al'], [], 'al')).toEqual(['Alice', 'alan']);
});

it.each([
	['bob', true],
	['Bob', true],
	['bo', false],
	['bobby', true],
	['carol', true],
	['', false]
])('%j is whole: %s', (prefix, whole) => {
	expect(isWhole(['bob', 'bobby'], ['carol · Carol'], prefix)).toBe(whole);
});

it('suggestion with a name replaces the bare one', () => {
	expect(suggestions(['alan', 'alice'], ['alan · Alan Turing', 'al · Al'], 'al')).toEqual(['alan · Alan Turing', 'alice']);
});

it('person is suggested by a name of another script', () => {
	expect(suggestions(['alice'], ['ali-2 · علي'], 'علي')).toEqual(['ali-2 · علي']);
});

it('completed mention is followed by a space at the end only', () => {
	const text = 'Hello @al, you';
	const mention = begunMention(text, 9);
	expect(mention && complete(text, mention, 'alice')).toEqual({ text: 'Hello @alice, you', cursor: 12 });
});

it.each([
	['ja', 2, 'ja', 0],
	['garden, ja', 10, 'ja', 8],
	['garden,ja', 9, 'ja', 7],
	['garden, ', 8, undefined, 0],
	['', 0, undefined, 0],
	['ga, soil', 2, 'ga', 0],
	['日本', 2, '日本', 0],
	[', c+', 4, 'c+', 2]
])('in %j, the tag that ends at %i is %j', (text, cursor, prefix, start) => {
	expect(begunTag(text, cursor)).toEqual(prefix === undefined ? null : { start, prefix });
});

it.each([
	['ja', 2, 'java', 'java, ', 6],
	['garden, ja', 10, 'java', 'garden, java, ', 14],
	['ga, soil', 2, 'garden', 'garden, soil', 8],
	['garde', 2, 'garden', 'garden, ', 8],
	['شعر، أد', 7, 'أدب', 'شعر، أدب, ', 10],
	['園芸、ja、土', 5, 'java', '園芸、java, 土', 9],
	['x,gard , soil', 4, 'garden', 'x,garden, soil', 10]
])('in %j, the tag at %i is completed', (text, at, tag, completed, cursor) => {
	const begun = begunTag(text, at);
	expect(begun && completeTag(text, begun, tag)).toEqual({ text: completed, cursor });
});

/** A bar is the cursor. */
it.each([
	['- one|', '- one\n- |'],
	['* one\n  * two|', '* one\n  * two\n  * |'],
	['9. one|', '9. one\n10. |'],
	['1) one| two', '1) one\n2) |two'],
	['- [x] done|', '- [x] done\n- [ ] |'],
	['- one\n- |\nlater', '- one\n|\nlater'],
	['- [ ] |', '|'],
	['-|', null],
	['|- one', null],
	['-one|', null],
	['words - one|', null],
	['```\n- one|', null],
	['```\na\n```\n- one|', '```\na\n```\n- one\n- |']
])('Enter in %j gives %j', (before, after) => {
	const next = nextItem(before.replace('|', ''), before.indexOf('|'));
	expect(next && `${next.text.slice(0, next.cursor)}|${next.text.slice(next.cursor)}`).toBe(after);
});

it.each([
	['here', 'https://forum.example/a', '[here](https://forum.example/a)'],
	['the page', 'https://forum.example/a_(b)', '[the page](<https://forum.example/a_(b)>)'],
	['', 'https://forum.example/a', null],
	['two\nlines', 'https://forum.example/a', null],
	['https://old.example', 'https://forum.example/a', null],
	['here', 'some words', null],
	['here', 'javascript:alert(1)', null]
])('%j with %j pasted over it is %j', (selected, address, link) => {
	expect(withLink(selected, address)).toBe(link);
});
