package org.parley.auth.user;

import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.auth.user.event.ContactMoved;
import org.parley.auth.user.event.UserBanned;
import org.parley.auth.user.event.UserDeleted;
import org.parley.auth.user.event.UserPortrait;
import org.parley.auth.user.event.UserProfileChanged;
import org.parley.auth.user.event.UserReference;
import org.parley.auth.user.event.UserRegistered;
import org.parley.auth.user.event.UserRoleChanged;
import org.parley.auth.user.event.UserUnbanned;
import org.parley.auth.user.event.UserVerified;
import org.parley.auth.user.profile.UserProfile;
import org.parley.auth.user.profile.UserProfileRequest;
import org.parley.platform.web.Ids;
import org.parley.platform.web.image.ImageHosts;
import org.parley.platform.web.problem.ProblemException;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.mongodb.core.mapping.Document;

/** A person with an account. */
@Document("users")
public class User extends AbstractAggregateRoot<User> {

	/** One line of text that is not blank. */
	public static final String ONE_LINE = "(?=.*\\S)[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]*";

	/**
	 * A mail address, as far as a form can tell: with as many labels as the longest has
	 * room for.
	 */
	public static final String MAIL_ADDRESS = "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){1,126}";

	@Id
	private final String id;

	private final String username;

	/** Unique, so that names differ in more than case. Only queries read it. */
	@SuppressWarnings("UnusedVariable")
	private final String usernameKey;

	private String email;

	/** Unique, so that an address has one account. Only queries read it. */
	@SuppressWarnings("UnusedVariable")
	private String emailKey;

	private final Instant createdAt;

	private boolean emailVerified;

	private String passwordHash;

	private Role role;

	private int tokenVersion;

	private UserProfile profile;

	private @Nullable Ban ban;

	/** Seen by administrators; kept up to date by a job, past the version. */
	private final @Nullable Instant lastSeenAt;

	/** Grows with each change of what lets them in. */
	private int linkVersion;

	private @Nullable Instant passwordChangedAt;

	/** When everything of them goes; null unless they have asked for that. */
	private @Nullable Instant erasureAt;

	@Version
	private long version;

	User(String id, String username, String usernameKey, String email, String emailKey, Instant createdAt,
			boolean emailVerified, String passwordHash, Role role, int tokenVersion, UserProfile profile,
			@Nullable Ban ban, @Nullable Instant lastSeenAt, long version) {
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
		this.ban = ban;
		this.lastSeenAt = lastSeenAt;
		this.version = version;
	}

	/** Somebody opens an account. */
	public static User register(Username username, String email, String displayName, String passwordHash, Role role,
			Instant now) {
		var user = new User(Ids.next(), username.text(), username.key(), email, emailKeyOf(email), now, false,
				passwordHash, role, 0, UserProfile.of(displayName), null, null, 0);
		user.registerEvent(new UserRegistered(user.portrait(), role.all(), now, user.versionWhenSaved()));
		user.registerEvent(new ContactMoved(user));
		return user;
	}

	/** Mail goes to another address from now on, which is known to be theirs. */
	public void changeEmail(String other, Instant now) {
		this.email = other;
		this.emailKey = emailKeyOf(other);
		revokeLinks();
		if (this.emailVerified) {
			registerEvent(new ContactMoved(this));
		}
		verifyEmail(now);
	}

	/**
	 * The account is of no use any more, and goes some time later; nobody is told yet.
	 */
	public void close(Instant end) {
		this.erasureAt = end;
		revokeTokens();
	}

	/** The owner wants it back in time. */
	public void reopen() {
		this.erasureAt = null;
	}

	/**
	 * Lets nobody in who wanted to go.
	 * @throws AccountDeletingException while there is a way back
	 */
	public void requireOpen() {
		if (this.erasureAt != null) {
			throw new AccountDeletingException(this.erasureAt);
		}
	}

	/** The account ends with what follows. */
	public void delete(Instant now) {
		registerEvent(new UserDeleted(this.id, now, versionWhenSaved()));
	}

	/** How addresses are compared: without regard to case. */
	public static String emailKeyOf(String email) {
		return email.toLowerCase(Locale.ROOT);
	}

	/** The address is known to be theirs. */
	public void verifyEmail(Instant now) {
		if (this.emailVerified) {
			return;
		}
		this.emailVerified = true;
		registerEvent(new UserVerified(portrait(), this.role.all(), now, versionWhenSaved()));
		registerEvent(new ContactMoved(this));
	}

	/** Another password counts from now on. */
	public void changePassword(String hash, Instant now) {
		this.passwordHash = hash;
		this.passwordChangedAt = now;
		revokeLinks();
	}

	/** Whether another password counts since then. */
	public boolean hasChangedPasswordSince(Instant then) {
		return this.passwordChangedAt != null && !this.passwordChangedAt.isBefore(then);
	}

