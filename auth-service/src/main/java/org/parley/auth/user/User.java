package org.parley.auth.user;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongFunction;

import org.jspecify.annotations.Nullable;
import org.parley.auth.user.ban.Ban;
import org.parley.auth.user.ban.Bans;
import org.parley.auth.user.event.EmailProven;
import org.parley.auth.user.profile.AvatarMedium;
import org.parley.auth.user.profile.DisplayNames;
import org.parley.auth.user.profile.UserProfile;
import org.parley.auth.user.profile.UserProfileRequest;
import org.parley.contracts.PersonReference;
import org.parley.contracts.account.AccountData;
import org.parley.contracts.account.ApprovalRequested;
import org.parley.contracts.account.UserBanned;
import org.parley.contracts.account.UserDeleted;
import org.parley.contracts.account.UserGroupsChanged;
import org.parley.contracts.account.UserProfileChanged;
import org.parley.contracts.account.UserRegistered;
import org.parley.contracts.account.UserRoleChanged;
import org.parley.contracts.account.UserUnbanned;
import org.parley.contracts.account.UserVerified;
import org.parley.contracts.media.MediaAudience;
import org.parley.contracts.media.MediaSubject;
import org.parley.contracts.media.MediaUseChanged;
import org.parley.contracts.media.PictureOffered;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.text.image.ImageHosts;
import org.parley.platform.text.name.CanonicalMailAddress;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** A user account. */
@Document("users")
@CompoundIndex(def = "{'usernameKey': 1}", unique = true)
@CompoundIndex(def = "{'emailKey': 1}", unique = true)
@CompoundIndex(def = "{'role': 1, 'usernameKey': 1}")
@CompoundIndex(def = "{'role': 1, 'emailKey': 1}")
@CompoundIndex(def = "{'createdAt': 1}", partialFilter = "{'emailVerified': false}")
@CompoundIndex(def = "{'lastSeenAt': 1}", sparse = true)
@CompoundIndex(def = "{'ban.until': 1}", sparse = true)
@CompoundIndex(def = "{'erasureAt': 1}", sparse = true)
@CompoundIndex(def = "{'groups': 1, 'usernameKey': 1}")
@CompoundIndex(def = "{'directory.userNameKey': 1}", unique = true, sparse = true)
@CompoundIndex(def = "{'directory.externalId': 1}", sparse = true)
@CompoundIndex(def = "{'awaitsApproval': 1, 'usernameKey': 1}", partialFilter = "{'awaitsApproval': true}")
public class User extends AbstractAggregateRoot<User> {

	/** How many groups a person may belong to. */
	public static final int MAX_GROUPS = 50;

	@Id
	private final String id;

	private String username;

	/** The lower-case username, unique. Only queries read it. */
	@SuppressWarnings("UnusedVariable")
	private String usernameKey;

	private String email;

	/** The lower-case address, unique. Only queries read it. */
	@SuppressWarnings("UnusedVariable")
	private String emailKey;

	private final Instant createdAt;

	private boolean emailVerified;

	/** Null when the owner signs in by other ways only. */
	private @Nullable String passwordHash;

	private Role role;

	private int tokenVersion;

	private UserProfile profile;

	/** The ban in force. Queries read it, too. */
	private @Nullable Ban ban;

	private List<Ban> shorterBans = List.of();

	private Map<String, Instant> banReversals = Map.of();

	/** For administrators; a job updates it without raising the version. */
	private final @Nullable Instant lastSeenAt;

	/** Raised with every change of a credential. */
	private int linkVersion;

	private @Nullable Instant passwordChangedAt;

	/** When the account is erased; null unless its owner has closed it. */
	private @Nullable Instant erasureAt;

	/** True until an administrator approves the account; others do not know it yet. */
	private @Nullable Boolean awaitsApproval;

	/**
	 * True until the owner first uses an account that others have created for them.
	 * Queries read it, too.
	 */
	private @Nullable Boolean awaitsOwner;

	/** Ids of the groups that the owner belongs to. Queries read it, too. */
	private List<String> groups = List.of();

	/** The entry of the directory that knows the account; null if none does. */
	private @Nullable DirectoryEntry directory;

	/** Id of the medium that becomes the picture once it is ready; null if none does. */
	private @Nullable String offeredPicture;

	/** Id of the user who invited the owner. Queries read it, too. */
	private @Nullable String invitedBy;

	@Version
	private long version;

