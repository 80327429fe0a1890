package org.parley.auth.user;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.account.UserSnapshot;
import org.parley.platform.messaging.snapshot.Snapshot;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Reads all accounts for a snapshot. */
@Component
class UserSnapshots implements Snapshot {

	private final Users users;

	UserSnapshots(Users users) {
		this.users = users;
	}

	@Override
	public String type() {
		return "user.snapshot";
	}

	@Override
	public List<UserSnapshot> after(@Nullable String id, int limit) {
		return this.users.findKnownAfter(Objects.requireNonNullElse(id, ""), Limit.of(limit))
			.stream()
			.map(UserSnapshots::of)
			.toList();
	}

	private static UserSnapshot of(User user) {
		return new UserSnapshot(user.portrait(), user.role().names(), user.profile().locale(),
				user.profile().timeZone(), user.createdAt(), user.tokenVersion(), user.version());
	}

}
