package org.parley.webhook.mail.inbound;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.contracts.mail.MailReceived.Authentication;

import org.springframework.web.util.UriUtils;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Mails in the forms that the documentation of their providers shows. */
class InboundMailsTests {

	private static final String TO = "reply+0abc-2@reply.example.org";

	private static final String HEADERS = """
			Received: by 127.0.0.1 with SMTP id 1
			DKIM-Signature: v=1; a=rsa-sha256; d=example.com; s=s1; bh=x
			From: Alice Example <alice@example.com>
			Message-ID: <CAF-1@mail.example.com>
			Subject: =?UTF-8?Q?Re:_Gr=C3=BC=C3=9Fe?=
			""".replace("\n", "\r\n");

	private static final String MIME = HEADERS + """
			MIME-Version: 1.0
			Content-Type: multipart/mixed; boundary="outer"

			--outer
			Content-Type: multipart/alternative; boundary=inner

			--inner
			Content-Type: text/plain; charset=iso-8859-1; format=flowed
			Content-Transfer-Encoding: quoted-printable

			Gr=FC=DFe aus=20
			K=F6ln
			--inner
			Content-Type: text/html; charset=utf-8

			<p>Grüße</p>
			--inner--
			--outer
			Content-Type: text/plain; name=notes.txt
			Content-Disposition: attachment; filename=notes.txt

			Not this.
			--outer--
			""".replace("\n", "\r\n");

	@Test
	void sendGridPassesParsedMailOn() {
		var mail = read(InboundMails.SENDGRID, "multipart/form-data; boundary=xYzZY",
				form(Map.of("headers", HEADERS, "dkim", "{@example.com : pass}", "SPF", "pass", "envelope",
						"{\"to\":[\"" + TO + "\"],\"from\":\"alice@example.com\"}", "subject", "Re: Grüße", "text",
						"Cherry tomatoes.", "html", "<p>Cherry</p>", "charsets", "{\"text\":\"utf-8\"}")));
		assertThat(mail.recipients()).containsExactly(TO);
		assertThat(mail.content()).isEqualTo(new InboundMail.Content("Re: Grüße", "Cherry tomatoes.", ""));
		assertRead(mail);
	}

	@Test
	void sendGridsCharacterSetsCount() {
		var body = new String(form(Map.of("headers", HEADERS, "envelope", "{\"to\":[\"" + TO + "\"]}", "charsets",
				"{\"text\":\"iso-8859-1\"}", "text", "Gr\u00fc\u00dfe")), StandardCharsets.UTF_8)
			.getBytes(StandardCharsets.ISO_8859_1);
		assertThat(read(InboundMails.SENDGRID, "multipart/form-data; boundary=xYzZY", body).content().text())
			.isEqualTo("Grüße");
	}

	@Test
	void sendGridPassesRawMailOn() {
		var mail = read(InboundMails.SENDGRID, "multipart/form-data; boundary=xYzZY",
				form(Map.of("email", MIME, "dkim", "{@example.com : pass}", "SPF", "pass", "envelope",
						"{\"to\":[\"" + TO + "\"],\"from\":\"alice@example.com\"}")));
		assertThat(mail.content()).isEqualTo(new InboundMail.Content("Re: Grüße", "Grüße aus Köln\n", ""));
		assertRead(mail);
	}

	@ParameterizedTest
	@ValueSource(strings = { "multipart/form-data; boundary=xYzZY", "application/x-www-form-urlencoded" })
	void mailgunPassesParsedMailOn(String type) {
		var headers = """
				[["X-Mailgun-Spf", "Pass"], ["X-Mailgun-Dkim-Check-Result", "Pass"],
				["Dkim-Signature", "a=rsa-sha256; v=1; d=example.com; b=x"],
				["From", "Alice Example <alice@example.com>"], ["Message-Id", "<CAF-1@mail.example.com>"]]""";
		var fields = Map.of("recipient", TO, "sender", "alice@example.com", "from", "Alice <alice@example.com>",
				"subject", "Re: Grüße", "body-plain", "Cherry & tomatoes.", "stripped-text", "Cherry", "timestamp",
				"1763650000", "token", "t", "signature", "s", "message-headers", headers);
		var mail = read(InboundMails.MAILGUN, type, type.startsWith("multipart") ? form(fields) : encoded(fields));
		assertThat(mail.recipients()).containsExactly(TO);
		assertThat(mail.content()).isEqualTo(new InboundMail.Content("Re: Grüße", "Cherry & tomatoes.", ""));
		assertRead(mail);
	}

