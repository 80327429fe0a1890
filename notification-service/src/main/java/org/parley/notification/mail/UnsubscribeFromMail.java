package org.parley.notification.mail;

import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;

import org.parley.notification.preference.NotificationKind;
import org.parley.notification.preference.SetPreferences;
import org.parley.platform.events.secret.BrokenSealException;
import org.parley.platform.events.secret.EventSecretCipher;
import org.parley.platform.events.secret.SealedEventSecret;
import org.parley.platform.web.problem.ProblemException;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Lets the reader of a mail end mails of its kind with one click, without signing in.
 * What the click carries is sealed, so nobody can end those of others.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8058">RFC 8058</a>
 */
@Component
class UnsubscribeFromMail {

	private static final String DIGEST = "digest";

	/** Other sealed values open here, too: addresses, for one. */
	private static final Pattern CLICK = Pattern.compile("([^:@]{1,64}):([a-z-]{1,32})");

	private final EventSecretCipher eventSecretCipher;

	private final SetPreferences setPreferences;

	private final String service;

	private final URI site;

	UnsubscribeFromMail(EventSecretCipher eventSecretCipher, SetPreferences setPreferences,
			@Value("${spring.application.name}") String service, @Value("${parley.public-url}") URI site) {
		this.eventSecretCipher = eventSecretCipher;
		this.setPreferences = setPreferences;
		this.service = service;
		this.site = site;
	}

	/** Whether a mail is one that its reader may want to end. */
	static boolean mayStop(Mail mail) {
		return mail.template() == MailTemplate.NOTIFICATION || mail.template() == MailTemplate.DIGEST;
	}

	Map<String, String> headers(Mail mail) {
		if (!mayStop(mail)) {
			return Map.of("Auto-Submitted", "auto-generated");
		}
		var token = this.eventSecretCipher.seal(this.service,
				mail.userId() + ":" + mail.values().getOrDefault("kind", DIGEST));
		return Map.of("Auto-Submitted", "auto-generated", "List-Unsubscribe",
				"<%s/api/v1/notifications/unsubscribe/%s>".formatted(this.site, token.jwe()), "List-Unsubscribe-Post",
				"List-Unsubscribe=One-Click");
	}

	/**
	 * Does what was clicked; again, when it is clicked again.
	 * @throws ProblemException 404 {@code unsubscribe.unknown} when it is none of ours
	 */
	void unsubscribe(String token) {
		var clicked = CLICK.matcher(opened(token));
		if (!clicked.matches()) {
			throw unknown();
		}
		if (clicked.group(2).equals(DIGEST)) {
			this.setPreferences.unsubscribeFromDigests(clicked.group(1));
		}
		else {
			this.setPreferences.unsubscribe(clicked.group(1), kind(clicked.group(2)));
		}
	}

	private static NotificationKind kind(String json) {
		try {
			return NotificationKind.of(json);
		}
		catch (IllegalArgumentException ex) {
			throw unknown();
		}
	}

	private static ProblemException unknown() {
		return ProblemException.notFound("unsubscribe.unknown", "There is nothing to unsubscribe from.");
	}

	private String opened(String token) {
		try {
			return this.eventSecretCipher.open(new SealedEventSecret(token));
		}
		catch (BrokenSealException ex) {
			throw unknown();
		}
	}

}
