import { expect, it } from 'vitest';
import { excerptOfHtml } from './excerpt.ts';

it.each([
	['<p>Small <em>ones</em>.</p>', 'Small ones.'],
	['<p>One:</p><ul><li>two</li><li>three</li></ul>', 'One: two · three'],
	['<blockquote><p>Before</p></blockquote><p>After &amp; &lt;b&gt; &copy;</p>', 'After & <b> &copy;'],
	['<p>a<br>b</p>\n<pre><code>c  d</code></pre>', 'a b c d'],
	['<p>a &#61; &#34;b&#34; &#x2713;</p>', 'a = "b" ✓'],
	['<p></p>', ''],
	['', '']
])('%j is %j', (html, text) => {
	expect(excerptOfHtml(html, 100)).toBe(text);
});

it.each([
	['<p>one two three</p>', 13, 'one two three'],
	['<p>one two three</p>', 12, 'one two…'],
	['<p>one two three</p>', 8, 'one…'],
	['<p>😀😀😀😀</p>', 4, '😀😀😀😀'],
	['<p>😀😀😀😀</p>', 3, '😀😀…']
])('%j of %d characters is %j', (html, most, text) => {
	expect(excerptOfHtml(html, most)).toBe(text);
});
