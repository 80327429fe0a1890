package org.parley.media.item;

import java.time.Duration;

import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Kinds of media that different workers work on, so that no picture waits for a video.
 */
public enum WorkLane {

	PICTURES(Duration.ofSeconds(90)), VIDEOS(Duration.ofMinutes(10));

	private static final String VIDEO = "^video/";

	private final Duration claim;

	WorkLane(Duration claim) {
		this.claim = claim;
	}

	/**
	 * How long a worker may work on a medium before another one takes over. Everything
	 * that waits for the end of such work waits until {@code dueAt}, the end of the
	 * claim.
	 */
	public Duration claim() {
		return this.claim;
	}

	static WorkLane of(MediaItem item) {
		return item.isVideo() ? VIDEOS : PICTURES;
	}

	/** The media with work that is due at some time. */
	Criteria due(Criteria dueAt) {
		var type = dueAt.and("contentType");
		return (this == VIDEOS) ? type.regex(VIDEO) : type.not().regex(VIDEO);
	}

}
