package org.parley.forum.member;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.parley.platform.events.account.AccountEventData;
import org.parley.platform.events.account.WriterSettings;
import org.parley.platform.events.projection.VersionedUpsert;
import org.parley.platform.media.MediaAddresses;
import org.parley.platform.security.Caller;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The stored members. All access is outside of transactions: two concurrent first writes
 * of a member must not abort each other, and a transaction that began before a member was
 * stored must find them.
 */
@Component
@EnableConfigurationProperties(WriterSettings.class)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
public class Members {

	private static final Duration RECENT = Duration.ofSeconds(2);

	private final MongoOperations mongo;

	private final MediaAddresses addresses;

	private final WriterSettings settings;

	/** Recent writers, whose data every event of theirs needs. */
	private final Cache<String, Member> recent = Caffeine.newBuilder()
		.maximumSize(10_000)
		.expireAfterWrite(RECENT)
		.build();

	Members(MongoOperations mongo, WriterSettings settings, MediaAddresses addresses) {
		this.addresses = addresses;
		this.mongo = mongo;
		this.settings = settings;
	}

	/**
	 * Returns the caller as a member who may write, and stores them on their first write.
	 * @throws org.parley.platform.web.problem.ProblemException 403 {@code member.banned},
	 * {@code member.unverified}
	 */
	public Member requireWriter(Caller caller) {
		var stored = this.mongo.findById(caller.id(), Member.class);
		var member = (stored != null) ? stored : insert(caller);
		this.settings.requireWriter(member.status(), member.verified());
		this.recent.put(member.id(), member);
		return member;
	}

	/** Stores the account data of an event unless a newer version is stored. */
	void update(AccountEventData event) {
		var account = event.user();
		VersionedUpsert.saveIfNewer(this.mongo, Member.class, account.id(), event.version(),
				event.state(this.addresses.avatar(account.avatarPath(), account.avatarUrl())));
		this.recent.invalidate(account.id());
	}

	/** Finds the stored members among some ids, by id. */
	public Map<String, Member> byId(Collection<String> ids) {
		return this.mongo.find(new Query(Criteria.where("_id").in(ids)), Member.class)
			.stream()
			.collect(Collectors.toUnmodifiableMap(Member::id, (member) -> member));
	}

	/** Returns a member who has written before; up to two seconds old. */
	public Member author(String id) {
		return this.recent.get(id, this::load);
	}

	private Member load(String id) {
		return Objects.requireNonNull(this.mongo.findById(id, Member.class), "Every author is a member");
	}

	private Member insert(Caller caller) {
		try {
			return this.mongo.insert(Member.of(caller));
		}
		catch (DuplicateKeyException ex) {
			return load(caller.id());
		}
	}

}
