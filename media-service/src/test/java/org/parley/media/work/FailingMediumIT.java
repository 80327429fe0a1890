package org.parley.media.work;

import java.time.Duration;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.parley.media.MediaIT;
import org.parley.media.TestPictures;
import org.parley.media.item.MediaItems;
import org.parley.media.storage.MediaStorage;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class FailingMediumIT extends MediaIT {

	private static final Duration WAIT = Duration.ofMinutes(30);

	@Autowired
	private MediaItems items;

	@Autowired
	private MediaStorage storage;

	@Test
	void mediumThatHasEndedTenWorkersIsRefused() {
		var alice = aPerson();
		var id = anUpload(alice, "image/png", TestPictures.png(20, 20));
		this.items.complete(this.items.find(id).orElseThrow(), this.storage.keep(id).orElseThrow(),
				this.clock.instant().plus(WAIT));
		this.mongo.getCollection("media")
			.updateOne(new Document("_id", id), new Document("$set", new Document("failures", 10)));
		this.clock.move(WAIT);
		wakeWorkers();
		assertThat(settled(alice, id).path("refusal").asString()).isEqualTo("media.too-complex");
	}

}
