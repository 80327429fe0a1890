import { expect, it } from 'vitest';
import { toMarkdown, type ReadNode } from './markdown.ts';

/** A node of a document, made of simple HTML. */
function parse(html: string): ReadNode {
	const root = element('DIV', {});
	const open = [root];
	for (const [, tag, attributes, text] of html.matchAll(/<(\/?\w+)([^>]*)>|([^<]+)/g)) {
		const parent = open.at(-1) ?? root;
		if (text !== undefined) {
			parent.childNodes.push(textNode(text));
		} else if (tag?.startsWith('/')) {
			open.pop();
		} else {
			const entries = [...(attributes ?? '').matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, name, value]) => [name, value ?? '']);
			const child = element((tag ?? '').toUpperCase(), Object.fromEntries(entries));
			parent.childNodes.push(child);
			if (!['BR', 'HR', 'IMG', 'INPUT'].includes(child.nodeName)) {
				open.push(child);
			}
		}
	}
	return root;
}

function textNode(text: string): ReadNode {
	const textContent = text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
	return { nodeType: 3, nodeName: '#text', textContent, childNodes: [] };
}

function element(nodeName: string, attributes: Record<string, string>) {
	const childNodes: ReadNode[] = [];
	return {
		nodeType: 1,
		nodeName,
		childNodes,
		get textContent() {
			return childNodes.map(({ textContent }) => textContent).join('');
		},
		getAttribute: (name: string) => attributes[name] ?? null
	};
}

it.each([
	['<p>One line</p>', 'One line'],
	['<p>One</p>\n<p>Two</p>', 'One\n\nTwo'],
	['<p>One<br>\nTwo</p>', 'One\nTwo'],
	['<p>a <strong>b</strong> <em>c</em> <del>d</del></p>', 'a **b** *c* ~~d~~'],
	['<p><strong>b </strong>c</p>', '**b** c'],
	['<p>Run <code>a `b` *c*</code></p>', 'Run ``a `b` *c*``'],
	['<pre><code class="language-java">int a = 1;\n\n  int b;\n</code></pre>', '```java\nint a = 1;\n\n  int b;\n```'],
	['<pre><code>```\nx\n```\n</code></pre>', '````\n```\nx\n```\n````'],
	['<p><a href="https://e.org/a_b">a link</a></p>', '[a link](https://e.org/a_b)'],
	['<p><a href="https://e.org/a">https://e.org/a</a></p>', 'https://e.org/a'],
	['<p><a href="https://e.org/a(b)">x</a></p>', '[x](<https://e.org/a(b)>)'],
	['<p><a href="/people/mira">@mira</a></p>', '@mira'],
	['<ul><li>One</li><li>Two</li></ul>', '- One\n- Two'],
	['<ol start="3"><li>One</li><li>Two</li></ol>', '3. One\n4. Two'],
	['<ul>\n<li>\n<p>One</p>\n<ul>\n<li>Inner</li>\n</ul>\n</li>\n</ul>', '- One\n  - Inner'],
	['<ul><li><input type="checkbox" checked disabled> Done</li><li><input type="checkbox"> Open</li></ul>', '- [x] Done\n- [ ] Open'],
	['<blockquote><p>One</p><p>Two</p></blockquote>', '> One\n>\n> Two'],
	['<h3>Head</h3><p>Text</p><h5>Lower</h5>', '# Head\n\nText\n\n### Lower'],
	['<p>It was <span class="spoiler" tabindex="0"><span>the <em>butler</em></span></span>.</p>', 'It was ||the *butler*||.'],
	['<details class="spoiler"><p>One</p><p>Two</p></details>', '>! One\n>!\n>! Two'],
	['<details><summary>More</summary><ul><li>One</li></ul></details>', '<details>\n<summary>More</summary>\n\n- One\n\n</details>'],
	['<details class="quotation"><summary>Begins</summary><blockquote><p>Begins here</p></blockquote></details><p>So</p>', '> Begins here\n\nSo'],
	['<p>H<sub>2</sub>O, <mark>x</mark><sup>2</sup>, <ruby>漢<rt>かん</rt></ruby></p>', 'H<sub>2</sub>O, <mark>x</mark><sup>2</sup>, <ruby>漢<rt>かん</rt></ruby>'],
	['<p>As said<sup class="footnote-ref"><a href="#fn-1">1</a></sup>.</p><section class="footnotes"><ol><li><p>Note</p></li></ol></section>', 'As said.'],
	['<p># no heading<br>- no list<br>+ none<br>1. none<br>2) none<br>&gt; none<br>---</p>', '\\# no heading\n\\- no list\n\\+ none\n1\\. none\n2\\) none\n\\> none\n\\---'],
	['<p>#tag 1.5 -x 2026.</p>', '#tag 1.5 -x 2026.'],
	['<ul><li>1. one</li></ul>', '- 1\\. one'],
	['<p>a || b &amp;lt; c :tada: 10:30 &amp; d</p>', 'a \\|\\| b \\&lt; c \\:tada: 10:30 & d'],
	['<table><tr><th align="right">A</th><th align="center">B</th></tr><tr><td>1<br>2</td><td><span class="spoiler"><span>x</span></span></td></tr></table>', '| A | B |\n| ---: | :---: |\n| 1<br>2 | \\|\\|x\\|\\| |'],
	['<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1</td><td>a|b</td></tr></tbody></table>', '| A | B |\n| --- | --- |\n| 1 | a\\|b |'],
	['<p>2 * 3 [x] snake_case _x a &lt;b> `</p>', '2 \\* 3 \\[x\\] snake_case \\_x a \\<b> \\`'],
	['<p>Press <kbd>Ctrl</kbd></p>', 'Press <kbd>Ctrl</kbd>'],
	['<p><img src="/a.png" alt="A hill"></p>', 'A hill'],
	['<p>日本語の <strong>太字</strong></p>', '日本語の **太字**'],
	['<p>مرحبا <code>x</code></p>', 'مرحبا `x`'],
	['a selection <em>of a line</em>', 'a selection *of a line*']
])('%s is %j', (html, markdown) => {
	expect(toMarkdown(parse(html))).toBe(markdown);
});