	User(String id, String username, String usernameKey, String email, String emailKey, Instant createdAt,
			boolean emailVerified, @Nullable String passwordHash, Role role, int tokenVersion, UserProfile profile,
			@Nullable Instant lastSeenAt, long version) {
		this.id = id;
		this.username = username;
		this.usernameKey = usernameKey;
		this.email = email;
		this.emailKey = emailKey;
		this.createdAt = createdAt;
		this.emailVerified = emailVerified;
		this.passwordHash = passwordHash;
		this.role = role;
		this.tokenVersion = tokenVersion;
		this.profile = profile;
		this.lastSeenAt = lastSeenAt;
		this.version = version;
	}

	/** Registers a new account, perhaps without a password. */
	public static User register(String id, Username username, String email, UserProfile profile,
			@Nullable String passwordHash, Role role, Instant now) {
		var user = create(id, username, email, profile, passwordHash, role, now);
		user.introduce(now);
		return user;
	}

	/**
	 * Registers a newcomer, perhaps without a password. Nobody else knows an account that
	 * awaits approval.
	 */
	public static User register(String id, Username username, String email, UserProfile profile,
			@Nullable String passwordHash, Admission admission, Instant now) {
		var user = create(id, username, email, profile, passwordHash, Role.USER, now);
		user.invitedBy = admission.invitedBy();
		user.groups = admission.groups();
		user.awaitsOwner = admission.createdByOthers() ? true : null;
		if (admission.awaitsApproval()) {
			user.awaitsApproval = true;
			user.registerEvent(new ApprovalRequested(id, now));
		}
		else {
			user.introduce(now);
		}
		return user;
	}

	private static User create(String id, Username username, String email, UserProfile profile,
			@Nullable String passwordHash, Role role, Instant now) {
		return new User(id, username.text(), username.key(), email, emailKeyOf(email), now, false, passwordHash, role,
				0, profile, null, 0);
	}

	private void introduce(Instant now) {
		publish((version) -> new UserRegistered(portrait(), this.role.names(), now, version));
		registerEvent(new ContactMoved(this));
	}

	/** Approves the account, of which others learn now. */
	public void approve(Instant now) {
		this.awaitsApproval = null;
		introduce(now);
	}

	/** Renames the account and invalidates all access tokens, which contain the name. */
	public void rename(Username name) {
		this.username = name.text();
		this.usernameKey = name.key();
		revokeTokens();
		publishProfile();
	}

	/** Changes the display name on behalf of an administrator. */
	public void changeDisplayName(String name) {
		replaceProfile(this.profile.named(name));
	}

	/** Changes the mail address to a verified one. */
	public void changeEmail(String newEmail, Instant now) {
		this.email = newEmail;
		this.emailKey = emailKeyOf(newEmail);
		this.linkVersion++;
		if (this.emailVerified) {
			publish((_) -> new ContactMoved(this));
		}
		verifyEmail(now);
	}

	/** Spells the mail address with other capitals. */
	public void respellEmail(String sameEmail) {
		this.email = sameEmail;
		if (this.emailVerified) {
			publish((_) -> new ContactMoved(this));
		}
	}

	/** Closes the account until its erasure. */
	public void close(Instant erasureAt) {
		this.erasureAt = erasureAt;
		revokeTokens();
		publishProfile();
	}

	/**
	 * Reopens a closed account.
	 * @throws BannedException after a directory has ended the owner's access
	 */
	public void reopen() {
		requireActive();
		this.erasureAt = null;
		publishProfile();
	}

	private void requireActive() {
		suspension().ifPresent((refusal) -> {
			throw refusal;
		});
	}

	/**
	 * Checks that the account is neither closed nor awaits approval.
	 * @throws AccountDeletingException if its owner can restore it
	 * @throws BannedException if a directory has deleted it
	 * @throws NotApprovedException before its approval
	 */
	public void requireOpen() {
		if (awaitsApproval()) {
			throw new NotApprovedException();
		}
		if (this.erasureAt != null) {
			requireActive();
			throw new AccountDeletingException(this, this.erasureAt);
		}
	}

	/**
	 * Registers an event with the version that the account has when it is saved. Others
	 * know no account before its approval, and then learn of it as it is.
	 */
	private void publish(LongFunction<Object> event) {
		if (!awaitsApproval()) {
			var version = versionWhenSaved();
			registerEvent((LaterEvent) () -> event.apply(version));
		}
	}

	/** Registers the deletion event. The caller deletes the document. */
	public void delete(Instant now) {
		registerEvent(new UserDeleted(this.id, now, versionWhenSaved()));
	}

	/** The form in which an address is stored and mails are sent, its domain in ASCII. */
	public static String addressOf(String email) {
		return CanonicalMailAddress.parse(email)
			.orElseThrow(() -> new IllegalArgumentException("The address was not validated"))
			.text();
	}

