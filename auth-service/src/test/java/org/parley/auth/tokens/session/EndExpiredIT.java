package org.parley.auth.tokens.session;

import java.time.Duration;
import java.util.List;

import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.auth.AuthTest;
import org.parley.auth.Scene;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;

@AuthTest
class EndExpiredIT extends Scene {

	@Autowired
	private EndExpired job;

	/** Those of other tests would end, too, each with an event. */
	@BeforeEach
	void removeOthers() {
		for (var collection : List.of("personal_tokens", "sessions", "oauth_grants")) {
			this.mongo.remove(new Query(), collection);
		}
	}

	@Test
	void expiredSessionEndsOnce() {
		var somebody = this.api.register();
		var sessions = Query.query(Criteria.where("userId").is(somebody.id()));
		this.job.run();
		assertThat(this.mongo.exists(sessions, "sessions")).isTrue();

		this.clock.move(Duration.ofDays(31));
		this.job.run();
		var event = this.postbox.about(somebody.id(), "session.revoked");
		assertThat(event.at("/data/reason").asString()).isEqualTo("expired");
		assertThat(this.mongo.exists(sessions, "sessions")).isFalse();
		assertThat(this.job.run()).isEqualTo("0 sessions, tokens and grants ended.");
	}

	@Test
	void expiredPersonalTokenEnds() {
		var somebody = this.api.register();
		issueToken(somebody);
		var tokens = Query.query(Criteria.where("userId").is(somebody.id()));
		var token = this.mongo.find(tokens, Document.class, "personal_tokens").getFirst().getString("_id");
		this.clock.move(Duration.ofDays(31));
		this.job.run();
		this.postbox.about(somebody.id(), "session.revoked", 2);
		assertThat(this.postbox.all(somebody.id(), "session.revoked"))
			.anyMatch((event) -> event.at("/data/sessionId").asString().equals(token));
		assertThat(this.mongo.exists(tokens, "personal_tokens")).isFalse();
	}

}
