package org.parley.media.work;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.parley.media.decoder.DecodedPicture;
import org.parley.media.decoder.DecodedVariant;
import org.parley.media.decoder.PictureDecoder;
import org.parley.media.item.MediaContent;
import org.parley.media.item.MediaItem;
import org.parley.platform.media.MediaKind;
import org.parley.platform.media.MediaVariant;
import org.parley.media.picture.PictureRefusal;
import org.parley.media.picture.PictureRefusedException;
import org.parley.media.picture.PictureStructures;
import org.parley.media.storage.MediaStorage;

import org.springframework.stereotype.Component;

/** Inspects and decodes an uploaded file, and stores its variants. Repeatable. */
@Component
class InspectMedia {

	/** Of a video, only the beginning is read. */
	private static final int LIMIT = 10 * 1024 * 1024;

	/** The part of the hash in the name of a file. */
	private static final int NAME_LENGTH = 32;

	private final MediaStorage storage;

	private final PictureDecoder decoder;

	InspectMedia(MediaStorage storage, PictureDecoder decoder) {
		this.storage = storage;
		this.decoder = decoder;
	}

	/**
	 * Makes the variants of a medium.
	 * @throws PictureRefusedException if the file is refused
	 */
	MediaContent inspect(MediaItem item) {
		var bytes = read(item);
		var structure = PictureStructures.read(bytes, item.contentType());
		if (!HexFormat.of().formatHex(hash(bytes)).equals(item.sha256())) {
			throw new PictureRefusedException(PictureRefusal.CHECKSUM_MISMATCH);
		}
		var decoded = this.decoder.decode(bytes, structure.isAnimated());
		return new MediaContent(structure.isAnimated() ? MediaKind.GIF : MediaKind.IMAGE, decoded.width(),
				decoded.height(), decoded.blurhash(), store(item, decoded));
	}

	private byte[] read(MediaItem item) {
		var original = item.original();
		var bytes = (original != null) ? this.storage.read(original, LIMIT + 1) : Optional.<byte[]>empty();
		return bytes.filter((found) -> found.length <= LIMIT || item.size() > LIMIT)
			.orElseThrow(() -> new PictureRefusedException(PictureRefusal.UNDECODABLE));
	}

	/** Variants of the same content are one file. */
	private List<MediaVariant> store(MediaItem item, DecodedPicture decoded) {
		var stored = new HashMap<String, DecodedVariant>();
		return decoded.variants().stream().map((variant) -> store(item, variant, stored)).toList();
	}

	private MediaVariant store(MediaItem item, DecodedVariant variant, Map<String, DecodedVariant> stored) {
		var path = "%s/%s.%s".formatted(item.id(),
				HexFormat.of().formatHex(hash(variant.content())).substring(0, NAME_LENGTH),
				variant.contentType().equals("image/jpeg") ? "jpg" : "webp");
		if (stored.put(path, variant) == null) {
			this.storage.writeVariant(path, variant.contentType(), variant.content());
		}
		return new MediaVariant(variant.name(), path, variant.width(), variant.height(), variant.contentType(),
				variant.content().length);
	}

	private static byte[] hash(byte[] bytes) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(bytes);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK has SHA-256", ex);
		}
	}

}
