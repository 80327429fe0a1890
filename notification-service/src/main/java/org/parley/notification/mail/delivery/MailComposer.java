package org.parley.notification.mail.delivery;

import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.SealedEventSecret;
import org.parley.notification.contact.Contact;
import org.parley.notification.mail.Mail;
import org.parley.notification.mail.MailTemplate;
import org.parley.notification.mail.NewMail;
import org.parley.notification.mail.smtp.OutgoingMail;
import org.parley.notification.mail.unsubscribe.UnsubscribeFromMail;
import org.parley.platform.messaging.secret.EventSecretCipher;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Composes mails as HTML and as text, in the user's language. */
@Component
class MailComposer {

	private final ITemplateEngine templates;

	private final MessageSource messages;

	private final EventSecretCipher eventSecretCipher;

	private final UnsubscribeFromMail unsubscribeFromMail;

	private final ForumName forumName;

	private final URI site;

	MailComposer(ITemplateEngine templates, MessageSource messages, EventSecretCipher eventSecretCipher,
			UnsubscribeFromMail unsubscribeFromMail, ForumName forumName, @Value("${parley.public-url}") URI site) {
		this.templates = templates;
		this.messages = messages;
		this.eventSecretCipher = eventSecretCipher;
		this.unsubscribeFromMail = unsubscribeFromMail;
		this.forumName = forumName;
		this.site = site;
	}

	/**
	 * Composes a mail to an address. Reports of providers name the mail by its
	 * Message-ID; those of Postmark and Mailjet, which replace it, by headers of their
	 * own.
	 */
	OutgoingMail compose(Mail mail, String to, @Nullable Contact contact) {
		var locale = mail.localeOr((contact != null) ? contact.locale() : Locale.ENGLISH);
		var texts = new Texts(mail, locale, contact);
		var context = new Context(locale);
		context.setVariable("forum", this.forumName.get());
		context.setVariable("paragraphs", texts.paragraphs());
		context.setVariable("link", link(mail));
		context.setVariable("action", texts.text("action"));
		context.setVariable("items",
				mail.items()
					.stream()
					.map((item) -> new NewMail.Item(item.title(), absolute(item.link()), item.about()))
					.toList());
		context.setVariable("reason", texts.text("why"));
		context.setVariable("settings", absolute("/settings/notifications"));
		context.setVariable("optional", UnsubscribeFromMail.isOptional(mail));
		context.setVariable("language", locale.toLanguageTag());
		context.setVariable("subject", texts.text("subject"));
		var headers = new HashMap<>(this.unsubscribeFromMail.headers(mail));
		headers.putAll(MailThread.headers(mail, this.site.getHost()));
		headers.put("X-PM-Metadata-mail", mail.id());
		headers.put("X-MJ-CustomID", mail.id());
		return new OutgoingMail("<%s@%s>".formatted(mail.id(), this.site.getHost()), to, texts.text("subject"),
				this.templates.process("mail.txt", context), this.templates.process("mail.html", context),
				Map.copyOf(headers));
	}

	private @Nullable String link(Mail mail) {
		return switch (mail.template()) {
			case VERIFICATION -> withToken("/verify-email", mail);
			case PASSWORD_RESET -> withToken("/reset-password", mail);
			case EMAIL_CHANGE -> withToken("/confirm-email", mail);
			case EMAIL_CHANGED -> withToken("/restore-email", mail);
			case SECURITY_ALERT -> absolute("/forgot-password");
			case APP_PERMITTED -> absolute("/oauth2/apps");
			case ACCOUNT_DELETING -> absolute("/restore-account");
			case NOTIFICATION -> absolute(mail.values().getOrDefault("link", "/"));
			case DIGEST -> absolute("/notifications");
			case BAN -> null;
			case APPEAL -> withToken("/appeal", mail);
		};
	}

	private String withToken(String path, Mail mail) {
		var token = this.eventSecretCipher.open(new SealedEventSecret(String.valueOf(mail.token())));
		return UriComponentsBuilder.fromUri(this.site)
			.path(path)
			.queryParam("token", "{token}")
			.encode()
			.buildAndExpand(token)
			.toUriString();
	}

	private String absolute(String path) {
		return this.site + path;
	}

	/** The texts of a mail from the message bundles. */
	private final class Texts {

		private final Mail mail;

		private final Locale locale;

		private final Map<String, String> values;

		private final @Nullable Contact contact;

		Texts(Mail mail, Locale locale, @Nullable Contact contact) {
			this.mail = mail;
			this.locale = locale;
			this.values = mail.values();
			this.contact = contact;
		}

		String text(String part) {
			return message(this.mail.template().code() + "." + part, arguments());
		}

		List<String> paragraphs() {
			var paragraphs = new ArrayList<String>();
			paragraphs.add(text("text"));
			if (this.values.containsKey("reason")) {
				paragraphs.add(message("ban.reason", this.values.getOrDefault("reason", "")));
			}
			var until = this.mail.expiresAt();
			if (until != null) {
				var zone = (this.contact != null) ? this.contact.zone() : ZoneOffset.UTC;
				var shown = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.FULL)
					.withLocale(this.locale)
					.withZone(zone)
					.format(until);
				paragraphs.add(message(this.mail.template().code() + ".until", shown));
			}
			return paragraphs;
		}

		private Object[] arguments() {
			var kind = this.values.getOrDefault("kind", "");
			var title = this.values.getOrDefault("title", message("security-alert." + kind));
			return new Object[] { title, this.mail.items().size(), MailComposer.this.forumName.get() };
		}

		private String message(String code, Object... arguments) {
			return String.valueOf(MailComposer.this.messages.getMessage("mail." + code, arguments, "", this.locale));
		}

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

}
