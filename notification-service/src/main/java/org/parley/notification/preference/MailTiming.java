package org.parley.notification.preference;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** When notifications are mailed. */
public enum MailTiming {

	NONE, NOW, DAILY, WEEKLY;

	@JsonCreator
	static MailTiming of(String json) {
		for (var timing : values()) {
			if (timing.json().equals(json)) {
				return timing;
			}
		}
		throw new IllegalArgumentException("Unknown mail timing");
	}

	@JsonValue
	String json() {
		return name().toLowerCase(Locale.ROOT);
	}

}
