package org.parley.auth.user.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.parley.contracts.audit.AdministratorAct;

/**
 * The actions in this service that the audit records. It records each
 * {@link AdministratorAct} as well.
 */
public enum AuditAction {

	REGISTERED, SIGNED_IN, SIGN_IN_FAILED, SIGN_IN_SLOWED, SIGNED_OUT, SIGNED_OUT_EVERYWHERE, SESSION_ENDED,
	REFRESH_REUSED, PASSWORD_CHANGED, PASSWORD_REFUSED, ROLE_CHANGED, SIGN_IN_REFUSED, BANNED, UNBANNED,
	VERIFICATION_REQUESTED, EMAIL_VERIFIED, PASSWORD_RESET_REQUESTED, PASSWORD_RESET, PASSWORD_WITHDRAWN, REMOVED,
	TWO_FACTOR_ENABLED, TWO_FACTOR_DISABLED, RECOVERY_CODES_RENEWED, RECOVERY_CODE_USED, CODE_REFUSED,
	ACCESS_TOKEN_CREATED, ACCESS_TOKEN_REVOKED, EMAIL_CHANGE_REQUESTED, EMAIL_CHANGED, EMAIL_RESTORED, KEYS_ROTATED,
	PASSKEY_ADDED, PASSKEY_REMOVED, PASSKEY_COPIED, TWO_FACTOR_RESET, ACCOUNT_CLOSED, ACCOUNT_REOPENED, ERASED,
	EXPORTED, APP_CREATED, APP_CHANGED, APP_SECRET_ROTATED, APP_REMOVED, APP_ACCESS_WITHDRAWN, APP_REGISTERED,
	REGISTRATION_TOKEN_CREATED, REGISTRATION_TOKEN_REMOVED, SETUP_COMPLETED, BRAND_CHANGED, IDENTITY_PROVIDER_ADDED,
	IDENTITY_PROVIDER_CHANGED, IDENTITY_PROVIDER_REMOVED, IDENTITY_LINKED, IDENTITY_UNLINKED,
	REGISTRATION_RULES_CHANGED, INVITED, INVITATION_WITHDRAWN, REGISTRATION_APPROVED, ACCOUNT_CREATED, RENAMED,
	ACCOUNTS_EXPORTED, DISCOURSE_SITE_ADDED, DISCOURSE_SITE_REMOVED, DISCOURSE_SIGNED_IN, GROUP_CREATED, GROUP_CHANGED,
	GROUP_REMOVED, GROUPS_CHANGED, DIRECTORY_TOKEN_CREATED, DIRECTORY_TOKEN_REVOKED, DIRECTORY_CHANGED;

	/** Finds the stored name of a known action by the one used in API answers. */
	static Optional<String> known(String text) {
		return Stream.<Enum<?>>concat(Arrays.stream(values()), Arrays.stream(AdministratorAct.values()))
			.map(Enum::name)
			.filter((name) -> text(name).equals(text))
			.findAny();
	}

	/** Converts a name from API answers or events for the store, also an unknown one. */
	static String nameOf(String text) {
		return text.toUpperCase(Locale.ROOT).replace('-', '_');
	}

	/** Converts a stored name for API answers: {@code SIGNED_IN} to {@code signed-in}. */
	static String text(String name) {
		return name.toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
