package org.parley.mailbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Properties;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Uses the mailbox by SMTP and HTTP. */
class MailboxTests {

	private final Path directory;

	private Mailbox mailbox;

	MailboxTests(@TempDir Path directory) throws IOException {
		this.directory = directory;
		this.mailbox = new Mailbox(new StoredMails(directory), 0, 0);
	}

	@BeforeEach
	void start() {
		this.mailbox.start();
	}

	@AfterEach
	void stop() {
		this.mailbox.stop();
	}

	@Test
	void mailHasTextHtmlAndLinks() throws Exception {
		send("alice@example.org", "Grüße", "<a href=\"http://localhost/a?b=1&amp;c=2\">A</a> <a href='x'>no</a>");
		var mail = mails("").get(0);
		assertThat(mail.path("to").asString()).isEqualTo("alice@example.org");
		assertThat(mail.path("subject").asString()).isEqualTo("Grüße");
		assertThat(mail.path("text").asString()).isEqualTo("Öffne es.");
		assertThat(mail.path("html").asString()).contains("<a href");
		assertThat(mail.path("links").toString()).isEqualTo("[\"http://localhost/a?b=1&c=2\"]");
		assertThat(mail.path("messageId").asString()).isEqualTo("<one@example.org>");
	}

	@Test
	void mailsAreOrderedAndFilteredByRecipient() throws Exception {
		send("alice@example.org", "One", "");
		send("bob+x@example.org", "Two", "");
		send("Alice@Example.org", "Three", "");
		assertThat(mails("")).extracting((mail) -> mail.path("subject").asString())
			.containsExactly("Three", "Two", "One");
		assertThat(mails("alice@example.org")).extracting((mail) -> mail.path("subject").asString())
			.containsExactly("Three", "One");
		assertThat(mails("bob%2Bx@example.org")).hasSize(1);
	}

	@Test
	void mailsSurviveRestart() throws Exception {
		send("alice@example.org", "Before", "");
		this.mailbox.stop();
		this.mailbox = new Mailbox(new StoredMails(this.directory), 0, 0);
		this.mailbox.start();
		send("alice@example.org", "After", "");
		assertThat(mails("")).extracting((mail) -> mail.path("subject").asString()).containsExactly("After", "Before");
	}

	@Test
	void readinessIsReported() throws Exception {
		assertThat(get("/readyz").path("status").asString()).isEqualTo("UP");
	}

	private void send(String to, String subject, String html) throws MessagingException {
		var settings = new Properties();
		settings.put("mail.smtp.host", "127.0.0.1");
		settings.put("mail.smtp.port", String.valueOf(this.mailbox.smtpPort()));
		var message = new MimeMessage(Session.getInstance(settings)) {

			@Override
			protected void updateMessageID() throws MessagingException {
				setHeader("Message-ID", "<one@example.org>");
			}

		};
		message.setFrom("parley@localhost");
		message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
		message.setSubject(subject, "UTF-8");
		var text = new MimeBodyPart();
		text.setText("Öffne es.", "UTF-8");
		var page = new MimeBodyPart();
		page.setText(html, "UTF-8", "html");
		message.setContent(new MimeMultipart("alternative", text, page));
		Transport.send(message);
	}

	private JsonNode mails(String to) throws Exception {
		return get("/mails?to=" + to);
	}

	private JsonNode get(String path) throws Exception {
		var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.mailbox.httpPort() + path)).build();
		try (var http = HttpClient.newHttpClient()) {
			return JsonMapper.shared().readTree(http.send(request, BodyHandlers.ofString()).body());
		}
	}

}
