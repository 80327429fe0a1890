package org.parley.webhook.receipt.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.platform.domain.HmacSha256;
import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.secret.EventSecretCipher;
import org.parley.platform.test.EventContract;
import org.parley.platform.test.client.TestUser;
import org.parley.webhook.WebhookIT;
import org.parley.webhook.receipt.Receipt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Mails of people arrive by webhooks and by SMTP, once, and those of machines end here.
 */
class InboundMailIT extends WebhookIT {

	private static final String TO = "reply+0abc-2@reply.example.org";

	@Autowired
	private AmqpAdmin admin;

	@Autowired
	private SmtpServer smtpServer;

	@Autowired
	private EventSecretCipher eventSecretCipher;

	private Queue mails = new Queue("none");

	@BeforeEach
	void listen() {
		this.mails = Objects.requireNonNull(this.admin.declareQueue());
		this.admin.declareBinding(
				BindingBuilder.bind(this.mails).to(new TopicExchange("webhook.events")).with("mail.received"));
	}

	@Test
	void postmarkPassesMailOnce() {
		var id = Ids.next();
		var body = """
				{"FromFull": {"Email": "alice@example.com"}, "OriginalRecipient": "%s", "Subject": "Re: x",
				"TextBody": "Cherry.", "Headers": [{"Name": "Message-ID", "Value": "<%s@mail.example.com>"}]}"""
			.formatted(TO, id);
		var first = post("/postmark", "application/json", body, true);
		assertThat(post("/postmark", "application/json", body, true)).isEqualTo(first);
		var mail = nextMail();
		assertThat(mail.path("mailId").asString()).isEqualTo(first);
		assertThat(mail.path("text").asString()).isEqualTo("Cherry.");
		assertThat(mail.path("messageId").asString()).isEqualTo("<%s@mail.example.com>".formatted(id));
		assertThat(mail.toString()).doesNotContain("alice", "0abc");
		assertThat(summary(first)).isEqualTo("received");
	}

	@Test
	void mailIsShownToNobodyAndKeptForAWeek() {
		var body = """
				{"FromFull": {"Email": "alice@example.com"}, "OriginalRecipient": "%s", "Subject": "Re: x",
				"TextBody": "Cherry.", "Headers": [{"Name": "Message-ID", "Value": "<%s@mail.example.com>"}]}"""
			.formatted(TO, Ids.next());
		var id = post("/postmark", "application/json", body, true);
		assertThat(nextMail().path("mailId").asString()).isEqualTo(id);
		assertThat(this.api.get("/logs/" + id).toString()).contains("postmark")
			.doesNotContain("alice", "0abc", "Cherry");
		var stored = Objects.requireNonNull(this.mongo.findById(id, Document.class, "receipts"));
		assertThat(stored.getDate("until").toInstant())
			.isEqualTo(stored.getDate("receivedAt").toInstant().plus(Duration.ofDays(7)));
	}

	@Test
	void reportOfMailProviderIsKeptWithItsBody() {
		var body = "{\"RecordType\": \"Delivery\", \"Details\": \"%s\"}".formatted("x".repeat(Receipt.LARGEST));
		var id = post("/postmark", "application/json", body, true);
		soon().until(() -> !summary(id).isEmpty());
		assertThat(this.mongo.findById(id, Document.class, "receipts")).doesNotContainKey("until");
		assertThat(this.mongo.findById(id + "-0", Document.class, "receipt_parts")).doesNotContainKey("until");
	}

	@Test
	void picturesOfMailAreFetchedByTheirSourceOnly() throws IOException, InterruptedException {
		var body = """
				{"FromFull": {"Email": "alice@example.com"}, "OriginalRecipient": "%s", "Subject": "Re: x",
				"TextBody": "Cherry.", "Headers": [{"Name": "Message-ID", "Value": "<%s@mail.example.com>"}],
				"Attachments": [{"ContentType": "image/png", "Content": "AQID"}]}""".formatted(TO, Ids.next());
		post("/postmark", "application/json", body, true);
		var source = nextMail().at("/pictures/0/source").asString();
		var picture = fetch(source);
		assertThat(picture.statusCode()).isEqualTo(200);
		assertThat(picture.headers().firstValue("Content-Type")).contains("image/png");
		assertThat(picture.body()).containsExactly(1, 2, 3);
		for (var forged : List.of("x", source.substring(1), source + "A",
				this.eventSecretCipher.seal("webhook-service", "another").jwe())) {
			assertThat(fetch(forged).statusCode()).as(forged).isEqualTo(404);
		}
	}

