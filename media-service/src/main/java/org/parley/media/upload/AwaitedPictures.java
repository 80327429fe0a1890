package org.parley.media.upload;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.parley.contracts.mail.MailedPicture;
import org.parley.contracts.media.PictureOffered;
import org.parley.platform.mongo.transaction.IdempotentInsert;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The pictures that are not fetched yet. */
@Component
class AwaitedPictures {

	/** Longer than fetching and storing one takes; also the pause after a failure. */
	private static final Duration CLAIM = Duration.ofMinutes(1);

	/** A picture that cannot be had for so long is left out. */
	private static final Duration LONGEST_WAIT = Duration.ofDays(1);

	private static final String DUE = "dueAt";

	private final MongoOperations mongo;

	private final InstantSource clock;

	AwaitedPictures(MongoOperations mongo, InstantSource clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	/** Adds the picture of a newcomer, unless that was done. */
	void add(PictureOffered offer) {
		var now = this.clock.instant();
		add(List.of(new AwaitedPicture(offer.mediaId(), offer.personId(), offer, null, now, now)));
	}

	/** Adds the pictures of a mail, unless that was done. */
	void add(List<MailedPicture> pictures, String authorId) {
		var now = this.clock.instant();
		add(pictures.stream()
			.map((picture) -> new AwaitedPicture(picture.mediaId(), authorId, null, picture, now, now))
			.toList());
	}

	private void add(List<AwaitedPicture> pictures) {
		IdempotentInsert.insertMissing(this.mongo, pictures, AwaitedPicture.class);
	}

	Optional<Instant> findNextDue() {
		var next = new Query().with(Sort.by(DUE));
		return Optional.ofNullable(this.mongo.findOne(next, AwaitedPicture.class)).map(AwaitedPicture::dueAt);
	}

	/** Claims the picture that is due for the longest time. */
	Optional<AwaitedPicture> claim() {
		var now = this.clock.instant();
		var due = new Query(Criteria.where(DUE).lte(now)).with(Sort.by(DUE));
		var claimed = Update.update(DUE, now.plus(CLAIM));
		return Optional.ofNullable(this.mongo.findAndModify(due, claimed, AwaitedPicture.class));
	}

	boolean isOverdue(AwaitedPicture picture) {
		return !picture.since().plus(LONGEST_WAIT).isAfter(this.clock.instant());
	}

	void remove(AwaitedPicture picture) {
		this.mongo.remove(new Query(Criteria.where("_id").is(picture.id())), AwaitedPicture.class);
	}

}
