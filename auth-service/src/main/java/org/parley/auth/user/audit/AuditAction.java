package org.parley.auth.user.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can happen to an account, or to all, as the audit names it. */
public enum AuditAction {

	REGISTERED, SIGNED_IN, SIGN_IN_FAILED, SIGN_IN_SLOWED, SIGNED_OUT, SIGNED_OUT_EVERYWHERE, SESSION_ENDED,
	REFRESH_REUSED, PASSWORD_CHANGED, PASSWORD_REFUSED, ROLE_CHANGED, SIGN_IN_REFUSED, BANNED, UNBANNED,
	VERIFICATION_REQUESTED, EMAIL_VERIFIED, PASSWORD_RESET_REQUESTED, PASSWORD_RESET, PASSWORD_WITHDRAWN, REMOVED,
	TWO_FACTOR_ENABLED, TWO_FACTOR_DISABLED, RECOVERY_CODES_RENEWED, RECOVERY_CODE_USED, CODE_REFUSED,
	ACCESS_TOKEN_CREATED, ACCESS_TOKEN_REVOKED, EMAIL_CHANGE_REQUESTED, EMAIL_CHANGED, EMAIL_RESTORED, KEYS_ROTATED,
	PASSKEY_ADDED, PASSKEY_REMOVED, PASSKEY_COPIED, TWO_FACTOR_RESET, ACCOUNT_CLOSED, ACCOUNT_REOPENED, ERASED,
	EXPORTED, APP_CREATED, APP_CHANGED, APP_SECRET_ROTATED, APP_REMOVED, APP_ACCESS_WITHDRAWN, APP_REGISTERED,
	REGISTRATION_TOKEN_CREATED, REGISTRATION_TOKEN_REMOVED, SETUP_COMPLETED;

	/** The act of that name, as answers write it. */
	static Optional<AuditAction> of(String text) {
		return Arrays.stream(values()).filter((act) -> text(act.name()).equals(text)).findAny();
	}

	/**
	 * How answers write what the database has: {@code SIGNED_IN} is {@code signed-in}.
	 */
	static String text(String name) {
		return name.toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
