package org.parley.media.cleanup;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.parley.media.MediaIT;
import org.parley.media.TestPictures;
import org.parley.media.item.MediaItems;
import org.parley.media.storage.MediaStorage;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

import static org.assertj.core.api.Assertions.assertThat;

class CleanUpMediaIT extends MediaIT {

	@Autowired
	private CleanUpMedia cleanUpMedia;

	@Autowired
	private MediaItems items;

	@Autowired
	private MediaStorage storage;

	@Autowired
	private ApplicationEventPublisher publisher;

	@Autowired
	private UnitOfWork unitOfWork;

	@Test
	void unfinishedUploadGoesAfterAnHour() {
		var alice = aPerson();
		var id = anUpload(alice, "image/png", TestPictures.png(10, 10));
		this.clock.move(Duration.ofMinutes(59));
		this.cleanUpMedia.run();
		assertThat(this.api.get(alice, "/" + id).status()).isEqualTo(200);
		this.clock.move(Duration.ofMinutes(2));
		this.cleanUpMedia.run();
		refused(this.api.get(alice, "/" + id), 404, "media.not-found");
		refused(this.api.post(alice, "/uploads/" + id + "/complete", null), 404, "media.not-found");
		awaitNoFiles(id);
		assertThat(used(alice.id())).isZero();
	}

	@Test
	void unusedMediumGoesAfterADay() {
		var alice = aPerson();
		var id = aReadyPicture(alice).path("id").asString();
		this.clock.move(Duration.ofHours(23));
		this.cleanUpMedia.run();
		assertThat(this.api.get(alice, "/" + id).status()).isEqualTo(200);
		this.clock.move(Duration.ofHours(2));
		this.cleanUpMedia.run();
		refused(this.api.get(alice, "/" + id), 404, "media.not-found");
		awaitNoFiles(id);
		assertThat(used(alice.id())).isZero();
	}

	@Test
	void nothingIsRemovedInTheFirstHourAfterAStart() {
		var alice = aPerson();
		var id = aReadyPicture(alice).path("id").asString();
		this.clock.move(Duration.ofDays(30));
		var restarted = new CleanUpMedia(this.items, this.storage, this.publisher, this.unitOfWork, this.clock);
		this.clock.move(Duration.ofMinutes(59));
		restarted.run();
		assertThat(this.api.get(alice, "/" + id).status()).isEqualTo(200);
		this.clock.move(Duration.ofMinutes(2));
		restarted.run();
		refused(this.api.get(alice, "/" + id), 404, "media.not-found");
	}

	@Test
	void fileUploadedAfterTheEndGoesToo() {
		var alice = aPerson();
		var picture = TestPictures.png(10, 10);
		var begun = begin(alice, "image/png", picture);
		put(begun, picture);
		this.api.post(alice, "/uploads/" + begun.id() + "/complete", null);
		settled(alice, begun.id());
		assertThat(put(begun, picture)).isEqualTo(200);
		assertThat(STORAGE.count("uploads/" + begun.id())).isEqualTo(1);
		this.clock.move(Duration.ofHours(3));
		this.cleanUpMedia.run();
		assertThat(STORAGE.count("uploads/" + begun.id())).isZero();
	}

	private long used(String personId) {
		var quota = this.mongo.getCollection("storage_quotas").find(new Document("_id", personId)).first();
		return (quota != null) ? quota.getLong("used") : -1;
	}

	private void awaitNoFiles(String id) {
		Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
			this.clock.move(Duration.ofMinutes(1));
			wakeWorkers();
			return STORAGE.count(id) == 0
					&& this.mongo.getCollection("media").countDocuments(new Document("_id", id)) == 0;
		});
	}

}
