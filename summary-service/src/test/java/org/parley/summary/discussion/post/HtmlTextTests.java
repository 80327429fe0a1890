package org.parley.summary.discussion.post;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class HtmlTextTests {

	@ParameterizedTest
	@MethodSource
	void htmlYieldsAuthorsText(String html, String text) {
		assertThat(HtmlText.extract(html)).isEqualTo(text);
	}

	static Stream<Arguments> htmlYieldsAuthorsText() {
		return Stream.of(
				arguments("<p>Two <em>hours</em> of\nsun.</p>\n<p>No more.</p>\n", "Two hours of sun.\nNo more."),
				arguments("<ul>\n<li>one</li>\n<li>two</li>\n</ul>", "one\ntwo"),
				arguments("<p>1 &lt; 2 &amp; <code>x</code>&#39;s</p>", "1 < 2 & x's"),
				arguments("<blockquote><p>You said</p><blockquote>I said</blockquote></blockquote><p>Yes.</p>", "Yes."),
				arguments("<pre><code>rm -rf</code></pre><p>Careful.</p>", "Careful."),
				arguments("<pre><code>only code</code></pre>", "only code"),
				arguments("a<br />b <a href=\"https://example.org/?a=b\" rel=\"nofollow\">c</a>", "a\nb c"),
				arguments(
						"<p>The end: <span class=\"spoiler\" tabindex=\"0\"><span>a <em>sledge</em></span></span>.</p>",
						"The end: ▒▒▒."),
				arguments("<details class=\"spoiler\"><details><p>a</p></details><p>b</p></details><p>c</p>", "▒▒▒\nc"),
				arguments("<blockquote><span class=\"spoiler\"><span>a</span></span></blockquote>", "▒▒▒"),
				arguments(
						"<p>It grew<sup class=\"footnote-ref\"><a href=\"#fn-1\">1</a></sup> 2<sup>3</sup>.</p>"
								+ "<section class=\"footnotes\"><ol><li><p>note ↩</p></li></ol></section>",
						"It grew 23."),
				arguments("", ""), arguments("never ends <p", "never ends <p"));
	}

	@Test
	void longPostIsReadInLinearTime() {
		var text = HtmlText.extract("<p>&lt;word&gt; </p>".repeat(20_000) + "<".repeat(50_000));
		assertThat(text).startsWith("<word>\n<word>");
	}

}
