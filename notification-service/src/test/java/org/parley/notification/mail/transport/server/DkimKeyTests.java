package org.parley.notification.mail.transport.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.notification.mail.transport.OutgoingMail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Mails that an SMTP server has received are verified by the algorithms of RFC 6376, in
 * another implementation than the one that has signed them.
 */
class DkimKeyTests {

	private static final KeyPair KEYS = keys(2048);

	private static final OutgoingMail MAIL = new OutgoingMail("1", "<1@localhost>", "Läden & Gärten",
			"alice@example.com", "Größe = 7:  «eins»", "Zeile  mit Leerzeichen \t \n.Punkt\nÄ\n\n\n",
			"<p>Text</p>\r\n<p>" + "lang ".repeat(300) + "</p>", Map.of("List-Id", "<1.threads.forum.example.org>",
					"References", "<a@forum.example.org>", "Reply-To", "reply+0abc-2@reply.example.org"));

	@Test
	void signatureOfReceivedMailIsValid() throws Exception {
		var received = receive(DkimKey.of("forum.example.org", "parley", pem(KEYS)));
		var tags = tags(received);
		assertThat(tags).containsEntry("d", "forum.example.org").containsEntry("s", "parley").containsEntry("v", "1");
		assertThat(tags.get("h")).contains("From", "To", "Subject", "Date", "Message-ID", "List-Id", "Reply-To");
		assertThat(isValid(received)).isTrue();
	}

	@Test
	void changedMailIsNotValid() throws Exception {
		var received = receive(DkimKey.of("forum.example.org", "parley", pem(KEYS)));
		assertThat(changed(received, (line) -> line.replace("Punkt", "Komma"))).isFalse();
		assertThat(changed(received, (line) -> line.startsWith("Subject:") ? "Subject: Other" : line)).isFalse();
		assertThat(changed(received, (line) -> line.replace("alice@", "bob@"))).isFalse();
		assertThat(changed(received, (line) -> line.startsWith("List-Id:") ? "List-Id: <x>" : line)).isFalse();
		assertThat(changed(received, (line) -> line.startsWith("To:") ? line + "  " : line)).isTrue();
		var second = new ArrayList<>(received);
		second.add(indexOf(received, "From:"), "From: other@example.com");
		assertThat(isValid(second)).as("another From").isFalse();
		var strangers = receive(DkimKey.of("forum.example.org", "parley", pem(keys(2048))));
		assertThat(isValid(strangers)).as("another key").isFalse();
	}

	@Test
	void mailIsNotSignedWithoutKey() throws Exception {
		assertThat(receive(DkimKey.of("forum.example.org", "parley", " ")))
			.noneMatch((line) -> line.startsWith("DKIM-Signature"));
	}

	@Test
	void keyMayBeOneLine() throws Exception {
		var line = Base64.getEncoder().encodeToString(KEYS.getPrivate().getEncoded());
		assertThat(isValid(receive(DkimKey.of("forum.example.org", "parley", line)))).isTrue();
		assertThat(isValid(receive(DkimKey.of("forum.example.org", "parley", pem(KEYS).replace("\n", "\\n")))))
			.isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "nonsense", "AAAA", "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----",
			"short" })
	void otherKeyIsRefused(String text) {
		var pem = text.equals("short") ? pem(keys(512)) : text;
		assertThatIllegalArgumentException().isThrownBy(() -> DkimKey.of("forum.example.org", "parley", pem))
			.withMessageStartingWith("parley.mail.transport.dkim.key")
			.withNoCause();
	}

	/** The lines of a mail as a server receives them. */
	private static List<String> receive(DkimKey key) throws IOException {
		try (var server = new ScriptedSmtpServer("NOOP", "250 ok")) {
			new SmtpMailServer(MailServerAddress.of("smtp://127.0.0.1:" + server.port()), new Properties(),
					new MimeMails("noreply@forum.example.org", key, InstantSource.system()))
				.send(MAIL);
			var lines = server.received();
			return lines.subList(lines.indexOf("DATA") + 1, lines.indexOf("."))
				.stream()
				.map((line) -> line.startsWith(".") ? line.substring(1) : line)
				.toList();
		}
	}

	private static boolean changed(List<String> mail, UnaryOperator<String> change) throws GeneralSecurityException {
		return isValid(mail.stream().map(change).toList());
	}

	/** RFC 6376, 3.7 and 6.1, with relaxed canonicalization (3.4.2, 3.4.4). */
	private static boolean isValid(List<String> mail) throws GeneralSecurityException {
		var tags = tags(mail);
		var end = mail.indexOf("");
		var body = mail.subList(end + 1, mail.size())
			.stream()
			.map((line) -> line.replaceAll("[ \t]+", " ").replaceAll(" $", "") + "\r\n")
			.collect(Collectors.joining())
			.replaceAll("(\r\n)+$", "\r\n");
		var hash = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.US_ASCII));
		if (!Arrays.equals(hash, Base64.getDecoder().decode(tags.getOrDefault("bh", "")))) {
			return false;
		}
		var headers = new ArrayList<>(headers(mail));
		var signed = new StringBuilder();
		for (var name : tags.getOrDefault("h", "").split(":", -1)) {
			for (int i = headers.size() - 1; i >= 0; i--) {
				if (headers.get(i).startsWith(name.strip().toLowerCase(Locale.ROOT) + ":")) {
					signed.append(headers.remove(i)).append("\r\n");
					break;
				}
			}
		}
		signed.append(header(mail, "dkim-signature").replaceAll("([:; ])b=[^;]*", "$1b="));
		var signature = Signature.getInstance("SHA256withRSA");
		signature.initVerify(KEYS.getPublic());
		signature.update(signed.toString().getBytes(StandardCharsets.US_ASCII));
		return signature.verify(Base64.getDecoder().decode(tags.getOrDefault("b", "")));
	}

	private static Map<String, String> tags(List<String> mail) {
		var value = header(mail, "dkim-signature").substring("dkim-signature:".length());
		return Arrays.stream(value.split(";", -1))
			.map((tag) -> tag.strip().split("=", 2))
			.filter((tag) -> tag.length == 2)
			.collect(Collectors.toMap((tag) -> tag[0], (tag) -> tag[1].replace(" ", "")));
	}

	private static String header(List<String> mail, String name) {
		return headers(mail).stream().filter((header) -> header.startsWith(name + ":")).findFirst().orElseThrow();
	}

	private static List<String> headers(List<String> mail) {
		var headers = new ArrayList<String>();
		for (var line : mail.subList(0, mail.indexOf(""))) {
			if (line.startsWith(" ") || line.startsWith("\t")) {
				headers.add(headers.removeLast() + line);
			}
			else {
				headers.add(line);
			}
		}
		return headers.stream().map(DkimKeyTests::relaxed).toList();
	}

	private static String relaxed(String header) {
		var parts = header.split(":", 2);
		return parts[0].strip().toLowerCase(Locale.ROOT) + ":" + parts[1].replaceAll("[ \t]+", " ").strip();
	}

	private static int indexOf(List<String> mail, String prefix) {
		for (int i = 0; i < mail.size(); i++) {
			if (mail.get(i).startsWith(prefix)) {
				return i;
			}
		}
		throw new IllegalStateException(prefix);
	}

	private static String pem(KeyPair keys) {
		return "-----BEGIN PRIVATE KEY-----\n"
				+ Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(keys.getPrivate().getEncoded())
				+ "\n-----END PRIVATE KEY-----\n";
	}

	private static KeyPair keys(int bits) {
		try {
			var generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(bits);
			return generator.generateKeyPair();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