	private HttpResponse<byte[]> fetch(String source) throws IOException, InterruptedException {
		try (var http = HttpClient.newHttpClient()) {
			return http.send(HttpRequest
				.newBuilder(URI.create("http://127.0.0.1:%d/internal/mail-pictures/%s".formatted(port(), source)))
				.build(), BodyHandlers.ofByteArray());
		}
	}

	@Test
	void mailgunsSignedFormIsMail() {
		var time = String.valueOf(this.clock.instant().getEpochSecond());
		var token = Ids.next() + "0123456789";
		var signature = HexFormat.of()
			.formatHex(HmacSha256.of(SECRET.getBytes(StandardCharsets.UTF_8),
					(time + token).getBytes(StandardCharsets.UTF_8)));
		var body = ("recipient=%s&sender=alice%%40example.com&subject=Re&body-plain=Cherry.&message-headers=%s"
				+ "&timestamp=%s&token=%s&signature=%s")
			.formatted(TO.replace("+", "%2B"), "[[\"From\",\"alice@example.com\"],[\"X-Mailgun-Spf\",\"Pass\"]]", time,
					token, signature);
		var receipt = post("/mailgun", "application/x-www-form-urlencoded", body, false);
		var mail = nextMail();
		assertThat(mail.path("mailId").asString()).isEqualTo(receipt);
		assertThat(mail.path("authentication").asString()).isEqualTo("pass");
		assertThat(this.api
			.call(TestUser.GUEST, "POST", "/mailgun", body.replace("signature=", "signature=0"), "Content-Type",
					"application/x-www-form-urlencoded")
			.code()).isEqualTo("webhook.bad-signature");
	}

	@Test
	void mailsOfMachinesAndToOthersEndHere() {
		var machine = post("/sendgrid-parse", "multipart/form-data; boundary=xYzZY",
				form(TO, "Auto-Submitted: auto-replied"), true);
		var other = post("/sendgrid-parse", "multipart/form-data; boundary=xYzZY",
				form("reply@reply.example.org", "Subject: x"), true);
		var person = post("/sendgrid-parse", "multipart/form-data; boundary=xYzZY", form(TO, "Subject: y"), true);
		assertThat(nextMail().path("mailId").asString()).isEqualTo(person);
		soon().until(() -> !summary(machine).isEmpty() && !summary(other).isEmpty());
		assertThat(summary(machine)).isEqualTo("refused: No person has written the mail.");
		assertThat(summary(other)).isEqualTo("refused: The mail is to another address.");
	}

