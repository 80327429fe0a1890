package org.parley.media.upload;

import java.util.Objects;

import org.parley.contracts.mail.MailedPicture;
import org.parley.contracts.media.MediaPurpose;
import org.parley.contracts.media.MediaReference;
import org.parley.contracts.media.MediaRefused;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;
import org.parley.platform.mongo.transaction.UnitOfWork;

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

	private final UploadFetchedFile uploadFetchedFile;

	private final MailedPictureRefusals refusals;

	StoreMailedPicture(MailPictureClient mailPictureClient, UploadFetchedFile uploadFetchedFile,
			MailedPictureRefusals refusals) {
		this.mailPictureClient = mailPictureClient;
		this.uploadFetchedFile = uploadFetchedFile;
		this.refusals = refusals;
	}

	void store(MailedPicture picture, String authorId) {
		if (this.uploadFetchedFile.isUploaded(picture.mediaId())) {
			return;
		}
		var file = this.mailPictureClient.fetch(picture.source());
		try {
			var found = file
				.orElseThrow(() -> RefusalException.notFound("media.no-bytes", "The mail of the picture is gone."));
			store(picture.mediaId(), authorId, found);
		}
		catch (RefusalException ex) {
			if (ex.kind() == RefusalKind.UNAVAILABLE) {
				throw ex;
			}
			this.refusals.publish(picture.mediaId(), authorId, ex.code());
		}
	}

	private void store(String id, String authorId, ResponseEntity<byte[]> file) {
		var type = UploadContentType.of(String.valueOf(file.getHeaders().getContentType()))
			.orElseThrow(() -> RefusalException.unprocessable("contentType", "media.type-unsupported",
					"must be that of a picture"));
		this.uploadFetchedFile.upload(id, MediaPurpose.FORUM, type, Objects.requireNonNull(file.getBody()), authorId);
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
			this.unitOfWork.run(() -> this.publisher.publishEvent(refused));
		}

	}

}
