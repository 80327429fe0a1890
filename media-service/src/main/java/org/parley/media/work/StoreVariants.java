package org.parley.media.work;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.parley.contracts.media.MediaVariant;
import org.parley.media.decoder.DecodedVariant;
import org.parley.media.item.MediaItem;
import org.parley.media.storage.MediaStorage;
import org.parley.media.video.TranscodedVideo;

import org.springframework.stereotype.Component;

/** Stores the variants of media under the hashes of their content. */
@Component
class StoreVariants {

	/** The part of the hash in the name of a file. */
	private static final int NAME_LENGTH = 32;

	private static final String MP4 = "video/mp4";

	private final MediaStorage storage;

	StoreVariants(MediaStorage storage) {
		this.storage = storage;
	}

	/** Stores the variants of a picture; those of the same content are one file. */
	List<MediaVariant> store(MediaItem item, List<DecodedVariant> variants) {
		var stored = new HashSet<String>();
		return variants.stream().map((variant) -> store(item, variant.name(), variant, stored)).toList();
	}

	/** Stores a picture as the poster of a video. */
	MediaVariant storePoster(MediaItem item, DecodedVariant poster) {
		return store(item, "poster", poster, new HashSet<>());
	}

	MediaVariant storeVideo(MediaItem item, TranscodedVideo video) throws IOException {
		var path = path(item, ContentHash.of(video.file()), "mp4");
		this.storage.writeVariant(path, MP4, video.file());
		return new MediaVariant("video", path, video.width(), video.height(), MP4, Files.size(video.file()));
	}

	private MediaVariant store(MediaItem item, String name, DecodedVariant variant, Set<String> stored) {
		var path = path(item, ContentHash.of(variant.content()),
				variant.contentType().equals("image/jpeg") ? "jpg" : "webp");
		if (stored.add(path)) {
			this.storage.writeVariant(path, variant.contentType(), variant.content());
		}
		return new MediaVariant(name, path, variant.width(), variant.height(), variant.contentType(),
				variant.content().length);
	}

	private static String path(MediaItem item, String hash, String extension) {
		return "%s/%s.%s".formatted(item.id(), hash.substring(0, NAME_LENGTH), extension);
	}

}
