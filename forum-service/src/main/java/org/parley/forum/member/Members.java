package org.parley.forum.member;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bson.Document;
import org.parley.forum.cache.RememberedValues;
import org.parley.forum.cache.ResponseCache;
import org.parley.platform.domain.Caller;
import org.parley.platform.mongo.transaction.VersionedUpsert;
import org.parley.platform.readmodels.account.AccountState;
import org.parley.platform.readmodels.account.WriterSettings;
import org.parley.platform.readmodels.media.MediaAddresses;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The stored members. They are remembered until any member changes. All access is outside
 * of transactions: two concurrent first writes of a member must not abort each other, and
 * a transaction that began before a member was stored must find them.
 */
@Component
@EnableConfigurationProperties(WriterSettings.class)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
public class Members {

	private final MongoOperations mongo;

	private final MediaAddresses addresses;

	private final WriterSettings settings;

	private final RememberedValues<Member> remembered;

	Members(MongoOperations mongo, WriterSettings settings, MediaAddresses addresses, ResponseCache cache) {
		this.mongo = mongo;
		this.settings = settings;
		this.addresses = addresses;
		this.remembered = cache.remember("members");
	}

	/**
	 * Returns the caller as a member who may write, and stores them on their first write.
	 * @throws org.parley.platform.domain.RefusalException 403 {@code member.banned},
	 * {@code member.closed}, {@code member.unverified}
	 */
	public Member requireWriter(Caller caller) {
		var known = byId(Set.of(caller.id())).get(caller.id());
		var member = (known != null) ? known : insert(caller);
		this.settings.requireWriter(member.status(), member.verified());
		return member;
	}

	/** Stores the account data of an event unless a newer version is stored. */
	void update(AccountState event) {
		var account = event.user();
		VersionedUpsert.saveIfNewer(this.mongo, Member.class, account.id(), event.version(),
				event.state(this.addresses.avatar(account.avatarPath(), account.avatarUrl()))
					.set("groups", account.groups())
					.set(NameTerms.FIELD, NameTerms.of(account.displayName())));
		forget();
	}

	/** Call it after the commit of a change of any member. */
	public void forget() {
		this.remembered.invalidate();
	}

	/** Returns the stored members among some ids, by id. */
	public Map<String, Member> byId(Collection<String> ids) {
		return this.remembered.getAll(ids, this::read);
	}

	/** Returns the authors of some threads and posts. */
	public Authors authors(Stream<String> ids) {
		return new Authors(byId(ids.collect(Collectors.toUnmodifiableSet())));
	}

	/** Returns a member who has written before. */
	public Member author(String id) {
		return authors(Stream.of(id)).get(id);
	}

	private Map<String, Member> read(Set<String> ids) {
		return this.mongo.find(new Query(Criteria.where("_id").in(ids)), Member.class)
			.stream()
			.collect(Collectors.toUnmodifiableMap(Member::id, (member) -> member));
	}

	private Member insert(Caller caller) {
		try {
			var member = Member.of(caller);
			var document = new Document(NameTerms.FIELD, NameTerms.of(member.displayName()));
			this.mongo.getConverter().write(member, document);
			this.mongo.insert(document, this.mongo.getCollectionName(Member.class));
			return member;
		}
		catch (DuplicateKeyException ex) {
			return Objects.requireNonNull(this.mongo.findById(caller.id(), Member.class));
		}
	}

}
