package org.parley.platform.privacy.export;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.privacy.ExportRequested;
import org.parley.platform.runtime.tracing.RequestOrigin;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The progress of an export; it contains no exported data.
 *
 * @param kinds the remaining kinds, the current one first
 * @param after the last exported place of the current kind
 * @param number of the next part
 * @param dueAt from when on it continues; null when it is complete
 * @param beganAt the time of the request; the record expires some time later
 */
@Document("personal_exports")
record LocalExport(@Id String exportId, String person, List<String> kinds, @Nullable String after, int number,
		@Nullable Instant dueAt, Instant beganAt, String correlationId) {

	static LocalExport begin(ExportRequested requested, List<String> kinds, Instant now) {
		var origin = Objects.requireNonNullElseGet(RequestOrigin.current(), RequestOrigin::begin);
		return new LocalExport(requested.exportId(), requested.userId(), kinds, null, 1, now, now,
				origin.correlationId());
	}

	boolean isAtEnd() {
		return this.kinds.isEmpty();
	}

	boolean isDone() {
		return this.dueAt == null;
	}

	/** The same progress, which is continued from a time on. */
	LocalExport dueAt(Instant time) {
		return new LocalExport(this.exportId, this.person, this.kinds, this.after, this.number, time, this.beganAt,
				this.correlationId);
	}

	/** The progress after a part of the current kind. */
	LocalExport advance(String place) {
		return new LocalExport(this.exportId, this.person, this.kinds, place, this.number + 1, this.dueAt, this.beganAt,
				this.correlationId);
	}

	/** The progress at the end of the current kind. */
	LocalExport next() {
		return new LocalExport(this.exportId, this.person, this.kinds.subList(1, this.kinds.size()), null, this.number,
				this.dueAt, this.beganAt, this.correlationId);
	}

	/** The complete export. */
	LocalExport done() {
		return new LocalExport(this.exportId, this.person, List.of(), null, this.number, null, this.beganAt,
				this.correlationId);
	}

}
