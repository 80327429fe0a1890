package org.parley.notification.mail;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How far a mail is: {@code WAITING → SENDING → SENT}, or {@code FAILED}, from where it
 * is sent again, until it is {@code DEAD}. {@code DROPPED} when nobody wants it any more.
 */
enum MailState {

	WAITING, SENDING, SENT, FAILED, DEAD, DROPPED;

	static MailState of(String json) {
		return valueOf(json.toUpperCase(Locale.ROOT));
	}

	@JsonValue
	String json() {
		return name().toLowerCase(Locale.ROOT);
	}

}
