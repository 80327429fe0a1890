package org.parley.notification.mail.transport.server;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import org.parley.notification.mail.transport.MailRefusedException;
import org.parley.notification.mail.transport.OutgoingMail;

/** Writes mails as MIME, signed if the installation has a key. */
final class MimeMails {

	private static final String FROM = "From";

	private static final String SUBJECT = "Subject";

	/** The beginning of an encoded word. */
	private static final String ENCODED_WORD = "=?";

	/** At most 44 bytes, which an encoded word of 75 characters can have. */
	private static final Pattern WORD = Pattern.compile("(?s).{1,11}");

	private final String from;

	private final DkimKey dkimKey;

	private final InstantSource clock;

	MimeMails(String from, DkimKey dkimKey, InstantSource clock) {
		this.from = from;
		this.dkimKey = dkimKey;
		this.clock = clock;
	}

	/**
	 * Writes a mail. The bytes that are signed are those that are sent.
	 * @throws MailRefusedException if it has an impossible address
	 */
	MimeMessage message(Session session, OutgoingMail mail) {
		try {
			var bytes = bytes(written(session, mail));
			var signature = this.dkimKey.signature(bytes).getBytes(StandardCharsets.US_ASCII);
			return new MimeMessage(session,
					new SequenceInputStream(new ByteArrayInputStream(signature), new ByteArrayInputStream(bytes)));
		}
		catch (MessagingException | UnsupportedEncodingException ex) {
			throw MailRefusedException.malformed(ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private MimeMessage written(Session session, OutgoingMail mail)
			throws MessagingException, UnsupportedEncodingException {
		var message = new MimeMessage(session);
		message.setHeader(FROM, MimeUtility.fold(FROM.length(), sender(mail.sender())));
		message.setRecipient(RecipientType.TO, recipient(mail.to()));
		message.setHeader(SUBJECT, MimeUtility.fold(SUBJECT.length(), encoded(mail.subject())));
		message.setContent(new MimeMultipart("alternative", part(mail.text(), "plain"), part(mail.html(), "html")));
		message.setSentDate(Date.from(this.clock.instant()));
		for (var header : mail.headers().entrySet()) {
			message.setHeader(header.getKey(), header.getValue());
		}
		message.saveChanges();
		message.setHeader("Message-ID", mail.messageId());
		return message;
	}

	private static MimeBodyPart part(String text, String subtype) throws MessagingException {
		var part = new MimeBodyPart();
		part.setText(lines(text), StandardCharsets.UTF_8.name(), subtype);
		return part;
	}

	/**
	 * Some providers have given out addresses with dots where none may stand unless they
	 * are quoted.
	 * @see <a href="https://www.rfc-editor.org/rfc/rfc5321#section-4.1.2">RFC 5321,
	 * 4.1.2</a>
	 */
	private static InternetAddress recipient(String address) throws AddressException {
		var end = Math.max(0, address.lastIndexOf('@'));
		var local = address.substring(0, end);
		var isOdd = !local.startsWith("\"") && (local.startsWith(".") || local.endsWith(".") || local.contains(".."));
		return new InternetAddress(isOdd ? '"' + local + '"' + address.substring(end) : address, true);
	}

	private String sender(String name) throws MessagingException, UnsupportedEncodingException {
		var address = new InternetAddress(this.from).getAddress();
		return name.contains(ENCODED_WORD) ? encoded(name) + " <" + address + ">"
				: new InternetAddress(address, name, StandardCharsets.UTF_8.name()).toString();
	}

	/**
	 * Text that looks like an encoded word is one for its readers, unless it is encoded
	 * itself. The library encodes only what is not ASCII.
	 * @see <a href="https://www.rfc-editor.org/rfc/rfc2047#section-2">RFC 2047, 2</a>
	 */
	private static String encoded(String text) throws UnsupportedEncodingException {
		if (!text.contains(ENCODED_WORD)) {
			return MimeUtility.encodeText(text, StandardCharsets.UTF_8.name(), null);
		}
		return WORD.matcher(text)
			.results()
			.map((word) -> word.group().getBytes(StandardCharsets.UTF_8))
			.map((bytes) -> "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes) + "?=")
			.collect(Collectors.joining(" "));
	}

	/** Lines end as they do in a mail, so that no server has to change what is signed. */
	private static String lines(String text) {
		return text.replace("\r\n", "\n").replace("\n", "\r\n");
	}

	private static byte[] bytes(MimeMessage message) throws MessagingException, IOException {
		var bytes = new ByteArrayOutputStream();
		message.writeTo(bytes);
		return bytes.toByteArray();
	}

}
