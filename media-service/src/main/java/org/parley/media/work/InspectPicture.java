package org.parley.media.work;

import java.util.Optional;

import org.parley.media.decoder.PictureDecoder;
import org.parley.media.item.MediaContent;
import org.parley.media.item.MediaItem;
import org.parley.media.picture.PictureStructures;
import org.parley.media.refusal.MediaRefusal;
import org.parley.media.refusal.MediaRefusedException;
import org.parley.media.storage.MediaStorage;
import org.parley.platform.media.MediaKind;

import org.springframework.stereotype.Component;

/** Inspects and decodes an uploaded picture, and stores its variants. Repeatable. */
@Component
class InspectPicture {

	private static final int LIMIT = 10 * 1024 * 1024;

	private final MediaStorage storage;

	private final PictureDecoder decoder;

	private final StoreVariants storeVariants;

	InspectPicture(MediaStorage storage, PictureDecoder decoder, StoreVariants storeVariants) {
		this.storage = storage;
		this.decoder = decoder;
		this.storeVariants = storeVariants;
	}

	/**
	 * Makes the variants of a picture.
	 * @throws MediaRefusedException if the file is refused
	 */
	MediaContent inspect(MediaItem item) {
		var bytes = read(item);
		var structure = PictureStructures.read(bytes, item.contentType());
		if (!ContentHash.of(bytes).equals(item.sha256())) {
			throw new MediaRefusedException(MediaRefusal.CHECKSUM_MISMATCH);
		}
		var decoded = this.decoder.decode(bytes, structure.isAnimated());
		return new MediaContent(structure.isAnimated() ? MediaKind.GIF : MediaKind.IMAGE, decoded.width(),
				decoded.height(), decoded.blurhash(), null, this.storeVariants.store(item, decoded.variants()));
	}

	private byte[] read(MediaItem item) {
		var original = item.original();
		var bytes = (original != null) ? this.storage.read(original, LIMIT + 1) : Optional.<byte[]>empty();
		return bytes.filter((found) -> found.length <= LIMIT)
			.orElseThrow(() -> new MediaRefusedException(MediaRefusal.UNDECODABLE));
	}

}
