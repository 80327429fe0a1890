package org.parley.notification.mail.delivery;

import java.util.Map;
import java.util.regex.Pattern;

import org.parley.notification.mail.Mail;
import org.parley.notification.mail.MailTemplate;

/**
 * Lets mail programs show the mails about one thread, conversation or case together. All
 * of them answer one message that is never sent, so it does not matter which ones a
 * recipient receives.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5322#section-3.6.4">RFC 5322, 3.6.4</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2919">RFC 2919</a>
 */
final class MailThread {

	/** A link to something that has an id, such as {@code /threads/01KAG…?post=2}. */
	private static final Pattern LINK = Pattern
		.compile("/([a-z]{1,20}(?:/[a-z]{1,20})?)/([0-7][0-9A-HJKMNP-TV-Z]{25})(?:[/?#].*)?");

	private MailThread() {
	}

	/** The headers of a mail; empty if it is about nothing that others could be about. */
	static Map<String, String> headers(Mail mail, String host) {
		var link = LINK.matcher(mail.values().getOrDefault("link", ""));
		if (mail.template() != MailTemplate.NOTIFICATION || !link.matches()) {
			return Map.of();
		}
		var kind = link.group(1).replace('/', '-');
		var root = "<%s-%s@%s>".formatted(kind, link.group(2), host);
		return Map.of("In-Reply-To", root, "References", root, "List-Id",
				"<%s.%s.%s>".formatted(link.group(2), kind, host));
	}

}
