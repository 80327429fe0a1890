import { expect, test } from 'vitest';
import { withColours } from './code';
import { textOf } from './entities';
import { prose } from './prose';
import { withFolds } from './quotes';

const block = (language: string, code: string) => `<pre><code class="language-${language}">${code}</code></pre>`;

const words = (html: string) => textOf(html.replace(/<[^>]*>/g, ''));

test.each([
	['python', 'def f():\n    return &#34;x&#34; # y', 'c-keyword'],
	['Java', 'public class A { int a &#61; 1; }', 'c-keyword'],
	['c++', 'int main() { return 0; }', 'c-keyword'],
	['js', 'const a &#61; &#96;b&#96;;', 'c-string'],
	['json', '{&#34;a&#34;: [1, null]}', 'c-attr'],
	['html', '&lt;a href&#61;&#34;x&#34;&gt;b&lt;/a&gt;', 'c-tag'],
	['sql', 'SELECT 1 FROM t -- x', 'c-comment'],
	['bash', 'echo &#34;$HOME&#34; &amp;&amp; ls', 'c-string']
])('code of %s is coloured, and its words stay', (language, code, expected) => {
	const shown = withColours(block(language, code));
	expect(shown).toContain(`class="${expected}`);
	expect(words(shown)).toBe(textOf(code));
	expect(withColours(block(language, code)), 'again').toBe(shown);
});

test.each([
	['no language', '<pre><code>a = 1</code></pre>'],
	['an unknown language', block('klingon', 'qapla')],
	['a property of all objects', block('constructor', 'a')],
	['too much code', block('python', 'a = 1\n'.repeat(2000))],
	['code in a line', '<p><code class="language-python">a</code></p>']
])('%s is shown as it is', (_, html) => {
	expect(withColours(html)).toBe(html);
});

test.each([
	'&lt;script&gt;alert(1)&lt;/script&gt;',
	'&lt;img src&#61;x onerror&#61;alert(1)&gt;',
	'&#60;script&#62;alert(1)&#60;/script&#62;',
	'&amp;lt;script&amp;gt;',
	'&#x3c;b&#x3E;',
	'&#9999999;&#x110000;&nope;'
])('%s stays text', (code) => {
	for (const language of ['html', 'js', 'php', 'markdown', 'plaintext', 'diff']) {
		const elements = withColours(block(language, code)).match(/<[^>]*>/g) ?? [];
		expect(elements.filter((one) => !/^<(?:pre|code class="language-\w+"|span class="[\w -]+"|\/(?:pre|code|span))>$/.test(one))).toEqual([]);
	}
});

const long = `<p>${'Many words. '.repeat(80)}</p>`;

test.each([
	['a short quotation', '<blockquote><p>Few words.</p></blockquote><p>a</p>', 0],
	['a long one', `<blockquote>${long}</blockquote><p>a</p>`, 1],
	['two long ones', `<blockquote>${long}</blockquote><p>a</p><blockquote>${long}</blockquote>`, 2],
	['one in another', `<blockquote><blockquote>${long}</blockquote><p>b</p></blockquote>`, 1],
	['one with its source', `<blockquote cite="/posts/1">${long}</blockquote>`, 1],
	['one of a picture', `<blockquote><p><img src="${'a'.repeat(900)}" alt="" /></p></blockquote>`, 0],
	['no quotation', long, 0],
	['one that is not closed', `<blockquote>${long}`, 0]
])('%s folds as often as expected', (_, html, count) => {
	const shown = withFolds(html);
	expect(shown.match(/<details class="quotation">/g)?.length ?? 0).toBe(count);
	expect(shown.replace(/<details class="quotation"><summary>[^<]*<\/summary>|<\/details>/g, '')).toBe(html);
});

test('beginning of a folded quotation is text', () => {
	const shown = withFolds(`<blockquote><p>&lt;b&gt; &amp;lt; ${'word '.repeat(200)}</p></blockquote>`);
	expect(shown).toContain('<summary>&lt;b> &amp;lt; word');
});

test('text without html is empty', () => {
	expect(prose(null, 'gone')).toBe('');
	expect(prose(undefined, 'gone')).toBe('');
});

test('table is scrolled by keyboard', () => {
	expect(prose('<table><tbody></tbody></table>', '')).toBe('<table tabindex="0"><tbody></tbody></table>');
});
