package org.parley.auth.tokens.session;

import java.util.Locale;

/** The reason why a session ended. */
public enum SessionEndReason {

	LOGOUT, LOGOUT_EVERYWHERE, ENDED_BY_OWNER, REFRESH_REUSED, PASSWORD_CHANGED, BANNED, DELETED;

	/** The reason as written in events. */
	public String json() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
