package org.parley.summary.modelswitch;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.summary.discussion.thread.SummaryPerson;

/**
 * A switch as administrators see it.
 *
 * @param enabled whether the chat model, if one is configured, summarizes the category's
 * threads
 * @param changedBy the last administrator who changed it; null if nobody has
 * @param changedAt when it was changed; null if it never was
 */
record ModelSwitchView(String category, boolean enabled, @Nullable SummaryPerson changedBy,
		@Nullable Instant changedAt) {

	static ModelSwitchView of(ModelSwitch one) {
		return new ModelSwitchView(one.category(), one.enabled(), one.changedBy(), one.changedAt());
	}

}
