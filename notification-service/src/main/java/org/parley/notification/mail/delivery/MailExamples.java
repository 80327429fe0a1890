package org.parley.notification.mail.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.parley.notification.mail.Mail;
import org.parley.notification.mail.MailState;
import org.parley.notification.mail.MailTemplate;
import org.parley.notification.mail.NewMail;
import org.parley.notification.mail.delivery.MailComposer.Content;
import org.parley.notification.mail.unsubscribe.UnsubscribeFromMail;
import org.parley.platform.messaging.secret.EventSecretCipher;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Composes a mail of each template with invented values, in any language. */
@Component
class MailExamples {

	private static final String THREAD = "/threads/01KAG3A1B2C3D4E5F6G7H8J9K0";

	private static final String TITLE = "Tomatoes";

	private static final String UNSUBSCRIBE = "<https://forum.example.org/unsubscribe>";

	private final MailComposer mailComposer;

	private final MessageSource messages;

	private final EventSecretCipher eventSecretCipher;

	private final InstantSource clock;

	private final String service;

	MailExamples(MailComposer mailComposer, MessageSource messages, EventSecretCipher eventSecretCipher,
			InstantSource clock, @Value("${spring.application.name}") String service) {
		this.mailComposer = mailComposer;
		this.messages = messages;
		this.eventSecretCipher = eventSecretCipher;
		this.clock = clock;
		this.service = service;
	}

	Content compose(MailTemplate template, Locale locale) {
		return this.mailComposer.content(mail(template, locale), locale, null, switch (template) {
			case NOTIFICATION, LIST_POST ->
				Map.of(MailHeaders.REPLY_TO, "example", UnsubscribeFromMail.HEADER, UNSUBSCRIBE);
			case DIGEST -> Map.of(UnsubscribeFromMail.HEADER, UNSUBSCRIBE);
			default -> Map.of();
		});
	}

	/** Its links have a token that is valid nowhere. */
	private Mail mail(MailTemplate template, Locale locale) {
		var code = (template == MailTemplate.SIGN_IN) ? "123456" : "example";
		var token = this.eventSecretCipher.seal(this.service, code).jwe();
		return new Mail("01KAG3A1B2C3D4E5F6G7H8J9K0", "example", template, "example", null, token,
				locale.toLanguageTag(), values(template, locale), items(template, locale), null, MailState.WAITING,
				template.rank(), 0, null, end(template), this.clock.instant(), null, null, null, null, null, null,
				null);
	}

	private Map<String, String> values(MailTemplate template, Locale locale) {
		return switch (template) {
			case NOTIFICATION -> Map.of("title", reply(locale), "link", THREAD + "?post=2", "kind", "reply");
			case LIST_POST -> Map.of("title", TITLE, "link", THREAD + "?post=2", "kind", "list", "author", "Alice",
					"slug", "gardening", "content", TITLE, "html", "<p>" + TITLE + "</p>");
			case SECURITY_ALERT -> Map.of("kind", "password-changed");
			case APP_PERMITTED -> Map.of("title", "Photo Frame");
			case INVITATION -> Map.of("title", "Alice");
			case ACCOUNT_CREATED -> Map.of("title", "alice");
			case BAN -> Map.of("reason", "…");
			case MAILED_POST_REFUSED -> Map.of("code", "mail.empty");
			case VERIFICATION, PASSWORD_RESET, EMAIL_CHANGE, EMAIL_CHANGED, ACCOUNT_DELETING, ACCOUNT_CLOSED,
					ACCOUNT_REMOVED, REGISTRATION_APPROVED, REGISTRATION_REPEATED, SIGN_IN, BAN_LIFTED, APPEAL,
					DIGEST ->
				Map.of();
		};
	}

	private List<NewMail.Item> items(MailTemplate template, Locale locale) {
		return (template == MailTemplate.DIGEST) ? List.of(new NewMail.Item(reply(locale), THREAD, "example"))
				: List.of();
	}

	private String reply(Locale locale) {
		return this.messages.getMessage("notification.reply.title", new Object[] { 1, "Alice", TITLE }, locale);
	}

	/** Templates that say until when have a sentence for it. */
	private @Nullable Instant end(MailTemplate template) {
		var sentence = this.messages.getMessage("mail." + template.code() + ".until", null, "", Locale.ENGLISH);
		return "".equals(sentence) ? null : this.clock.instant().plus(Duration.ofDays(1));
	}

}
