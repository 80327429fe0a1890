package org.parley.webhook.mail.inbound;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.activation.DataSource;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the headers, the text and the pictures of a mail, and nothing of other
 * attachments.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2045">RFC 2045</a>
 */
final class MimeMail {

	private static final int DEEPEST = 10;

	/** The beginning of an encoded word, with its character set. */
	private static final Pattern ENCODED = Pattern.compile("=\\?([^?*\\s]{1,60})(?:\\*[^?\\s]{1,60})?\\?(?=[BbQq]\\?)");

	/** Where an encoded word begins, perhaps directly behind another one. */
	private static final Pattern WORD = Pattern.compile("((?<!=)\\?=\\s{1,100}+)?(=\\?[^?\\s]{1,60}\\?[BbQq]\\?)");

	private static final char UNREADABLE = '\uFFFD';

	private static final int LARGEST_TEXT = 4 * InboundMail.Content.MAX_HTML;

	private final InternetHeaders headers;

	private final StringBuilder text = new StringBuilder();

	private final StringBuilder html = new StringBuilder();

	private final List<MailPicture> pictures = new ArrayList<>();

	private MimeMail(InternetHeaders headers) {
		this.headers = headers;
	}

	static MimeMail of(byte[] mail) {
		try {
			BoundedMultipart.requireShortHeaders(new ByteArrayInputStream(mail));
			var message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
			var read = new MimeMail(headersOf(mail));
			read.add(message, 0);
			return read;
		}
		catch (MessagingException | IOException ex) {
			throw new MalformedMailException(ex);
		}
	}

	/** Letters that are not encoded are those of UTF-8, or else of ISO 8859-1. */
	private static InternetHeaders headersOf(byte[] mail) throws MessagingException {
		var headers = new InternetHeaders(new ByteArrayInputStream(mail), true);
		var lines = headers.getAllHeaderLines();
		while (lines.hasMoreElements()) {
			if (lines.nextElement().indexOf(UNREADABLE) >= 0) {
				return new InternetHeaders(new ByteArrayInputStream(mail), false);
			}
		}
		return headers;
	}

	InternetHeaders headers() {
		return this.headers;
	}

	InboundMail.Content content() {
		return InboundMail.Content.of(subjectOf(this.headers), this.text.toString(), this.html.toString(),
				this.pictures);
	}

	List<MailPicture> pictures() {
		return this.pictures;
	}

	/** The decoded subject. */
	static String subjectOf(InternetHeaders headers) {
		var subject = Objects.requireNonNullElse(headers.getHeader("Subject", " "), "");
		try {
			return MimeUtility.decodeText(joined(ENCODED.matcher(MimeUtility.unfold(subject))
				.replaceAll((word) -> "=?" + MailCharset.of(word.group(1)).name() + "?")));
		}
		catch (UnsupportedEncodingException ex) {
			return subject;
		}
	}

	/**
	 * Makes one word of those of one kind, because programs divide a letter between two.
	 */
	private static String joined(String subject) {
		var words = WORD.matcher(subject);
		var text = new StringBuilder();
		var last = "";
		while (words.find()) {
			var isMore = words.group(1) != null && words.group(2).equalsIgnoreCase(last);
			words.appendReplacement(text, isMore ? "" : Matcher.quoteReplacement(words.group()));
			last = words.group(2);
		}
		return words.appendTail(text).toString();
	}

	private void add(Part part, int depth) throws MessagingException, IOException {
		if (part.isMimeType("multipart/*") && depth < DEEPEST) {
			var parts = new BoundedMultipart(part.getDataHandler().getDataSource());
			if (!parts.isDivided()) {
				addText(part, this.text);
				return;
			}
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
		else if (part.isMimeType("text/plain")) {
			addText(part, this.text);
		}
		else if (part.isMimeType("text/html")) {
			addText(part, this.html);
		}
	}

	/**
	 * Programs split a text at the pictures in it, so that all of its parts count. A file
	 * is a text only if there is none before it.
	 */
	private static void addText(Part part, StringBuilder text) throws MessagingException {
		if (!text.isEmpty() && (text.length() > LARGEST_TEXT || parameter(part, "name") != null)) {
			return;
		}
		if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
			text.append('\n');
		}
		var isFlowed = part.isMimeType("text/plain") && has(part, "format", "flowed");
		text.append(isFlowed ? unfold(decode(part), has(part, "delsp", "yes")) : decode(part));
	}

	/** A picture that cannot be decoded is left out. */
	private void addPicture(Part part) throws MessagingException {
		var ids = part.getHeader("Content-ID");
		try (var bytes = bytes(part)) {
			MailPicture.of(part.getContentType(), (ids != null) ? ids[0] : null, bytes.readAllBytes())
				.ifPresent(this.pictures::add);
		}
		catch (IOException ex) {
			// The text is worth more than its picture.
		}
	}

	/** A text that cannot be decoded to its end counts up to there. */
	private static String decode(Part part) throws MessagingException {
		var content = new ByteArrayOutputStream();
		try (var bytes = bytes(part)) {
			var block = new byte[4096];
			for (int read = bytes.read(block); read >= 0 && content.size() < LARGEST_TEXT; read = bytes.read(block)) {
				content.write(block, 0, read);
			}
		}
		catch (IOException ex) {
			// Its bytes before are a text.
		}
		return MailCharset.decode(content.toByteArray(), parameter(part, "charset"));
	}

	/** The decoded bytes; those of an unknown encoding as they are. */
	private static InputStream bytes(Part part) throws MessagingException, IOException {
		try {
			return part.getInputStream();
		}
		catch (IOException | MessagingException ex) {
			return switch (part) {
				case MimeBodyPart body -> body.getRawInputStream();
				case MimeMessage message -> message.getRawInputStream();
				default -> throw ex;
			};
		}
	}

