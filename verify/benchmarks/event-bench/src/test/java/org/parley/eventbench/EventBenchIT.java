package org.parley.eventbench;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.parley.platform.test.LocalStackTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest
@AutoConfigureMockMvc
@LocalStackTest
class EventBenchIT {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private MongoTemplate mongo;

	@Test
	void requestedTicksAreSavedAndConsumed() {
		assertThat(this.mvc.post().uri("/ticks").contentType(MediaType.APPLICATION_JSON).content("""
				{"count": 50, "perSecond": 100}""")).hasStatus(204);
		assertThat(this.mongo.count(new Query(), "ticks")).isEqualTo(50);
		await().until(() -> this.mongo.count(new Query(), "echoes") == 50);
		assertThat(this.mongo.findAll(Document.class, "echoes"))
			.allSatisfy((echo) -> assertThat(echo.getDate("heard")).isAfterOrEqualTo(echo.getDate("happened")));
	}

	@Test
	void zeroTicksAreRefused() {
		assertThat(this.mvc.post().uri("/ticks").contentType(MediaType.APPLICATION_JSON).content("""
				{"count": 0, "perSecond": 100}""")).hasStatus(400);
	}

}
