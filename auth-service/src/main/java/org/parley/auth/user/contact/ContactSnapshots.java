package org.parley.auth.user.contact;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.parley.auth.user.Users;
import org.parley.platform.messaging.secret.MailPayloadCipher;
import org.parley.platform.messaging.snapshot.Snapshot;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Reads the contact data of all users for a snapshot. */
@Component
class ContactSnapshots implements Snapshot {

	private final Users users;

	private final MailPayloadCipher cipher;

	ContactSnapshots(Users users, MailPayloadCipher cipher) {
		this.users = users;
		this.cipher = cipher;
	}

	@Override
	public String type() {
		return ContactChanged.SNAPSHOT;
	}

	@Override
	public List<ContactChanged> after(@Nullable String id, int limit) {
		return this.users.findKnownAfter(Objects.requireNonNullElse(id, ""), Limit.of(limit))
			.stream()
			.map((user) -> ContactChanged.of(ContactChanged.SNAPSHOT, user, this.cipher))
			.toList();
	}

}