	/** The same password is kept in another way. */
	public void renewPasswordHash(String hash) {
		this.passwordHash = hash;
	}

	/** Access tokens issued until now, and links sent until now, count no more. */
	public void revokeTokens() {
		this.tokenVersion++;
		revokeLinks();
	}

	/**
	 * Links in mails sent until now count no more, but for those that lead back to an
	 * address.
	 */
	public void revokeLinks() {
		this.linkVersion++;
	}

	/** Gives another role; tokens that name the old one count no more. */
	public void changeRole(Role other, UserReference by) {
		if (this.role == other) {
			return;
		}
		this.role = other;
		this.tokenVersion++;
		registerEvent(new UserRoleChanged(portrait(), other.all(), this.tokenVersion, by, versionWhenSaved()));
	}

	/**
	 * Shuts somebody out; tokens issued until now count no more. To say the same again
	 * changes nothing.
	 * @throws ProblemException 409 {@code user.ban-self}, {@code user.ban-admin}
	 */
	public void ban(String reason, @Nullable Instant until, UserReference by, Instant now) {
		if (by.id().equals(this.id)) {
			throw ProblemException.conflict("user.ban-self", "Nobody bans themselves.");
		}
		if (this.role == Role.ADMIN) {
			throw ProblemException.conflict("user.ban-admin",
					"Administrators are not banned. Give them another role first.");
		}
		var next = new Ban(reason, until, by, now);
		if (this.ban != null && this.ban.says(next)) {
			return;
		}
		this.ban = next;
		revokeTokens();
		registerEvent(new UserBanned(portrait(), this.role.all(), reason, next.until(), this.tokenVersion, by,
				versionWhenSaved()));
	}

	/** Lets a banned person in again; nobody decides when the time was over. */
	public void unban(@Nullable UserReference by) {
		if (this.ban == null) {
			return;
		}
		this.ban = null;
		registerEvent(new UserUnbanned(portrait(), this.role.all(), by, versionWhenSaved()));
	}

	/**
	 * Lets in who may come in; a ban whose time has passed ends here.
	 * @throws BannedException while there is one
	 */
	public void admit(Instant now) {
		refusal(now).ifPresent((refusal) -> {
			throw refusal;
		});
		unban(null);
	}

	/** What keeps them out. */
	public Optional<BannedException> refusal(Instant now) {
		return (this.ban != null && !this.ban.isOver(now)) ? Optional.of(new BannedException(this.ban))
				: Optional.empty();
	}

	/**
	 * Says something else of themselves; nothing happens when it is the same.
	 * @throws ProblemException as {@link UserProfile#changed} says
	 */
	public void changeProfile(UserProfileRequest change, ImageHosts images) {
		var next = this.profile.changed(change, images);
		if (next.equals(this.profile)) {
			return;
		}
		if (!next.locale().equals(this.profile.locale()) || !next.timeZone().equals(this.profile.timeZone())) {
			registerEvent(new ContactMoved(this));
		}
		this.profile = next;
		tellProfile();
	}

	/** Tells the profile anew, as it is shown now. */
	public void tellProfile() {
		registerEvent(new UserProfileChanged(portrait(), this.role.all(), this.profile.locale(),
				this.profile.timeZone(), versionWhenSaved()));
	}

	/** Forgets an image that readers are not shown. */
	public User withoutForeignAvatar(ImageHosts images) {
		this.profile = this.profile.shown(images);
		return this;
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

	public String passwordHash() {
		return this.passwordHash;
	}

	public Role role() {
		return this.role;
	}

	/** What access tokens must carry as {@code ver} to count. */
	public int tokenVersion() {
		return this.tokenVersion;
	}

	/** The version that links in mails must carry to count. */
	public int linkVersion() {
		return this.linkVersion;
	}

	public UserProfile profile() {
		return this.profile;
	}

	public @Nullable Ban ban() {
		return this.ban;
	}

	/** When they were last here, within the hour; null when nobody knows. */
	public @Nullable Instant lastSeenAt() {
		return this.lastSeenAt;
	}

	public @Nullable Instant erasureAt() {
		return this.erasureAt;
	}

	public Instant createdAt() {
		return this.createdAt;
	}

	public long version() {
		return this.version;
	}

	/** How events name them. */
	public UserReference person() {
		return new UserReference(this.id, this.username, this.profile.displayName());
	}

	/** How events about their account show them. */
	public UserPortrait portrait() {
		return new UserPortrait(this.id, this.username, this.profile.displayName(), this.profile.avatarUrl(),
				(this.ban != null) ? "banned" : "active", this.emailVerified);
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

	/** What the aggregate has to tell once it is saved. */
	@Override
	protected Collection<Object> domainEvents() {
		return super.domainEvents();
	}

}
