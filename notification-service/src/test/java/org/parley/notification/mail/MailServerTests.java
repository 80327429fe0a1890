package org.parley.notification.mail;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mail.javamail.JavaMailSenderImpl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Whose fault it is that a mail is not sent. */
class MailServerTests {

	private static final OutgoingMail LETTER = new OutgoingMail("<1@localhost>", "alice@example.com", "Hello", "Text",
			"<p>Text</p>", Map.of());

	@ParameterizedTest
	@CsvSource({ "RCPT,550 nobody,smtp.550", "RCPT,450 full,smtp.450", "MAIL,553 not you,smtp.553",
			"DATA,554 spam,smtp.554" })
	void whatTheServerAnswersIsTheMails(String command, String answer, String reason) throws IOException {
		try (var stranger = new RefusingServer(command, answer)) {
			var server = server(stranger.port());
			assertThatExceptionOfType(MailRefusedException.class).isThrownBy(() -> server.deliver(LETTER))
				.returns(reason, MailRefusedException::reason);
			assertThat(server.isThere()).isTrue();
		}
	}

	@ParameterizedTest
	@CsvSource({ "CONNECT,421 closing", "RCPT,421 closing", "CONNECT,554 no mail here" })
	void aServerThatTakesNothingIsAway(String command, String answer) throws IOException {
		try (var stranger = new RefusingServer(command, answer)) {
			assertThatExceptionOfType(MailServerAwayException.class)
				.isThrownBy(() -> server(stranger.port()).deliver(LETTER));
		}
	}

	@Test
	void aServerThatIsAwayIsLeftAlone() throws IOException {
		var server = server(freePort());
		for (int i = 0; i < 3; i++) {
			assertThat(server.isThere()).isTrue();
			assertThatExceptionOfType(MailServerAwayException.class).isThrownBy(() -> server.deliver(LETTER));
		}
		assertThat(server.isThere()).isFalse();
	}

	@Test
	void aServerThatSaysNothingIsAwayAfterATime() throws IOException {
		try (var silent = new ServerSocket(0)) {
			assertThatExceptionOfType(MailServerAwayException.class)
				.isThrownBy(() -> server(silent.getLocalPort()).deliver(LETTER));
		}
	}

	@Test
	void anAddressThatIsNoneIsTheMails() throws IOException {
		var letter = new OutgoingMail("<1@localhost>", "no address", "Hello", "Text", "<p>Text</p>", Map.of());
		var server = server(freePort());
		assertThatExceptionOfType(MailRefusedException.class).isThrownBy(() -> server.deliver(letter))
			.returns("mail.malformed", MailRefusedException::reason);
	}

	@Test
	void productionNamesWhatIsMissing() {
		var configuration = new MailConfiguration();
		assertThatIllegalStateException()
			.isThrownBy(() -> configuration.mailServerIsNamed(" ", "a@example.org").afterPropertiesSet())
			.withMessageContaining("spring.mail.host")
			.withMessageContaining("PARLEY_SMTP_HOST");
		assertThatIllegalStateException()
			.isThrownBy(() -> configuration.mailServerIsNamed("smtp.example.org", "").afterPropertiesSet())
			.withMessageContaining("PARLEY_MAIL_FROM");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new MailSettings("a@b", List.of(), Duration.ofSeconds(1), Duration.ofSeconds(1), 3,
					Duration.ofDays(1)))
			.withMessageContaining("parley.mail.lease");
	}

	private static int freePort() throws IOException {
		try (var socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	private static MailServer server(int port) {
		var smtp = new JavaMailSenderImpl();
		smtp.setHost("127.0.0.1");
		smtp.setPort(port);
		var settings = new Properties();
		settings.setProperty("mail.smtp.timeout", "1000");
		settings.setProperty("mail.smtp.connectiontimeout", "1000");
		smtp.setJavaMailProperties(settings);
		return new MailServer(smtp, new MailSettings("Parley <parley@localhost>", List.of(), Duration.ofMinutes(1),
				Duration.ofMinutes(1), 3, Duration.ofDays(1)));
	}

}
