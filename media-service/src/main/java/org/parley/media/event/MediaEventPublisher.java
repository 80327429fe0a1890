package org.parley.media.event;

import org.parley.media.item.MediaItem;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Publishes the changes of media, within the transaction of the caller. */
@Component
public class MediaEventPublisher {

	private final ApplicationEventPublisher publisher;

	MediaEventPublisher(ApplicationEventPublisher publisher) {
		this.publisher = publisher;
	}

	public void publishUploaded(MediaItem item) {
		this.publisher.publishEvent(new MediaUploaded(MediaReference.of(item), item.version()));
	}

	/** Publishes a medium with its files; other media have no such event. */
	public void publishReady(MediaItem item) {
		var content = item.content();
		if (content != null) {
			this.publisher.publishEvent(MediaReady.of(item, content));
		}
	}

	public void publishRefused(MediaItem item, String refusal) {
		this.publisher.publishEvent(new MediaRefused(MediaReference.of(item), refusal, item.version()));
	}

	public void publishRemoved(MediaItem item) {
		this.publisher.publishEvent(new MediaRemoved(MediaReference.of(item), item.version()));
	}

}
