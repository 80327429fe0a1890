package org.parley.media.work;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.media.MediaIT;
import org.parley.media.TestVideos;
import org.parley.media.item.MediaItem;
import org.parley.media.item.MediaItems;
import org.parley.media.item.WorkLane;
import org.parley.media.storage.MediaStorage;
import org.parley.platform.test.PersonalDataKit;
import org.parley.platform.test.client.TestUser;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** A video whose owner removes it, or is erased, while a worker has claimed it. */
class RemovalDuringWorkIT extends MediaIT {

	private static final byte[] VIDEO = TestVideos.mp4(64, 64, 1);

	@Autowired
	private MediaItems items;

	@Autowired
	private MediaStorage storage;

	@Autowired
	private MediaWorker worker;

	@Autowired
	private AmqpAdmin broker;

	@Autowired
	private RabbitTemplate rabbit;

	/** The ways in which a medium is removed. */
	enum Removal {

		BY_OWNER, BY_ERASURE

	}

	@ParameterizedTest
	@EnumSource
	void workerDeletesWhatItHasMadeOfARemovedVideo(Removal removal) {
		var alice = aPerson();
		var claimed = aClaimedVideo(alice);
		remove(removal, alice, claimed);
		this.worker.process(claimed);
		assertThat(STORAGE.count(claimed.id())).isZero();
	}

	@ParameterizedTest
	@EnumSource
	void filesThatADyingWorkerWritesGoWithItsClaim(Removal removal) {
		var alice = aPerson();
		var claimed = aClaimedVideo(alice);
		remove(removal, alice, claimed);
		assertThat(this.items.find(claimed.id()).orElseThrow().dueAt()).isEqualTo(claimed.dueAt());
		this.storage.writeVariant(claimed.id() + "/late.mp4", "video/mp4", VIDEO);
		this.clock.move(WorkLane.VIDEOS.claimDuration().plus(Duration.ofHours(1)));
		wakeWorkers();
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.until(() -> this.mongo.getCollection("media").countDocuments(new Document("_id", claimed.id())) == 0);
		assertThat(STORAGE.count(claimed.id())).isZero();
	}

	@Test
	void workerThatRefusesAfterItsClaimLeavesTheFileToTheNext() {
		var claimed = aClaimedVideo(aPerson(), "no video".getBytes(StandardCharsets.UTF_8));
		var claimedAgain = new Document("$inc", new Document("attempts", 1));
		this.mongo.getCollection("media").updateOne(new Document("_id", claimed.id()), claimedAgain);
		this.worker.process(claimed);
		assertThat(STORAGE.count(claimed.id())).isPositive();
	}

	private MediaItem aClaimedVideo(TestUser owner) {
		return aClaimedVideo(owner, VIDEO);
	}

	private MediaItem aClaimedVideo(TestUser owner, byte[] file) {
		var id = anUpload(owner, "video/mp4", file);
		var endOfClaim = this.clock.instant().plus(WorkLane.VIDEOS.claimDuration());
		return this.items.complete(this.items.find(id).orElseThrow(), this.storage.keep(id).orElseThrow(), endOfClaim)
			.orElseThrow();
	}

	private void remove(Removal removal, TestUser owner, MediaItem item) {
		switch (removal) {
			case BY_OWNER -> assertThat(this.api.delete(owner, "/" + item.id()).status()).isEqualTo(204);
			case BY_ERASURE -> assertThat(
					new PersonalDataKit(this.rabbit, this.broker, "media.events", "media_work").erase(owner.id()))
				.containsEntry("media", 1L);
		}
	}

}
