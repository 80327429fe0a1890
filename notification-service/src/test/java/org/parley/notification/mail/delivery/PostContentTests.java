package org.parley.notification.mail.delivery;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.notification.mail.Mail;
import org.parley.notification.mail.MailState;
import org.parley.notification.mail.MailTemplate;

import static org.assertj.core.api.Assertions.assertThat;

class PostContentTests {

	private static final URI SITE = URI.create("https://forum.example.org");

	@Test
	void wordsOfSpoilersAreLeftOut() {
		var mail = mail("The butler ||is *the* murderer||.\n\n> >! He did it.\n\nEnd.", """
				<p>The butler <span class="spoiler" tabindex="0"><span>is <em>the</em> murderer</span></span>.</p>
				<details class="spoiler"><summary>Spoiler</summary><p>He did it.</p></details><p>End.</p>""");
		assertThat(PostContent.text(mail)).isEqualTo("The butler ▒▒▒.\n\n▒▒▒\n\nEnd.");
		assertThat(PostContent.html(mail, SITE)).contains("The butler ▒▒▒.", "End.")
			.doesNotContain("murderer", "did it");
	}

	/** The source does not show where a spoiler ends: its HTML does. */
	@ParameterizedTest
	@CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
			<p>Two lines <span class="spoiler">SECRET<br />SECRET</span> over</p>  ¦ Two lines ▒▒▒ over
			<p>x <span class="spoiler">SECRET | <em>SECRET</em></span> y</p>         ¦ x ▒▒▒ y
			<p>Code <code>a || b</code> and <span class="spoiler">SECRET</span></p> ¦ Code a || b and ▒▒▒
			<ol><li> <details class="spoiler"><summary>Spoiler</summary><p>SECRET</p></details></li></ol> ¦ 1. ▒▒▒
			<ul><li> <p>One <span class="spoiler">SECRET</span></p> </li></ul>       ¦ - One ▒▒▒
			<ul><li><input type="checkbox" checked=""> <span class="spoiler">SECRET</span></li></ul> ¦ - [x] ▒▒▒
			<p><img alt="A plan"> <span class="spoiler"><img alt="SECRET"></span></p> ¦ [🖼 A plan] ▒▒▒
			<p>a<sup class="footnote-ref"><a href="#n">1</a></sup> <span class="spoiler">SECRET</span></p> ¦ a[1] ▒▒▒
			""")
	void textOfPostWithSpoilersIsThatOfItsHtml(String html, String text) {
		assertThat(PostContent.text(mail("||SECRET||", html))).isEqualTo(text);
	}

	@Test
	void barsOfCodeAreNoSpoilers() {
		var mail = mail("`a || b || c`", "<p><code>a || b || c</code></p>");
		assertThat(PostContent.text(mail)).isEqualTo("`a || b || c`");
	}

	@Test
	void picturesAreNamed() {
		var mail = mail("![Plan \\[draft\\]](media:1) and ![](media:2)", "<p><img alt=\"Plan [draft]\"></p>");
		assertThat(PostContent.text(mail)).isEqualTo("[🖼 Plan \\[draft\\]] and [🖼 ]");
		assertThat(PostContent.html(mail, SITE)).contains("[🖼 Plan [draft]]").doesNotContain("<img");
	}

	private static Mail mail(String content, String html) {
		return new Mail("m", "k", MailTemplate.NOTIFICATION, "u", null, null, null,
				Map.of("content", content, "html", html), List.of(), null, MailState.WAITING, 2, 0, null, null,
				Instant.EPOCH, null, null, null, null, null, null, null);
	}

}
