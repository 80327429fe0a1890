package org.parley.auth.oauth.grant;

import java.time.InstantSource;
import java.util.List;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.stereotype.Component;

/** What people have permitted apps, one document for each pair of them. */
@Component
class KeptConsents implements OAuth2AuthorizationConsentService {

	static final String COLLECTION = "oauth_consents";

	private final MongoOperations mongo;

	private final InstantSource clock;

	KeptConsents(MongoOperations mongo, InstantSource clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	/** The person's come first: theirs are those whose ids begin so. */
	static String id(String client, String person) {
		return person + ":" + client;
	}

	@Override
	public void save(OAuth2AuthorizationConsent consent) {
		var authorities = consent.getAuthorities().stream().map(GrantedAuthority::getAuthority).sorted().toList();
		this.mongo.upsert(of(consent.getRegisteredClientId(), consent.getPrincipalName()),
				new Update().set("authorities", authorities)
					.setOnInsert("client", consent.getRegisteredClientId())
					.setOnInsert("person", consent.getPrincipalName())
					.setOnInsert("since", this.clock.instant()),
				COLLECTION);
	}

	@Override
	public void remove(OAuth2AuthorizationConsent consent) {
		this.mongo.remove(of(consent.getRegisteredClientId(), consent.getPrincipalName()), COLLECTION);
	}

	@Override
	public @Nullable OAuth2AuthorizationConsent findById(String client, String person) {
		var kept = this.mongo.findOne(of(client, person), Document.class, COLLECTION);
		return (kept != null) ? consent(client, person, kept.getList("authorities", String.class)) : null;
	}

	private static OAuth2AuthorizationConsent consent(String client, String person, List<String> authorities) {
		var consent = OAuth2AuthorizationConsent.withId(client, person);
		authorities.forEach((authority) -> consent.authority(new SimpleGrantedAuthority(authority)));
		return consent.build();
	}

	private static Query of(String client, String person) {
		return Query.query(Criteria.where("_id").is(id(client, person)));
	}

}
