package org.parley.chat.conversation;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.chat.ChatIT;
import org.parley.platform.test.client.TestTokens;
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
			// what the creator gets for edit, invite, remove and delete
			"stays, 200 204 204 204", "leaves, 404 404 404 404", "is demoted, 403 403 403 403",
			"is demoted and leaves, 404 404 404 404", "leaves and returns, 200 204 204 204" })
	void rightsOfCreatorComeFromTheirPresentRole(String change, String expected) {
		var creator = aPerson(ADMIN);
		var room = aRoom(creator);
		var present = change.contains("demoted") ? demoted(creator) : creator;
		if (change.contains("leaves")) {
			leave(present, room);
		}
		if (change.contains("returns")) {
			join(present, room);
		}
		assertThat(attempts(present, room)).isEqualTo(expected);
	}

	/** The room passes on to nobody when its creator leaves it. */
	@Test
	void rightsOfOthersComeFromTheirPresentRole() {
		var creator = aPerson(ADMIN);
		var next = aPerson();
		var former = demoted(aPerson(ADMIN));
		var admin = aPerson(ADMIN);
		var room = aRoom(creator);
		List.of(next, former, admin).forEach((person) -> join(person, room));
		leave(creator, room);
		assertThat(attempts(next, room)).isEqualTo("403 403 403 403");
		assertThat(attempts(former, room)).isEqualTo("403 403 403 403");
		assertThat(attempts(admin, room)).isEqualTo("200 204 204 204");
	}

	private String attempts(TestUser caller, String room) {
		var path = "/conversations/" + room;
		var member = path + "/members/" + aPerson().username();
		return "%d %d %d %d".formatted(this.api.patch(caller, path, Map.of("name", "Mine")).status(),
				this.api.put(caller, member, null).status(), this.api.delete(caller, member).status(),
				this.api.delete(caller, path).status());
	}

	private void join(TestUser person, String room) {
		assertThat(this.api.post(person, "/conversations/" + room + "/join", null).status()).isEqualTo(200);
	}

	private void leave(TestUser person, String room) {
		assertThat(this.api.post(person, "/conversations/" + room + "/leave", null).status()).isEqualTo(204);
	}

	private static TestUser demoted(TestUser admin) {
		return new TestUser(admin.id(), admin.username(), TestTokens.of(admin.id(), admin.username()));
	}

}
