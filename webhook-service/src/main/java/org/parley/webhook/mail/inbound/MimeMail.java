package org.parley.webhook.mail.inbound;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;

/**
 * Reads the headers, the text and the pictures of a mail, and nothing of other
 * attachments.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2045">RFC 2045</a>
 */
final class MimeMail {

	private static final int DEEPEST = 10;

	private final InternetHeaders headers = new InternetHeaders();

	private String text = "";

	private String html = "";

	private final List<MailPicture> pictures = new ArrayList<>();

	private MimeMail() {
	}

	static MimeMail of(byte[] mail) {
		try {
			var message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
			var read = new MimeMail();
			message.getAllHeaders()
				.asIterator()
				.forEachRemaining((header) -> read.headers.addHeader(header.getName(), header.getValue()));
			read.add(message, 0);
			return read;
		}
		catch (MessagingException | IOException ex) {
			throw new MalformedMailException(ex);
		}
	}

	InternetHeaders headers() {
		return this.headers;
	}

	InboundMail.Content content() {
		return InboundMail.Content.of(subjectOf(this.headers), this.text, this.html, this.pictures);
	}

	List<MailPicture> pictures() {
		return this.pictures;
	}

	/** The decoded subject. */
	static String subjectOf(InternetHeaders headers) {
		var subject = Objects.requireNonNullElse(headers.getHeader("Subject", " "), "");
		try {
			return MimeUtility.decodeText(MimeUtility.unfold(subject));
		}
		catch (UnsupportedEncodingException ex) {
			return subject;
		}
	}

	/** The first text of each kind counts. */
	private void add(Part part, int depth) throws MessagingException, IOException {
		if (part.isMimeType("multipart/*") && depth < DEEPEST && part.getContent() instanceof Multipart parts) {
			for (int i = 0; i < parts.getCount(); i++) {
				BodyPart next = parts.getBodyPart(i);
				if (next.isMimeType("image/*") || !Part.ATTACHMENT.equalsIgnoreCase(next.getDisposition())) {
					add(next, depth + 1);
				}
			}
		}
		else if (part.isMimeType("image/*")) {
			addPicture(part);
		}
		else if (part.isMimeType("text/plain") && this.text.isEmpty()) {
			this.text = isFlowed(part) ? unfold(decode(part)) : decode(part);
		}
		else if (part.isMimeType("text/html") && this.html.isEmpty()) {
			this.html = decode(part);
		}
	}

	private void addPicture(Part part) throws MessagingException, IOException {
		var ids = part.getHeader("Content-ID");
		try (var bytes = part.getInputStream()) {
			MailPicture.of(part.getContentType(), (ids != null) ? ids[0] : null, bytes.readAllBytes())
				.ifPresent(this.pictures::add);
		}
	}

	/** An unknown character set is read like the one of the first 128 characters. */
	private static String decode(Part part) throws MessagingException, IOException {
		try (var bytes = part.getInputStream()) {
			return new String(bytes.readNBytes(4 * InboundMail.Content.MAX_HTML), charset(part));
		}
	}

	private static Charset charset(Part part) throws MessagingException {
		try {
			var name = new ContentType(part.getContentType()).getParameter("charset");
			return (name != null) ? Charset.forName(MimeUtility.javaCharset(name)) : StandardCharsets.UTF_8;
		}
		catch (IllegalArgumentException ex) {
			return StandardCharsets.ISO_8859_1;
		}
	}

	private static boolean isFlowed(Part part) throws MessagingException {
		return "flowed".equalsIgnoreCase(new ContentType(part.getContentType()).getParameter("format"));
	}

	/**
	 * Joins the lines of paragraphs, which end with a space; the signature's line does
	 * not count.
	 * @see <a href="https://www.rfc-editor.org/rfc/rfc3676">RFC 3676</a>
	 */
	private static String unfold(String text) {
		var lines = new StringBuilder();
		for (var line : text.lines().toList()) {
			var stuffed = line.startsWith(" ") ? line.substring(1) : line;
			lines.append(stuffed);
			if (!stuffed.endsWith(" ") || stuffed.equals("-- ") || stuffed.startsWith(">")) {
				lines.append('\n');
			}
		}
		return lines.toString();
	}

}
