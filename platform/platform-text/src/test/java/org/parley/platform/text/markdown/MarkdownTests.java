package org.parley.platform.text.markdown;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.text.image.ImageHosts;

import static org.assertj.core.api.Assertions.assertThat;

class MarkdownTests {

	private final Markdown markdown = new Markdown(new ImageHosts(Set.of("images.example")));

	@ParameterizedTest
	@CsvSource(delimiterString = " ⇒ ", textBlock = """
			Hello *world* ⇒ <p>Hello <em>world</em></p>
			**bold** and ~~gone~~ ⇒ <p><strong>bold</strong> and <del>gone</del></p>
			# Title ⇒ <h3>Title</h3>
			> quoted ⇒ <blockquote>|<p>quoted</p>|</blockquote>
			- one|- two ⇒ <ul><li>one</li><li>two</li></ul>
			3. three|4. four ⇒ <ol start="3"><li>three</li><li>four</li></ol>
			`a < b` ⇒ <p><code>a &lt; b</code></p>
			```java|int i;|``` ⇒ <pre><code class="language-java">int i;|</code></pre>
			one\\|two ⇒ <p>one<br />|two</p>
			one|two ⇒ <p>one<br />|two</p>
			## Title ⇒ <h4>Title</h4>
			#### Title ⇒ <h6>Title</h6>
			###### Title ⇒ <h6>Title</h6>
			a & b ⇒ <p>a &amp; b</p>
			--- ⇒ <hr />
			- - - ⇒ <hr />
			* * * ⇒ <hr />
			""")
	void rendersOrdinaryMarkdown(String text, String html) {
		assertThat(render(text.replace("\\|", "\\\n").replace('|', '\n')).strip())
			.isEqualTo(html.replace('|', '\n').strip());
	}

	@Test
	void rendersTable() {
		assertThat(render("| a | b |\n|---|--:|\n| 1 | 2 |")).isEqualToIgnoringWhitespace("""
				<table><thead><tr><th>a</th><th align="right">b</th></tr></thead>
				<tbody><tr><td>1</td><td align="right">2</td></tr></tbody></table>
				""");
	}

	@Test
	void linksHaveNofollowRelation() {
		var rel = " rel=\"nofollow ugc noopener\"";
		assertThat(render("[x](https://example.org/a?b=c)"))
			.isEqualTo("<p><a href=\"https://example.org/a?b&#61;c\"" + rel + ">x</a></p>\n");
		assertThat(render("see https://example.org/a"))
			.isEqualTo("<p>see <a href=\"https://example.org/a\"" + rel + ">https://example.org/a</a></p>\n");
		assertThat(render("[mail](mailto:a@example.org)")).contains("href=\"mailto:a&#64;example.org\"");
	}

	@Test
	void linksToOtherSchemesAreRemoved() {
		assertThat(render("[a](ftp://example.org) [b](local) [c](//example.org) [d](data:,x) [e](#x)"))
			.isEqualTo("<p>a b c d e</p>\n");
	}

	@Test
	void imagesOfAllowedHostsAreShown() {
		assertThat(render("![cat](https://images.example/cat.png \"Tom\")"))
			.isEqualTo("<p><img src=\"https://images.example/cat.png\" alt=\"cat\" title=\"Tom\" /></p>\n");
	}

	@ParameterizedTest
	@CsvSource({ "https://elsewhere.example/cat.png", "http://images.example/cat.png",
			"https://images.example@evil.example/c.png", "https://evil.example/images.example",
			"https://images.example.evil.example/c.png", "https://u:p@images.example/c.png" })
	void otherImagesBecomeLinks(String address) {
		assertThat(render("![cat](" + address + ")")).doesNotContain("<img").contains("<a href=").contains(">cat</a>");
		assertThat(render("![](" + address + ")")).doesNotContain("<img").contains("<a href=");
	}

	@Test
	void allowedMediaAreShownAndOthersAreDescribed() {
		var own = "01KAG3A1B9Z8Y7X6W5V4T3S2R1";
		var other = "01KAG3A1B9Z8Y7X6W5V4T3S2R2";
		var text = "![My *cat*](media:%s) ![Theirs](media:%s) ![](media:x)".formatted(own, other);
		assertThat(this.markdown.media(text)).containsExactly(own, other, "x");
		var rendered = this.markdown.render(text, Set.of(), Set.of(own));
		assertThat(rendered.html()).isEqualTo("<p><img src=\"media:" + own + "\" alt=\"My cat\" /> Theirs </p>\n");
		assertThat(rendered.plainText()).isEqualTo("My cat Theirs");
		assertThat(render(text)).isEqualTo("<p>My <em>cat</em> Theirs </p>\n");
	}

