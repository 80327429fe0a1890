import { expect, it } from 'vitest';
import { excerptOfHtml } from './excerpt.ts';

it.each([
	['<p>Small <em>ones</em>.</p>', 'Small ones.'],
	['<p>One:</p><ul><li>two</li><li>three</li></ul>', 'One: two · three'],
	['<ul><li>one</li></ul>\n<p>Two.</p><ol><li>three</li></ol>', 'one · Two. three'],
	['<blockquote><p>Before</p></blockquote><p>After &amp; &lt;b&gt; &copy;</p>', 'After & <b> &copy;'],
	['<p>a<br>b</p>\n<pre><code>c  d</code></pre>', 'a b c d'],
	['<p>a &#61; &#34;b&#34; &#x2713;</p>', 'a = "b" ✓'],
	['<p>It was <span class="spoiler" tabindex="0"><span>the <b>butler</b> <span class="c-x">x</span></span></span>, so</p>', 'It was ▒▒▒, so'],
	['<details class="spoiler"><p>a</p><details><p>b</p></details></details><p>c</p>', '▒▒▒ c'],
	['<span>a</span> <span class="spoiler">b</span> <span>c</span>', 'a ▒▒▒ c'],
	['<p>So<sup class="footnote-ref"><a href="#fn-1">1</a></sup>.</p><section class="footnotes"><ol><li>Note ↩</li></ol></section>', 'So.'],
	['<blockquote><p>Only this</p></blockquote>', 'Only this'],
	['<p>你好<a href="/people/name" class="mention">@name</a>请看<strong>重点。</strong>正文</p>', '你好@name请看重点。正文'],
	['<p>H<sub>2</sub>O (<a href="/people/name" class="mention">@name</a>)</p>', 'H2O (@name)'],
	['<p>Bonjour ! <em>Ça va ?</em></p>', 'Bonjour ! Ça va ?'],
	['<table><thead><tr><th>a</th><th>b</th></tr></thead></table>', 'a b'],
	['<p></p>', ''],
	['', ''],
	[null, '']
])('%j is %j', (html, text) => {
	expect(excerptOfHtml(html, 100)).toBe(text);
});

it.each([
	['<p>one two three</p>', 13, 'one two three'],
	['<p>one two three</p>', 12, 'one two…'],
	['<p>one two three</p>', 8, 'one…'],
	['<p>😀😀😀😀</p>', 4, '😀😀😀😀'],
	['<p>😀😀😀😀</p>', 3, '😀😀…'],
	['<p>👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦</p>', 2, '👨‍👩‍👧‍👦…'],
	['<p>e\u0301e\u0301e\u0301</p>', 3, 'e\u0301e\u0301e\u0301'],
	['<p>注意： 今天天气很好今天天气很好今天天气很好今天天气很好今天天气很好今天天气很好今天天气很好</p>', 41, '注意： 今天天气很好今天天气很好今天天气很好今天天气很好今天天气很好今天天气很好…']
])('%j of %d characters is %j', (html, most, text) => {
	expect(excerptOfHtml(html, most)).toBe(text);
});
