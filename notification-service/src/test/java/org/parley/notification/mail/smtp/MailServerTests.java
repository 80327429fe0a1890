package org.parley.notification.mail.smtp;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.parley.notification.mail.MailSettings;
import org.parley.localstack.FreePort;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mail.javamail.JavaMailSenderImpl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MailServerTests {

	private static final OutgoingMail MAIL = new OutgoingMail("<1@localhost>", "alice@example.com", "Hello", "Text",
			"<p>Text</p>", Map.of());

	@ParameterizedTest
	@CsvSource(textBlock = """
			RCPT, 550 nobody,                       smtp.550, true,  true
			RCPT, 551 moved,                        smtp.551, true,  true
			RCPT, 553 not a mailbox,                smtp.553, true,  true
			RCPT, 550 5.1.1 no such user,           smtp.550, true,  true
			RCPT, 550 5.1.10 recipient not found,   smtp.550, true,  true
			RCPT, 550 5.2.1 account is disabled,    smtp.550, true,  true
			RCPT, 554 5.1.2 no such host,           smtp.554, true,  true
			RCPT, 550 5.7.1 blocked by policy,      smtp.550, true,  false
			RCPT, 552 5.2.2 mailbox full,           smtp.552, true,  false
			RCPT, 554 refused,                      smtp.554, true,  false
			RCPT, 450 full,                         smtp.450, false, false
			RCPT, 450 4.2.0 greylisted,             smtp.450, false, false
			RCPT, 452 4.5.3 too many,               smtp.452, false, false
			MAIL, 553 not you,                      smtp.553, true,  false
			MAIL, 451 later,                        smtp.451, false, false
			DATA, 554 spam,                         smtp.554, true,  false
			DATA, 550 5.1.1 no such user,           smtp.550, true,  false
			""")
	void errorReplyRefusesMail(String command, String answer, String reason, boolean permanent, boolean addressUnknown)
			throws IOException {
		try (var refusing = new RefusingServer(command, answer)) {
			var server = server(refusing.port());
			assertThatExceptionOfType(MailRefusedException.class).isThrownBy(() -> server.deliver(MAIL))
				.returns(reason, MailRefusedException::reason)
				.returns(permanent, MailRefusedException::isPermanent)
				.returns(addressUnknown, MailRefusedException::isAddressUnknown);
			assertThat(server.isAvailable()).isTrue();
		}
	}

	@ParameterizedTest
	@CsvSource({ "CONNECT,421 closing", "RCPT,421 closing", "CONNECT,554 no mail here" })
	void closedServiceIsUnavailable(String command, String answer) throws IOException {
		try (var refusing = new RefusingServer(command, answer)) {
			assertThatExceptionOfType(MailServerUnavailableException.class)
				.isThrownBy(() -> server(refusing.port()).deliver(MAIL));
		}
	}

	@Test
	void circuitOpensAfterThreeFailures() throws IOException {
		var server = server(FreePort.find());
		for (int i = 0; i < 3; i++) {
			assertThat(server.isAvailable()).isTrue();
			assertThatExceptionOfType(MailServerUnavailableException.class).isThrownBy(() -> server.deliver(MAIL));
		}
		assertThat(server.isAvailable()).isFalse();
	}

	@Test
	void silentServerIsUnavailableAfterTimeout() throws IOException {
		try (var silent = new ServerSocket(0)) {
			assertThatExceptionOfType(MailServerUnavailableException.class)
				.isThrownBy(() -> server(silent.getLocalPort()).deliver(MAIL));
		}
	}

	@Test
	void malformedAddressRefusesMail() throws IOException {
		var mail = new OutgoingMail("<1@localhost>", "no address", "Hello", "Text", "<p>Text</p>", Map.of());
		var server = server(FreePort.find());
		assertThatExceptionOfType(MailRefusedException.class).isThrownBy(() -> server.deliver(mail))
			.returns("mail.malformed", MailRefusedException::reason);
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
