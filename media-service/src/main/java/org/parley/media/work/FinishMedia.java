package org.parley.media.work;

import java.time.Duration;
import java.time.InstantSource;

import io.micrometer.core.instrument.MeterRegistry;
import org.parley.media.item.MediaContent;
import org.parley.media.item.MediaItem;
import org.parley.media.item.MediaItems;
import org.parley.media.item.MediaRetentionSettings;
import org.parley.media.refusal.MediaRefusal;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Finishes the work on a medium. State, quota and event are stored in one transaction.
 */
@Component
class FinishMedia {

	private final MediaItems items;

	private final ApplicationEventPublisher publisher;

	private final UnitOfWork unitOfWork;

	private final MediaRetentionSettings settings;

	private final MeterRegistry meters;

	private final InstantSource clock;

	FinishMedia(MediaItems items, ApplicationEventPublisher publisher, UnitOfWork unitOfWork,
			MediaRetentionSettings settings, MeterRegistry meters, InstantSource clock) {
		this.items = items;
		this.publisher = publisher;
		this.unitOfWork = unitOfWork;
		this.settings = settings;
		this.meters = meters;
		this.clock = clock;
	}

	/** Makes a medium ready; false if its claim is lost. */
	boolean complete(MediaItem item, MediaContent content) {
		return this.unitOfWork.run(() -> {
			var ready = this.items.makeReady(item, content, this.clock.instant().plus(this.settings.unused()));
			ready.ifPresent((changed) -> {
				changed.ready("media.ready").ifPresent(this.publisher::publishEvent);
				this.unitOfWork.afterCommit(() -> record(changed, "ready"));
			});
			return ready.isPresent();
		});
	}

	/** Deletes a removed medium whose files are deleted. */
	void delete(MediaItem item) {
		this.unitOfWork.run(() -> this.items.delete(item));
	}

	/** Finishes a refused medium whose files are deleted. */
	void releaseQuota(MediaItem item) {
		this.unitOfWork.run(() -> this.items.releaseQuota(item));
	}

	/** Refuses a medium; false if its claim is lost. */
	boolean refuse(MediaItem item, MediaRefusal refusal) {
		return this.unitOfWork.run(() -> {
			var refused = this.items.refuse(item, refusal.code(), this.clock.instant().plus(this.settings.unused()));
			refused.ifPresent((changed) -> {
				this.publisher.publishEvent(changed.refused(refusal.code()));
				this.unitOfWork.afterCommit(() -> record(changed, refusal.code()));
			});
			return refused.isPresent();
		});
	}

	private void record(MediaItem item, String outcome) {
		this.meters.timer("parley.media.processed", "outcome", outcome)
			.record(Duration.between(item.createdAt(), this.clock.instant()));
	}

}
