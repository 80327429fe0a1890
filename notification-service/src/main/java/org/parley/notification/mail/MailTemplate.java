package org.parley.notification.mail;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The templates of mails. */
public enum MailTemplate {

	VERIFICATION(true), PASSWORD_RESET(true), ACCOUNT_CREATED(false), EMAIL_CHANGE(true), EMAIL_CHANGED(true),
	SECURITY_ALERT(true), APP_PERMITTED(true), ACCOUNT_DELETING(true), ACCOUNT_REMOVED(true), INVITATION(true),
	REGISTRATION_APPROVED(true), REGISTRATION_REPEATED(true), SIGN_IN(true), BAN(false), APPEAL(false),
	MAILED_POST_REFUSED(false), NOTIFICATION(false), DIGEST(false), LIST_POST(null);

	private final @Nullable Boolean urgent;

	MailTemplate(@Nullable Boolean urgent) {
		this.urgent = urgent;
	}

	/**
	 * Whether its mails are sent before others; null if they are sent after all others.
	 */
	@Nullable Boolean urgent() {
		return this.urgent;
	}

	/** The template with a name. */
	public static Optional<MailTemplate> find(String code) {
		return Arrays.stream(values()).filter((template) -> template.code().equals(code)).findFirst();
	}

	/** The name in message bundles and in the mail log. */
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