	/** The form by which addresses are compared: lower case, the domain in ASCII. */
	public static String emailKeyOf(String email) {
		return CanonicalMailAddress.keyOf(email);
	}

	/** Marks the mail address as verified. */
	public void verifyEmail(Instant now) {
		if (this.emailVerified) {
			return;
		}
		this.emailVerified = true;
		publish((version) -> new UserVerified(portrait(), this.role.names(), now, version));
		publish((_) -> new ContactMoved(this));
	}

	/**
	 * Verifies the mail address of a person who has received a mail that they asked for.
	 */
	public void proveEmail(Instant now) {
		if (!this.emailVerified) {
			verifyEmail(now);
			registerEvent(new EmailProven(this.id));
		}
	}

	/** Changes the password, or withdraws it if there is no hash. */
	public void changePassword(@Nullable String hash, Instant now) {
		takeIntoUse();
		this.passwordHash = hash;
		this.passwordChangedAt = now;
		revokeLinks();
	}

	/**
	 * Records that the owner uses the account.
	 * @return false if they have used it before
	 */
	public boolean takeIntoUse() {
		var isFirst = awaitsOwner();
		this.awaitsOwner = null;
		return isFirst;
	}

	/** Whether the password was changed at that time or later. */
	public boolean hasChangedPasswordSince(Instant then) {
		return this.passwordChangedAt != null && !this.passwordChangedAt.isBefore(then);
	}

	/** Stores a new hash of the same password. */
	public void renewPasswordHash(String hash) {
		this.passwordHash = hash;
	}

	/** Invalidates all access tokens and mailed links. */
	public void revokeTokens() {
		this.tokenVersion++;
		revokeLinks();
	}

	/**
	 * Invalidates all mailed links except those that undo a change of address. Before the
	 * first use of an account they stay, as its owner has nothing but the invitation.
	 */
	public void revokeLinks() {
		if (!awaitsOwner()) {
			this.linkVersion++;
		}
	}

	/** Changes the role and invalidates all access tokens. */
	public void changeRole(Role newRole, PersonReference by) {
		if (this.role == newRole) {
			return;
		}
		this.role = newRole;
		this.tokenVersion++;
		publish((version) -> new UserRoleChanged(portrait(), this.role.names(), this.tokenVersion, by, version));
	}

	/**
	 * Changes the groups and invalidates all access tokens.
	 * @throws RefusalException 409 {@code group.too-many-of-person}
	 */
	public void changeGroups(Collection<String> ids) {
		if (ids.size() > MAX_GROUPS) {
			throw RefusalException.conflict("group.too-many-of-person",
					"A person belongs to at most %d groups.".formatted(MAX_GROUPS));
		}
		this.groups = ids.stream().sorted().toList();
		this.tokenVersion++;
		publish((version) -> new UserGroupsChanged(portrait(), this.role.names(), this.tokenVersion, version));
	}

	/** Stores what a directory says. Others learn whether the owner may still sign in. */
	public void provision(DirectoryEntry entry) {
		var changed = entry.active() == isSuspended();
		this.directory = entry;
		if (changed) {
			publishProfile();
		}
	}

	/** Ends a suspension by a directory, which may suspend the account again. */
	public void resume(Instant now) {
		if (this.directory != null && isSuspended()) {
			provision(this.directory.activated(now));
		}
	}

	/**
	 * Bans the user and invalidates all access tokens, unless a longer ban is in force.
	 * @return whether that changed the bans
	 * @throws RefusalException 409 {@code user.ban-self}, {@code user.ban-admin}
	 */
	public boolean ban(String reason, @Nullable Instant until, PersonReference by, Instant now) {
		return ban(new Ban(reason, until, by, now, null));
	}

	/**
	 * Bans the user by the decision of a moderation case, beside bans of other cases.
	 * @return whether that changed the bans
	 * @throws RefusalException as {@link #ban} throws
	 */
	public boolean banByCase(String caseId, String reason, @Nullable Instant until, PersonReference by, Instant now) {
		return ban(new Ban(reason, until, by, now, caseId));
	}

	private boolean ban(Ban next) {
		if (next.by().id().equals(this.id)) {
			throw RefusalException.conflict("user.ban-self", "You cannot ban yourself.");
		}
		if (this.role == Role.ADMIN) {
			throw RefusalException.conflict("user.ban-admin",
					"An administrator cannot be banned. Change the role first.");
		}
		var before = bans();
		var after = before.with(next);
		replaceBans(after, next.by());
		return !after.equals(before);
	}

