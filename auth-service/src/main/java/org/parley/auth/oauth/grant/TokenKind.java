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

/** Tokens of a grant, by Spring's names. */
enum TokenKind {

	/** Authorization code. */
	CODE(OAuth2ParameterNames.CODE, OAuth2AuthorizationCode.class),
	/** Access token. */
	ACCESS(OAuth2ParameterNames.ACCESS_TOKEN, OAuth2AccessToken.class),
	/** Refresh token. */
	REFRESH(OAuth2ParameterNames.REFRESH_TOKEN, OAuth2RefreshToken.class),
	/** ID token. */
	ID(OidcParameterNames.ID_TOKEN, OidcIdToken.class),
	/** Device code. */
	DEVICE(OAuth2ParameterNames.DEVICE_CODE, OAuth2DeviceCode.class),
	/** User code of a device. */
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

	Optional<OAuth2Authorization.Token<? extends OAuth2Token>> find(OAuth2Authorization grant) {
		return Optional.ofNullable(grant.getToken(this.type));
	}

	/** The stored form of a token. */
	static Document toDocument(OAuth2Authorization.Token<? extends OAuth2Token> held) {
		var token = held.getToken();
		var document = new Document("hash", HashedTokenPlaceholder.hash(token.getTokenValue()))
			.append("issuedAt", token.getIssuedAt())
			.append("expiresAt", token.getExpiresAt())
			.append("metadata", BsonValueConverter.toBson(held.getMetadata()));
		return switch (token) {
			case OAuth2AccessToken access -> document.append("type", access.getTokenType().getValue())
				.append("scopes", access.getScopes().stream().sorted().toList());
			case OidcIdToken id -> document.append("claims", BsonValueConverter.toBson(id.getClaims()));
			default -> document;
		};
	}

	/** Restores a token. */
	OAuth2Token toToken(Document document, String value) {
		var issuedAt = instant(document, "issuedAt");
		var expiresAt = instant(document, "expiresAt");
		return switch (this) {
			case CODE -> new OAuth2AuthorizationCode(value, issuedAt, expiresAt);
			case ACCESS -> new OAuth2AccessToken(type(document), value, issuedAt, expiresAt,
					new HashSet<>(document.getList("scopes", String.class)));
			case REFRESH -> new OAuth2RefreshToken(value, issuedAt, expiresAt);
			case ID -> new OidcIdToken(value, issuedAt, expiresAt,
					BsonValueConverter.toMap(document.get("claims", Document.class)));
			case DEVICE -> new OAuth2DeviceCode(value, issuedAt, expiresAt);
			case USER -> new OAuth2UserCode(value, issuedAt, expiresAt);
		};
	}

	private static OAuth2AccessToken.TokenType type(Document document) {
		var dpop = OAuth2AccessToken.TokenType.DPOP;
		return dpop.getValue().equals(document.getString("type")) ? dpop : OAuth2AccessToken.TokenType.BEARER;
	}

	private static @Nullable Instant instant(Document document, String name) {
		var date = document.getDate(name);
		return (date != null) ? date.toInstant() : null;
	}

}