	@Test
	void mailgunPassesRawMailOn() {
		var mail = read(InboundMails.MAILGUN, "multipart/form-data; boundary=xYzZY", form(Map.of("recipient", TO,
				"sender", "alice@example.com", "body-mime", "X-Mailgun-Dkim-Check-Result: Pass\r\n" + MIME)));
		assertThat(mail.content().text()).isEqualTo("Grüße aus Köln\n");
		assertRead(mail);
	}

	@Test
	void postmarkPassesMailOn() {
		var mail = read(InboundMails.POSTMARK, "application/json",
				"""
						{"FromName": "Alice", "MessageStream": "inbound", "From": "alice@example.com",
						"FromFull": {"Email": "alice@example.com", "Name": "Alice", "MailboxHash": ""},
						"To": "%1$s", "ToFull": [{"Email": "%1$s", "Name": "", "MailboxHash": "0abc-2"}],
						"OriginalRecipient": "%1$s", "Subject": "Re: Grüße", "MessageID": "73e6d360-66eb-11e1-8e72-a8904824019b",
						"TextBody": "", "HtmlBody": "<p>Cherry tomatoes.</p>", "StrippedTextReply": "", "Attachments": [],
						"Headers": [{"Name": "X-Spam-Tests", "Value": "DKIM_SIGNED,DKIM_VALID,DKIM_VALID_AU,SPF_PASS"},
						{"Name": "Received-SPF", "Value": "Pass (sender SPF authorized) identity=mailfrom; envelope-from=alice@example.com;"},
						{"Name": "Message-ID", "Value": "<CAF-1@mail.example.com>"}]}"""
					.formatted(TO)
					.getBytes(StandardCharsets.UTF_8));
		assertThat(mail.recipients()).containsExactly(TO);
		assertThat(mail.content()).isEqualTo(new InboundMail.Content("Re: Grüße", "", "<p>Cherry tomatoes.</p>"));
		assertRead(mail);
	}

