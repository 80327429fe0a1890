package org.parley.platform.readmodels.account;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.account.AccountData;
import org.parley.contracts.account.AccountEvent;

import org.springframework.data.mongodb.core.query.Update;

/** The state of an account at a version, from auth-service. */
public record AccountState(AccountData user, long version) {

	public static AccountState of(AccountEvent event) {
		return new AccountState(event.user(), event.version());
	}

	/**
	 * Returns the update that stores the account. What the event leaves out stays as it
	 * is.
	 */
	public Update state(@Nullable String avatarUrl) {
		var state = new Update().set("username", this.user.username())
			.set("displayName", this.user.displayName())
			.set("avatarUrl", avatarUrl);
		var status = this.user.status();
		set(state, "status", (status != null) ? AccountStatus.of(status) : null, AccountStatus.ACTIVE);
		set(state, "verified", this.user.verified(), false);
		return state;
	}

	private static void set(Update state, String field, @Nullable Object value, Object first) {
		if (value != null) {
			state.set(field, value);
		}
		else {
			state.setOnInsert(field, first);
		}
	}

}
