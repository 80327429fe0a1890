package org.parley.media.cleanup;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import org.parley.media.item.MediaItem;
import org.parley.media.item.MediaItems;
import org.parley.media.storage.MediaStorage;
import org.parley.platform.jobs.Job;
import org.parley.platform.jobs.JobRows;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.readmodels.media.MediaState;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Removes uploads that nobody completed, media that nothing uses, and uploaded files that
 * a client or a dead worker left.
 */
@Component
class CleanUpMedia implements Job {

	/** Time after a start in which snapshots tell a restored database of uses. */
	private static final Duration GRACE = Duration.ofHours(1);

	/** Longer than an upload may take. */
	private static final Duration LEFT = Duration.ofHours(2);

	private final MediaItems items;

	private final MediaStorage storage;

	private final ApplicationEventPublisher publisher;

	private final UnitOfWork unitOfWork;

	private final InstantSource clock;

	private final Instant start;

	CleanUpMedia(MediaItems items, MediaStorage storage, ApplicationEventPublisher publisher, UnitOfWork unitOfWork,
			InstantSource clock) {
		this.items = items;
		this.storage = storage;
		this.publisher = publisher;
		this.unitOfWork = unitOfWork;
		this.clock = clock;
		this.start = clock.instant();
	}

	@Override
	public String name() {
		return "clean-up-media";
	}

	@Override
	public String schedule() {
		return "0 */10 * * * *";
	}

	@Override
	public String run() {
		return "%d media and the files of %d others were removed".formatted(removeAbandoned(), deleteLeftFiles());
	}

	private int removeAbandoned() {
		if (this.clock.instant().isBefore(this.start.plus(GRACE))) {
			return 0;
		}
		return JobRows.forEach(this.items.streamAbandoned(), (item) -> this.unitOfWork.run(() -> remove(item)));
	}

	/** A medium that was changed since is found again, if it is still abandoned. */
	private boolean remove(MediaItem item) {
		var removed = this.items.remove(item);
		removed.map(MediaItem::removed).ifPresent(this.publisher::publishEvent);
		return removed.isPresent();
	}

	private int deleteLeftFiles() {
		return JobRows.forEach(this.storage.streamOldOriginals(this.clock.instant().minus(LEFT)), this::deleteUnread);
	}

	private boolean deleteUnread(String id) {
		var isUnread = this.items.find(id).filter(CleanUpMedia::isRead).isEmpty();
		if (isUnread) {
			this.storage.deleteOriginals(id);
		}
		return isUnread;
	}

	/** Whether a worker may still read the uploaded file. */
	private static boolean isRead(MediaItem item) {
		return item.state() == MediaState.PENDING || item.state() == MediaState.PROCESSING;
	}

}
