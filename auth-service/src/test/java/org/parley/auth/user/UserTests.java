package org.parley.auth.user;

import java.util.List;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.auth.user.ban.Ban;
import org.parley.auth.user.profile.UserProfile;
import org.parley.auth.user.profile.UserProfileRequest;
import org.parley.contracts.PersonReference;
import org.parley.contracts.account.AccountData;
import org.parley.contracts.account.ApprovalRequested;
import org.parley.contracts.account.UserBanned;
import org.parley.contracts.account.UserDeleted;
import org.parley.contracts.account.UserProfileChanged;
import org.parley.contracts.account.UserRegistered;
import org.parley.contracts.account.UserRoleChanged;
import org.parley.contracts.account.UserUnbanned;
import org.parley.contracts.account.UserVerified;
import org.parley.platform.domain.Ids;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;
import org.parley.platform.text.image.ImageHosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class UserTests {

	private static final ImageHosts IMAGES = new ImageHosts(Set.of("example.org"));

	private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

	private static final PersonReference ADMIN = new PersonReference("01KAG2T1A3B5C7D9E1F3G5H7J9", "admin", "Admin");

	@Test
	void registrationPublishesEvents() {
		var user = alice();
		assertThat(user.isEmailVerified()).isFalse();
		assertThat(user.tokenVersion()).isZero();
		assertThat(user.domainEvents()).containsExactly(new UserRegistered(
				new AccountData(user.id(), "Alice", "Alice Liddell", null, null, "active", false, List.of()),
				Role.USER.names(), NOW, 1), new ContactMoved(user));
	}

	@Test
	void displayNameThatAPersonHasChosenFollowsNoNameOfTheDirectory() {
		var user = alice();
		user.provision(DirectoryEntry.of("alice", null, true, NOW).named(new DirectoryEntry.Name("Alice", "L.")));
		user.changeProfile(new UserProfileRequest(null, "Hello", null, null, null, null), null, IMAGES);
		assertThat(user.directory()).extracting(DirectoryEntry::name).isNotNull();
		user.changeProfile(new UserProfileRequest("Ally", null, null, null, null, null), null, IMAGES);
		assertThat(user.directory()).extracting(DirectoryEntry::name).isNull();
	}

	@Test
	void roleChangePublishesEventAndRaisesTokenVersion() {
		var user = alice();
		user.changeRole(Role.MODERATOR, ADMIN);
		assertThat(user.role()).isEqualTo(Role.MODERATOR);
		assertThat(user.tokenVersion()).isEqualTo(1);
		assertThat(changesOf(user)).singleElement()
			.isEqualTo(new UserRoleChanged(user.portrait(), Role.MODERATOR.names(), 1, ADMIN, 1));
	}

	@Test
	void sameRolePublishesNoEvent() {
		var user = alice();
		user.changeRole(Role.USER, ADMIN);
		assertThat(user.tokenVersion()).isZero();
		assertThat(changesOf(user)).isEmpty();
	}

	@Test
	void roleIncludesLowerRoles() {
		assertThat(Role.USER.names()).containsExactly("user");
		assertThat(Role.MODERATOR.names()).containsExactly("user", "moderator");
		assertThat(Role.ADMIN.names()).containsExactly("user", "moderator", "admin");
	}

	@Test
	void absentProfilePropertiesStay() {
		var user = alice();
		user.changeProfile(
				new UserProfileRequest(null, "*Curiouser*", "https://example.org/a.png", null, "pt-br", null), null,
				IMAGES);
		user.changeProfile(new UserProfileRequest(" Alice ", null, null, null, null, "Europe/London"), null, IMAGES);
		assertThat(user.profile()).isEqualTo(
				new UserProfile("Alice", "*Curiouser*", "https://example.org/a.png", null, "pt-BR", "Europe/London"));
	}

	@Test
	void profileChangePublishesEvent() {
		var user = alice();
		user.changeProfile(new UserProfileRequest("Alice", null, "https://example.org/a.png", null, "en-GB", null),
				null, IMAGES);
		assertThat(user.domainEvents())
			.contains(new UserProfileChanged(user.portrait(), Role.USER.names(), "en-GB", "UTC", 1));
		assertThat(user.portrait()).isEqualTo(new AccountData(user.id(), "Alice", "Alice", "https://example.org/a.png",
				null, "active", false, List.of()));
	}

	@Test
	void eventsOfOneSaveHaveTheAccountAsItIsSaved() {
		var user = alice();
		user.verifyEmail(NOW);
		user.changeDisplayName("Alice Meier");
		user.rename(new Username("Meier"));
		user.provision(DirectoryEntry.of("alice@example.org", null, false, NOW));
		var saved = user.portrait();
		assertThat(saved.username()).isEqualTo("Meier");
		assertThat(saved.status()).isEqualTo("banned");
		assertThat(user.domainEvents()).containsOnlyOnce(
				new UserProfileChanged(saved, Role.USER.names(), user.profile().locale(), "UTC", 1),
				new UserRegistered(saved, Role.USER.names(), NOW, 1),
				new UserVerified(saved, Role.USER.names(), NOW, 1));
		assertThat(user.domainEvents()).filteredOn(UserProfileChanged.class::isInstance).hasSize(1);
	}

	@Test
	void sameProfilePublishesNoEvent() {
		var user = alice();
		user.changeProfile(new UserProfileRequest("Alice Liddell", "", null, null, null, "UTC"), null, IMAGES);
		assertThat(user.domainEvents()).noneMatch(UserProfileChanged.class::isInstance);
	}

	@Test
	void emptyAvatarUrlRemovesAvatar() {
		var user = alice();
		user.changeProfile(new UserProfileRequest(null, null, "https://example.org/a.png", null, null, null), null,
				IMAGES);
		user.changeProfile(new UserProfileRequest(null, null, "", null, null, null), null, IMAGES);
		assertThat(user.profile().avatarUrl()).isNull();
	}

	@Test
	void avatarOnForeignHostIsRefused() {
		var change = new UserProfileRequest(null, null, "https://elsewhere.example/a.png", null, null, null);
		refused(change, "profile.avatar-host");
		assertThatExceptionOfType(RefusalException.class).isThrownBy(() -> alice().changeProfile(change, null, IMAGES))
			.satisfies((problem) -> assertThat(problem.kind()).isEqualTo(RefusalKind.UNPROCESSABLE))
			.satisfies((problem) -> assertThat(problem.errors().getFirst().field()).isEqualTo("avatarUrl"));
	}

	@Test
	void storedAvatarOnForeignHostIsRemoved() {
		var user = alice();
		user.changeProfile(new UserProfileRequest("Alice", "Hello", "https://example.org/a.png", null, null, null),
				null, IMAGES);
		user.removeForeignAvatar(IMAGES);
		assertThat(user.portrait().avatarUrl()).isNotNull();
		user.removeForeignAvatar(new ImageHosts(Set.of()));
		assertThat(user.portrait().avatarUrl()).isNull();
		assertThat(user.profile().avatarUrl()).isNull();
		assertThat(user.profile().bio()).isEqualTo("Hello");
	}

	@Test
	void credentialChangesInvalidateLinks() {
		var user = alice();
		user.changePassword("$argon2id$other", NOW);
		user.revokeTokens();
		user.changeEmail("alice@example.net", NOW);
		user.revokeLinks();
		assertThat(user.linkVersion()).isEqualTo(4);
		user.changeRole(Role.MODERATOR, ADMIN);
		user.renewPasswordHash("$argon2id$same");
		assertThat(user.linkVersion()).isEqualTo(4);
		assertThat(user.tokenVersion()).isEqualTo(2);
		assertThat(user.hasChangedPasswordSince(NOW)).isTrue();
		assertThat(user.hasChangedPasswordSince(NOW.plusSeconds(1))).isFalse();
		assertThat(alice().hasChangedPasswordSince(NOW)).isFalse();
	}

	@Test
	void invalidProfileValuesAreRefused() {
		refused(new UserProfileRequest(null, null, "http://example.org/a.png", null, null, null), "profile.avatar-url");
		refused(new UserProfileRequest(null, null, "https://a@example.org/a.png", null, null, null),
				"profile.avatar-url");
		refused(new UserProfileRequest(null, null, "https:a.png", null, null, null), "profile.avatar-url");
		refused(new UserProfileRequest(null, null, "https://example.org:99999/a.png", null, null, null),
				"profile.avatar-url");
		refused(new UserProfileRequest(null, null, "https://example.org:0/a.png", null, null, null),
				"profile.avatar-url");
		refused(new UserProfileRequest(null, null, "https://example.org:/a.png", null, null, null),
				"profile.avatar-url");
		refused(new UserProfileRequest(null, null, "https://exa mple.org", null, null, null), "profile.avatar-url");
		refused(new UserProfileRequest(null, null, "javascript:alert(1)", null, null, null), "profile.avatar-url");
		refused(new UserProfileRequest(null, null, null, null, "xx", null), "profile.locale");
		refused(new UserProfileRequest(null, null, null, null, "", null), "profile.locale");
		refused(new UserProfileRequest(null, null, null, null, "en_GB_", null), "profile.locale");
		refused(new UserProfileRequest(null, null, null, null, null, "Europe/Wonderland"), "profile.time-zone");
	}

	@Test
	void addressIsVerifiedOnce() {
		var user = alice();
		user.verifyEmail(NOW);
		user.verifyEmail(NOW.plusSeconds(1));
		assertThat(user.isEmailVerified()).isTrue();
		assertThat(user.domainEvents()).containsOnlyOnce(new UserVerified(user.portrait(), Role.USER.names(), NOW, 1));
	}

	@ParameterizedTest
	@CsvSource({ "Alice, , , 0", "Alice, de, , 1", ", , Europe/Berlin, 1" })
	void onlyLocaleAndTimeZoneChangeContactData(@Nullable String name, @Nullable String locale, @Nullable String zone,
			int changes) {
		var user = savedAlice();
		user.changeProfile(new UserProfileRequest(name, "Hello", null, null, locale, zone), null, IMAGES);
		assertThat(user.domainEvents()).filteredOn(ContactMoved.class::isInstance).hasSize(changes);
	}

	@Test
	void newAddressIsVerifiedAndChangesContactData() {
		var user = savedAlice();
		user.changeEmail("Alice@example.net", NOW);
		assertThat(user.email()).isEqualTo("Alice@example.net");
		assertThat(user.isEmailVerified()).isTrue();
		user.changeEmail("alice@example.com", NOW);
		assertThat(user.domainEvents()).containsExactly(new UserVerified(user.portrait(), Role.USER.names(), NOW, 1),
				new ContactMoved(user));
	}

	@Test
	void deletionPublishesEvent() {
		var user = alice();
		user.delete(NOW);
		assertThat(user.domainEvents()).contains(new UserDeleted(user.id(), NOW, 1));
	}

	@Test
	void banPublishesEventAndRaisesTokenVersion() {
		var user = alice();
		var until = NOW.plusSeconds(60);
		user.ban("Advertising.", until, ADMIN, NOW);
		assertThat(user.tokenVersion()).isEqualTo(1);
		assertThat(user.portrait().status()).isEqualTo("banned");
		assertThat(user.domainEvents())
			.contains(new UserBanned(user.portrait(), Role.USER.names(), "Advertising.", until, 1, ADMIN, 1));
	}

	@Test
	void onlyDifferentBanPublishesAnotherEvent() {
		var user = alice();
		user.ban("Advertising.", null, ADMIN, NOW);
		user.ban("Advertising.", null, ADMIN, NOW.plusSeconds(1));
		assertThat(user.tokenVersion()).isEqualTo(1);
		user.ban("Advertising.", NOW.plusSeconds(60), ADMIN, NOW);
		assertThat(user.tokenVersion()).isEqualTo(2);
		assertThat(user.domainEvents()).filteredOn(UserBanned.class::isInstance).hasSize(2);
	}

	@Test
	void banOfSelfOrAdministratorIsRefused() {
		var user = alice();
		assertThatExceptionOfType(RefusalException.class)
			.isThrownBy(() -> user.ban("Why not.", null, user.reference(), NOW))
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo("user.ban-self"));
		user.changeRole(Role.ADMIN, ADMIN);
		assertThatExceptionOfType(RefusalException.class).isThrownBy(() -> user.ban("Why not.", null, ADMIN, NOW))
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo("user.ban-admin"));
		assertThat(user.ban()).isNull();
	}

	@Test
	void changesBeforeTheApprovalArePublishedWithIt() {
		var user = User.register(Ids.next(), new Username("Alice"), "alice@example.org",
				UserProfile.of("Alice Liddell", Locale.ENGLISH), "$argon2id$", Admission.AWAITED, NOW);
		user.changeRole(Role.MODERATOR, ADMIN);
		user.rename(new Username("Alicia"));
		user.changeEmail("alicia@example.org", NOW);
		user.ban("Advertising.", null, ADMIN, NOW);
		user.unban(ADMIN);
		user.ban("Advertising.", null, ADMIN, NOW);
		var requested = new ApprovalRequested(user.id(), NOW);
		assertThat(user.domainEvents()).containsExactly(requested);
		user.approve(NOW);
		assertThat(user.domainEvents()).containsExactly(requested,
				new UserRegistered(
						new AccountData(user.id(), "Alicia", "Alice Liddell", null, null, "banned", true, List.of()),
						Role.MODERATOR.names(), NOW, 1),
				new ContactMoved(user));
	}

	@Test
	void banIsInForceUntilItsEnd() {
		var user = alice();
		user.ban("Advertising.", NOW.plusSeconds(60), ADMIN, NOW);
		assertThatExceptionOfType(BannedException.class).isThrownBy(() -> user.admit(NOW.plusSeconds(59)))
			.withMessageContaining("2026-11-20T09:01:00Z")
			.withMessageContaining("Advertising.");
		user.admit(NOW.plusSeconds(60));
		assertThat(user.ban()).isNull();
		assertThat(user.domainEvents()).contains(new UserUnbanned(user.portrait(), Role.USER.names(), null, 1));
	}

	@Test
	void permanentBanEndsByDecisionOnly() {
		var user = alice();
		user.ban("Advertising.", null, ADMIN, NOW);
		assertThat(user.refusal(NOW.plusSeconds(1_000_000_000))).isPresent();
		user.unban(ADMIN);
		user.unban(ADMIN);
		assertThat(user.refusal(NOW)).isEmpty();
		assertThat(user.domainEvents())
			.containsOnlyOnce(new UserUnbanned(user.portrait(), Role.USER.names(), ADMIN, 1));
	}

	@Test
	void longestOfSeveralBansIsInForce() {
		var user = alice();
		user.banByCase("case-1", "Abuse.", null, ADMIN, NOW);
		assertThat(user.banByCase("case-2", "Advertising.", NOW.plusSeconds(60), ADMIN, NOW)).isTrue();
		assertThat(user.ban("Rude.", NOW.plusSeconds(90), ADMIN, NOW)).isTrue();
		assertThat(user.ban("Rude.", NOW.plusSeconds(90), ADMIN, NOW)).isFalse();
		assertThat(user.refusal(NOW.plusSeconds(1_000))).isPresent();
		user.reverseBan("case-1", ADMIN, NOW, NOW);
		assertThat(user.ban()).extracting(Ban::reason).isEqualTo("Rude.");
		user.ban("Rude.", NOW.plusSeconds(30), ADMIN, NOW);
		assertThat(user.ban()).extracting(Ban::reason).isEqualTo("Advertising.");
		assertThat(user.domainEvents()).filteredOn(UserBanned.class::isInstance)
			.extracting((event) -> ((UserBanned) event).reason())
			.containsExactly("Abuse.", "Rude.", "Advertising.");
		assertThat(user.domainEvents()).noneMatch(UserUnbanned.class::isInstance);
		user.reverseBan("case-2", ADMIN, NOW, NOW.plusSeconds(30));
		assertThat(user.ban()).as("a ban by hand that is over").isNull();
		assertThat(user.domainEvents()).filteredOn(UserUnbanned.class::isInstance).hasSize(1);
	}

	@Test
	void administratorLiftsAllBans() {
		var user = alice();
		user.banByCase("case-1", "Abuse.", null, ADMIN, NOW);
		user.ban("Rude.", NOW.plusSeconds(90), ADMIN, NOW);
		user.unban(ADMIN);
		assertThat(user.refusal(NOW)).isEmpty();
		assertThat(user.domainEvents()).filteredOn(UserUnbanned.class::isInstance).hasSize(1);
	}

	@Test
	void decisionIsVoidAfterReversalOfItsCaseOnly() {
		var user = alice();
		user.reverseBan("case-1", ADMIN, NOW, NOW);
		user.reverseBan("case-1", ADMIN, NOW.minusSeconds(10), NOW);
		assertThat(user.isBanReversedSince("case-1", NOW.minusSeconds(1))).isTrue();
		assertThat(user.isBanReversedSince("case-1", NOW)).isFalse();
		assertThat(user.isBanReversedSince("case-2", NOW.minusSeconds(1))).isFalse();
	}

	@Test
	void accountThatDirectoryHasDeletedIsNotReopened() {
		var user = alice();
		user.close(NOW.plusSeconds(60));
		user.provision(DirectoryEntry.of("alice@example.org", null, false, NOW));
		assertThatExceptionOfType(BannedException.class).isThrownBy(user::reopen);
		assertThat(user.erasureAt()).isNotNull();
		user.provision(DirectoryEntry.of("alice@example.org", null, true, NOW));
		user.reopen();
		assertThat(user.erasureAt()).isNull();
	}

	@Test
	void accountThatDirectoryHasSuspendedIsResumedAsItsDirectoryKnowsIt() {
		var user = alice();
		user.provision(DirectoryEntry.of("Alice@example.org", "e-1", false, NOW));
		assertThat(user.standingBan())
			.hasValueSatisfying((ban) -> assertThat(ban.by().username()).isEqualTo("directory"));
		user.resume(NOW.plusSeconds(1));
		assertThat(user.standingBan()).isEmpty();
		assertThat(user.directory()).isEqualTo(DirectoryEntry.of("Alice@example.org", "e-1", true, NOW.plusSeconds(1)));
	}

	private static void refused(UserProfileRequest change, String code) {
		assertThatExceptionOfType(RefusalException.class).isThrownBy(() -> alice().changeProfile(change, null, IMAGES))
			.satisfies((problem) -> assertThat(problem.errors()).singleElement()
				.satisfies((error) -> assertThat(error.code()).isEqualTo(code)));
	}

	@Test
	void onlyStaffMayBeShownWithTheirTitle() {
		var title = new UserProfileRequest("Moderator", null, null, null, null, null);
		var somebody = alice();
		assertThatExceptionOfType(RefusalException.class).isThrownBy(() -> somebody.changeProfile(title, null, IMAGES))
			.satisfies((problem) -> assertThat(problem.errors()).singleElement()
				.satisfies((error) -> assertThat(error.code()).isEqualTo("display-name.reserved")));
		somebody.changeRole(Role.MODERATOR, new PersonReference("1", "root", "Root"));
		somebody.changeProfile(title, null, IMAGES);
		somebody.changeRole(Role.USER, new PersonReference("1", "root", "Root"));
		somebody.changeProfile(new UserProfileRequest("Moderator", "Retired.", null, null, null, null), null, IMAGES);
		assertThat(somebody.profile().displayName()).as("an unchanged name").isEqualTo("Moderator");
	}

	private static Collection<Object> changesOf(User user) {
		return user.domainEvents().stream().filter(UserRoleChanged.class::isInstance).toList();
	}

	private static User savedAlice() {
		return new User(Ids.next(), "Alice", "alice", "alice@example.org", "alice@example.org", NOW, false,
				"$argon2id$", Role.USER, 0, UserProfile.of("Alice Liddell", Locale.ENGLISH), null, 0);
	}

	@Test
	void invitationEndsOnlyWithItsUseOrAnotherAddress() {
		var user = User.register(Ids.next(), new Username("Alice"), "alice@example.org",
				UserProfile.of("Alice", Locale.ENGLISH), null, Admission.BY_OTHERS, NOW);
		user.rename(new Username("Alicia"));
		user.revokeTokens();
		assertThat(user.tokenVersion()).isEqualTo(2);
		assertThat(user.linkVersion()).isZero();
		user.changeEmail("alicia@example.org", NOW);
		assertThat(user.linkVersion()).isEqualTo(1);
		user.changePassword("hash", NOW);
		assertThat(user.linkVersion()).isEqualTo(2);
	}

	private static User alice() {
		return User.register(Ids.next(), new Username("Alice"), "alice@example.org",
				UserProfile.of("Alice Liddell", Locale.ENGLISH), "$argon2id$", Role.USER, NOW);
	}

}
