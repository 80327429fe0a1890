package org.parley.contracts.account.contact;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.LowerCaseName;
import org.parley.contracts.OptionalValue;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;
import org.parley.contracts.SealedEventSecret;
import org.parley.contracts.account.AccountData;

import static com.fasterxml.jackson.annotation.JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_AS_NULL;

/**
 * A security-relevant change of an account, which is mailed to its owner.
 *
 * @param kind null if this version does not know it
 * @param until until when the change can be undone; absent if there is no limit
 * @param app the name of the app concerned; absent if there is none
 */
@Publishes("security.alert")
public record SecurityAlert(AccountData user, @JsonFormat(with = READ_UNKNOWN_ENUM_VALUES_AS_NULL) @Nullable Kind kind,
		SealedEventSecret address, String locale, Instant at, @OptionalValue @Nullable Instant until,
		@OptionalValue @Nullable String app) implements ParleyEvent {

	@Override
	public String subject() {
		return this.user.id();
	}

	/** The kinds of alerts. */
	public enum Kind implements LowerCaseName {

		/** The password was changed with knowledge of the old one. */
		PASSWORD_CHANGED,

		/** The password was reset by mail. */
		PASSWORD_RESET,

		/** The second factor was enabled. */
		TWO_FACTOR_ENABLED,

		/** The second factor was disabled. */
		TWO_FACTOR_DISABLED,

		/** A recovery code was used to sign in. */
		RECOVERY_CODE_USED,

		/** The recovery codes were replaced. */
		RECOVERY_CODES_RENEWED,

		/** A personal access token was issued. */
		ACCESS_TOKEN_CREATED,

		/** A refresh token was used twice, so it was probably stolen. */
		SESSION_STOLEN,

		/** A change of the mail address was requested. */
		EMAIL_CHANGE_REQUESTED,

		/** A passkey was added. */
		PASSKEY_ADDED,

		/** A passkey was removed. */
		PASSKEY_REMOVED,

		/** A passkey that appears to be a copy was refused. */
		PASSKEY_COPIED,

		/** An identity at a provider was linked. */
		IDENTITY_LINKED,

		/** An identity at a provider was unlinked. */
		IDENTITY_UNLINKED,

		/** An administrator removed the second factor. */
		TWO_FACTOR_RESET,

		/** A new device signed in. */
		NEW_DEVICE,

		/** The account was closed and will be erased. */
		ACCOUNT_DELETING,

		/** An administrator closed the account, which its owner can restore. */
		ACCOUNT_CLOSED,

		/** A directory deleted the account, which its owner cannot restore. */
		ACCOUNT_REMOVED,

		/** The closed account was restored. */
		ACCOUNT_RESTORED,

		/** An app received access to the account for the first time. */
		APP_PERMITTED,

		/** An administrator approved the registration. */
		REGISTRATION_APPROVED,

		/** A registration with the address of the account, where addresses are hidden. */
		REGISTRATION_REPEATED,

		/** An administrator changed the username. */
		RENAMED;

	}

}
