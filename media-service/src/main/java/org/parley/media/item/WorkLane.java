package org.parley.media.item;

import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Kinds of media that different workers work on, so that no picture waits for a video.
 */
public enum WorkLane {

	PICTURES, VIDEOS;

	private static final String VIDEO = "^video/";

	/** The media with work that is due at some time. */
	Criteria due(Criteria dueAt) {
		var type = dueAt.and("contentType");
		return (this == VIDEOS) ? type.regex(VIDEO) : type.not().regex(VIDEO);
	}

}
