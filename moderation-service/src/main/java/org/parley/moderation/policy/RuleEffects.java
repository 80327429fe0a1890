package org.parley.moderation.policy;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * The effects of rules besides the verdict about the text.
 *
 * @param locks whether the thread is locked
 * @param limit how long later texts of the author are held; null if they are not
 */
public record RuleEffects(boolean locks, @Nullable Duration limit) {

	/** No effects. */
	public static final RuleEffects NONE = new RuleEffects(false, null);

	/** Returns both effects; the longer limit counts. */
	public RuleEffects and(RuleEffects other) {
		return new RuleEffects(this.locks || other.locks, longer(this.limit, other.limit));
	}

	private static @Nullable Duration longer(@Nullable Duration one, @Nullable Duration other) {
		if (one == null || other == null) {
			return (one != null) ? one : other;
		}
		return (one.compareTo(other) >= 0) ? one : other;
	}

}
