package org.parley.realtime.access.conversation;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.chat.ConversationChanged;
import org.parley.contracts.chat.ConversationSnapshot;
import org.parley.contracts.chat.ConversationSnapshot.ConversationMember;
import org.parley.contracts.chat.MembershipChanged;
import org.parley.platform.domain.Caller;
import org.parley.platform.mongo.transaction.VersionedUpsert;
import org.parley.realtime.access.ReadPermission;
import org.parley.realtime.access.ReadRights;
import org.parley.realtime.access.RoomRule;
import org.parley.realtime.access.social.RoomBlocks;
import org.parley.realtime.coverage.CoverageRestored;
import org.parley.realtime.kind.RoomKind;

import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Stores who is a member of which conversation: only members may be in its room, as long
 * as they may read its category. All instances write the same state.
 */
@Component
public class ConversationRights implements RoomRule {

	private static final String USER = "userId";

	private static final String WROTE = "wrote";

	private static final long MAX_CACHED_MEMBERS = 1_000_000;

	private final MongoOperations mongo;

	private final ReadRights readRights;

	private final RoomBlocks blocks;

	/** Each message needs the members of its conversation. */
	private final LoadingCache<String, ConversationMembers> members = Caffeine.newBuilder()
		.expireAfterAccess(Duration.ofMinutes(10))
		.maximumWeight(MAX_CACHED_MEMBERS)
		.weigher((String _, ConversationMembers some) -> some.all().size() + some.writers().size() + 1)
		.build(this::load);

	ConversationRights(MongoOperations mongo, ReadRights readRights, RoomBlocks blocks) {
		this.mongo = mongo;
		this.readRights = readRights;
		this.blocks = blocks;
	}

	@Override
	public RoomKind kind() {
		return RoomKind.CONVERSATION;
	}

	@Override
	public ReadPermission permission(String conversationId, @Nullable Caller caller) {
		if (caller == null || !caller.isPerson()) {
			return ReadPermission.FORBIDDEN;
		}
		var member = this.mongo.findById(RoomMember.id(conversationId, caller.id()), RoomMember.class);
		var conversation = this.mongo.findById(conversationId, RoomConversation.class);
		if (member == null || !member.present() || conversation == null) {
			return ReadPermission.UNKNOWN;
		}
		if (conversation.removed()) {
			return ReadPermission.FORBIDDEN;
		}
		return mayRead(conversation, caller);
	}

	@Override
	public List<String> dependingOn(String categoryId, Collection<String> conversationIds) {
		var query = Query.query(Criteria.where("_id").in(conversationIds).and("categoryId").is(categoryId));
		return this.mongo.find(query, RoomConversation.class).stream().map(RoomConversation::id).toList();
	}

	/** A member of a room whose category is closed to them hears nothing of it. */
	@Override
	public Predicate<Caller> readers(String conversationId) {
		var categoryId = members(conversationId).categoryId();
		return (categoryId != null) ? this.readRights.categoryReaders(categoryId) : (_) -> true;
	}

	/** Messages reach all members, typing notices nobody beyond a block. */
	@Override
	public Set<String> hiddenFrom(String personId) {
		return this.blocks.separatedFrom(personId);
	}

	public ConversationMembers members(String conversationId) {
		return this.members.get(conversationId);
	}

	/**
	 * Finds those of some people who share conversations with a caller, and those who
	 * have written in one of these.
	 */
	public ConversationMembers companionsAmong(Collection<String> people, Caller caller) {
		var memberships = Criteria.where(USER).is(caller.id()).and("present").is(true);
		var ids = find(memberships, "conversationId").map((own) -> own.getString("conversationId"))
			.collect(Collectors.toSet());
		var open = this.mongo
			.find(Query.query(Criteria.where("_id").in(ids).and("removed").is(false)), RoomConversation.class)
			.stream()
			.filter((conversation) -> mayRead(conversation, caller) == ReadPermission.GRANTED)
			.map(RoomConversation::id)
			.toList();
		return members(Criteria.where(USER).in(people).and("present").is(true).and("conversationId").in(open), null);
	}

