package org.parley.media.work;

import java.time.Duration;

import org.parley.media.item.MediaItem;
import org.parley.media.item.MediaItems;
import org.parley.platform.media.MediaState;
import org.parley.media.refusal.MediaRefusal;
import org.parley.media.refusal.MediaRefusedException;
import org.parley.media.storage.MediaStorage;
import org.parley.media.storage.StorageUnavailableException;
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

	MediaWorker(MediaItems items, InspectPicture inspectPicture, InspectVideo inspectVideo, FinishMedia finishMedia,
			MediaStorage storage) {
		this.items = items;
		this.inspectPicture = inspectPicture;
		this.inspectVideo = inspectVideo;
		this.finishMedia = finishMedia;
		this.storage = storage;
	}

	/** Does the work on a medium, or releases its claim. */
	void process(MediaItem item) {
		try (var _ = item.origin().open()) {
			if (item.state() == MediaState.REMOVED) {
				this.storage.deleteAll(item.id());
				this.items.delete(item.id());
			}
			else {
				makeVariants(item);
			}
		}
		catch (StorageUnavailableException ex) {
			log.atWarn().addKeyValue("cause", String.valueOf(ex.getCause())).log("The storage is unavailable");
			this.items.release(item, delay(item.attempts()), 0);
		}
		catch (RuntimeException ex) {
			log.atWarn()
				.addKeyValue("attempt", item.attempts())
				.setCause(ex)
				.log("Work on a medium failed; it is retried");
			this.items.release(item, delay(item.attempts()), 1);
		}
	}

	private void makeVariants(MediaItem item) {
		try {
			if (item.failures() >= MAX_FAILURES) {
				throw new MediaRefusedException(MediaRefusal.TOO_COMPLEX);
			}
			this.finishMedia.complete(item,
					item.isVideo() ? this.inspectVideo.inspect(item) : this.inspectPicture.inspect(item));
		}
		catch (MediaRefusedException ex) {
			this.finishMedia.refuse(item, ex.refusal());
		}
		deleteOriginalsQuietly(item);
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
