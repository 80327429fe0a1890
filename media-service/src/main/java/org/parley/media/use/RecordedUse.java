package org.parley.media.use;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.media.MediaAudience;
import org.parley.media.item.MediaUseCounts;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The media that something uses.
 *
 * @param id the kind of the subject, a slash and its id
 * @param ownerId the id of the owner of the media
 * @param audience who may see them
 * @param expireAt when the record is deleted; null while it names media. Until then it
 * keeps late events out
 * @param version the version of the subject
 */
@Document("media_uses")
record RecordedUse(@Id String id, String ownerId, List<String> mediaIds, MediaAudience audience,
		@Indexed(expireAfter = "0s", name = "expire") @Nullable Instant expireAt, long version) {

	/** The kind of the subjects of moderation-service. */
	private static final String CASE = "moderation-case/";

	/** The part of this use in the counts of a medium. */
	MediaUseCounts countsOf(String mediaId) {
		if (!this.mediaIds.contains(mediaId)) {
			return MediaUseCounts.NONE;
		}
		return new MediaUseCounts(1, (this.audience == MediaAudience.EVERYONE) ? 1 : 0,
				(this.audience == MediaAudience.ACCOUNT) ? 1 : 0, this.id.startsWith(CASE) ? 1 : 0);
	}

}
