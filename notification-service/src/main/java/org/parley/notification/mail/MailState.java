package org.parley.notification.mail;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The state of a mail: {@code WAITING → SENDING → SENT}; {@code FAILED} is retried until
 * {@code DEAD}. An irrelevant mail is {@code DROPPED}.
 */
public enum MailState {

	WAITING, SENDING, SENT, FAILED, DEAD, DROPPED;

	static MailState of(String json) {
		return valueOf(json.toUpperCase(Locale.ROOT));
	}

	@JsonValue
	public String json() {
		return name().toLowerCase(Locale.ROOT);
	}

}
