package org.parley.media.upload;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

import org.parley.contracts.mail.MailedPicture;
import org.parley.contracts.media.MediaPurpose;
import org.parley.contracts.media.MediaReference;
import org.parley.contracts.media.MediaRefused;
import org.parley.media.item.MediaItems;
import org.parley.media.storage.MediaStorage;
import org.parley.media.upload.BeginUpload.UploadRequest;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.readmodels.media.MediaState;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Uploads a picture of a mail for its author, by the rules of every upload. Repeating it
 * has no effect.
 */
@Component
class StoreMailedPicture {

	private final MailPictureClient mailPictureClient;

	private final BeginUpload beginUpload;

	private final CompleteUpload completeUpload;

	private final MediaItems items;

	private final MediaStorage storage;

	private final MailedPictureRefusals refusals;

	StoreMailedPicture(MailPictureClient mailPictureClient, BeginUpload beginUpload, CompleteUpload completeUpload,
			MediaItems items, MediaStorage storage, MailedPictureRefusals refusals) {
		this.mailPictureClient = mailPictureClient;
		this.beginUpload = beginUpload;
		this.completeUpload = completeUpload;
		this.items = items;
		this.storage = storage;
		this.refusals = refusals;
	}

	void store(MailedPicture picture, String authorId) {
		var begun = this.items.find(picture.mediaId());
		if (begun.isPresent() && begun.get().state() != MediaState.PENDING) {
			return;
		}
		var file = this.mailPictureClient.fetch(picture.source());
		try {
			var found = file
				.orElseThrow(() -> RefusalException.notFound("media.no-bytes", "The mail of the picture is gone."));
			store(picture.mediaId(), authorId, found, begun.isPresent());
		}
		catch (RefusalException ex) {
			this.refusals.publish(picture.mediaId(), authorId, ex.code());
		}
	}

	private void store(String id, String authorId, ResponseEntity<byte[]> file, boolean isBegun) {
		var bytes = Objects.requireNonNull(file.getBody());
		var request = request(String.valueOf(file.getHeaders().getContentType()), bytes);
		if (!isBegun) {
			this.beginUpload.begin(id, request, authorId);
		}
		this.storage.writeUpload(id, request.contentType().json(), bytes);
		this.completeUpload.complete(id, authorId);
	}

	private static UploadRequest request(String contentType, byte[] bytes) {
		var type = UploadContentType.of(contentType)
			.orElseThrow(() -> RefusalException.unprocessable("contentType", "media.type-unsupported",
					"must be that of a picture"));
		return new UploadRequest(MediaPurpose.FORUM, type, (long) bytes.length, sha256(bytes));
	}

	private static String sha256(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	/** Tells forum-service that a post must do without a picture. */
	@Component
	static class MailedPictureRefusals {

		private final ApplicationEventPublisher publisher;

		private final UnitOfWork unitOfWork;

		MailedPictureRefusals(ApplicationEventPublisher publisher, UnitOfWork unitOfWork) {
			this.publisher = publisher;
			this.unitOfWork = unitOfWork;
		}

		void publish(String mediaId, String authorId, String code) {
			var refused = new MediaRefused(new MediaReference(mediaId, authorId, MediaPurpose.FORUM), code, 1);
			this.unitOfWork.run(() -> {
				this.publisher.publishEvent(refused);
				return refused;
			});
		}

	}

}
