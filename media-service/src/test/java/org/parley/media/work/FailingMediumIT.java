package org.parley.media.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.media.MediaIT;
import org.parley.media.TestPictures;
import org.parley.media.decoder.PictureDecoder;
import org.parley.media.item.MediaContent;
import org.parley.media.item.MediaItem;
import org.parley.media.item.MediaItems;
import org.parley.media.storage.MediaStorage;
import org.parley.media.video.PictureTranscoder;
import org.parley.platform.test.client.TestUser;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;

import static org.assertj.core.api.Assertions.assertThat;

class FailingMediumIT extends MediaIT {

	private static final Duration WAIT = Duration.ofMinutes(30);

	@Autowired
	private MediaItems items;

	@Autowired
	private MediaStorage storage;

	@Autowired
	private InspectVideo inspectVideo;

	@Autowired
	private FinishMedia finishMedia;

	@Autowired
	private PictureDecoder decoder;

	@Autowired
	private PictureTranscoder transcoder;

	@Autowired
	private VideoFolders folders;

	@Autowired
	private StoreVariants storeVariants;

	@Test
	void mediumThatHasEndedTenWorkersIsRefused() {
		var alice = aPerson();
		var id = aWaitingPicture(alice, 10);
		this.clock.move(WAIT);
		wakeWorkers();
		assertThat(settled(alice, id).path("refusal").asString()).isEqualTo("media.too-complex");
	}

	@ParameterizedTest
	@MethodSource("failures")
	void onlyFailuresOfTheMediumCount(RuntimeException failure, int failures) {
		var id = aWaitingPicture(aPerson(), 5);
		worker(failure).process(this.items.find(id).orElseThrow());
		assertThat(this.items.find(id)).map(MediaItem::failures).contains(failures);
	}

	static Stream<Arguments> failures() {
		return Stream.of(Arguments.of(new IllegalStateException("of the medium"), 5),
				Arguments.of(new UncheckedIOException(new IOException("No space left on device")), 4),
				Arguments.of(new DataAccessResourceFailureException("The database is away"), 4));
	}

	/** A picture whose attempts so far make the next delay long. */
	private String aWaitingPicture(TestUser owner, int failures) {
		var id = anUpload(owner, "image/png", TestPictures.png(20, 20));
		this.items.complete(this.items.find(id).orElseThrow(), this.storage.keep(id).orElseThrow(),
				this.clock.instant().plus(WAIT));
		var attempts = new Document("failures", failures).append("attempts", 10);
		this.mongo.getCollection("media").updateOne(new Document("_id", id), new Document("$set", attempts));
		return id;
	}

	private MediaWorker worker(RuntimeException failure) {
		var failing = new InspectPicture(this.storage, this.decoder, this.transcoder, this.folders,
				this.storeVariants) {

			@Override
			Optional<MediaContent> inspect(MediaItem item) {
				throw failure;
			}

		};
		return new MediaWorker(this.items, failing, this.inspectVideo, this.finishMedia, this.storage, this.clock);
	}

}
