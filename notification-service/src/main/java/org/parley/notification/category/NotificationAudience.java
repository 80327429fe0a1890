package org.parley.notification.category;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;

/** Who at least: each one includes those before it. */
public enum NotificationAudience {

	ANYONE, USER, MODERATOR, ADMIN;

	@JsonCreator
	static NotificationAudience of(String json) {
		return valueOf(json.toUpperCase(Locale.ROOT));
	}

	/** The audience that somebody with these roles belongs to. */
	public static NotificationAudience of(Collection<String> roles) {
		if (roles.contains("admin")) {
			return ADMIN;
		}
		return roles.contains("moderator") ? MODERATOR : USER;
	}

	boolean includes(NotificationAudience least) {
		return compareTo(least) >= 0;
	}

	/** Those whose rights this one has. */
	List<NotificationAudience> included() {
		return Arrays.stream(values()).filter(this::includes).toList();
	}

}
