package org.parley.moderation.cases;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.media.MediaUseChanged;
import org.parley.platform.messaging.snapshot.Snapshot;

import org.springframework.stereotype.Component;

/** Publishes which media cases use, and that those that are over use none. */
@Component
class CaseMediaUseSnapshots implements Snapshot {

	private final Cases cases;

	CaseMediaUseSnapshots(Cases cases) {
		this.cases = cases;
	}

	@Override
	public String type() {
		return "media-use.snapshot";
	}

	@Override
	public List<MediaUseChanged> after(@Nullable String id, int limit) {
		return this.cases.withMediaAfter(id, limit)
			.stream()
			.flatMap((found) -> found.mediaUse().stream())
			.map(MediaUseChanged::snapshot)
			.toList();
	}

}
