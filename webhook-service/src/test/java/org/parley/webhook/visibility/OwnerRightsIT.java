package org.parley.webhook.visibility;

import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.platform.domain.Ids;
import org.parley.platform.readmodels.category.Audience;
import org.parley.webhook.WebhookIT;
import org.parley.webhook.owner.SubscriptionOwners;
import org.parley.webhook.visibility.MessageVisibility.VisibilityQuery;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The owner of a subscription receives what they may read at that moment. */
class OwnerRightsIT extends WebhookIT {

	@Autowired
	private MessageVisibility messageVisibility;

	@Autowired
	private SubscriptionOwners owners;

	private final String category = Ids.next();

	private final String thread = Ids.next();

	private final String post = Ids.next();

	private final String owner = Ids.next();

	private final String author = Ids.next();

	private Audience limit = Audience.ADMINS;

	@BeforeEach
	void open() {
		this.messageVisibility.saveThread(this.thread, this.category, "open", Set.of(), 1);
	}

	@ParameterizedTest
	@CsvSource({ "anyone, user, READABLE", "user, user, READABLE", "moderator, user, HIDDEN", "admin, user, HIDDEN",
			"moderator, moderator, READABLE", "admin, moderator, HIDDEN", "admin, admin, READABLE",
			"a role of later, moderator, HIDDEN", "anyone, unknown, READABLE", "user, unknown, HIDDEN" })
	void readersOfCategoryReceive(String readers, String role, Visibility expected) {
		this.messageVisibility.saveCategory(this.category, readers, Set.of(), 1);
		if (!role.equals("unknown")) {
			publishAccount("user.snapshot", 1, role);
		}
		assertThat(ofPost()).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "anyone, MEMBERS, READABLE", "user, MEMBERS, READABLE", "moderator, MEMBERS, HIDDEN",
			"moderator, MODERATORS, READABLE", "admin, MODERATORS, HIDDEN", "admin, ADMINS, READABLE" })
	void limitOfTokenLimitsAdministrator(String readers, Audience limit, Visibility expected) {
		this.messageVisibility.saveCategory(this.category, readers, Set.of(), 1);
		publishAccount("user.snapshot", 1, "admin");
		this.limit = limit;
		assertThat(ofPost()).isEqualTo(expected);
		assertThat(of(MessageSubject.STAFF))
			.isEqualTo((limit == Audience.ADMINS) ? Visibility.READABLE : Visibility.HIDDEN);
	}

	/** Groups are rights of people, which no role replaces. */
	@ParameterizedTest
	@CsvSource({ "MEMBERS", "ADMINS" })
	void membersOfGroupReceive(Audience limit) {
		var group = Ids.next();
		this.messageVisibility.saveCategory(this.category, "admin", Set.of(Ids.next(), group), 1);
		this.limit = limit;
		publishAccount("user.snapshot", 1, "user");
		assertThat(ofPost()).isEqualTo(Visibility.HIDDEN);
		publishAccount("user.groups-changed", 2, "user", group);
		assertThat(ofPost()).isEqualTo(Visibility.READABLE);
		publishAccount("user.groups-changed", 3, "user", Ids.next());
		assertThat(ofPost()).isEqualTo(Visibility.HIDDEN);
	}

	@Test
	void lostRoleEndsAccess() {
		this.messageVisibility.saveCategory(this.category, "moderator", Set.of(), 1);
		publishAccount("user.snapshot", 1, "moderator");
		assertThat(ofPost()).isEqualTo(Visibility.READABLE);
		publishAccount("user.role-changed", 2, "user");
		assertThat(ofPost()).isEqualTo(Visibility.HIDDEN);
		assertThat(of(MessageSubject.STAFF)).isEqualTo(Visibility.HIDDEN);
	}

	@ParameterizedTest
	@CsvSource({ "user, HIDDEN", "moderator, HIDDEN", "admin, READABLE", "unknown, HIDDEN" })
	void onlyAdministratorsReceiveAccountsAndCases(String role, Visibility expected) {
		if (!role.equals("unknown")) {
			publishAccount("user.snapshot", 1, role);
		}
		assertThat(of(MessageSubject.STAFF)).isEqualTo(expected);
	}

	@Test
	void bannedAndDeletedOwnersReceiveNothing() {
		this.messageVisibility.saveCategory(this.category, "anyone", Set.of(), 1);
		publishAccount("user.banned", 3, "user");
		assertThat(ofPost()).isEqualTo(Visibility.HIDDEN);
		assertThat(of(MessageSubject.NOTHING)).isEqualTo(Visibility.HIDDEN);
		publishAccount("user.unbanned", 4, "user");
		assertThat(ofPost()).isEqualTo(Visibility.READABLE);
		this.owners.markDeleted(this.owner, 5);
		assertThat(ofPost()).isEqualTo(Visibility.HIDDEN);
	}

	@Test
	void closedOwnersReceiveNothing() {
		this.messageVisibility.saveCategory(this.category, "anyone", Set.of(), 1);
		publishAccount("user.profile-changed", 2, "closed", "admin", new String[0]);
		assertThat(ofPost()).isEqualTo(Visibility.HIDDEN);
		assertThat(of(MessageSubject.STAFF)).isEqualTo(Visibility.HIDDEN);
		publishAccount("user.profile-changed", 3, "active", "admin", new String[0]);
		assertThat(ofPost()).isEqualTo(Visibility.READABLE);
	}

	@ParameterizedTest
	@CsvSource({ "FORUM, true, HIDDEN", "FORUM, false, READABLE", "SOCIAL, true, HIDDEN", "SOCIAL, false, HIDDEN",
			"ROOM, true, HIDDEN", "ROOM, false, HIDDEN" })
	void blockHidesContent(MessageSource source, boolean byOwner, Visibility expected) {
		this.messageVisibility.saveCategory(this.category, "anyone", Set.of(), 1);
		block("block.started", byOwner, 1);
		assertThat(of(subject(source, true))).isEqualTo(expected);
		assertThat(of(subject(source, false))).as("what has no content").isEqualTo(Visibility.READABLE);
		block("block.ended", byOwner, 2);
		assertThat(of(subject(source, true))).isEqualTo(Visibility.READABLE);
	}

	@Test
	void snapshotRestoresMissedStartAndEndOfBlock() {
		block("block.snapshot", true, 1);
		assertThat(of(subject(MessageSource.SOCIAL, true))).isEqualTo(Visibility.HIDDEN);
		block("block.snapshot", true, 2);
		assertThat(of(subject(MessageSource.SOCIAL, true))).isEqualTo(Visibility.READABLE);
	}

	@ParameterizedTest
	@CsvSource({ "SOCIAL, item", "SOCIAL, place", "SOCIAL, author", "ROOM, item", "ROOM, place", "FORUM, item" })
	void hiddenPartHidesContent(MessageSource source, String part) {
		this.messageVisibility.saveCategory(this.category, "anyone", Set.of(), 1);
		var id = switch (part) {
			case "item" -> this.post;
			case "place" -> this.thread;
			default -> this.author;
		};
		this.messageVisibility.saveItem(id, false, 2);
		assertThat(of(subject(source, true))).isEqualTo(Visibility.HIDDEN);
		assertThat(of(subject(source, false))).isEqualTo(Visibility.READABLE);
		this.messageVisibility.saveItem(id, true, 3);
		assertThat(of(subject(source, true))).isEqualTo(Visibility.READABLE);
	}

	@ParameterizedTest
	@CsvSource({ "SOCIAL", "ROOM", "FORUM" })
	void replacedTextIsHidden(MessageSource source) {
		this.messageVisibility.saveCategory(this.category, "anyone", Set.of(), 1);
		this.messageVisibility.saveEdited(this.post, true, true, 2);
		assertThat(of(subject(source, true))).isEqualTo(Visibility.HIDDEN);
		assertThat(of(subject(source, false))).isEqualTo(Visibility.READABLE);
	}

	private Visibility ofPost() {
		return of(subject(MessageSource.FORUM, true));
	}

	private Visibility of(MessageSubject subject) {
		return this.messageVisibility.of(new VisibilityQuery(subject, this.owner, this.limit));
	}

	private MessageSubject subject(MessageSource source, boolean content) {
		@Nullable String place = (source == MessageSource.FORUM) ? this.category : null;
		return new MessageSubject(source, place, this.thread, this.post, content, Set.of(this.author), Set.of(), 1L);
	}

	private void publishAccount(String type, long version, String role, String... groups) {
		publishAccount(type, version, type.equals("user.banned") ? "banned" : "active", role, groups);
	}

	private void publishAccount(String type, long version, String status, String role, String[] groups) {
		publish(type, (data) -> {
			data.withObject("/user").put("id", this.owner).put("status", status);
			data.putArray("roles").add(role);
			var ids = data.withObject("/user").putArray("groups");
			Stream.of(groups).forEach(ids::add);
			data.put("version", version);
		});
		soon().until(() -> this.owners.find(this.owner).filter((person) -> person.version() == version).isPresent());
	}

	private void block(String type, boolean byOwner, long version) {
		var blocker = byOwner ? this.owner : this.author;
		publish(type, (data) -> {
			if (data.has("active")) {
				data.put("active", version % 2 == 1);
			}
			data.withObject("/blocker").put("id", blocker);
			data.withObject("/blocked").put("id", byOwner ? this.author : this.owner);
			data.put("version", version);
		});
		soon().until(() -> this.mongo.getCollection("relations")
			.countDocuments(new org.bson.Document("personId", blocker).append("version", version)) == 1);
	}

}
