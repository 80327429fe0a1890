package org.parley.media.work;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import org.parley.media.item.MediaItem;
import org.parley.media.item.MediaItems;
import org.parley.platform.media.MediaState;
import org.parley.media.picture.PictureRefusal;
import org.parley.media.picture.PictureRefusedException;
import org.parley.media.storage.MediaStorage;
import org.parley.media.storage.StorageUnavailableException;
import org.parley.platform.events.cluster.DueWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Claims due media one by one: makes the variants of completed uploads, and deletes the
 * files of removed media. A medium of a dead worker becomes due again when its claim
 * expires; a worker whose claim has expired changes nothing.
 */
@Component
class MediaWorker extends DueWork {

	private static final Logger log = LoggerFactory.getLogger(MediaWorker.class);

	private static final Duration CLAIM = Duration.ofSeconds(90);

	private static final Duration RETRY_DELAY = Duration.ofMillis(500);

	private static final int MAX_FAILURES = 10;

	private final MediaItems items;

	private final InspectMedia inspectMedia;

	private final FinishMedia finishMedia;

	private final MediaStorage storage;

	MediaWorker(MediaItems items, InspectMedia inspectMedia, FinishMedia finishMedia, MediaStorage storage,
			InstantSource clock) {
		super(clock);
		this.items = items;
		this.inspectMedia = inspectMedia;
		this.finishMedia = finishMedia;
		this.storage = storage;
	}

	@Override
	protected Optional<Instant> findNextDue() {
		return this.items.findOldestDue().map(MediaItem::dueAt);
	}

	@Override
	public boolean doBatch() {
		var claimed = this.items.claim(CLAIM);
		claimed.ifPresent(this::process);
		return claimed.isPresent();
	}

	private void process(MediaItem item) {
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
				throw new PictureRefusedException(PictureRefusal.TOO_COMPLEX);
			}
			this.finishMedia.complete(item, this.inspectMedia.inspect(item));
		}
		catch (PictureRefusedException ex) {
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
