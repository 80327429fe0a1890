package org.parley.notification.mail.unsubscribe;

import java.net.URI;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.parley.contracts.SealedEventSecret;
import org.parley.notification.contact.Contacts;
import org.parley.notification.mail.Mail;
import org.parley.notification.preference.NotificationKind;
import org.parley.notification.preference.SetPreferences;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;
import org.parley.platform.messaging.secret.BrokenSealException;
import org.parley.platform.messaging.secret.EventSecretCipher;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Unsubscribes a user from a kind of mail without signing in. The token is sealed, so
 * that it cannot be forged.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8058">RFC 8058</a>
 */
@Component
public class UnsubscribeFromMail {

	/** It has one address in angle brackets. */
	public static final String HEADER = "List-Unsubscribe";

	private static final String DIGEST = "digest";

	private static final String LIST = "list";

	/** The service can open other sealed values as well, such as addresses. */
	private static final Pattern TOKEN = Pattern.compile("([^:@]{1,64}):([a-z-]{1,32})");

	private final EventSecretCipher eventSecretCipher;

	private final SetPreferences setPreferences;

	private final Contacts contacts;

	private final String service;

	private final URI site;

	UnsubscribeFromMail(EventSecretCipher eventSecretCipher, SetPreferences setPreferences, Contacts contacts,
			@Value("${spring.application.name}") String service, @Value("${parley.public-url}") URI site) {
		this.eventSecretCipher = eventSecretCipher;
		this.setPreferences = setPreferences;
		this.contacts = contacts;
		this.service = service;
		this.site = site;
	}

	/** Whether users can unsubscribe from mails like this one. */
	public static boolean isOptional(Mail mail) {
		return switch (mail.template()) {
			case NOTIFICATION, DIGEST, LIST_POST -> true;
			default -> false;
		};
	}

	public Map<String, String> headers(Mail mail) {
		if (!isOptional(mail)) {
			return Map.of("Auto-Submitted", "auto-generated");
		}
		var token = this.eventSecretCipher.seal(this.service,
				mail.userId() + ":" + mail.values().getOrDefault("kind", DIGEST));
		return Map.of("Auto-Submitted", "auto-generated", HEADER,
				"<%s/api/v1/notifications/unsubscribe/%s>".formatted(this.site, token.jwe()), "List-Unsubscribe-Post",
				"List-Unsubscribe=One-Click");
	}

	/**
	 * Unsubscribes the user of a token; repeating it has no effect. Nothing is stored of
	 * a deleted user, who gets no mails.
	 * @throws UnknownLinkException if the token is invalid
	 */
	void unsubscribe(String token) {
		var matcher = read(token);
		var userId = matcher.group(1);
		var change = changeFor(matcher.group(2));
		if (this.contacts.find(userId).isPresent()) {
			change.accept(userId);
		}
	}

	private Consumer<String> changeFor(String mails) {
		return switch (mails) {
			case DIGEST -> this.setPreferences::unsubscribeFromDigests;
			case LIST -> this.setPreferences::unsubscribeFromPosts;
			default -> {
				var kind = kind(mails);
				yield (userId) -> this.setPreferences.unsubscribe(userId, kind);
			}
		};
	}

	/**
	 * Returns the user of a token.
	 * @throws UnknownLinkException if the token is invalid
	 */
	String userOf(String token) {
		return read(token).group(1);
	}

	private MatchResult read(String token) {
		var matcher = TOKEN.matcher(open(token));
		if (!matcher.matches()) {
			throw new UnknownLinkException();
		}
		return matcher.toMatchResult();
	}

	private static NotificationKind kind(String json) {
		try {
			return NotificationKind.of(json);
		}
		catch (IllegalArgumentException ex) {
			throw new UnknownLinkException();
		}
	}

	private String open(String token) {
		try {
			return this.eventSecretCipher.open(new SealedEventSecret(token));
		}
		catch (BrokenSealException ex) {
			throw new UnknownLinkException();
		}
	}

	/** The link is incomplete or not from this installation. */
	static final class UnknownLinkException extends RefusalException {

		UnknownLinkException() {
			super(RefusalKind.NOT_FOUND, "unsubscribe.unknown", "The unsubscribe link is invalid.");
		}

	}

}
