package org.parley.contracts.media;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.parley.contracts.EventType;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;

/**
 * Something uses other media than before, or shows them to others. A service publishes it
 * in the transaction of the change, because media that nothing uses are removed after a
 * day. The event has all media of the subject, so a repeated or late one does no harm.
 *
 * @param version the version of the subject
 */
@Publishes({ "media-use.changed", "media-use.snapshot" })
public record MediaUseChanged(@EventType String type, UsedMedia use, long version) implements ParleyEvent {

	/**
	 * Creates an event with all media that a subject uses from now on.
	 * @param version the version of the subject, which increases with every change
	 */
	public static MediaUseChanged of(MediaSubject subject, String ownerId, List<String> mediaIds,
			MediaAudience audience, long version) {
		return new MediaUseChanged("media-use.changed", new UsedMedia(subject, ownerId, mediaIds, audience), version);
	}

	/** The same state for a snapshot. */
	public MediaUseChanged snapshot() {
		return new MediaUseChanged("media-use.snapshot", this.use, this.version);
	}

	@JsonIgnore
	public boolean isSnapshot() {
		return this.type.equals("media-use.snapshot");
	}

	@Override
	public String subject() {
		return this.use.subject().id();
	}

	@Override
	public String partitionKey() {
		return this.use.ownerId();
	}

	/**
	 * The media of a subject.
	 *
	 * @param mediaIds the ids of the media; empty once it uses none
	 * @param audience who may see them
	 */
	public record UsedMedia(MediaSubject subject, String ownerId, List<String> mediaIds, MediaAudience audience) {
	}

}
