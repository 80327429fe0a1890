package org.parley.platform.events.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.parley.platform.web.RequestOrigin;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A copy of what is kept of a person, as far as it was told; it holds nothing of that.
 *
 * @param exportId which copy
 * @param person of whom
 * @param kinds what is left, the present one first
 * @param after the last place that was told of the present kind
 * @param number of the next part
 * @param dueAt since when it waits; null when all was told
 * @param beganAt when it was asked for; it is forgotten some time later
 * @param correlationId what it goes back to
 */
@Document("personal_exports")
record LocalExport(@Id String exportId, String person, List<String> kinds, @Nullable String after, int number,
		@Nullable Instant dueAt, Instant beganAt, String correlationId) {

	static LocalExport begin(ExportRequestedEventData requested, List<String> kinds, Instant now) {
		var origin = Objects.requireNonNullElseGet(RequestOrigin.current(), RequestOrigin::begin);
		return new LocalExport(requested.exportId(), requested.userId(), kinds, null, 1, now, now,
				origin.correlationId());
	}

	boolean isAtEnd() {
		return this.kinds.isEmpty();
	}

	/** After a part of the present kind. */
	LocalExport told(String place) {
		return new LocalExport(this.exportId, this.person, this.kinds, place, this.number + 1, this.dueAt, this.beganAt,
				this.correlationId);
	}

	/** There is no more of the present kind. */
	LocalExport next() {
		return new LocalExport(this.exportId, this.person, this.kinds.subList(1, this.kinds.size()), null, this.number,
				this.dueAt, this.beganAt, this.correlationId);
	}

	/** All was told. */
	LocalExport done() {
		return new LocalExport(this.exportId, this.person, List.of(), null, this.number, null, this.beganAt,
				this.correlationId);
	}

}
