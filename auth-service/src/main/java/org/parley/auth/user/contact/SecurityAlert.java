package org.parley.auth.user.contact;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.parley.auth.user.event.UserPortrait;
import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;
import org.parley.platform.events.secret.SealedEventSecret;

/**
 * Something happened to an account that its owner should know.
 *
 * @param user who
 * @param kind what
 * @param address where the mail goes
 * @param locale the language that they read, a BCP 47 tag
 * @param at when
 * @param until until when it can be undone; absent where that has no end
 * @param app the name of the app that it is about; absent where there is none
 */
@Publishes("security.alert")
public record SecurityAlert(UserPortrait user, Kind kind, SealedEventSecret address, String locale, Instant at,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant until,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String app) implements ParleyEvent {

	@Override
	public String subject() {
		return this.user.id();
	}

	@Override
	public String partitionKey() {
		return this.user.id();
	}

	/** What an owner is warned of. */
	public enum Kind {

		/** By somebody who knew the old one. */
		@JsonProperty("password-changed")
		PASSWORD_CHANGED,

		/** By somebody who reads their mail. */
		@JsonProperty("password-reset")
		PASSWORD_RESET,

		/** Signing in takes a code from now on. */
		@JsonProperty("two-factor-enabled")
		TWO_FACTOR_ENABLED,

		/** Signing in takes no code any more. */
		@JsonProperty("two-factor-disabled")
		TWO_FACTOR_DISABLED,

		/** Somebody signed in with a code that is meant for the day the phone is lost. */
		@JsonProperty("recovery-code-used")
		RECOVERY_CODE_USED,

		/** There are other recovery codes. */
		@JsonProperty("recovery-codes-renewed")
		RECOVERY_CODES_RENEWED,

		/** A program may act for the owner. */
		@JsonProperty("access-token-created")
		ACCESS_TOKEN_CREATED,

		/** A refresh token came twice, so somebody else has it. */
		@JsonProperty("session-stolen")
		SESSION_STOLEN,

		/** A link went to an address that shall be the owner's. */
		@JsonProperty("email-change-requested")
		EMAIL_CHANGE_REQUESTED,

		/** A device lets in from now on. */
		@JsonProperty("passkey-added")
		PASSKEY_ADDED,

		/** A device lets in no more. */
		@JsonProperty("passkey-removed")
		PASSKEY_REMOVED,

		/** A passkey was shown that seems to be a copy; it was refused. */
		@JsonProperty("passkey-copied")
		PASSKEY_COPIED,

		/** An administrator took it away, for who has lost it. */
		@JsonProperty("two-factor-reset")
		TWO_FACTOR_RESET,

		/** Somebody signed in with a device that was not there before. */
		@JsonProperty("new-device")
		NEW_DEVICE,

		/** The account goes, unless its owner takes that back. */
		@JsonProperty("account-deleting")
		ACCOUNT_DELETING,

		/** It stays after all. */
		@JsonProperty("account-restored")
		ACCOUNT_RESTORED,

		/** An app of others may act for the owner that could not before. */
		@JsonProperty("app-permitted")
		APP_PERMITTED

	}

}
