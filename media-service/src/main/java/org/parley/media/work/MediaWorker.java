package org.parley.media.work;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

import org.parley.contracts.media.MediaPurpose;
import org.parley.media.item.MediaItem;
import org.parley.media.item.MediaItems;
import org.parley.media.refusal.MediaRefusal;
import org.parley.media.refusal.MediaRefusedException;
import org.parley.media.storage.MediaStorage;
import org.parley.media.storage.StorageUnavailableException;
import org.parley.platform.mongo.database.DatabaseFailure;
import org.parley.platform.readmodels.media.MediaState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Works on claimed media: makes the variants of completed uploads, and deletes the files
 * of removed media.
 */
@Component
class MediaWorker {

	private static final Logger log = LoggerFactory.getLogger(MediaWorker.class);

	private static final Duration RETRY_DELAY = Duration.ofMillis(500);

	private static final int MAX_FAILURES = 10;

	private final MediaItems items;

	private final InspectPicture inspectPicture;

	private final InspectVideo inspectVideo;

	private final FinishMedia finishMedia;

	private final MediaStorage storage;

	private final InstantSource clock;

	MediaWorker(MediaItems items, InspectPicture inspectPicture, InspectVideo inspectVideo, FinishMedia finishMedia,
			MediaStorage storage, InstantSource clock) {
		this.items = items;
		this.inspectPicture = inspectPicture;
		this.inspectVideo = inspectVideo;
		this.finishMedia = finishMedia;
		this.storage = storage;
		this.clock = clock;
	}

	/** Does the work on a medium, or releases its claim. */
	void process(MediaItem item) {
		try (var _ = item.origin().open()) {
			switch (item.state()) {
				case REMOVED -> delete(item);
				case REFUSED -> deleteUpload(item);
				default -> makeVariants(item);
			}
		}
		catch (RuntimeException ex) {
			retryLater(item, ex);
		}
	}

	/** Releases the claims of all videos soon. */
	void stopVideos() {
		this.inspectVideo.stop();
	}

	private void retryLater(MediaItem item, RuntimeException failure) {
		if (isOfInstallation(failure)) {
			log.atWarn()
				.addKeyValue("cause", failure + ", " + failure.getCause())
				.log("The storage, a program, the disk or the database is unavailable; a medium waits");
			this.items.postpone(item, delay(item.attempts()));
		}
		else {
			log.atWarn()
				.addKeyValue("attempt", item.attempts())
				.setCause(failure)
				.log("Work on a medium failed; it is retried");
			this.items.release(item, delay(item.attempts()));
		}
	}

	/** Whether a failure says nothing about the medium. */
	private static boolean isOfInstallation(RuntimeException failure) {
		return failure instanceof StorageUnavailableException || failure instanceof UncheckedIOException
				|| DatabaseFailure.of(failure) != DatabaseFailure.OTHER;
	}

	/** Until the upload is over, its owner can store another file. */
	private void delete(MediaItem item) {
		var isUploadOver = item.isUploadOver(this.clock.instant());
		this.storage.deleteAll(item.id());
		if (isUploadOver) {
			this.finishMedia.delete(item);
		}
		else {
			this.items.waitForUpload(item);
		}
	}

	private void deleteUpload(MediaItem item) {
		this.storage.deleteOriginals(item.id());
		this.finishMedia.releaseQuota(item);
	}

	private void makeVariants(MediaItem item) {
		try {
			if (item.failures() > MAX_FAILURES) {
				throw new MediaRefusedException(MediaRefusal.TOO_COMPLEX);
			}
			var content = item.isVideo() ? Optional.of(this.inspectVideo.inspect(item))
					: this.inspectPicture.inspect(item);
			if (content.isEmpty()) {
				this.items.moveToVideos(requireNoAvatar(item));
				return;
			}
			end(item, this.finishMedia.complete(item, content.get()));
		}
		catch (MediaRefusedException ex) {
			end(item, this.finishMedia.refuse(item, ex.refusal()));
		}
	}

	/** Another worker may still read the uploaded file after the claim is lost. */
	private void end(MediaItem item, boolean isFinished) {
		if (isFinished) {
			deleteOriginalsQuietly(item);
		}
		else {
			deleteIfRemoved(item);
		}
	}

	private static MediaItem requireNoAvatar(MediaItem item) {
		if (item.purpose() == MediaPurpose.AVATAR) {
			throw new MediaRefusedException(MediaRefusal.TYPE_UNSUPPORTED);
		}
		return item;
	}

	/** Otherwise another worker makes the same files. */
	private void deleteIfRemoved(MediaItem item) {
		if (this.items.find(item.id()).filter((found) -> found.state() != MediaState.REMOVED).isEmpty()) {
			this.storage.deleteAll(item.id());
		}
	}

	/** The job for abandoned media deletes what is left after a failure. */
	private void deleteOriginalsQuietly(MediaItem item) {
		try {
			this.storage.deleteOriginals(item.id());
		}
		catch (StorageUnavailableException ex) {
			log.debug("An uploaded file is deleted later", ex);
		}
	}

	private static Duration delay(int attempts) {
		return RETRY_DELAY.multipliedBy(1L << Math.min(attempts, 6));
	}

}
