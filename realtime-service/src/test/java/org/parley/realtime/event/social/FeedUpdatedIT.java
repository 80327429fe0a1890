package org.parley.realtime.event.social;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestTokens;
import org.parley.realtime.RealtimeIT;
import org.parley.realtime.SocketTestClient;

import static org.assertj.core.api.Assertions.assertThat;

class FeedUpdatedIT extends RealtimeIT {

	private final String alice = Ids.next();

	private final String bob = Ids.next();

	@Test
	void followersAndNobodyElseAreTold() {
		var former = Ids.next();
		var blocked = Ids.next();
		social().follow("follow.started", this.bob, this.alice, 1);
		for (var lost : List.of(former, blocked)) {
			social().follow("follow.started", lost, this.alice, 1);
			social().follow("follow.ended", lost, this.alice, 2);
		}
		social().block("block.started", this.alice, blocked, 2);
		var told = member(this.bob);
		var elsewhere = client(secondInstance(), "websocket", TestTokens.of(this.bob, "bob"), null);
		var others = List.of(member(this.alice), member(former), member(blocked), member(Ids.next()),
				guest("websocket"), withScope("threads:read notifications"));
		assertThat(List.of(told.outcome(), elsewhere.outcome())).containsOnly("ok");
		assertThat(others).allSatisfy((client) -> assertThat(client.outcome()).isEqualTo("ok"));
		var post = social().post(this.alice, "followers");
		soon().until(() -> ids(told).contains(post) && ids(elsewhere).contains(post));
		var message = told.received("feed-updated").getFirst();
		assertThat(message.propertyNames()).containsExactlyInAnyOrder("id", "type", "data");
		assertThat(message.path("data").propertyNames()).containsExactly("ids");
		assertThat(others).allSatisfy((client) -> assertThat(client.received()).isEmpty());
	}

	@Test
	void postsOfMomentAreToldTogether() {
		var carol = Ids.next();
		social().follow("follow.started", this.bob, this.alice, 1);
		social().follow("follow.started", this.bob, carol, 1);
		var told = member(this.bob);
		assertThat(told.outcome()).isEqualTo("ok");
		var posts = List.of(social().post(this.alice, "public"), social().post(carol, "followers"),
				social().post(this.alice, "public"));
		soon().until(() -> ids(told).size() == 3);
		assertThat(ids(told)).containsExactlyInAnyOrderElementsOf(posts);
		assertThat(told.received("feed-updated")).hasSizeLessThan(3);
	}

	@Test
	void privatePostIsToldOnceItIsShown() {
		social().follow("follow.started", this.bob, this.alice, 1);
		var told = member(this.bob);
		assertThat(told.outcome()).isEqualTo("ok");
		var hidden = social().post(this.alice, "private");
		var shown = social().post(this.alice, "public");
		social().edited(shown, this.alice, "followers", "public", 1);
		soon().until(() -> ids(told).contains(shown));
		assertThat(ids(told)).containsExactly(shown);
		social().edited(hidden, this.alice, "public", "private", 1);
		soon().until(() -> ids(told).contains(hidden));
		assertThat(ids(told)).containsExactly(shown, hidden);
	}

	@Test
	void postsThatFollowersSeeNoMoreAreTold() {
		social().follow("follow.started", this.bob, this.alice, 1);
		var told = member(this.bob);
		assertThat(told.outcome()).isEqualTo("ok");
		var own = social().post(this.alice, "private");
		var removed = social().post(this.alice, "public");
		var hidden = social().post(this.alice, "followers");
		soon().until(() -> ids(told).size() == 2);
		social().removed(own, this.alice, "private", 1);
		social().removed(removed, this.alice, 1);
		social().edited(hidden, this.alice, "private", "followers", 1);
		soon().until(() -> ids(told, "feed-removed").size() == 2);
		assertThat(ids(told, "feed-removed")).containsExactly(removed, hidden);
		assertThat(ids(told)).containsExactly(removed, hidden);
	}

	private static List<String> ids(SocketTestClient client) {
		return ids(client, "feed-updated");
	}

	private static List<String> ids(SocketTestClient client, String event) {
		return client.received(event)
			.stream()
			.flatMap((message) -> message.at("/data/ids").valueStream())
			.map((id) -> id.asString())
			.toList();
	}

	private SocketTestClient withScope(String scope) {
		return client(this.sockets, "websocket", TestTokens.claims(this.bob, "bob").claim("scope", scope).sign(), null);
	}

}
