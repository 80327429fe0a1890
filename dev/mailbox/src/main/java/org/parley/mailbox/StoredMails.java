package org.parley.mailbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;

/** Stores mails as files, so that they survive a restart. */
final class StoredMails {

	private static final int MAX_MAILS = 1000;

	/** The header in the first line of each file. */
	private static final String RECIPIENT = "X-Mailbox-To: ";

	private static final Comparator<Path> NEWEST_FIRST = Comparator.comparing(Path::getFileName).reversed();

	private final Path directory;

	private final AtomicLong last;

	StoredMails(Path directory) throws IOException {
		this.directory = Files.createDirectories(directory);
		this.last = new AtomicLong(files().stream().findFirst().map(StoredMails::number).orElse(0L));
	}

	/** Stores a mail atomically and deletes the oldest ones. */
	synchronized void store(MimeMessage message, String address) throws IOException, MessagingException {
		var name = "%012d.eml".formatted(this.last.incrementAndGet());
		var unfinished = this.directory.resolve(name + ".part");
		try (var file = Files.newOutputStream(unfinished)) {
			file.write((RECIPIENT + address + "\r\n").getBytes(StandardCharsets.UTF_8));
			message.writeTo(file);
		}
		Files.move(unfinished, this.directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
		for (var old : files().stream().skip(MAX_MAILS).toList()) {
			Files.deleteIfExists(old);
		}
	}

	/**
	 * Returns the mails to an address, newest first; all mails if the address is empty.
	 */
	List<ReceivedMail> findByRecipient(String address) {
		var wanted = address.toLowerCase(Locale.ROOT);
		return files().stream()
			.filter((file) -> wanted.isEmpty() || recipient(file).equals(wanted))
			.flatMap((file) -> read(file).stream())
			.toList();
	}

	private List<Path> files() {
		try (Stream<Path> files = Files.list(this.directory)) {
			return files.filter((file) -> file.toString().endsWith(".eml")).sorted(NEWEST_FIRST).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static long number(Path file) {
		return Long.parseLong(file.getFileName().toString().replace(".eml", ""));
	}

	/** Reads the first line only: most mails are to others. */
	private static String recipient(Path file) {
		// The rest may have another encoding.
		try (var lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
			var bytes = Objects.requireNonNullElse(lines.readLine(), "").getBytes(StandardCharsets.ISO_8859_1);
			return new String(bytes, StandardCharsets.UTF_8).replace(RECIPIENT, "").toLowerCase(Locale.ROOT);
		}
		catch (NoSuchFileException ex) {
			return "";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Reads a mail; empty if it has been deleted meanwhile, as one of the oldest. */
	private static Optional<ReceivedMail> read(Path file) {
		try (var content = Files.newInputStream(file)) {
			return Optional.of(ReceivedMail.of(new MimeMessage(Session.getInstance(new Properties()), content)));
		}
		catch (NoSuchFileException ex) {
			return Optional.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (MessagingException ex) {
			throw new IllegalStateException("%s is not a mail".formatted(file), ex);
		}
	}

	/**
	 * A received mail.
	 *
	 * @param to the recipient's address
	 * @param text the plain text
	 * @param links the links of the HTML, in order
	 * @param replyTo the address for answers; empty if there is none
	 */
	record ReceivedMail(String to, String subject, String text, String html, List<String> links, String messageId,
			String replyTo, String date) {

		private static final Pattern LINK = Pattern.compile("href\\s*=\\s*\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);

		static ReceivedMail of(MimeMessage message) throws MessagingException, IOException {
			var html = content(message, "text/html");
			return new ReceivedMail(header(message, "X-Mailbox-To"), text(message.getSubject()),
					content(message, "text/plain"), html, links(html), text(message.getMessageID()),
					header(message, "Reply-To"), header(message, "Date"));
		}

		private static String header(MimeMessage message, String name) throws MessagingException {
			return text(message.getHeader(name, null));
		}

		private static String text(@Nullable String value) {
			return Objects.requireNonNullElse(value, "");
		}

		/** Returns the first part of a type at any depth. */
		private static String content(Part part, String type) throws MessagingException, IOException {
			if (part.isMimeType(type)) {
				return String.valueOf(part.getContent());
			}
			if (part.getContent() instanceof Multipart parts) {
				for (int i = 0; i < parts.getCount(); i++) {
					var found = content(parts.getBodyPart(i), type);
					if (!found.isEmpty()) {
						return found;
					}
				}
			}
			return "";
		}

		private static List<String> links(String html) {
			return LINK.matcher(html).results().map((found) -> found.group(1).replace("&amp;", "&")).toList();
		}

	}

}
