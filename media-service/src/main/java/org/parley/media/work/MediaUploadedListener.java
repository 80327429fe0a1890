package org.parley.media.work;

import org.parley.media.item.MediaItems;
import org.parley.platform.events.cluster.ClusterLoops;
import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;
import org.parley.platform.web.transaction.UnitOfWork;

/** Makes completed uploads due and wakes the workers. Repeated events change nothing. */
@EventConsumer(value = "media_work", repeatable = true)
class MediaUploadedListener {

	private final MediaItems items;

	private final ClusterLoops pictureLoops;

	private final ClusterLoops videoLoops;

	private final UnitOfWork unitOfWork;

	MediaUploadedListener(MediaItems items, ClusterLoops pictureLoops, ClusterLoops videoLoops, UnitOfWork unitOfWork) {
		this.items = items;
		this.pictureLoops = pictureLoops;
		this.videoLoops = videoLoops;
		this.unitOfWork = unitOfWork;
	}

	@EventHandler("media.uploaded")
	void on(MediaUploadedEventData event) {
		this.items.makeDue(event.media().id());
		this.unitOfWork.afterCommit(this.pictureLoops::signal);
		this.unitOfWork.afterCommit(this.videoLoops::signal);
	}

	/**
	 * The data of {@code media.uploaded}.
	 *
	 * @param media the medium
	 */
	record MediaUploadedEventData(UploadedMedia media) {
	}

	/**
	 * An uploaded medium.
	 *
	 * @param id the id
	 */
	record UploadedMedia(String id) {
	}

}
