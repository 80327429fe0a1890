package org.parley.auth.oauth.grant;

import java.time.InstantSource;
import java.util.List;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.parley.auth.user.Users;
import org.parley.auth.user.contact.SendSecurityAlert;
import org.parley.contracts.account.contact.SecurityAlert;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/**
 * Stores consents, one document per user and app. The first consent to an app alerts the
 * user by mail.
 */
@Component
class MongoAuthorizationConsentService implements OAuth2AuthorizationConsentService, InitializingBean {

	static final String COLLECTION = "oauth_consents";

	private final MongoOperations mongo;

	private final RegisteredClientRepository apps;

	private final Users users;

	private final SendSecurityAlert sendSecurityAlert;

	private final UnitOfWork unitOfWork;

	private final InstantSource clock;

	MongoAuthorizationConsentService(MongoOperations mongo, RegisteredClientRepository apps, Users users,
			SendSecurityAlert sendSecurityAlert, UnitOfWork unitOfWork, InstantSource clock) {
		this.mongo = mongo;
		this.apps = apps;
		this.users = users;
		this.sendSecurityAlert = sendSecurityAlert;
		this.unitOfWork = unitOfWork;
		this.clock = clock;
	}

	@Override
	public void afterPropertiesSet() {
		this.mongo.indexOps(COLLECTION).createIndex(new Index("client", Direction.ASC));
	}

	/** The id of a consent. Its prefix selects the consents of a user. */
	static String id(String client, String person) {
		return person + ":" + client;
	}

	/** Query of all consents of a user. */
	static Query allOf(String person) {
		return Query.query(Criteria.where("_id").gte(person + ":").lt(person + ";"));
	}

	@Override
	public void save(OAuth2AuthorizationConsent consent) {
		this.unitOfWork.run(() -> {
			if (store(consent)) {
				alertUser(consent);
			}
		});
	}

	/** Stores a consent; returns whether it is the first one. */
	private boolean store(OAuth2AuthorizationConsent consent) {
		var authorities = consent.getAuthorities().stream().map(GrantedAuthority::getAuthority).sorted().toList();
		var stored = this.mongo.upsert(of(consent.getRegisteredClientId(), consent.getPrincipalName()),
				new Update().set("authorities", authorities)
					.setOnInsert("client", consent.getRegisteredClientId())
					.setOnInsert("person", consent.getPrincipalName())
					.setOnInsert("since", this.clock.instant()),
				COLLECTION);
		return stored.getMatchedCount() == 0;
	}

	private void alertUser(OAuth2AuthorizationConsent consent) {
		var app = this.apps.findById(consent.getRegisteredClientId());
		if (app != null) {
			this.users.findById(consent.getPrincipalName())
				.ifPresent((user) -> this.sendSecurityAlert.alertOfApp(user, SecurityAlert.Kind.APP_PERMITTED,
						app.getClientName()));
		}
	}

	@Override
	public void remove(OAuth2AuthorizationConsent consent) {
		this.mongo.remove(of(consent.getRegisteredClientId(), consent.getPrincipalName()), COLLECTION);
	}

	@Override
	public @Nullable OAuth2AuthorizationConsent findById(String client, String person) {
		var stored = this.mongo.findOne(of(client, person), Document.class, COLLECTION);
		return (stored != null) ? consent(client, person, stored.getList("authorities", String.class)) : null;
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