	/** Stores that a member has written in a conversation, unless that is known. */
	public void addWriter(String conversationId, String userId) {
		if (!members(conversationId).writers().contains(userId)) {
			var member = Query.query(Criteria.where("_id").is(RoomMember.id(conversationId, userId)));
			this.mongo.updateFirst(member, Update.update(WROTE, true), RoomMember.class);
			this.members.invalidate(conversationId);
		}
	}

	/** Stores a new conversation. */
	public void add(ConversationChanged event) {
		var conversation = event.conversation();
		save(conversation.id(),
				new Update().set("categoryId", conversation.categoryId()).setOnInsert("removed", false));
		this.members.invalidate(conversation.id());
	}

	/** Marks a conversation as removed; its id is never used again. */
	public void remove(ConversationChanged event) {
		var conversation = event.conversation();
		save(conversation.id(), new Update().set("categoryId", conversation.categoryId()).set("removed", true));
	}

	/** Stores that a membership has started or ended. */
	public void save(MembershipChanged event) {
		save(event.conversation().id(), event.person().id(), event.version(), event.isStart());
		this.members.invalidate(event.conversation().id());
	}

	/**
	 * Stores what earlier events should have said. A membership that has ended keeps its
	 * version, because that of the end is unknown.
	 */
	void save(ConversationSnapshot event) {
		var conversation = event.conversation();
		var state = new Update().set("categoryId", conversation.categoryId());
		save(conversation.id(), event.removed() ? state.set("removed", true) : state.setOnInsert("removed", false));
		event.members().forEach((member) -> save(conversation.id(), member.id(), member.version(), true));
		var ended = Criteria.where("conversationId")
			.is(conversation.id())
			.and("present")
			.is(true)
			.and(USER)
			.nin(event.members().stream().map(ConversationMember::id).toList())
			.and("version")
			.gt(event.after())
			.lte(event.through());
		this.mongo.updateMulti(Query.query(ended), Update.update("present", false), RoomMember.class);
		this.members.invalidate(conversation.id());
	}

	private void save(String conversationId, String userId, long version, boolean present) {
		VersionedUpsert.saveIfNewer(this.mongo, RoomMember.class, RoomMember.id(conversationId, userId), version,
				new Update().set("conversationId", conversationId).set(USER, userId).set("present", present));
	}

	/** This instance may have missed changes of members. */
	@EventListener(CoverageRestored.class)
	void forgetMembers() {
		this.members.invalidateAll();
	}

	private void save(String id, Update update) {
		this.mongo.upsert(Query.query(Criteria.where("_id").is(id)), update, RoomConversation.class);
	}

	private ReadPermission mayRead(RoomConversation conversation, Caller caller) {
		var category = conversation.categoryId();
		return (category != null) ? this.readRights.categoryPermission(category, caller) : ReadPermission.GRANTED;
	}

	private ConversationMembers load(String conversationId) {
		var conversation = this.mongo.findById(conversationId, RoomConversation.class);
		return members(Criteria.where("conversationId").is(conversationId).and("present").is(true),
				(conversation != null) ? conversation.categoryId() : null);
	}

	private ConversationMembers members(Criteria memberships, @Nullable String categoryId) {
		var found = find(memberships, USER, WROTE).toList();
		return new ConversationMembers(users(found.stream()),
				users(found.stream().filter((member) -> member.getBoolean(WROTE, false))), categoryId);
	}

	private static Set<String> users(Stream<org.bson.Document> members) {
		return members.map((member) -> member.getString(USER)).collect(Collectors.toUnmodifiableSet());
	}

	/** Finds properties of memberships, which an index covers. */
	private Stream<org.bson.Document> find(Criteria memberships, String... properties) {
		var query = new Query(memberships);
		query.fields().include(properties).exclude("_id");
		return this.mongo.find(query, org.bson.Document.class, "members").stream();
	}

	/**
	 * The members of a conversation.
	 *
	 * @param all their ids
	 * @param writers the ids of those who have written in it
	 * @param categoryId the category whose readers may enter it, which never changes
	 */
	public record ConversationMembers(Set<String> all, Set<String> writers, @Nullable String categoryId) {
	}

}
