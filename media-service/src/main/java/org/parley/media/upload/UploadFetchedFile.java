package org.parley.media.upload;

import org.parley.contracts.media.MediaPurpose;
import org.parley.media.item.MediaItem;
import org.parley.media.item.MediaItems;
import org.parley.media.storage.MediaStorage;
import org.parley.media.upload.BeginUpload.UploadRequest;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.Sha256;
import org.parley.platform.readmodels.media.MediaState;

import org.springframework.stereotype.Component;

/**
 * Uploads a file that this service has fetched for its owner, by the rules of every
 * upload. Repeating it has no effect.
 */
@Component
class UploadFetchedFile {

	private final BeginUpload beginUpload;

	private final CompleteUpload completeUpload;

	private final MediaItems items;

	private final MediaStorage storage;

	UploadFetchedFile(BeginUpload beginUpload, CompleteUpload completeUpload, MediaItems items, MediaStorage storage) {
		this.beginUpload = beginUpload;
		this.completeUpload = completeUpload;
		this.items = items;
		this.storage = storage;
	}

	boolean isUploaded(String id) {
		return this.items.find(id).map(MediaItem::state).filter((state) -> state != MediaState.PENDING).isPresent();
	}

	/**
	 * Uploads the file, or goes on where a crash has stopped. It begins when the storage
	 * has the file, because an upload that has begun is removed after an hour.
	 * @throws RefusalException if the file has another type, is too large or exceeds the
	 * quota
	 */
	void upload(String id, MediaPurpose purpose, UploadContentType type, byte[] content, String ownerId) {
		var request = new UploadRequest(purpose, type, (long) content.length, Sha256.hex(content));
		BeginUpload.requirePermitted(request);
		this.storage.writeUpload(id, type.json(), content);
		if (this.items.find(id).isEmpty()) {
			this.beginUpload.begin(id, request, ownerId);
		}
		this.completeUpload.complete(id, ownerId);
	}

}
