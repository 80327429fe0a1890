package org.parley.mailbox;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;

/**
 * A received mail.
 *
 * @param to the recipient's address
 * @param text the plain text
 * @param links the links of the HTML, in order
 * @param date the date of the mail
 */
record ReceivedMail(String to, String subject, String text, String html, List<String> links, String messageId,
		String date) {

	private static final Pattern LINK = Pattern.compile("href\\s*=\\s*\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);

	static ReceivedMail of(MimeMessage message) throws MessagingException, IOException {
		var html = content(message, "text/html");
		return new ReceivedMail(header(message, "X-Mailbox-To"), text(message.getSubject()),
				content(message, "text/plain"), html, links(html), text(message.getMessageID()),
				header(message, "Date"));
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
