package org.parley.notification.mail.reply;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whole mails of many programs, as these programs send them: the answer above the quoted
 * mail, below it, and between its lines, as plain text and as HTML alone.
 */
class MailClientsTests {

	private static final String ANSWER = "Cherry tomatoes.";

	private static final String QUOTED = "Which tomatoes?\n\n-- \nThe forum\nhttps://forum.example.org/threads/01";

	private static final String INTERLEAVED = "Cherry.\n\n> And when?\n\nIn May.";

	@ParameterizedTest(name = "{0}")
	@MethodSource("clients")
	void answerAboveIsLeft(MailClient client) throws MessagingException, IOException {
		assertThat(textOf(client.plain(ANSWER + "\n\n" + client.signature() + client.quoted()))).isEqualTo(ANSWER);
		assertThat(textOf(client.html("<div>" + ANSWER + "</div>", client.signature(), client.quotedAsHtml())))
			.as("HTML")
			.isEqualTo(ANSWER);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("quotingClients")
	void answerBelowIsLeft(MailClient client) throws MessagingException, IOException {
		assertThat(textOf(client.plain(client.quoted() + "\n" + ANSWER + "\n\n" + client.signature())))
			.isEqualTo(ANSWER);
		assertThat(textOf(client.html(client.quotedAsHtml(), "", "<div>" + ANSWER + "</div>"))).as("HTML")
			.isEqualTo(ANSWER);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("quotingClients")
	void answersBetweenKeepTheirQuestions(MailClient client) throws MessagingException, IOException {
		var mail = client.attribution()
				+ "\n> Which tomatoes?\n\nCherry.\n\n> And when?\n\nIn May.\n\n> -- \n> The forum\n\n"
				+ client.signature();
		assertThat(textOf(client.plain(mail))).isEqualTo(INTERLEAVED);
		assertThat(textOf(client.plain("See below.\n\n" + mail))).as("with a preface")
			.isEqualTo("See below.\n\n> Which tomatoes?\n\n" + INTERLEAVED);
	}

	/** The containers that programs mark, with the answer beside or in them. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					Gmail | <div dir="ltr">Cherry tomatoes.</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">Le jeu.<br></div><blockquote class="gmail_quote">Bob</blockquote></div>
					Gmail, older | Cherry tomatoes.<div class="gmail_extra"><br><div class="gmail_quote">On Thu, Bob Example &lt;<a href="x">b@x.org</a>&gt; wrote:<br><blockquote class="gmail_quote">Bob<br>and more</blockquote></div></div>
					Gmail, below | <div class="gmail_quote"><div class="gmail_attr">On</div><blockquote class="gmail_quote">Bob</blockquote><div>Cherry tomatoes.</div></div>
					Gmail, signature | <div>Cherry tomatoes.<br clear="all"><div><br></div><span class="gmail_signature_prefix">-- </span><br><div class="gmail_signature">Alice</div></div>
					Apple Mail | <body>Cherry tomatoes.<div><br><blockquote type="cite"><div>On 20 Nov 2026, at 09:30, Bob &lt;b@x.org&gt; wrote:</div><br class="Apple-interchange-newline"><div>Bob</div></blockquote></div></body>
					Apple Mail, below | <body><div><blockquote type="cite"><div>On 20 Nov 2026, at 09:30, Bob &lt;b@x.org&gt; wrote:</div><div>Bob</div></blockquote></div><div>Cherry tomatoes.</div></body>
					iOS | <div dir="ltr">Cherry tomatoes.</div><div dir="ltr"><br>Sent from my iPhone</div><div dir="ltr"><br><blockquote type="cite">On 20 Nov 2026, at 09:30, Bob wrote:<br><br></blockquote></div><blockquote type="cite"><div>Bob</div></blockquote>
					Thunderbird | <p>Cherry tomatoes.</p><div class="moz-cite-prefix">Am 20.11.26 schrieb Bob:<br></div><blockquote type="cite" cite="mid:1"><p>Bob</p></blockquote><pre class="moz-signature">-- Alice</pre>
					Thunderbird, below | <div class="moz-cite-prefix">Am 20.11.26<br></div><blockquote type="cite"><p>Bob</p><p>More</p></blockquote><p>Cherry tomatoes.</p>
					Outlook on the web | <div class="elementToProof">Cherry tomatoes.</div><div id="Signature">Alice</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>From:</b> Bob</div><div>Bob</div>
					Outlook for Windows | <div class="WordSection1"><p class="MsoNormal">Cherry tomatoes.<o:p></o:p></p><div><div style="border:none;border-top:solid #E1E1E1 1.0pt"><p><b>Von:</b> Bob</p></div></div><p>Bob</p></div>
					Outlook on a phone | <div>Cherry tomatoes.</div><div id="ms-outlook-mobile-signature">Get Outlook for iOS</div><hr><div id="divRplyFwdMsg"><b>From:</b> Bob</div><div>Bob</div>
					Outlook, new | <div>Cherry tomatoes.</div><div id="mail-editor-reference-message-container"><div>From: Bob</div></div>
					Yahoo | <div class="yahoo-style-wrap"><div>Cherry tomatoes.</div></div><div id="yahoo_quoted_1" class="yahoo_quoted"><div>On Thursday, Bob wrote:</div><div>Bob</div></div>
					Proton | <div>Cherry tomatoes.</div><div class="protonmail_signature_block">Sent with Proton</div><div class="protonmail_quote">On Thu, Bob wrote:<blockquote class="protonmail_quote" type="cite">Bob</blockquote></div>
					Tutanota | <div>Cherry tomatoes.</div><blockquote class="tutanota_quote">Bob</blockquote>
					Zoho | <div>Cherry tomatoes.</div><div class="zmail_extra"><blockquote>Bob</blockquote></div>
					""")
	void markedQuotationsOfHtmlAreCut(String program, String html) throws MessagingException, IOException {
		assertThat(textOf(mail("text/html", html))).as(program).isEqualTo(ANSWER);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					Gmail | <div class="gmail_quote"><div class="gmail_attr">On</div><blockquote class="gmail_quote">Which?</blockquote><div>Cherry.</div><blockquote class="gmail_quote">And when?</blockquote><div>In May.</div><blockquote class="gmail_quote">Bye.</blockquote></div>
					Apple Mail | <div><blockquote type="cite"><div>On 20 Nov 2026, at 09:30, Bob &lt;b@x.org&gt; wrote:</div><div>Which?</div></blockquote></div><div>Cherry.</div><blockquote type="cite"><div>And when?</div></blockquote><div>In May.</div>
					Thunderbird | <div class="moz-cite-prefix">On</div><blockquote type="cite">Which?</blockquote><p>Cherry.</p><blockquote type="cite">And when?</blockquote><p>In May.</p>
					""")
	void answersBetweenQuotationsOfHtmlKeepTheirQuestions(String program, String html)
			throws MessagingException, IOException {
		assertThat(textOf(mail("text/html", html))).as(program).isEqualTo(INTERLEAVED);
	}

	static Stream<MailClient> clients() throws IOException {
		try (var file = Objects.requireNonNull(MailClientsTests.class.getResourceAsStream("clients.txt"))) {
			return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.startsWith("#"))
				.map((line) -> line.split(" [|] ?", -1))
				.map((row) -> new MailClient(row[0] + ", " + row[1], row[2].replace(";", "\n"),
						row[3].replace(";", "\n") + (row[3].isEmpty() ? "" : "\n\n")))
				.toList()
				.stream();
		}
	}

	/** Those that put angle brackets before each quoted line. */
	static Stream<MailClient> quotingClients() throws IOException {
		return clients().filter(MailClient::quotes);
	}

	private static String textOf(String mail) throws MessagingException, IOException {
		var message = new MimeMessage(Session.getInstance(new Properties()),
				new ByteArrayInputStream(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
		var plain = find(message, "text/plain");
		return !plain.isEmpty() ? MailedText.ofPlain(plain) : MailedText.of(HtmlText.of(find(message, "text/html")));
	}

	private static String find(Part part, String type) throws MessagingException, IOException {
		if (part.getContent() instanceof Multipart parts) {
			var found = "";
			for (int i = 0; i < parts.getCount() && found.isEmpty(); i++) {
				found = find(parts.getBodyPart(i), type);
			}
			return found;
		}
		return part.isMimeType(type) ? String.valueOf(part.getContent()) : "";
	}

	private static String mail(String type, String content) {
		return """
				From: Alice Example <alice@example.com>
				To: Forum <reply+0abc-2@reply.example.org>
				Subject: Re: Which tomatoes?
				Message-ID: <CAF-1@mail.example.com>
				In-Reply-To: <01KAG3A1B2C3D4E5F6G7H8J9K0@forum.example.org>
				MIME-Version: 1.0
				Content-Type: multipart/alternative; boundary="000000000000b1"

				--000000000000b1
				Content-Type: %s; charset="UTF-8"
				Content-Transfer-Encoding: 8bit

				%s

				--000000000000b1--
				""".formatted(type, content);
	}

	/**
	 * A mail program in one language.
	 *
	 * @param attribution the line above the quoted mail, or the labels of its header
	 * @param signature what the program adds below
	 */
	record MailClient(String name, String attribution, String signature) {

		boolean quotes() {
			return !this.name.startsWith("Outlook") && !this.name.startsWith("Original Message");
		}

		String plain(String text) {
			return mail("text/plain", text);
		}

		String html(String first, String second, String third) {
			return mail("text/html", "<html><body>%s<br><br>%s<br>%s</body></html>".formatted(first,
					escape(second).replace("\n", "<br>"), third));
		}

		String quoted() {
			return quotes() ? this.attribution + "\n\n" + lines((line) -> "> " + line) + "\n"
					: header() + "\n" + QUOTED;
		}

		String quotedAsHtml() {
			return quotes()
					? "<div>%s</div><blockquote>%s</blockquote>".formatted(escape(this.attribution).replace("\n", " "),
							QUOTED.replace("\n", "<br>"))
					: "<div>%s</div><div>%s</div>".formatted(header().replace("\n", "<br>"),
							QUOTED.replace("\n", "<br>"));
		}

		private static String escape(String text) {
			return text.replace("<", "&lt;").replace(">", "&gt;");
		}

		/** The header of a quoted mail, below a line of Outlook or of older programs. */
		private String header() {
			return this.name.startsWith("Outlook")
					? "________________________________\n" + Arrays.stream(this.attribution.split("\n", -1))
						.map((label) -> label + ": Example")
						.collect(Collectors.joining("\n", "", "\n"))
					: this.attribution + "\nFrom: Bob\n";
		}

		private static String lines(UnaryOperator<String> change) {
			return QUOTED.lines().map(change).collect(Collectors.joining("\n", "", "\n"));
		}

		@Override
		public String toString() {
			return this.name;
		}

	}

}
