package org.parley.media.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

import org.parley.contracts.media.MediaKind;
import org.parley.media.decoder.DecodedPicture;
import org.parley.media.decoder.PictureDecoder;
import org.parley.media.item.MediaContent;
import org.parley.media.item.MediaItem;
import org.parley.media.picture.PictureFile;
import org.parley.media.refusal.MediaRefusal;
import org.parley.media.refusal.MediaRefusedException;
import org.parley.media.storage.MediaStorage;
import org.parley.media.video.PictureTranscoder;
import org.parley.media.video.VideoTranscoder;
import org.parley.media.work.VideoFolders.FolderWork;

import org.springframework.stereotype.Component;

/** Inspects and decodes an uploaded picture, and stores its variants. Repeatable. */
@Component
class InspectPicture {

	private static final int LIMIT = 10 * 1024 * 1024;

	private final MediaStorage storage;

	private final PictureDecoder decoder;

	private final PictureTranscoder transcoder;

	private final VideoFolders folders;

	private final StoreVariants storeVariants;

	InspectPicture(MediaStorage storage, PictureDecoder decoder, PictureTranscoder transcoder, VideoFolders folders,
			StoreVariants storeVariants) {
		this.storage = storage;
		this.decoder = decoder;
		this.transcoder = transcoder;
		this.folders = folders;
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
		var picture = decodable(PictureFile.read(file));
		var decoded = decode(picture);
		return new MediaContent(picture.isAnimated() ? MediaKind.GIF : MediaKind.IMAGE, decoded.width(),
				decoded.height(), decoded.blurhash(), null, this.storeVariants.store(item, decoded.variants()));
	}

	private DecodedPicture decode(PictureFile picture) {
		try {
			return this.decoder.decode(picture);
		}
		catch (MediaRefusedException ex) {
			if (ex.refusal() == MediaRefusal.TOO_COMPLEX) {
				throw ex;
			}
			return this.decoder.decode(picture.corrected().orElseThrow(() -> ex));
		}
	}

	/** Converts what the decoder does not know; the result is read like an upload. */
	private PictureFile decodable(PictureFile picture) {
		var heic = picture.heic();
		if (heic.isPresent()) {
			return converted((folder) -> this.transcoder.decode(heic.get(), folder));
		}
		if (picture.isBitmap()) {
			return converted((folder) -> this.transcoder.toPng(picture.content(), folder));
		}
		return (picture.isAnimatedPng() || picture.isAnimatedAvif()) ? moving(picture) : picture;
	}

	/** A picture that ffmpeg cannot convert within its limits is shown still. */
	private PictureFile moving(PictureFile picture) {
		if (!this.transcoder.isAvailable()) {
			return picture.still();
		}
		try {
			return converted((folder) -> this.transcoder.toWebp(picture, folder));
		}
		catch (MediaRefusedException ex) {
			return picture.still();
		}
	}

	private PictureFile converted(FolderWork<byte[]> work) {
		try {
			return PictureFile.read(this.folders.inNewFolder(work));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