	/**
	 * Lifts all bans.
	 * @param by the moderator or administrator, or null if the ban in force has expired
	 */
	public void unban(@Nullable PersonReference by) {
		replaceBans(bans().lifted(), by);
	}

	/**
	 * Reverses the decision of a moderation case. Its ban is lifted, and the decision is
	 * void if it arrives later.
	 */
	public void reverseBan(String caseId, PersonReference by, Instant at, Instant now) {
		replaceBans(bans().reversed(caseId, at, now), by);
	}

	/** Whether the decision of a case was reversed after it was made. */
	public boolean isBanReversedSince(String caseId, Instant decidedAt) {
		return bans().isReversedSince(caseId, decidedAt);
	}

	private Bans bans() {
		return new Bans(this.ban, this.shorterBans, this.banReversals);
	}

	/** Others learn of the ban in force only. */
	private void replaceBans(Bans next, @Nullable PersonReference by) {
		var before = this.ban;
		var after = next.inForce();
		this.ban = after;
		this.shorterBans = next.shorter();
		this.banReversals = next.reversals();
		if (after == null && before != null) {
			publish((version) -> new UserUnbanned(portrait(), this.role.names(), by, version));
		}
		if (after != null && (before == null || !before.hasSameTermsAs(after))) {
			revokeTokens();
			publish((version) -> new UserBanned(portrait(), this.role.names(), after.reason(), after.until(),
					this.tokenVersion, after.by(), version));
		}
	}

	/**
	 * Lifts an expired ban.
	 * @throws BannedException while the user is banned
	 */
	public void admit(Instant now) {
		refusal(now).ifPresent((refusal) -> {
			throw refusal;
		});
		unban(null);
	}

	/** The exception that refuses the user while a ban is in force. */
	public Optional<BannedException> refusal(Instant now) {
		return (this.ban != null && !this.ban.isOver(now)) ? Optional.of(banned(this.ban)) : suspension();
	}

	/** The exception that refuses the owner after a directory has ended their access. */
	private Optional<BannedException> suspension() {
		return suspensionBan().map(this::banned);
	}

	private Optional<Ban> suspensionBan() {
		return Optional.ofNullable(this.directory).filter((entry) -> !entry.active()).map(DirectoryEntry::suspension);
	}

	/** The ban in force, or that by which a directory has ended the owner's access. */
	public Optional<Ban> standingBan() {
		return Optional.ofNullable(this.ban).or(this::suspensionBan);
	}

	/** Whether the user may act here: neither banned nor about to be erased. */
	public boolean isAdmitted(Instant now) {
		return this.erasureAt == null && refusal(now).isEmpty();
	}

	private BannedException banned(Ban inForce) {
		return new BannedException(inForce, ZoneId.of(this.profile.timeZone()));
	}

	/**
	 * Changes the profile. An identical profile changes nothing.
	 * @param medium the medium that the request names as picture, if it does
	 * @throws RefusalException as {@link UserProfile#updated} and
	 * {@link DisplayNames#chosen} throw
	 */
	public void changeProfile(UserProfileRequest change, @Nullable AvatarMedium medium, ImageHosts images) {
		if (this.role == Role.USER && change.displayName() != null
				&& !change.displayName().strip().equals(this.profile.displayName())) {
			DisplayNames.chosen("displayName", change.displayName());
		}
		replaceProfile(this.profile.updated(change, medium, images));
	}

	/**
	 * Asks media-service to fetch a picture, which becomes the avatar once it is ready.
	 */
	public void offerPicture(String mediaId, String address) {
		this.offeredPicture = mediaId;
		registerEvent(new PictureOffered(this.id, mediaId, address));
	}

	/** Whether this medium is the picture for which the account has asked. */
	public boolean awaitsPicture(String mediaId) {
		return mediaId.equals(this.offeredPicture);
	}

	/** Takes the picture that was offered, unless the owner has chosen another one. */
	public void takePicture(AvatarMedium medium) {
		this.offeredPicture = null;
		if (this.profile.avatarMediaId() == null && this.profile.avatarUrl() == null) {
			replaceProfile(this.profile.withAvatar(medium));
		}
	}

	/** Removes the picture if it is a medium that is gone. */
	public void removeAvatar(String mediaId) {
		if (mediaId.equals(this.profile.avatarMediaId())) {
			replaceProfile(this.profile.withoutAvatar());
		}
	}

