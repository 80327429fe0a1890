package org.parley.forum.thread;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a thread takes, and who sees it. Only {@link ThreadStep}s lead from one to
 * another.
 */
public enum ThreadStatus {

	/** Takes replies. */
	OPEN,
	/** Takes no replies. */
	LOCKED,
	/** Can be read and not changed. */
	ARCHIVED,
	/** Is there for moderators only. */
	HIDDEN;

	@JsonValue
	public String json() {
		return name().toLowerCase(Locale.ROOT);
	}

}
