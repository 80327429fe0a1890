import hljs from 'highlight.js/lib/common';
import { textOf } from './entities.ts';

hljs.configure({ classPrefix: 'c-' });

const BLOCK = /<pre><code class="language-([\w+#.-]{1,30})">([^<]*)<\/code><\/pre>/g;

/** The longest code that is coloured, in characters: posts are shown more often than written. */
const LONGEST = 10_000;

/** The most blocks that are kept. */
const MOST = 500;

const coloured = new Map<string, string>();

/**
 * HTML in which the words of code have classes of their kinds; the language is the one that its
 * author named. The styles are in `app.css`, because the policy permits none in elements.
 */
export function withColours(html: string): string {
	return html.replace(BLOCK, (block, name: string, code: string) => {
		const language = name.toLowerCase();
		if (code.length > LONGEST || !hljs.getLanguage(language)) {
			return block;
		}
		const known = coloured.get(block);
		if (known) {
			return known;
		}
		const { value } = hljs.highlight(textOf(code), { language, ignoreIllegals: true });
		const shown = `<pre><code class="language-${name}">${value}</code></pre>`;
		if (coloured.size >= MOST) {
			coloured.clear();
		}
		coloured.set(block, shown);
		return shown;
	});
}
