package org.parley.auth.tokens.session;

import org.parley.contracts.LowerCaseName;

/** The reason why a session ended. */
public enum SessionEndReason implements LowerCaseName {

	LOGOUT, LOGOUT_EVERYWHERE, ENDED_BY_OWNER, REFRESH_REUSED, PASSWORD_CHANGED, BANNED, DELETED, EXPIRED

}
