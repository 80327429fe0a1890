package org.parley.social.post;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.contracts.social.SocialPostStatus;
import org.parley.contracts.social.SocialVisibility;
import org.parley.platform.readmodels.account.AccountStatus;
import org.parley.social.person.SocialPerson;
import org.parley.social.post.comment.SocialComment;
import org.parley.social.relation.SocialReader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who sees the posts and comments of a person. */
class SocialPostTests {

	private static final String OWNER = "owner";

	private static final Instant NOW = Instant.parse("2026-11-20T23:59:59Z");

	private static final SocialText TEXT = new SocialText("Ripe", "<p>Ripe</p>", List.of());

	@ParameterizedTest
	@CsvSource(textBlock = """
			# reader,  account, public, followers, private
			guest,     public,  true,   false,     false
			guest,     private, false,  false,     false
			stranger,  public,  true,   false,     false
			stranger,  private, false,  false,     false
			follower,  public,  true,   true,      false
			follower,  private, true,   true,      false
			separated, public,  false,  false,     false
			separated, private, false,  false,     false
			separated follower, public, false, false, false
			separated follower, private, false, false, false
			owner,     public,  true,   true,      true
			owner,     private, true,   true,      true
			""")
	void readersSeePostsByVisibility(String reader, String account, boolean ofPublic, boolean ofFollowers,
			boolean ofPrivate) {
		var one = reader(reader, account, AccountStatus.ACTIVE);
		assertThat(post(SocialVisibility.PUBLIC).isShownTo(one)).isEqualTo(ofPublic);
		assertThat(post(SocialVisibility.FOLLOWERS).isShownTo(one)).isEqualTo(ofFollowers);
		assertThat(post(SocialVisibility.PRIVATE).isShownTo(one)).isEqualTo(ofPrivate);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			# reader,  account, lists, what is for followers
			guest,     public,  true,  false
			guest,     private, false, false
			stranger,  public,  true,  false
			stranger,  private, false, false
			follower,  public,  true,  true
			follower,  private, true,  true
			separated, public,  false, false
			separated follower, public, false, false
			owner,     public,  true,  true
			owner,     private, true,  true
			""")
	void readersVisitPeople(String reader, String account, boolean visits, boolean confides) {
		var one = reader(reader, account, AccountStatus.ACTIVE);
		assertThat(one.mayVisit(OWNER)).isEqualTo(visits);
		assertThat(one.isConfidant(OWNER)).isEqualTo(confides);
	}

	@ParameterizedTest
	@ValueSource(strings = { "guest", "stranger", "follower" })
	void nobodySeesErasedPerson(String reader) {
		var one = reader(reader, "public", AccountStatus.DELETED);
		assertThat(one.meets(OWNER)).isFalse();
		assertThat(one.mayVisit(OWNER)).isFalse();
		assertThat(one.visibilities(OWNER)).isEmpty();
		assertThat(comment(SocialPostStatus.ACTIVE).isShownTo(one)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "guest", "stranger", "follower" })
	void postsOfBannedPersonStay(String reader) {
		assertThat(post(SocialVisibility.PUBLIC).isShownTo(reader(reader, "public", AccountStatus.BANNED))).isTrue();
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			# status, author, follower, guest
			active,   true,   true,     true
			hidden,   true,   false,    false
			removed,  true,   false,    false
			deleted,  false,  false,    false
			""")
	void statusHidesFromReaders(String status, boolean author, boolean follower, boolean guest) {
		var to = SocialPostStatus.valueOf(status.toUpperCase(Locale.ROOT));
		var shown = Map.of(OWNER, author, "follower", follower, "guest", guest);
		shown.forEach((reader, expected) -> {
			var one = reader(reader, "public", AccountStatus.ACTIVE);
			assertThat(post(SocialVisibility.PUBLIC).with(to).isShownTo(one)).as("post to %s", reader)
				.isEqualTo(expected);
			assertThat(comment(to).isShownTo(one)).as("comment to %s", reader).isEqualTo(expected);
		});
	}

	@ParameterizedTest
	@EnumSource(SocialPostStatus.class)
	void onlyTextThatModeratorsRemovedIsWithheldFromAuthor(SocialPostStatus status) {
		var one = post(SocialVisibility.PUBLIC).with(status);
		var withheld = status == SocialPostStatus.REMOVED;
		assertThat(one.shownText() == null).isEqualTo(withheld);
		assertThat(one.shownHtml() == null).isEqualTo(withheld);
	}

	@ParameterizedTest
	@EnumSource(SocialPostStatus.class)
	void contentThatModeratorsHideIsNotChanged(SocialPostStatus status) {
		for (var content : List.of(post(SocialVisibility.PUBLIC).with(status), comment(status))) {
			if (status.isRestricted()) {
				assertThatThrownBy(content::requireShown).extracting("code")
					.isEqualTo("social-" + content.noun() + ".hidden");
			}
			else {
				assertThatNoException().isThrownBy(content::requireShown);
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "owner, true", "stranger, false", "'', false" })
	void onlyAuthorChangesContent(String person, boolean permitted) {
		for (var content : List.of(post(SocialVisibility.PUBLIC), comment(SocialPostStatus.ACTIVE))) {
			if (permitted) {
				assertThatNoException().isThrownBy(() -> content.requireAuthor(person));
			}
			else {
				assertThatThrownBy(() -> content.requireAuthor(person)).extracting("code")
					.isEqualTo("social-" + content.noun() + ".forbidden");
			}
		}
	}

	@ParameterizedTest
	@EnumSource(SocialPostStatus.class)
	void everyChangeHasNextVersion(SocialPostStatus status) {
		var before = post(SocialVisibility.FOLLOWERS).with(status);
		var edited = before.edited(TEXT, List.of("medium"), SocialVisibility.PRIVATE, NOW);
		var corrected = before.corrected(TEXT, NOW);
		assertThat(List.of(edited, corrected, before.deleted(), before.with(SocialPostStatus.ACTIVE)))
			.allSatisfy((after) -> {
				assertThat(after.version()).isEqualTo(before.version() + 1);
				assertThat(after.id()).isEqualTo(before.id());
				assertThat(after.createdAt()).isEqualTo(before.createdAt());
			});
		assertThat(edited.status()).isEqualTo(status);
		assertThat(edited.media()).containsExactly("medium");
		assertThat(corrected.status()).isEqualTo(SocialPostStatus.ACTIVE);
		assertThat(corrected.visibility()).isEqualTo(SocialVisibility.FOLLOWERS);
		assertThat(before.deleted().text()).isNull();
		assertThat(before.deleted().html()).isNull();
		assertThat(before.deleted().media()).isEqualTo(before.media());
	}

	private static SocialPost post(SocialVisibility visibility) {
		return SocialPost.of(OWNER, TEXT, List.of("picture"), visibility, NOW);
	}

	private static SocialComment comment(SocialPostStatus status) {
		return SocialComment.of("post", OWNER, null, TEXT, NOW).with(status);
	}

	private static SocialReader reader(String relation, String account, AccountStatus status) {
		var owner = new SocialPerson(OWNER, OWNER, "Owner", null, status, true, account.equals("private"), 0, 1);
		var id = relation.equals("guest") ? null : relation;
		return new SocialReader(id, Map.of(OWNER, owner), relation.contains("follower") ? Set.of(OWNER) : Set.of(),
				relation.startsWith("separated") ? Set.of(OWNER) : Set.of());
	}

}
