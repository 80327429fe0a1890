package org.parley.media.use;

import java.util.List;

import org.parley.platform.readmodels.media.use.MediaAudience;
import org.parley.platform.readmodels.media.use.MediaSubject;

/**
 * The data of {@code media-use.changed}.
 *
 * @param use the media that a subject uses
 * @param version the version of the subject
 */
record MediaUseEventData(SubjectMedia use, long version) {

	/**
	 * The media of a subject.
	 *
	 * @param subject the subject
	 * @param ownerId the id of the owner of the media
	 * @param mediaIds the ids of the media
	 * @param audience who may see them
	 */
	record SubjectMedia(MediaSubject subject, String ownerId, List<String> mediaIds, MediaAudience audience) {
	}

}