	@ParameterizedTest
	@CsvSource({
			"mx.example.org; spf=pass smtp.mailfrom=a@example.com; dkim=pass header.d=example.com,mx.example.org,PASS",
			"mx.example.org; spf=fail smtp.mailfrom=example.com; dkim=none,mx.example.org,FAIL",
			"mx.attacker.example; spf=pass smtp.mailfrom=example.com,mx.example.org,NONE",
			"mx.example.org; spf=pass smtp.mailfrom=example.com,'',NONE" })
	void onlyResultsOfTrustedServerCount(String results, String trusted, Authentication expected) {
		var body = ("Delivered-To: %s\r\nAuthentication-Results: %s\r\nAuthentication-Results: mx.example.org; dmarc=pass\r\n"
			.formatted(TO, results) + MIME).getBytes(StandardCharsets.UTF_8);
		var mail = InboundMails.MIME.read(new MailRequest("message/rfc822", body, trusted)).orElseThrow();
		assertThat(mail.results().of("alice@example.com")).isEqualTo(expected);
		assertThat(mail.recipients()).containsExactly(TO);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "sendgrid|application/json|[{\"event\": \"bounce\"}]",
					"mailgun|application/json|{\"event-data\": {}}",
					"postmark|application/json|{\"RecordType\": \"Bounce\"}", "postmark|application/json|[]",
					"mime|application/json|{}", "mailgun|application/x-www-form-urlencoded|a=b" })
	void otherRequestsAreNoMails(String format, String type, String body) {
		assertThat(InboundMails.valueOf(format.toUpperCase(Locale.ROOT))
			.read(new MailRequest(type, body.getBytes(StandardCharsets.UTF_8), ""))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "mailgun|application/x-www-form-urlencoded|recipient=a&message-headers=[",
			"postmark|application/json|{", "mailgun|multipart/form-data; boundary=x|nonsense" })
	void malformedMailsAreRefused(String format, String type, String body) {
		var mails = InboundMails.valueOf(format.toUpperCase(Locale.ROOT));
		assertThatExceptionOfType(MalformedMailException.class)
			.isThrownBy(() -> mails.read(new MailRequest(type, body.getBytes(StandardCharsets.UTF_8), "")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			text/plain; charset=iso-8859-1 | quoted-printable | =93Gr=FC=DFe=94 =96 5 =80 | “Grüße” – 5 €
			text/plain; charset=us-ascii   | 8bit             | Gr\u00fc\u00dfe         | Grüße
			text/plain; charset=us-ascii   | 8bit             | Gr\u00c3\u00bc\u00c3\u009fe | Grüße
			text/plain                     | 8bit             | Gr\u00fc\u00dfe         | Grüße
			text/plain; charset=x-unknown  | 8bit             | Gr\u00fc\u00dfe         | Grüße
			text/plain; charset=gb2312     | quoted-printable | =D6=EC=E9F                | 朱镕
			text/plain; charset=KS_C_5601-1987 | quoted-printable | =C7=D1                | 한
			text/plain; charset=Shift_JIS  | quoted-printable | =87@                      | ①
			text/plain; charset=ISO-2022-JP | quoted-printable | =1B$B-!=1B(B            | ①
			text/plain; charset=EUC-JP     | quoted-printable | =AD=A1                    | ①
			text/plain; charset=utf-8      | 8-bit            | Gr\u00c3\u00bc\u00c3\u009fe | Grüße
			text/plain; charset=utf-8      | base64           | R3LDvMOfZQ==              | Grüße
			text/plain; charset="utf-8" format=flowed | 7bit  | Cherry                    | Cherry
			""")
	void textIsReadAsItIsWritten(String type, String encoding, String body, String expected) {
		assertThat(textOf(type, encoding, body)).isEqualTo(expected);
	}

	/** Apple Mail splits a text at each picture, in plain text and in HTML. */
	@Test
	void textBehindPictureIsRead() {
		var picture = """
				Content-Type: image/jpeg; name=a.jpg
				Content-Disposition: inline; filename=a.jpg
				Content-Transfer-Encoding: base64

				AQID
				""";
		var plain = mixed("text/plain; charset=utf-8\n\n\n", picture, "text/plain\n\nCherry",
				"text/plain; name=notes.txt\nContent-Disposition: inline; filename=notes.txt\n\nNot this.",
				"text/plain\n\n\nSent from my iPhone");
		assertThat(plain.content().text()).isEqualTo("\r\nCherry\n\r\nSent from my iPhone");
		assertThat(plain.pictures()).hasSize(1);
		var html = mixed("text/html\n\n<html><body>Cherry</body></html>", picture,
				"text/html\n\n<html><body>Plum</body></html>");
		assertThat(html.content().html()).contains("Cherry", "Plum");
	}

	private static InboundMail mixed(String... parts) {
		var mime = Stream.of(parts)
			.map((part) -> "--outer\n" + (part.startsWith("Content-Type") ? part : "Content-Type: " + part) + "\n")
			.collect(joining("", HEADERS + "Content-Type: multipart/mixed; boundary=outer\n\n", "--outer--\n"));
		return read(InboundMails.MIME, "message/rfc822",
				mime.replaceAll("\r?\n", "\r\n").getBytes(StandardCharsets.UTF_8));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Alice Example <alice@example.com>    | alice@example.com
			Example, Alice <alice@example.com>   | alice@example.com
			Alice <a@example.com>, b@example.com |
			Alice, Bob                           |
			""")
	void onlyAddressIsThatOfTheAuthor(String from, @Nullable String expected) {
		var mail = "From: %s\r\nDelivered-To: %s\r\n\r\nHello".formatted(from, TO);
		assertThat(read(InboundMails.MIME, "message/rfc822", mail.getBytes(StandardCharsets.US_ASCII)).author())
			.isEqualTo(Optional.ofNullable(expected));
	}

	@ParameterizedTest
	@ValueSource(strings = { "multipart/mixed", "multipart/mixed; boundary=other", "multipart/alternative; boundary=" })
	void mailWithoutPartsIsAText(String type) {
		var mail = read(InboundMails.MIME, "message/rfc822",
				(HEADERS + "Content-Type: " + type + "\r\n\r\nCherry tomatoes\r\n").replaceAll("\r?\n", "\r\n")
					.getBytes(StandardCharsets.UTF_8));
		assertThat(mail.content().text().strip()).isEqualTo("Cherry tomatoes");
	}

	@Test
	void brokenPartsAreLeftOut() {
		assertThat(textOf("text/plain", "base64", "R3LDvMOfZSE=\r\nQUJ")).startsWith("Grüße!");
		var mail = read(InboundMails.MIME, "message/rfc822", (HEADERS + """
				Content-Type: multipart/mixed; boundary=outer

				--outer
				Content-Type: text/plain

				Cherry
				--outer
				Content-Type: image/png
				Content-Transfer-Encoding: base64

				AQIDB
				--outer--
				""".replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8));
		assertThat(mail.content().text()).isEqualTo("Cherry");
		assertThat(mail.pictures()).isEmpty();
	}

	@Test
	void tooManyPartsAreRefused() {
		assertRefused("--b\r\n\r\n".repeat(1_001));
	}

	@Test
	void tooLongHeadersOfPartAreRefused() {
		assertRefused("--b\r\n" + "a:\r\n".repeat(70_000) + "\r\n");
	}

	@Test
	void tooLongHeadersOfMailAreRefused() {
		var mail = "a:\r\n".repeat(70_000).getBytes(StandardCharsets.US_ASCII);
		assertThatExceptionOfType(MalformedMailException.class)
			.isThrownBy(() -> InboundMails.MIME.read(new MailRequest("message/rfc822", mail, "")));
	}

	private static void assertRefused(String parts) {
		var form = parts.getBytes(StandardCharsets.US_ASCII);
		assertThatExceptionOfType(MalformedMailException.class)
			.isThrownBy(() -> FormFields.of("multipart/form-data; boundary=b", form));
		var mail = ("Content-Type: multipart/mixed; boundary=b\r\n\r\n" + parts).getBytes(StandardCharsets.US_ASCII);
		assertThatExceptionOfType(MalformedMailException.class)
			.isThrownBy(() -> InboundMails.MIME.read(new MailRequest("message/rfc822", mail, "")));
	}

	@Test
	void pairsBeyondTheMostAreIgnored() {
		var form = FormFields.of("application/x-www-form-urlencoded",
				("a=1&" + "&".repeat(999) + "b=2").getBytes(StandardCharsets.US_ASCII));
		assertThat(form.find("a")).isEqualTo("1");
		assertThat(form.find("b")).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "ISO-8859-1" })
	void unencodedSubjectIsRead(String charset) {
		var mail = "Subject: Re: Grüße\r\nDelivered-To: " + TO + "\r\n\r\nHello";
		assertThat(
				read(InboundMails.MIME, "message/rfc822", mail.getBytes(Charset.forName(charset))).content().subject())
			.isEqualTo("Re: Grüße");
	}

	@ParameterizedTest
	@CsvSource({ "=?ISO-2022-JP?B?UmU6IBskQi0hGyhC?=,Re: ①", "=?gb2312?Q?=E9F?=,镕",
			"=?utf-8*de?Q?Gr=C3=BC=C3=9Fe?=,Grüße", "=?x-unknown?Q?Gr=FC=DFe?= =?x-unknown?Q?_aus?=,Grüße aus",
			"=?UTF-8?Q?Ripe_=F0=9F=8D?= =?utf-8?Q?=85_now?=,Ripe 🍅 now",
			"=?UTF-8?B?8J+N?=  =?UTF-8?B?hQ==?= =?UTF-8?B?IQ==?=,🍅!" })
	void encodedSubjectIsRead(String subject, String expected) {
		var mail = "Subject: %s\r\nDelivered-To: %s\r\n\r\nHello".formatted(subject, TO);
		assertThat(
				read(InboundMails.MIME, "message/rfc822", mail.getBytes(StandardCharsets.US_ASCII)).content().subject())
			.isEqualTo(expected);
	}

	@Test
	void spacesAtEndsOfLinesAreDeletedIfTheMailSaysSo() {
		var body = "https://example.org/a \r\nbc and \r\nmore\r\n-- \r\nAlice";
		assertThat(textOf("text/plain; format=flowed; delsp=yes", "7bit", body))
			.isEqualTo("https://example.org/abc andmore\n-- \nAlice\n");
		assertThat(textOf("text/plain; format=flowed", "7bit", body))
			.isEqualTo("https://example.org/a bc and more\n-- \nAlice\n");
	}

	private static String textOf(String type, String encoding, String body) {
		var mail = HEADERS
				+ "Content-Type: %s\r\nContent-Transfer-Encoding: %s\r\n\r\n%s".formatted(type, encoding, body);
		return read(InboundMails.MIME, "message/rfc822", mail.getBytes(StandardCharsets.ISO_8859_1)).content().text();
	}

	@Test
	void picturesOfAllFormatsAreRead() {
		var mime = HEADERS + """
				Content-Type: multipart/mixed; boundary="outer"

				--outer
				Content-Type: multipart/related; boundary=inner

				--inner
				Content-Type: text/html; charset=utf-8

				<p>See <img src="cid:ii_1@mail">.</p>
				--inner
				Content-Type: image/png; name=a.png
				Content-ID: <ii_1@mail>
				Content-Disposition: inline; filename=a.png
				Content-Transfer-Encoding: base64

				AQID
				--inner--
				--outer
				Content-Type: IMAGE/JPEG; name=b.jpg
				Content-Disposition: attachment; filename=b.jpg
				Content-Transfer-Encoding: base64

				BAU=
				--outer
				Content-Type: image/svg+xml
				Content-Disposition: attachment; filename=c.svg

				<svg/>
				--outer--
				""".replace("\n", "\r\n");
		assertPictures(read(InboundMails.MIME, "message/rfc822",
				("Delivered-To: " + TO + "\r\n" + mime).getBytes(StandardCharsets.UTF_8)));
		assertPictures(read(InboundMails.SENDGRID, "multipart/form-data; boundary=xYzZY",
				form(Map.of("email", mime, "envelope", "{\"to\":[\"" + TO + "\"]}"))));
		var html = "<p>See <img src=\"cid:ii_1%40mail\">.</p>";
		assertPictures(read(InboundMails.SENDGRID, "multipart/form-data; boundary=xYzZY",
				formWithPictures(Map.of("headers", HEADERS, "envelope", "{\"to\":[\"" + TO + "\"]}", "html", html,
						"text", "See .", "content-ids", "{\"ii_1@mail\": \"attachment1\"}"))));
		assertPictures(read(InboundMails.MAILGUN, "multipart/form-data; boundary=xYzZY",
				formWithPictures(Map.of("recipient", TO, "message-headers", "[]", "body-html", html, "body-plain",
						"See .", "content-id-map", "{\"<ii_1@mail>\": \"attachment1\"}"))));
		assertPictures(read(InboundMails.POSTMARK, "application/json", """
				{"FromFull": {"Email": "alice@example.com"}, "OriginalRecipient": "%s", "TextBody": "See .",
				"HtmlBody": "<p>See <img src='cid:ii_1@mail'>.</p>", "Attachments": [
				{"Name": "a.png", "ContentType": "image/png", "ContentID": "cid:ii_1@mail", "Content": "AQID"},
				{"Name": "c.svg", "ContentType": "image/svg+xml", "Content": "BAU="},
				{"Name": "b.jpg", "ContentType": "image/jpeg", "ContentID": "", "Content": "BAU="}]}""".formatted(TO)
			.getBytes(StandardCharsets.UTF_8)));
	}

	private static void assertPictures(InboundMail mail) {
		assertThat(mail.pictures()).extracting(MailPicture::contentType).containsExactly("image/png", "image/jpeg");
		assertThat(mail.pictures()).extracting(MailPicture::contentId).containsExactly("ii_1@mail", null);
		assertThat(mail.pictures()).extracting(MailPicture::content)
			.containsExactly(new byte[] { 1, 2, 3 }, new byte[] { 4, 5 });
		assertThat(mail.content().html()).as("the HTML says where the picture stands").contains("See <img");
	}

	/** A form with the pictures of two parts and a drawing. */
	private static byte[] formWithPictures(Map<String, String> fields) {
		var text = new String(form(fields), StandardCharsets.ISO_8859_1);
		var files = """
				--xYzZY
				Content-Disposition: form-data; name="attachment1"; filename="a.png"
				Content-Type: image/png

				\1\2\3
				--xYzZY
				Content-Disposition: form-data; name="attachment2"; filename="c.svg"
				Content-Type: image/svg+xml

				<svg/>
				--xYzZY
				Content-Disposition: form-data; name="attachment3"; filename="b.jpg"
				Content-Type: image/jpeg

				\4\5
				""".replace("\n", "\r\n");
		return (files + text).getBytes(StandardCharsets.ISO_8859_1);
	}

	private static InboundMail read(InboundMails format, String type, byte[] body) {
		return format.read(new MailRequest(type, body, "")).orElseThrow();
	}

	private static void assertRead(InboundMail mail) {
		assertThat(mail.author()).contains("alice@example.com");
		assertThat(mail.messageId()).isEqualTo("<CAF-1@mail.example.com>");
		assertThat(mail.results().of("alice@example.com")).isEqualTo(Authentication.PASS);
		assertThat(mail.results().of("alice@example.net")).isEqualTo(Authentication.NONE);
	}

	private static byte[] form(Map<String, String> fields) {
		var parts = fields.entrySet()
			.stream()
			.map((field) -> "--xYzZY\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
				.formatted(field.getKey(), field.getValue()))
			.collect(joining());
		var file = """
				--xYzZY
				Content-Disposition: form-data; name="text"; filename="a.txt"
				Content-Type: text/plain

				Attached
				""".replace("\n", "\r\n");
		return (file + parts + "--xYzZY--\r\n").getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] encoded(Map<String, String> fields) {
		return fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + UriUtils.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(joining("&"))
			.getBytes(StandardCharsets.UTF_8);
	}

}
