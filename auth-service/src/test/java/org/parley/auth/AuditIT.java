package org.parley.auth;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;

@AuthTest
class AuditIT extends Scene {

	private static final String OWN = "/api/v1/users/me/audit";

	private static final String ALL = "/api/v1/admin/audit";

	@Autowired
	private Forgery forgery;

	@Test
	void userReadsOwnRecordsOnly() {
		var somebody = this.api.register();
		this.api.loginRequest(somebody.username(), "not my password").from("198.51.100.66").send();
		this.api.login(somebody.username(), Api.PASSWORD);
		this.api.register();
		var page = this.api.get(OWN).as(somebody).send();
		assertThat(page.status()).isEqualTo(200);
		assertThat(acts(page.body())).containsExactly("signed-in", "sign-in-failed", "registered");
		assertThat(page.body().at("/data/1/address").asString()).isEqualTo("198.51.100.66");
		assertThat(page.body().at("/data/0").propertyNames()).containsExactly("id", "at", "act", "detail", "address",
				"byOthers");
		assertThat(this.api.get(OWN).as(somebody).header("If-None-Match", page.header("ETag")).send().status())
			.isEqualTo(304);
	}

	@Test
	void ownRecordsHideActingAdministrator() {
		var somebody = this.api.register();
		this.api.put("/api/v1/admin/users/" + somebody.id() + "/role", "{\"role\": \"moderator\"}")
			.as(this.api.admin())
			.from("203.0.113.77")
			.send();
		var again = TestUser.of(this.api.refresh(somebody.refreshToken()).send());
		var own = this.api.get(OWN).as(again).send();
		assertThat(own.body().at("/data/0/act").asString()).isEqualTo("role-changed");
		assertThat(own.body().at("/data/0/byOthers").asBoolean()).isTrue();
		assertThat(own.body().at("/data/0/address").isNull()).isTrue();
		assertThat(own.body().toString()).doesNotContain("203.0.113.77").doesNotContain(this.api.admin().id());
		var all = this.api.get(ALL + "?user=" + somebody.id() + "&act=role-changed").as(this.forgery.admin()).send();
		assertThat(all.body().at("/data/0/address").asString()).isEqualTo("203.0.113.77");
		assertThat(all.body().at("/data/0/by").asString()).isEqualTo(this.api.admin().id());
	}

	@Test
	void cursorIsStableWhileRecordsAreAdded() {
		var somebody = this.api.register();
		for (int i = 0; i < 4; i++) {
			this.api.login(somebody.username(), Api.PASSWORD);
		}
		var first = this.api.get(OWN + "?limit=2").as(somebody).send().body();
		this.api.login(somebody.username(), Api.PASSWORD);
		var ids = new ArrayList<>(ids(first));
		var next = first.at("/meta/pagination/next").asString();
		var second = this.api.get(OWN + "?limit=2&cursor=" + next).as(somebody).send().body();
		ids.addAll(ids(second));
		ids.addAll(ids(this.api.get(OWN + "?limit=2&cursor=" + second.at("/meta/pagination/next").asString())
			.as(somebody)
			.send()
			.body()));
		assertThat(ids).hasSize(5).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> b.compareTo(a));
		var back = this.api.get(OWN + "?limit=2&cursor=" + second.at("/meta/pagination/prev").asString())
			.as(somebody)
			.send()
			.body();
		assertThat(ids(back)).isEqualTo(ids(first));
		assertThat(acts(this.api.get(OWN + "?act=registered").as(somebody).send().body()))
			.containsExactly("registered");
	}

	@Test
	void administratorsReadAllRecords() {
		var somebody = this.api.register();
		this.api.loginRequest("nobody-of-that-name", "not my password").from("198.51.100.67").send();
		var unknown = this.api.get(ALL + "?act=sign-in-failed&limit=1").as(this.forgery.admin()).send().body();
		assertThat(unknown.at("/data/0").propertyNames()).containsExactly("id", "at", "act", "userId", "by", "detail",
				"address", "correlationId");
		assertThat(unknown.at("/data/0/userId").isNull()).isTrue();
		assertThat(unknown.at("/data/0/correlationId").asString()).isNotEmpty();
		assertThat(acts(this.api.get(ALL + "?user=" + somebody.id()).as(this.forgery.admin()).send().body()))
			.containsExactly("registered");
	}

	@Test
	void unknownActionIsListed() {
		var somebody = this.api.register();
		this.mongo.updateFirst(Query.query(Criteria.where("userId").is(somebody.id())),
				Update.update("act", "SOMETHING_NEW"), "audit");
		assertThat(acts(this.api.get(OWN).as(somebody).send().body())).containsExactly("something-new");
	}

	@Test
	void refreshTokenReuseAlertsOwner() {
		var somebody = this.api.register();
		this.api.refresh(somebody.refreshToken()).send();
		this.clock.move(Duration.ofMinutes(1));
		assertThat(this.api.refresh(somebody.refreshToken()).send().code()).isEqualTo("auth.refresh-reused");
		assertThat(this.postbox.about(somebody.id(), "security.alert").at("/data/kind").asString())
			.isEqualTo("session-stolen");
		assertThat(this.mongo.findOne(
				Query.query(Criteria.where("userId").is(somebody.id()).and("act").is("REFRESH_REUSED")), Document.class,
				"audit"))
			.isNotNull();
	}

	private static List<String> acts(JsonNode page) {
		return texts(page, "act");
	}

	private static List<String> ids(JsonNode page) {
		return texts(page, "id");
	}

	private static List<String> texts(JsonNode page, String property) {
		return page.path("data").valueStream().map((entry) -> entry.path(property).asString()).toList();
	}

}
