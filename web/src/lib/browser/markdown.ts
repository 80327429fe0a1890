/** What is selected of a post, as the Markdown that shows it again. */

const ELEMENT = 1;

const TEXT = 3;

/** The marks on both sides of a text. */
const MARKS: Record<string, string> = { STRONG: '**', B: '**', EM: '*', I: '*', DEL: '~~', S: '~~' };

/** Elements that are written as such. */
const ELEMENTS = new Set(['ABBR', 'BDI', 'CITE', 'DFN', 'INS', 'KBD', 'MARK', 'Q', 'RP', 'RT', 'RUBY', 'SAMP', 'SMALL', 'SUB', 'SUP', 'U', 'VAR']);

/** The levels by which headings of posts are below those of the page. */
const LOWERED = 2;

/** The part of a node that is read here, so that tests need no document. */
export interface ReadNode {
	readonly nodeType: number;
	readonly nodeName: string;
	readonly textContent: string | null;
	readonly childNodes: ArrayLike<ReadNode>;
	getAttribute?(name: string): string | null;
}

const BLOCKS = new Set(['P', 'DIV', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'PRE', 'BLOCKQUOTE', 'UL', 'OL', 'LI', 'HR', 'TABLE', 'DETAILS', 'SUMMARY', 'SECTION']);

const isBlock = (node: ReadNode) => BLOCKS.has(node.nodeName);

const childrenOf = (node: ReadNode) => Array.from(node.childNodes);

const isOf = (node: ReadNode, name: string) => (node.getAttribute?.('class') ?? '').split(' ').includes(name);

/** Returns the blocks of a node, with a blank line between them. */
export function toMarkdown(node: ReadNode): string {
	const blocks: string[] = [];
	let line: ReadNode[] = [];
	const endLine = () => {
		blocks.push(withoutMarkers(line.map(inline).join('').replace(/ *\n */g, '\n').trim()));
		line = [];
	};
	for (const child of childrenOf(node)) {
		if (isBlock(child)) {
			endLine();
			blocks.push(block(child));
		} else {
			line.push(child);
		}
	}
	endLine();
	return blocks.filter(Boolean).join('\n\n');
}

function block(node: ReadNode): string {
	switch (node.nodeName) {
		case 'PRE':
			return fenced(node);
		case 'BLOCKQUOTE':
			return indented(toMarkdown(node), '> ', '> ');
		case 'UL':
		case 'OL':
			return list(node);
		case 'HR':
			return '---';
		case 'TABLE':
			return table(node);
		case 'DETAILS':
			return details(node);
		case 'SECTION':
			// Notes stay below the post; what refers to them is left out, too.
			return isOf(node, 'footnotes') ? '' : toMarkdown(node);
		default: {
			const level = Number(/^H([1-6])$/.exec(node.nodeName)?.[1] ?? 0);
			const words = toMarkdown(node);
			return level ? `${'#'.repeat(Math.max(1, level - LOWERED))} ${words.replaceAll('\n', ' ')}` : words;
		}
	}
}

/** What readers unfold; a long quotation that only the page folds is itself. */
function details(node: ReadNode): string {
	const summary = childrenOf(node).find(({ nodeName }) => nodeName === 'SUMMARY');
	const childNodes = childrenOf(node).filter((child) => child !== summary);
	const text = toMarkdown({ nodeType: ELEMENT, nodeName: 'DIV', textContent: null, childNodes });
	if (isOf(node, 'quotation')) {
		return text;
	}
	if (isOf(node, 'spoiler')) {
		return indented(text, '>! ', '>! ');
	}
	const line = summary ? `\n<summary>${toMarkdown(summary).replace(/\s+/g, ' ')}</summary>` : '';
	return `<details>${line}\n\n${text}\n\n</details>`;
}

