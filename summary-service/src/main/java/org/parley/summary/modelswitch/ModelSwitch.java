package org.parley.summary.modelswitch;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.summary.discussion.thread.SummaryPerson;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Whether the chat model may summarize the threads of a category. It may, until an
 * administrator switches it off.
 *
 * @param enabled whether the model may receive the threads' posts
 * @param changedBy the last administrator who changed it; null if nobody has
 * @param changedAt when it was changed; null if it never was
 * @param version grows with every change; null if it is not stored
 */
@Document("model_switches")
record ModelSwitch(@Id String category, boolean enabled, @Nullable SummaryPerson changedBy, @Nullable Instant changedAt,
		@Version @Nullable Long version) {

	/** The switch of a category that nobody has changed. */
	static ModelSwitch initial(String category) {
		return new ModelSwitch(category, true, null, null, null);
	}

	/** Returns the switch in a position; the same one if it has this position already. */
	ModelSwitch turn(boolean on, SummaryPerson by, Instant now) {
		return (on == this.enabled) ? this : new ModelSwitch(this.category, on, by, now, this.version);
	}

}
