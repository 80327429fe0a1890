package org.parley.platform.text.markdown;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.owasp.html.AttributePolicy;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.parley.platform.web.image.ImageHosts;

/**
 * Sanitizes HTML: allows only the elements that Markdown produces, without scripts,
 * styles, forms, frames or event attributes. Links may only lead to web addresses, email
 * addresses and quoted posts, and images to allowed hosts and media.
 *
 * @see <a href="https://github.com/OWASP/java-html-sanitizer">OWASP Java HTML
 * Sanitizer</a>
 */
final class SafeHtml {

	private static final Pattern ADDRESS = Pattern
		.compile("(?i:(?:https?://|mailto:)[^\\s\\\\]+)|" + Attributions.PATH_PATTERN);

	private static final Pattern LANGUAGE = Pattern.compile("language-[A-Za-z0-9+#_.-]{1,30}");

	private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

	private final PolicyFactory policy;

	SafeHtml(ImageHosts images) {
		AttributePolicy shown = (_, _,
				address) -> (images.shows(address) || MediaReferences.SOURCE.matcher(address).matches()) ? address
						: null;
		this.policy = new HtmlPolicyBuilder()
			.allowElements("p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "em", "strong", "del", "code", "pre",
					"blockquote", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "img")
			.allowElements(SafeHtml::addRelation, "a")
			.allowUrlProtocols("http", "https", "mailto", "media")
			.allowAttributes("href")
			.matching(ADDRESS)
			.onElements("a")
			.allowAttributes("cite")
			.matching(Attributions.ADDRESS)
			.onElements("blockquote")
			.allowAttributes("src")
			.matching(shown)
			.onElements("img")
			.allowAttributes("alt")
			.onElements("img")
			.allowAttributes("title")
			.onElements("a", "img")
			.allowAttributes("class")
			.matching(LANGUAGE)
			.onElements("code")
			.allowAttributes("start")
			.matching(NUMBER)
			.onElements("ol")
			.allowAttributes("align")
			.matching(true, "left", "center", "right")
			.onElements("th", "td")
			.toFactory();
	}

	String sanitize(String html) {
		return this.policy.sanitize(html);
	}

	/** Removes links without an address and adds the relation to all others. */
	private static @Nullable String addRelation(String element, List<String> attributes) {
		if (!attributes.contains("href")) {
			return null;
		}
		attributes.addAll(List.of("rel", "nofollow ugc noopener"));
		return element;
	}

}
