package org.parley.media.privacy;

import java.time.Duration;
import java.util.Map;

import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.parley.media.MediaIT;
import org.parley.platform.test.PersonalDataKit;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class OwnDataIT extends MediaIT {

	@Autowired
	private AmqpAdmin broker;

	@Autowired
	private RabbitTemplate rabbit;

	@Test
	void exportHasMediaAndErasureDeletesThemWithTheirFiles() {
		var gone = aPerson();
		var media = aReadyPicture(gone);
		var id = media.path("id").asString();
		this.api.patch(gone, "/" + id, Map.of("alt", "My balcony"));
		var kit = new PersonalDataKit(this.rabbit, this.broker, "media.events", "media_work");
		assertThat(kit.export(gone.id()).get("media")).singleElement()
			.matches((item) -> item.path("alt").asString().equals("My balcony"));
		assertThat(kit.erase(gone.id())).containsEntry("media", 1L).containsEntry("quota", 1L);
		assertThat(file(media.at("/variants/0/url").asString()).statusCode()).isEqualTo(404);
		assertThat(this.api.get(gone, "/" + id).status()).isEqualTo(404);
		var left = this.mongo.getCollection("media").find(new Document("_id", id)).first();
		assertThat(String.valueOf(left)).doesNotContain(gone.id(), "My balcony");
		Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
			this.clock.move(Duration.ofMinutes(1));
			wakeWorkers();
			return STORAGE.count(id) == 0
					&& this.mongo.getCollection("media").countDocuments(new Document("_id", id)) == 0;
		});
	}

}
