package org.parley.platform.readmodels.media;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.ConstantTime;
import org.parley.platform.domain.HmacSha256;

import org.springframework.util.Assert;

/**
 * Creates and verifies the addresses of media files. A public address never changes. A
 * signed one is valid for five to ten minutes: its end is rounded, so that repeated reads
 * within five minutes return the same address, which caches of browsers know.
 */
public final class MediaAddresses {

	/** The first segment of every path. */
	public static final String ROOT = "/m/";

	private static final long STEP = Duration.ofMinutes(5).toSeconds();

	private final String origin;

	private final byte[] key;

	private final InstantSource clock;

	public MediaAddresses(MediaAddressSettings settings, InstantSource clock) {
		this.key = Base64.getDecoder().decode(settings.key());
		Assert.isTrue(this.key.length == 32, "parley.media.key must be 32 random bytes in base64, as PARLEY_MEDIA_KEY");
		this.origin = settings.url();
		this.clock = clock;
	}

	/**
	 * The address of a file that everyone may see.
	 * @param path the path of an event of media-service, {@code <media id>/<file name>}
	 */
	public String unsigned(String path) {
		return this.origin + ROOT + path;
	}

	/** The address of a file for somebody who may see it now. */
	public String signed(String path) {
		var end = Math.floorDiv(this.clock.instant().getEpochSecond(), STEP) * STEP + 2 * STEP;
		return unsigned(path) + "?expires=" + end + "&signature=" + signature(path, end);
	}

	/**
	 * The address of a person's picture.
	 * @param path the path of their medium; null if the picture is none
	 * @param remote the address of a picture elsewhere; null if there is none
	 */
	public @Nullable String avatar(@Nullable String path, @Nullable String remote) {
		return (path != null) ? unsigned(path) : remote;
	}

	/** Checks the parameters of a signed address. */
	public boolean isValid(String path, @Nullable String expires, @Nullable String signature) {
		if (expires == null || signature == null || !expires.matches("[0-9]{1,12}")) {
			return false;
		}
		var end = Long.parseLong(expires);
		return ConstantTime.isEqual(signature(path, end), signature)
				&& this.clock.instant().isBefore(Instant.ofEpochSecond(end));
	}

	private String signature(String path, long end) {
		var hash = HmacSha256.of(this.key, (end + "\n" + path).getBytes(StandardCharsets.UTF_8));
		return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
	}

}
