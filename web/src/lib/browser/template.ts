/** Fills in the values of a text by their names. Addresses have the braces in another form. */
export function fillText(text: string, values: Record<string, string>): string {
	return text.replace(/(?:\{|%7B)(\w+)(?:\}|%7D)/g, (all, name: string) =>
		Object.hasOwn(values, name) ? (values[name] ?? '') : all
	);
}

/** Returns the element of a template, with the values that its texts and attributes name. */
export function fromTemplate(template: HTMLTemplateElement, values: Record<string, string>): HTMLElement {
	const part = document.importNode(template.content, true);
	const walker = document.createTreeWalker(part, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
	while (walker.nextNode()) {
		const node = walker.currentNode;
		if (node instanceof Element) {
			for (const attribute of [...node.attributes]) {
				attribute.value = fillText(attribute.value, values);
			}
		} else {
			node.nodeValue = fillText(node.nodeValue ?? '', values);
		}
	}
	return part.firstElementChild as HTMLElement;
}
