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
import org.parley.auth.user.digest.Sha256;

import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * A grant as the database has it: every token by its hash, nothing by the name of a
 * class.
 */
final class GrantDocument {

	/** How long somebody may think about what they are asked to permit. */
	private static final Duration PENDING = Duration.ofHours(1);

	private static final String PERSON = Principal.class.getName();

	private static final String REQUEST = OAuth2AuthorizationRequest.class.getName();

	private static final String STATE = OAuth2ParameterNames.STATE;

	private static final Set<String> APART = Set.of(PERSON, REQUEST, STATE, LoadedGrant.NAME);

	private GrantDocument() {
	}

	/** How a token, or a state, is looked up. */
	static String key(String kind, String hash) {
		return kind + ":" + hash;
	}

	/** By what a text may be known that is presented. */
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
			kind.in(grant).ifPresent((token) -> tokens.append(kind.text(), TokenKind.kept(token)));
		}
		var kept = new Document("_id", id).append("client", grant.getRegisteredClientId())
			.append("principal", grant.getPrincipalName())
			.append("type", grant.getAuthorizationGrantType().getValue())
			.append("scopes", List.copyOf(new TreeSet<>(grant.getAuthorizedScopes())))
			.append("tokens", tokens)
			.append("attributes", BsonValueConverter.kept(others(grant)))
			.append("createdAt", (before != null) ? before.createdAt() : now)
			.append("savedAt", now)
			.append("expiresAt", end(grant, now))
			.append("version", (before != null) ? before.version() + 1 : 0L);
		return withKeys(withState(withRequest(withPerson(kept, grant), grant), grant), tokens);
	}

	private static Map<String, Object> others(OAuth2Authorization grant) {
		var others = new HashMap<>(grant.getAttributes());
		others.keySet().removeAll(APART);
		return others;
	}

	private static Document withPerson(Document kept, OAuth2Authorization grant) {
		if (grant.getAttribute(PERSON) instanceof BrowserUser browserUser) {
			kept.append("person",
					new Document("id", browserUser.getPrincipal()).append("session", browserUser.sessionId())
						.append("since", browserUser.since()));
		}
		return kept;
	}

	private static Document withRequest(Document kept, OAuth2Authorization grant) {
		if (grant.getAttribute(REQUEST) instanceof OAuth2AuthorizationRequest request) {
			kept.append("request",
					new Document("uri", request.getAuthorizationUri()).append("clientId", request.getClientId())
						.append("redirectUri", request.getRedirectUri())
						.append("scopes", List.copyOf(request.getScopes()))
						.append("state", request.getState())
						.append("parameters", BsonValueConverter.kept(request.getAdditionalParameters())));
		}
		return kept;
	}

	private static Document withState(Document kept, OAuth2Authorization grant) {
		if (grant.getAttribute(STATE) instanceof String state) {
			kept.append(STATE, HashedTokenPlaceholder.hash(state));
		}
		return kept;
	}

	/** None is no empty list: two of those would be the same to a unique index. */
	private static Document withKeys(Document kept, Document tokens) {
		var keys = new ArrayList<String>();
		tokens.forEach((kind, token) -> keys.add(key(kind, ((Document) token).getString("hash"))));
		if (kept.get(STATE) instanceof String hash) {
			keys.add(key(STATE, hash));
		}
		return keys.isEmpty() ? kept : kept.append("keys", keys);
	}

	/** With its last token nothing is left of a grant. */
	private static Instant end(OAuth2Authorization grant, Instant now) {
		var end = (grant.getAttribute(STATE) != null) ? now.plus(PENDING) : now;
		for (var kind : TokenKind.values()) {
			var expiry = kind.in(grant).map((token) -> token.getToken().getExpiresAt()).orElse(end);
			end = expiry.isAfter(end) ? expiry : end;
		}
		return end;
	}

	/**
	 * The grant that was kept.
	 * @param presented the token or state by which it was found; the others are stand-ins
	 */
	static OAuth2Authorization grant(Document kept, @Nullable String presented) {
		var known = (presented != null) ? Map.of(Sha256.hex(presented), presented) : Map.<String, String>of();
		var grant = OAuth2Authorization
			.withRegisteredClient(RegisteredClient.withId(kept.getString("client"))
				.clientId(kept.getString("client"))
				.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
				.build())
			.id(kept.getString("_id"))
			.principalName(kept.getString("principal"))
			.authorizationGrantType(new AuthorizationGrantType(kept.getString("type")))
			.authorizedScopes(new TreeSet<>(kept.getList("scopes", String.class)))
			.attribute(LoadedGrant.NAME, LoadedGrant.of(kept));
		grant.attributes((attributes) -> attributes.putAll(attributes(kept, known)));
		var tokens = kept.get("tokens", Document.class);
		for (var kind : TokenKind.values()) {
			if (tokens.get(kind.text()) instanceof Document token) {
				grant.token(kind.restored(token, value(token.getString("hash"), known)),
						(metadata) -> metadata.putAll(BsonValueConverter.map(token.get("metadata", Document.class))));
			}
		}
		return grant.build();
	}

	private static String value(String hash, Map<String, String> known) {
		return known.getOrDefault(hash, HashedTokenPlaceholder.of(hash));
	}

	private static Map<String, Object> attributes(Document kept, Map<String, String> known) {
		var attributes = BsonValueConverter.map(kept.get("attributes", Document.class));
		if (kept.get("person") instanceof Document browserUser) {
			attributes.put(PERSON, new BrowserUser(browserUser.getString("id"), browserUser.getString("session"),
					browserUser.getDate("since").toInstant()));
		}
		if (kept.get("request") instanceof Document request) {
			attributes.put(REQUEST, request(request));
		}
		if (kept.get(STATE) instanceof String hash) {
			attributes.put(STATE, value(hash, known));
		}
		return attributes;
	}

	private static OAuth2AuthorizationRequest request(Document kept) {
		return OAuth2AuthorizationRequest.authorizationCode()
			.authorizationUri(kept.getString("uri"))
			.clientId(kept.getString("clientId"))
			.redirectUri(kept.getString("redirectUri"))
			.scopes(Set.copyOf(kept.getList("scopes", String.class)))
			.state(kept.getString("state"))
			.additionalParameters(BsonValueConverter.map(kept.get("parameters", Document.class)))
			.build();
	}

}
