package org.parley.auth.audit;

/** What can happen to an account, as the audit names it. */
public enum Act {

	REGISTERED, SIGNED_IN, SIGN_IN_FAILED, SIGN_IN_SLOWED, SIGNED_OUT, SIGNED_OUT_EVERYWHERE, SESSION_ENDED,
	REFRESH_REUSED, PASSWORD_CHANGED, PASSWORD_CHANGE_REFUSED, ROLE_CHANGED

}
