package org.parley.media.event;

import org.parley.contracts.media.MediaReady;
import org.parley.contracts.media.MediaReference;
import org.parley.contracts.media.MediaRefused;
import org.parley.contracts.media.MediaRemoved;
import org.parley.contracts.media.MediaUploaded;
import org.parley.contracts.media.ReadyMedium;
import org.parley.media.item.MediaContent;
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
		this.publisher.publishEvent(new MediaUploaded(reference(item), item.version()));
	}

	/** Publishes a medium with its files; other media have no such event. */
	public void publishReady(MediaItem item) {
		var content = item.content();
		if (content != null) {
			this.publisher.publishEvent(ready("media.ready", item, content));
		}
	}

	public void publishRefused(MediaItem item, String refusal) {
		this.publisher.publishEvent(new MediaRefused(reference(item), refusal, item.version()));
	}

	public void publishRemoved(MediaItem item) {
		this.publisher.publishEvent(new MediaRemoved(reference(item), item.version()));
	}

	static MediaReady ready(String type, MediaItem item, MediaContent content) {
		var medium = new ReadyMedium(item.id(), item.ownerId(), item.purpose(), content.kind(), content.width(),
				content.height(), content.blurhash(), content.duration(), item.alt(), content.variants(),
				item.isPublic(), item.createdAt());
		return new MediaReady(type, medium, item.version());
	}

	private static MediaReference reference(MediaItem item) {
		return new MediaReference(item.id(), item.ownerId(), item.purpose());
	}

}
