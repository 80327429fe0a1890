package org.parley.media.item;

import java.time.Duration;

/**
 * Kinds of media that different workers work on, so that no picture waits for a video.
 */
public enum WorkLane {

	PICTURES(Duration.ofSeconds(90)), VIDEOS(Duration.ofMinutes(10));

	private final Duration claimDuration;

	WorkLane(Duration claimDuration) {
		this.claimDuration = claimDuration;
	}

	/**
	 * How long a worker may work on a medium before another one takes over. Everything
	 * that waits for the end of such work waits until {@code dueAt}, the end of the
	 * claim.
	 */
	public Duration claimDuration() {
		return this.claimDuration;
	}

	static WorkLane of(MediaItem item) {
		return item.isVideo() ? VIDEOS : PICTURES;
	}

}
