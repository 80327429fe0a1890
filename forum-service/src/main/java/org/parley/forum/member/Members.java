package org.parley.forum.member;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.parley.platform.security.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The people of the forum. Never part of a transaction: two first writes of a person must
 * not end each other, and a transaction that is older than a member must know them.
 */
@Component
@EnableConfigurationProperties(MemberSettings.class)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
public class Members {

	private static final Logger log = LoggerFactory.getLogger(Members.class);

	private static final Duration RECENT = Duration.ofSeconds(2);

	private final MongoOperations mongo;

	private final MemberSettings settings;

	/** Whoever has just written is read again and again until their event is kept. */
	private final Cache<String, Member> recent = Caffeine.newBuilder()
		.maximumSize(10_000)
		.expireAfterWrite(RECENT)
		.build();

	Members(MongoOperations mongo, MemberSettings settings) {
		this.mongo = mongo;
		this.settings = settings;
	}

	/**
	 * The caller, who is about to write.
	 * @throws org.parley.platform.web.problem.ProblemException 403 {@code member.banned},
	 * {@code member.unverified}
	 */
	public Member writing(Caller caller) {
		var known = this.mongo.findById(caller.id(), Member.class);
		var member = (known != null) ? known : join(caller);
		member.requireActive();
		if (this.settings.required()) {
			member.requireVerified();
		}
		this.recent.put(member.id(), member);
		return member;
	}

	/**
	 * Takes over what auth-service says of a person, unless something newer is known: so
	 * it may be told twice, and late.
	 */
	void learn(UserEventData userEventData) {
		var person = userEventData.user();
		var older = Criteria.where("_id").is(person.id()).and("version").not().gte(userEventData.version());
		try {
			this.mongo.upsert(new Query(older), state(userEventData), Member.class);
		}
		catch (DuplicateKeyException ex) {
			log.trace("The forum knows better", ex);
		}
		this.recent.invalidate(person.id());
	}

	private static Update state(UserEventData userEventData) {
		var person = userEventData.user();
		var state = new Update().set("username", person.username())
			.set("displayName", person.displayName())
			.set("avatarUrl", person.avatarUrl())
			.set("version", userEventData.version());
		if (person.verified() != null) {
			state.set("verified", person.verified());
		}
		return (person.status() != null) ? state.set("status", person.status())
				: state.setOnInsert("status", MemberStatus.ACTIVE);
	}

	/** Those of the given people that the forum knows, by id. */
	public Map<String, Member> byId(Collection<String> ids) {
		return this.mongo.find(new Query(Criteria.where("_id").in(ids)), Member.class)
			.stream()
			.collect(Collectors.toUnmodifiableMap(Member::id, (member) -> member));
	}

	/** A person who has written here before, as they were a moment ago. */
	public Member author(String id) {
		return this.recent.get(id, this::load);
	}

	private Member load(String id) {
		return Objects.requireNonNull(this.mongo.findById(id, Member.class), "Every author is a member");
	}

	private Member join(Caller caller) {
		try {
			return this.mongo.insert(Member.of(caller));
		}
		catch (DuplicateKeyException ex) {
			return load(caller.id());
		}
	}

}
