package org.parley.media.work;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.media.MediaIT;
import org.parley.media.TestPictures;

import static org.assertj.core.api.Assertions.assertThat;

class StorageOutageIT extends MediaIT {

	private boolean isAway;

	private void stopStorage() {
		this.isAway = true;
		STORAGE.stop();
	}

	@AfterEach
	void startStorage() {
		if (this.isAway) {
			this.isAway = false;
			STORAGE.start();
		}
	}

	@Test
	void completeAnswers503AndGoesOnAfterwards() {
		var alice = aPerson();
		var url = aReadyPicture(alice).at("/variants/0/url").asString();
		var id = anUpload(alice, "image/png", TestPictures.png(20, 20));
		stopStorage();
		var answer = this.api.post(alice, "/uploads/" + id + "/complete", null);
		refused(answer, 503, "media.storage-unavailable");
		assertThat(answer.header("Retry-After")).isEqualTo("5");
		assertThat(file(url).statusCode()).isEqualTo(503);
		assertThat(this.api.get(alice, "/" + id).status()).isEqualTo(200);
		assertThat(begin(alice, "image/png", new byte[10]).status()).isEqualTo(201);
		startStorage();
		assertThat(this.api.post(alice, "/uploads/" + id + "/complete", null).status()).isEqualTo(202);
		assertThat(settled(alice, id).path("state").asString()).isEqualTo("ready");
		assertThat(file(url).statusCode()).isEqualTo(200);
	}

	@Test
	void removalGoesOnAfterwards() {
		var alice = aPerson();
		var id = aReadyPicture(alice).path("id").asString();
		assertThat(STORAGE.count("variants/" + id)).isPositive();
		stopStorage();
		assertThat(this.api.delete(alice, "/" + id).status()).isEqualTo(204);
		startStorage();
		Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> STORAGE.count(id) == 0);
	}

}
