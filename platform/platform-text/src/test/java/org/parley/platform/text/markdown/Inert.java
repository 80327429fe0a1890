package org.parley.platform.text.markdown;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** Asserts that HTML is inert, without a parser that could share a defect with ours. */
final class Inert {

	private static final Pattern TAG = Pattern.compile("<(/?)([a-z0-9]+)((?: [a-z]+=\"[^\"<>]*\")*)( /)?>");

	private static final Set<String> ELEMENTS = Set.of("p", "br", "hr", "h3", "h4", "h5", "h6", "em", "strong", "del",
			"code", "pre", "blockquote", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "a", "img",
			"details", "summary", "section", "label", "input", "span", "abbr", "b", "bdi", "cite", "dfn", "i", "ins",
			"kbd", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "sub", "sup", "u", "var");

	private static final Pattern ATTRIBUTE = Pattern.compile(" ([a-z]+)=\"([^\"]*)\"");

	private static final String FOOTNOTE = "fn-[0-9a-z]{26}-[0-9]+";

	private static final String PATH = "/|(?:/[^/\\\\\\s][^\\\\\\s]*)";

	private Inert() {
	}

	/**
	 * Requires that every {@code <} opens an allowed tag with harmless attributes. The
	 * sanitizer adds the empty comment as a protection against template languages.
	 */
	static void assertInert(String rendered) {
		var html = rendered.replace("{<!-- -->", "{");
		var tags = TAG.matcher(html);
		var end = 0;
		while (tags.find()) {
			assertThat(html.substring(end, tags.start())).doesNotContain("<");
			assertThat(ELEMENTS).contains(tags.group(2));
			assertHarmless(tags.group(2), tags.group(3));
			end = tags.end();
		}
		assertThat(html.substring(end)).doesNotContain("<");
	}

	private static void assertHarmless(String element, String attributes) {
		var all = ATTRIBUTE.matcher(attributes);
		while (all.find()) {
			var value = all.group(2).toLowerCase(Locale.ROOT);
			switch (all.group(1)) {
				case "href" -> assertThat(value)
					.matches("(https?://|(mailto|tel|sms|geo|xmpp|ircs?|sips?):).*|#" + FOOTNOTE + "|" + PATH);
				case "cite" -> assertThat(value).matches("/posts/[0-9a-z]{26}");
				case "src" -> assertThat(value).startsWith("https://images.example/");
				case "rel" -> assertThat(value).isEqualTo("nofollow ugc noopener");
				case "class" -> assertThat(value)
					.matches("language-.*|mention|hashtag|spoiler|footnotes|footnote-ref|footnote-backref");
				case "id" -> assertThat(value).matches(FOOTNOTE);
				case "role" -> assertThat(value).startsWith("doc-");
				case "dir" -> assertThat(value).isEqualTo("rtl");
				case "tabindex" -> assertThat(value).isEqualTo("0");
				case "type" ->
					assertThat(element + attributes).startsWith("input").contains("type=\"checkbox\"", "disabled");
				default ->
					assertThat(all.group(1)).isIn("alt", "title", "start", "align", "open", "checked", "disabled");
			}
		}
	}

}
