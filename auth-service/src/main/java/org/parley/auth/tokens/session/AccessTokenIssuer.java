package org.parley.auth.tokens.session;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Date;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.parley.auth.tokens.key.SigningKeyStore;
import org.parley.auth.user.User;
import org.parley.auth.user.revocation.RevocationPublishingSettings;
import org.parley.platform.domain.Ids;
import org.parley.platform.security.token.TokenAudiences;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Issues signed access tokens.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9068">RFC 9068</a>
 */
@Component
@EnableConfigurationProperties(UserSessionSettings.class)
public class AccessTokenIssuer {

	private static final String FIRST_PARTY = "parley";

	private static final String PERSONAL = "personal";

	private static final String SOCKET_SCOPES = "threads:read chat:read chat:write social:read notifications moderation";

	private final SigningKeyStore keys;

	private final InstantSource clock;

	private final UserSessionSettings settings;

	private final String issuer;

	AccessTokenIssuer(SigningKeyStore keys, InstantSource clock, UserSessionSettings settings,
			RevocationPublishingSettings revocations, @Value("${parley.public-url}") String issuer) {
		if (settings.accessToken().plusMinutes(1).compareTo(revocations.kept()) > 0) {
			throw new IllegalStateException(
					"parley.revocations.kept must exceed parley.sessions.access-token by one minute; otherwise revoked tokens become valid again");
		}
		keys.requireToOutlive(settings.accessToken());
		this.keys = keys;
		this.clock = clock;
		this.settings = settings;
		this.issuer = issuer;
	}

	/** How long a token of a session is valid. */
	public Duration lifetime() {
		return this.settings.accessToken();
	}

	/** Issues a token for a session of a first-party client. */
	public String issue(User user, String sessionId) {
		return issue(user, sessionId, FIRST_PARTY, FIRST_PARTY, this.settings.accessToken());
	}

	/** Issues a token for the sockets of a session; the API refuses it. */
	String issueForSockets(User user, String sessionId) {
		return sign(claims(user, sessionId, FIRST_PARTY, SOCKET_SCOPES, this.settings.accessToken())
			.audience(TokenAudiences.SOCKETS));
	}

	public String issue(User user, String personalTokenId, Collection<String> scopes, Duration lifetime) {
		return issue(user, personalTokenId, PERSONAL, String.join(" ", scopes), lifetime);
	}

	private String issue(User user, String grant, String client, String scope, Duration lifetime) {
		return sign(claims(user, grant, client, scope, lifetime).audience(TokenAudiences.API));
	}

	private JWTClaimsSet.Builder claims(User user, String grant, String client, String scope, Duration lifetime) {
		var now = this.clock.instant();
		return new JWTClaimsSet.Builder().issuer(this.issuer)
			.subject(user.id())
			.jwtID(Ids.next())
			.issueTime(Date.from(now))
			.expirationTime(Date.from(now.plus(lifetime)))
			.claim("sid", grant)
			.claim("roles", user.role().names())
			.claim("groups", user.groups())
			.claim("scope", scope)
			.claim("client_id", client)
			.claim("ver", user.tokenVersion())
			.claim("preferred_username", user.username())
			.claim("name", user.profile().displayName());
	}

	private String sign(JWTClaimsSet.Builder claims) {
		var key = this.keys.active();
		var header = new JWSHeader.Builder(JWSAlgorithm.RS256).type(new JOSEObjectType("at+jwt"))
			.keyID(key.getKeyID())
			.build();
		try {
			var token = new SignedJWT(header, claims.build());
			token.sign(new RSASSASigner(key));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("The active key cannot sign", ex);
		}
	}

}
