package org.parley.auth.oauth.grant;

import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.person.BrowserUser;
import org.parley.platform.domain.Sha256;

import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/** The stored form of a grant: tokens as hashes, and no class names. */
final class GrantDocument {

	/** Lifetime of an unanswered request for consent. */
	private static final Duration PENDING = Duration.ofHours(1);

	private static final String USER = Principal.class.getName();

	private static final String REQUEST = OAuth2AuthorizationRequest.class.getName();

	private static final String STATE = OAuth2ParameterNames.STATE;

	private static final Set<String> SEPARATE = Set.of(USER, REQUEST, STATE, LoadedGrant.NAME);

	private GrantDocument() {
	}

	/** The lookup key of a token or state. */
	static String key(String kind, String hash) {
		return kind + ":" + hash;
	}

	/** The lookup keys of a presented text of unknown kind. */
	static List<String> keys(String presented) {
		var hash = Sha256.hex(presented);
		var keys = new ArrayList<>(List.of(key(STATE, hash)));
		for (var kind : TokenKind.values()) {
			keys.add(key(kind.text(), hash));
		}
		return keys;
	}

	static Document of(OAuth2Authorization grant, String id, @Nullable LoadedGrant before, Instant now) {
		var tokens = new Document();
		for (var kind : TokenKind.values()) {
			kind.find(grant).ifPresent((token) -> tokens.append(kind.text(), TokenKind.toDocument(token)));
		}
		var document = new Document("_id", id).append("client", grant.getRegisteredClientId())
			.append("principal", grant.getPrincipalName())
			.append("type", grant.getAuthorizationGrantType().getValue())
			.append("scopes", List.copyOf(new TreeSet<>(grant.getAuthorizedScopes())))
			.append("tokens", tokens)
			.append("attributes", BsonValueConverter.toBson(otherAttributes(grant)))
			.append("createdAt", (before != null) ? before.createdAt() : now)
			.append("savedAt", now)
			.append("expiresAt", expiry(grant, now))
			.append("version", (before != null) ? before.version() + 1 : 0L);
		return withKeys(withState(withRequest(withUser(document, grant), grant), grant), tokens);
	}

	private static Map<String, Object> otherAttributes(OAuth2Authorization grant) {
		var others = new HashMap<>(grant.getAttributes());
		others.keySet().removeAll(SEPARATE);
		return others;
	}

	private static Document withUser(Document document, OAuth2Authorization grant) {
		if (grant.getAttribute(USER) instanceof BrowserUser browserUser) {
			document.append("person",
					new Document("id", browserUser.getPrincipal()).append("session", browserUser.sessionId())
						.append("since", browserUser.since()));
		}
		return document;
	}

	private static Document withRequest(Document document, OAuth2Authorization grant) {
		if (grant.getAttribute(REQUEST) instanceof OAuth2AuthorizationRequest request) {
			document.append("request",
					new Document("uri", request.getAuthorizationUri()).append("clientId", request.getClientId())
						.append("redirectUri", request.getRedirectUri())
						.append("scopes", List.copyOf(request.getScopes()))
						.append("state", request.getState())
						.append("parameters", BsonValueConverter.toBson(request.getAdditionalParameters())));
		}
		return document;
	}

	private static Document withState(Document document, OAuth2Authorization grant) {
		if (grant.getAttribute(STATE) instanceof String state) {
			document.append(STATE, HashedTokenPlaceholder.hash(state));
		}
		return document;
	}

	/** Omits an empty list, which a unique index would allow only once. */
	private static Document withKeys(Document document, Document tokens) {
		var keys = new ArrayList<String>();
		tokens.forEach((kind, token) -> keys.add(key(kind, ((Document) token).getString("hash"))));
		if (document.get(STATE) instanceof String hash) {
			keys.add(key(STATE, hash));
		}
		return keys.isEmpty() ? document : document.append("keys", keys);
	}

	/** The expiry of the last token. */
	private static Instant expiry(OAuth2Authorization grant, Instant now) {
		var end = (grant.getAttribute(STATE) != null) ? now.plus(PENDING) : now;
		for (var kind : TokenKind.values()) {
			var tokenExpiry = kind.find(grant).map((token) -> token.getToken().getExpiresAt()).orElse(end);
			end = tokenExpiry.isAfter(end) ? tokenExpiry : end;
		}
		return end;
	}

	/**
	 * Restores a grant.
	 * @param presented the token or state that identified it; others become placeholders
	 */
	static OAuth2Authorization toGrant(Document document, @Nullable String presented) {
		var known = (presented != null) ? Map.of(Sha256.hex(presented), presented) : Map.<String, String>of();
		var grant = OAuth2Authorization
			.withRegisteredClient(RegisteredClient.withId(document.getString("client"))
				.clientId(document.getString("client"))
				.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
				.build())
			.id(document.getString("_id"))
			.principalName(document.getString("principal"))
			.authorizationGrantType(new AuthorizationGrantType(document.getString("type")))
			.authorizedScopes(new TreeSet<>(document.getList("scopes", String.class)))
			.attribute(LoadedGrant.NAME, LoadedGrant.of(document));
		grant.attributes((attributes) -> attributes.putAll(attributes(document, known)));
		var tokens = document.get("tokens", Document.class);
		for (var kind : TokenKind.values()) {
			if (tokens.get(kind.text()) instanceof Document token) {
				grant.token(kind.toToken(token, value(token.getString("hash"), known)),
						(metadata) -> metadata.putAll(BsonValueConverter.toMap(token.get("metadata", Document.class))));
			}
		}
		return grant.build();
	}

	private static String value(String hash, Map<String, String> known) {
		return known.getOrDefault(hash, HashedTokenPlaceholder.of(hash));
	}

	private static Map<String, Object> attributes(Document document, Map<String, String> known) {
		var attributes = BsonValueConverter.toMap(document.get("attributes", Document.class));
		if (document.get("person") instanceof Document browserUser) {
			attributes.put(USER, new BrowserUser(browserUser.getString("id"), browserUser.getString("session"),
					browserUser.getDate("since").toInstant()));
		}
		if (document.get("request") instanceof Document request) {
			attributes.put(REQUEST, request(request));
		}
		if (document.get(STATE) instanceof String hash) {
			attributes.put(STATE, value(hash, known));
		}
		return attributes;
	}

	private static OAuth2AuthorizationRequest request(Document document) {
		return OAuth2AuthorizationRequest.authorizationCode()
			.authorizationUri(document.getString("uri"))
			.clientId(document.getString("clientId"))
			.redirectUri(document.getString("redirectUri"))
			.scopes(Set.copyOf(document.getList("scopes", String.class)))
			.state(document.getString("state"))
			.additionalParameters(BsonValueConverter.toMap(document.get("parameters", Document.class)))
			.build();
	}

}
