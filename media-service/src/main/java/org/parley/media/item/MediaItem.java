package org.parley.media.item;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.media.MediaPurpose;
import org.parley.contracts.media.MediaReady;
import org.parley.contracts.media.MediaReference;
import org.parley.contracts.media.MediaRefused;
import org.parley.contracts.media.MediaRemoved;
import org.parley.contracts.media.MediaUploaded;
import org.parley.contracts.media.ReadyMedium;
import org.parley.platform.readmodels.media.MediaState;
import org.parley.platform.runtime.tracing.RequestOrigin;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A medium, from the beginning of its upload on.
 *
 * @param ownerId the person who uploads it
 * @param contentType the declared content type
 * @param size the declared size in bytes
 * @param sha256 the declared SHA-256
 * @param charged the bytes that count in the owner's quota
 * @param uploadUntil when the address expires at which its owner can store a file; null
 * if that is long ago
 * @param original the key of the uploaded file that the worker reads
 * @param content what the worker found; null until it is ready
 * @param refusal why it was refused
 * @param alt the alternative text
 * @param isPublic whether something public uses it, so that its addresses need no
 * signature, unless that depends on the owner's account
 * @param uses how many uses it has; null before the first one
 * @param createdAt when the upload began
 * @param cleanAt when it is removed unless it is completed or used; null while it is used
 * @param dueAt when a worker can claim it; while claimed, when the claim expires; null
 * when there is nothing to do
 * @param turn its place in the order of the work: a person's media wait for each other,
 * but not for those of another person; null when there is nothing to do
 * @param attempts the number of claims, which also identifies the present claim
 * @param failures the number of failed attempts, with the present one
 * @param correlationId the correlation id of the last request
 * @param traceparent the trace of the last request
 * @param version increases with every change
 */
@Document("media")
@CompoundIndex(name = "by_owner", def = "{'ownerId': 1, '_id': 1}")
@CompoundIndex(name = "due", def = "{'dueAt': 1}", sparse = true)
@CompoundIndex(name = "turns", def = "{'turn': 1, 'dueAt': 1}", partialFilter = "{'dueAt': {'$exists': true}}")
@CompoundIndex(name = "clean", def = "{'cleanAt': 1}", sparse = true)
public record MediaItem(@Id String id, String ownerId, MediaPurpose purpose, MediaState state, String contentType,
		long size, String sha256, long charged, @Nullable Instant uploadUntil, @Nullable String original,
		@Nullable MediaContent content, @Nullable String refusal, @Nullable String alt, boolean isPublic,
		@Nullable MediaUseCounts uses, Instant createdAt, @Nullable Instant cleanAt, @Nullable Instant dueAt,
		@Nullable Instant turn, int attempts, int failures, String correlationId, @Nullable String traceparent,
		long version) {

	/** The start of the content type of a video. */
	static final String VIDEO = "video/";

	public static MediaItem begin(String id, String ownerId, MediaPurpose purpose, DeclaredFile file, Instant now,
			Instant uploadUntil) {
		var origin = RequestOrigin.current();
		var known = (origin != null) ? origin : RequestOrigin.begin();
		return new MediaItem(id, ownerId, purpose, MediaState.PENDING, file.contentType(), file.size(), file.sha256(),
				file.size(), uploadUntil, null, null, null, null, false, null, now, uploadUntil, null, null, 0, 0,
				known.correlationId(), known.trace().toString(), 0);
	}

	/** Whether a person owns the medium and has not removed it. */
	public boolean belongsTo(String personId) {
		return this.ownerId.equals(personId) && this.state != MediaState.REMOVED;
	}

	/** Whether it is declared as a video. */
	public boolean isVideo() {
		return this.contentType.startsWith(VIDEO);
	}

	/** Whether its owner can no longer store a file at the address of its upload. */
	public boolean isUploadOver(Instant now) {
		return this.uploadUntil == null || !this.uploadUntil.isAfter(now);
	}

	/** How many uses it has. */
	public MediaUseCounts useCounts() {
		return (this.uses != null) ? this.uses : MediaUseCounts.NONE;
	}

	/** Whether its uses have changed what they mean for its addresses or its cleaning. */
	public boolean isUnsettled() {
		var counts = useCounts();
		return this.state == MediaState.READY
				&& (this.isPublic != counts.isPublic() || (this.cleanAt == null) != counts.all() > 0);
	}

	/**
	 * Whether its owner has removed it while a case of moderation used it. Its files stay
	 * for the case, and nothing else shows them.
	 */
	public boolean isKept() {
		return this.state == MediaState.REMOVED && this.dueAt == null;
	}

	/** Whether it is kept for a case that uses it no more. */
	public boolean isKeptForNothing() {
		return isKept() && !useCounts().isEvidence();
	}

	/** The request, to which logs and traces of the worker refer. */
	public RequestOrigin origin() {
		return RequestOrigin.of(this.correlationId, this.traceparent);
	}

	public MediaUploaded uploaded() {
		return new MediaUploaded(reference(), this.version);
	}

	/** The event of a medium with its files; other media have no such event. */
	public Optional<MediaReady> ready(String type) {
		return Optional.ofNullable(this.content)
			.map((found) -> new MediaReady(type,
					new ReadyMedium(this.id, this.ownerId, this.purpose, found.kind(), found.width(), found.height(),
							found.blurhash(), found.duration(), this.alt, found.variants(), this.isPublic,
							this.createdAt),
					this.version));
	}

	public MediaRefused refused(String code) {
		return new MediaRefused(reference(), code, this.version);
	}

	public MediaRemoved removed() {
		return new MediaRemoved(reference(), this.version);
	}

	private MediaReference reference() {
		return new MediaReference(this.id, this.ownerId, this.purpose);
	}

	/**
	 * The owner's declaration of the file.
	 *
	 * @param size its size in bytes
	 * @param sha256 its SHA-256 in lower-case hexadecimal
	 */
	public record DeclaredFile(String contentType, long size, String sha256) {
	}

}
