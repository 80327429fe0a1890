package org.parley.media.upload;

import java.time.Instant;
import java.time.InstantSource;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.parley.contracts.media.MediaPurpose;
import org.parley.media.item.MediaItem;
import org.parley.media.item.MediaItems;
import org.parley.media.item.StorageQuotas;
import org.parley.media.storage.MediaStorage;
import org.parley.media.storage.PresignedUpload;
import org.parley.media.storage.UploadedFile;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.Ids;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.StripedLocks;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Begins an upload: reserves its size in the quota and signs the client's request. */
@Component
@EnableConfigurationProperties(UploadSettings.class)
class BeginUpload {

	private final MediaItems items;

	private final StorageQuotas quotas;

	private final MediaStorage storage;

	private final StripedLocks locks;

	private final UploadSettings settings;

	private final InstantSource clock;

	BeginUpload(MediaItems items, StorageQuotas quotas, MediaStorage storage, StripedLocks locks,
			UploadSettings settings, InstantSource clock) {
		this.items = items;
		this.quotas = quotas;
		this.storage = storage;
		this.locks = locks;
		this.settings = settings;
		this.clock = clock;
	}

	UploadView begin(UploadRequest request, Caller caller) {
		requirePermitted(request);
		var id = Ids.next();
		var file = request.file();
		var upload = this.storage.presign(id, new UploadedFile(file.contentType(), file.size(), file.sha256()),
				this.settings.unfinished());
		return new UploadView(id, upload, insert(id, request, caller.id()));
	}

	/**
	 * Begins the upload of a permitted file that this service has fetched itself.
	 * @throws RefusalException if the file exceeds the quota
	 */
	void begin(String id, UploadRequest request, String ownerId) {
		insert(id, request, ownerId);
	}

	/** Returns the end of the upload. */
	private Instant insert(String id, UploadRequest request, String ownerId) {
		var now = this.clock.instant();
		var expiresAt = now.plus(this.settings.unfinished());
		this.quotas.create(ownerId);
		this.locks.runAlone(ownerId, () -> {
			this.quotas.reserve(ownerId, request.bytes(), this.settings.quota().toBytes());
			var item = MediaItem.begin(id, ownerId, request.purpose(), request.file(), now, expiresAt);
			this.items.insert(item);
			return item;
		});
		return expiresAt;
	}

	/**
	 * Requires a permitted type and size.
	 * @throws RefusalException if the file has another type or is too large
	 */
	static void requirePermitted(UploadRequest request) {
		if (request.purpose() == MediaPurpose.AVATAR && request.contentType().isVideo()) {
			throw RefusalException.unprocessable("contentType", "media.type-unsupported", "must be that of a picture");
		}
		// A face is a picture, also in a file of an unknown type.
		var type = (request.purpose() == MediaPurpose.AVATAR) ? UploadContentType.PNG : request.contentType();
		if (!type.permits(request.bytes())) {
			throw RefusalException.unprocessable("size", "media.too-large",
					"must be at most %d MiB".formatted(type.limit()));
		}
	}

	/**
	 * A request for an upload.
	 *
	 * @param purpose what the file is for
	 * @param size its size in bytes
	 * @param sha256 its SHA-256 in lower-case hexadecimal
	 */
	record UploadRequest(@NotNull MediaPurpose purpose, @NotNull UploadContentType contentType,
			@NotNull @Min(1) Long size, @NotNull @Pattern(regexp = "[0-9a-f]{64}",
					message = "must be a SHA-256 in lower-case hexadecimal") String sha256) {

		MediaItem.DeclaredFile file() {
			return new MediaItem.DeclaredFile(this.contentType.json(), bytes(), this.sha256);
		}

		long bytes() {
			return this.size;
		}

	}

	/**
	 * A begun upload.
	 *
	 * @param id the id of the medium
	 * @param upload the request that uploads the file
	 * @param expiresAt when the upload ends unless it is complete
	 */
	record UploadView(String id, PresignedUpload upload, Instant expiresAt) {
	}

}
