package org.parley.media.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.parley.contracts.media.MediaKind;
import org.parley.media.decoder.DecodedPicture;
import org.parley.media.decoder.DecodedVariant;
import org.parley.media.decoder.PictureDecoder;
import org.parley.media.item.MediaContent;
import org.parley.media.item.MediaItem;
import org.parley.media.picture.PictureFile;
import org.parley.media.refusal.MediaRefusal;
import org.parley.media.refusal.MediaRefusedException;
import org.parley.media.storage.MediaStorage;
import org.parley.media.video.TranscodedVideo;
import org.parley.media.video.VideoTranscoder;

import org.springframework.stereotype.Component;

/**
 * Inspects and transcodes an uploaded video, and stores it with its poster. Repeatable.
 */
@Component
class InspectVideo {

	private static final long LIMIT = 50L * 1024 * 1024;

	/** Of the decoder's variants of a picture. */
	private static final String POSTER = "640";

	private final MediaStorage storage;

	private final VideoTranscoder transcoder;

	private final PictureDecoder decoder;

	private final StoreVariants storeVariants;

	private final VideoFolders folders;

	private final InspectPicture inspectPicture;

	InspectVideo(MediaStorage storage, VideoTranscoder transcoder, PictureDecoder decoder, StoreVariants storeVariants,
			VideoFolders folders, InspectPicture inspectPicture) {
		this.storage = storage;
		this.transcoder = transcoder;
		this.decoder = decoder;
		this.storeVariants = storeVariants;
		this.folders = folders;
		this.inspectPicture = inspectPicture;
	}

	/**
	 * Makes the variants of a video, or of a picture that was declared as one.
	 * @throws MediaRefusedException if the file is refused
	 */
	MediaContent inspect(MediaItem item) {
		try {
			return this.folders.inNewFolder((folder) -> inspect(item, folder));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Ends the work on all videos, which may take minutes; it begins anew later. */
	void stop() {
		this.transcoder.stop();
	}

	private MediaContent inspect(MediaItem item, Path folder) throws IOException {
		var upload = folder.resolve("upload");
		copy(item, upload);
		if (PictureFile.isPicture(head(upload))) {
			return this.inspectPicture.inspect(item, Files.readAllBytes(upload));
		}
		var video = this.transcoder.transcode(upload, folder);
		var poster = decodePoster(video);
		return new MediaContent(MediaKind.VIDEO, video.width(), video.height(), poster.blurhash(), video.seconds(), List
			.of(this.storeVariants.storeVideo(item, video), this.storeVariants.storePoster(item, smaller(poster))));
	}

	private static byte[] head(Path upload) throws IOException {
		try (var content = Files.newInputStream(upload)) {
			return content.readNBytes(PictureFile.HEAD);
		}
	}

	private void copy(MediaItem item, Path upload) throws IOException {
		var original = item.original();
		if (original == null || !this.storage.copy(original, upload) || Files.size(upload) > LIMIT) {
			throw new MediaRefusedException(MediaRefusal.UNDECODABLE);
		}
		if (!ContentHash.of(upload).equals(item.sha256())) {
			throw new MediaRefusedException(MediaRefusal.CHECKSUM_MISMATCH);
		}
	}

	/** Inspected like an upload, because a hostile video might control ffmpeg. */
	private DecodedPicture decodePoster(TranscodedVideo video) throws IOException {
		return this.decoder.decode(PictureFile.read(Files.readAllBytes(video.poster())));
	}

	private static DecodedVariant smaller(DecodedPicture poster) {
		return poster.variants()
			.stream()
			.filter((variant) -> variant.name().equals(POSTER))
			.findFirst()
			.orElseThrow(() -> new MediaRefusedException(MediaRefusal.UNDECODABLE));
	}

}
