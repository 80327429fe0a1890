package org.parley.media.upload;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.parley.contracts.media.MediaPurpose;
import org.parley.media.item.MediaItem;

/**
 * A request for an upload.
 *
 * @param purpose what the file is for
 * @param size its size in bytes
 * @param sha256 its SHA-256 in lower-case hexadecimal
 */
record UploadRequest(@NotNull(message = "is required") MediaPurpose purpose,
		@NotNull(message = "is required") UploadContentType contentType,
		@NotNull(message = "is required") @Min(value = 1, message = "must be at least 1") Long size,
		@NotNull(message = "is required") @Pattern(regexp = "[0-9a-f]{64}",
				message = "must be a SHA-256 in lower-case hexadecimal") String sha256) {

	MediaItem.DeclaredFile file() {
		return new MediaItem.DeclaredFile(this.contentType.json(), bytes(), this.sha256);
	}

	long bytes() {
		return this.size;
	}

}