/** A text whose lines begin with none of the marks of lists, quotations and headings. */
function withoutMarkers(text: string): string {
	return text
		.replace(/^(>|#{1,6}(?=\s|$)|[-+](?=\s|$)|(?:=+|-+)$)/gm, '\\$1')
		.replace(/^(\d{1,9})([.)])(?=\s|$)/gm, '$1\\$2');
}

function fenced(node: ReadNode): string {
	const text = (node.textContent ?? '').replace(/\n$/, '');
	const language = childrenOf(node)
		.map((child) => /language-(\S+)/.exec(child.getAttribute?.('class') ?? '')?.[1])
		.find(Boolean);
	const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
	const fence = '`'.repeat(longest + 1);
	return `${fence}${language ?? ''}\n${text}\n${fence}`;
}

function list(node: ReadNode): string {
	const first = Number(node.getAttribute?.('start') ?? 1);
	return childrenOf(node)
		.filter(({ nodeName }) => nodeName === 'LI')
		.map((item, index) => {
			const marker = node.nodeName === 'OL' ? `${first + index}. ` : '- ';
			const text = toMarkdown(item).replace(/\n\n(?=(?: *)(?:[-*]|\d+\.) )/g, '\n');
			return indented(text, marker, ' '.repeat(marker.length));
		})
		.join('\n');
}

function table(node: ReadNode): string {
	const rows = (parent: ReadNode): ReadNode[] =>
		childrenOf(parent).flatMap((child) => (child.nodeName === 'TR' ? [child] : rows(child)));
	const words = (cell: ReadNode) => toMarkdown(cell).replaceAll('|', '\\|').replace(/\n+/g, '<br>');
	const lines = rows(node).map((row) => {
		const cells = childrenOf(row).filter(({ nodeName }) => /^T[DH]$/.test(nodeName));
		return { text: `| ${cells.map(words).join(' | ')} |`, rule: `| ${cells.map(ruleOf).join(' | ')} |` };
	});
	return lines.flatMap(({ text, rule }, index) => (index === 0 ? [text, rule] : [text])).join('\n');
}

/** The line below the head of a column. */
function ruleOf(cell: ReadNode): string {
	const align = cell.getAttribute?.('align');
	return `${align === 'left' || align === 'center' ? ':' : ''}---${align === 'right' || align === 'center' ? ':' : ''}`;
}

function indented(text: string, first: string, next: string): string {
	return text
		.split('\n')
		.map((line, index) => ((index === 0 ? first : next) + line).trimEnd())
		.join('\n');
}

function inline(node: ReadNode): string {
	if (node.nodeType === TEXT) {
		return escaped((node.textContent ?? '').replace(/\s+/g, ' '));
	}
	if (node.nodeType !== ELEMENT) {
		return '';
	}
	const inner = () => childrenOf(node).map(inline).join('');
	const mark = MARKS[node.nodeName];
	if (mark) {
		return marked(inner(), mark);
	}
	if (ELEMENTS.has(node.nodeName)) {
		const name = node.nodeName.toLowerCase();
		return isOf(node, 'footnote-ref') ? '' : `<${name}>${inner()}</${name}>`;
	}
	switch (node.nodeName) {
		case 'BR':
			return '\n';
		case 'CODE':
			return code(node.textContent ?? '');
		case 'SPAN':
			return isOf(node, 'spoiler') ? marked(inner(), '||') : inner();
		case 'IMG':
			return escaped(node.getAttribute?.('alt') ?? '');
		case 'INPUT':
			return node.getAttribute?.('checked') === null ? '[ ]' : '[x]';
		case 'A':
			return link(node, inner());
		default:
			return isBlock(node) ? block(node) : inner();
	}
}

/** Marks stand at the text itself; spaces beside them would make them plain characters. */
function marked(text: string, mark: string): string {
	const [, before = '', inside = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
	return inside ? before + mark + inside + mark + after : text;
}

function code(text: string): string {
	const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
	const fence = '`'.repeat(longest + 1);
	const space = /^`|`$/.test(text) ? ' ' : '';
	return fence + space + text + space + fence;
}

function link(node: ReadNode, text: string): string {
	const address = node.getAttribute?.('href') ?? '';
	const plain = node.textContent ?? '';
	// Mentions, hashtags and addresses become links again by themselves.
	if (address === plain || /^[@#]\S+$/.test(plain) || address === `mailto:${plain}`) {
		return plain;
	}
	return address ? `[${text}](${/[\s()]/.test(address) ? `<${address}>` : address})` : text;
}

/** A text without what would be a mark. */
function escaped(text: string): string {
	return text.replace(/[\\`*[\]<~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|\|(?=\|)|(?<=\|)\||&(?=#?\w{1,32};)|(?<![A-Za-z0-9_]):(?=[\w+-]+:)/gu, '\\$&');
}
