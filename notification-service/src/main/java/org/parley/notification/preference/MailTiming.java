package org.parley.notification.preference;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.parley.contracts.LowerCaseName;

/** When notifications are mailed. */
public enum MailTiming implements LowerCaseName {

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

}
