package org.parley.notification.follow;

import java.util.Locale;

/** Whether a user follows or mutes a target. */
enum FollowLevel {

	FOLLOWING, MUTED, NONE;

	static FollowLevel of(String json) {
		return valueOf(json.toUpperCase(Locale.ROOT));
	}

}
