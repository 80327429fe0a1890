package org.parley.realtime.access.social;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.contracts.PersonReference;
import org.parley.contracts.social.SocialAccountChanged;
import org.parley.contracts.social.SocialPostReference;
import org.parley.contracts.social.SocialPostRemoved;
import org.parley.contracts.social.SocialPostSnapshot;
import org.parley.contracts.social.SocialPostStatus;
import org.parley.contracts.social.SocialVisibility;
import org.parley.contracts.social.relation.BlockChanged;
import org.parley.contracts.social.relation.FollowChanged;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.database.QueryExplanation;
import org.parley.realtime.RealtimeIT;
import org.parley.realtime.access.ReadPermission;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Every kind of reader and every kind of post, as in social-service. */
class SocialPostRightsIT extends RealtimeIT {

	@Autowired
	private SocialPostRights socialPostRights;

	@Autowired
	private RoomFollows follows;

	@Autowired
	private RoomBlocks blocks;

	@Autowired
	private MongoTemplate mongo;

	private final String open = Ids.next();

	private final String closed = Ids.next();

	private final String stranger = Ids.next();

	private final String follower = Ids.next();

	private final String former = Ids.next();

	private final String blocked = Ids.next();

	private final String blocking = Ids.next();

	@BeforeEach
	void relations() {
		this.socialPostRights.update(new SocialAccountChanged("social-account.changed", person(this.closed), true, 1));
		for (var author : List.of(this.open, this.closed)) {
			for (var reader : List.of(this.follower, this.former, this.blocked, this.blocking)) {
				this.follows.save(new FollowChanged("follow.started", person(reader), person(author), 1));
			}
			this.follows.save(new FollowChanged("follow.ended", person(this.former), person(author), 2));
			this.blocks.save(new BlockChanged("block.started", person(author), person(this.blocked), 2));
			this.blocks.save(new BlockChanged("block.started", person(this.blocking), person(author), 2));
		}
	}

	@ParameterizedTest
	@CsvSource({ "guest, yes, no, no, no", "stranger, yes, no, no, no", "moderator, yes, no, no, no",
			"application, yes, no, no, no", "former, yes, no, no, no", "follower, yes, yes, yes, no",
			"author, yes, yes, yes, yes", "blocked, no, no, no, no", "blocking, no, no, no, no" })
	void readerSeesWhatSocialServiceShows(String reader, String everybody, String ofPrivateAccount, String followers,
			String nobody) {
		assertThat(sees(reader, this.open, "public")).as("public").isEqualTo(everybody.equals("yes"));
		assertThat(sees(reader, this.closed, "public")).as("of a private account")
			.isEqualTo(ofPrivateAccount.equals("yes"));
		for (var author : List.of(this.open, this.closed)) {
			assertThat(sees(reader, author, "followers")).as("followers").isEqualTo(followers.equals("yes"));
			assertThat(sees(reader, author, "private")).as("private").isEqualTo(nobody.equals("yes"));
			assertThat(permission(reader, author, storedPost(author, "unheard-of"))).as("unknown visibility")
				.isEqualTo(nobody.equals("yes"));
		}
	}

	@Test
	void removedPostIsSeenByNobody() {
		var post = post(this.open, "public");
		this.socialPostRights.remove(removal(post, null));
		assertThat(List.of("author", "follower", "guest"))
			.allSatisfy((reader) -> assertThat(permission(reader, this.open, post)).isFalse());
	}

	@Test
	void postHiddenByModerationIsLeftToItsAuthor() {
		var post = post(this.open, "public");
		this.socialPostRights.remove(removal(post, true));
		assertThat(permission("author", this.open, post)).isTrue();
		assertThat(permission("follower", this.open, post)).isFalse();
		this.socialPostRights.update(event(post, this.open, "public", 3));
		assertThat(permission("guest", this.open, post)).isTrue();
	}

	@Test
	void readersOfCommentAreAllButThoseSeparatedFromItsAuthor() {
		assertThat(this.socialPostRights.hiddenFrom(this.open)).containsExactlyInAnyOrder(this.blocked, this.blocking);
		this.blocks.save(new BlockChanged("block.ended", person(this.open), person(this.blocked), 3));
		assertThat(this.socialPostRights.hiddenFrom(this.open)).containsExactly(this.blocking);
		assertThat(this.socialPostRights.hiddenFrom(this.blocking)).contains(this.open, this.closed);
		assertThat(this.socialPostRights.hiddenFrom(this.stranger)).isEmpty();
	}

