package org.parley.media.event;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.media.MediaReady;
import org.parley.media.item.MediaItems;
import org.parley.platform.messaging.snapshot.Snapshot;

import org.springframework.stereotype.Component;

/** Publishes all media that can be used, for services that missed events about them. */
@Component
class MediaSnapshots implements Snapshot {

	private final MediaItems items;

	MediaSnapshots(MediaItems items) {
		this.items = items;
	}

	@Override
	public String type() {
		return "media.snapshot";
	}

	@Override
	public List<MediaReady> after(@Nullable String id, int limit) {
		return this.items.readyAfter(id, limit).stream().map((item) -> item.ready(type()).orElseThrow()).toList();
	}

}
