package org.parley.notification.mail.transport.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.notification.mail.MailSettings;
import org.parley.notification.mail.transport.MailRefusedException;
import org.parley.notification.mail.transport.MailRoute;
import org.parley.notification.mail.transport.MailServerUnavailableException;
import org.parley.notification.mail.transport.MailServers;
import org.parley.notification.mail.transport.MailUnconfirmedException;
import org.parley.notification.mail.transport.OutgoingMail;
import org.parley.localstack.FreePort;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.helper.BasicMessageListener;
import org.subethamail.smtp.server.SMTPServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Dialogues with real SMTP servers, and with one that answers as a test wants. */
class SmtpMailServerTests {

	private static final OutgoingMail MAIL = new OutgoingMail("1", "<1@localhost>", "Täfel \"eins\"",
			"alice@example.com", "Hello", "Text\n.\nmore", "<p>Text</p>", Map.of("List-Id", "<1.localhost>"));

	private static final Duration TIME = Duration.ofSeconds(30);

	private final List<String> accepted = new CopyOnWriteArrayList<>();

	@ParameterizedTest
	@CsvSource(textBlock = """
			RCPT,    550 relay not permitted,          smtp.550, false, false, false
			RCPT,    551 moved,                        smtp.551, false, false, true
			RCPT,    550 No such user here,           smtp.550, false, false, true
			RCPT,    550 Blocked by a list,           smtp.550, false, false, false
			RCPT,    550 Sender verify failed,        smtp.550, false, false, false
			RCPT,    553 not in my list of allowed rcpthosts (#5.7.1), smtp.553, false, false, false
			RCPT,    550 authentication required,     smtp.550, false, false, false
			RCPT,    550 5.4.1 Access denied,         smtp.550, true,  true, true
			RCPT,    553 5.7.1 not owned by user,      smtp.553, false, false, false
			RCPT,    550 5.1.1 no such user,           smtp.550, true,  true, true
			RCPT,    550 5.1.10 recipient not found,   smtp.550, true,  true, true
			RCPT,    550 5.2.1 account is disabled,    smtp.550, true,  true, true
			RCPT,    554 5.1.2 no such host,           smtp.554, true,  true, true
			RCPT,    550 5.1.8 sender does not exist,  smtp.550, false, false, false
			RCPT,    550 5.7.1 blocked by policy,      smtp.550, false, false, false
			RCPT,    552 5.2.2 mailbox full,           smtp.552, false, false, true
			RCPT,    554 refused,                      smtp.554, false, false, false
			RCPT,    450 full,                         smtp.450, false, false, false
			RCPT,    450 4.2.0 greylisted,             smtp.450, false, false, true
			RCPT,    452 4.5.3 too many,               smtp.452, false, false, false
			RCPT,    452 4.2.2 mailbox full,           smtp.452, false, false, true
			MAIL,    451 later,                        smtp.451, false, false, false
			MAIL,    452 4.3.1 no storage,             smtp.452, false, false, false
			MAIL,    552 5.3.4 too large,              smtp.552, true,  false, false
			DATA,    554 spam,                         smtp.554, true,  false, false
			DATA,    550 5.1.1 no such user,           smtp.550, true,  true, true
			CONTENT, 554 5.7.1 spam,                   smtp.554, true,  false, false
			CONTENT, 550 5.1.1 unknown,              smtp.550, true,  true, true
			CONTENT, 554 5.2.2 mailbox full,         smtp.554, true,  false, true
			CONTENT, 451 4.3.0 local error,            smtp.451, false, false, false
			CONTENT, 452 4.3.1 system full,            smtp.452, false, false, false
			CONTENT, 552 5.3.4 too large,              smtp.552, true,  false, false
			""")
	void errorReplyRefusesMail(String command, String answer, String reason, boolean permanent, boolean addressUnknown,
			boolean aboutRecipient) throws IOException {
		try (var scripted = new ScriptedSmtpServer(command, answer)) {
			var route = route(scripted.port());
			assertThatExceptionOfType(MailRefusedException.class).isThrownBy(() -> route.send(MAIL, TIME))
				.returns(reason, MailRefusedException::reason)
				.returns(permanent, MailRefusedException::isPermanent)
				.returns(addressUnknown, MailRefusedException::isAddressUnknown)
				.returns(aboutRecipient, MailRefusedException::isAboutRecipient);
			assertThat(route.isAvailable()).isTrue();
		}
	}

