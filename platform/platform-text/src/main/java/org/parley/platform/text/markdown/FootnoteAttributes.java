package org.parley.platform.text.markdown;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.AttributeProvider;
import org.parley.platform.domain.Ids;

/**
 * Gives the footnotes of a text ids that no other text on the page has, and roles that
 * screen readers announce in the language of the reader.
 *
 * @see <a href="https://www.w3.org/TR/dpub-aria-1.1/">Digital Publishing WAI-ARIA</a>
 */
final class FootnoteAttributes implements AttributeProvider {

	private static final String ID_PATTERN = "fn-[0-9a-z]{26}-[0-9]{1,5}";

	static final Pattern ID = Pattern.compile(ID_PATTERN);

	static final Pattern LINK = Pattern.compile("#" + ID_PATTERN);

	private final Map<String, String> ids = new HashMap<>();

	private String prefix = "";

	@Override
	public void setAttributes(Node node, String tag, Map<String, String> attributes) {
		if (!(node instanceof FootnoteReference || node instanceof FootnoteDefinition)) {
			return;
		}
		attributes.computeIfPresent("id", (_, id) -> unique(id));
		attributes.computeIfPresent("href", (_, link) -> "#" + unique(link.substring(1)));
		attributes.remove("aria-label");
		switch (tag) {
			case "section" -> attributes.put("role", "doc-endnotes");
			case "a" -> attributes.put("role", (node instanceof FootnoteReference) ? "doc-noteref" : "doc-backlink");
			default -> {
			}
		}
	}

	private String unique(String id) {
		if (this.prefix.isEmpty()) {
			this.prefix = "fn-" + Ids.next().toLowerCase(Locale.ROOT) + "-";
		}
		return this.ids.computeIfAbsent(id, (_) -> this.prefix + this.ids.size());
	}

}
