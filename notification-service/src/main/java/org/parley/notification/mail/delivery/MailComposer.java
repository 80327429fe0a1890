package org.parley.notification.mail.delivery;

import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.SealedEventSecret;
import org.parley.notification.contact.Contact;
import org.parley.notification.contact.IsolatedText;
import org.parley.notification.mail.Mail;
import org.parley.notification.mail.MailLanguages;
import org.parley.notification.mail.MailTemplate;
import org.parley.notification.mail.NewMail;
import org.parley.notification.mail.brand.ForumBrand;
import org.parley.notification.mail.transport.OutgoingMail;
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

	private static final ZoneId UTC = ZoneId.of("UTC");

	private final ITemplateEngine templates;

	private final MessageSource messages;

	private final EventSecretCipher eventSecretCipher;

	private final MailHeaders mailHeaders;

	private final ForumBrand forumBrand;

	private final URI site;

	MailComposer(ITemplateEngine templates, MessageSource messages, EventSecretCipher eventSecretCipher,
			MailHeaders mailHeaders, ForumBrand forumBrand, @Value("${parley.public-url}") URI site) {
		this.templates = templates;
		this.messages = messages;
		this.eventSecretCipher = eventSecretCipher;
		this.mailHeaders = mailHeaders;
		this.forumBrand = forumBrand;
		this.site = site;
	}

	/** Composes a mail to an address. */
	OutgoingMail compose(Mail mail, String to, @Nullable Contact contact) {
		var locale = MailLanguages.localeOf(mail.localeOr((contact != null) ? contact.locale() : Locale.ENGLISH));
		var headers = this.mailHeaders.of(mail);
		var content = content(mail, locale, contact, headers);
		return new OutgoingMail(mail.id(), this.mailHeaders.messageId(mail), sender(mail), to, content.subject(),
				content.text(), content.html(), headers);
	}

	/** Mails about the acts of a person name that person. */
	private String sender(Mail mail) {
		var author = mail.values().get("author");
		return (author != null) ? author + " (" + this.forumBrand.get().name() + ")" : this.forumBrand.get().name();
	}

	/** Composes what people read of a mail with such headers. */
	Content content(Mail mail, Locale locale, @Nullable Contact contact, Map<String, String> headers) {
		var texts = new Texts(mail, locale, contact);
		var context = new Context(locale);
		context.setVariable("brand", this.forumBrand.get());
		context.setVariable("site", this.site);
		context.setVariable("heading", texts.heading());
		context.setVariable("headingDirection", texts.isHeadedByTitle() ? "auto" : null);
		context.setVariable("paragraphs", texts.paragraphs());
		context.setVariable("link", link(mail));
		context.setVariable("action", texts.text("action"));
		context.setVariable("items", items(mail, texts));
		context.setVariable("reason", texts.text("why"));
		context.setVariable("settings", absolute("/settings/notifications"));
		context.setVariable("optional", UnsubscribeFromMail.isOptional(mail));
		context.setVariable("unsubscribe", MailHeaders.unsubscribeAddress(headers));
		context.setVariable("postText", PostContent.text(mail));
		context.setVariable("postHtml", PostContent.html(mail, this.site));
		context.setVariable("limit", mail.values().containsKey("last") ? texts.text("limit") : "");
		context.setVariable("answerable", headers.containsKey(MailHeaders.REPLY_TO));
		context.setVariable("language", locale.toLanguageTag());
		context.setVariable("subject", texts.subject());
		return new Content(texts.subject(), this.templates.process("mail.txt", context),
				this.templates.process("mail.html", context));
	}

	private List<NewMail.Item> items(Mail mail, Texts texts) {
		if (mail.template() == MailTemplate.REGISTRATION_REPEATED) {
			return List.of(new NewMail.Item(texts.text("reset"), absolute("/forgot-password"), ""));
		}
		return mail.items()
			.stream()
			.map((item) -> new NewMail.Item(item.title(), absolute(item.link()), item.about()))
			.toList();
	}

	private @Nullable String link(Mail mail) {
		return switch (mail.template()) {
			case VERIFICATION -> withToken("/verify-email", mail);
			case PASSWORD_RESET, ACCOUNT_CREATED -> withToken("/reset-password", mail);
			case EMAIL_CHANGE -> withToken("/confirm-email", mail);
			case EMAIL_CHANGED -> withToken("/restore-email", mail);
			case SECURITY_ALERT ->
				absolute("renamed".equals(mail.values().get("kind")) ? "/sign-in" : "/forgot-password");
			case APP_PERMITTED -> absolute("/oauth2/apps");
			case ACCOUNT_DELETING, ACCOUNT_CLOSED -> absolute("/restore-account");
			case INVITATION -> withToken("/register", mail);
			case REGISTRATION_APPROVED, REGISTRATION_REPEATED, BAN_LIFTED -> absolute("/sign-in");
			case SIGN_IN -> withToken("/oauth2/login/mail/code", mail);
			case NOTIFICATION, LIST_POST -> absolute(mail.values().getOrDefault("link", "/"));
			case DIGEST -> absolute("/notifications");
			case ACCOUNT_REMOVED, BAN, MAILED_POST_REFUSED -> null;
			case APPEAL -> withToken("/appeal", mail);
		};
	}

	private String withToken(String path, Mail mail) {
		return UriComponentsBuilder.fromUri(this.site)
			.path(path)
			.queryParam("token", "{token}")
			.encode()
			.buildAndExpand(tokenOf(mail))
			.toUriString();
	}

	private String tokenOf(Mail mail) {
		return this.eventSecretCipher.open(new SealedEventSecret(String.valueOf(mail.token())));
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

		/**
		 * Mails about one thread have its title, because Gmail and others show only mails
		 * with the same subject together.
		 */
		String subject() {
			return this.values.getOrDefault("subject", text("subject"));
		}

		/** The subject, unless the text begins with it. */
		String heading() {
			return text("text").startsWith(subject()) ? "" : subject();
		}

		/**
		 * Whether the heading is the title of a thread, which has a direction of its own.
		 */
		boolean isHeadedByTitle() {
			return this.values.containsKey("subject") && this.mail.template() != MailTemplate.MAILED_POST_REFUSED;
		}

		/** The text of a part, which some kinds of a mail have of their own. */
		String text(String part) {
			var code = this.mail.template().code() + "." + part;
			var own = message(code + "." + this.values.getOrDefault("kind", ""), arguments());
			return own.isEmpty() ? message(code, arguments()) : own;
		}

		List<String> paragraphs() {
			var paragraphs = new ArrayList<String>();
			paragraphs.add(text("text"));
			if (this.values.containsKey("reason")) {
				paragraphs.add(message("ban.reason", this.values.getOrDefault("reason", "")));
			}
			if (this.values.containsKey("code")) {
				paragraphs.add(refusal(this.values.getOrDefault("code", "")));
			}
			var until = this.mail.expiresAt();
			if (until != null) {
				var zone = (this.contact != null) ? this.contact.zone() : UTC;
				var shown = MailedTime.of(until, this.locale, zone);
				paragraphs.add(message(this.mail.template().code() + ".until", shown));
			}
			return paragraphs;
		}

		/** Why a post was refused; not every reason has a sentence of its own. */
		private String refusal(String code) {
			var reason = message("mailed-post-refused.reason." + code);
			return reason.isEmpty() ? message("mailed-post-refused.reason.other") : reason;
		}

		private Object[] arguments() {
			var kind = this.values.getOrDefault("kind", "");
			var title = (this.mail.template() == MailTemplate.SIGN_IN) ? tokenOf(this.mail)
					: title(this.values.getOrDefault("title", message("security-alert." + kind)));
			return new Object[] { title, this.mail.items().size(),
					IsolatedText.in(this.locale, MailComposer.this.forumBrand.get().name()),
					IsolatedText.in(this.locale, this.values.getOrDefault("author", "")),
					IsolatedText.in(this.locale, this.values.getOrDefault("username", "")) };
		}

		/**
		 * That of a notification or an alert is a sentence, which has isolated its names.
		 */
		private String title(String title) {
			return switch (this.mail.template()) {
				case APP_PERMITTED, INVITATION, ACCOUNT_CREATED, LIST_POST -> IsolatedText.in(this.locale, title);
				default -> title;
			};
		}

		private String message(String code, Object... arguments) {
			return String.valueOf(MailComposer.this.messages.getMessage("mail." + code, arguments, "", this.locale));
		}

	}

	/** What people read of a mail. */
	record Content(String subject, String text, String html) {
	}

}
