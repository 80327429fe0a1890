package org.parley.webhook.receipt.processing;

import io.swagger.v3.oas.annotations.Hidden;
import org.parley.platform.domain.RefusalException;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Gives media-service the pictures of mails. The gateway has no route to it; the sealed
 * source is the permission.
 */
@Hidden
@RestController
class MailPictureController {

	private final MailPictures mailPictures;

	MailPictureController(MailPictures mailPictures) {
		this.mailPictures = mailPictures;
	}

	@GetMapping("/internal/mail-pictures/{source}")
	ResponseEntity<byte[]> get(@PathVariable String source) {
		return this.mailPictures.find(source)
			.map((picture) -> ResponseEntity.ok()
				.contentType(MediaType.parseMediaType(picture.contentType()))
				.body(picture.content()))
			.orElseThrow(() -> RefusalException.notFound("media.not-found", "The picture does not exist."));
	}

}
