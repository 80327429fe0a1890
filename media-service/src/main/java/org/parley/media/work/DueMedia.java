package org.parley.media.work;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import org.parley.media.item.MediaItem;
import org.parley.media.item.MediaItems;
import org.parley.media.item.WorkLane;
import org.parley.platform.mongo.cluster.DueWork;

/**
 * Claims due media of a lane one by one. A medium of a dead worker becomes due again when
 * its claim expires; a worker whose claim has expired changes nothing.
 */
class DueMedia extends DueWork {

	private final MediaItems items;

	private final WorkLane lane;

	private final MediaWorker worker;

	DueMedia(MediaItems items, WorkLane lane, MediaWorker worker, InstantSource clock) {
		super(clock);
		this.items = items;
		this.lane = lane;
		this.worker = worker;
	}

	@Override
	protected Optional<Instant> findNextDue() {
		return this.items.findOldestDue(this.lane).map(MediaItem::dueAt);
	}

	@Override
	public boolean doBatch() {
		var claimed = this.items.claim(this.lane);
		claimed.ifPresent(this.worker::process);
		return claimed.isPresent();
	}

	@Override
	public void stop() {
		if (this.lane == WorkLane.VIDEOS) {
			this.worker.stopVideos();
		}
	}

}
