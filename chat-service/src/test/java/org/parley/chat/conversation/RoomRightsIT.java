package org.parley.chat.conversation;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.chat.ChatIT;
import org.parley.platform.test.TestTokens;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * People in a room try everything that changes it, after its creator's role or membership
 * has changed.
 */
class RoomRightsIT extends ChatIT {

	private static final String[] ADMIN = { "moderator", "admin" };

	@ParameterizedTest
	@CsvSource({
			// what the creator does; what the creator, a former administrator, the next
			// member and an administrator get for edit, invite, remove and delete
			"stays, 200 204 204 204, 403 403 403 403, 403 403 403 403, 200 204 204 204",
			"leaves, 404 404 404 404, 403 403 403 403, 403 403 403 403, 200 204 204 204",
			"is demoted, 403 403 403 403, 403 403 403 403, 403 403 403 403, 200 204 204 204",
			"is demoted and leaves, 404 404 404 404, 403 403 403 403, 403 403 403 403, 200 204 204 204",
			"leaves and returns, 200 204 204 204, 403 403 403 403, 403 403 403 403, 200 204 204 204" })
	void rightsComeFromThePresentRole(String change, String ofCreator, String ofFormerAdmin, String ofNext,
			String ofAdmin) {
		assertThat(attempts(change, 0)).as("creator").isEqualTo(ofCreator);
		assertThat(attempts(change, 1)).as("next member").isEqualTo(ofNext);
		assertThat(attempts(change, 2)).as("former administrator").isEqualTo(ofFormerAdmin);
		assertThat(attempts(change, 3)).as("administrator").isEqualTo(ofAdmin);
	}

	private String attempts(String change, int actor) {
		var creator = aPerson(ADMIN);
		var formerAdmin = aPerson(ADMIN);
		var people = List.of(creator, aPerson(), demoted(formerAdmin), aPerson(ADMIN));
		var guest = aPerson();
		var room = aRoom(creator);
		people.subList(1, 4).forEach((person) -> join(person, room));
		var caller = people.get(actor);
		if (change.contains("demoted")) {
			creator = demoted(creator);
		}
		if (change.contains("leaves")) {
			assertThat(this.api.post(creator, "/conversations/" + room + "/leave", null).status()).isEqualTo(204);
		}
		if (change.contains("returns")) {
			join(creator, room);
		}
		return attempts((actor == 0) ? creator : caller, "/conversations/" + room, guest.username());
	}

	private String attempts(TestUser caller, String path, String guest) {
		var member = path + "/members/" + guest;
		return "%d %d %d %d".formatted(this.api.patch(caller, path, Map.of("name", "Mine")).status(),
				this.api.put(caller, member, null).status(), this.api.delete(caller, member).status(),
				this.api.delete(caller, path).status());
	}

	private TestResponse join(TestUser person, String room) {
		var joined = this.api.post(person, "/conversations/" + room + "/join", null);
		assertThat(joined.status()).isEqualTo(200);
		return joined;
	}

	private static TestUser demoted(TestUser admin) {
		return new TestUser(admin.id(), admin.username(), TestTokens.of(admin.id(), admin.username()));
	}

}
