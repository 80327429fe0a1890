package org.parley.notification.mail.reply;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Mails of many programs lose their quotations and signatures, and nothing else. */
class MailedTextTests {

	static Stream<Arguments> mails() throws IOException {
		try (var file = Objects.requireNonNull(MailedTextTests.class.getResourceAsStream("mails.txt"))) {
			return Arrays.stream(new String(file.readAllBytes(), StandardCharsets.UTF_8).split("=== "))
				.filter((mail) -> !mail.isBlank())
				.map((mail) -> mail.split("\n", 2))
				.map((mail) -> Arguments.of(mail[0], mail[1]))
				.toList()
				.stream();
		}
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("mails")
	void quotationAndSignatureAreCut(String name, String mail) {
		assertThat(MailedText.of(mail)).isEqualTo("Cherry tomatoes.");
		assertThat(MailedText.of(mail.replace("\n", "\r\n"))).isEqualTo("Cherry tomatoes.");
	}

	/** What people write looks like quotations now and then. */
	@ParameterizedTest
	@ValueSource(strings = { "On Friday I wrote:\n\n1. Water them.\n2. Wait.", "To: the point.\n\nFrom: me.\n\nYes.",
			"> Which tomatoes?\n\nCherry.\n\n> And when?\n\nIn May.", "He wrote:\nno", "A list:\n\n- one\n- two",
			"Am Ende schrieb er:\n\nNichts.", "Sent from my iPhone is what it says.\n\n1\n\n2\n\n3\n\n4\n\n5",
			"See https://example.org/a?b=1\n\n    code\n\n---\n\nEnd", "Le chat a écrit :\nmiaou",
			"```\n>>> 1 + 1\n```", "Date: 20 Nov\nOne line with a label is no header.",
			"Hier:\n\n主题：番茄\n日期：11月20日\n时间：17:00\n\n来吧。",
			"Так:\n\nТема: томаты\nДата: 20 ноября\nКому: всем\n\nДо встречи.",
			"Anyone?\n\nFrom: Berlin\nTo: Hamburg\nDate: Friday 17:00\nSeats: 3\n\nCall me." })
	void ownTextStays(String text) {
		assertThat(MailedText.of(text)).isEqualTo(text);
	}

	/** Readers of a thread unsubscribe nobody by a mail that is quoted there. */
	@ParameterizedTest
	@ValueSource(strings = { "https://forum.example.org/api/v1/notifications/unsubscribe/01KAG3.abc-1$",
			"https://safe.example.com/?url=https%3A%2F%2Fforum.example.org%2Fapi%2Fv1%2Fnotifications%2funsubscribe%2F01KAG3&x" })
	void linkThatUnsubscribesIsLeftOut(String link) {
		var mail = "> Which tomatoes?\n\nCherry.\n\n> Settings: https://a.example\n> Stop these emails: " + link
				+ "\n\nAnd (" + link + ") or <" + link + "> or $1.";
		for (var text : List.of(MailedText.of(mail), MailedText.ofNew(mail))) {
			assertThat(text)
				.isEqualTo("> Which tomatoes?\n\nCherry.\n\n> Settings: https://a.example\n>\n\nAnd () or  or $1.");
		}
		var html = "<p>Cherry.</p><blockquote><p>Why. <a href=\"" + link
				+ "\">Stop these emails</a></p></blockquote><p>In May.</p>";
		assertThat(MailedText.of(HtmlText.of(html))).contains("Cherry.", "In May.").doesNotContain("unsubscribe");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			<ul><li>Text<p>More</p></li></ul>              | - Text\\n\\nMore
			<blockquote>Text<p>More</p></blockquote>       | > Text\\n>\\n> More\\n>
			<ul><li> <p>Text</p><p>More</p></li></ul>      | - Text\\n\\nMore
			<blockquote> <p>Text</p></blockquote>          | > Text\\n>
			<ul><li><!-- a --><p>Text</p></li></ul>        | - Text
			<ul><li>Text<!-- a --><p>More</p></li></ul>    | - Text\\n\\nMore
			""")
	void firstParagraphStandsBesideTheMarkOnly(String html, String text) {
		assertThat(MailedText.ofNew(HtmlText.ofNew(html))).isEqualTo(text.replace("\\n", "\n"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "—", "-", "--", "– –" })
	void dividingLineIsNoSignature(String line) {
		var text = "Water them.\n\n" + line + "\n\nAnd when?";
		assertThat(MailedText.of(text)).isEqualTo(text);
		assertThat(MailedText.ofNew(text)).isEqualTo(text);
		var list = "Water them.\n" + line + "\n" + "More\n".repeat(11).strip();
		assertThat(MailedText.of(list)).isEqualTo(list);
		assertThat(MailedText.of("Water them.\n—\nAnd when?")).isEqualTo("Water them.\n—\nAnd when?");
	}

	@ParameterizedTest
	@ValueSource(strings = { "-- \nAlice\nBalcony 3", "--\u00a0\n\nAlice", "--\nAlice", "--", "--\n\n" })
	void signatureIsCut(String signature) {
		assertThat(MailedText.of("Cherry tomatoes.\n\n" + signature)).isEqualTo("Cherry tomatoes.");
	}

	@Test
	void longSignatureIsCut() {
		assertThat(MailedText.of("Cherry tomatoes.\n-- \n" + "Floor 3\n\n".repeat(30))).isEqualTo("Cherry tomatoes.");
	}

	/** A mail that answers none is about what it quotes or forwards. */
	@ParameterizedTest
	@ValueSource(strings = { "I read in a blog:\n\n> Water early.",
			"See below\n\n---------- Forwarded message ---------\nFrom: Bob <b@example.org>\nDate: Fri\nSubject: Soil\nTo: <a@example.org>\n\nDry.",
			"---------- Forwarded message ---------\nFrom: Bob <b@example.org>\n\nDry.",
			"See below\n--\nAlice\n\n---------- Forwarded message ---------\nFrom: Bob <b@example.org>\n\nDry." })
	void quotationInNewMailStays(String mail) {
		assertThat(MailedText.ofNew(mail)).isEqualTo(mail);
		assertThat(MailedText.ofNew(mail + "\n\n-- \nAlice")).startsWith(mail);
	}

	@Test
	void signatureInNewMailIsCut() {
		assertThat(MailedText.ofNew("Dry?\n\n-- \nAlice")).isEqualTo("Dry?");
		assertThat(MailedText.ofNew(HtmlText.ofNew("<p>Dry?</p><div id=Signature>Alice<br>555 1234</div>").strip()))
			.isEqualTo("Dry?");
		assertThat(MailedText.ofNew(HtmlText.ofNew("<style>p {}</style><p>See</p><div class=gmail_quote>"
				+ "<div class=gmail_attr>Forwarded message<br>From: Bob</div><p>Dry.</p></div>")))
			.isEqualTo("See\n\nForwarded message\nFrom: Bob\n\nDry.");
	}

	@Test
	void quotesBetweenAnswersStayAndTheLastOneGoes() {
		assertThat(MailedText.of("""
				On 20/11/2026 09:30, Parley wrote:
				> Which tomatoes?

				Cherry.

				> And when?

				In May.

				> Bye.
				""")).isEqualTo("Cherry.\n\n> And when?\n\nIn May.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " \n", "> Bob replied.", "-- \nAlice", "On 20/11/2026 09:30, Parley wrote:\n> Bob",
			"\u0000\u0007" })
	void nothingIsLeftOfMailWithoutAnswer(String mail) {
		assertThat(MailedText.of(mail)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"<div dir=\"ltr\">Cherry <b>tomatoes</b>.</div><br><div class=\"gmail_quote\"><div class=\"gmail_attr\">On Fri wrote:</div><blockquote>Bob</blockquote></div>",
			"<html><head><style>p {x: y}</style></head><body><p>Cherry tomatoes.</p><div class=\"moz-cite-prefix\">On</div><blockquote type=\"cite\">Bob</blockquote></body></html>",
			"<div>Cherry tomatoes.</div><div id=\"appendonsend\"></div><hr><div id=\"divRplyFwdMsg\"><b>From:</b> Parley</div><div>Bob</div>",
			"<p class=MsoNormal>Cherry tomatoes.</p><div><div style='border:none;border-top:solid #E1E1E1 1.0pt'><p>From: Parley</p></div></div><p>Bob</p>",
			"<div>Cherry&nbsp;tomatoes.</div><div class=\"yahoo_quoted\">On Friday</div>",
			"<div>Cherry tomatoes.</div><div class=\"protonmail_signature_block\">Sent with</div><div class=\"protonmail_quote\">On</div>",
			"Cherry tomatoes.<br><br>-- <br>Alice" })
	void quotationInHtmlIsCut(String html) {
		assertThat(MailedText.of(HtmlText.of(html))).isEqualTo("Cherry tomatoes.");
	}

	/** Takes hours if the time grows with the square of the number of elements. */
	@Test
	void htmlOfManyElementsIsRead() {
		assertThat(HtmlText.of("<p>".repeat(160_000) + "Cherry tomatoes.").strip()).isEqualTo("Cherry tomatoes.");
		assertThat(HtmlText.of("Cherry tomatoes." + "<b id=appendonsend>x</b>".repeat(20_000)).strip())
			.isEqualTo("Cherry tomatoes.");
	}

	/** The same for lines. */
	@Test
	void textOfManyLinesIsRead() {
		assertThat(MailedText.ofPlain("Cherry" + "\n".repeat(190_000) + "tomatoes."))
			.isEqualTo("Cherry\n\n\ntomatoes.");
		assertThat(MailedText.ofPlain("Cherry" + "\n\u3000".repeat(95_000) + "\ntomatoes."))
			.isEqualTo("Cherry\n\n\ntomatoes.");
		assertThat(MailedText.ofPlain("x\n".repeat(95_000) + "Cherry tomatoes.")).endsWith("x\nCherry tomatoes.");
		assertThat(MailedText.ofPlain("Cherry.\n" + "From: a@b\nTo: b\n\n".repeat(14_000))).isEqualTo("Cherry.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					See <a href="https://example.org/a?b=1&amp;c=2">this page</a>.       | See this page <https://example.org/a?b=1&c=2>.
					See <a href="https://example.org/">example.org</a>.                  | See example.org.
					See <a href="https://example.org/a">https://example.org/a</a>.       | See https://example.org/a.
					<a href="mailto:alice@example.org">Alice</a> knows.                  | Alice knows.
					<a href="javascript:alert(1)">Tomatoes</a>                           | Tomatoes
					Yes<a href="https://example.org/p"><img src="https://example.org/p"></a> | Yes
					Yes<br><br>Get <a href="https://aka.ms/o0ukef">Outlook for iOS</a>   | Yes
					""")
	void addressOfLinkInHtmlStays(String html, String text) {
		assertThat(MailedText.of(HtmlText.of(html))).isEqualTo(text);
	}

	@Test
	void htmlKeepsNumbersAndPreformattedLines() {
		assertThat(MailedText.of(HtmlText.of("<ol><li>a<ul><li>x</li></ul></li><li>b</li></ol><ol><li>c</li></ol>")))
			.isEqualTo("1. a\n- x\n2. b\n1. c");
		assertThat(MailedText.of(HtmlText.of("<p>So:</p><pre>if (a)\n    b();\n\nend</pre><p>Yes   no</p>")))
			.isEqualTo("So:\n\nif (a)\n    b();\n\nend\n\nYes no");
	}

	@Test
	void htmlKeepsParagraphsAndLists() {
		assertThat(MailedText.of(HtmlText.of("<p>One</p><p>Two<br>three</p><ul><li>a</li><li>b</li></ul>")))
			.isEqualTo("One\n\nTwo\nthree\n\n- a\n- b");
	}

}