	@Test
	void smtpServerAcceptsMailsToItsAddressOnly() throws IOException {
		try (var socket = new Socket(InetAddress.getLoopbackAddress(), this.smtpServer.port());
				var lines = new BufferedReader(
						new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
			assertThat(lines.readLine()).startsWith("220 reply.example.org");
			assertThat(say(socket, lines, "HELO client.example.com")).startsWith("250");
			assertThat(say(socket, lines, "MAIL FROM:<alice@example.com>")).startsWith("250");
			assertThat(say(socket, lines, "RCPT TO:<somebody@example.net>")).startsWith("550");
			assertThat(say(socket, lines, "RCPT TO:<reply@reply.example.org>")).startsWith("550");
			assertThat(say(socket, lines, "RCPT TO:<" + TO + ">")).startsWith("250");
			assertThat(say(socket, lines, "DATA")).startsWith("354");
			assertThat(say(socket, lines, """
					From: alice@example.com
					Subject: Re
					Message-ID: <%s@mail.example.com>

					..Cherry.
					.""".formatted(Ids.next()).replace("\n", "\r\n"))).startsWith("250");
			assertThat(say(socket, lines, "QUIT")).startsWith("221");
		}
		var mail = nextMail();
		assertThat(mail.path("text").asString().strip()).isEqualTo(".Cherry.");
		assertThat(mail.path("authentication").asString()).isEqualTo("none");
	}

	@Test
	void smtpServerReceivesMailsThroughStartTls() throws IOException, GeneralSecurityException {
		try (var plain = new Socket(InetAddress.getLoopbackAddress(), this.smtpServer.port())) {
			var lines = lines(plain);
			assertThat(lines.readLine()).startsWith("220");
			assertThat(say(plain, lines, "EHLO client.example.com")).startsWith("250");
			var offers = new ArrayList<String>();
			while (offers.isEmpty() || offers.getLast().startsWith("250-")) {
				offers.add(lines.readLine());
			}
			assertThat(offers).anyMatch((offer) -> offer.endsWith("STARTTLS"));
			assertThat(say(plain, lines, "STARTTLS")).startsWith("220");
			try (var secure = (SSLSocket) trusting().getSocketFactory()
				.createSocket(plain, "localhost", plain.getPort(), true)) {
				secure.startHandshake();
				assertThat(secure.getSession().getProtocol()).startsWith("TLSv1.");
				var replies = lines(secure);
				assertThat(say(secure, replies, "HELO client.example.com")).startsWith("250");
				assertThat(say(secure, replies, "MAIL FROM:<alice@example.com>")).startsWith("250");
				assertThat(say(secure, replies, "RCPT TO:<" + TO + ">")).startsWith("250");
				assertThat(say(secure, replies, "DATA")).startsWith("354");
				assertThat(say(secure, replies,
						"From: alice@example.com\r\nMessage-ID: <%s@mail.example.com>\r\n".formatted(Ids.next())
								+ "\r\nSecret cherry.\r\n."))
					.startsWith("250");
			}
		}
		assertThat(nextMail().path("text").asString().strip()).isEqualTo("Secret cherry.");
	}

	private static BufferedReader lines(Socket socket) throws IOException {
		return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
	}

	/** Trusts the certificate of tests only. */
	private static SSLContext trusting() throws GeneralSecurityException, IOException {
		var store = KeyStore.getInstance(KeyStore.getDefaultType());
		store.load(null, null);
		try (var file = InboundMailIT.class.getResourceAsStream("/org/parley/webhook/provider/amazon/amazon.pem")) {
			store.setCertificateEntry("smtp", CertificateFactory.getInstance("X.509").generateCertificate(file));
		}
		var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trust.init(store);
		var context = SSLContext.getInstance("TLS");
		context.init(null, trust.getTrustManagers(), null);
		return context;
	}

	private static String say(Socket socket, BufferedReader lines, String line) throws IOException {
		socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
		return String.valueOf(lines.readLine());
	}

	private static String form(String to, String header) {
		return """
				--xYzZY
				Content-Disposition: form-data; name="headers"

				From: alice@example.com
				Message-ID: <%s@mail.example.com>
				%s

				--xYzZY
				Content-Disposition: form-data; name="envelope"

				{"to":["%s"],"from":"alice@example.com"}
				--xYzZY
				Content-Disposition: form-data; name="text"

				Cherry.
				--xYzZY--
				""".formatted(Ids.next(), header, to).replace("\n", "\r\n");
	}

	private String post(String path, String type, String body, boolean login) {
		var credentials = Base64.getEncoder().encodeToString(LOGIN.getBytes(StandardCharsets.UTF_8));
		var reply = login
				? this.api.call(TestUser.GUEST, "POST", path, body, "Content-Type", type, "Authorization",
						"Basic " + credentials)
				: this.api.call(TestUser.GUEST, "POST", path, body, "Content-Type", type);
		assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
		return reply.id();
	}

	private String summary(String receipt) {
		return this.api.get("/logs/" + receipt).data().path("summary").asString("");
	}

	private JsonNode nextMail() {
		var message = Objects
			.requireNonNull(soon().until(() -> this.rabbit.receive(this.mails.getName()), Objects::nonNull));
		var event = new String(message.getBody(), StandardCharsets.UTF_8);
		assertThat(EventContract.violations(event)).isEmpty();
		return JsonMapper.shared().readTree(event).path("data");
	}

}
