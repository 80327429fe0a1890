package org.parley.auth;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.parley.platform.jobs.Job;
import org.parley.platform.test.client.TestUser;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;

/** Avatars that were stored before their host was disallowed. */
@AuthTest
class ForeignAvatarIT extends Scene {

	@Autowired
	private Job removeForeignAvatars;

	@Test
	void storedForeignAvatarIsHidden() {
		var somebody = withAvatar("https://elsewhere.example/a.png");
		for (var path : new String[] { "me", somebody.username() }) {
			var shown = this.api.get("/api/v1/users/" + path).as(somebody).send();
			assertThat(shown.data().path("avatarUrl").isNull()).as(path).isTrue();
		}
		this.api.patch("/api/v1/users/me", "{\"bio\": \"Hello\"}").as(somebody).send();
		var told = this.postbox.about(somebody.id(), "user.profile-changed");
		assertThat(told.at("/data/user").has("avatarUrl")).isFalse();
	}

	@Test
	void jobRemovesForeignAvatarAndPublishesProfile() {
		var foreign = withAvatar("https://elsewhere.example/a.png");
		var allowed = withAvatar("https://example.org/a.png");
		assertThat(this.removeForeignAvatars.run()).endsWith(" avatars removed.");
		var told = this.postbox.about(foreign.id(), "user.profile-changed");
		assertThat(told.at("/data/user").has("avatarUrl")).isFalse();
		assertThat(stored(foreign)).doesNotContain("elsewhere.example");
		assertThat(stored(allowed)).contains("https://example.org/a.png");
		assertThat(this.postbox.all(allowed.id(), "user.profile-changed")).isEmpty();
		assertThat(this.removeForeignAvatars.run()).isEqualTo("0 avatars removed.");
	}

	private TestUser withAvatar(String address) {
		var somebody = this.api.register();
		this.mongo.updateFirst(Query.query(Criteria.where("_id").is(somebody.id())),
				Update.update("profile.avatarUrl", address), "users");
		return somebody;
	}

	private String stored(TestUser somebody) {
		return String.valueOf(this.mongo.findById(somebody.id(), Document.class, "users"));
	}

}