	private void replaceProfile(UserProfile next) {
		if (next.equals(this.profile)) {
			return;
		}
		if (!next.locale().equals(this.profile.locale()) || !next.timeZone().equals(this.profile.timeZone())) {
			publish((_) -> new ContactMoved(this));
		}
		if (this.directory != null && !Objects.equals(next.displayName(), this.profile.displayName())) {
			this.directory = this.directory.named(null);
		}
		var picture = this.profile.avatarMediaId();
		this.profile = next;
		if (!Objects.equals(next.avatarMediaId(), picture)) {
			registerEvent(pictureUse(versionWhenSaved()));
		}
		publishProfile();
	}

	/** The medium that the account uses as its picture in a version. */
	MediaUseChanged pictureUse(long version) {
		var picture = this.profile.avatarMediaId();
		return MediaUseChanged.of(new MediaSubject("avatar", this.id), this.id,
				(picture != null) ? List.of(picture) : List.of(), MediaAudience.EVERYONE, version);
	}

	/** Registers an event with the present profile. */
	public void publishProfile() {
		publish((version) -> new UserProfileChanged(portrait(), this.role.names(), this.profile.locale(),
				this.profile.timeZone(), version));
	}

	/** Removes an avatar on a host that is not allowed. */
	public void removeForeignAvatar(ImageHosts images) {
		this.profile = this.profile.withoutForeignAvatar(images);
	}

	public String id() {
		return this.id;
	}

	public String username() {
		return this.username;
	}

	public String email() {
		return this.email;
	}

	public boolean isEmailVerified() {
		return this.emailVerified;
	}

	/** The hash of the password; null if there is none. */
	public @Nullable String passwordHash() {
		return this.passwordHash;
	}

	public Role role() {
		return this.role;
	}

	/** The lowest {@code ver} claim with which an access token is valid. */
	public int tokenVersion() {
		return this.tokenVersion;
	}

	/** The version with which a mailed link is valid. */
	public int linkVersion() {
		return this.linkVersion;
	}

	public UserProfile profile() {
		return this.profile;
	}

	/** The ban in force; null if the user is not banned. */
	public @Nullable Ban ban() {
		return this.ban;
	}

	/** The last activity, accurate to one hour; null if unknown. */
	public @Nullable Instant lastSeenAt() {
		return this.lastSeenAt;
	}

	public @Nullable Instant erasureAt() {
		return this.erasureAt;
	}

	/** Ids of the groups that the owner belongs to. */
	public List<String> groups() {
		return this.groups;
	}

	/** The entry of the directory that knows the account; null if none does. */
	public @Nullable DirectoryEntry directory() {
		return this.directory;
	}

	/** Whether a directory has ended the owner's access. */
	public boolean isSuspended() {
		return this.directory != null && !this.directory.active();
	}

	/** Whether an administrator has to approve the account. */
	public boolean awaitsApproval() {
		return Boolean.TRUE.equals(this.awaitsApproval);
	}

	/**
	 * Whether others have created the account, and its owner has neither signed in nor
	 * chosen a password yet.
	 */
	public boolean awaitsOwner() {
		return Boolean.TRUE.equals(this.awaitsOwner);
	}

	/** Id of the user who invited the owner; null without an invitation. */
	public @Nullable String invitedBy() {
		return this.invitedBy;
	}

	public Instant createdAt() {
		return this.createdAt;
	}

	public long version() {
		return this.version;
	}

	/** The reference to this user in events. */
	public PersonReference reference() {
		return new PersonReference(this.id, this.username, this.profile.displayName());
	}

	/** The public data of this user in events about the account. */
	public AccountData portrait() {
		return new AccountData(this.id, this.username, this.profile.displayName(), this.profile.avatarUrl(),
				this.profile.avatarPath(), publicStatus(), this.emailVerified, this.groups);
	}

	private String publicStatus() {
		return (this.ban == null && this.erasureAt != null) ? "closed" : status();
	}

	/**
	 * For staff: {@code active}, {@code banned}, {@code pending} before the approval, or
	 * {@code closed} before the erasure.
	 */
	public String standing() {
		return awaitsApproval() ? "pending" : publicStatus();
	}

	/** {@code active} or {@code banned}. */
	public String status() {
		return (this.ban != null || isSuspended()) ? "banned" : "active";
	}

	private long versionWhenSaved() {
		return this.version + 1;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof User user && user.id.equals(this.id);
	}

	@Override
	public int hashCode() {
		return this.id.hashCode();
	}

	/**
	 * All events of a save have the same version, of which others apply the first one. So
	 * each has the account as it is saved.
	 */
	@Override
	protected Collection<Object> domainEvents() {
		return super.domainEvents().stream()
			.map((event) -> (event instanceof LaterEvent later) ? later.create() : event)
			.distinct()
			.toList();
	}

	/** An event that is created after all changes. */
	private interface LaterEvent {

		Object create();

	}

}
