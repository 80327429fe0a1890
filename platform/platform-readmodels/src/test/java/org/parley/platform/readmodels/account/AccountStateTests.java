package org.parley.platform.readmodels.account;

import java.util.List;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.contracts.account.AccountData;

import static org.assertj.core.api.Assertions.assertThat;

class AccountStateTests {

	@Test
	void accountIsStored() {
		var state = event("banned", true).state("/avatars/1").getUpdateObject();
		assertThat(state).isEqualTo(new Document("$set",
				new Document("username", "alice").append("displayName", "Alice")
					.append("avatarUrl", "/avatars/1")
					.append("status", AccountStatus.BANNED)
					.append("verified", true)));
	}

	@Test
	void closedAccountIsNotActive() {
		assertThat(event("closed", null).state(null).getUpdateObject().get("$set", Document.class))
			.containsEntry("status", AccountStatus.CLOSED);
	}

	@Test
	void eventWithoutStatusChangesNeitherBanNorVerification() {
		var state = event(null, null).state(null).getUpdateObject();
		assertThat(state.get("$set", Document.class)).doesNotContainKeys("status", "verified");
		assertThat(state.get("$setOnInsert"))
			.isEqualTo(new Document("status", AccountStatus.ACTIVE).append("verified", false));
	}

	private static AccountState event(@Nullable String status, @Nullable Boolean verified) {
		return new AccountState(new AccountData("1", "alice", "Alice", null, null, status, verified, List.of()), 1);
	}

}
