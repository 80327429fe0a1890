package org.parley.auth.federation.protocol;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.parley.auth.federation.provider.IdentityProvider;
import org.parley.auth.federation.provider.ProviderCredentials;
import org.parley.auth.oauth.discourse.DiscourseMessage;
import org.parley.platform.domain.RandomText;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;
import org.parley.platform.text.name.CanonicalMailAddress;

import org.springframework.stereotype.Component;

/**
 * Asks a site that speaks DiscourseConnect who a person is, and reads its answers.
 *
 * @see DiscourseMessage
 */
@Component
class DiscourseAnswers {

	private static final int LONGEST_ID = 255;

	/** What programs write that have no id; it would be one person for everybody. */
	private static final Set<String> NO_IDS = Set.of("none", "nil", "null", "blank", "undefined");

	private final ProviderCredentials credentials;

	private final InstantSource clock;

	private final RandomGenerator random;

	DiscourseAnswers(ProviderCredentials credentials, InstantSource clock, RandomGenerator random) {
		this.credentials = credentials;
		this.clock = clock;
		this.random = random;
	}

	Question ask(IdentityProvider provider) {
		var nonce = RandomText.next(this.random);
		var values = new LinkedHashMap<String, String>();
		values.put("nonce", nonce);
		values.put("return_sso_url", this.credentials.redirectUri(provider));
		return new Question(nonce,
				new DiscourseMessage(values).sentTo(provider.terms().issuer(), this.credentials.secret(provider)));
	}

	/**
	 * Verifies the signature of an answer.
	 * @throws RefusalException 400 {@code federation.refused}
	 */
	DiscourseMessage verify(IdentityProvider provider, Optional<String> payload, Optional<String> signature) {
		return payload
			.flatMap((text) -> DiscourseMessage.verify(text, signature.orElse(""), this.credentials.secret(provider)))
			.orElseThrow(RedeemCode::refused);
	}

	/**
	 * The account that a verified answer describes.
	 * @throws RefusalException 400 {@code federation.denied}, {@code federation.refused}
	 */
	ProviderAccount account(IdentityProvider provider, DiscourseMessage answer) {
		if (answer.isTrue("failed")) {
			throw new RefusalException(RefusalKind.INVALID, "federation.denied",
					"You have cancelled the sign-in at the identity provider.");
		}
		var subject = answer.value("external_id")
			.filter((id) -> id.length() <= LONGEST_ID && !NO_IDS.contains(id.strip().toLowerCase(Locale.ROOT)))
			.orElseThrow(RedeemCode::refused);
		var address = CanonicalMailAddress.parse(answer.value("email").orElse("")).map(CanonicalMailAddress::text);
		return new ProviderAccount(provider.terms().issuer(), subject, address.orElse(null),
				address.isPresent() && !answer.isTrue("require_activation"), answer.value("name").orElse(null),
				answer.value("username").orElse(null), this.clock.instant(), null,
				answer.value("avatar_url").orElse(null));
	}

	/**
	 * A question to a site.
	 *
	 * @param address of the site with the signed question
	 */
	record Question(String nonce, String address) {

		@Override
		public String toString() {
			return "Question[***]";
		}

	}

}
