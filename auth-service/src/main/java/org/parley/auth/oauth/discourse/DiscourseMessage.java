package org.parley.auth.oauth.discourse;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.parley.platform.domain.ConstantTime;
import org.parley.platform.domain.HmacSha256;

/**
 * A message of DiscourseConnect: the base64 form of a query, and its HMAC-SHA256 under a
 * secret that both sides know. The form that was sent is signed, not what it contains.
 *
 * @param values of the query
 * @see <a href=
 * "https://meta.discourse.org/t/setup-discourseconnect-official-single-sign-on-for-discourse-sso/13045">DiscourseConnect</a>
 */
public record DiscourseMessage(Map<String, String> values) {

	private static final int LONGEST = 8000;

	private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/=\\r\\n]{1,%d}".formatted(LONGEST));

	private static final Pattern SIGNATURE = Pattern.compile("[0-9a-f]{64}");

	/**
	 * Reads a message without verifying it, to find out which secret it needs. Empty when
	 * it is malformed or says something twice.
	 */
	static Optional<DiscourseMessage> peek(String payload) {
		if (!BASE64.matcher(payload).matches()) {
			return Optional.empty();
		}
		try {
			var query = new String(Base64.getMimeDecoder().decode(payload), StandardCharsets.UTF_8);
			var values = new LinkedHashMap<String, String>();
			for (var pair : query.split("&", -1)) {
				var parts = pair.split("=", 2);
				if (parts.length != 2 || values.put(decoded(parts[0]), decoded(parts[1])) != null) {
					return Optional.empty();
				}
			}
			return Optional.of(new DiscourseMessage(values));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/** Reads a message with this signature; empty when it is malformed or forged. */
	public static Optional<DiscourseMessage> verify(String payload, String signature, String secret) {
		return (SIGNATURE.matcher(signature).matches() && ConstantTime.isEqual(signature, sign(payload, secret)))
				? peek(payload) : Optional.empty();
	}

	/** A value, if it is there and says something. */
	public Optional<String> value(String name) {
		return Optional.ofNullable(this.values.get(name)).filter((text) -> !text.isBlank());
	}

	public boolean isTrue(String name) {
		return value(name).filter("true"::equals).isPresent();
	}

	/** The address with the signed message in its query. */
	public String sentTo(String address, String secret) {
		var query = this.values.entrySet()
			.stream()
			.map((value) -> encoded(value.getKey()) + "=" + encoded(value.getValue()))
			.collect(Collectors.joining("&"));
		var payload = Base64.getEncoder().encodeToString(query.getBytes(StandardCharsets.UTF_8));
		return address + (address.contains("?") ? "&" : "?") + "sso=" + encoded(payload) + "&sig="
				+ sign(payload, secret);
	}

	private static String sign(String payload, String secret) {
		var code = HmacSha256.of(secret.getBytes(StandardCharsets.UTF_8), payload.getBytes(StandardCharsets.UTF_8));
		return HexFormat.of().formatHex(code);
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private static String decoded(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

	@Override
	public String toString() {
		return "DiscourseMessage[***]";
	}

}
