package org.parley.platform.text.markdown;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.owasp.html.AttributePolicy;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.parley.platform.text.image.ImageHosts;
import org.parley.platform.text.markdown.inline.InlineSyntax;

/**
 * Sanitizes HTML: allows only the elements that Markdown produces, without scripts,
 * styles, forms, frames or event attributes. Links may only lead to web addresses, pages
 * of this site, email addresses, telephone numbers and the like, and images to allowed
 * hosts and media.
 *
 * @see <a href="https://github.com/OWASP/java-html-sanitizer">OWASP Java HTML
 * Sanitizer</a>
 */
final class SafeHtml {

	/** A web address without its scheme, as people type it. */
	private static final Pattern WEB = Pattern
		.compile("(?i)www\\.[^\\s\\\\/?#:@]+\\.[^\\s\\\\]+|" + host() + "(?:[/?#][^\\s\\\\]*)?");

	private static final Pattern NO_PATH = Pattern.compile("[\\s\\\\\\p{Cntrl}]");

	private static final Pattern LANGUAGE = Pattern.compile("language-[A-Za-z0-9+#_.-]{1,30}");

	private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

	private final PolicyFactory policy;

	SafeHtml(ImageHosts images) {
		AttributePolicy shown = (_, _,
				address) -> (images.shows(address) || MediaReferences.SOURCE.matcher(address).matches()) ? address
						: null;
		AttributePolicy linked = (_, _, address) -> isWeb(address) ? "http://" + address
				: isLinked(address) ? address : null;
		this.policy = new HtmlPolicyBuilder()
			.allowElements("p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "em", "strong", "del", "code", "pre",
					"blockquote", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "img", "details",
					"summary", "section", "label", "span")
			.allowWithoutAttributes("span")
			.allowElements(InlineSyntax.elements().toArray(String[]::new))
			.allowElements(SafeHtml::addRelation, "a")
			.allowElements(SafeHtml::requireCheckbox, "input")
			.allowUrlProtocols("http", "https", "mailto", "tel", "sms", "geo", "xmpp", "irc", "ircs", "sip", "sips",
					"media")
			.allowAttributes("href")
			.matching(linked)
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
			.allowAttributes("class")
			.matching(true, "mention", "hashtag", "footnote-backref")
			.onElements("a")
			.allowAttributes("class")
			.matching(true, "spoiler")
			.onElements("span", "details")
			.allowAttributes("class")
			.matching(true, "footnotes", "footnote-ref")
			.onElements("section", "sup")
			.allowAttributes("id")
			.matching(FootnoteAttributes.ID)
			.onElements("a", "li")
			.allowAttributes("role")
			.matching(true, "doc-endnotes", "doc-noteref", "doc-backlink")
			.onElements("a", "section")
			.allowAttributes("tabindex")
			.matching(true, "0")
			.onElements("span")
			.allowAttributes("dir")
			.matching(true, "rtl")
			.onElements("ul", "ol", "blockquote", "table", "details")
			.allowAttributes("open")
			.onElements("details")
			.allowAttributes("type", "checked", "disabled")
			.onElements("input")
			.toFactory();
	}

	String sanitize(String html) {
		return this.policy.sanitize(html);
	}

	/**
	 * Replaces the words of spoilers in sanitized HTML, for readers without our styles.
	 */
	static String withoutSpoilers(String html) {
		return replaceElements(replaceElements(html, "span"), "details");
	}

	/** Replaces elements that are spoilers; those within them have the same name. */
	private static String replaceElements(String html, String element) {
		var opening = "<" + element + " class=\"spoiler\"";
		var shown = new StringBuilder();
		var end = 0;
		for (var start = html.indexOf(opening); start >= 0; start = html.indexOf(opening, end)) {
			shown.append(html, end, start).append(PlainText.HIDDEN);
			end = endOf(html, element, start);
		}
		return shown.append(html, end, html.length()).toString();
	}

	private static int endOf(String html, String element, int start) {
		var closing = "</" + element + ">";
		var at = start + 1;
		for (var open = 1; open > 0;) {
			var closes = html.indexOf(closing, at);
			var opens = html.indexOf("<" + element, at);
			var isOpening = opens >= 0 && opens < closes;
			open += isOpening ? 1 : -1;
			at = isOpening ? opens + 1 : closes + closing.length();
		}
		return at;
	}

	/** A host that does not look like the name of a file. */
	private static String host() {
		var label = "[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{M}\\p{N}])?";
		var file = "(?:css|csv|docx?|gif|go|html?|ini|java|jpe?g|js|json|log|md|mp[34]|pdf|php|png|pptx?|rtf|sql|svg"
				+ "|ts|txt|webp|xlsx?|xml|ya?ml|zip)(?![\\p{L}\\p{N}/:-])";
		return "(?:" + label + "\\.){1,10}(?!" + file + ")(?:xn--[a-z0-9-]{2,59}|\\p{L}[\\p{L}\\p{M}]{1,62})";
	}

	/** Whether a link may lead to an address. */
	static boolean isLink(String address) {
		return isWeb(address) || isLinked(address);
	}

	private static boolean isWeb(String address) {
		return WEB.matcher(address).matches();
	}

	private static boolean isLinked(String address) {
		return InlineSyntax.ADDRESS.matcher(address).matches() || isOwnPath(address)
				|| FootnoteAttributes.LINK.matcher(address).matches();
	}

	/** Whether an address is a path of this site without empty and relative segments. */
	private static boolean isOwnPath(String address) {
		if (!address.startsWith("/") || NO_PATH.matcher(address).find()) {
			return false;
		}
		var end = IntStream.range(0, address.length())
			.filter((at) -> address.charAt(at) == '?' || address.charAt(at) == '#')
			.findFirst()
			.orElse(address.length());
		var segments = List.of(address.substring(1, end).split("/", -1));
		return segments.stream().noneMatch((segment) -> segment.equals(".") || segment.equals(".."))
				&& segments.subList(0, segments.size() - 1).stream().noneMatch(String::isEmpty);
	}

	/** Removes links without an address and adds the relation to those to other sites. */
	private static @Nullable String addRelation(String element, List<String> attributes) {
		var address = value(attributes, "href");
		if (address == null) {
			return null;
		}
		if (!address.startsWith("/") && !address.startsWith("#")) {
			attributes.addAll(List.of("rel", "nofollow ugc noopener"));
		}
		return element;
	}

	/** Removes fields other than checkboxes that nobody can change. */
	private static @Nullable String requireCheckbox(String element, List<String> attributes) {
		return ("checkbox".equals(value(attributes, "type")) && value(attributes, "disabled") != null) ? element : null;
	}

	private static @Nullable String value(List<String> attributes, String name) {
		return IntStream.range(0, attributes.size() / 2)
			.filter((pair) -> attributes.get(2 * pair).equals(name))
			.mapToObj((pair) -> attributes.get(2 * pair + 1))
			.findFirst()
			.orElse(null);
	}

}
