package org.parley.auth.user.profile;

import java.net.URI;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.text.image.ImageHosts;

/**
 * The data that a user can change.
 *
 * @param avatarUrl the address of a picture elsewhere, https, or null
 * @param avatar the medium that is the picture, or null; never together with an address
 */
public record UserProfile(String displayName, String bio, @Nullable String avatarUrl, @Nullable AvatarMedium avatar,
		String locale, String timeZone) {

	private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

	private static final int HIGHEST_PORT = 65_535;

	/** The initial profile of a new account. */
	public static UserProfile of(String displayName, Locale language) {
		return new UserProfile(displayName.strip(), "", null, null, language.toLanguageTag(), "UTC");
	}

	/**
	 * Applies a change request; absent properties stay.
	 * @param medium the medium that the request names as picture, if it does
	 * @throws RefusalException 400 if a value is invalid; 422 {@code profile.avatar-host}
	 * if the operator does not allow images of that host
	 */
	public UserProfile updated(UserProfileRequest change, @Nullable AvatarMedium medium, ImageHosts images) {
		var kept = change.changesPicture() ? null : this.avatarUrl;
		return new UserProfile((change.displayName() != null) ? change.displayName().strip() : this.displayName,
				(change.bio() != null) ? change.bio() : this.bio,
				(change.avatarUrl() != null) ? avatar(change.avatarUrl(), images) : kept,
				change.changesPicture() ? medium : this.avatar,
				(change.locale() != null) ? localeOf(change.locale()).toLanguageTag() : this.locale,
				(change.timeZone() != null) ? timeZone(change.timeZone()) : this.timeZone);
	}

	private static @Nullable String avatar(String url, ImageHosts images) {
		if (url.isEmpty()) {
			return null;
		}
		var address = address(url);
		if (!images.shows(address)) {
			throw RefusalException.unprocessable("avatarUrl", "profile.avatar-host",
					"must be an image on a host that the operator allows");
		}
		return address;
	}

	/** Refuses what is neither empty nor the address of a picture. */
	static void requireAddress(String url) {
		if (!url.isEmpty()) {
			address(url);
		}
	}

	private static String address(String url) {
		try {
			var uri = URI.create(url);
			if ("https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null && uri.getRawUserInfo() == null
					&& hasValidPort(uri)) {
				return uri.toASCIIString();
			}
		}
		catch (IllegalArgumentException ex) {
			throw avatarRefused();
		}
		throw avatarRefused();
	}

	private static boolean hasValidPort(URI uri) {
		return uri.getPort() != 0 && uri.getPort() <= HIGHEST_PORT && !uri.getRawAuthority().endsWith(":");
	}

	/** This profile with a medium as picture. */
	public UserProfile withAvatar(AvatarMedium medium) {
		return new UserProfile(this.displayName, this.bio, null, medium, this.locale, this.timeZone);
	}

	/** This profile without an avatar on a host that is not allowed. */
	public UserProfile withoutForeignAvatar(ImageHosts images) {
		return (this.avatarUrl == null || images.shows(this.avatarUrl)) ? this
				: new UserProfile(this.displayName, this.bio, null, this.avatar, this.locale, this.timeZone);
	}

	/** This profile with another display name. */
	public UserProfile named(String name) {
		return new UserProfile(name, this.bio, this.avatarUrl, this.avatar, this.locale, this.timeZone);
	}

	/** This profile without its picture. */
	public UserProfile withoutAvatar() {
		return new UserProfile(this.displayName, this.bio, null, null, this.locale, this.timeZone);
	}

	/** The id of the medium that is the picture; null if there is none. */
	public @Nullable String avatarMediaId() {
		return (this.avatar != null) ? this.avatar.mediaId() : null;
	}

	/** The path of the picture on the origin of media; null if there is none. */
	public @Nullable String avatarPath() {
		return (this.avatar != null) ? this.avatar.path() : null;
	}

	private static RefusalException avatarRefused() {
		return RefusalException.field("avatarUrl", "profile.avatar-url", "must be an https address");
	}

	/**
	 * Parses the tag of a language.
	 * @throws RefusalException 400 about {@code locale}
	 */
	public static Locale localeOf(String tag) {
		try {
			var locale = new Locale.Builder().setLanguageTag(tag).build();
			if (LANGUAGES.contains(locale.getLanguage())) {
				return locale;
			}
		}
		catch (IllformedLocaleException ex) {
			throw localeRefused();
		}
		throw localeRefused();
	}

	private static RefusalException localeRefused() {
		return RefusalException.field("locale", "profile.locale", "must be a language tag such as en or pt-BR");
	}

	static String timeZone(String id) {
		if (!ZoneId.getAvailableZoneIds().contains(id)) {
			throw RefusalException.field("timeZone", "profile.time-zone", "must be a time zone such as Europe/Berlin");
		}
		return id;
	}

}
