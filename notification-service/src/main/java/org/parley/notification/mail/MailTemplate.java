package org.parley.notification.mail;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The templates of mails with their ranks: 1 for urgent mails, 3 for those of lists. */
public enum MailTemplate {

	VERIFICATION(1), PASSWORD_RESET(1), ACCOUNT_CREATED(2), EMAIL_CHANGE(1), EMAIL_CHANGED(1), SECURITY_ALERT(1),
	APP_PERMITTED(1), ACCOUNT_DELETING(1), ACCOUNT_CLOSED(1), ACCOUNT_REMOVED(1), INVITATION(1),
	REGISTRATION_APPROVED(1), REGISTRATION_REPEATED(1), SIGN_IN(1), BAN(2), BAN_LIFTED(2), APPEAL(2),
	MAILED_POST_REFUSED(2), NOTIFICATION(2), DIGEST(2), LIST_POST(3);

	private final int rank;

	MailTemplate(int rank) {
		this.rank = rank;
	}

	/** Its mails are sent before those with a higher rank. */
	public int rank() {
		return this.rank;
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
