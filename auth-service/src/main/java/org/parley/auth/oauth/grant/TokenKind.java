package org.parley.auth.oauth.grant;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2DeviceCode;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.OAuth2UserCode;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;

/** What a grant may have one of, by the names that Spring asks for them. */
enum TokenKind {

	/** Comes through the browser, once. */
	CODE(OAuth2ParameterNames.CODE, OAuth2AuthorizationCode.class),
	/** Says what a program may do. */
	ACCESS(OAuth2ParameterNames.ACCESS_TOKEN, OAuth2AccessToken.class),
	/** Gives others, once. */
	REFRESH(OAuth2ParameterNames.REFRESH_TOKEN, OAuth2RefreshToken.class),
	/** Says who signed in. */
	ID(OidcParameterNames.ID_TOKEN, OidcIdToken.class),
	/** What a device without a browser asks with. */
	DEVICE(OAuth2ParameterNames.DEVICE_CODE, OAuth2DeviceCode.class),
	/** What people type for it. */
	USER(OAuth2ParameterNames.USER_CODE, OAuth2UserCode.class);

	private final String text;

	private final Class<? extends OAuth2Token> type;

	TokenKind(String text, Class<? extends OAuth2Token> type) {
		this.text = text;
		this.type = type;
	}

	String text() {
		return this.text;
	}

	Optional<OAuth2Authorization.Token<? extends OAuth2Token>> in(OAuth2Authorization grant) {
		return Optional.ofNullable(grant.getToken(this.type));
	}

	/** How a token of this kind is kept. */
	static Document kept(OAuth2Authorization.Token<? extends OAuth2Token> held) {
		var token = held.getToken();
		var kept = new Document("hash", HashedTokenPlaceholder.hash(token.getTokenValue()))
			.append("issuedAt", token.getIssuedAt())
			.append("expiresAt", token.getExpiresAt())
			.append("metadata", BsonValueConverter.kept(held.getMetadata()));
		return switch (token) {
			case OAuth2AccessToken access -> kept.append("type", access.getTokenType().getValue())
				.append("scopes", access.getScopes().stream().sorted().toList());
			case OidcIdToken id -> kept.append("claims", BsonValueConverter.kept(id.getClaims()));
			default -> kept;
		};
	}

	/** The token, of which nobody has the value but who presents it. */
	OAuth2Token restored(Document kept, String value) {
		var issuedAt = instant(kept, "issuedAt");
		var expiresAt = instant(kept, "expiresAt");
		return switch (this) {
			case CODE -> new OAuth2AuthorizationCode(value, issuedAt, expiresAt);
			case ACCESS -> new OAuth2AccessToken(type(kept), value, issuedAt, expiresAt,
					new HashSet<>(kept.getList("scopes", String.class)));
			case REFRESH -> new OAuth2RefreshToken(value, issuedAt, expiresAt);
			case ID ->
				new OidcIdToken(value, issuedAt, expiresAt, BsonValueConverter.map(kept.get("claims", Document.class)));
			case DEVICE -> new OAuth2DeviceCode(value, issuedAt, expiresAt);
			case USER -> new OAuth2UserCode(value, issuedAt, expiresAt);
		};
	}

	private static OAuth2AccessToken.TokenType type(Document kept) {
		var dpop = OAuth2AccessToken.TokenType.DPOP;
		return dpop.getValue().equals(kept.getString("type")) ? dpop : OAuth2AccessToken.TokenType.BEARER;
	}

	private static @Nullable Instant instant(Document kept, String name) {
		var date = kept.getDate(name);
		return (date != null) ? date.toInstant() : null;
	}

}
