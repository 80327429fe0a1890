package org.parley.media.upload;

import java.time.Duration;
import java.time.InstantSource;

import org.parley.media.item.MediaItem;
import org.parley.media.item.MediaItems;
import org.parley.media.storage.MediaStorage;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.readmodels.media.MediaState;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Completes an upload. The file is first copied to a key that no client can write, under
 * a new name, so that neither a later upload nor a concurrent request changes what the
 * worker reads.
 */
@Component
class CompleteUpload {

	/**
	 * The worker hears of it at once by event; at the latest it looks after this time.
	 */
	private static final Duration EVENT_ARRIVAL = Duration.ofSeconds(5);

	private final MediaItems items;

	private final MediaStorage storage;

	private final ApplicationEventPublisher publisher;

	private final UnitOfWork unitOfWork;

	private final InstantSource clock;

	CompleteUpload(MediaItems items, MediaStorage storage, ApplicationEventPublisher publisher, UnitOfWork unitOfWork,
			InstantSource clock) {
		this.items = items;
		this.storage = storage;
		this.publisher = publisher;
		this.unitOfWork = unitOfWork;
		this.clock = clock;
	}

	MediaItem complete(String id, String ownerId) {
		var item = this.items.require(id, ownerId);
		if (item.state() != MediaState.PENDING) {
			return item;
		}
		var original = this.storage.keep(id)
			.orElseThrow(() -> RefusalException.conflict("media.no-bytes",
					"The file has not been uploaded. Upload it to the address of this upload first."));
		var completed = this.unitOfWork.run(() -> {
			var changed = this.items.complete(item, original, this.clock.instant().plus(EVENT_ARRIVAL));
			changed.map(MediaItem::uploaded).ifPresent(this.publisher::publishEvent);
			return changed;
		});
		return completed.orElseGet(() -> afterAnother(id, original, ownerId));
	}

	/** Another request was first, or has removed the medium. */
	private MediaItem afterAnother(String id, String original, String ownerId) {
		this.storage.delete(original);
		return this.items.require(id, ownerId);
	}

}
