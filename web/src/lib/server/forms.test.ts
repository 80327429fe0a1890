import { expect, it } from 'vitest';
import { boxes, isBrokenForm, listed, readQuery, refusalOf, tagged, texts, useKey, usernames } from './forms.ts';

const PAGE = 'https://forum.example.org/language';

it.each([
	['application/x-www-form-urlencoded', null],
	['application/x-www-form-urlencoded; charset=UTF-8', null],
	['Multipart/Form-Data; boundary=x', null],
	['application/json', 415],
	['text/plain', 415],
	['text/plain; application/x-www-form-urlencoded', 415],
	['application/x-www-form-urlencodedx', 415],
	['multipart/mixed; boundary=x', 415],
	['application/xml', 415],
	['application/octet-stream', 415],
	['x', 415],
	[' ', 415]
])('a form of type %s: %s', (type, status) => {
	expect(refusalOf(new Request(PAGE, { method: 'POST', body: 'a=b', headers: { 'content-type': type } }))).toBe(status);
});

it('reads and writes without a body have no type', () => {
	expect(refusalOf(new Request(PAGE))).toBeNull();
	expect(refusalOf(new Request(PAGE, { method: 'POST' }))).toBeNull();
});

it('parameters of an address have a value, without spaces around it', () => {
	const url = new URL('https://forum.example/?q=%20a%20b+&role=+&status=');
	expect(readQuery(url, 'q', 'role', 'status', 'cursor')).toEqual({ q: 'a b' });
});

it('key of a form is used and remembered; one that is none is replaced', () => {
	const locals: { key?: string } = {};
	expect(useKey({ locals }, '0190c5a2-0000-7000')).toBe('0190c5a2-0000-7000');
	expect(locals.key).toBe('0190c5a2-0000-7000');
	expect(useKey({ locals }, 'short')).toBe(locals.key);
	expect(locals.key).toHaveLength(36);
});

it('boxes of a form are kept by their names', () => {
	const form = new FormData();
	form.append('scopes', 'openid');
	form.append('scopes', 'threads:read');
	form.append('enabled', 'on');
	expect(boxes(form, 'scopes', 'enabled', 'trusted')).toEqual({ scopes: 'openid threads:read', enabled: 'on', trusted: '' });
});

it('uploads begin with JSON', () => {
	const headers = { 'content-type': 'application/json' };
	const upload = new Request('https://forum.example.org/media', { method: 'POST', body: '{}', headers });
	expect(refusalOf(upload)).toBeNull();
});

it.each([
	['multipart/form-data', 'x'],
	['multipart/form-data; boundary=x', ''],
	['multipart/form-data; boundary=x', 'garbage'],
	['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name=a\r\n\r\nb'],
	['multipart/form-data; boundary=x', '--x\r\n--x\r\n--x--'],
	['application/json', '{}']
])('a broken form of type %s: %s', async (type, body) => {
	const request = new Request(PAGE, { method: 'POST', body, headers: { 'content-type': type } });
	const failure = await request.formData().then(
		() => null,
		(caught: unknown) => caught
	);
	expect(isBrokenForm(failure)).toBe(true);
});

it.each([new TypeError('fetch failed'), new TypeError("reading 'id'"), new Error('Failed to parse body as FormData.'), null])(
	'%s is no broken form',
	(failure) => {
		expect(isBrokenForm(failure)).toBe(false);
	}
);

it.each(['@alice', ' ＠alice ', 'alice'])('username %j is alice', (username) => {
	const form = new FormData();
	form.set('username', username);
	expect(texts(form, 'username')).toEqual({ username: 'alice' });
});

it('line breaks of a browser become those of all other clients', () => {
	const form = new FormData();
	form.set('content', 'a\r\n\r\nb\nc');
	expect(texts(form, 'content')).toEqual({ content: 'a\n\nb\nc' });
});

it('text from other programs loses the controls that nobody sees', () => {
	const form = new FormData();
	form.set('content', 'a\vb\fc\x85d\te\x1b\0');
	form.set('newPassword', 'a\vb');
	form.set('title', 'a\vb');
	expect(texts(form, 'content', 'newPassword', 'title')).toEqual({ content: 'a\nb\nc\nd\te', newPassword: 'a\vb', title: 'a b' });
});

it('words lose the spaces around them, texts keep them', () => {
	const form = new FormData();
	form.set('username', ' alice\u00a0');
	form.set('email', 'alice@example.org ');
	form.set('content', ' a\n');
	form.set('password', ' a ');
	expect(texts(form, 'username', 'email', 'content', 'password', 'otp')).toEqual({
		username: 'alice',
		email: 'alice@example.org',
		content: ' a\n',
		password: ' a ',
		otp: ''
	});
});

it.each([
	['soil, seeds ,', ['soil', 'seeds']],
	['園芸、土', ['園芸', '土']],
	['天气，北京', ['天气', '北京']],
	['ﾈｺ､ｲﾇ', ['ﾈｺ', 'ｲﾇ']],
	['شعر، أدب', ['شعر', 'أدب']],
	['ግጥም፣ ታሪክ', ['ግጥም', 'ታሪክ']],
	['c++', ['c++']],
	[' ', []]
])('entries of %s', (text, entries) => {
	expect(listed(text)).toEqual(entries);
});

it.each([
	['#java, größe', ['java', 'größe']],
	['java; c++；.net', ['java', 'c++', '.net']],
	['＃園芸、# 土', ['園芸', '土']],
	['جافا، بايثون؛ c#', ['جافا', 'بايثون', 'c#']],
	['#, ##java', ['java']],
	['#foo #bar c# lang', ['foo', 'bar-c#-lang']],
	['machine learning, # São  Paulo ', ['machine-learning', 'São-Paulo']]
])('tags of %s', (text, entries) => {
	expect(tagged(text)).toEqual(entries);
});

it.each([
	[' @alice; bob ', ['alice', 'bob']],
	['@alice، @bob؛carol', ['alice', 'bob', 'carol']],
	['＠alice、bob\u00a0carol', ['alice', 'bob', 'carol']],
	['alice\nbob, @', ['alice', 'bob']]
])('usernames of %s', (text, entries) => {
	expect(usernames(text)).toEqual(entries);
});
