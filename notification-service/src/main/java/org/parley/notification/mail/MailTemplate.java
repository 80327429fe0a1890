package org.parley.notification.mail;

import java.util.Locale;

/** What mails there are. */
public enum MailTemplate {

	VERIFICATION(true), PASSWORD_RESET(true), EMAIL_CHANGE(true), EMAIL_CHANGED(true), SECURITY_ALERT(true),
	APP_PERMITTED(true), ACCOUNT_DELETING(true), BAN(false), NOTIFICATION(false), DIGEST(false);

	private final boolean urgent;

	MailTemplate(boolean urgent) {
		this.urgent = urgent;
	}

	/** Whether somebody waits for it. */
	boolean isUrgent() {
		return this.urgent;
	}

	/** As message bundles and the mail log name it. */
	String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