	@Test
	void replyIsQuotedWithoutAddresses() throws IOException {
		try (var scripted = new ScriptedSmtpServer("MAIL", "550 5.7.1 a@b.example is not verified, see https://x")) {
			assertThatExceptionOfType(MailServerUnavailableException.class)
				.isThrownBy(() -> route(scripted.port()).send(MAIL, TIME))
				.returns("server.unavailable: SMTPSenderFailedException: 550 5.7.1 *** is not verified, see https://x",
						MailServerUnavailableException::explanation);
		}
		try (var scripted = new ScriptedSmtpServer("RCPT", "550 5.1.1 <alice@example.com>: unknown")) {
			assertThatExceptionOfType(MailRefusedException.class)
				.isThrownBy(() -> route(scripted.port()).send(MAIL, TIME))
				.returns("smtp.550: 550 5.1.1 ***: unknown", MailRefusedException::explanation);
		}
		assertThatExceptionOfType(MailServerUnavailableException.class)
			.isThrownBy(() -> route(FreePort.find()).send(MAIL, TIME))
			.satisfies((ex) -> assertThat(ex.explanation()).contains("ConnectException: Connection refused"));
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			CONNECT, 421 closing
			CONNECT, 554 no mail here
			CONNECT, death
			CONNECT, silence
			EHLO,    421 closing
			EHLO,    death
			MAIL,    421 closing
			MAIL,    530 5.7.0 Must issue a STARTTLS command first
			MAIL,    530 5.7.1 Authentication required
			MAIL,    454 4.7.0 TLS not available
			MAIL,    535 5.7.8 bad credentials
			MAIL,    550 5.7.60 no permission to send as this sender
			MAIL,    553 5.7.1 not owned by user
			MAIL,    death
			MAIL,    silence
			RCPT,    421 closing
			RCPT,    death
			RCPT,    silence
			DATA,    421 closing
			DATA,    death
			DATA,    silence
			CONTENT, 421 4.7.0 too many mails
			""")
	void serverIsUnavailable(String command, String answer) throws IOException {
		try (var scripted = new ScriptedSmtpServer(command, answer)) {
			assertThatExceptionOfType(MailServerUnavailableException.class)
				.isThrownBy(() -> route(scripted.port()).send(MAIL, TIME));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { ScriptedSmtpServer.DEATH, ScriptedSmtpServer.SILENCE })
	void lostAnswerToCompleteMailLeavesItUnconfirmed(String answer) throws IOException {
		try (var scripted = new ScriptedSmtpServer("CONTENT", answer)) {
			assertThatExceptionOfType(MailUnconfirmedException.class)
				.isThrownBy(() -> route(scripted.port()).send(MAIL, TIME));
			assertThat(scripted.received()).contains(".", "Message-ID: <1@localhost>");
		}
	}

	@ParameterizedTest
	@CsvSource({ "CONTENT, true", "RCPT, false", "CONNECT, false" })
	void serverThatAnswersByteByByteIsLeft(String command, boolean unconfirmed) throws IOException {
		try (var scripted = new ScriptedSmtpServer(command, ScriptedSmtpServer.TRICKLE)) {
			assertThatExceptionOfType(
					unconfirmed ? MailUnconfirmedException.class : MailServerUnavailableException.class)
				.isThrownBy(() -> route(scripted.port()).send(MAIL, Duration.ofMillis(500)));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { ScriptedSmtpServer.DEATH, ScriptedSmtpServer.SILENCE, "500 what" })
	void acceptedMailStaysAcceptedWhateverFollows(String answer) throws IOException {
		try (var scripted = new ScriptedSmtpServer("QUIT", answer)) {
			route(scripted.port()).send(MAIL, TIME);
			assertThat(scripted.received()).contains(".");
		}
	}

	@Test
	void circuitOpensAfterThreeFailures() {
		var route = route(FreePort.find());
		for (int i = 0; i < 3; i++) {
			assertThat(route.isAvailable()).isTrue();
			assertThatExceptionOfType(MailServerUnavailableException.class).isThrownBy(() -> route.send(MAIL, TIME));
		}
		assertThat(route.isAvailable()).isFalse();
	}

	@Test
	void malformedAddressRefusesMail() {
		var mail = new OutgoingMail("1", "<1@localhost>", "Parley", "no address", "Hello", "Text", "<p>Text</p>",
				Map.of());
		assertThatExceptionOfType(MailRefusedException.class).isThrownBy(() -> route(FreePort.find()).send(mail, TIME))
			.returns("mail.malformed", MailRefusedException::reason);
	}

	@Test
	void mailIsWrittenAsComposed() throws IOException {
		try (var scripted = new ScriptedSmtpServer("NOOP", "250 ok")) {
			route(scripted.port()).send(MAIL, TIME);
			assertThat(scripted.received())
				.contains("MAIL FROM:<noreply@forum.example.org>", "RCPT TO:<alice@example.com>",
						"From: =?UTF-8?Q?T=C3=A4fel_\"eins\"?= <noreply@forum.example.org>".replace("\"eins\"",
								"=22eins=22"),
						"To: alice@example.com", "Message-ID: <1@localhost>", "List-Id: <1.localhost>", "Text", "..",
						"more")
				.doesNotContain("Return-Path:");
		}
	}

	@Test
	void mailGoesThroughStartTlsAndAuthentication() throws Exception {
		var server = SMTPServer.port(0)
			.messageHandler(listener())
			.enableTLS()
			.requireTLS()
			.startTlsSocketFactory(testCertificate())
			.authenticationHandlerFactory(new EasyAuthenticationHandlerFactory(SmtpMailServerTests::login))
			.requireAuth()
			.build();
		server.start();
		try {
			var port = server.getPortAllocated();
			route("smtp://parley:p%40ss%3A%2F@localhost:" + port, starttls(true)).send(MAIL, TIME);
			assertThat(this.accepted).singleElement().asString().contains("Message-ID: <1@localhost>");
			assertThatExceptionOfType(MailServerUnavailableException.class)
				.isThrownBy(() -> route("smtp://parley:wrong@localhost:" + port, starttls(true)).send(MAIL, TIME));
			assertThatExceptionOfType(MailServerUnavailableException.class)
				.isThrownBy(() -> route("smtp://localhost:" + port, starttls(true)).send(MAIL, TIME));
			var suspicious = starttls(true);
			suspicious.remove("mail.smtp.ssl.trust");
			assertThatExceptionOfType(MailServerUnavailableException.class)
				.isThrownBy(() -> route("smtp://parley:p%40ss%3A%2F@localhost:" + port, suspicious).send(MAIL, TIME));
			assertThat(this.accepted).hasSize(1);
		}
		finally {
			server.stop();
		}
	}

	@Test
	void serverWithoutRequiredStartTlsGetsNoMail() throws IOException {
		try (var scripted = new ScriptedSmtpServer("NOOP", "250 ok")) {
			assertThatExceptionOfType(MailServerUnavailableException.class).isThrownBy(
					() -> route("smtp://u:secret@127.0.0.1:" + scripted.port(), starttls(true)).send(MAIL, TIME));
			assertThat(scripted.received()).noneMatch((line) -> line.startsWith("MAIL") || line.startsWith("AUTH"));
		}
	}

	@Test
	void mailGoesThroughImplicitTls() {
		var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
		server.setUser("parley@localhost", "parley", "secret");
		server.start();
		try {
			var port = server.getSmtps().getPort();
			route("smtps://parley:secret@127.0.0.1:" + port, starttls(true)).send(MAIL, TIME);
			assertThat(server.getReceivedMessages()).hasSize(1);
			assertThatExceptionOfType(MailServerUnavailableException.class)
				.isThrownBy(() -> route("smtps://parley:wrong@127.0.0.1:" + port, starttls(true)).send(MAIL, TIME));
		}
		finally {
			server.stop();
		}
	}

	@Test
	void checkAsksForNoMail() throws IOException {
		try (var scripted = new ScriptedSmtpServer("NOOP", "250 ok")) {
			var servers = new MailServers(List.of(route(FreePort.find()), route(scripted.port())), TIME);
			servers.check();
			assertThat(scripted.received()).noneMatch((line) -> line.startsWith("MAIL"));
		}
		var none = new MailServers(List.of(route(FreePort.find())), TIME);
		assertThatExceptionOfType(MailServerUnavailableException.class).isThrownBy(none::check);
	}

	private BasicMessageListener listener() {
		return (_, _, _, bytes) -> this.accepted.add(new String(bytes, StandardCharsets.UTF_8));
	}

	private static void login(String user, String password, MessageContext context) throws LoginFailedException {
		if (!user.equals("parley") || !password.equals("p@ss:/")) {
			throw new LoginFailedException();
		}
	}

	/** The certificate that GreenMail brings. */
	private static SSLContext testCertificate() throws GeneralSecurityException, IOException {
		var store = KeyStore.getInstance("PKCS12");
		try (InputStream file = GreenMail.class.getResourceAsStream("/greenmail.p12")) {
			store.load(file, "changeit".toCharArray());
		}
		var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keys.init(store, "changeit".toCharArray());
		var context = SSLContext.getInstance("TLS");
		context.init(keys.getKeyManagers(), null, null);
		return context;
	}

	private static Properties starttls(boolean required) {
		var properties = timeouts();
		properties.setProperty("mail.smtp.starttls.enable", "true");
		properties.setProperty("mail.smtp.starttls.required", String.valueOf(required));
		properties.setProperty("mail.smtp.ssl.trust", "*");
		properties.setProperty("mail.smtp.ssl.checkserveridentity", "false");
		return properties;
	}

	private static Properties timeouts() {
		var properties = new Properties();
		properties.setProperty("mail.smtp.timeout", "1000");
		properties.setProperty("mail.smtp.connectiontimeout", "1000");
		return properties;
	}

	private static MailRoute route(int port) {
		return route("smtp://127.0.0.1:" + port, timeouts());
	}

	private static MailRoute route(String address, Properties properties) {
		var server = new SmtpMailServer(MailServerAddress.of(address), properties,
				new MimeMails("noreply@forum.example.org", DkimKey.of("", "", ""), InstantSource.system()));
		return new MailRoute(server, Optional::empty, new MailSettings("Parley <parley@localhost>", List.of(),
				Duration.ofMinutes(1), Duration.ofMinutes(1), 3, Duration.ofDays(1)), InstantSource.system());
	}

}
