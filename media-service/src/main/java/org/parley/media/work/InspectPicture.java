package org.parley.media.work;

import java.util.Optional;

import org.parley.media.decoder.PictureDecoder;
import org.parley.media.item.MediaContent;
import org.parley.media.item.MediaItem;
import org.parley.media.picture.PictureFile;
import org.parley.media.refusal.MediaRefusal;
import org.parley.media.refusal.MediaRefusedException;
import org.parley.media.storage.MediaStorage;
import org.parley.media.video.VideoTranscoder;
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
	 * @return what they show; empty if the file is a video
	 * @throws MediaRefusedException if the file is refused
	 */
	Optional<MediaContent> inspect(MediaItem item) {
		var original = item.original();
		var bytes = (original != null) ? this.storage.read(original, LIMIT + 1) : Optional.<byte[]>empty();
		var file = bytes.orElseThrow(() -> new MediaRefusedException(MediaRefusal.UNDECODABLE));
		var isVideo = VideoTranscoder.isVideo(file) && !PictureFile.isPicture(file);
		return isVideo ? Optional.empty() : Optional.of(inspect(item, file));
	}

	/**
	 * Makes the variants of a picture.
	 * @throws MediaRefusedException if the file is refused
	 */
	MediaContent inspect(MediaItem item, byte[] file) {
		if (file.length > LIMIT) {
			throw new MediaRefusedException(MediaRefusal.TOO_LARGE);
		}
		if (!ContentHash.of(file).equals(item.sha256())) {
			throw new MediaRefusedException(MediaRefusal.CHECKSUM_MISMATCH);
		}
		var picture = PictureFile.read(file);
		var decoded = this.decoder.decode(picture);
		return new MediaContent(picture.isAnimated() ? MediaKind.GIF : MediaKind.IMAGE, decoded.width(),
				decoded.height(), decoded.blurhash(), null, this.storeVariants.store(item, decoded.variants()));
	}

}
