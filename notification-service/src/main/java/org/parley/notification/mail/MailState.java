package org.parley.notification.mail;

import java.util.Locale;

import org.parley.contracts.LowerCaseName;

/**
 * The state of a mail: {@code WAITING → SENDING → SENT}; {@code FAILED} is retried until
 * {@code DEAD}. An irrelevant mail is {@code DROPPED}.
 */
public enum MailState implements LowerCaseName {

	WAITING, SENDING, SENT, FAILED, DEAD, DROPPED;

	static MailState of(String json) {
		return valueOf(json.toUpperCase(Locale.ROOT));
	}

}
