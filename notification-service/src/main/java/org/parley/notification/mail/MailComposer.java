package org.parley.notification.mail;

import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.parley.notification.contact.Contact;
import org.parley.platform.events.secret.EventSecretCipher;
import org.parley.platform.events.secret.SealedEventSecret;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Writes mails: in the language of the person, as HTML and as text, with the same links.
 */
@Component
class MailComposer {

	private final ITemplateEngine templates;

	private final MessageSource messages;

	private final EventSecretCipher eventSecretCipher;

	private final UnsubscribeFromMail unsubscribeFromMail;

	private final URI site;

	MailComposer(ITemplateEngine templates, MessageSource messages, EventSecretCipher eventSecretCipher,
			UnsubscribeFromMail unsubscribeFromMail, @Value("${parley.public-url}") URI site) {
		this.templates = templates;
		this.messages = messages;
		this.eventSecretCipher = eventSecretCipher;
		this.unsubscribeFromMail = unsubscribeFromMail;
		this.site = site;
	}

	/** Writes a mail to an address. */
	OutgoingMail compose(Mail mail, String to, @Nullable Contact contact) {
		var locale = mail.localeOr((contact != null) ? contact.locale() : Locale.ENGLISH);
		var words = new Words(mail, locale, contact);
		var context = new Context(locale);
		context.setVariable("paragraphs", words.paragraphs());
		context.setVariable("link", link(mail));
		context.setVariable("action", words.say("action"));
		context.setVariable("items",
				mail.items()
					.stream()
					.map((item) -> new NewMail.Item(item.title(), absolute(item.link()), item.about()))
					.toList());
		context.setVariable("reason", words.say("why"));
		context.setVariable("settings", absolute("/settings/notifications"));
		context.setVariable("optional", UnsubscribeFromMail.mayStop(mail));
		context.setVariable("language", locale.toLanguageTag());
		context.setVariable("subject", words.say("subject"));
		return new OutgoingMail("<%s@%s>".formatted(mail.id(), this.site.getHost()), to, words.say("subject"),
				this.templates.process("mail.txt", context), this.templates.process("mail.html", context),
				this.unsubscribeFromMail.headers(mail));
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

	/** What the message bundles say of a mail. */
	private final class Words {

		private final Mail mail;

		private final Locale locale;

		private final Map<String, String> values;

		private final @Nullable Contact contact;

		Words(Mail mail, Locale locale, @Nullable Contact contact) {
			this.mail = mail;
			this.locale = locale;
			this.values = mail.values();
			this.contact = contact;
		}

		String say(String what) {
			return message(this.mail.template().code() + "." + what, arguments());
		}

		List<String> paragraphs() {
			var paragraphs = new ArrayList<String>();
			paragraphs.add(say("text"));
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
			return new Object[] { title, this.mail.items().size() };
		}

		private String message(String code, Object... arguments) {
			return String.valueOf(MailComposer.this.messages.getMessage("mail." + code, arguments, "", this.locale));
		}

	}

}
