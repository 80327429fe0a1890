package org.parley.notification.mail.transport.server;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;

import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.notification.mail.transport.OutgoingMail;

import static org.assertj.core.api.Assertions.assertThat;

class MimeMailsTests {

	@ParameterizedTest
	@ValueSource(strings = { "Tomatoes", "Größe = 7:  «eins»", "=?UTF-8?Q?x?=",
			"Re: =?UTF-8?B?QmFuayBhbGVydA==?= 😀👨‍👩‍👧‍👦", "Is a=?b allowed?", "كيف تزرع الطماطم؟ =? トマト",
			"=?UTF-8?Q?a?= and a long text that goes on behind the end of its line" })
	void subjectIsReadAsItWasWritten(String subject) throws Exception {
		var message = written(subject);
		assertThat(message.getSubject()).isEqualTo(subject);
		assertThat(Arrays.stream(message.getHeader("Subject")[0].split("\\s+")))
			.allMatch((word) -> !word.startsWith("=?") || word.length() <= 75);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "Garden", "Größe \"7\"", "Ada (Forum), Garden", "=?UTF-8?B?QWRtaW4=?=", "=?UTF-8?Q?a?= 😀" })
	void senderIsReadAsItWasWritten(String sender) throws Exception {
		assertThat(written(sender, "Tomatoes").getFrom())
			.containsExactly(new InternetAddress("noreply@forum.example.org", sender, "UTF-8"))
			.allSatisfy((from) -> assertThat(((InternetAddress) from).getPersonal()).isEqualTo(sender));
	}

	/**
	 * Mail programs show a paper clip for a mixed mail, and some for a related one
	 * without related parts.
	 */
	@Test
	void mailLooksLikeOneWithoutAttachments() throws Exception {
		var message = written("Tomatoes");
		assertThat(message.getContentType()).startsWith("multipart/alternative");
		var parts = (MimeMultipart) message.getContent();
		assertThat(parts.getCount()).isEqualTo(2);
		assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
		assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', textBlock = """
			alice@example.com,   alice@example.com
			a.b.@docomo.example, <"a.b."@docomo.example>
			a..b@docomo.example, <"a..b"@docomo.example>
			.a@docomo.example,   <".a"@docomo.example>
			"a..b"@x.example,    <"a..b"@x.example>
			""")
	void recipientWithDotsAtOddPlacesIsQuoted(String to, String written) throws Exception {
		assertThat(written("Garden", "Tomatoes", to).getHeader("To")).containsExactly(written);
	}

	private static MimeMessage written(String subject) {
		return written("Garden", subject);
	}

	private static MimeMessage written(String sender, String subject) {
		return written(sender, subject, "alice@example.com");
	}

	private static MimeMessage written(String sender, String subject, String to) {
		var mails = new MimeMails("noreply@forum.example.org", DkimKey.of("", "", ""), InstantSource.system());
		return mails.message(Session.getInstance(new Properties()),
				new OutgoingMail("1", "<1@localhost>", sender, to, subject, "Text", "<p>Text</p>", Map.of()));
	}

}
