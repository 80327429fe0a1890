package org.parley.media.upload;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.mail.MailedPicture;
import org.parley.contracts.media.PictureOffered;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A picture that this service fetches and uploads for its owner.
 *
 * @param id the id of its medium
 * @param offered where a provider has it; null for a picture of a mail
 * @param mailed where webhook-service has it; null for a picture of a provider
 * @param since when it was asked for
 * @param dueAt when a worker can claim it; while claimed, when the claim expires
 */
@Document("awaited_pictures")
@CompoundIndex(def = "{'dueAt': 1}")
record AwaitedPicture(@Id String id, String ownerId, @Nullable PictureOffered offered, @Nullable MailedPicture mailed,
		Instant since, Instant dueAt) {
}