	private static boolean has(Part part, String name, String value) throws MessagingException {
		return value.equalsIgnoreCase(parameter(part, name));
	}

	/** A parameter of the type; null if it is absent or the type is malformed. */
	private static @Nullable String parameter(Part part, String name) throws MessagingException {
		try {
			return new ContentType(part.getContentType()).getParameter(name);
		}
		catch (ParseException ex) {
			return null;
		}
	}

	/**
	 * Joins the lines of paragraphs, which end with a space; the signature's line does
	 * not count.
	 * @param deleted whether that space is not a part of the text, as in scripts without
	 * spaces
	 * @see <a href="https://www.rfc-editor.org/rfc/rfc3676">RFC 3676</a>
	 */
	private static String unfold(String text, boolean deleted) {
		var lines = new StringBuilder();
		for (var line : text.lines().toList()) {
			var stuffed = line.startsWith(" ") ? line.substring(1) : line;
			if (!stuffed.endsWith(" ") || stuffed.equals("-- ") || stuffed.startsWith(">")) {
				lines.append(stuffed).append('\n');
			}
			else {
				lines.append(stuffed, 0, deleted ? stuffed.length() - 1 : stuffed.length());
			}
		}
		return lines.toString();
	}

	/**
	 * Parts whose number and headers are limited, since each takes far more memory than
	 * it has bytes.
	 */
	static final class BoundedMultipart extends MimeMultipart {

		private static final int MOST_PARTS = 1_000;

		private static final int LONGEST_HEADERS = 256 * 1024;

		private int created;

		BoundedMultipart(DataSource source) throws MessagingException {
			super(source);
		}

		/** Whether the boundary of the parts is found; otherwise they are one text. */
		boolean isDivided() throws MessagingException {
			try {
				parse();
				return true;
			}
			catch (TooLargeException ex) {
				throw ex;
			}
			catch (MessagingException ex) {
				return false;
			}
		}

		@Override
		protected MimeBodyPart createMimeBodyPart(InputStream part) throws MessagingException {
			if (++this.created > MOST_PARTS) {
				throw new TooLargeException("There are too many parts");
			}
			try {
				part.mark(Integer.MAX_VALUE);
				requireShortHeaders(part);
				part.reset();
			}
			catch (IOException ex) {
				throw new MessagingException("The headers cannot be read", ex);
			}
			return super.createMimeBodyPart(part);
		}

		/**
		 * Reads headers up to their blank line.
		 * @throws MessagingException if they are too long
		 */
		static void requireShortHeaders(InputStream part) throws IOException, MessagingException {
			var lineLength = 0;
			for (var read = 0; read < LONGEST_HEADERS; read++) {
				var next = part.read();
				if (next < 0 || (next == '\n' && lineLength == 0)) {
					return;
				}
				lineLength = (next == '\n') ? 0 : (next == '\r') ? lineLength : lineLength + 1;
			}
			throw new TooLargeException("The headers are too long");
		}

	}

	/** A mail has more parts or longer headers than are read. */
	private static final class TooLargeException extends MessagingException {

		TooLargeException(String message) {
			super(message);
		}

	}

	/**
	 * The character set of a text. Programs name some sets and write what contains them,
	 * such as the quotation marks of Windows in a text of ISO 8859-1.
	 *
	 * @see <a href="https://encoding.spec.whatwg.org/#names-and-labels">Encoding
	 * Standard, 4.2</a>
	 */
	static final class MailCharset {

		private static final String WINDOWS = "windows-1252";

		/** What is written under another name. */
		private static final Map<String, String> WRITTEN = Map.ofEntries(Map.entry("us-ascii", WINDOWS),
				Map.entry("ascii", WINDOWS), Map.entry("iso-8859-1", WINDOWS), Map.entry("latin1", WINDOWS),
				Map.entry("iso-8859-9", "windows-1254"), Map.entry("iso-8859-8-i", "windows-1255"),
				Map.entry("iso-8859-8-e", "windows-1255"), Map.entry("gb2312", "gb18030"), Map.entry("gbk", "gb18030"),
				Map.entry("gb_2312-80", "gb18030"), Map.entry("shift_jis", "windows-31j"),
				Map.entry("iso-2022-jp", "x-windows-iso2022jp"), Map.entry("euc-jp", "x-eucJP-Open"),
				Map.entry("ks_c_5601-1987", "x-windows-949"), Map.entry("euc-kr", "x-windows-949"),
				Map.entry("big5", "big5-hkscs"), Map.entry("tis-620", "x-windows-874"));

		/** Programs name it, or none, whatever they write. */
		private static final Set<String> SAYS_NOTHING = Set.of("us-ascii", "ascii");

		private MailCharset() {
		}

		/**
		 * The text of bytes in the set of a name; UTF-8 if that says nothing and it fits.
		 */
		static String decode(byte[] bytes, @Nullable String name) {
			if (name != null && !SAYS_NOTHING.contains(name.strip().toLowerCase(Locale.ROOT))) {
				return new String(bytes, of(name));
			}
			var text = new String(bytes, StandardCharsets.UTF_8);
			var unreadable = text.indexOf(UNREADABLE);
			var isFitting = unreadable < 0 || (unreadable > 0 && unreadable == text.length() - 1);
			return isFitting ? text : new String(bytes, of(WINDOWS));
		}

		/**
		 * The set of a name; an unknown one is read like that of the first 128
		 * characters.
		 */
		static Charset of(String name) {
			try {
				return Charset.forName(
						WRITTEN.getOrDefault(name.strip().toLowerCase(Locale.ROOT), MimeUtility.javaCharset(name)));
			}
			catch (IllegalArgumentException ex) {
				return Charset.forName(WINDOWS);
			}
		}

	}

}