	@Test
	void mediaAreFoundWhereTextShowsImages() {
		assertThat(this.markdown
			.media("![a][b] `![c](media:d)` [e](media:f) [![g](media:h)](https://i.example)\n\n[b]: media:j"))
			.containsExactly("j", "h");
		assertThat(this.markdown.media("media:x")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "![a](media:x\"onerror=alert)", "![a](media:01KAG3A1B9Z8Y7X6W5V4T3S2R1/../x)",
			"![a](MEDIA:01KAG3A1B9Z8Y7X6W5V4T3S2R1)", "[a](media:01KAG3A1B9Z8Y7X6W5V4T3S2R1)",
			"<media:01KAG3A1B9Z8Y7X6W5V4T3S2R1>" })
	void malformedMediaAreNotShown(String text) {
		var named = Set.copyOf(this.markdown.media(text));
		var html = this.markdown.render(text, Set.of(), named).html();
		assertThat(html).doesNotContain("src=", "href=");
		Inert.assertInert(html);
	}

	@Test
	void imageInsideLinkBecomesLinkText() {
		assertThat(render("[![cat](https://elsewhere.example/cat.png)](https://example.org)"))
			.isEqualTo("<p><a href=\"https://example.org\" rel=\"nofollow ugc noopener\">cat</a></p>\n");
	}

	@Test
	void htmlIsEscaped() {
		assertThat(render("a <i class=x>bold</i> word"))
			.isEqualTo("<p>a &lt;i class&#61;x&gt;bold&lt;/i&gt; word</p>\n");
	}

	@Test
	void addressesInAngleBracketsBecomeLinks() {
		assertThat(render("<https://example.org>, a < b > c, <b>"))
			.isEqualTo("<p><a href=\"https://example.org\" rel=\"nofollow ugc noopener\">https://example.org</a>, "
					+ "a &lt; b &gt; c, &lt;b&gt;</p>\n");
	}

	@Test
	void markdownInsideHtmlIsRendered() {
		assertThat(render("<div>\n*x*\n</div>"))
			.isEqualTo("<p>&lt;div&gt;<br />\n<em>x</em><br />\n&lt;/div&gt;</p>\n");
	}

	@Test
	void plainTextHasNoMarkup() {
		var text = "# Title\n\nSome *bold* `code`\nand [a link](https://example.org).\n\n| a | b |\n|--|--|\n| 1 | 2 |";
		assertThat(this.markdown.render(text).plainText()).isEqualTo("Title Some bold code and a link. a b 1 2");
	}

	@Test
	void plainTextOfRandomTextIsThatOfItsDocument() {
		var random = new Random(7);
		var parts = List.of("word", "Ünï", "12", " ", " ", ".", ",", "-", "(", ")", "'", "\"", "?", "…", "www.a.org",
				"*", "_", "\n", "#", "[", "&amp;", "<b>", "~~", "`");
		for (var run = 0; run < 5_000; run++) {
			var known = (run % 2 == 0) ? 14 : parts.size();
			var text = IntStream.range(0, random.nextInt(12))
				.mapToObj((_) -> parts.get(random.nextInt(known)))
				.collect(Collectors.joining());
			assertThat(this.markdown.plainText(text)).isEqualTo(this.markdown.render(text).plainText());
		}
	}

	@Test
	void textWithoutMarkupIsItsOwnPlainText() {
		assertThat(PlainText.isPlain("Which tomatoes, if any, ripen in the shade (of a wall)?")).isTrue();
		assertThat(PlainText.isPlain("- Stupice")).isFalse();
		assertThat(PlainText.isPlain("1. Stupice")).isFalse();
		assertThat(PlainText.isPlain("two  spaces")).isFalse();
	}

	@Test
	void renderingIsDeterministic() {
		var text = "*a* [b](https://c.example \"d\") ![e](https://images.example/f)\n\n- g\n- h";
		assertThat(this.markdown.render(text))
			.isEqualTo(new Markdown(new ImageHosts(Set.of("images.example"))).render(text));
	}

	private String render(String text) {
		return this.markdown.render(text).html();
	}

}