	@Test
	void followersOfLargeAuthorAreFoundAmongReaders() {
		var author = Ids.next();
		this.mongo.insertAll(IntStream.rangeClosed(0, RoomFollows.READ_FOLLOWERS).mapToObj((_) -> {
			var one = Ids.next();
			return new RoomFollow(RoomFollow.id(one, author), one, author, true, 1);
		}).toList());
		this.follows.save(new FollowChanged("follow.started", person(this.follower), person(author), 1));
		this.follows.save(new FollowChanged("follow.ended", person(this.former), person(author), 1));
		var readers = Stream.concat(Stream.of(this.follower, this.former), Stream.generate(Ids::next).limit(2_000))
			.toList();
		assertThat(this.follows.findFollowersAmong(readers, author)).containsExactly(this.follower);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, RoomFollows.FEW + 1 })
	void followersAreFoundAmongFewAndManyPeople(int strangers) {
		var people = Stream
			.concat(Stream.of(this.follower, this.former, this.stranger), Stream.generate(Ids::next).limit(strangers))
			.toList();
		assertThat(this.follows.findFollowersAmong(people, this.open)).containsExactly(this.follower);
		assertThat(this.follows.findFollowersAmong(List.of(), this.open)).isEmpty();
	}

	@Test
	void followsOfOnePersonAreFound() {
		var next = this.follower + ";";
		this.follows.save(new FollowChanged("follow.started", person(next), person(this.closed), 1));
		assertThat(this.follows.followedBy(this.follower)).contains(this.open).doesNotContain(next);
		assertThat(this.follows.followedBy(next)).containsExactly(this.closed);
	}

	@Test
	void queriesUseIndexes() {
		var post = post(this.open, "public");
		var sent = this.commands.during(() -> {
			permission("follower", this.closed, post(this.closed, "public"));
			this.socialPostRights.dependingOn(this.open, List.of(post));
			this.blocks.forget();
			this.socialPostRights.hiddenFrom(this.open);
			this.follows.findFollowersAmong(Set.of(this.follower), this.open);
			this.follows.findFollowersAmong(Stream.generate(Ids::next).limit(RoomFollows.FEW + 1).toList(), this.open);
			this.follows.save(new FollowChanged("follow.started", person(this.former), person(this.open), 3));
		})
			.stream()
			.filter((command) -> Set.of("find", "update").contains(command.getFirstKey()))
			.filter((command) -> Set.of("social_posts", "social_authors", "follows", "blocks")
				.contains(command.getString(command.getFirstKey()).getValue()))
			.toList();
		assertThat(sent)
			.extracting((command) -> command.getFirstKey() + " " + command.getString(command.getFirstKey()).getValue())
			.contains("find social_posts", "find follows", "find blocks", "update follows", "update social_posts");
		for (var command : sent) {
			assertThat(QueryExplanation.of(this.mongo, command).stages()).as(command.toJson())
				.doesNotContain("COLLSCAN", "SORT");
		}
	}

	private boolean sees(String reader, String author, String visibility) {
		return permission(reader, author, post(author, visibility));
	}

	private boolean permission(String reader, String author, String post) {
		return this.socialPostRights.permission(post, caller(reader, author)) == ReadPermission.GRANTED;
	}

	private @Nullable Caller caller(String reader, String author) {
		return switch (reader) {
			case "guest" -> null;
			case "stranger" -> user(this.stranger);
			case "moderator" -> user(this.stranger, "moderator", "admin");
			case "application" -> new Caller(this.follower, "", "", "", Set.of(), Set.of("social:read"));
			case "former" -> user(this.former);
			case "follower" -> user(this.follower);
			case "author" -> user(author);
			case "blocked" -> user(this.blocked);
			case "blocking" -> user(this.blocking);
			default -> throw new IllegalArgumentException(reader);
		};
	}

	private static Caller user(String id, String... roles) {
		return new Caller(id, id, id, "session",
				Stream.concat(Stream.of("user"), Stream.of(roles)).collect(Collectors.toSet()), Set.of("parley"));
	}

	private String post(String author, String visibility) {
		var id = Ids.next();
		this.socialPostRights.update(event(id, author, visibility, 0));
		return id;
	}

	/** A post that a later version of this service has stored. */
	private String storedPost(String author, String visibility) {
		return this.mongo.insert(new RoomSocialPost(Ids.next(), author, visibility, false, 0)).id();
	}

	private static SocialPostSnapshot event(String post, String author, String visibility, long version) {
		return new SocialPostSnapshot(new SocialPostSnapshot.VisiblePost(post, person(author),
				SocialVisibility.of(visibility), SocialPostStatus.ACTIVE, version));
	}

	private SocialPostRemoved removal(String post, @Nullable Boolean hidden) {
		return new SocialPostRemoved(new SocialPostReference(post, person(this.open), SocialVisibility.PUBLIC, null, 0),
				hidden, 2);
	}

	private static PersonReference person(String id) {
		return new PersonReference(id, id, id);
	}

}
