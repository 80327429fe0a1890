package org.parley.notification.mail.delivery;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.parley.notification.mail.Mail;
import org.parley.notification.mail.MailTemplate;
import org.parley.notification.mail.reply.ReplyAddresses;
import org.parley.notification.mail.unsubscribe.UnsubscribeFromMail;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What mail programs and providers read of a mail. */
@Component
class MailHeaders {

	/** Only mails that can be answered have it. */
	static final String REPLY_TO = "Reply-To";

	private final UnsubscribeFromMail unsubscribeFromMail;

	private final ReplyAddresses replyAddresses;

	private final URI site;

	MailHeaders(UnsubscribeFromMail unsubscribeFromMail, ReplyAddresses replyAddresses,
			@Value("${parley.public-url}") URI site) {
		this.unsubscribeFromMail = unsubscribeFromMail;
		this.replyAddresses = replyAddresses;
		this.site = site;
	}

	/**
	 * The headers of a mail. Reports of providers name the mail by its Message-ID; those
	 * of Postmark and Mailjet, which replace it, by headers of their own.
	 */
	Map<String, String> of(Mail mail) {
		var headers = new HashMap<>(this.unsubscribeFromMail.headers(mail));
		headers.putAll(MailThread.headers(mail, this.site.getHost()));
		headers.putAll(this.replyAddresses.headers(mail));
		if (mail.template() == MailTemplate.LIST_POST) {
			headers.putAll(ofList(mail));
		}
		headers.put("X-PM-Metadata-mail", mail.id());
		headers.put("X-MJ-CustomID", mail.id());
		return Map.copyOf(headers);
	}

	/**
	 * Each category is a mailing list. New threads have its address, if it takes them.
	 * @see <a href="https://www.rfc-editor.org/rfc/rfc2369">RFC 2369</a>
	 */
	private Map<String, String> ofList(Mail mail) {
		var slug = mail.values().getOrDefault("slug", "");
		return Map.of("List-Id",
				"%s <%s.category.%s>".formatted(slug, mail.values().getOrDefault("category", ""), this.site.getHost()),
				"List-Archive", "<%s/categories/%s>".formatted(this.site, slug), "List-Post",
				this.replyAddresses.ofCategory(slug).map((address) -> "<mailto:" + address + ">").orElse("NO"),
				"Precedence", "list");
	}

	/**
	 * The address of {@code List-Unsubscribe}, which the mail also shows, because large
	 * providers want a visible link.
	 */
	static @Nullable String unsubscribeAddress(Map<String, String> headers) {
		var header = headers.get(UnsubscribeFromMail.HEADER);
		return (header != null) ? header.substring(1, header.length() - 1) : null;
	}

	String messageId(Mail mail) {
		return "<%s@%s>".formatted(mail.id(), this.site.getHost());
	}

	/**
	 * Lets mail programs show the mails about one thread, conversation or case together.
	 * All of them answer one message that is never sent, so it does not matter which ones
	 * a recipient receives.
	 *
	 * @see <a href="https://www.rfc-editor.org/rfc/rfc5322#section-3.6.4">RFC 5322,
	 * 3.6.4</a>
	 * @see <a href="https://www.rfc-editor.org/rfc/rfc2919">RFC 2919</a>
	 */
	static final class MailThread {

		/** A link to something that has an id, such as {@code /threads/01KAG…?post=2}. */
		private static final Pattern LINK = Pattern
			.compile("/([a-z]{1,20}(?:/[a-z]{1,20})?)/([0-7][0-9A-HJKMNP-TV-Z]{25})(?:[/?#].*)?");

		private MailThread() {
		}

		/**
		 * The headers of a mail; empty if it is about nothing that others could be about.
		 */
		static Map<String, String> headers(Mail mail, String host) {
			var answered = mail.values().get("answers");
			if (answered != null) {
				return Map.of("In-Reply-To", answered, "References", answered);
			}
			var link = LINK.matcher(mail.values().getOrDefault("link", ""));
			if ((mail.template() != MailTemplate.NOTIFICATION && mail.template() != MailTemplate.LIST_POST)
					|| !link.matches()) {
				return Map.of();
			}
			var kind = link.group(1).replace('/', '-');
			var root = "<%s-%s@%s>".formatted(kind, link.group(2), host);
			return Map.of("In-Reply-To", root, "References", root, "List-Id",
					"<%s.%s.%s>".formatted(link.group(2), kind, host));
		}

	}

}
