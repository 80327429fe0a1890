package org.parley.auth.user;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.media.MediaUseChanged;
import org.parley.platform.messaging.snapshot.Snapshot;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Publishes the medium that each account uses as its picture. */
@Component
class PictureUseSnapshots implements Snapshot {

	private final Users users;

	PictureUseSnapshots(Users users) {
		this.users = users;
	}

	@Override
	public String type() {
		return "media-use.snapshot";
	}

	@Override
	public List<MediaUseChanged> after(@Nullable String id, int limit) {
		return this.users.findKnownAfter(Objects.requireNonNullElse(id, ""), Limit.of(limit))
			.stream()
			.map((user) -> user.pictureUse(user.version()).snapshot())
			.toList();
	}

}
